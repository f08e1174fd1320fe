//! The form of a deal, in its dialog.

use leptos::prelude::*;

use crate::{
    domain::{
        book::Book,
        deal::{Deal, Standing},
        money::Currency,
        order::Order,
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    platform::{clock, format},
    state::Workspace,
    ui::{
        components::{
            Choice, Columns, DateInput, Field, MoneyInput, NumberInput, Select, TagInput, TextArea, TextInput,
        },
        pages::customer::{
            desk::Desk,
            labels::{currency_choices, field_label},
            pad::{Job, Pad},
        },
        words,
    },
};

use super::draft::DealDraft;

/// The form; open while the desk has a deal on it.
#[component]
pub fn DealForm(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let pad = Pad::new(
        "deal",
        move || desk.id.to_string(),
        desk.deal,
        move |old: Option<&Deal>| {
            let pipelines = workspace.peek(Book::settings).pipelines();
            DealDraft::of(&old.cloned().unwrap_or_else(|| fresh(workspace, desk)), &pipelines)
        },
    );
    let save = move |stay: bool| {
        let settings = workspace.peek(Book::settings);
        let tag = words::tag(i18n.get_locale_untracked());
        let old = match desk.deal.get_untracked() {
            Some(Job::Edit(id)) => workspace.peek(|book| book.get(id).map(|row| row.data.clone())),
            _ => None,
        };
        let base = old.unwrap_or_else(|| fresh(workspace, desk));
        let today = clock::today(&settings.time_zone);
        let read = pad.draft.with_untracked(|draft| {
            draft.parse(base, &settings.pipelines(), today, &|text| format::parse_number(tag, text))
        });
        pad.save(read, stay, Workspace::save_deal);
    };
    let title = move |is_there| {
        let words = if is_there { t_string!(i18n, deals.edit) } else { t_string!(i18n, deals.add) };
        words.to_owned()
    };
    pad.dialog(title, save, move || view! { <Fields pad desk/> }.into_any())
}

/// A deal that begins today, in the currency of the customer's latest order.
fn fresh(workspace: Workspace, desk: Desk) -> Deal {
    workspace.peek(|book| {
        let settings = book.settings();
        let latest = book.of::<Order>(desk.id).last();
        let currency = latest.map_or(settings.currency, |row| row.data.currency);
        let pipelines = settings.pipelines();
        let first = pipelines.first().expect("there is the usual one where none was set");
        Deal::new(desk.id, first, currency, clock::today(&settings.time_zone))
    })
}

/// Every input.
#[component]
fn Fields(pad: Pad<Deal, DealDraft>, desk: Desk) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let (draft, at) = (pad.draft, move |number| pad.error(number));
    let label = |number| field_label(Kind::Deal, number);
    let value = move |read: fn(&DealDraft) -> &String| Signal::derive(move || draft.with(|draft| read(draft).clone()));
    let write = move |place: fn(&mut DealDraft) -> &mut String| {
        Callback::new(move |text: String| draft.update(|draft| *place(draft) = text))
    };
    let pipelines = Memo::new(move |_| workspace.read(&[Kind::Settings], Book::settings).pipelines());
    let stages = Signal::derive(move || {
        let locale = i18n.get_locale();
        pipelines.with(|pipelines| {
            let several = pipelines.len() > 1;
            let named = |pipeline: &_, stage: &_| {
                let own = words::stage(locale, stage);
                if several { format!("{} · {own}", words::pipeline(locale, pipeline)) } else { own }
            };
            let of = |pipeline: &crate::domain::pipeline::Pipeline| {
                let choice =
                    |stage: &crate::domain::pipeline::Stage| Choice::new(stage.id.to_string(), named(pipeline, stage));
                pipeline.stages.iter().map(choice).collect::<Vec<_>>()
            };
            pipelines.iter().flat_map(of).collect::<Vec<_>>()
        })
    });
    // What its step says, where nothing is typed.
    let usual = Signal::derive(move || {
        let share = draft.with(|draft| pipelines.with(|all| draft.place(all).map(|(_, stage)| stage.probability)));
        share.map_or_else(String::new, |share| t_string!(i18n, deals.usual_share, share = share))
    });
    let has_ended = Memo::new(move |_| match desk.deal.get() {
        Some(Job::Edit(id)) => {
            workspace.read(&[Kind::Deal], |book| book.get(id).is_some_and(|row| row.data.standing != Standing::Open))
        }
        _ => false,
    });
    let first = Signal::stored(format!("{}-01-01", Order::YEARS.start()));
    let last = Signal::stored(format!("{}-12-31", Order::YEARS.end()));
    view! {
        <Field label=label(1) error=at(1) required=true>
            <TextInput value=value(|draft| &draft.title) on_input=write(|draft| &mut draft.title)/>
        </Field>
        <Columns narrow=true>
            <Field label=label(6) error=at(6)>
                <MoneyInput
                    currency=value(|draft| &draft.currency)
                    value=value(|draft| &draft.amount)
                    on_input=write(|draft| &mut draft.amount)
                />
            </Field>
            <Field label=label(5) error=at(5)>
                <Select
                    options=Signal::stored(currency_choices())
                    value=value(|draft| &draft.currency)
                    on_change=Callback::new(move |code: String| draft.update(|draft| {
                        if Currency::parse(&code).is_some() {
                            draft.currency = code;
                        }
                    }))
                />
            </Field>
            <Field label=label(9) error=at(9)>
                <DateInput
                    value=value(|draft| &draft.closes)
                    min=first
                    max=last
                    on_change=write(|draft| &mut draft.closes)
                />
            </Field>
        </Columns>
        <Columns narrow=true>
            <Field label=label(3) error=at(3) required=true>
                <Select options=stages value=value(|draft| &draft.stage) on_change=write(|draft| &mut draft.stage)/>
            </Field>
            <Field label=label(8) error=at(8) hint=usual>
                <NumberInput
                    whole=true
                    value=value(|draft| &draft.probability)
                    on_input=write(|draft| &mut draft.probability)
                />
            </Field>
        </Columns>
        <Columns narrow=true>
            <Field label=label(14) error=at(14)>
                <TextInput value=value(|draft| &draft.next) on_input=write(|draft| &mut draft.next)/>
            </Field>
            <Field label=label(15) error=at(15)>
                <DateInput
                    value=value(|draft| &draft.next_by)
                    min=first
                    max=last
                    on_change=write(|draft| &mut draft.next_by)
                />
            </Field>
        </Columns>
        <Field label=label(13) error=at(13)>
            <TagInput
                tags=Signal::derive(move || draft.with(|draft| draft.competitors.clone()))
                on_change=Callback::new(move |all: Vec<String>| draft.update(|draft| draft.competitors = all))
                remove_label=Callback::new(move |word: String| t_string!(i18n, bulk.remove_word, word = word))
            />
        </Field>
        <Field label=label(17) error=at(17)>
            <TextArea rows=3 value=value(|draft| &draft.note) on_input=write(|draft| &mut draft.note)/>
        </Field>
        <Show when=move || has_ended.get()>
            <Field label=label(12) error=at(12)>
                <TextArea rows=2 value=value(|draft| &draft.reason) on_input=write(|draft| &mut draft.reason)/>
            </Field>
        </Show>
    }
}
