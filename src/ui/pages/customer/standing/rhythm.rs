//! The own rhythm of a customer, in words.

use leptos::prelude::*;

use crate::{
    analysis::rhythm::{GAPS_NEEDED, State, Usual},
    domain::day,
    i18n::{Locale, td_string, use_i18n},
    platform::format,
    ui::{components::Tone, words},
};

use super::reasons::Reasons;

/// How good or bad a state is.
pub const fn state_tone(state: State) -> Tone {
    match state {
        State::Unknown => Tone::Neutral,
        State::OnTime => Tone::Success,
        State::Due => Tone::Accent,
        State::Late => Tone::Warning,
        State::Silent => Tone::Danger,
    }
}

/// The word for a state.
pub fn state_word(locale: Locale, state: State) -> &'static str {
    match state {
        State::Unknown => td_string!(locale, customer.rhythm_unknown),
        State::OnTime => td_string!(locale, customer.rhythm_on_time),
        State::Due => td_string!(locale, customer.rhythm_due),
        State::Late => td_string!(locale, customer.rhythm_late),
        State::Silent => td_string!(locale, customer.rhythm_silent),
    }
}

/// "Usual gap 21 days, silent for 64", or how much is missing to say so.
#[component]
pub fn RhythmReasons(
    /// The customer's.
    reasons: Reasons,
) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let locale = i18n.get_locale();
        let sentences = match (reasons.usual, reasons.days_with_order) {
            (Some(usual), _) => of_usual(locale, usual),
            (None, 0) => vec![td_string!(locale, customer.rhythm_never).to_owned()],
            (None, have) => vec![td_string!(locale, customer.rhythm_too_few, have = have, needed = GAPS_NEEDED + 1)],
        };
        sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()
    }
}

fn of_usual(locale: Locale, usual: Usual) -> Vec<String> {
    let tag = words::tag(locale);
    let date = |number| day::from_number(number).map_or_else(String::new, |day| format::day(tag, day));
    // Half days are exact; nothing finer comes up.
    let gap = format::number(tag, usual.gap, if usual.gap.fract() == 0.0 { 0 } else { 1 });
    let first = td_string!(locale, customer.rhythm_usual, gap = gap, silent = usual.silent);
    let (from, to) = usual.window;
    let second = match usual.state {
        State::Unknown => return vec![first],
        State::OnTime => td_string!(locale, customer.rhythm_expected, day = date(usual.expected)),
        State::Due => td_string!(locale, customer.rhythm_window, from = date(from), to = date(to)),
        State::Late | State::Silent => {
            let ratio = format::number(tag, usual.ratio, 1);
            td_string!(locale, customer.rhythm_overdue, day = date(to), ratio = ratio)
        }
    };
    vec![first, second]
}
