//! Words for changes.

use crate::{
    domain::change::{Head, Turn, What},
    i18n::{Locale, td_string},
};

/// What the user did: "Edited Ada", "Imported orders.csv".
pub fn what_of(locale: Locale, head: &Head) -> String {
    let subject = match head.subject.trim() {
        "" => td_string!(locale, common.without_name),
        subject => subject,
    };
    match head.what {
        What::Create => td_string!(locale, common.did_create, subject = subject),
        What::Edit => td_string!(locale, common.did_edit, subject = subject),
        What::Delete => td_string!(locale, common.did_delete, subject = subject),
        What::Import => td_string!(locale, common.did_import, subject = subject),
        What::Restore => td_string!(locale, common.did_restore, subject = subject),
        What::Classify => td_string!(locale, common.did_classify, subject = subject),
        What::Settings => td_string!(locale, common.did_settings).to_owned(),
        What::Bulk => td_string!(locale, common.did_bulk).to_owned(),
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
