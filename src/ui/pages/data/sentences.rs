//! Sentences for backups that were not written or not brought back: what is wrong, where, and what to do.

use crate::{
    i18n::{Locale, td_string},
    interchange::backup::{
        Cause, Fault, Looks, MAX_DEPTH, MAX_RECORD, Place, ReadError as Refused, Section, WriteError,
    },
    platform::format,
    state::commands::BackupError,
    ui::{notify::Notify, pages::import::read_error, words},
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
        BackupError::Cancelled => return None,
        BackupError::Read(error) => read_error(locale, error),
        BackupError::Packed => td_string!(locale, data.packed).to_owned(),
        BackupError::NoPacking => td_string!(locale, data.unpack_unsupported).to_owned(),
        BackupError::Refused(refused) => refusal(locale, refused),
        BackupError::Write(WriteError::Changed) => td_string!(locale, data.write_changed).to_owned(),
        BackupError::Write(WriteError::Damaged { index, .. }) => {
            td_string!(locale, data.write_damaged, number = number(locale, index + 1))
        }
        BackupError::NoRoom => td_string!(locale, data.no_room).to_owned(),
        BackupError::Commit(error) => words::commit_error(locale, error),
    })
}

fn number(locale: Locale, number: u64) -> String {
    format::integer(words::tag(locale), i64::try_from(number).unwrap_or(i64::MAX))
}

/// What has to be mended in a record before a backup with it comes back.
pub fn fault(locale: Locale, Fault { kind, title, cause, id }: &Fault) -> String {
    let kind_name = words::kind_name(locale, *kind);
    let record = match title {
        Some(title) => format!("{kind_name} {}", td_string!(locale, data.place_title, title = title.clone())),
        None => format!("{kind_name} {id}"),
    };
    match cause {
        Cause::Flaw(error) => {
            let field = words::field_name(locale, *kind, error.number);
            td_string!(locale, data.fault_flaw, record = record, field = field, flaw = words::flaw(locale, error.flaw))
        }
        Cause::TooLong => td_string!(locale, data.fault_long, record = record),
        Cause::Dangling(_) => td_string!(locale, data.fault_dangling, record = record),
        _ => td_string!(locale, data.fault_other, record = record),
    }
}

fn refusal(locale: Locale, Refused { cause, place }: &Refused) -> String {
    let at = self::place(locale, place);
    match cause {
        Cause::WrongFile(looks) => td_string!(locale, data.wrong_file, looks = self::looks(locale, *looks)),
        Cause::TooLarge => td_string!(locale, data.too_large).to_owned(),
        Cause::Newer { format } => td_string!(locale, data.newer, format = *format),
        Cause::Cut => td_string!(locale, data.cut, place = at),
        Cause::Syntax => td_string!(locale, data.syntax, place = at),
        Cause::NotUtf8 => td_string!(locale, data.not_utf8, place = at),
        Cause::TooDeep => td_string!(locale, data.too_deep, limit = MAX_DEPTH, place = at),
        Cause::TooLong => {
            let limit = format::bytes(words::tag(locale), MAX_RECORD as u64);
            td_string!(locale, data.too_long, limit = limit, place = at)
        }
        Cause::UnknownKey(key) => td_string!(locale, data.unknown_key, key = key.clone(), place = at),
        Cause::DoubleKey(key) => td_string!(locale, data.double_key, key = key.clone(), place = at),
        Cause::MissingKey(key) => td_string!(locale, data.missing_key, key = key.clone(), place = at),
        Cause::Misplaced(key) => td_string!(locale, data.misplaced, key = key.clone(), place = at),
        Cause::WrongType(_) => td_string!(locale, data.wrong_type, place = at),
        Cause::OutOfRange(_) => td_string!(locale, data.out_of_range, place = at),
        Cause::DoubleId(id) => td_string!(locale, data.double_id, id = id.to_string(), place = at),
        Cause::NotTheSettings => td_string!(locale, data.not_settings, place = at),
        Cause::Flaw(error) => td_string!(locale, data.flaw, flaw = words::flaw(locale, error.flaw), place = at),
        Cause::Dangling(id) => td_string!(locale, data.dangling, id = id.to_string(), place = at),
        Cause::BadChange(_) => td_string!(locale, data.bad_change, place = at),
        Cause::OtherChange => td_string!(locale, data.other_change, place = at),
        Cause::DoubleChange => td_string!(locale, data.double_change, place = at),
        Cause::WrongCount { said, found } => {
            let (said, found) = (number(locale, *said), number(locale, *found));
            td_string!(locale, data.wrong_count, said = said, found = found, place = at)
        }
        Cause::Checksum => td_string!(locale, data.checksum).to_owned(),
    }
}

fn looks(locale: Locale, looks: Looks) -> &'static str {
    match looks {
        Looks::Empty => td_string!(locale, data.looks_empty),
        Looks::Zip => td_string!(locale, data.looks_zip),
        Looks::Gzip => td_string!(locale, data.looks_gzip),
        Looks::Picture => td_string!(locale, data.looks_picture),
        Looks::Pdf => td_string!(locale, data.looks_pdf),
        Looks::Utf16 => td_string!(locale, data.looks_utf16),
        Looks::OtherJson => td_string!(locale, data.looks_json),
        Looks::Text => td_string!(locale, data.looks_text),
        Looks::Binary => td_string!(locale, data.looks_binary),
    }
}

/// Where in the file, in words: which record under which name, its field, and line and column for an editor.
fn place(locale: Locale, place: &Place) -> String {
    let nth = place.index.map(|index| number(locale, index + 1));
    let entry = match (place.section, nth) {
        (Some(Section::Records(kind)), Some(nth)) => {
            Some(td_string!(locale, data.place_record, kind = words::kind_name(locale, kind), number = nth))
        }
        (Some(Section::Records(kind)), None) => Some(words::kind_name(locale, kind).to_owned()),
        (Some(Section::History), Some(nth)) => Some(td_string!(locale, data.place_change, number = nth)),
        (Some(Section::History) | None, _) => None,
    };
    let title = place.title.clone().map(|title| td_string!(locale, data.place_title, title = title));
    let field = place.field.clone().map(|field| td_string!(locale, data.place_field, field = field));
    let line = td_string!(locale, data.line, line = place.line, column = place.column);
    [entry, title, field, Some(line)].into_iter().flatten().collect::<Vec<_>>().join(td_string!(locale, data.place_and))
}
