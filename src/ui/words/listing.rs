//! Words for lists: fields, choices, filters, groups, values.

use crate::{
    analysis::{
        fold::fold,
        listing::{
            catalogue::Catalogue,
            column::{BETWEEN, Column, EMPTY},
            field::{At, Choices, Field, Form},
            filter::{Filter, Operand, Relation},
            parties,
        },
    },
    domain::{day, decimal::Decimal, money::Money},
    i18n::{Locale, td_string},
    platform::format,
};

/// The word for a field.
pub fn field_label(locale: Locale, field: &Field) -> String {
    if let Some(name) = &field.name {
        return name.clone();
    }
    let word = match &*field.key {
        "name" => td_string!(locale, fields.name),
        "kind" => td_string!(locale, fields.kind),
        "class" => td_string!(locale, fields.abc),
        "segment" => td_string!(locale, fields.segment),
        "role" => td_string!(locale, fields.roles),
        "tag" => td_string!(locale, fields.tags),
        "value" => td_string!(locale, customers.value),
        "orders" => td_string!(locale, customers.orders),
        "average" => td_string!(locale, listing.average),
        "refunds" => td_string!(locale, listing.refunds),
        "first" => td_string!(locale, listing.first),
        "last" => td_string!(locale, customers.last_order),
        "expected" => td_string!(locale, listing.expected),
        "rhythm" => td_string!(locale, customers.rhythm),
        "steadiness" => td_string!(locale, insights.steadiness),
        "silence" => td_string!(locale, listing.silence),
        "recency" => td_string!(locale, listing.recency),
        "frequency" => td_string!(locale, listing.frequency),
        "monetary" => td_string!(locale, listing.monetary),
        "rfm" => td_string!(locale, listing.rfm),
        "contact" => td_string!(locale, listing.contact),
        "payment" => td_string!(locale, fields.payment),
        "payby" => td_string!(locale, fields.pay_by),
        "owed" => td_string!(locale, fields.owed),
        "pace" => td_string!(locale, listing.pace),
        "nextcontact" => td_string!(locale, listing.next_contact),
        "cadence" => td_string!(locale, fields.cadence),
        "nocontact" => td_string!(locale, fields.no_contact),
        "ordered" => td_string!(locale, listing.ordered),
        "hours" => td_string!(locale, listing.hours),
        "hourly" => td_string!(locale, listing.hourly),
        "nps" => td_string!(locale, listing.nps),
        "npson" => td_string!(locale, listing.nps_on),
        "csat" => td_string!(locale, listing.csat),
        "csaton" => td_string!(locale, listing.csat_on),
        "ces" => td_string!(locale, listing.ces),
        "ceson" => td_string!(locale, listing.ces_on),
        "date" => td_string!(locale, listing.date),
        "position" => td_string!(locale, fields.position),
        "email" => td_string!(locale, fields.emails),
        "phone" => td_string!(locale, fields.phones),
        "website" => td_string!(locale, fields.websites),
        "street" => td_string!(locale, fields.street),
        "city" => td_string!(locale, fields.city),
        "region" => td_string!(locale, fields.region),
        "postcode" => td_string!(locale, fields.postcode),
        "country" => td_string!(locale, fields.country),
        "channel" => td_string!(locale, fields.channel),
        "reference" => td_string!(locale, fields.reference),
        "given" => td_string!(locale, fields.given),
        "family" => td_string!(locale, fields.family),
        "about" => td_string!(locale, fields.about),
        "day" => td_string!(locale, fields.order_day),
        "number" => td_string!(locale, fields.order_number),
        "customer" => td_string!(locale, fields.order_party),
        "amount" => td_string!(locale, fields.amount),
        "currency" => td_string!(locale, fields.currency),
        "product" => td_string!(locale, fields.product),
        "lines" => td_string!(locale, fields.lines),
        "cost" => td_string!(locale, fields.cost),
        "margin" => td_string!(locale, fields.measure_margin),
        "note" => td_string!(locale, fields.note),
        "code" => td_string!(locale, fields.product_code),
        "price" => td_string!(locale, fields.price),
        "quantity" => td_string!(locale, listing.sold),
        "revenue" => td_string!(locale, fields.measure_revenue),
        "turn" => td_string!(locale, work.turn),
        "title" => td_string!(locale, fields.task_title),
        "due" => td_string!(locale, fields.task_due),
        "priority" => td_string!(locale, fields.task_priority),
        "done" => td_string!(locale, fields.task_done),
        "repeats" => td_string!(locale, fields.task_repeat),
        "snoozed" => td_string!(locale, fields.task_snoozed),
        "details" => td_string!(locale, fields.task_body),
        "standing" => td_string!(locale, fields.promise_state),
        "what" => td_string!(locale, fields.promise_what),
        "by" => td_string!(locale, fields.promise_by),
        "made" => td_string!(locale, fields.promise_made),
        "settled" => td_string!(locale, work.settled),
        "moves" => td_string!(locale, work.moves),
        _ => td_string!(locale, fields.unknown),
    };
    word.to_owned()
}

/// The key of the field that a typed name means: its key, or its word in the language.
pub fn field_key(locale: Locale, catalogue: &Catalogue, name: &str) -> Option<String> {
    let squeezed = |text: &str| fold(text).chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let typed = squeezed(name);
    if typed.is_empty() {
        return None;
    }
    let fields = catalogue.fields().iter();
    let own = fields.clone().find(|field| field.key.eq_ignore_ascii_case(name));
    let found = own.or_else(|| fields.clone().find(|field| squeezed(&field_label(locale, field)) == typed));
    found.map(|field| field.key.to_string())
}

/// The word for a choice among the fixed ones of a field.
pub fn choice(locale: Locale, field: &Field, key: &str) -> String {
    let word = match &*field.key {
        "class" => parties::class(key).map(|class| class.letter()),
        "segment" => parties::segment(key).map(|segment| super::segment(locale, segment)),
        "role" => parties::role(key).map(|role| super::role(locale, role)),
        "channel" => parties::channel(key).map(|channel| super::channel(locale, channel)),
        "rhythm" => match key {
            "on-time" => Some(td_string!(locale, customers.on_time)),
            "due" => Some(td_string!(locale, customers.due)),
            "late" => Some(td_string!(locale, customers.late)),
            "silent" => Some(td_string!(locale, customers.silent)),
            _ => None,
        },
        "steadiness" => match key {
            "x" => Some(td_string!(locale, insights.steady_x)),
            "y" => Some(td_string!(locale, insights.steady_y)),
            "z" => Some(td_string!(locale, insights.steady_z)),
            _ => None,
        },
        "pace" => match key {
            "overdue" => Some(td_string!(locale, work.overdue)),
            "due" => Some(td_string!(locale, listing.pace_due)),
            "in-time" => Some(td_string!(locale, listing.pace_in_time)),
            _ => None,
        },
        "payment" => match key {
            "late" => Some(td_string!(locale, work.overdue)),
            "open" => Some(td_string!(locale, fields.payment_open)),
            "paid" => Some(td_string!(locale, fields.payment_paid)),
            _ => None,
        },
        "turn" => match key {
            "overdue" => Some(td_string!(locale, work.overdue)),
            "today" => Some(td_string!(locale, work.today)),
            "tomorrow" => Some(td_string!(locale, work.tomorrow)),
            "week" => Some(td_string!(locale, work.this_week)),
            "later" => Some(td_string!(locale, work.later)),
            "undated" => Some(td_string!(locale, work.no_day)),
            "done" => Some(td_string!(locale, work.done)),
            _ => None,
        },
        "priority" => match key {
            "normal" => Some(td_string!(locale, fields.priority_normal)),
            "high" => Some(td_string!(locale, fields.priority_high)),
            _ => None,
        },
        "standing" => match key {
            "late" => Some(td_string!(locale, fields.standing_late)),
            "open" => Some(td_string!(locale, fields.standing_open)),
            "kept" => Some(td_string!(locale, fields.standing_kept)),
            "kept-late" => Some(td_string!(locale, fields.standing_kept_late)),
            "broken" => Some(td_string!(locale, fields.standing_broken)),
            _ => None,
        },
        "kind" => match key {
            "person" => Some(td_string!(locale, fields.person)),
            "organisation" => Some(td_string!(locale, fields.organisation)),
            "product" => Some(td_string!(locale, listing.goods)),
            "service" => Some(td_string!(locale, listing.service)),
            "order" => Some(td_string!(locale, fields.kind_order)),
            "refund" => Some(td_string!(locale, listing.refund)),
            "free" => Some(td_string!(locale, listing.free)),
            _ => None,
        },
        _ => None,
    };
    word.map_or_else(|| key.to_owned(), str::to_owned)
}

fn yes_no(locale: Locale, yes: bool) -> &'static str {
    if yes { td_string!(locale, fields.yes) } else { td_string!(locale, fields.no) }
}

fn number(locale: Locale, units: i64) -> String {
    format::decimal_text(super::tag(locale), &Decimal::from_units(units).to_string())
}

fn money(locale: Locale, money: Money) -> String {
    format::money(super::tag(locale), money.minor, money.currency.code(), money.currency.exponent())
}

/// The value of a record in a field, as a cell shows it; empty where there is none.
pub fn field_value(locale: Locale, field: &Field, at: &At<'_>) -> String {
    if field.form == Form::Money {
        return field.amount(at).map(|amount| money(locale, amount)).unwrap_or_default();
    }
    if let Some(whole) = field.whole(at) {
        return match (field.form, &field.choices) {
            (Form::Day, _) => i32::try_from(whole)
                .ok()
                .and_then(day::from_number)
                .map_or_else(String::new, |day| format::day(super::tag(locale), day)),
            (Form::YesNo, _) => yes_no(locale, whole == 1).to_owned(),
            (_, Choices::Fixed(keys)) => {
                let key = usize::try_from(whole).ok().and_then(|place| keys.get(place));
                key.map(|key| choice(locale, field, key)).unwrap_or_default()
            }
            _ => number(locale, whole),
        };
    }
    let mut text = String::new();
    field.texts(at, &mut |part| {
        if !text.is_empty() {
            text.push_str(", ");
        }
        match field.choices {
            Choices::Fixed(_) => text.push_str(&choice(locale, field, part)),
            _ => text.push_str(part),
        }
    });
    text
}

/// What the head of a group says.
pub fn group(locale: Locale, field: &Field, column: &Column, value: i64) -> String {
    if value == EMPTY {
        return td_string!(locale, listing.without, field = field_label(locale, field));
    }
    match (column, field.form, &field.choices) {
        (Column::Words(words), ..) => {
            let entry = u32::try_from(value).map(|code| words.entry(code)).unwrap_or_default();
            let part = |part: &str| match field.choices {
                Choices::Fixed(_) => choice(locale, field, part),
                _ => part.to_owned(),
            };
            entry.split(BETWEEN).map(part).collect::<Vec<_>>().join(", ")
        }
        (_, Form::Day, _) => {
            let (year, month) = (value.div_euclid(12), value.rem_euclid(12) + 1);
            format!("{year}-{month:02}")
        }
        (_, Form::YesNo, _) => yes_no(locale, value == 1).to_owned(),
        (_, _, Choices::Fixed(keys)) => {
            let key = usize::try_from(value).ok().and_then(|place| keys.get(place));
            key.map(|key| choice(locale, field, key)).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// A span of days by its name.
pub fn span(locale: Locale, name: &str) -> Option<&'static str> {
    Some(match name {
        "today" => td_string!(locale, listing.today),
        "yesterday" => td_string!(locale, listing.yesterday),
        "tomorrow" => td_string!(locale, listing.tomorrow),
        "this-week" => td_string!(locale, listing.this_week),
        "last-week" => td_string!(locale, listing.last_week),
        "next-week" => td_string!(locale, listing.next_week),
        "this-month" => td_string!(locale, listing.this_month),
        "last-month" => td_string!(locale, listing.last_month),
        "next-month" => td_string!(locale, listing.next_month),
        "this-quarter" => td_string!(locale, listing.this_quarter),
        "last-quarter" => td_string!(locale, listing.last_quarter),
        "next-quarter" => td_string!(locale, listing.next_quarter),
        "this-year" => td_string!(locale, listing.this_year),
        "last-year" => td_string!(locale, listing.last_year),
        "next-year" => td_string!(locale, listing.next_year),
        _ => return None,
    })
}

/// A length of time: `30d`.
fn length(locale: Locale, text: &str) -> Option<String> {
    let unit = text.chars().next_back()?;
    let count: u32 = text.strip_suffix(unit)?.parse().ok()?;
    Some(match unit {
        'd' => td_string!(locale, listing.days, count = count),
        'w' => td_string!(locale, listing.weeks, count = count),
        'm' => td_string!(locale, listing.months, count = count),
        'y' => td_string!(locale, listing.years, count = count),
        _ => return None,
    })
}

fn day_text(locale: Locale, text: &str) -> String {
    if let Some(name) = span(locale, text) {
        return name.to_owned();
    }
    if let Some(length) = text.strip_prefix("last-").and_then(|length_text| length(locale, length_text)) {
        return td_string!(locale, listing.in_last, length = length);
    }
    if let Some(length) = text.strip_prefix("next-").and_then(|length_text| length(locale, length_text)) {
        return td_string!(locale, listing.in_next, length = length);
    }
    if let Some(length) = length(locale, text) {
        return td_string!(locale, listing.ago, length = length);
    }
    match text.parse() {
        Ok(day) => format::day(super::tag(locale), day),
        Err(_) => text.to_owned(),
    }
}

/// One thing that a filter compares with.
pub fn operand(locale: Locale, field: &Field, operand: &Operand) -> String {
    let value = |text: &str| match (field.form, &field.choices) {
        (_, Choices::Fixed(_)) => choice(locale, field, text),
        (Form::Day, _) => day_text(locale, text),
        (Form::YesNo, _) => yes_no(locale, text == "yes").to_owned(),
        _ => text.to_owned(),
    };
    match operand {
        Operand::Nothing => td_string!(locale, listing.nothing).to_owned(),
        Operand::Value(text) => value(text),
        Operand::Range(from, to) => match (field.form, from.strip_suffix('d'), to.strip_suffix('d')) {
            (Form::Day, Some("0"), Some(to)) => {
                td_string!(locale, listing.up_to_ago, days = to.to_owned())
            }
            (Form::Day, Some(from), Some(to)) => {
                td_string!(locale, listing.between_ago, from = from.to_owned(), to = to.to_owned())
            }
            (Form::Day, Some(from), None) if to.is_empty() => {
                let days =
                    from.parse::<u32>().map_or_else(|_| from.to_owned(), |days| days.saturating_sub(1).to_string());
                td_string!(locale, listing.over_ago, days = days)
            }
            _ => format!(
                "{} – {}",
                if from.is_empty() { String::new() } else { value(from) },
                if to.is_empty() { String::new() } else { value(to) }
            ),
        },
    }
}

/// What a filter asks for, as its chip says it.
pub fn filter(locale: Locale, catalogue: &Catalogue, filter: &Filter) -> String {
    let Some(field) = catalogue.get(&filter.key) else { return filter.to_string() };
    let label = field_label(locale, field);
    let is_length = |text: &str| length(locale, text);
    let parts: Vec<String> = filter
        .operands
        .iter()
        .map(|one| match (field.form, filter.relation, one) {
            // How long ago, not when.
            (Form::Day, Relation::Less | Relation::AtMost, Operand::Value(text)) if is_length(text).is_some() => {
                td_string!(locale, listing.in_last, length = is_length(text).unwrap_or_default())
            }
            (Form::Day, Relation::More | Relation::AtLeast, Operand::Value(text)) if is_length(text).is_some() => {
                td_string!(locale, listing.longer_ago, length = is_length(text).unwrap_or_default())
            }
            (Form::Day, Relation::Less, _) => td_string!(locale, listing.before, day = operand(locale, field, one)),
            (Form::Day, Relation::More, _) => td_string!(locale, listing.after, day = operand(locale, field, one)),
            (_, Relation::Less, _) => format!("< {}", operand(locale, field, one)),
            (_, Relation::AtMost, _) => format!("≤ {}", operand(locale, field, one)),
            (_, Relation::More, _) => format!("> {}", operand(locale, field, one)),
            (_, Relation::AtLeast, _) => format!("≥ {}", operand(locale, field, one)),
            (_, Relation::Any | Relation::Exactly, _) => operand(locale, field, one),
        })
        .collect();
    let what = parts.join(td_string!(locale, listing.or));
    if filter.negated {
        td_string!(locale, listing.chip_not, field = label, what = what)
    } else {
        td_string!(locale, listing.chip, field = label, what = what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::Book;

    #[test]
    fn every_field_of_a_list_and_every_choice_in_it_has_a_word() {
        for kind in Catalogue::KINDS {
            for field in Catalogue::of(kind, &Book::default()).fields() {
                let unknown = td_string!(Locale::en, fields.unknown);
                assert_ne!(field_label(Locale::en, field), unknown, "{} of {kind:?}", field.key);
                let Choices::Fixed(keys) = &field.choices else { continue };
                for key in *keys {
                    assert_ne!(choice(Locale::en, field, key), *key, "{key} in {}", field.key);
                }
            }
        }
    }
}
