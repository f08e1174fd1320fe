//! Words for changes.

use crate::{
    domain::{
        change::{Counts, Head, Turn, What},
        record::Kind,
    },
    i18n::{Locale, td_string},
};

use super::kind_name;

/// What the user did: "Edited Ada", "Imported orders.csv".
pub fn what_of(locale: Locale, head: &Head) -> String {
    let subject = match head.subject.trim() {
        "" => td_string!(locale, common.without_name),
        subject => subject,
    };
    let is_one = matches!(head.what, What::Create | What::Edit | What::Delete);
    let subject = match head.kind {
        // "Ada" alone is Ada herself; of anything of hers it is said what it is.
        kind if is_one && !matches!(kind, Kind::Party | Kind::Settings) => {
            format!("{} · {subject}", kind_name(locale, kind))
        }
        _ => subject.to_owned(),
    };
    match head.what {
        What::Create => td_string!(locale, common.did_create, subject = subject),
        What::Edit => td_string!(locale, common.did_edit, subject = subject),
        What::Delete => td_string!(locale, common.did_delete, subject = subject),
        What::Import => td_string!(locale, common.did_import, subject = subject),
        What::Restore => td_string!(locale, common.did_restore, subject = subject),
        What::Classify => td_string!(locale, common.did_classify, subject = subject),
        What::Settings => td_string!(locale, common.did_settings).to_owned(),
        What::Bulk => bulk(locale, head),
    }
}

/// How many records were changed, and in which field where it was one.
fn bulk(locale: Locale, head: &Head) -> String {
    let Counts { created, updated, deleted } = head.counts;
    match (updated, head.subject.trim()) {
        (0, _) if created == 0 && deleted > 0 => td_string!(locale, common.did_bulk_delete, count = deleted),
        (_, "") => td_string!(locale, common.did_bulk, count = created + updated + deleted),
        (_, field) => td_string!(locale, common.did_bulk_field, count = updated, field = field),
    }
}

/// What a change of the history is: what the user did, or that it was taken back.
pub fn deed(locale: Locale, head: &Head) -> String {
    let what = what_of(locale, head);
    match head.turn {
        Turn::Do => what,
        Turn::Undo(_) => td_string!(locale, common.did_undo, what = what),
        Turn::Redo(_) => td_string!(locale, common.did_redo, what = what),
        Turn::Revert(_) => td_string!(locale, common.did_revert, what = what),
    }
}

/// What undo is called when it takes this back.
pub fn undo_label(locale: Locale, what: Option<String>) -> String {
    match what {
        Some(what) => td_string!(locale, common.undo_of, what = what),
        None => td_string!(locale, common.nothing_to_undo).to_owned(),
    }
}

/// What redo is called when it does this again.
pub fn redo_label(locale: Locale, what: Option<String>) -> String {
    match what {
        Some(what) => td_string!(locale, common.redo_of, what = what),
        None => td_string!(locale, common.nothing_to_redo).to_owned(),
    }
}
