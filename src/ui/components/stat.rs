//! One number that matters.

use leptos::prelude::*;

use super::badge::Tone;

/// A number with what it counts and how it has changed.
#[component]
pub fn Stat(
    /// What is counted.
    #[prop(into)]
    label: Signal<String>,
    /// The number, with its unit.
    #[prop(into)]
    value: Signal<String>,
    /// How it differs from before, with its sign.
    #[prop(optional, into)]
    delta: Option<Signal<String>>,
    /// Whether that difference is good or bad.
    #[prop(optional, into)]
    delta_tone: Signal<Tone>,
    /// What it rests on: the period, how many records.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Where the records behind it are listed.
    #[prop(optional, into)]
    href: Option<Signal<String>>,
) -> impl IntoView {
    let delta_class = move || match delta_tone.get() {
        Tone::Success => "stat-delta stat-good",
        Tone::Danger | Tone::Warning => "stat-delta stat-bad",
        Tone::Neutral | Tone::Accent => "stat-delta",
    };
    view! {
        <div class="stat">
            <p class="stat-label">
                {match href {
                    Some(href) => view! { <a class="stat-link" href=href>{label}</a> }.into_any(),
                    None => view! { <span>{label}</span> }.into_any(),
                }}
            </p>
            <p class="stat-value">
                {value} {delta.map(|delta| view! { <span class=delta_class>{delta}</span> })}
            </p>
            {hint.map(|hint| view! { <p class="stat-hint">{hint}</p> })}
        </div>
    }
}
