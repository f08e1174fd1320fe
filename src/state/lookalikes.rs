//! Who is like somebody that is being typed. The index is built when the first form asks, in slices, and follows the book page by page.

use leptos::{
    prelude::{
        Effect, Get, LocalStorage, RwSignal, Set, SetValue, StoredValue, Track, Update, UpdateValue, WithValue,
        provide_context, use_context,
    },
    task::spawn_local,
};

use crate::{
    analysis::duplicates::{Index, Match, Traits},
    domain::{contact::Contact, id::Id, party::Party, record::Kind, table::PAGE},
    platform::pause::Slice,
};

use super::workspace::Workspace;

/// The index as forms see it.
#[derive(Clone, Copy)]
pub struct Lookalikes {
    workspace: Workspace,
    index: StoredValue<Index, LocalStorage>,
    /// The number of the change up to which it is true; none before it was built.
    seq: StoredValue<Option<u64>>,
    /// Whether somebody ever asked.
    wanted: RwSignal<bool>,
    /// Rises when it has been brought up to date.
    ready: RwSignal<u64>,
}

/// The traits of a party.
pub fn traits(party: &Party) -> Traits {
    fn values(contacts: &[Contact]) -> impl Iterator<Item = &str> {
        contacts.iter().map(|contact| contact.value.as_str())
    }
    Traits::new(&party.name, values(&party.emails), values(&party.phones), &party.reference)
}

impl Lookalikes {
    /// Follows the book from the first question on, and hands itself to every view below.
    pub fn start(workspace: Workspace) -> Self {
        let lookalikes = Self {
            workspace,
            index: StoredValue::new_local(Index::default()),
            seq: StoredValue::new(None),
            wanted: RwSignal::new(false),
            ready: RwSignal::new(0),
        };
        let asked = StoredValue::new(0_u64);
        Effect::new(move |_| {
            if !lookalikes.wanted.get() || !workspace.is_ready() {
                return;
            }
            workspace.revision(Kind::Party).track();
            let question = asked.with_value(|asked| asked + 1);
            asked.set_value(question);
            spawn_local(async move {
                let (now, pages) = (workspace.seq(), workspace.peek(|book| book.parties.page_count()));
                let old = lookalikes.seq.with_value(|seq| *seq);
                let stale: Vec<u32> =
                    workspace.peek(|book| book.parties.touched_after(old.unwrap_or_default()).collect());
                let mut slice = Slice::new();
                // What was read from the store was touched by no change: the first time every page is new.
                for page in (0..pages).filter(|page| old.is_none() || stale.contains(page)) {
                    lookalikes.index.update_value(|index| {
                        workspace.peek(|book| {
                            let rows = book.parties.page(page).into_iter().flat_map(|(_, rows)| rows);
                            rows.for_each(|(place, row)| {
                                index.add(page * PAGE as u32 + place as u32, &traits(&row.data))
                            });
                        });
                    });
                    slice.pause_if_used_up().await;
                    if asked.with_value(|asked| *asked != question) {
                        return;
                    }
                }
                lookalikes.seq.set_value(Some(now));
                lookalikes.ready.update(|ready| *ready += 1);
            });
        });
        provide_context(lookalikes);
        lookalikes
    }

    /// The index for the views above.
    pub fn expect() -> Self {
        use_context().expect("the app starts the lookalikes before it shows a view")
    }

    /// Builds the index, if nobody asked for it before.
    pub fn wake(self) {
        self.wanted.set(true);
    }

    /// Who is like somebody of these traits, but for `but`, the most alike first; at most `most`. Asks again when the base changes; as
    /// long as the index is being built, nobody.
    pub fn find(self, traits: &Traits, but: Id<Party>, most: usize) -> Vec<(Id<Party>, Match)> {
        self.ready.track();
        let mut found = Vec::new();
        self.workspace.peek(|book| {
            let own = book.parties.slot(but);
            let of = |slot| book.parties.at(slot).map(|row| self::traits(&row.data));
            self.index.update_value(|index| found = index.find(traits, own, most, of));
            let with_id = |found: &Match| book.parties.at(found.number).map(|row| (row.id, found.clone()));
            found.iter().filter_map(with_id).collect()
        })
    }
}
