//! What the rail counts, and what columns come to: after the list is painted, with pauses.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    analysis::listing::{
        facet::{Count, Tally},
        field::{Facet, Field},
        totals::{Sum, Total},
    },
    platform::pause::{Slice, next_frame},
    state::{Reading, Scores, Sheet, Workspace},
};

use super::{Listing, finding::Found, hits::Hits, rows::Head};

/// So many records are looked at between two looks at the clock.
const CHUNK: usize = 16_384;

/// The totals of one column.
#[derive(Debug, Clone, Default)]
pub struct ColumnTotals {
    /// Of everything that is listed.
    pub all: Total,
    /// Of every group, in order.
    pub groups: Vec<Total>,
}

/// Counts and totals.
#[derive(Debug, Clone, Default)]
pub struct Counted {
    /// For every field of the rail its counts, by key.
    pub facets: Vec<(String, Vec<Count>)>,
    /// For every column that can be added up its totals, by key.
    pub totals: Vec<(String, ColumnTotals)>,
}

impl Counted {
    /// The counts of a field.
    pub fn facet(&self, key: &str) -> Option<&[Count]> {
        self.facets.iter().find(|(known, _)| known == key).map(|(_, counts)| counts.as_slice())
    }
}

/// What is counted.
struct Job {
    found: Arc<Found>,
    hits: Hits,
    rows: Arc<[u32]>,
    heads: Arc<[Head]>,
    rail: Vec<Field>,
    summed: Vec<Field>,
}

/// Counts whenever the list changes and somebody looks at counts or totals.
pub fn follow(listing: Listing, hits: Signal<Hits>, sheet: StoredValue<Sheet>) {
    let (workspace, scores) = (Workspace::expect(), Scores::expect());
    let asking = StoredValue::new(0_u64);
    Effect::new(move |_| {
        let catalogue = listing.catalogue.get();
        let rail = listing.wants_counts.get();
        let summed = listing.summed.get();
        let fields = catalogue.fields().iter();
        let job = Job {
            found: listing.found.get(),
            hits: hits.get(),
            rows: listing.matching.get(),
            heads: listing.heads.get(),
            rail: fields.clone().filter(|field| rail && field.facet != Facet::None).cloned().collect(),
            summed: fields
                .filter(|field| field.summed && summed.iter().any(|key| *key == field.key))
                .cloned()
                .collect(),
        };
        let own = asking.with_value(|asking| asking + 1);
        asking.set_value(own);
        if !job.found.is_ready() || (job.rail.is_empty() && job.summed.is_empty()) {
            return;
        }
        let reading = Reading::new(workspace, untrack(|| scores.answer()));
        spawn_local(async move {
            let stale = move || asking.try_with_value(|asking| *asking != own).unwrap_or(true);
            // The list first: who types on does not wait for counts.
            next_frame().await;
            if stale() {
                return;
            }
            let mut own_sheet = sheet.with_value(Sheet::clone);
            if let Some(counted) = count(job, reading, &mut own_sheet, &stale).await {
                sheet.set_value(own_sheet);
                listing.counted.set(Arc::new(counted));
            }
        });
    });
}

async fn count(job: Job, mut reading: Reading, sheet: &mut Sheet, stale: &impl Fn() -> bool) -> Option<Counted> {
    let mut slice = Slice::new();
    let mut counted = Counted::default();
    for field in &job.rail {
        let column = sheet.column(field, &mut reading, stale).await?;
        let mut tally = Tally::new(field, reading.today);
        let passes = job.found.mask.passes_but(&field.key);
        let has_words = |slot: u32| job.hits.as_ref().is_none_or(|hits| hits.get(slot as usize) == Some(&true));
        for chunk in job.found.order.slots().chunks(CHUNK) {
            let slots = chunk.iter().copied().filter(|slot| passes(*slot) && has_words(*slot));
            tally.add(field, &column, slots);
            slice.pause_if_used_up().await;
            if stale() {
                return None;
            }
        }
        counted.facets.push((field.key.to_string(), tally.finish(field, &column)));
    }
    for field in &job.summed {
        let column = sheet.column(field, &mut reading, stale).await?;
        let mut all = Sum::default();
        for chunk in job.rows.chunks(CHUNK) {
            all.add(&column, chunk.iter().copied());
            slice.pause_if_used_up().await;
            if stale() {
                return None;
            }
        }
        let mut groups = Vec::with_capacity(job.heads.len());
        for head in job.heads.iter() {
            let mut sum = Sum::default();
            let own = head.start as usize..(head.start + head.count) as usize;
            sum.add(&column, job.rows[own].iter().copied());
            groups.push(sum.finish(&column));
            slice.pause_if_used_up().await;
            if stale() {
                return None;
            }
        }
        counted.totals.push((field.key.to_string(), ColumnTotals { all: all.finish(&column), groups }));
    }
    Some(counted)
}
