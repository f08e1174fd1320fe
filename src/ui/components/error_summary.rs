//! Everything that is wrong with a form, with a way to each input.

use leptos::html;
use leptos::prelude::*;

use super::dom::{focus_invalid, invalid_fields};

/// What is wrong with the form that this stands in: each field by its label, with its sentence; pressing one leads to its input. It is
/// read from the page, so that it says what the fields say. Read out at once when it appears.
#[component]
pub fn ErrorSummary(
    /// How many things are wrong. Derived, not remembered: it has to tell whenever they change.
    #[prop(into)]
    count: Signal<usize>,
    /// What stands above them.
    #[prop(into)]
    title: Signal<String>,
) -> impl IntoView {
    let root = NodeRef::<html::Div>::new();
    let found = RwSignal::new(Vec::<(String, String)>::new());
    Effect::new(move |_| {
        let is_wrong = count.get() > 0;
        // Once the fields have drawn their sentences.
        request_animation_frame(move || {
            let fields = root.try_get_untracked().flatten().filter(|_| is_wrong).map(|root| invalid_fields(&root));
            found.try_set(fields.unwrap_or_default());
        });
    });
    view! {
        <div class="error-summary" role="alert" node_ref=root>
            <Show when=move || { count.get() > 0 }>
                <p class="error-summary-title">{title}</p>
                <ul class="error-summary-list">
                    {move || {
                        let line = |(index, (label, sentence)): (usize, (String, String))| {
                            let press = move |_| {
                                if let Some(root) = root.get_untracked() {
                                    focus_invalid(&root, index);
                                }
                            };
                            view! {
                                <li>
                                    <button type="button" class="error-summary-link" on:click=press>
                                        {format!("{label}: {sentence}")}
                                    </button>
                                </li>
                            }
                        };
                        found.get().into_iter().enumerate().map(line).collect_view()
                    }}
                </ul>
            </Show>
        </div>
    }
}
