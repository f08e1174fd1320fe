//! What there is to say about a search beside what it found.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    state::Search,
    ui::listing::Listing,
};

/// Says, while something is searched, that the search is not ready yet, that it does not work, or that what is listed is a guess.
#[component]
pub fn Searching(
    /// Where it is searched.
    listing: Listing,
) -> impl IntoView {
    let i18n = use_i18n();
    let search = Search::expect();
    let words = move || {
        if listing.searched().with(|text| text.trim().is_empty()) {
            return None;
        }
        if let Some(reason) = search.problem() {
            return Some(t_string!(i18n, search.broken, reason = reason));
        }
        if !search.is_ready() {
            return Some(t_string!(i18n, search.preparing).to_string());
        }
        listing.is_guessed().then(|| t_string!(i18n, search.only_guesses).to_string())
    };
    view! {
        <p class="list-note" role="status">
            {words}
        </p>
    }
}
