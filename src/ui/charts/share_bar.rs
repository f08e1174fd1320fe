//! How a whole is divided, as one bar.

use leptos::prelude::*;

use crate::ui::components::Grade;

/// The colour of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareTone {
    /// The few that carry most, those between, the many that carry little: with their letter in the bar.
    Grade(Grade),
    /// A step of one hue, from 1 (pale) to 5 (strong); others count as the nearest.
    Step(u8),
    /// What belongs to no part.
    Rest,
}

impl ShareTone {
    const fn class(self) -> &'static str {
        match self {
            Self::Grade(Grade::A) => "share-part share-a",
            Self::Grade(Grade::B) => "share-part share-b",
            Self::Grade(Grade::C) => "share-part share-c",
            Self::Step(..=1) => "share-part share-1",
            Self::Step(2) => "share-part share-2",
            Self::Step(3) => "share-part share-3",
            Self::Step(4) => "share-part share-4",
            Self::Step(5..) => "share-part share-5",
            Self::Rest => "share-part share-rest",
        }
    }
}

/// One part of the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct SharePart {
    /// How large it is, in the unit of its fellows; what is not above zero takes no room in the bar.
    pub weight: f64,
    /// Its colour.
    pub tone: ShareTone,
    /// What it is.
    pub label: String,
    /// How much it is, in words and numbers.
    pub value: String,
    /// Where what it counts is listed.
    pub href: Option<String>,
}

/// How much of the bar each weight takes, from 0 to 1; all zero where there is nothing to divide.
fn shares(weights: impl Iterator<Item = f64> + Clone) -> Vec<f64> {
    let weights = weights.map(|weight| if weight.is_finite() && weight > 0.0 { weight } else { 0.0 });
    let whole: f64 = weights.clone().sum();
    weights.map(|weight| if whole > 0.0 && whole.is_finite() { weight / whole } else { 0.0 }).collect()
}

/// A bar in parts, and below it each part with its name, its number, and the way to what it counts. Screen readers get the list.
#[component]
pub fn ShareBar(
    /// What is divided.
    #[prop(into)]
    title: Signal<String>,
    /// The parts, in the order in which they are drawn.
    #[prop(into)]
    parts: Signal<Vec<SharePart>>,
) -> impl IntoView {
    let bar = move || {
        let parts = parts.get();
        let shares = shares(parts.iter().map(|part| part.weight));
        let drawn = parts.into_iter().zip(shares).filter(|(_, share)| *share > 0.0);
        let part = |(part, share): (SharePart, f64)| {
            let letter = match part.tone {
                ShareTone::Grade(grade) => Some(grade.letter()),
                ShareTone::Step(_) | ShareTone::Rest => None,
            };
            let title = format!("{} · {}", part.label, part.value);
            view! {
                <span class=part.tone.class() title=title style:flex-grow=format!("{share:.6}")>
                    <span class="share-letter">{letter}</span>
                </span>
            }
        };
        drawn.map(part).collect_view()
    };
    let list = move || {
        let item = |part: SharePart| {
            let name = match part.href {
                Some(href) => view! { <a class="share-name" href=href>{part.label}</a> }.into_any(),
                None => view! { <span class="share-name">{part.label}</span> }.into_any(),
            };
            view! {
                <li class="share-item">
                    <span class=part.tone.class() aria-hidden="true"></span>
                    {name}
                    <span class="share-value">{part.value}</span>
                </li>
            }
        };
        parts.get().into_iter().map(item).collect_view()
    };
    view! {
        <figure class="share">
            <figcaption class="chart-title">{title}</figcaption>
            <div class="share-bar" aria-hidden="true">{bar}</div>
            <ul class="share-list">{list}</ul>
        </figure>
    }
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn parts_fill_the_bar_and_what_is_not_above_zero_takes_no_room() {
        assert_eq!(shares([60.0, 20.0, -5.0, f64::NAN, 0.0].into_iter()), [0.75, 0.25, 0.0, 0.0, 0.0]);
        assert_eq!(shares([0.0, -1.0].into_iter()), [0.0, 0.0]);
        assert_eq!(shares([f64::MAX, f64::MAX].into_iter()), [0.0, 0.0]);
        assert!(shares([].into_iter()).is_empty());
    }
}
