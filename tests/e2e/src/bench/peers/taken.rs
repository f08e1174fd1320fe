//! What the peers took, as their programs write it down.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::bench::statistics::Spread;
use crate::{Failure, Result};

/// Several readings of one thing.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Summary {
    /// The smallest.
    pub min: f64,
    /// The one in the middle.
    pub p50: f64,
    /// The one that 95 of 100 do not exceed.
    pub p95: f64,
}

impl From<Summary> for Spread {
    fn from(summary: Summary) -> Self {
        Self { least: Some(summary.min), median: summary.p50, slow: Some(summary.p95) }
    }
}

/// `storage-libs.json`, in milliseconds.
#[derive(Debug, Deserialize)]
pub struct Libraries {
    ms: LibraryTimes,
}

#[derive(Debug, Deserialize)]
struct LibraryTimes {
    dexie: Dexie,
}

/// Dexie with three indexes.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Dexie {
    /// All records put at once.
    pub bulk_put: Summary,
    /// All records read.
    pub to_array: Summary,
}

impl Libraries {
    /// Dexie's.
    pub fn dexie(&self) -> &Dexie {
        &self.ms.dexie
    }
}

/// `storage-sqlite.json`, in milliseconds.
#[derive(Debug, Deserialize)]
pub struct Sqlite {
    ms: SqliteTimes,
}

#[derive(Debug, Deserialize)]
struct SqliteTimes {
    full: SqliteFull,
}

/// With `synchronous=full`, as durable as Kith.
#[derive(Debug, Deserialize)]
struct SqliteFull {
    insert100k: Summary,
}

impl Sqlite {
    /// All records inserted in one transaction.
    pub fn insert(&self) -> Summary {
        self.ms.full.insert100k
    }
}

/// `search.json`.
#[derive(Debug, Deserialize)]
pub struct Searches {
    contenders: SearchContenders,
}

#[derive(Debug, Deserialize)]
struct SearchContenders {
    concat: Scan,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Scan {
    query_ms: Quantiles,
}

#[derive(Debug, Deserialize)]
struct Quantiles {
    p50: f64,
    p95: f64,
}

impl Searches {
    /// A scan over one prepared string for all that have it, in milliseconds.
    pub fn scan(&self) -> Spread {
        let Quantiles { p50, p95 } = self.contenders.concat.query_ms;
        Spread { least: None, median: p50, slow: Some(p95) }
    }
}

/// `list.json`.
#[derive(Debug, Deserialize)]
pub struct Lists {
    contenders: BTreeMap<String, List>,
}

/// A list of all records, in milliseconds and frames that were not shown in time.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct List {
    /// Of 240 frames, 120 pixels each.
    pub slow_dropped: Summary,
    /// Of 240 frames, 900 pixels each.
    pub fast_dropped: Summary,
    filter_paint_p50: Summary,
    filter_paint_p95: Summary,
}

impl List {
    /// From a key to the painted list.
    pub fn key(&self) -> Spread {
        let (half, slow) = (self.filter_paint_p50, self.filter_paint_p95);
        Spread { least: Some(half.min), median: half.p50, slow: Some(slow.p50) }
    }
}

impl Lists {
    /// That of one contender.
    ///
    /// # Errors
    /// If it is not among them.
    pub fn of(&self, contender: &str) -> Result<&List> {
        self.contenders.get(contender).ok_or_else(|| Failure::Peers(format!("list.json does not have {contender}.")))
    }
}

/// Reads one of the files.
///
/// # Errors
/// If it is missing or has another shape.
pub fn read<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<T> {
    let path = folder.join(name);
    let text = std::fs::read_to_string(&path).map_err(Failure::file(&path))?;
    serde_json::from_str(&text).map_err(|error| Failure::Peers(format!("{name} cannot be read: {error}.")))
}
