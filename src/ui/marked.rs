//! Text in which the words of a search are marked.

use std::ops::Range;

use leptos::{prelude::*, task::spawn_local};

use crate::state::Search;

/// A text with marks, and what they were worked out for.
#[derive(Debug, Clone, Default, PartialEq)]
struct Marks {
    text: String,
    typed: String,
    ranges: Vec<Range<usize>>,
}

/// A text, with the places marked in which stands what was typed into a search.
#[component]
pub fn Marked(
    /// What is shown.
    #[prop(into)]
    text: Signal<String>,
    /// What was typed.
    #[prop(into)]
    typed: Signal<String>,
) -> impl IntoView {
    let (search, shown, searched) = (Search::expect(), text, typed);
    let marks = RwSignal::new(Marks::default());
    Effect::new(move |_| {
        let (text, typed) = (text.get(), typed.get());
        if typed.trim().is_empty() || text.is_empty() {
            return;
        }
        spawn_local(async move {
            let ranges = search.marks(typed.clone(), text.clone()).await;
            // Who scrolled on is not there any more, and answers may overtake each other.
            let is_now = |signal: Signal<String>, then: &str| signal.try_get_untracked().is_some_and(|now| now == then);
            if is_now(shown, &text) && is_now(searched, &typed) {
                let _ = marks.try_set(Marks { text, typed, ranges });
            }
        });
    });
    let pieces = move || {
        let (text, typed) = (text.get(), typed.get());
        marks.with(|marks| {
            if marks.text != text || marks.typed != typed {
                return text.into_any();
            }
            let mut rest = 0;
            let pieces = marks.ranges.iter().map(|range| {
                let before = text[rest..range.start].to_owned();
                rest = range.end;
                view! {
                    {before}
                    <mark>{text[range.clone()].to_owned()}</mark>
                }
            });
            let pieces = pieces.collect_view();
            view! {
                {pieces}
                {text[rest..].to_owned()}
            }
            .into_any()
        })
    };
    view! { <span>{pieces}</span> }
}
