//! What a search looks at: for each party one folded text, kept up page by page.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    analysis::fold::fold,
    domain::{book::Book, party::Party, record::Kind, table::PAGE},
    platform::pause::Slice,
};

use super::workspace::Workspace;

/// The folded texts of one page of parties, by place; empty where there is none.
type PageTexts = Arc<[Box<str>]>;

/// The folded texts of every party, by page and place.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    pages: Vec<PageTexts>,
    /// The number of the change up to which they are true.
    seq: u64,
}

impl Texts {
    /// The folded text of a slot; empty where there is no party.
    pub fn get(&self, slot: u32) -> &str {
        let page = self.pages.get(slot as usize / PAGE);
        page.and_then(|page| page.get(slot as usize % PAGE)).map_or("", |text| text)
    }
}

/// The texts as views see them.
#[derive(Clone, Copy)]
pub struct Search {
    texts: RwSignal<Arc<Texts>>,
}

impl Search {
    /// Keeps the texts up from now on, and hands them to every view below.
    pub fn start(workspace: Workspace) -> Self {
        let search = Self { texts: RwSignal::default() };
        let asked = StoredValue::new(0_u64);
        Effect::new(move |_| {
            workspace.revision(Kind::Party).track();
            if !workspace.is_ready() {
                return;
            }
            let question = asked.with_value(|asked| asked + 1);
            asked.set_value(question);
            spawn_local(async move {
                let mut texts = search.texts.with_untracked(|texts| Texts::clone(texts));
                let (seq, pages) = (workspace.seq(), workspace.peek(|book| book.parties.page_count()));
                let stale: Vec<u32> = workspace.peek(|book| book.parties.touched_after(texts.seq).collect());
                texts.pages.resize(pages as usize, Arc::default());
                let mut slice = Slice::new();
                // What was read from the store was touched by no change: the first time every page is new.
                for page in (0..pages).filter(|page| texts.seq == 0 || stale.contains(page)) {
                    texts.pages[page as usize] = workspace.peek(|book| page_texts(book, page));
                    slice.pause_if_used_up().await;
                    if asked.with_value(|asked| *asked != question) {
                        return;
                    }
                }
                texts.seq = seq;
                search.texts.set(Arc::new(texts));
            });
        });
        provide_context(search);
        search
    }

    /// The search of the views above.
    pub fn expect() -> Self {
        use_context().expect("the app starts the search before it shows a view")
    }

    /// The texts as they are now.
    pub fn texts(self) -> Arc<Texts> {
        self.texts.get()
    }
}

fn page_texts(book: &Book, page: u32) -> PageTexts {
    let Some((slots, rows)) = book.parties.page(page) else { return Arc::default() };
    let mut texts: Vec<Box<str>> = vec![Box::default(); slots];
    for (place, row) in rows {
        texts[place] = fold(&text_of(&row.data)).into();
    }
    texts.into()
}

/// Everything of a party that a search looks at, line by line.
fn text_of(party: &Party) -> String {
    let mut text = party.name.clone();
    let mut add = |part: &str| {
        if !part.is_empty() {
            text.push('\n');
            text.push_str(part);
        }
    };
    [&party.reference, &party.position, &party.about].into_iter().for_each(|part| add(part));
    party.emails.iter().chain(&party.phones).chain(&party.websites).for_each(|contact| add(&contact.value));
    party.tags.iter().for_each(|tag| add(tag));
    for address in &party.addresses {
        [&address.street, &address.city, &address.region, &address.postcode, &address.country]
            .into_iter()
            .for_each(|part| add(part));
    }
    text
}
