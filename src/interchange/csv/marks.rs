//! Which decimal mark a column uses, found over all of its cells.

use super::number::{Mark, NumberError, parse_both};

/// What the cells of a column say about the decimal mark.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Cells that are numbers with a point only.
    pub point: usize,
    /// Cells that are numbers with a comma only.
    pub comma: usize,
    /// Cells that are different numbers with either, such as `1,234`.
    pub either: usize,
    /// Cells that are the same number with either.
    pub plain: usize,
    /// Cells that are no numbers.
    pub other: usize,
    /// The first of the cells that can be read in two ways.
    pub example: Option<String>,
}

/// How a mark was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// Cells of the column speak for it and none against it.
    Certain,
    /// The column has whole numbers only: it does not matter.
    Indifferent,
    /// Every number with a mark can be read in two ways, such as the example; other columns or the delimiter decided.
    Ambiguous {
        /// A cell that can be read in two ways.
        example: String,
    },
    /// Some cells use the other mark; these are problems of their rows.
    Mixed {
        /// How many.
        others: usize,
    },
}

impl Tally {
    /// Counts one cell; an empty one does not count.
    pub fn add(&mut self, cell: &str) {
        if cell.trim().is_empty() {
            return;
        }
        match parse_both(cell) {
            (Ok(point), Ok(comma)) if point == comma => self.plain += 1,
            (Ok(_), Ok(_)) => {
                self.either += 1;
                self.example.get_or_insert_with(|| super::problem::excerpt(cell));
            }
            (Ok(_), Err(_)) => self.point += 1,
            (Err(_), Ok(_)) => self.comma += 1,
            // A number all the same, only not one that can be stored.
            (Err(NumberError::OutOfRange | NumberError::TooFine { .. }), _) => self.plain += 1,
            (Err(_), Err(_)) => self.other += 1,
        }
    }

    /// Cells that are numbers in one way or the other.
    pub fn numbers(&self) -> usize {
        self.point + self.comma + self.either + self.plain
    }

    /// The mark that the column itself speaks for.
    fn own(&self) -> Option<Mark> {
        match self.point.cmp(&self.comma) {
            std::cmp::Ordering::Greater => Some(Mark::Point),
            std::cmp::Ordering::Less => Some(Mark::Comma),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The mark of this column, given the mark of the file for the case that the column does not say.
    pub fn decide(&self, file: Mark) -> (Mark, Evidence) {
        let mark = self.own().unwrap_or(file);
        let others = if mark == Mark::Point { self.comma } else { self.point };
        let evidence = match () {
            () if others > 0 => Evidence::Mixed { others },
            () if self.own().is_some() => Evidence::Certain,
            () if self.either == 0 => Evidence::Indifferent,
            () => Evidence::Ambiguous { example: self.example.clone().unwrap_or_default() },
        };
        (mark, evidence)
    }
}

/// The mark of a file: what its columns speak for; else the comma where a semicolon delimits, since that is why it does.
pub fn of_file<'a>(columns: impl Iterator<Item = &'a Tally>, delimiter: u8) -> Mark {
    let (point, comma) =
        columns.filter(|column| column.numbers() > column.other).fold((0, 0), |(point, comma), column| {
            (
                point + usize::from(column.own() == Some(Mark::Point)),
                comma + usize::from(column.own() == Some(Mark::Comma)),
            )
        });
    match point.cmp(&comma) {
        std::cmp::Ordering::Greater => Mark::Point,
        std::cmp::Ordering::Less => Mark::Comma,
        std::cmp::Ordering::Equal if delimiter == b';' => Mark::Comma,
        std::cmp::Ordering::Equal => Mark::Point,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(cells: &[&str]) -> Tally {
        let mut tally = Tally::default();
        cells.iter().for_each(|cell| tally.add(cell));
        tally
    }

    #[test]
    fn the_whole_column_settles_what_one_cell_leaves_open() {
        assert_eq!(tally(&["1,234", "12", "0,5"]).decide(Mark::Point), (Mark::Comma, Evidence::Certain));
        assert_eq!(tally(&["1,234", "1,234.50", ""]).decide(Mark::Comma), (Mark::Point, Evidence::Certain));
        assert_eq!(tally(&["1", "2", "x"]).decide(Mark::Comma), (Mark::Comma, Evidence::Indifferent));
        let ambiguous = Evidence::Ambiguous { example: "1,234".into() };
        assert_eq!(tally(&["7", "1,234", "2,345"]).decide(Mark::Point), (Mark::Point, ambiguous));
        assert_eq!(tally(&["1.5", "2.5", "2,5"]).decide(Mark::Comma), (Mark::Point, Evidence::Mixed { others: 1 }));
    }

    #[test]
    fn the_file_settles_what_a_column_leaves_open() {
        let columns = [tally(&["1.234"]), tally(&["12,50"]), tally(&["a", "b"])];
        assert_eq!(of_file(columns.iter(), b','), Mark::Comma);
        assert_eq!(of_file([tally(&["1.234"])].iter(), b';'), Mark::Comma);
        assert_eq!(of_file([tally(&["1,234"])].iter(), b'\t'), Mark::Point);
    }
}
