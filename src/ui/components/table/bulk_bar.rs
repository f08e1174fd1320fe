//! What can be done with the rows that are ticked: a bar at the lower edge, in reach of the thumb.

use leptos::prelude::*;

use crate::ui::components::{Button, ButtonKind, Icon, IconButton};

/// The bar. It is there while something is ticked; how much that is, it says aloud whenever it changes.
#[component]
pub fn BulkBar(
    /// How many are ticked.
    #[prop(into)]
    count: Signal<usize>,
    /// The same as a sentence.
    #[prop(into)]
    text: Signal<String>,
    /// What the button says that ticks all rows of the list; none while all are.
    #[prop(into)]
    all_label: Signal<Option<String>>,
    /// Told that all are to be ticked.
    #[prop(into)]
    on_all: Callback<()>,
    /// What the button says that unticks all.
    #[prop(into)]
    clear_label: Signal<String>,
    /// Told that all are to be unticked.
    #[prop(into)]
    on_clear: Callback<()>,
    /// What can be done: buttons and menus.
    children: ChildrenFn,
) -> impl IntoView {
    let any = Memo::new(move |_| count.get() > 0);
    let said = move || if any.get() { text.get() } else { String::new() };
    view! {
        <div class="bulk" class:bulk-open=any>
            // It is there before it has something to say: else nobody hears the first word.
            <span class="bulk-count" role="status">{said}</span>
            <Show when=move || any.get()>
                {move || all_label.get().map(|label| view! {
                    <Button small=true kind=ButtonKind::Quiet label on_press=on_all />
                })}
                <div class="bulk-actions">{children()}</div>
                <IconButton icon=Icon::Close label=clear_label on_press=on_clear />
            </Show>
        </div>
    }
}
