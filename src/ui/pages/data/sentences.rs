//! Sentences for backups that were not written or not brought back.

use crate::{
    i18n::{Locale, td_string},
    interchange::backup::{Cause, Place, ReadError as Refused},
    platform::files::ReadError,
    state::commands::BackupError,
    ui::{notify::Notify, words},
};

/// Says what went wrong, unless the user called it off.
pub fn tell(notify: Notify, error: &BackupError) {
    if let Some(text) = sentence(notify.locale(), error) {
        notify.fail(text);
    }
}

/// The sentence; `None` when the user called it off.
pub fn sentence(locale: Locale, error: &BackupError) -> Option<String> {
    Some(match error {
        BackupError::Cancelled | BackupError::Read(ReadError::Cancelled) => return None,
        BackupError::Read(error) => td_string!(locale, data.unreadable, reason = error.to_string()),
        BackupError::Refused(refused) => refusal(locale, refused),
        BackupError::Write(error) => td_string!(locale, data.unwritable, reason = error.to_string()),
        BackupError::NoRoom => td_string!(locale, data.no_room).to_owned(),
        BackupError::Commit(error) => words::commit_error(locale, error),
    })
}

fn refusal(locale: Locale, refused: &Refused) -> String {
    let at = place(locale, &refused.place);
    match &refused.cause {
        Cause::WrongFile(looks) => td_string!(locale, data.wrong_file, looks = looks.to_string()),
        Cause::TooLarge => td_string!(locale, data.too_large).to_owned(),
        Cause::Newer { format } => td_string!(locale, data.newer, format = *format),
        Cause::Cut => td_string!(locale, data.cut, place = at),
        Cause::Checksum => td_string!(locale, data.checksum).to_owned(),
        Cause::DoubleId(id) => td_string!(locale, data.double_id, id = id.to_string(), place = at),
        Cause::Dangling(id) => td_string!(locale, data.dangling, id = id.to_string(), place = at),
        Cause::UnknownKey(key) => td_string!(locale, data.unknown_key, key = key.clone(), place = at),
        Cause::MissingKey(key) => td_string!(locale, data.missing_key, key = key.clone(), place = at),
        Cause::Flaw(error) => td_string!(locale, data.flaw, flaw = words::flaw(locale, error.flaw), place = at),
        cause => td_string!(locale, data.damaged, cause = cause.to_string(), place = at),
    }
}

/// Where in the file, in words: the record by its name, and the line for an editor.
fn place(locale: Locale, place: &Place) -> String {
    let line = td_string!(locale, data.line, line = place.line, column = place.column);
    match &place.title {
        Some(title) => format!("“{title}”, {line}"),
        None => line,
    }
}
