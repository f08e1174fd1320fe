//! The form of a promise, in its dialog.

use leptos::prelude::*;

use crate::{
    domain::{order::Order, promise::Promise, record::Kind},
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        components::{Columns, DateInput, Field, TextArea},
        pages::customer::{
            labels::field_label,
            pad::{Job, Pad},
        },
    },
};

use super::{desk::WorkDesk, promise_draft::PromiseDraft, when::peek_today};

/// The form; open while the desk has a promise on it.
#[component]
pub fn PromiseForm() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, desk) = (Workspace::expect(), WorkDesk::expect());
    let whose = move || desk.whom().map_or_else(String::new, |party| party.to_string());
    let pad = Pad::new("promise", whose, desk.promise, move |old: Option<&Promise>| match old {
        Some(old) => PromiseDraft::of(old),
        None => PromiseDraft::fresh(peek_today(workspace)),
    });
    let save = move |stay: bool| {
        let old = match desk.promise.get_untracked() {
            Some(Job::Edit(id)) => workspace.peek(|book| book.get(id).map(|row| row.data.clone())),
            _ => None,
        };
        let Some(party) = old.as_ref().map(|old| old.party).or_else(|| desk.whom()) else { return };
        pad.save(pad.draft.with_untracked(|draft| draft.parse(party, old.as_ref())), stay, Workspace::save_promise);
    };
    let title = move |is_there| {
        let words = if is_there { t_string!(i18n, work.edit_promise) } else { t_string!(i18n, work.new_promise) };
        words.to_owned()
    };
    let draft = pad.draft;
    let value =
        move |read: fn(&PromiseDraft) -> &String| Signal::derive(move || draft.with(|draft| read(draft).clone()));
    let write = move |place: fn(&mut PromiseDraft) -> &mut String| {
        Callback::new(move |text: String| draft.update(|draft| *place(draft) = text))
    };
    let label = |number| field_label(Kind::Promise, number);
    let most = || Signal::stored(format!("{}-12-31", Order::YEARS.end()));
    let inputs = move || {
        view! {
            <Field label=label(1) error=pad.error(1) required=true>
                <TextArea rows=3 value=value(|draft| &draft.what) on_input=write(|draft| &mut draft.what)/>
            </Field>
            <Columns narrow=true>
                <Field label=label(2) error=pad.error(2) required=true>
                    <DateInput
                        value=value(|draft| &draft.by)
                        max=most()
                        on_change=write(|draft| &mut draft.by)
                    />
                </Field>
                <Field label=label(3) error=pad.error(3) required=true>
                    <DateInput
                        value=value(|draft| &draft.made)
                        max=most()
                        on_change=write(|draft| &mut draft.made)
                    />
                </Field>
            </Columns>
        }
        .into_any()
    };
    pad.dialog(title, save, inputs)
}
