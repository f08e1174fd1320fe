//! Some of the records, as they are and as they will be.

use leptos::prelude::*;

use crate::{
    domain::{flaw::Flaw, record::Kind, setting::AnySetting},
    i18n::{t_string, td_string, use_i18n},
    state::Workspace,
    ui::editing::outcome::title,
};

use super::wanted::Wanted;

/// How many are shown as they will be.
const EXAMPLES: usize = 5;

/// Some of them, as they are and as they will be.
#[component]
pub fn Examples(
    /// What is listed.
    kind: Kind,
    /// Which are to be changed.
    slots: Signal<Vec<u32>>,
    /// What is wanted.
    wanted: RwSignal<Wanted>,
    /// What it comes to.
    setting: Memo<Result<AnySetting, Flaw>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let lines = move || {
        let locale = i18n.get_locale();
        let setting = setting.get().ok()?;
        let first: Vec<u32> = slots.with(|slots| slots.iter().take(EXAMPLES).copied().collect());
        let field = wanted.with(|wanted| wanted.field.clone());
        let shown =
            |text: String| if text.is_empty() { td_string!(locale, common.empty_value).to_owned() } else { text };
        let lines = workspace.read(&[kind], |book| {
            let changed = first.into_iter().filter_map(|slot| {
                let (before, after) = field.before_and_after(locale, book, slot, &setting)?;
                Some(td_string!(
                    locale,
                    common.history_field,
                    field = title(locale, book, kind, slot),
                    before = shown(before),
                    after = shown(after)
                ))
            });
            changed.collect::<Vec<_>>()
        });
        Some(view! {
            <section class="bulk-examples">
                <h3>{t_string!(i18n, bulk.preview)}</h3>
                <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            </section>
        })
    };
    view! { {lines} }
}
