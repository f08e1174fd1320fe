//! Tells what became of a change of many records.

use crate::{
    domain::{book::Book, bulk::Refused, record::Kind},
    i18n::{Locale, td_string},
    state::{
        Workspace,
        commands::{BulkDone, BulkError},
    },
    ui::{notify::Notify, records, words},
};

/// The number of the field of a party that holds the custom ones.
const CUSTOM: u32 = 14;

/// Why a record was left as it is: the field and what would be wrong with it.
pub fn reason(workspace: Workspace, locale: Locale, kind: Kind, refused: &Refused) -> String {
    let Some(error) = refused.flaws.first() else { return String::new() };
    // A flaw of a custom field names the slot of its definition.
    let own = error.index.filter(|_| kind == Kind::Party && error.number == CUSTOM).and_then(|slot| {
        workspace.peek(|book| book.fields.at(u32::try_from(slot).ok()?).map(|row| row.data.name.clone()))
    });
    let field = own.unwrap_or_else(|| words::field_name(locale, kind, error.number).to_owned());
    format!("{field}: {}", words::flaw(locale, error.flaw))
}

/// What the record in a slot is called.
pub fn title(locale: Locale, book: &Book, kind: Kind, slot: u32) -> String {
    book.id_at(kind, slot).and_then(|id| records::title(locale, book, kind, id)).unwrap_or_default()
}

/// The sentence for why nothing was done; none where the user wanted it so.
pub fn sentence(workspace: Workspace, locale: Locale, kind: Kind, error: &BulkError) -> Option<String> {
    match error {
        BulkError::Cancelled => None,
        BulkError::Refused(refused) => {
            Some(refused.first().map_or_else(String::new, |refused| reason(workspace, locale, kind, refused)))
        }
        BulkError::Commit(error) => Some(words::commit_error(locale, error)),
    }
}

/// Tells it, with a way to undo it.
pub fn tell(workspace: Workspace, notify: Notify, kind: Kind, done: &Result<BulkDone, BulkError>) {
    let locale = notify.locale();
    match done {
        Ok(done) => {
            match &done.head {
                Some(head) => notify.offer_undo(head),
                None if done.refused.is_empty() => notify.say(td_string!(locale, bulk.nothing)),
                None => {}
            }
            if let Some(first) = done.refused.first() {
                let reason = reason(workspace, locale, kind, first);
                notify.fail(td_string!(locale, bulk.refused, count = done.refused.len(), reason = reason));
            }
        }
        Err(error) => {
            if let Some(sentence) = sentence(workspace, locale, kind, error) {
                notify.fail(sentence);
            }
        }
    }
}
