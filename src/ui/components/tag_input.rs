//! Several short words, as chips, with a line to type the next one.

use leptos::html;
use leptos::prelude::*;

use super::chip::Chip;
use super::dom::{is_composing, tell, unique_id};
use super::field::FieldLink;

/// Marks that end a tag, as typed on Latin and Chinese keyboards.
const SEPARATORS: [char; 5] = [',', '，', '、', ';', '；'];

/// Splits what was typed or pasted into tags: trimmed, without empty ones and without those that are there already.
fn new_tags(typed: &str, present: &[String]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for tag in typed.split(SEPARATORS).flat_map(str::lines).map(str::trim).filter(|tag| !tag.is_empty()) {
        if !present.iter().chain(&found).any(|known| known == tag) {
            found.push(tag.to_owned());
        }
    }
    found
}

/// Tags: Enter, a comma or leaving the line adds what was typed, Backspace in the empty line takes the last one away.
#[component]
pub fn TagInput(
    /// The tags that are there.
    #[prop(into)]
    tags: Signal<Vec<String>>,
    /// Told all tags after one was added or taken away.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// What the button that takes a tag away says, given the tag.
    #[prop(into)]
    remove_label: Callback<String, String>,
    /// Tags that are in use elsewhere.
    #[prop(optional, into)]
    suggestions: Signal<Vec<String>>,
    /// The spoken label, where no field gives one.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// Shown while nothing is typed.
    #[prop(optional, into)]
    placeholder: Option<Signal<String>>,
) -> impl IntoView {
    let link = FieldLink::here();
    let list = unique_id();
    let typed = RwSignal::new(String::new());
    let input = NodeRef::<html::Input>::new();
    let add = move || {
        // Leaving the line adds what was typed, and a line that is taken out of the page is left too.
        let Some((written, mut all)) = typed.try_get_untracked().zip(tags.try_get_untracked()) else { return };
        let found = new_tags(&written, &all);
        typed.set(String::new());
        if !found.is_empty() {
            all.extend(found);
            tell(on_change, all);
        }
    };
    let remove = move |tag: &str| {
        let rest = tags.get_untracked().into_iter().filter(|other| other != tag).collect();
        on_change.run(rest);
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
    };
    view! {
        <div class="input tags">
            <For each=move || tags.get() key=Clone::clone let:tag>
                {
                    let own = tag.clone();
                    let named = tag.clone();
                    view! {
                        <Chip
                            label=tag
                            remove_label=move || remove_label.run(named.clone())
                            on_remove=move |()| remove(&own)
                        />
                    }
                }
            </For>
            <input
                node_ref=input
                class="input-box tags-box"
                id=link.id.clone()
                type="text"
                list=list.clone()
                autocomplete="off"
                aria-label=label
                placeholder=placeholder
                aria-describedby=link.described_by
                aria-invalid=link.aria_invalid()
                prop:value=typed
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    if !is_composing(&event) && typed.with_untracked(|typed| typed.contains(SEPARATORS)) {
                        add();
                    }
                }
                on:keydown=move |event| {
                    if event.is_composing() {
                        return;
                    }
                    let empty = typed.with_untracked(String::is_empty);
                    match event.key().as_str() {
                        "Enter" if !empty => {
                            event.prevent_default();
                            add();
                        }
                        "Backspace" if empty => {
                            let last = tags.with_untracked(|tags| tags.last().cloned());
                            if let Some(last) = last {
                                remove(&last);
                            }
                        }
                        _ => {}
                    }
                }
                on:blur=move |_| add()
            />
            <datalist id=list>
                <For each=move || suggestions.get() key=Clone::clone let:suggestion>
                    <option value=suggestion></option>
                </For>
            </datalist>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::new_tags;

    #[test]
    fn tags_are_split_at_latin_and_chinese_marks_and_never_doubled() {
        let present = ["vip".to_owned()];
        assert_eq!(new_tags(" vip, 老客戶、展覽；，fair\nfair ", &present), ["老客戶", "展覽", "fair"]);
        assert!(new_tags(" ,、 ", &present).is_empty());
    }
}
