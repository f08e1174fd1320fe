//! Buttons act; what leads to another address is a [`LinkButton`] and stays a link.

use leptos::prelude::*;

use super::icons::{Glyph, Icon};
use super::spinner::Spinner;

/// How much a button asks to be pressed. One [`ButtonKind::Primary`] a screen is enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do here.
    Primary,
    /// One of several things to do.
    #[default]
    Plain,
    /// A thing to do on the side: no border until it is pointed at.
    Quiet,
    /// Takes something away.
    Danger,
}

impl ButtonKind {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Plain => "button",
            Self::Quiet => "button button-quiet",
            Self::Danger => "button button-danger",
        }
    }
}

/// A button with words, and an icon before them if there is one.
#[component]
pub fn Button(
    /// What it does, as a verb.
    #[prop(into)]
    label: Signal<String>,
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
    /// Drawn before the label.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// While true the button turns and does not act; it keeps the focus.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// While true the button is greyed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Sends the form it stands in, instead of acting alone.
    #[prop(optional)]
    submit: bool,
    /// Smaller, for rows and toolbars.
    #[prop(optional)]
    small: bool,
    /// Whether what it opens is open, for a button that opens something.
    #[prop(optional, into)]
    expanded: Option<Signal<bool>>,
    /// Whether it is held down, for a button that switches something.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// Told when it is pressed.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            class:button-small=small
            disabled=disabled
            aria-busy=move || busy.get().then_some("true")
            aria-expanded=expanded.map(|expanded| move || expanded.get().to_string())
            aria-pressed=pressed.map(|pressed| move || pressed.get().to_string())
            on:click=move |event| {
                if busy.get_untracked() {
                    event.prevent_default();
                } else if let Some(on_press) = on_press {
                    on_press.run(());
                }
            }
        >
            {move || if busy.get() { view! { <Spinner /> }.into_any() } else { icon.map(|icon| view! { <Glyph icon /> }).into_any() }}
            <span class="button-text">{label}</span>
        </button>
    }
}

/// A button that shows an icon alone; its label is spoken, and shown when pointed at.
#[component]
pub fn IconButton(
    /// What it does, as a verb: every icon needs words.
    #[prop(into)]
    label: Signal<String>,
    /// What is drawn.
    #[prop(into)]
    icon: Signal<Icon>,
    /// While true the button is greyed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Smaller, for rows and chips.
    #[prop(optional)]
    small: bool,
    /// Whether it is held down, for a button that switches something.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// The keys that do the same, as `aria-keyshortcuts` has them; shown with the label.
    #[prop(optional, into)]
    keys: Signal<Option<String>>,
    /// Told when it is pressed.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let title = move || match keys.get() {
        Some(keys) => format!("{} ({keys})", label.get()),
        None => label.get(),
    };
    view! {
        <button
            type="button"
            class="button button-quiet button-icon"
            class:button-small=small
            disabled=disabled
            title=title
            aria-keyshortcuts=keys
            aria-label=label
            aria-pressed=pressed.map(|pressed| move || pressed.get().to_string())
            on:click=move |_| {
                if let Some(on_press) = on_press {
                    on_press.run(());
                }
            }
        >
            <Glyph icon />
        </button>
    }
}

/// A link that looks like a button: it goes somewhere, can be opened in a new tab, and is read out as a link.
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// What it says.
    #[prop(into)]
    label: Signal<String>,
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
    /// Drawn before the label.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// The label is spoken only and the icon stands alone.
    #[prop(optional)]
    icon_only: bool,
    /// Smaller, for rows and toolbars.
    #[prop(optional)]
    small: bool,
    /// The name of the file, for a link that saves one.
    #[prop(optional, into)]
    download: Option<Signal<String>>,
    /// The keys that do the same, as `aria-keyshortcuts` has them; shown with the label where it is not seen otherwise.
    #[prop(optional, into)]
    keys: Signal<Option<String>>,
) -> impl IntoView {
    let title = move || match keys.get() {
        Some(keys) => format!("{} ({keys})", label.get()),
        None => label.get(),
    };
    view! {
        <a
            href=href
            class=kind.class()
            class:button-small=small
            class:button-icon=icon_only
            title=icon_only.then_some(title)
            aria-keyshortcuts=keys
            download=download
        >
            {icon.map(|icon| view! { <Glyph icon /> })}
            <span class="button-text" class:visually-hidden=icon_only>
                {label}
            </span>
        </a>
    }
}
