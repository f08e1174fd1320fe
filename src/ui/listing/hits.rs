//! Who has the words that are looked for: the search knows, a list asks it for records of its kind.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::listing::catalogue::Catalogue,
    domain::record::Kind,
    i18n::use_i18n,
    state::{Hits as Answer, Search},
    ui::{route::ListQuery, words},
};

use super::words_of;

/// By slot whether a record has the words; `None` when there are none to have.
pub type Hits = Option<Arc<[bool]>>;

/// What is searched, and what was found.
#[derive(Clone, Copy)]
pub struct Searched {
    /// The words, filters that are still typed left out.
    pub text: Memo<String>,
    /// Who has them.
    pub hits: Signal<Hits>,
    /// What the search says.
    pub answer: ReadSignal<Answer>,
}

/// Follows the words of a query. Until the search has answered, what was found before stands.
pub fn follow(kind: Kind, query: Memo<ListQuery>, catalogue: Memo<Arc<Catalogue>>) -> Searched {
    let i18n = use_i18n();
    let text: Memo<String> = Memo::new(move |_| {
        let locale = i18n.get_locale();
        let words = catalogue.with(|catalogue| {
            query.with(|query| words_of(&query.asked.words, |name| words::field_key(locale, catalogue, name)))
        });
        let says_something = |word: &String| word.contains(|c: char| !"-\"“”".contains(c));
        words.into_iter().filter(says_something).collect::<Vec<_>>().join(" ")
    });
    let kinds: &'static [Kind] = match kind {
        Kind::Order => &[Kind::Order],
        Kind::Product => &[Kind::Product],
        Kind::Task => &[Kind::Task],
        Kind::Promise => &[Kind::Promise],
        _ => &[Kind::Party],
    };
    let answer = Search::expect().follow(text.into(), kinds);
    let hits = Memo::new(move |_| {
        answer.with(|answer| {
            if answer.is_for("") {
                return None;
            }
            let best = answer.best(kind);
            let mut wanted = vec![false; best.iter().max().map_or(0, |most| *most as usize + 1)];
            best.iter().for_each(|slot| wanted[*slot as usize] = true);
            Some(wanted.into())
        })
    });
    Searched { text, hits: hits.into(), answer }
}
