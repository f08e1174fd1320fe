//! The questions of the dialog.

use leptos::prelude::*;

use crate::{
    domain::{flaw::Flaw, money::Currency, record::Kind, setting::AnySetting},
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        components::{CellKind, Choice, Field, Segmented, Select},
        editing::{field::AnyField, tags::in_use, value_input::ValueInput},
        words,
    },
};

use super::{
    BulkJob,
    wanted::{How, Wanted},
};

/// The field, what happens to it, and the value.
#[component]
pub fn Asked(
    /// What is listed.
    kind: Kind,
    /// The currency in which amounts are typed.
    currency: Signal<Currency>,
    /// What is to be done.
    job: RwSignal<Option<BulkJob>>,
    /// What is wanted.
    wanted: RwSignal<Wanted>,
    /// Whether somebody tried to go on: from then on the flaw is shown.
    tried: RwSignal<bool>,
    /// What it comes to.
    setting: Memo<Result<AnySetting, Flaw>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let tags = if kind == Kind::Party { in_use() } else { RwSignal::new(Vec::new()) };
    let fields = Memo::new(move |_| workspace.read(&[Kind::CustomField], |book| AnyField::all(book, kind)));
    let field = Memo::new(move |_| wanted.with(|wanted| wanted.field.clone()));
    let how = Memo::new(move |_| wanted.with(|wanted| wanted.how));
    let choose = move |key: String| {
        let found = fields.with_untracked(|fields| fields.iter().find(|field| field.key() == key).cloned());
        if let Some(field) = found {
            let mut chosen = Wanted::of(field);
            // A choice shows its first as chosen.
            if let CellKind::Choice(options) =
                chosen.field.kind(i18n.get_locale_untracked(), currency.get_untracked(), &[])
            {
                chosen.text = options.first().map(|choice| choice.value.clone()).unwrap_or_default();
            }
            wanted.set(chosen);
            tried.set(false);
        }
    };
    let options = Signal::derive(move || {
        let locale = i18n.get_locale();
        fields
            .with(|fields| fields.iter().map(|field| Choice::new(field.key(), field.label(locale))).collect::<Vec<_>>())
    });
    let hows = Signal::derive(move || {
        let locale = i18n.get_locale();
        field.with(|field| {
            let fitting = How::ALL.into_iter().filter(|how| how.fits(field));
            fitting.map(|how| Choice::new((how as u8).to_string(), how.word(locale))).collect::<Vec<_>>()
        })
    });
    let error = Signal::derive(move || {
        let locale = i18n.get_locale();
        let flaw = setting.with(|setting| setting.as_ref().err().copied());
        flaw.filter(|_| tried.get()).map(|flaw| words::flaw(locale, flaw))
    });
    view! {
        <Show when=move || job.get() != Some(BulkJob::Tag)>
            <Field label=Signal::derive(move || t_string!(i18n, bulk.field).to_string())>
                <Select
                    options
                    value=Signal::derive(move || field.with(AnyField::key))
                    on_change=Callback::new(choose)
                />
            </Field>
        </Show>
        <Segmented
            label=Signal::derive(move || t_string!(i18n, bulk.how).to_string())
            options=hows
            value=Signal::derive(move || (how.get() as u8).to_string())
            on_change=Callback::new(move |value: String| {
                if let Some(how) = How::ALL.into_iter().find(|how| (*how as u8).to_string() == value) {
                    wanted.update(|wanted| wanted.how = how);
                }
            })
        />
        <Show when=move || how.get() != How::Clear>
            <Field label=Signal::derive(move || t_string!(i18n, bulk.value).to_string()) error>
                {move || {
                    let kind = field.with(|field| tags.with(|tags| field.kind(i18n.get_locale(), currency.get(), tags)));
                    view! {
                        <ValueInput
                            kind
                            value=Signal::derive(move || wanted.with(|wanted| wanted.text.clone()))
                            on_input=Callback::new(move |text: String| wanted.update(|wanted| wanted.text = text))
                        />
                    }
                }}
            </Field>
        </Show>
    }
}
