//! Words for kinds of record and their fields.

use crate::{
    domain::{book::Book, custom::CustomField, fields::Key, id::Id, record::Kind},
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
        Kind::View => td_string!(locale, fields.kind_view),
        Kind::Survey => td_string!(locale, fields.kind_survey),
        Kind::Interaction => td_string!(locale, fields.kind_interaction),
        Kind::Task => td_string!(locale, fields.kind_task),
        Kind::Promise => td_string!(locale, fields.kind_promise),
        Kind::Deal => td_string!(locale, fields.kind_deal),
    }
}

/// The name of a field as the journal has it: the user's own word for a custom one.
pub fn field_of(locale: Locale, book: &Book, kind: Kind, key: Key) -> String {
    let custom = key.custom.and_then(|id| book.get(Id::<CustomField>::new(id)));
    custom.map_or_else(|| field_name(locale, kind, key.number).to_owned(), |row| row.data.name.clone())
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
        (Kind::Party, 18) => td_string!(locale, fields.cadence),
        (Kind::Party, 19) => td_string!(locale, fields.no_contact),
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
        (Kind::Order, 8) => td_string!(locale, fields.payments),
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
        (Kind::CustomField, 6) => td_string!(locale, fields.field_group),
        (Kind::CustomField, 7) => td_string!(locale, fields.field_help),
        (Kind::Settings, 0) => td_string!(locale, fields.settings_name),
        (Kind::Settings, 1) => td_string!(locale, fields.currency),
        (Kind::Settings, 2) => td_string!(locale, fields.time_zone),
        (Kind::Settings, 3) => td_string!(locale, fields.measure),
        (Kind::Settings, 4) => td_string!(locale, fields.cut_a),
        (Kind::Settings, 5) => td_string!(locale, fields.cut_b),
        (Kind::Settings, 6) => td_string!(locale, fields.rates),
        (Kind::Settings, 20) => td_string!(locale, fields.loyalty_cuts),
        (Kind::Settings, 21) => td_string!(locale, fields.goals),
        (Kind::Settings, 10) => td_string!(locale, fields.scoring),
        (Kind::Settings, 11) => td_string!(locale, fields.profiles),
        (Kind::Settings, 12) => td_string!(locale, fields.profile),
        (Kind::View, 0) => td_string!(locale, fields.name),
        (Kind::View, 1) => td_string!(locale, fields.view_of),
        (Kind::View, 2) => td_string!(locale, fields.view_words),
        (Kind::View, 3) => td_string!(locale, fields.view_filters),
        (Kind::View, 4) => td_string!(locale, fields.view_sort),
        (Kind::View, 5) => td_string!(locale, fields.view_group),
        (Kind::View, 6) => td_string!(locale, fields.view_columns),
        (Kind::View, 7) => td_string!(locale, fields.view_pinned),
        (Kind::View, 8) => td_string!(locale, fields.view_default),
        (Kind::View, 9) => td_string!(locale, fields.field_position),
        (Kind::Survey, 0) => td_string!(locale, fields.order_party),
        (Kind::Survey, 1) => td_string!(locale, fields.order_day),
        (Kind::Survey, 2) => td_string!(locale, fields.survey_question),
        (Kind::Survey, 3) => td_string!(locale, fields.survey_answer),
        (Kind::Survey, 4) => td_string!(locale, fields.survey_channel),
        (Kind::Survey, 5) => td_string!(locale, fields.survey_comment),
        (Kind::Interaction, 0) => td_string!(locale, fields.order_party),
        (Kind::Interaction, 1) => td_string!(locale, fields.talk_at),
        (Kind::Interaction, 2) => td_string!(locale, fields.survey_channel),
        (Kind::Interaction, 3) => td_string!(locale, fields.talk_direction),
        (Kind::Interaction, 4) => td_string!(locale, fields.talk_outcome),
        (Kind::Interaction, 5) => td_string!(locale, fields.talk_mood),
        (Kind::Interaction, 6) => td_string!(locale, fields.talk_minutes),
        (Kind::Interaction, 7) => td_string!(locale, fields.talk_who),
        (Kind::Interaction, 8) => td_string!(locale, fields.talk_summary),
        (Kind::Task, 1) => td_string!(locale, fields.task_title),
        (Kind::Task, 0) => td_string!(locale, fields.order_party),
        (Kind::Task, 2) => td_string!(locale, fields.task_due),
        (Kind::Task, 3) => td_string!(locale, fields.task_minute),
        (Kind::Task, 4) => td_string!(locale, fields.task_done),
        (Kind::Task, 5) => td_string!(locale, fields.task_repeat),
        (Kind::Task, 6) => td_string!(locale, fields.task_checklist),
        (Kind::Task, 7) => td_string!(locale, fields.task_body),
        (Kind::Task, 8) => td_string!(locale, fields.task_priority),
        (Kind::Task, 9) => td_string!(locale, fields.task_snoozed),
        (Kind::Task, 10) => td_string!(locale, fields.task_follows),
        (Kind::Promise, 0) => td_string!(locale, fields.promise_party),
        (Kind::Promise, 1) => td_string!(locale, fields.promise_what),
        (Kind::Promise, 2) => td_string!(locale, fields.promise_by),
        (Kind::Promise, 3) => td_string!(locale, fields.promise_made),
        (Kind::Promise, 4) => td_string!(locale, fields.promise_state),
        (Kind::Promise, 5) => td_string!(locale, fields.promise_moved),
        (Kind::Deal, 0) => td_string!(locale, fields.order_party),
        (Kind::Deal, 1) => td_string!(locale, fields.task_title),
        (Kind::Deal, 2) => td_string!(locale, fields.deal_pipeline),
        (Kind::Deal, 3) => td_string!(locale, fields.deal_stage),
        (Kind::Deal, 4) => td_string!(locale, fields.deal_since),
        (Kind::Deal, 5) => td_string!(locale, fields.currency),
        (Kind::Deal, 6) => td_string!(locale, fields.amount),
        (Kind::Deal, 7) => td_string!(locale, fields.lines),
        (Kind::Deal, 8) => td_string!(locale, fields.deal_probability),
        (Kind::Deal, 9) => td_string!(locale, fields.deal_closes),
        (Kind::Deal, 10) => td_string!(locale, fields.deal_standing),
        (Kind::Deal, 11) => td_string!(locale, fields.deal_ended),
        (Kind::Deal, 12) => td_string!(locale, fields.deal_reason),
        (Kind::Deal, 13) => td_string!(locale, fields.deal_competitors),
        (Kind::Deal, 14) => td_string!(locale, fields.deal_next),
        (Kind::Deal, 15) => td_string!(locale, fields.deal_next_by),
        (Kind::Deal, 16) => td_string!(locale, fields.deal_order),
        (Kind::Deal, 17) => td_string!(locale, fields.note),
        (Kind::Deal, 18) => td_string!(locale, fields.deal_begun),
        (Kind::Settings, 31) => td_string!(locale, fields.cadence),
        (Kind::Settings, 30) => td_string!(locale, fields.pipelines),
        _ => td_string!(locale, fields.unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        custom::CustomField, deal::Deal, interaction::Interaction, link::Link, note::Note, order::Order, party::Party,
        product::Product, promise::Promise, record::Record, settings::Settings, survey::Survey, task::Task, view::View,
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
        check::<View>();
        check::<Survey>();
        check::<Interaction>();
        check::<Task>();
        check::<Promise>();
        check::<Deal>();
    }
}
