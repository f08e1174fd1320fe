//! Cells of a list, changed where they stand.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    domain::{
        book::{Book, Stored},
        record::Kind,
    },
    i18n::{Locale, t_string, td_string, use_i18n},
    state::{
        Watch, Workspace,
        commands::{BulkError, Many},
    },
    ui::{
        components::{CellChange, CellDraft, CellKind, Column, Editing, Pasted, Saved},
        later,
        notify::Notify,
        words,
    },
};

use super::{
    field::{AnyField, Reading, RecordField, RecordOf},
    outcome,
};

/// Marks the columns whose cells are changed where they stand: those of fields that are the record's own.
pub fn with_editable<F: RecordField>(workspace: Workspace, columns: Vec<Column<u32>>) -> Vec<Column<u32>> {
    let fits = |key: &str| workspace.peek(|book| F::of_key(book, key).is_some_and(|field| field.fits_a_cell()));
    columns.into_iter().map(|column| if fits(column.key()) { column.editable() } else { column }).collect()
}

/// What stands in a cell as it is opened.
pub fn draft<F: RecordField>(book: &Book, locale: Locale, slot: u32, key: &str, tags: &[String]) -> Option<CellDraft> {
    let field = F::of_key(book, key)?;
    let record = &RecordOf::<F>::table(book).at(slot)?.data;
    let kind = field.kind(locale, field.currency(record, book.settings().currency), tags);
    let text = field.text(locale, record);
    // A box of one line would put the lines of a text together.
    (kind != CellKind::Text || !text.contains('\n')).then_some(CellDraft { kind, text })
}

/// What stands in a cell of one kind of record: [`draft`], so that all the rest is built once for all lists.
pub type Draft = fn(&Book, Locale, u32, &str, &[String]) -> Option<CellDraft>;

/// How the cells of a list are changed; rows are slots. A block from a spreadsheet is handed to `pasted`, which asks first.
pub fn editing(kind: Kind, draft: Draft, pasted: RwSignal<Option<Pasted<u32>>>) -> Editing<u32> {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let tags = if kind == Kind::Party { super::tags::in_use() } else { RwSignal::new(Vec::new()) };
    let begin = move |(slot, key): (u32, String)| {
        let locale = i18n.get_locale();
        workspace.read(&[kind, Kind::CustomField, Kind::Settings], |book| {
            tags.with(|tags| draft(book, locale, slot, &key, tags))
        })
    };
    let save = move |change: CellChange<u32>| -> Saved {
        let locale = i18n.get_locale_untracked();
        Box::pin(async move {
            match later::cell(kind, workspace, locale, change).await {
                Ok(saved) => saved.await,
                Err(_) => Err(td_string!(locale, common.part_missing_text).to_owned()),
            }
        })
    };
    Editing {
        begin: Callback::new(begin),
        save: Callback::new(save),
        on_lost: StoredValue::new(Arc::new(move |sentence| notify.fail(sentence))),
        on_paste: Callback::new(move |block| pasted.set(Some(block))),
        changed: Callback::new(move |value: String| {
            let value = value.lines().collect::<Vec<_>>().join(", ");
            let value = if value.is_empty() { t_string!(i18n, common.empty_value).to_owned() } else { value };
            t_string!(i18n, bulk.changed_elsewhere, value = value)
        }),
        remove_label: Callback::new(move |word: String| t_string!(i18n, bulk.remove_word, word = word)),
    }
}

/// Reads what was typed into a cell, and sets it.
pub fn save_cell(kind: Kind, workspace: Workspace, locale: Locale, change: CellChange<u32>) -> Saved {
    let setting = workspace.peek(|book| {
        let field = AnyField::of_key(book, kind, &change.key);
        let Some(field) = field.filter(|_| book.id_at(kind, change.id).is_some()) else { return Ok(None) };
        let currency = field.currency(book, change.id);
        field.setting(&change.text, Reading { locale, currency, pasted: false }).map(Some)
    });
    Box::pin(async move {
        let setting = setting.map_err(|flaw| words::flaw(locale, flaw))?;
        let Some(setting) = setting else { return Err(td_string!(locale, bulk.cell_gone, value = change.text)) };
        let many = Many::All(vec![change.id], vec![setting]);
        let done = workspace.set_any(kind, many, "", true, &Watch::nobody()).await;
        done.map(drop).map_err(|error| sentence(workspace, locale, kind, &error))
    })
}

/// At the cell itself the sentence needs no name of the field.
fn sentence(workspace: Workspace, locale: Locale, kind: Kind, error: &BulkError) -> String {
    let flaw = match error {
        BulkError::Refused(refused) => refused.first().and_then(|refused| refused.flaws.first()),
        _ => None,
    };
    flaw.map(|error| words::flaw(locale, error.flaw))
        .or_else(|| outcome::sentence(workspace, locale, kind, error))
        .unwrap_or_default()
}
