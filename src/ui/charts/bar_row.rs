//! A share as a bar, in a line with its name and its number.

use leptos::prelude::*;

/// One line of a comparison; set several under each other.
#[component]
pub fn BarRow(
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
    /// Its number, as text.
    #[prop(into)]
    value: Signal<String>,
    /// How long the bar is, from 0 to 1.
    #[prop(into)]
    share: Signal<f64>,
    /// Where what it counts is listed.
    #[prop(optional, into)]
    href: Option<Signal<String>>,
) -> impl IntoView {
    view! {
        <div class="bar-row">
            {match href {
                Some(href) => view! { <a class="bar-label" href=href>{label}</a> }.into_any(),
                None => view! { <span class="bar-label">{label}</span> }.into_any(),
            }}
            <span class="bar-track" aria-hidden="true">
                <span
                    class="bar-fill"
                    style:width=move || {
                        let share = share.get();
                        format!("{:.2}%", if share.is_finite() { share.clamp(0.0, 1.0) * 100.0 } else { 0.0 })
                    }
                ></span>
            </span>
            <span class="bar-value">{value}</span>
        </div>
    }
}
