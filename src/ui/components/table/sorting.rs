//! Orders of rows: by one column, and within the same by the next.

/// An order of rows: by which column, and which way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The key of the column.
    pub key: String,
    /// Largest first.
    pub descending: bool,
}

/// What pressing the head of a column asks for. Alone it makes the column the only one, or turns it round; with `add` it comes
/// behind the others, turns round, and goes at the third time.
pub(super) fn pressed(now: &[Sort], key: &str, descending_first: bool, add: bool) -> Vec<Sort> {
    let at = now.iter().position(|sort| sort.key == key);
    let fresh = Sort { key: key.to_owned(), descending: descending_first };
    let mut next = if add { now.to_vec() } else { Vec::new() };
    match at.map(|at| (at, now[at].descending)) {
        None => next.push(fresh),
        Some((_, descending)) if !add => next.push(Sort { descending: !descending, ..fresh }),
        // The last one cannot go: some order there has to be.
        Some((at, descending)) if descending == descending_first || now.len() == 1 => next[at].descending = !descending,
        Some((at, _)) => drop(next.remove(at)),
    }
    next
}

#[cfg(test)]
mod tests {
    use super::{Sort, pressed};

    fn sort(key: &str, descending: bool) -> Sort {
        Sort { key: key.to_owned(), descending }
    }

    #[test]
    fn a_press_sorts_by_one_column_and_the_next_turns_it_round() {
        assert_eq!(pressed(&[], "value", true, false), [sort("value", true)]);
        assert_eq!(pressed(&[sort("value", true)], "value", true, false), [sort("value", false)]);
        assert_eq!(pressed(&[sort("value", true), sort("name", false)], "name", false, false), [sort("name", true)]);
    }

    #[test]
    fn with_shift_columns_come_behind_turn_round_and_go() {
        let one = [sort("class", false)];
        let two = pressed(&one, "value", true, true);
        assert_eq!(two, [sort("class", false), sort("value", true)]);
        let turned = pressed(&two, "value", true, true);
        assert_eq!(turned, [sort("class", false), sort("value", false)]);
        assert_eq!(pressed(&turned, "value", true, true), one);
        assert_eq!(pressed(&pressed(&one, "class", false, true), "class", false, true), one, "some order stays");
    }
}
