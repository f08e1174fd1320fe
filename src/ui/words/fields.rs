//! Words for kinds of record and their fields.

use crate::{
    domain::record::Kind,
    i18n::{Locale, td_string},
};

/// The word for a kind of record.
pub fn kind_name(locale: Locale, kind: Kind) -> &'static str {
    match kind {
        Kind::Party => td_string!(locale, fields.kind_party),
        Kind::Link => td_string!(locale, fields.kind_link),
        Kind::Product => td_string!(locale, fields.kind_product),
        Kind::Order => td_string!(locale, fields.kind_order),
        Kind::Note => td_string!(locale, fields.kind_note),
        Kind::CustomField => td_string!(locale, fields.kind_custom_field),
        Kind::Settings => td_string!(locale, fields.kind_settings),
    }
}

/// The word for a field of a kind of record; fields of later versions have a word in common.
pub fn field_name(locale: Locale, kind: Kind, number: u32) -> &'static str {
    match (kind, number) {
        (Kind::Party, 0) => td_string!(locale, fields.kind),
        (Kind::Party, 1) => td_string!(locale, fields.name),
        (Kind::Party, 2) => td_string!(locale, fields.given),
        (Kind::Party, 3) => td_string!(locale, fields.family),
        (Kind::Party, 4) => td_string!(locale, fields.position),
        (Kind::Party, 5) => td_string!(locale, fields.roles),
        (Kind::Party, 6) => td_string!(locale, fields.reference),
        (Kind::Party, 7) => td_string!(locale, fields.emails),
        (Kind::Party, 8) => td_string!(locale, fields.phones),
        (Kind::Party, 9) => td_string!(locale, fields.addresses),
        (Kind::Party, 10) => td_string!(locale, fields.websites),
        (Kind::Party, 11) => td_string!(locale, fields.tags),
        (Kind::Party, 12) => td_string!(locale, fields.channel),
        (Kind::Party, 13) => td_string!(locale, fields.dates),
        (Kind::Party, 14) => td_string!(locale, fields.custom),
        (Kind::Party, 15) => td_string!(locale, fields.abc),
        (Kind::Party, 16) => td_string!(locale, fields.segment),
        (Kind::Party, 17) => td_string!(locale, fields.about),
        (Kind::Link, 0) => td_string!(locale, fields.link_from),
        (Kind::Link, 1) => td_string!(locale, fields.link_tie),
        (Kind::Link, 2) => td_string!(locale, fields.link_to),
        (Kind::Link, 3) => td_string!(locale, fields.link_role),
        (Kind::Link, 4) => td_string!(locale, fields.link_active),
        (Kind::Product, 0) => td_string!(locale, fields.kind),
        (Kind::Product, 1) => td_string!(locale, fields.name),
        (Kind::Product, 2) => td_string!(locale, fields.product_code),
        (Kind::Product, 3) => td_string!(locale, fields.price),
        (Kind::Product, 4) => td_string!(locale, fields.cost),
        (Kind::Product, 5) => td_string!(locale, fields.about),
        (Kind::Order, 0) => td_string!(locale, fields.order_party),
        (Kind::Order, 1) => td_string!(locale, fields.order_number),
        (Kind::Order, 2) => td_string!(locale, fields.order_day),
        (Kind::Order, 3) => td_string!(locale, fields.order_minute),
        (Kind::Order, 4) => td_string!(locale, fields.currency),
        (Kind::Order, 5) => td_string!(locale, fields.lines),
        (Kind::Order, 6) => td_string!(locale, fields.refunds),
        (Kind::Order, 7) => td_string!(locale, fields.note),
        (Kind::Note, 0) => td_string!(locale, fields.order_party),
        (Kind::Note, 1) => td_string!(locale, fields.note_at),
        (Kind::Note, 2) => td_string!(locale, fields.note_text),
        (Kind::Note, 3) => td_string!(locale, fields.note_pinned),
        (Kind::CustomField, 0) => td_string!(locale, fields.name),
        (Kind::CustomField, 1) => td_string!(locale, fields.kind),
        (Kind::CustomField, 2) => td_string!(locale, fields.field_choices),
        (Kind::CustomField, 3) => td_string!(locale, fields.field_roles),
        (Kind::CustomField, 4) => td_string!(locale, fields.field_position),
        (Kind::CustomField, 5) => td_string!(locale, fields.field_required),
        (Kind::Settings, 0) => td_string!(locale, fields.settings_name),
        (Kind::Settings, 1) => td_string!(locale, fields.currency),
        (Kind::Settings, 2) => td_string!(locale, fields.time_zone),
        (Kind::Settings, 3) => td_string!(locale, fields.measure),
        (Kind::Settings, 4) => td_string!(locale, fields.cut_a),
        (Kind::Settings, 5) => td_string!(locale, fields.cut_b),
        (Kind::Settings, 6) => td_string!(locale, fields.rates),
        _ => td_string!(locale, fields.unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        custom::CustomField, link::Link, note::Note, order::Order, party::Party, product::Product, record::Record,
        settings::Settings,
    };

    fn check<T: Record>() {
        for number in T::FIELDS {
            let word = field_name(Locale::en, T::KIND, *number);
            assert_ne!(word, td_string!(Locale::en, fields.unknown), "field {number} of {:?}", T::KIND);
        }
    }

    #[test]
    fn every_field_that_this_version_knows_has_a_word() {
        check::<Party>();
        check::<Link>();
        check::<Product>();
        check::<Order>();
        check::<Note>();
        check::<CustomField>();
        check::<Settings>();
    }
}
