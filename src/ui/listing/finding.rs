//! Who passes the filters, and everybody's order: worked out with pauses whenever filters, order, groups or records change. A
//! keystroke changes none of them.

use std::sync::Arc;

use crate::{
    analysis::listing::{
        catalogue::Catalogue,
        check::{Check, Fault},
        column::Column,
        field::{Field, Rests},
        filter::Filter,
        mask::Mask,
        query::Sort,
    },
    domain::record::Kind,
    platform::pause::Slice,
    state::{Answer, Reading, Sheet, Workspace, is_there, slots},
};

use super::order::{By, Order};

/// So many texts are looked at between two looks at the clock.
const TEXTS: usize = 4_096;
/// And so many slots.
const SLOTS: usize = 65_536;

/// What is asked for, but for words.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Filters, all of which have to let through.
    pub filters: Vec<Filter>,
    /// The order.
    pub sorts: Vec<Sort>,
    /// By what rows stand together.
    pub group: Option<String>,
    /// The language, whose letters have an order.
    pub tag: &'static str,
}

/// What was found.
#[derive(Default)]
pub struct Found {
    /// Everybody, in order.
    pub order: Arc<Order>,
    /// Who passes.
    pub mask: Mask,
    /// By what rows stand together, with its values.
    pub group: Option<(Field, Arc<Column>)>,
    /// What was wrong with each filter.
    faults: Vec<Option<Fault>>,
    is_ready: bool,
}

impl Found {
    /// Whether anything was worked out yet.
    pub fn is_ready(&self) -> bool {
        self.is_ready
    }

    /// What is wrong with a filter, by its place.
    pub fn fault(&self, place: usize) -> Option<Fault> {
        self.faults.get(place).cloned().flatten()
    }
}

/// Finds out. `None` when `stale` says that nobody wants it any more.
#[expect(clippy::too_many_arguments, reason = "everything that a list rests on comes together here")]
pub async fn find(
    kind: Kind,
    asked: Asked,
    catalogue: Arc<Catalogue>,
    workspace: Workspace,
    answer: Arc<Answer>,
    sheet: &mut Sheet,
    before: &Found,
    stale: &impl Fn() -> bool,
) -> Option<Found> {
    let mut reading = Reading::new(workspace, answer);
    sheet.begin();
    let mut slice = Slice::new();
    let mut mask = Mask::new(workspace.peek(|book| slots(book, kind)));
    let mut faults = Vec::with_capacity(asked.filters.len());
    for filter in &asked.filters {
        let Some(field) = catalogue.get(&filter.key) else {
            faults.push(Some(Fault::NoField(filter.key.clone())));
            continue;
        };
        let mut check = match Check::new(filter, field, reading.today) {
            Ok(check) => check,
            Err(fault) => {
                faults.push(Some(fault));
                continue;
            }
        };
        faults.push(None);
        let column = sheet.column(field, &mut reading, stale).await?;
        while !check.prepare(&column, TEXTS) {
            slice.pause_if_used_up().await;
            if stale() {
                return None;
            }
        }
        for from in (0..column.slots()).step_by(SLOTS) {
            mask.add(&filter.key, &check, &column, from..from + SLOTS);
            slice.pause_if_used_up().await;
            if stale() {
                return None;
            }
        }
    }
    if kind == Kind::Product
        && let Some(field) = catalogue.fields().iter().find(|field| field.rests == Rests::OnSales)
    {
        // Cells show what was sold, whatever the list is sorted by.
        sheet.column(field, &mut reading, stale).await?;
    }
    let mut by = Vec::new();
    let mut group = None;
    if let Some(field) = asked.group.as_ref().and_then(|key| catalogue.get(key)).filter(|field| field.groups()) {
        let column = sheet.column(field, &mut reading, stale).await?;
        // The latest months first, else as the field has them.
        let descending = field.descends_first();
        by.push(By { column: Arc::clone(&column), form: field.form, descending, grouped: true });
        group = Some((field.clone(), column));
    }
    let mut sorts = asked.sorts;
    let then = sorts.first().and_then(|sort| catalogue.get(&sort.key)).and_then(|field| field.then);
    if let Some(then) = then.and_then(Sort::parse).filter(|then| sorts.iter().all(|sort| sort.key != then.key)) {
        sorts.push(then);
    }
    for sort in &sorts {
        let Some(field) = catalogue.get(&sort.key) else { continue };
        let column = sheet.column(field, &mut reading, stale).await?;
        by.push(By { column, form: field.form, descending: sort.descending, grouped: false });
    }
    let everybody = workspace.peek(|book| {
        // Slots that came after the columns were read are in the next round.
        let known = by.iter().map(|by| by.column.slots()).min().unwrap_or(usize::MAX).min(slots(book, kind));
        (0..known as u32).filter(|slot| is_there(book, kind, *slot)).collect::<Vec<u32>>()
    });
    let order = Order::renewed(&before.order, by, asked.tag, everybody, stale).await?;
    Some(Found { order, mask, group, faults, is_ready: true })
}
