//! What customers said, conversations and products as columns, read with pauses.

use crate::{
    analysis::{
        columns::{Day, NO_DAY},
        insights::YEAR,
    },
    domain::{
        book::Book,
        day,
        order::Order,
        promise::{Promise, Reliability},
        settings::Settings,
    },
    platform::{clock, pause::Slice},
    state::{
        answering::{AnswersAsked, FactsAsked},
        workspace::Workspace,
    },
};

/// Every answer up to a day. `None` when `stale` says that nobody wants it.
pub(super) async fn answers(workspace: Workspace, as_of: Day, stale: impl Fn() -> bool) -> Option<AnswersAsked> {
    let mut slice = Slice::new();
    let mut asked = AnswersAsked::default();
    for page in 0..workspace.peek(|book| book.surveys.page_count()) {
        workspace.peek(|book| {
            let rows = book.surveys.page(page).into_iter().flat_map(|(_, rows)| rows);
            for (_, row) in rows {
                let (survey, given) = (&row.data, day::number(row.data.day));
                let Some(slot) = book.parties.slot(survey.party).filter(|_| given <= as_of) else { continue };
                asked.customer.push(slot);
                asked.day.push(given);
                asked.question.push(survey.question as u8);
                asked.answer.push(survey.answer);
            }
        });
        slice.pause_if_used_up().await;
        if stale() {
            return None;
        }
    }
    Some(asked)
}

/// The minutes that each customer took up to a day. `None` when `stale` says that nobody wants them.
pub(super) async fn minutes(workspace: Workspace, as_of: Day, stale: impl Fn() -> bool) -> Option<Vec<u32>> {
    let mut slice = Slice::new();
    let (settings, parties) = workspace.peek(|book| (book.settings(), book.parties.slots()));
    let mut minutes = vec![0u32; parties];
    for page in 0..workspace.peek(|book| book.interactions.page_count()) {
        workspace.peek(|book| {
            let rows = book.interactions.page(page).into_iter().flat_map(|(_, rows)| rows);
            for (_, row) in rows {
                let Some(took) = row.data.minutes else { continue };
                let talked = clock::day_of(row.data.at, &settings.time_zone).map(day::number);
                let place = book.parties.slot(row.data.party).and_then(|slot| minutes.get_mut(slot as usize));
                if let (true, Some(sum)) = (talked.is_some_and(|day| day <= as_of), place) {
                    *sum = sum.saturating_add(took);
                }
            }
        });
        slice.pause_if_used_up().await;
        if stale() {
            return None;
        }
    }
    Some(minutes)
}

/// What the scorecard has to know beside. `None` when `stale` says that nobody wants it.
pub(super) async fn facts(workspace: Workspace, as_of: Day, stale: impl Fn() -> bool) -> Option<FactsAsked> {
    let mut slice = Slice::new();
    let (settings, parties, products) =
        workspace.peek(|book| (book.settings(), book.parties.slots(), book.products.slots()));
    let mut facts = FactsAsked {
        contacted: vec![NO_DAY; parties],
        first_sold: vec![NO_DAY; products],
        sold: vec![0; products],
        sold_before: vec![0; products],
        ..FactsAsked::default()
    };
    [facts.promises, facts.promises_before] = workspace.peek(|book| [0, 1].map(|ago| promises(book, as_of, ago)));
    for page in 0..workspace.peek(|book| book.interactions.page_count()) {
        workspace.peek(|book| {
            let rows = book.interactions.page(page).into_iter().flat_map(|(_, rows)| rows);
            for (_, row) in rows.filter(|(_, row)| row.data.outcome.is_contact()) {
                let talked = clock::day_of(row.data.at, &settings.time_zone).map(day::number);
                let place = book.parties.slot(row.data.party).and_then(|slot| facts.contacted.get_mut(slot as usize));
                if let (Some(talked), Some(latest)) = (talked.filter(|day| *day <= as_of), place) {
                    *latest = talked.max(*latest);
                }
            }
        });
        slice.pause_if_used_up().await;
        if stale() {
            return None;
        }
    }
    for page in 0..workspace.peek(|book| book.orders.page_count()) {
        workspace.peek(|book| {
            let rows = book.orders.page(page).into_iter().flat_map(|(_, rows)| rows);
            rows.for_each(|(_, row)| sell(&mut facts, book, &settings, &row.data, as_of));
        });
        slice.pause_if_used_up().await;
        if stale() {
            return None;
        }
    }
    Some(facts)
}

/// Our promises whose day was in the year that ended so many years before the day: kept on time, and all that have come to count.
fn promises(book: &Book, as_of: Day, years_ago: i32) -> Vec<u32> {
    let Some(today) = day::from_number(as_of) else { return Vec::new() };
    let is_of_year = |promise: &&Promise| {
        let ago = as_of - day::number(promise.by);
        ago >= 0 && promise.made <= today && ago / YEAR == years_ago
    };
    let all = book.promises.iter().map(|(_, row)| &row.data).filter(is_of_year);
    let sum = Reliability::of(all, today);
    vec![sum.on_time, sum.counted()]
}

fn sell(facts: &mut FactsAsked, book: &Book, settings: &Settings, order: &Order, as_of: Day) {
    let (sold, ago) = (day::number(order.day), as_of.saturating_sub(day::number(order.day)));
    if ago < 0 {
        return;
    }
    for line in &order.lines {
        // A product that came meanwhile is not counted among those asked about.
        let slot = line.product.and_then(|id| book.products.slot(id)).map(|slot| slot as usize);
        let Some(slot) = slot.filter(|slot| *slot < facts.sold.len()) else { continue };
        // Orders without a rate are left out, as everywhere.
        let Ok(amount) = settings.convert(line.net(), order.currency, order.day) else { continue };
        let first = &mut facts.first_sold[slot];
        if amount >= 0 && (*first == NO_DAY || sold < *first) {
            *first = sold;
        }
        let year = match ago / YEAR {
            0 => &mut facts.sold[slot],
            1 => &mut facts.sold_before[slot],
            _ => continue,
        };
        *year = year.saturating_add(amount);
    }
}
