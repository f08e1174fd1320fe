//! The words that charts are given.

use leptos::prelude::*;

use crate::ui::components::TableData;

/// What every chart says in the same words.
#[derive(Clone, Copy, Debug)]
pub struct ChartWords {
    /// What opens the table.
    pub table: Signal<String>,
    /// What the menu is called that keeps a chart as a file.
    pub keep: Signal<String>,
    /// Its entries: as a picture of dots, as a drawing, as numbers.
    pub as_files: [Signal<String>; 3],
    /// What the link says that leads from a point to those behind it.
    pub follow: Signal<String>,
    /// What is said to screen readers of the key that follows that link.
    pub follow_key: Signal<String>,
    /// Told when no file could be made.
    pub on_failure: Callback<()>,
}

/// The words of a chart and its numbers as a table.
#[derive(Clone, Copy, Debug)]
pub struct ChartText {
    /// What is shown.
    pub title: Signal<String>,
    /// What it says, in a sentence: for those who do not see it, and good for those who do.
    pub summary: Signal<String>,
    /// What all charts say.
    pub words: ChartWords,
    /// The numbers.
    pub table: Signal<TableData>,
}

/// What the axes of a chart are called, and its reader.
#[derive(Clone, Copy, Debug)]
pub struct AxesText {
    /// The axis at the left: what is counted, with its unit.
    pub values: Signal<String>,
    /// The axis below, with its unit.
    pub steps: Signal<String>,
    /// What the slider is called that reads the points.
    pub cursor: Signal<String>,
}
