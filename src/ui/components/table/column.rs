//! What stands in one column of a table.

use std::sync::Arc;

use leptos::prelude::*;

use super::layout::{ColumnsState, Known};

/// Draws a cell. It is called once an element; the signal changes when the element stands for another row.
pub(super) type CellView<T> = Arc<dyn Fn(Signal<T>) -> AnyView + Send + Sync>;

/// Which edge the text of a column keeps to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Words.
    #[default]
    Start,
    /// Numbers.
    End,
    /// Marks.
    Center,
}

/// Where a cell goes when there is no room for columns and each row becomes a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardSlot {
    /// The name, on top.
    Title,
    /// At the end of the top line: a grade, an amount.
    Corner,
    /// On the second line, with the others.
    #[default]
    Detail,
    /// Nowhere.
    Absent,
}

/// One column: its head, its width, and how a cell is drawn from the row's id.
pub struct Column<T: Send + Sync + 'static> {
    pub(super) key: String,
    pub(super) label: Signal<String>,
    pub(super) cell: CellView<T>,
    pub(super) min_rem: f64,
    pub(super) grow: f64,
    pub(super) align: Align,
    pub(super) card: CardSlot,
    pub(super) sortable: bool,
    pub(super) descending_first: bool,
    pub(super) spare: u8,
    pub(super) optional: bool,
    pub(super) editable: bool,
}

impl<T: Send + Sync> Clone for Column<T> {
    fn clone(&self) -> Self {
        Self { key: self.key.clone(), cell: Arc::clone(&self.cell), ..*self }
    }
}

impl<T: Send + Sync + 'static> Column<T> {
    /// A column. `key` names it in [`super::Sort`]; `label` is its head; `cell` draws a cell for the row whose id the signal holds.
    ///
    /// Read the signal inside closures, so that scrolling changes texts instead of building elements:
    /// `|id| view! { {move || name_of(id.get())} }`.
    pub fn new<V: IntoView + 'static>(
        key: impl Into<String>,
        label: impl Into<Signal<String>>,
        cell: impl Fn(Signal<T>) -> V + Send + Sync + 'static,
    ) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            cell: Arc::new(move |row| cell(row).into_any()),
            min_rem: 7.0,
            grow: 1.0,
            align: Align::Start,
            card: CardSlot::Detail,
            sortable: false,
            descending_first: false,
            spare: 0,
            optional: false,
            editable: false,
        }
    }

    /// At least `min_rem` times the text size wide, and `grow` shares of the room that is left over; 0 for none.
    pub fn width(self, min_rem: f64, grow: f64) -> Self {
        Self { min_rem, grow, ..self }
    }

    /// Numbers keep to the end.
    pub fn align(self, align: Align) -> Self {
        Self { align, ..self }
    }

    /// Where it goes on a card.
    pub fn card(self, card: CardSlot) -> Self {
        Self { card, ..self }
    }

    /// Its head is a button that sorts.
    pub fn sortable(self) -> Self {
        Self { sortable: true, ..self }
    }

    /// Its head is a button that sorts, largest first: amounts, counts, days.
    pub fn sortable_down(self) -> Self {
        Self { sortable: true, descending_first: true, ..self }
    }

    /// Gives way where there is no room for all columns: the highest rank goes first, 0 stays. Cards show it all the same.
    pub fn spare(self, rank: u8) -> Self {
        Self { spare: rank, ..self }
    }

    /// Stays away until the user chooses it.
    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// Its cells can be changed where they stand; see [`super::Editing`].
    pub fn editable(self) -> Self {
        Self { editable: true, ..self }
    }

    /// What names it.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Its head.
    pub fn label(&self) -> Signal<String> {
        self.label
    }

    /// Whether it names the row.
    pub(super) fn is_title(&self) -> bool {
        self.card == CardSlot::Title
    }

    pub(super) const fn cell_class(&self) -> &'static str {
        match (self.card, self.align) {
            (CardSlot::Title, _) => "cell cell-title",
            (CardSlot::Corner, Align::Start) => "cell cell-corner",
            (CardSlot::Corner, Align::End) => "cell cell-corner cell-end",
            (CardSlot::Corner, Align::Center) => "cell cell-corner cell-center",
            (CardSlot::Detail, Align::Start) => "cell cell-detail",
            (CardSlot::Detail, Align::End) => "cell cell-detail cell-end",
            (CardSlot::Detail, Align::Center) => "cell cell-detail cell-center",
            (CardSlot::Absent, Align::Start) => "cell cell-absent",
            (CardSlot::Absent, Align::End) => "cell cell-absent cell-end",
            (CardSlot::Absent, Align::Center) => "cell cell-absent cell-center",
        }
    }

    /// The class of its cell in a line of totals: amounts go to the end, as they do in the rows.
    pub(super) const fn total_class(&self) -> &'static str {
        match (self.card, self.align) {
            (CardSlot::Title, _) => "cell cell-title",
            (_, Align::Start) => "cell cell-detail",
            (_, Align::End) => "cell cell-detail cell-end",
            (_, Align::Center) => "cell cell-detail cell-center",
        }
    }

    pub(super) const fn head_class(&self) -> &'static str {
        match (self.card, self.align) {
            (CardSlot::Title, _) => "cell cell-title",
            (_, Align::Start) => "cell",
            (_, Align::End) => "cell cell-end",
            (_, Align::Center) => "cell cell-center",
        }
    }
}

/// How wide the column of boxes is, in rem.
const TICK_REM: f64 = 2.5;

/// What a row keeps free at both ends, in rem.
const ENDS_REM: f64 = 1.0;

/// What is known of the columns before anybody chose.
pub(super) fn known<T: Send + Sync>(columns: &[Column<T>]) -> Vec<Known<'_>> {
    columns.iter().map(|column| (column.key.as_str(), !column.optional)).collect()
}

/// The columns that the user sees, in their order.
pub(super) fn arranged<T: Send + Sync>(columns: &[Column<T>], state: &ColumnsState) -> Vec<Column<T>> {
    let find = |key: String| columns.iter().find(|column| column.key == key).cloned();
    state.shown(&known(columns)).into_iter().filter_map(find).collect()
}

/// Which columns there is room for, in rem. Of one rank the last gives way first; what the user chose stays.
pub(super) fn fitting<T: Send + Sync>(
    columns: &[Column<T>],
    state: &ColumnsState,
    selectable: bool,
    room: f64,
) -> Vec<bool> {
    let mut fits = vec![true; columns.len()];
    while state.keys.is_empty() && least_rem(columns, &fits, state, selectable) > room {
        let spare = |place: &usize| (columns[*place].spare, *place);
        let going = (0..columns.len()).filter(|place| fits[*place] && columns[*place].spare > 0).max_by_key(spare);
        let Some(going) = going else { break };
        fits[going] = false;
    }
    fits
}

fn fitted<'a, T: Send + Sync>(columns: &'a [Column<T>], fits: &'a [bool]) -> impl Iterator<Item = &'a Column<T>> {
    columns.iter().zip(fits).filter_map(|(column, fits)| fits.then_some(column))
}

/// The least width at which the columns that fit keep theirs, in rem.
pub(super) fn least_rem<T: Send + Sync>(
    columns: &[Column<T>],
    fits: &[bool],
    state: &ColumnsState,
    selectable: bool,
) -> f64 {
    let sum: f64 = fitted(columns, fits).map(|column| own_rem(column, state).unwrap_or(column.min_rem)).sum();
    sum + ENDS_REM + if selectable { TICK_REM } else { 0.0 }
}

/// The width that the user gave, in rem.
fn own_rem<T: Send + Sync>(column: &Column<T>, state: &ColumnsState) -> Option<f64> {
    state.width(&column.key).map(|tenths| f64::from(tenths) / 10.0)
}

/// The columns as `grid-template-columns`; every row is a grid of its own, so no width may depend on content.
pub(super) fn template<T: Send + Sync>(
    columns: &[Column<T>],
    fits: &[bool],
    state: &ColumnsState,
    selectable: bool,
) -> String {
    let mut tracks: Vec<String> = selectable.then(|| format!("{TICK_REM}rem")).into_iter().collect();
    tracks.extend(fitted(columns, fits).map(|column| match own_rem(column, state) {
        Some(rem) => format!("{rem}rem"),
        None if column.grow > 0.0 => format!("minmax({}rem, {}fr)", column.min_rem, column.grow),
        None => format!("{}rem", column.min_rem),
    }));
    tracks.join(" ")
}

#[cfg(test)]
mod tests {
    use leptos::prelude::{Owner, Signal};

    use super::{Column, arranged, fitting, least_rem, template};
    use crate::ui::components::table::ColumnsState;

    #[test]
    fn columns_that_matter_least_give_way_first() {
        let owner = Owner::new();
        owner.with(|| {
            let column = |key: &str| Column::new(key, "", |_: Signal<u32>| ());
            let columns = [
                column("name").width(12.0, 2.0),
                column("city").width(8.0, 1.0).spare(2),
                column("value").width(6.0, 0.0),
                column("last").width(7.0, 0.0).spare(1),
            ];
            let state = ColumnsState::default();
            assert_eq!(fitting(&columns, &state, true, 40.0), [true, true, true, true]);
            assert_eq!(fitting(&columns, &state, true, 36.0), [true, false, true, true]);
            assert_eq!(fitting(&columns, &state, false, 20.0), [true, false, true, false]);
            assert_eq!(fitting(&columns, &state, false, 1.0), [true, false, true, false], "what is not spare stays");
            let fits = fitting(&columns, &state, true, 22.0);
            assert_eq!(template(&columns, &fits, &state, true), "2.5rem minmax(12rem, 2fr) 6rem");
            assert_eq!(least_rem(&columns, &fits, &state, true), 21.5);
        });
    }

    #[test]
    fn what_the_user_chose_stays_and_keeps_its_width() {
        let owner = Owner::new();
        owner.with(|| {
            let column = |key: &str| Column::new(key, "", |_: Signal<u32>| ());
            let columns = [column("name").width(12.0, 2.0), column("city").spare(1), column("tags").optional()];
            let keys = ["tags", "name"].map(str::to_owned).to_vec();
            let state = ColumnsState { keys, ..ColumnsState::default() }.with_width("tags", Some(95));
            let columns = arranged(&columns, &state);
            let fits = fitting(&columns, &state, false, 10.0);
            assert_eq!(template(&columns, &fits, &state, false), "9.5rem minmax(12rem, 2fr)");
        });
    }
}
