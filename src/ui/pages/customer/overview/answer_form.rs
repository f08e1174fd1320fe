//! The form of an answer, in its dialog.

use leptos::prelude::*;

use crate::{
    domain::{
        contact::Channel,
        order::Order,
        record::Kind,
        survey::{Question, Survey},
    },
    i18n::{t_string, use_i18n},
    platform::clock,
    state::Workspace,
    ui::{
        components::{Choice, DateInput, Field, Scale, Segmented, Select, TextArea},
        pages::customer::{
            desk::Desk,
            labels::{field_label, indexed},
            pad::Pad,
        },
        words,
    },
};

use super::answer_draft::AnswerDraft;

/// The form; open while the desk has an answer on it.
#[component]
pub fn AnswerForm(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let pad = Pad::new(
        "answer",
        move || desk.id.to_string(),
        desk.answer,
        move |old: Option<&Survey>| old.map_or_else(|| fresh(workspace, desk), AnswerDraft::of),
    );
    let save = move |stay: bool| {
        let read = pad.draft.with_untracked(|draft| draft.parse(desk.id));
        pad.save(read, stay, Workspace::save_survey);
    };
    let title = move |is_there| {
        let words = if is_there { t_string!(i18n, customer.edit_answer) } else { t_string!(i18n, customer.add_answer) };
        words.to_owned()
    };
    pad.dialog(title, save, move || view! { <Fields pad/> }.into_any())
}

/// A new answer of today, to the question that was asked last.
fn fresh(workspace: Workspace, desk: Desk) -> AnswerDraft {
    workspace.peek(|book| {
        let last = book.slots_of::<Survey>(desk.id).last().and_then(|slot| book.surveys.at(*slot));
        let question = last.map_or(Question::Csat, |row| row.data.question);
        AnswerDraft::new(clock::today(&book.settings().time_zone), question)
    })
}

/// Every input.
#[component]
fn Fields(pad: Pad<Survey, AnswerDraft>) -> impl IntoView {
    let i18n = use_i18n();
    let (draft, at) = (pad.draft, move |number| pad.error(number));
    let question = Memo::new(move |_| draft.with(AnswerDraft::question));
    let questions = Signal::derive(move || indexed(&Question::ALL, |one| words::question(i18n.get_locale(), one)));
    let channels = Signal::derive(move || {
        let none = Choice::new("", t_string!(i18n, customer.no_channel));
        let all = indexed(&Channel::ALL, |channel| words::channel(i18n.get_locale(), channel));
        [none].into_iter().chain(all).collect::<Vec<_>>()
    });
    let asked = Signal::derive(move || {
        let sentence = match question.get() {
            Question::Nps => t_string!(i18n, customer.ask_nps),
            Question::Csat => t_string!(i18n, customer.ask_csat),
            Question::Ces => t_string!(i18n, customer.ask_ces),
        };
        sentence.to_owned()
    });
    let meanings = Signal::derive(move || {
        let (low, high) = match question.get() {
            Question::Nps => (t_string!(i18n, customer.nps_low), t_string!(i18n, customer.nps_high)),
            Question::Csat => (t_string!(i18n, customer.csat_low), t_string!(i18n, customer.csat_high)),
            Question::Ces => (t_string!(i18n, customer.ces_low), t_string!(i18n, customer.ces_high)),
        };
        (low.to_owned(), high.to_owned())
    });
    view! {
        <Segmented
            label=field_label(Kind::Survey, 2)
            options=questions
            value=Signal::derive(move || draft.with(|draft| draft.question.clone()))
            on_change=move |value: String| draft.update(|draft| draft.ask(value))
        />
        <Scale
            label=asked
            ends=Signal::derive(move || question.get().ends())
            meanings
            value=Signal::derive(move || draft.with(|draft| draft.answer.clone()))
            on_change=move |value: String| draft.update(|draft| draft.answer = value)
            error=at(3)
        />
        <Field label=field_label(Kind::Survey, 1) error=at(1) required=true>
            <DateInput
                value=Signal::derive(move || draft.with(|draft| draft.day.clone()))
                min=Signal::stored(format!("{}-01-01", Order::YEARS.start()))
                max=Signal::stored(format!("{}-12-31", Order::YEARS.end()))
                on_change=move |text: String| draft.update(|draft| draft.day = text)
            />
        </Field>
        <Field label=field_label(Kind::Survey, 4) error=at(4)>
            <Select
                options=channels
                value=Signal::derive(move || draft.with(|draft| draft.channel.clone()))
                on_change=move |value: String| draft.update(|draft| draft.channel = value)
            />
        </Field>
        <Field label=field_label(Kind::Survey, 5) error=at(5)>
            <TextArea
                rows=3
                value=Signal::derive(move || draft.with(|draft| draft.comment.clone()))
                on_input=move |text: String| draft.update(|draft| draft.comment = text)
            />
        </Field>
    }
}
