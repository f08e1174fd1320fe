//! How things stand, said at the head of what it concerns, for as long as it holds.

use leptos::prelude::*;

use super::badge::Tone;
use super::button::IconButton;
use super::icons::{Glyph, Icon};
use super::toasts::tone_icon;

const fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral => "banner",
        Tone::Accent => "banner banner-accent",
        Tone::Success => "banner banner-success",
        Tone::Warning => "banner banner-warning",
        Tone::Danger => "banner banner-danger",
    }
}

/// A message in the page: what is the matter, and what to do.
#[component]
pub fn Banner(
    /// What is the matter.
    #[prop(into)]
    title: Signal<String>,
    /// More about it: cause, place, remedy.
    #[prop(optional, into)]
    text: Option<Signal<String>>,
    /// How bad it is. [`Tone::Danger`] is read out at once when it appears.
    #[prop(optional)]
    tone: Tone,
    /// What the button that closes it says.
    #[prop(optional, into)]
    dismiss_label: Signal<String>,
    /// Told when the user closes it; without it the message stays while it holds.
    #[prop(optional, into)]
    on_dismiss: Option<Callback<()>>,
    /// Buttons, or more text.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=class(tone) role=if tone == Tone::Danger { "alert" } else { "status" }>
            <Glyph icon=tone_icon(tone) />
            <div class="banner-body">
                <p class="banner-title">{title}</p>
                {text.map(|text| view! { <p class="banner-text">{text}</p> })}
                {children.map(|children| view! { <div class="banner-actions">{children()}</div> })}
            </div>
            {on_dismiss.map(|on_dismiss| view! {
                <IconButton small=true icon=Icon::Close label=dismiss_label on_press=on_dismiss />
            })}
        </div>
    }
}
