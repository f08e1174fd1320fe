//! What there is to do today, gathered from the book with pauses.

use chrono::NaiveDate;
use rustc_hash::FxHashSet;
use uuid::Uuid;

use crate::{
    analysis::{
        agenda::{AHEAD, About, Matter, Need, Reason, rank, typical},
        rhythm::State as Rhythm,
        turn::turn,
    },
    domain::{
        bill::Paid,
        book::Book,
        cadence::Pace,
        class::Class,
        day,
        deal::{Deal, Standing},
        id::Id,
        interaction::Interaction,
        party::Party,
        promise::State,
        record::{Kind, Row},
        settings::Settings,
        task::Task,
    },
    platform::{clock, pause::Slice},
};

use super::{scores::Answer, workspace::Workspace};

/// Who was talked to in the last so many days is not told to be silent.
const JUST_TALKED: i32 = 14;

/// The kinds of record by which it changes what there is to do.
pub const AGENDA: [Kind; 7] =
    [Kind::Task, Kind::Promise, Kind::Deal, Kind::Order, Kind::Party, Kind::Interaction, Kind::Settings];

/// What there is to do on `today`, the most important first. `None` when `stale` says that nobody wants it any more.
pub async fn agenda(
    workspace: Workspace,
    answer: &Answer,
    today: NaiveDate,
    stale: impl Fn() -> bool,
) -> Option<Vec<Matter>> {
    let mut slice = Slice::new();
    let (mut matters, mut values) = (Vec::new(), Vec::new());
    // Whose turn it is anyway.
    let mut cared_for = FxHashSet::<Uuid>::default();
    let now = day::number(today);
    let value = |book: &Book, party: Option<Id<Party>>| answer.value(book.parties.slot(party?)?);
    for page in 0..workspace.peek(|book| book.tasks.page_count()) {
        workspace.peek(|book| {
            for (_, row) in book.tasks.page(page).into_iter().flat_map(|(_, rows)| rows) {
                let (task, party) = (&row.data, row.data.party);
                if !task.is_open() {
                    continue;
                }
                cared_for.extend(party.map(Id::uuid));
                // One that was put off without having a due day is there again, and not late.
                let Some(turn) = task.day().filter(|day| *day <= today) else { continue };
                let late = if task.due.is_some() { now - day::number(turn) } else { 0 };
                let reason = Reason::Task { late, high: !task.priority.is_normal() };
                matters.push(Matter { about: About::Task(row.id), party, reason, value: value(book, party) });
            }
        });
        slice.pause_if_used_up().await;
        if stale() {
            return None;
        }
    }
    for page in 0..workspace.peek(|book| book.promises.page_count()) {
        workspace.peek(|book| {
            for (_, row) in book.promises.page(page).into_iter().flat_map(|(_, rows)| rows) {
                let party = Some(row.data.party);
                let within = day::number(row.data.by) - now;
                if row.data.state == State::Open && within <= AHEAD {
                    let reason = Reason::Promise { within };
                    matters.push(Matter { about: About::Promise(row.id), party, reason, value: value(book, party) });
                }
            }
        });
        slice.pause_if_used_up().await;
        if stale() {
            return None;
        }
    }
    let settings = workspace.peek(Book::settings);
    for page in 0..workspace.peek(|book| book.orders.page_count()) {
        workspace.peek(|book| {
            for (_, row) in book.orders.page(page).into_iter().flat_map(|(_, rows)| rows) {
                let Some(Paid::Late { days: late }) = row.data.paid(today) else { continue };
                let (order, party) = (&row.data, Some(row.data.party));
                let owed = settings.convert(order.owed(today), order.currency, order.day).ok();
                matters.push(Matter {
                    about: About::Order(row.id),
                    party,
                    reason: Reason::Payment { late },
                    value: value(book, party).max(owed),
                });
            }
        });
        slice.pause_if_used_up().await;
        if stale() {
            return None;
        }
    }
    for page in 0..workspace.peek(|book| book.deals.page_count()) {
        workspace.peek(|book| {
            for (_, row) in book.deals.page(page).into_iter().flat_map(|(_, rows)| rows) {
                let Some(reason) = what_next(&row.data, today) else { continue };
                let party = Some(row.data.party);
                let brings = row.data.money();
                let brings = brings.and_then(|money| settings.convert(money.minor, money.currency, today).ok());
                matters.push(Matter {
                    about: About::Deal(row.id),
                    party,
                    reason,
                    value: value(book, party).max(brings),
                });
            }
        });
        slice.pause_if_used_up().await;
        if stale() {
            return None;
        }
    }
    let zone = settings.time_zone.clone();
    for page in 0..workspace.peek(|book| book.parties.page_count()) {
        workspace.peek(|book| {
            for (_, row) in book.parties.page(page).into_iter().flat_map(|(_, rows)| rows) {
                let Some(slot) = book.parties.slot(row.id) else { continue };
                let value = answer.value(slot);
                values.extend(value);
                let of_party = |reason| Matter { about: About::Party(row.id), party: Some(row.id), reason, value };
                // Who does not want to hear from us is reminded of nothing.
                if row.data.no_contact {
                    continue;
                }
                matters.extend(next_date(row, today).map(of_party));
                let is_cared_for = || cared_for.contains(&row.id.uuid()) || was_talked_to(book, row.id, now, &zone);
                if let Some(gaps) = silence(answer, slot, &row.data).filter(|_| !is_cared_for()) {
                    matters.push(of_party(Reason::Silent { gaps }));
                } else if let Some(reason) = unheard(book, answer, slot, row, &settings, today)
                    && !cared_for.contains(&row.id.uuid())
                {
                    matters.push(of_party(reason));
                }
            }
        });
        slice.pause_if_used_up().await;
        if stale() {
            return None;
        }
    }
    Some(rank(matters, typical(&values)))
}

/// What a deal that goes on waits for, if anything.
fn what_next(deal: &Deal, today: NaiveDate) -> Option<Reason> {
    let since = |day: NaiveDate| day::number(today) - day::number(day);
    if deal.standing != Standing::Open {
        return None;
    }
    let (need, late) = match (deal.next_by, deal.closes) {
        (Some(by), _) if by <= today => (Need::Step, since(by)),
        (_, Some(closes)) if closes < today => (Need::Decision, since(closes)),
        (None, _) if deal.next.is_empty() => (Need::Plan, 0),
        _ => return None,
    };
    Some(Reason::Deal { need, late })
}

/// How many usual gaps an A customer is silent who is silent beyond the own rhythm.
fn silence(answer: &Answer, slot: u32, party: &Party) -> Option<f64> {
    if answer.class(slot, party) != Some(Class::A) {
        return None;
    }
    let usual = answer.classification.rhythm.usual(slot as usize)?;
    (usual.state == Rhythm::Silent).then_some(usual.ratio)
}

/// Who should have heard from us long ago.
fn unheard(
    book: &Book,
    answer: &Answer,
    slot: u32,
    row: &Row<Party>,
    settings: &Settings,
    today: NaiveDate,
) -> Option<Reason> {
    let class = answer.class(slot, &row.data);
    let day_of = |instant| clock::day_of(instant, &settings.time_zone);
    let turn = turn(book, &settings.cadence, row, class, today, day_of)?;
    (turn.pace == Pace::Overdue).then_some(Reason::Unheard { since: turn.since, every: turn.every })
}

/// The next of the days to remember, where it comes soon.
fn next_date(row: &Row<Party>, today: NaiveDate) -> Option<Reason> {
    let dates = row.data.dates.iter().enumerate();
    let next = dates.filter_map(|(place, date)| Some((date.date.next(today)?, place))).min()?;
    let within = day::number(next.0) - day::number(today);
    (within <= AHEAD).then_some(Reason::Date { within, place: next.1 })
}

fn was_talked_to(book: &Book, party: Id<Party>, now: i32, zone: &str) -> bool {
    let last = book.of::<Interaction>(party).filter(|row| row.data.outcome.is_contact()).map(|row| row.data.at).max();
    let last = last.and_then(|at| clock::day_of(at, zone)).map(day::number);
    last.is_some_and(|last| now - last <= JUST_TALKED)
}

/// A task for a customer, due the day after `today`: how a suggestion is put off.
pub fn for_tomorrow(party: Id<Party>, title: String, today: NaiveDate) -> Task {
    Task { party: Some(party), due: today.succ_opt(), ..Task::new(title) }
}
