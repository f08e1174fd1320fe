//! What has just happened, said in passing, with the way back.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::badge::Tone;
use super::button::{Button, ButtonKind, IconButton};
use super::dom::{focus_main, has_focus};
use super::icons::{Glyph, Icon};

/// What a message offers to do. Not a `Callback`, which ends with the page that made it: a message stays when the page goes.
type Action = Arc<dyn Fn() + Send + Sync>;

/// One message.
#[derive(Clone)]
pub struct Toast {
    text: String,
    tone: Tone,
    action: Option<(String, Action)>,
    seconds: Option<u32>,
}

impl Toast {
    /// A message that goes away after eight seconds, or later while it is pointed at or has the focus.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Neutral, action: None, seconds: Some(8) }
    }

    /// A message that something went wrong; it stays until it is closed.
    pub fn error(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Danger, action: None, seconds: None }
    }

    /// The same, in another tone.
    pub fn with_tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// The same with a button, such as one that undoes it. Pressing it also closes the message. The message may outlive the page that
    /// shows it: let `on_press` hold nothing that belongs to the page alone.
    pub fn with_action(self, label: impl Into<String>, on_press: impl Fn() + Send + Sync + 'static) -> Self {
        Self { action: Some((label.into(), Arc::new(on_press))), ..self }
    }

    /// The same, staying until it is closed.
    pub fn staying(self) -> Self {
        Self { seconds: None, ..self }
    }
}

/// Names a message that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ToastId(u32);

/// The messages that are shown. One for the whole app, in the context.
#[derive(Clone, Copy, Debug)]
pub struct Toasts {
    shown: RwSignal<Vec<(ToastId, Toast)>>,
    last: StoredValue<u32>,
}

/// More than these would hide the page; the oldest go.
const MOST: usize = 4;

impl Toasts {
    /// Puts an empty list into the context; the shell does this once and draws it with [`ToastRegion`].
    pub fn provide() -> Self {
        let toasts = Self { shown: RwSignal::new(Vec::new()), last: StoredValue::new(0) };
        provide_context(toasts);
        toasts
    }

    /// The list of the app.
    ///
    /// # Panics
    /// If the shell has not provided one.
    pub fn here() -> Self {
        expect_context()
    }

    /// Shows a message.
    pub fn show(self, toast: Toast) -> ToastId {
        let id = ToastId(self.last.get_value() + 1);
        self.last.set_value(id.0);
        self.shown.update(|shown| {
            shown.push((id, toast));
            if shown.len() > MOST {
                shown.remove(0);
            }
        });
        id
    }

    /// Takes a message away; nothing happens if it has gone already.
    pub fn dismiss(self, id: ToastId) {
        self.shown.update(|shown| shown.retain(|(other, _)| *other != id));
    }
}

const fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral | Tone::Accent => "toast",
        Tone::Success => "toast toast-success",
        Tone::Warning => "toast toast-warning",
        Tone::Danger => "toast toast-danger",
    }
}

/// Where messages appear, and where screen readers hear of them. The shell has one, from the start.
#[component]
pub fn ToastRegion(
    /// What the region is called.
    #[prop(into)]
    label: Signal<String>,
    /// What the button that closes a message says.
    #[prop(into)]
    dismiss_label: Signal<String>,
) -> impl IntoView {
    let toasts = Toasts::here();
    let region = NodeRef::<html::Section>::new();
    let dismiss = move |id| {
        // The element with the focus is about to go: keep the keyboard's place in the page.
        let inside = region.get_untracked().is_some_and(|region| has_focus(&region));
        toasts.dismiss(id);
        if inside {
            focus_main();
        }
    };
    view! {
        <section class="toasts" node_ref=region aria-label=label aria-live="polite">
            <For each=move || toasts.shown.get() key=|(id, _)| *id let((id, toast))>
                <div
                    class=class(toast.tone)
                    class:toast-fleeting=toast.seconds.is_some()
                    role=(toast.tone == Tone::Danger).then_some("alert")
                    style=("--toast-life", format!("{}s", toast.seconds.unwrap_or_default()))
                    // The clock is an animation: it stops by itself while the message is pointed at or has the focus.
                    on:animationend=move |event| {
                        if event.animation_name() == "toast-life" {
                            dismiss(id);
                        }
                    }
                >
                    <Glyph icon=tone_icon(toast.tone) />
                    <p class="toast-text">{toast.text}</p>
                    {toast.action.map(|(label, on_press)| view! {
                        <Button
                            small=true
                            kind=ButtonKind::Quiet
                            label
                            on_press=move || {
                                dismiss(id);
                                on_press();
                            }
                        />
                    })}
                    <IconButton small=true icon=Icon::Close label=dismiss_label on_press=move || dismiss(id) />
                </div>
            </For>
        </section>
    }
}

/// The icon of a tone.
pub(super) const fn tone_icon(tone: Tone) -> Icon {
    match tone {
        Tone::Neutral | Tone::Accent => Icon::Info,
        Tone::Success => Icon::Success,
        Tone::Warning => Icon::Warning,
        Tone::Danger => Icon::Error,
    }
}
