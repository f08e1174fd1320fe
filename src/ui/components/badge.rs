//! A word that says what something is. It cannot be pressed; see [`super::Chip`] for what can.

use leptos::prelude::*;

/// What a message or a badge says about how things stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Neither good nor bad.
    #[default]
    Neutral,
    /// Of interest: belongs to the accent.
    Accent,
    /// Good.
    Success,
    /// To be looked at.
    Warning,
    /// Bad.
    Danger,
}

impl Tone {
    const fn badge_class(self) -> &'static str {
        match self {
            Self::Neutral => "badge",
            Self::Accent => "badge badge-accent",
            Self::Success => "badge badge-success",
            Self::Warning => "badge badge-warning",
            Self::Danger => "badge badge-danger",
        }
    }
}

/// A small word on a quiet ground.
#[component]
pub fn Badge(
    /// What it says.
    #[prop(into)]
    label: Signal<String>,
    /// How things stand.
    #[prop(optional, into)]
    tone: Signal<Tone>,
) -> impl IntoView {
    view! { <span class=move || tone.get().badge_class()>{label}</span> }
}

/// The three grades of a ranking by value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// The few that carry most.
    A,
    /// Those between.
    B,
    /// The many that carry little.
    C,
}

impl Grade {
    /// All of them, best first.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];

    /// The letter, which is the same in every language.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }

    const fn badge_class(self) -> &'static str {
        match self {
            Self::A => "grade grade-a",
            Self::B => "grade grade-b",
            Self::C => "grade grade-c",
        }
    }
}

/// A letter in its colour. The letter carries the meaning, the colour helps the eye.
#[component]
pub fn GradeBadge(
    /// Which one; nothing is drawn while there is none.
    #[prop(into)]
    grade: Signal<Option<Grade>>,
    /// Read out instead of the bare letter.
    #[prop(into)]
    label: Signal<String>,
    /// Set by hand, against the ranking: drawn with a broken edge. Say it in `label` too.
    #[prop(optional, into)]
    overridden: Signal<bool>,
) -> impl IntoView {
    move || {
        grade.get().map(|grade| {
            view! {
                <span class=grade.badge_class() class:grade-overridden=overridden title=label>
                    <span aria-hidden="true">{grade.letter()}</span>
                    <span class="visually-hidden">{label}</span>
                </span>
            }
        })
    }
}
