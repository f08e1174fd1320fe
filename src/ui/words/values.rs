//! Words for values.

use crate::{
    domain::{
        class::Segment,
        contact::{Channel, Use},
        custom::{CustomKind, CustomValue},
        goal::Yardstick,
        interaction::{Direction, Mood, Outcome},
        link::Tie,
        party::{PartyKind, Role},
        promise::{Standing, State},
        setting::AddressPart,
        settings::Measure,
        survey::Question,
        task::{Priority, Repeat, Unit},
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
        CustomValue::Choices(chosen) => format::list(super::tag(locale), chosen),
        CustomValue::PartialDate(date) => super::partial_date(locale, *date),
    }
}

/// The word for a kind of party.
pub fn party_kind(locale: Locale, value: PartyKind) -> &'static str {
    match value {
        PartyKind::Person => td_string!(locale, fields.person),
        PartyKind::Organisation => td_string!(locale, fields.organisation),
    }
}

/// The word for a part of an address.
pub fn address_part(locale: Locale, value: AddressPart) -> &'static str {
    match value {
        AddressPart::Street => td_string!(locale, fields.street),
        AddressPart::City => td_string!(locale, fields.city),
        AddressPart::Region => td_string!(locale, fields.region),
        AddressPart::Postcode => td_string!(locale, fields.postcode),
        AddressPart::Country => td_string!(locale, fields.country),
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

/// The words for whose move a conversation was.
pub fn direction(locale: Locale, value: Direction) -> &'static str {
    match value {
        Direction::Outbound => td_string!(locale, fields.direction_outbound),
        Direction::Inbound => td_string!(locale, fields.direction_inbound),
    }
}

/// The words for what came of a conversation.
pub fn outcome(locale: Locale, value: Outcome) -> &'static str {
    match value {
        Outcome::Reached => td_string!(locale, fields.outcome_reached),
        Outcome::LeftMessage => td_string!(locale, fields.outcome_left_message),
        Outcome::NoAnswer => td_string!(locale, fields.outcome_no_answer),
        Outcome::FollowUp => td_string!(locale, fields.outcome_follow_up),
        Outcome::Declined => td_string!(locale, fields.outcome_declined),
    }
}

/// The word for how a customer seemed.
pub fn mood(locale: Locale, value: Mood) -> &'static str {
    match value {
        Mood::Pleased => td_string!(locale, fields.mood_pleased),
        Mood::Neutral => td_string!(locale, fields.mood_neutral),
        Mood::Displeased => td_string!(locale, fields.mood_displeased),
    }
}

/// The word for how much a task matters.
pub fn priority(locale: Locale, value: Priority) -> &'static str {
    match value {
        Priority::Normal => td_string!(locale, fields.priority_normal),
        Priority::High => td_string!(locale, fields.priority_high),
    }
}

/// How often a task comes again: "Every week", "Every 3 months".
pub fn repeat(locale: Locale, value: Repeat) -> String {
    let n = value.every;
    match (n, value.unit) {
        (1, Unit::Days) => td_string!(locale, fields.every_day).to_owned(),
        (1, Unit::Weeks) => td_string!(locale, fields.every_week).to_owned(),
        (1, Unit::Months) => td_string!(locale, fields.every_month).to_owned(),
        (1, Unit::Years) => td_string!(locale, fields.every_year).to_owned(),
        (_, Unit::Days) => td_string!(locale, fields.every_days, n = n),
        (_, Unit::Weeks) => td_string!(locale, fields.every_weeks, n = n),
        (_, Unit::Months) => td_string!(locale, fields.every_months, n = n),
        (_, Unit::Years) => td_string!(locale, fields.every_years, n = n),
    }
}

/// What became of a promise.
pub fn promise_state(locale: Locale, value: State) -> String {
    let day = |day| format::day(super::tag(locale), day);
    match value {
        State::Open => td_string!(locale, fields.state_open).to_owned(),
        State::Kept(on) => td_string!(locale, fields.state_kept, day = day(on)),
        State::Broken(on) => td_string!(locale, fields.state_broken, day = day(on)),
    }
}

/// The word for what a repetition is counted in.
pub fn unit(locale: Locale, value: Unit) -> &'static str {
    match value {
        Unit::Days => td_string!(locale, fields.unit_days),
        Unit::Weeks => td_string!(locale, fields.unit_weeks),
        Unit::Months => td_string!(locale, fields.unit_months),
        Unit::Years => td_string!(locale, fields.unit_years),
    }
}

/// The word for how a promise stands.
pub fn standing(locale: Locale, value: Standing) -> &'static str {
    match value {
        Standing::Late => td_string!(locale, fields.standing_late),
        Standing::Open => td_string!(locale, fields.standing_open),
        Standing::KeptOnTime => td_string!(locale, fields.standing_kept),
        Standing::KeptLate => td_string!(locale, fields.standing_kept_late),
        Standing::Broken => td_string!(locale, fields.standing_broken),
    }
}

/// The words for a question that customers are asked.
pub fn question(locale: Locale, value: Question) -> &'static str {
    match value {
        Question::Nps => td_string!(locale, fields.question_nps),
        Question::Csat => td_string!(locale, fields.question_csat),
        Question::Ces => td_string!(locale, fields.question_ces),
    }
}

/// The words for what a target is set for.
pub fn yardstick(locale: Locale, value: Yardstick) -> &'static str {
    match value {
        Yardstick::Revenue => td_string!(locale, fields.yard_revenue),
        Yardstick::Profit => td_string!(locale, fields.yard_profit),
        Yardstick::Margin => td_string!(locale, fields.yard_margin),
        Yardstick::Largest => td_string!(locale, fields.yard_largest),
        Yardstick::Recommendation => td_string!(locale, fields.yard_recommendation),
        Yardstick::Satisfaction => td_string!(locale, fields.yard_satisfaction),
        Yardstick::Kept => td_string!(locale, fields.yard_kept),
        Yardstick::Repeat => td_string!(locale, fields.yard_repeat),
        Yardstick::NewCustomers => td_string!(locale, fields.yard_new_customers),
        Yardstick::Ease => td_string!(locale, fields.yard_ease),
        Yardstick::Returns => td_string!(locale, fields.yard_returns),
        Yardstick::Contact => td_string!(locale, fields.yard_contact),
        Yardstick::Listening => td_string!(locale, fields.yard_listening),
        Yardstick::NewProducts => td_string!(locale, fields.yard_new_products),
        Yardstick::Promises => td_string!(locale, fields.yard_promises),
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

/// The same word within a sentence.
pub fn measure_within(locale: Locale, value: Measure) -> &'static str {
    match value {
        Measure::Revenue => td_string!(locale, fields.measure_revenue_within),
        Measure::Margin => td_string!(locale, fields.measure_margin_within),
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
        CustomKind::LongText => td_string!(locale, fields.custom_long_text),
        CustomKind::Choices => td_string!(locale, fields.custom_choices),
        CustomKind::Link => td_string!(locale, fields.custom_link),
        CustomKind::Email => td_string!(locale, fields.custom_email),
        CustomKind::Phone => td_string!(locale, fields.custom_phone),
        CustomKind::PartialDate => td_string!(locale, fields.custom_partial_date),
    }
}
