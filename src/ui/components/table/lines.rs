//! The lines of a table: rows, and heads of groups among them.

use std::sync::Arc;

/// A group of rows that follow each other, with its head.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Group {
    /// What it is called.
    pub label: String,
    /// How many it has, as text.
    pub count: String,
    /// Its totals, each as text; several where amounts cannot be added up.
    pub totals: Vec<String>,
    /// How many rows belong to it.
    pub rows: usize,
    /// Its rows are not shown.
    pub closed: bool,
}

/// One line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Line<T> {
    /// A row, by its id.
    Row(T),
    /// The head of a group, by its place among the groups.
    Head(usize),
}

impl<T> Line<T> {
    /// The row's id; none for a head.
    pub(super) fn row(&self) -> Option<&T> {
        if let Self::Row(id) = self { Some(id) } else { None }
    }
}

/// The lines of rows in groups. Rows that no group counts follow without a head: groups and rows may be told one after the other.
pub(super) fn lines_of<T: Clone>(rows: &[T], groups: &[Group]) -> Arc<[Line<T>]> {
    if groups.is_empty() {
        return rows.iter().cloned().map(Line::Row).collect();
    }
    let mut lines = Vec::with_capacity(rows.len() + groups.len());
    let mut rest = rows;
    for (place, group) in groups.iter().enumerate() {
        lines.push(Line::Head(place));
        let (own, others) = rest.split_at(group.rows.min(rest.len()));
        if !group.closed {
            lines.extend(own.iter().cloned().map(Line::Row));
        }
        rest = others;
    }
    lines.extend(rest.iter().cloned().map(Line::Row));
    lines.into()
}

#[cfg(test)]
mod tests {
    use super::{Group, Line, lines_of};

    fn group(rows: usize, closed: bool) -> Group {
        Group { rows, closed, ..Group::default() }
    }

    #[test]
    fn each_group_has_its_head_before_its_rows_and_a_closed_one_has_it_alone() {
        let lines = lines_of(&[10, 11, 12], &[group(2, false), group(1, true), group(0, false)]);
        assert_eq!(*lines, [Line::Head(0), Line::Row(10), Line::Row(11), Line::Head(1), Line::Head(2)]);
    }

    #[test]
    fn no_row_is_lost_where_groups_do_not_count_them_all() {
        assert_eq!(*lines_of(&[1, 2], &[group(1, false)]), [Line::Head(0), Line::Row(1), Line::Row(2)]);
        assert_eq!(*lines_of(&[1], &[group(5, false)]), [Line::Head(0), Line::Row(1)]);
        assert_eq!(*lines_of(&[1, 2], &[]), [Line::Row(1), Line::Row(2)]);
    }
}
