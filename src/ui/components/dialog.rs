//! Questions that have to be answered first: the platform's own modal dialog, with its focus trap, Escape and return of the focus.

use leptos::html;
use leptos::prelude::*;

use super::button::{Button, ButtonKind, IconButton};
use super::dom::{tell, unique_id};
use super::icons::Icon;
use crate::platform::keys::has_command;

/// How much room a dialog takes where there is room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogSize {
    /// A question.
    Small,
    /// A form.
    #[default]
    Medium,
    /// A table, a comparison.
    Large,
}

impl DialogSize {
    const fn class(self) -> &'static str {
        match self {
            Self::Small => "dialog dialog-small",
            Self::Medium => "dialog",
            Self::Large => "dialog dialog-large",
        }
    }
}

/// A modal dialog. What stands in it is built when it opens and gone when it closes. It is a form: Enter sends it, Ctrl+Enter from
/// wherever one types.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Told when the user closes it, by key, button or a click beside it; set `open` to false then.
    #[prop(into)]
    on_close: Callback<()>,
    /// What is asked.
    #[prop(into)]
    title: Signal<String>,
    /// What the button that closes it says.
    #[prop(into)]
    close_label: Signal<String>,
    /// How much room it takes.
    #[prop(optional)]
    size: DialogSize,
    /// A click beside it does not close it: for forms with something typed in.
    #[prop(optional)]
    keep: bool,
    /// Told when the form is sent by Enter or a button with `submit`.
    #[prop(optional, into)]
    on_submit: Option<Callback<()>>,
    /// Told when what is in it is to be saved and stay open (Ctrl+S); without it that sends the form too.
    #[prop(optional, into)]
    on_stay: Option<Callback<()>>,
    /// The buttons, the first thing to do last.
    #[prop(optional, into)]
    footer: Option<ViewFn>,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let title_id = unique_id();
    let labelled_by = title_id.clone();
    let children = StoredValue::new(children);
    let footer = StoredValue::new(footer);
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.is_composing() || !has_command(&event) {
            return;
        }
        let told = match event.key().as_str() {
            "Enter" => on_submit,
            "s" | "S" => on_stay.or(on_submit),
            _ => return,
        };
        if let Some(told) = told {
            event.prevent_default();
            told.run(());
        }
    };
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                // After the content has been built, so that the first field gets the focus.
                request_animation_frame(move || {
                    if open.try_get_untracked() == Some(true) && !dialog.open() {
                        let _ = dialog.show_modal();
                    }
                });
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            node_ref=node
            class=size.class()
            aria-labelledby=labelled_by
            closedby=if keep { "closerequest" } else { "any" }
            on:close=move |_| {
                // Told later: the page may have changed by then.
                if open.try_get_untracked() == Some(true) {
                    tell(on_close, ());
                }
            }
        >
            <Show when=move || open.get()>
                <form
                    class="dialog-form"
                    novalidate=true
                    on:keydown=on_key
                    on:submit=move |event| {
                        event.prevent_default();
                        if let Some(on_submit) = on_submit {
                            on_submit.run(());
                        }
                    }
                >
                    <h2 class="dialog-title" id=title_id.clone()>
                        {title}
                    </h2>
                    <div class="dialog-body">{children.with_value(|children| children())}</div>
                    {footer.with_value(|footer| {
                        footer.as_ref().map(|footer| view! { <footer class="dialog-footer">{footer.run()}</footer> })
                    })}
                    // Last in order, so that the first field gets the focus and not the way out.
                    <div class="dialog-close">
                        <IconButton icon=Icon::Close label=close_label on_press=move || on_close.run(()) />
                    </div>
                </form>
            </Show>
        </dialog>
    }
}

/// Asks before something that cannot simply be undone. Where undo exists, act and offer undo in a toast instead.
#[component]
pub fn ConfirmDialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// What is asked, as a question.
    #[prop(into)]
    title: Signal<String>,
    /// What will happen.
    #[prop(into)]
    text: Signal<String>,
    /// What the button that does it says: the verb, not "OK".
    #[prop(into)]
    confirm_label: Signal<String>,
    /// What the button that does not says.
    #[prop(into)]
    cancel_label: Signal<String>,
    /// It takes something away.
    #[prop(optional)]
    danger: bool,
    /// Told when the user wants it done; set `open` to false then.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// Told when the user does not.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    let kind = if danger { ButtonKind::Danger } else { ButtonKind::Primary };
    view! {
        <Dialog
            open
            on_close=on_cancel
            title
            close_label=cancel_label
            size=DialogSize::Small
            on_submit=on_confirm
            footer=move || view! {
                <Button label=cancel_label on_press=on_cancel />
                <Button label=confirm_label kind submit=true />
            }
        >
            <p>{text}</p>
        </Dialog>
    }
}
