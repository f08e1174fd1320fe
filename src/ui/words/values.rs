//! Words for values.

use crate::{
    domain::{
        class::Segment,
        contact::{Channel, Use},
        custom::{CustomKind, CustomValue},
        link::Tie,
        party::{PartyKind, Role},
        settings::Measure,
    },
    i18n::{Locale, td_string},
    platform::format,
};

/// The value of a custom field as people read it.
pub fn value(locale: Locale, value: &CustomValue) -> String {
    match value {
        CustomValue::Text(text) | CustomValue::Choice(text) => text.clone(),
        CustomValue::Number(number) => format::decimal_text(super::tag(locale), &number.to_string()),
        CustomValue::Money(money) => {
            format::money(super::tag(locale), money.minor, money.currency.code(), money.currency.exponent())
        }
        CustomValue::Date(day) => format::day(super::tag(locale), *day),
        CustomValue::YesNo(true) => td_string!(locale, fields.yes).to_owned(),
        CustomValue::YesNo(false) => td_string!(locale, fields.no).to_owned(),
    }
}

/// The word for a kind of party.
pub fn party_kind(locale: Locale, value: PartyKind) -> &'static str {
    match value {
        PartyKind::Person => td_string!(locale, fields.person),
        PartyKind::Organisation => td_string!(locale, fields.organisation),
    }
}

/// The word for a role.
pub fn role(locale: Locale, value: Role) -> &'static str {
    match value {
        Role::Customer => td_string!(locale, fields.role_customer),
        Role::Lead => td_string!(locale, fields.role_lead),
        Role::Supplier => td_string!(locale, fields.role_supplier),
        Role::Partner => td_string!(locale, fields.role_partner),
        Role::Colleague => td_string!(locale, fields.role_colleague),
        Role::Other => td_string!(locale, fields.role_other),
    }
}

/// The word for what an address is for.
pub fn used_for(locale: Locale, value: Use) -> &'static str {
    match value {
        Use::Work => td_string!(locale, fields.use_work),
        Use::Home => td_string!(locale, fields.use_home),
        Use::Mobile => td_string!(locale, fields.use_mobile),
        Use::Billing => td_string!(locale, fields.use_billing),
        Use::Delivery => td_string!(locale, fields.use_delivery),
        Use::Other => td_string!(locale, fields.use_other),
    }
}

/// The word for a channel.
pub fn channel(locale: Locale, value: Channel) -> &'static str {
    match value {
        Channel::InPerson => td_string!(locale, fields.channel_in_person),
        Channel::Phone => td_string!(locale, fields.channel_phone),
        Channel::Email => td_string!(locale, fields.channel_email),
        Channel::Letter => td_string!(locale, fields.channel_letter),
        Channel::Web => td_string!(locale, fields.channel_web),
        Channel::Chat => td_string!(locale, fields.channel_chat),
        Channel::Sms => td_string!(locale, fields.channel_sms),
        Channel::Video => td_string!(locale, fields.channel_video),
        Channel::Other => td_string!(locale, fields.channel_other),
    }
}

/// The word for a tie, read from its first end.
pub fn tie(locale: Locale, value: Tie) -> &'static str {
    match value {
        Tie::WorksAt => td_string!(locale, fields.tie_works_at),
        Tie::ReferredBy => td_string!(locale, fields.tie_referred_by),
        Tie::PartOf => td_string!(locale, fields.tie_part_of),
        Tie::RelatedTo => td_string!(locale, fields.tie_related_to),
    }
}

/// The word for a tie, read from its second end.
pub fn tie_back(locale: Locale, value: Tie) -> &'static str {
    match value {
        Tie::WorksAt => td_string!(locale, fields.tie_works_at_back),
        Tie::ReferredBy => td_string!(locale, fields.tie_referred_by_back),
        Tie::PartOf => td_string!(locale, fields.tie_part_of_back),
        Tie::RelatedTo => td_string!(locale, fields.tie_related_to_back),
    }
}

/// The word for a segment.
pub fn segment(locale: Locale, value: Segment) -> &'static str {
    match value {
        Segment::Champion => td_string!(locale, fields.segment_champions),
        Segment::Loyal => td_string!(locale, fields.segment_loyal),
        Segment::PotentialLoyalist => td_string!(locale, fields.segment_potential),
        Segment::New => td_string!(locale, fields.segment_new),
        Segment::Promising => td_string!(locale, fields.segment_promising),
        Segment::NeedAttention => td_string!(locale, fields.segment_attention),
        Segment::AboutToSleep => td_string!(locale, fields.segment_sleepy),
        Segment::AtRisk => td_string!(locale, fields.segment_at_risk),
        Segment::CannotLose => td_string!(locale, fields.segment_cannot_lose),
        Segment::Hibernating => td_string!(locale, fields.segment_hibernating),
    }
}

/// The word for what to do with a segment.
pub fn segment_advice(locale: Locale, value: Segment) -> &'static str {
    match value {
        Segment::Champion => td_string!(locale, fields.segment_champions_advice),
        Segment::Loyal => td_string!(locale, fields.segment_loyal_advice),
        Segment::PotentialLoyalist => td_string!(locale, fields.segment_potential_advice),
        Segment::New => td_string!(locale, fields.segment_new_advice),
        Segment::Promising => td_string!(locale, fields.segment_promising_advice),
        Segment::NeedAttention => td_string!(locale, fields.segment_attention_advice),
        Segment::AboutToSleep => td_string!(locale, fields.segment_sleepy_advice),
        Segment::AtRisk => td_string!(locale, fields.segment_at_risk_advice),
        Segment::CannotLose => td_string!(locale, fields.segment_cannot_lose_advice),
        Segment::Hibernating => td_string!(locale, fields.segment_hibernating_advice),
    }
}

/// The word for a measure of value.
pub fn measure(locale: Locale, value: Measure) -> &'static str {
    match value {
        Measure::Revenue => td_string!(locale, fields.measure_revenue),
        Measure::Margin => td_string!(locale, fields.measure_margin),
    }
}

/// The word for a kind of custom field.
pub fn custom_kind(locale: Locale, value: CustomKind) -> &'static str {
    match value {
        CustomKind::Text => td_string!(locale, fields.custom_text),
        CustomKind::Number => td_string!(locale, fields.custom_number),
        CustomKind::Money => td_string!(locale, fields.custom_money),
        CustomKind::Date => td_string!(locale, fields.custom_date),
        CustomKind::Choice => td_string!(locale, fields.custom_choice),
        CustomKind::YesNo => td_string!(locale, fields.custom_yes_no),
    }
}
