//! What the parts of an import are called.

use crate::{
    i18n::{Locale, td_string},
    interchange::{
        csv::{Effect, Encoding, FileKind, Target, columns::Lack, date::Form, number::Mark},
        import::{Key, Kinds, Mode, Skip},
    },
    platform::format,
    state::Step,
    ui::words,
};

/// A number of things as the language writes it.
pub fn count(locale: Locale, count: usize) -> String {
    format::integer(words::tag(locale), i64::try_from(count).unwrap_or(i64::MAX))
}

/// The name of a column, or its number where it has none.
pub fn column(locale: Locale, names: &[String], column: usize) -> String {
    match names.get(column).map(|name| name.trim()) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => td_string!(locale, import.column_number, number = count(locale, column + 1)),
    }
}

/// A field.
pub fn target(locale: Locale, target: Target) -> String {
    match target {
        Target::Ignore => td_string!(locale, import.t_ignore),
        Target::CustomerReference => td_string!(locale, fields.reference),
        Target::CustomerName => td_string!(locale, import.t_customer_name),
        Target::GivenName => td_string!(locale, fields.given),
        Target::FamilyName => td_string!(locale, fields.family),
        Target::Organisation => td_string!(locale, fields.organisation),
        Target::JobTitle => td_string!(locale, fields.position),
        Target::Email => td_string!(locale, fields.emails),
        Target::Phone => td_string!(locale, fields.phones),
        Target::Street => td_string!(locale, fields.street),
        Target::City => td_string!(locale, fields.city),
        Target::Region => td_string!(locale, fields.region),
        Target::Postcode => td_string!(locale, fields.postcode),
        Target::Country => td_string!(locale, fields.country),
        Target::Website => td_string!(locale, fields.websites),
        Target::Tag => td_string!(locale, fields.tags),
        Target::Birthday => td_string!(locale, import.birthday),
        Target::Note => td_string!(locale, fields.note),
        Target::Custom => td_string!(locale, import.t_custom),
        Target::OrderNumber => td_string!(locale, fields.order_number),
        Target::OrderDate => td_string!(locale, import.t_order_date),
        Target::OrderTime => td_string!(locale, import.t_order_time),
        Target::OrderStatus => td_string!(locale, import.t_order_status),
        Target::ProductCode => td_string!(locale, fields.product_code),
        Target::ProductName => td_string!(locale, fields.product),
        Target::Quantity => td_string!(locale, fields.quantity),
        Target::UnitPrice => td_string!(locale, import.t_unit_price),
        Target::LineTotal => td_string!(locale, import.t_line_total),
        Target::OrderTotal => td_string!(locale, import.t_order_total),
        Target::Discount => td_string!(locale, fields.discount),
        Target::Refunded => td_string!(locale, import.t_refunded),
        Target::UnitCost => td_string!(locale, import.t_unit_cost),
        Target::Currency => td_string!(locale, fields.currency),
        Target::Question => td_string!(locale, fields.survey_question),
        Target::Answer => td_string!(locale, fields.survey_answer),
        Target::Nps => td_string!(locale, fields.question_nps),
        Target::Csat => td_string!(locale, fields.question_csat),
        Target::Ces => td_string!(locale, fields.question_ces),
        Target::Channel => td_string!(locale, fields.survey_channel),
    }
    .to_owned()
}

/// An encoding, with where it is at home.
pub fn encoding(locale: Locale, encoding: Encoding) -> String {
    let home = match encoding {
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => td_string!(locale, import.enc_unicode),
        Encoding::Gb18030 => td_string!(locale, import.enc_gb18030),
        Encoding::Big5 => td_string!(locale, import.enc_big5),
        Encoding::Windows1252 => td_string!(locale, import.enc_western),
        Encoding::Windows1250 => td_string!(locale, import.enc_central),
        Encoding::Windows1251 => td_string!(locale, import.enc_cyrillic),
        Encoding::ShiftJis => td_string!(locale, import.enc_japanese),
        Encoding::EucKr => td_string!(locale, import.enc_korean),
        Encoding::MacRoman => td_string!(locale, import.enc_mac),
    };
    format!("{} · {home}", encoding.name())
}

/// A delimiter.
pub fn delimiter(locale: Locale, delimiter: u8) -> String {
    match delimiter {
        b',' => td_string!(locale, import.delimiter_comma).to_owned(),
        b';' => td_string!(locale, import.delimiter_semicolon).to_owned(),
        b'|' => td_string!(locale, import.delimiter_bar).to_owned(),
        b'\t' => td_string!(locale, import.delimiter_tab).to_owned(),
        other => char::from(other).to_string(),
    }
}

/// Whether there is a row of names.
pub fn header(locale: Locale, has_header: bool) -> String {
    if has_header { td_string!(locale, import.header_yes) } else { td_string!(locale, import.header_no) }.to_owned()
}

/// A quotation mark, or none.
pub fn quote(locale: Locale, quote: Option<u8>) -> String {
    quote.map_or_else(|| td_string!(locale, import.quote_none).to_owned(), |mark| char::from(mark).to_string())
}

/// What becomes of missing cells.
pub fn short_rows(locale: Locale, allowed: bool) -> String {
    if allowed { td_string!(locale, import.short_empty) } else { td_string!(locale, import.short_problem) }.to_owned()
}

/// A decimal mark.
pub fn mark(locale: Locale, mark: Mark) -> String {
    match mark {
        Mark::Point => td_string!(locale, import.mark_point),
        Mark::Comma => td_string!(locale, import.mark_comma),
    }
    .to_owned()
}

/// An order of dates.
pub fn form(locale: Locale, form: Form) -> String {
    match form {
        Form::Ymd => td_string!(locale, import.form_ymd),
        Form::Dmy => td_string!(locale, import.form_dmy),
        Form::Mdy => td_string!(locale, import.form_mdy),
        Form::Minguo => td_string!(locale, import.form_minguo),
        Form::Serial => td_string!(locale, import.form_serial),
    }
    .to_owned()
}

/// What the rows are.
pub fn file_kind(locale: Locale, kind: FileKind) -> String {
    match kind {
        FileKind::Orders => td_string!(locale, import.kind_orders),
        FileKind::Customers => td_string!(locale, common.customers),
        FileKind::Answers => td_string!(locale, import.kind_answers),
    }
    .to_owned()
}

/// What may happen to records.
pub fn mode(locale: Locale, mode: Mode) -> String {
    match mode {
        Mode::Both => td_string!(locale, import.mode_both),
        Mode::CreateOnly => td_string!(locale, import.mode_create),
        Mode::UpdateOnly => td_string!(locale, import.mode_update),
    }
    .to_owned()
}

/// By what a customer is found again.
pub fn key(locale: Locale, key: Key) -> String {
    match key {
        Key::Reference => td_string!(locale, fields.reference),
        Key::Email => td_string!(locale, fields.emails),
        Key::Phone => td_string!(locale, fields.phones),
        Key::Name => td_string!(locale, fields.name),
    }
    .to_owned()
}

/// What new customers are.
pub fn kinds(locale: Locale, kinds: Kinds) -> String {
    match kinds {
        Kinds::Guess => td_string!(locale, import.kinds_guess),
        Kinds::People => td_string!(locale, import.kinds_people),
        Kinds::Organisations => td_string!(locale, import.kinds_organisations),
    }
    .to_owned()
}

/// Whether orders that never came about are left out.
pub fn cancelled(locale: Locale, leave_out: bool) -> String {
    if leave_out { td_string!(locale, import.cancelled_out) } else { td_string!(locale, import.cancelled_in) }
        .to_owned()
}

/// What becomes of a row.
pub fn effect(locale: Locale, effect: Effect) -> String {
    match effect {
        Effect::Told => td_string!(locale, import.effect_told),
        Effect::CellLeftOut => td_string!(locale, import.effect_cell),
        Effect::RowLeftOut => td_string!(locale, import.effect_row),
    }
    .to_owned()
}

/// Why rows are left out.
pub fn skip(locale: Locale, skip: Skip) -> String {
    match skip {
        Skip::Error => td_string!(locale, import.skip_error),
        Skip::NoCustomer => td_string!(locale, import.skip_no_customer),
        Skip::Ambiguous => td_string!(locale, import.skip_ambiguous),
        Skip::OrderIncomplete => td_string!(locale, import.skip_incomplete),
        Skip::Cancelled => td_string!(locale, import.skip_cancelled),
        Skip::AlreadyThere => td_string!(locale, import.skip_there),
        Skip::NotThere => td_string!(locale, import.skip_not_there),
    }
    .to_owned()
}

/// What is being done.
pub fn step(locale: Locale, step: Step) -> String {
    match step {
        Step::Reading => td_string!(locale, import.step_reading),
        Step::Profiling => td_string!(locale, import.step_profiling),
        Step::Checking => td_string!(locale, import.step_checking),
        Step::Planning => td_string!(locale, import.step_planning),
        Step::Saving => td_string!(locale, import.step_saving),
        Step::Writing => td_string!(locale, import.step_writing),
        Step::Packing => td_string!(locale, import.step_packing),
    }
    .to_owned()
}

/// What an import lacks, with the remedy.
pub fn lack(locale: Locale, lack: Lack) -> String {
    match lack {
        Lack::Customer => td_string!(locale, import.lack_customer).to_owned(),
        Lack::Date => td_string!(locale, import.lack_date).to_owned(),
        Lack::Amount => td_string!(locale, import.lack_amount).to_owned(),
        Lack::Answer => td_string!(locale, import.lack_answer).to_owned(),
        Lack::Question => td_string!(locale, import.lack_question).to_owned(),
        Lack::Twice(twice) => td_string!(locale, import.lack_twice, field = target(locale, twice)),
    }
}
