//! The stages that a file goes through, each in slices: its bytes become a table, the columns are looked at, the cells are read.

use crate::{
    interchange::csv::{Checked, Checker, Plan, Profiler, Reader, Table, profile::Column, reader::PIECE},
    platform::pause::Slice,
    state::watch::{Step, Watch},
};

use super::{ImportFileError, Input};

/// Cells that are worked off between two looks at the clock.
const CELLS: usize = 2_000;

/// Rows that have about so many cells. A table may have a thousand columns.
pub(super) fn rows(table: &Table) -> usize {
    (CELLS / table.width().max(1)).max(1)
}

pub(super) async fn read(input: &Input, mut reader: Reader, watch: &Watch) -> Result<Table, ImportFileError> {
    let size = input.size();
    let mut at = 0;
    let mut slice = Slice::new();
    while at < size {
        let end = size.min(at + PIECE as u64);
        let piece = input.read(at, end).await?;
        reader.push(&piece)?;
        at = end;
        watch.pause(&mut slice, Step::Reading, at as usize, size as usize).await?;
    }
    Ok(reader.finish()?)
}

pub(super) async fn profile(table: &Table, watch: &Watch) -> Result<Vec<Column>, ImportFileError> {
    let mut profiler = Profiler::new(table);
    let mut slice = Slice::new();
    let rows = rows(table);
    while profiler.step(table, rows) {
        watch.pause(&mut slice, Step::Profiling, profiler.rows(), table.len()).await?;
    }
    Ok(profiler.finish())
}

pub(super) async fn check(table: &Table, plan: &Plan, watch: &Watch) -> Result<Checked, ImportFileError> {
    let mut checker = Checker::new(plan.clone());
    let mut slice = Slice::new();
    let rows = rows(table);
    while checker.step(table, rows) {
        watch.pause(&mut slice, Step::Checking, checker.rows(), table.len()).await?;
    }
    Ok(checker.finish())
}
