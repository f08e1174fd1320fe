//! The fields of a customer, or of anybody else.

use super::bought;
use super::field::{AGES, At, Choices, Facet, Field, Form, Read, Rests, Sink};
use crate::{
    analysis::{
        columns::{Day, NO_DAY},
        period::Period,
        rating::Weights,
        xyz::{CUTS, Spread, Steadiness},
    },
    domain::{
        class::{Class, Segment},
        contact::{Address, Channel},
        day,
        decimal::Decimal,
        money::Money,
        party::{Party, PartyKind, Role},
    },
};

pub(super) const CLASSES: &[&str] = &["a", "b", "c"];
/// In the order in which the screens show them: the best first.
pub(super) const SEGMENTS: &[&str] = &[
    "champions",
    "potential",
    "new",
    "promising",
    "loyal",
    "attention",
    "sleepy",
    "cannot-lose",
    "at-risk",
    "hibernating",
];
const KINDS: &[&str] = &["person", "organisation"];
const ROLES: &[&str] = &["customer", "lead", "supplier", "partner", "colleague", "other"];
const CHANNELS: &[&str] = &["in-person", "phone", "email", "letter", "web", "chat", "sms", "video", "other"];
const STEADINESS: &[&str] = &["x", "y", "z"];
const RHYTHMS: &[&str] = &["on-time", "due", "late", "silent"];

/// The class of a key.
pub fn class(key: &str) -> Option<Class> {
    CLASSES.iter().position(|known| *known == key).and_then(|at| Class::ALL.get(at)).copied()
}

/// The key of a class.
pub fn class_key(class: Class) -> &'static str {
    CLASSES[class as usize - 1]
}

/// The segment of a key.
pub fn segment(key: &str) -> Option<Segment> {
    let at = SEGMENTS.iter().position(|known| *known == key)?;
    Segment::from_code((SEGMENTS.len() - at) as u8)
}

/// The key of a segment.
pub fn segment_key(segment: Segment) -> &'static str {
    SEGMENTS[SEGMENTS.len() - segment as usize]
}

/// The kind of party of a key.
pub fn party_kind(key: &str) -> Option<PartyKind> {
    [PartyKind::Person, PartyKind::Organisation]
        .into_iter()
        .zip(KINDS)
        .find(|(_, known)| **known == key)
        .map(|(kind, _)| kind)
}

/// The role of a key.
pub fn role(key: &str) -> Option<Role> {
    Role::ALL.into_iter().zip(ROLES).find(|(_, known)| **known == key).map(|(role, _)| role)
}

/// The key of a role.
pub fn role_key(role: Role) -> &'static str {
    Role::ALL.into_iter().zip(ROLES).find(|(known, _)| *known == role).map_or("", |(_, key)| key)
}

/// The channel of a key.
pub fn channel(key: &str) -> Option<Channel> {
    Channel::ALL.into_iter().zip(CHANNELS).find(|(_, known)| **known == key).map(|(channel, _)| channel)
}

fn data<'a>(at: &At<'a>) -> Option<&'a Party> {
    at.party().map(|row| &row.data)
}

fn line(at: &At<'_>, sink: &mut Sink<'_>, text: fn(&Party) -> &str) {
    if let Some(text) = data(at).map(text).filter(|text| !text.is_empty()) {
        sink(text);
    }
}

fn address(at: &At<'_>, sink: &mut Sink<'_>, part: fn(&Address) -> &str) {
    let parts = data(at).into_iter().flat_map(|party| &party.addresses).map(part);
    parts.filter(|part| !part.is_empty()).for_each(sink);
}

/// A count in ten-thousandths.
fn count(column: &[u32], slot: u32) -> Option<i64> {
    column.get(slot as usize).map(|count| i64::from(*count) * Decimal::SCALE)
}

fn score(column: &[u8], slot: u32) -> Option<i64> {
    column.get(slot as usize).filter(|score| **score > 0).map(|score| i64::from(*score) * Decimal::SCALE)
}

fn known_day(column: &[Day], slot: u32) -> Option<i64> {
    column.get(slot as usize).filter(|day| **day != NO_DAY).map(|day| i64::from(*day))
}

fn base(at: &At<'_>, minor: i64) -> Money {
    Money { minor, currency: at.source.settings.currency }
}

/// The class of a slot as a place among [`CLASSES`]: the one set by hand, else the computed one.
pub(super) fn class_at(at: &At<'_>, slot: u32, party: &Party) -> Option<i64> {
    let code = || at.source.scores.abc.class.get(slot as usize).copied();
    party.abc.or_else(|| Class::from_code(code()?)).map(|class| class as i64 - 1)
}

/// The segment of a slot as a place among [`SEGMENTS`]: the one set by hand, else the computed one.
pub(super) fn segment_at(at: &At<'_>, slot: u32, party: &Party) -> Option<i64> {
    let code = || at.source.scores.rfm.segment.get(slot as usize).copied();
    let segment = party.segment.or_else(|| Segment::from_code(code()?))?;
    Some(SEGMENTS.len() as i64 - segment as i64)
}

/// The key of a steadiness.
pub fn steadiness_key(steadiness: Steadiness) -> &'static str {
    STEADINESS[steadiness as usize - 1]
}

/// How steadily a customer buys, from the orders that have a rate, up to the day that the scores are of.
fn steadiness_at(at: &At<'_>) -> Option<Steadiness> {
    let (source, as_of) = (at.source, at.source.scores.summary.as_of);
    let rows = bought::rows(source.book, source.settings, at.party()?.id, as_of);
    Spread::of(&rows, Period::Month, as_of).class(CUTS)
}

/// When one of the days to remember comes round next.
fn next_date(at: &At<'_>) -> Option<i64> {
    let dates = data(at)?.dates.iter();
    dates.filter_map(|date| date.date.next(at.source.today)).min().map(|next| i64::from(day::number(next)))
}

/// The fields, in the order in which they are offered.
pub(super) fn fields() -> Vec<Field> {
    let scored = |field: Field| field.rests(Rests::OnScores);
    vec![
        Field::text("name", 1, |at, sink| line(at, sink, |party| &party.name)).editable(),
        Field::choice("kind", KINDS, |at| data(at).map(|party| party.kind as i64)).of(0).editable(),
        scored(Field::choice("class", CLASSES, |at| class_at(at, at.slot, data(at)?)).of(15).editable().then("-value")),
        scored(
            Field::choice("segment", SEGMENTS, |at| segment_at(at, at.slot, data(at)?))
                .of(16)
                .editable()
                .then("-value"),
        ),
        Field {
            choices: Choices::Fixed(ROLES),
            facet: Facet::Values,
            editable: true,
            ..Field::new(
                "role",
                Form::Tags,
                Some(5),
                Read::Texts(|at, sink| {
                    data(at).into_iter().flat_map(|party| &party.roles).for_each(|role| sink(role_key(*role)));
                }),
            )
        },
        Field {
            facet: Facet::Values,
            editable: true,
            ..Field::new(
                "tag",
                Form::Tags,
                Some(11),
                Read::Texts(|at, sink| {
                    data(at).into_iter().flat_map(|party| &party.tags).for_each(|tag| sink(tag));
                }),
            )
        },
        scored(Field::money("value", |at| Some(base(at, at.source.scores.values.get(at.slot as usize)?)))),
        scored(Field::money("revenue", |at| {
            let summary = &at.source.scores.summary;
            let slot = at.slot as usize;
            (*summary.orders.get(slot)? > 0).then(|| base(at, summary.net.get(slot).copied().unwrap_or(0)))
        })),
        scored(Field::money("margin", |at| Some(base(at, at.source.scores.summary.margin_of(at.slot as usize)?)))),
        scored(Field::number("orders", |at| count(&at.source.scores.summary.orders, at.slot)).summed()),
        scored(Field::money("average", |at| {
            let summary = &at.source.scores.summary;
            let orders = i64::from(*summary.orders.get(at.slot as usize)?);
            (orders > 0).then(|| base(at, summary.gross.get(at.slot as usize).map_or(0, |gross| gross / orders)))
        })),
        scored(Field::number("refunds", |at| count(&at.source.scores.summary.refunds, at.slot)).summed()),
        scored(Field::day("first", |at| known_day(&at.source.scores.summary.first_event, at.slot))),
        scored(Field::day("last", |at| known_day(&at.source.scores.summary.last_order, at.slot)).facet(AGES)),
        scored(Field::day("expected", |at| {
            at.source.scores.rhythm.usual(at.slot as usize).map(|usual| i64::from(usual.expected))
        })),
        scored(
            Field::choice("rhythm", RHYTHMS, |at| {
                at.source.scores.rhythm.usual(at.slot as usize).map(|usual| usual.state as i64 - 1)
            })
            .then("silence"),
        ),
        scored(Field::number("silence", |at| {
            let ratio = at.source.scores.rhythm.usual(at.slot as usize)?.ratio;
            Some((ratio * Decimal::SCALE as f64) as i64)
        })),
        // Not in the rail: it goes through every order, so only who asks for it waits for it.
        scored(
            Field::choice("steadiness", STEADINESS, |at| Some(steadiness_at(at)? as i64 - 1))
                .facet(Facet::None)
                .then("-value"),
        ),
        scored(Field::number("recency", |at| score(&at.source.scores.rfm.r, at.slot))),
        scored(Field::number("frequency", |at| score(&at.source.scores.rfm.f, at.slot))),
        scored(Field::number("monetary", |at| score(&at.source.scores.rfm.m, at.slot))),
        scored(Field::number("rfm", |at| {
            let weights = Weights::new(at.source.settings.scoring.weights()).unwrap_or_default();
            weights.mean(&at.source.scores.rfm, at.slot as usize)
        })),
        Field::day("date", next_date).of(13),
        Field::text("position", 4, |at, sink| line(at, sink, |party| &party.position)).editable(),
        Field::text("email", 7, |at, sink| {
            data(at).into_iter().flat_map(|party| &party.emails).for_each(|email| sink(&email.value));
        })
        .editable(),
        Field::text("phone", 8, |at, sink| {
            data(at).into_iter().flat_map(|party| &party.phones).for_each(|phone| sink(&phone.value));
        })
        .editable(),
        Field::text("website", 10, |at, sink| {
            data(at).into_iter().flat_map(|party| &party.websites).for_each(|site| sink(&site.value));
        })
        .editable(),
        Field::text("street", 9, |at, sink| address(at, sink, |address| &address.street)).editable(),
        Field::text("city", 9, |at, sink| address(at, sink, |address| &address.city)).editable(),
        Field::text("region", 9, |at, sink| address(at, sink, |address| &address.region)).editable(),
        Field::text("postcode", 9, |at, sink| address(at, sink, |address| &address.postcode)).editable(),
        Field::text("country", 9, |at, sink| address(at, sink, |address| &address.country)).editable(),
        Field::choice("channel", CHANNELS, |at| data(at)?.channel.map(|channel| channel as i64)).of(12).editable(),
        Field::number("cadence", |at| Some(i64::from(data(at)?.cadence?) * Decimal::SCALE)).of(18).editable(),
        Field::yes_no("nocontact", |at| Some(i64::from(data(at)?.no_contact))).of(19).editable(),
        Field::text("reference", 6, |at, sink| line(at, sink, |party| &party.reference)).editable(),
        Field::text("given", 2, |at, sink| line(at, sink, |party| &party.given)).editable(),
        Field::text("family", 3, |at, sink| line(at, sink, |party| &party.family)).editable(),
        Field::text("about", 17, |at, sink| line(at, sink, |party| &party.about)).editable(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_classes_segments_and_roles_go_both_ways() {
        assert!(Class::ALL.into_iter().all(|one| class(class_key(one)) == Some(one)));
        assert!(Segment::ALL.into_iter().all(|one| segment(segment_key(one)) == Some(one)));
        assert!(Role::ALL.into_iter().all(|one| role(role_key(one)) == Some(one)));
        assert_eq!(segment_key(Segment::CannotLose), "cannot-lose");
        assert_eq!(segment_key(Segment::Loyal), "loyal");
        assert_eq!(segment_key(Segment::PotentialLoyalist), "potential");
    }
}
