//! The second step: how the file was understood, each part open to change.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    interchange::csv::{Confidence, Dialect, Encoding, FileKind, columns, dialect::DELIMITERS},
    state::ImportSession,
    ui::components::{Banner, Card, Columns, Field, NumberInput, Stack, Tone},
};

use super::{desk::Desk, names, options::Decisions, pick::Pick, preview::Preview};

/// Encoding, dialect, columns, decisions.
#[component]
pub fn Recognition() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let unsure = Memo::new(move |_| {
        desk.session.with(|session| {
            session.as_ref().is_some_and(|session| {
                let recognised = &session.recognised;
                recognised.encoding.confidence == Confidence::Guess || recognised.confidence == Confidence::Guess
            })
        })
    });
    view! {
        <Card title=Signal::derive(move || t_string!(i18n, import.step_recognised).to_string())>
            <Stack>
                {move || unsure.get().then(|| view! {
                    <Banner tone=Tone::Warning title=t_string!(i18n, import.unsure).to_string()/>
                })}
                <Form/>
                <Preview/>
                <Lacks/>
                <Decisions/>
            </Stack>
        </Card>
    }
}

/// How the file is written.
#[component]
fn Form() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let dialect = Signal::derive(move || of(desk, |session| session.dialect.clone()).unwrap_or_default());
    let change = move |change: fn(&mut Dialect, Option<u8>, bool), byte: Option<u8>, flag: bool| {
        desk.change(move |session, watch| async move {
            let mut dialect = session.dialect.clone();
            change(&mut dialect, byte, flag);
            session.change_dialect(dialect, &watch).await
        });
    };
    let delimiters = Signal::derive(move || {
        let mut all = DELIMITERS.to_vec();
        let own = dialect.with(|dialect| dialect.delimiter);
        if !all.contains(&own) {
            all.push(own);
        }
        all
    });
    let on_encoding = move |encoding: Encoding| {
        desk.change(move |session, watch| async move { session.change_encoding(encoding, &watch).await });
    };
    let on_kind = move |kind: FileKind| {
        desk.change(move |session, watch| async move { session.change_kind(kind, &watch).await });
    };
    view! {
        <Columns narrow=true>
            <Pick
                label=Signal::derive(move || t_string!(i18n, import.kind).to_string())
                all=FileKind::ALL.to_vec()
                name=names::file_kind
                value=Signal::derive(move || of(desk, |session| session.plan.kind).unwrap_or(FileKind::Customers))
                on_pick=Callback::new(on_kind)
            />
            <Pick
                label=Signal::derive(move || t_string!(i18n, import.encoding).to_string())
                all=Encoding::ALL.to_vec()
                name=names::encoding
                value=Signal::derive(move || of(desk, |session| session.encoding).unwrap_or(Encoding::Utf8))
                on_pick=Callback::new(on_encoding)
            />
            <Pick
                label=Signal::derive(move || t_string!(i18n, import.delimiter).to_string())
                all=delimiters
                name=names::delimiter
                value=Signal::derive(move || dialect.with(|dialect| dialect.delimiter))
                on_pick=Callback::new(move |byte: u8| {
                    change(|dialect, byte, _| dialect.delimiter = byte.unwrap_or(b','), Some(byte), false);
                })
            />
            <Pick
                label=Signal::derive(move || t_string!(i18n, import.header).to_string())
                all=vec![true, false]
                name=names::header
                value=Signal::derive(move || dialect.with(|dialect| dialect.has_header))
                on_pick=Callback::new(move |flag: bool| change(|dialect, _, flag| dialect.has_header = flag, None, flag))
            />
            <Pick
                label=Signal::derive(move || t_string!(i18n, import.quote).to_string())
                all=vec![Some(b'"'), Some(b'\''), None]
                name=names::quote
                value=Signal::derive(move || dialect.with(|dialect| dialect.quote))
                on_pick=Callback::new(move |quote: Option<u8>| change(|dialect, quote, _| dialect.quote = quote, quote, false))
            />
            <Pick
                label=Signal::derive(move || t_string!(i18n, import.short_rows).to_string())
                all=vec![false, true]
                name=names::short_rows
                value=Signal::derive(move || dialect.with(|dialect| dialect.short_rows))
                on_pick=Callback::new(move |flag: bool| change(|dialect, _, flag| dialect.short_rows = flag, None, flag))
            />
            <FirstLine/>
        </Columns>
    }
}

/// The line in which the table begins: some programs write a title, an address, a period above it.
#[component]
fn FirstLine() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let line = Memo::new(move |_| of(desk, |session| session.dialect.first_line).unwrap_or(1));
    let set = move |text: String| match text.trim().parse::<u64>() {
        Ok(first_line) if first_line > 0 => desk.change(move |session, watch| async move {
            let dialect = Dialect { first_line, ..session.dialect.clone() };
            session.change_dialect(dialect, &watch).await
        }),
        _ => desk.refused.update(|refused| *refused += 1),
    };
    let set = Callback::new(set);
    // A line that was refused: the box is made anew to show what holds.
    let input = move || {
        desk.refused.track();
        view! {
            <NumberInput
                whole=true
                value=Signal::derive(move || line.get().to_string())
                on_change=set
                disabled=desk.running
            />
        }
    };
    view! {
        <Field label=Signal::derive(move || t_string!(i18n, import.first_line).to_string())>{input}</Field>
    }
}

/// What is missing for an import.
#[component]
fn Lacks() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let lacks = Memo::new(move |_| missing(desk));
    move || {
        let lacks = lacks.get();
        (!lacks.is_empty()).then(|| {
            let locale = i18n.get_locale();
            let sentences: Vec<String> = lacks.into_iter().map(|lack| names::lack(locale, lack)).collect();
            view! {
                <Banner
                    tone=Tone::Warning
                    title=t_string!(i18n, import.lacks).to_string()
                    text=sentences.join(" ")
                />
            }
        })
    }
}

/// What the columns lack; it can go on when there is nothing.
pub fn missing(desk: Desk) -> Vec<columns::Lack> {
    of(desk, |session| columns::lacks(session.plan.kind, &session.plan.targets)).unwrap_or_default()
}

/// Something of the session.
pub fn of<R>(desk: Desk, ask: impl FnOnce(&ImportSession) -> R) -> Option<R> {
    desk.session.with(|session| session.as_ref().map(ask))
}
