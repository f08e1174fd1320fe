//! In which order a column writes its dates, found over all of its cells.

use chrono::NaiveDate;

use super::date::{Form, parse};

/// What the cells of a column say about the order of day, month and year.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    cells: usize,
    /// Cells that are the same date in every order.
    free: usize,
    /// For each of [`WRITTEN`].
    forms: [Seen; WRITTEN.len()],
    /// Whole or broken numbers from 20,000 (1954) to 80,000 (2119).
    serial: usize,
    example: Option<String>,
}

/// The forms that a text can speak for by itself.
const WRITTEN: [Form; 4] = [Form::Ymd, Form::Dmy, Form::Mdy, Form::Minguo];

#[derive(Debug, Clone, Default)]
struct Seen {
    dates: usize,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
}

impl Seen {
    fn add(&mut self, day: NaiveDate) {
        self.dates += 1;
        self.first = Some(self.first.map_or(day, |first| first.min(day)));
        self.last = Some(self.last.map_or(day, |last| last.max(day)));
    }

    /// Days from the first date to the last.
    fn span(&self) -> i64 {
        self.first.zip(self.last).map_or(i64::MAX, |(first, last)| last.signed_duration_since(first).num_days())
    }
}

/// How a form was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// Every cell is a date in this form, and some are in no other; or all are the same in any.
    Certain,
    /// Some cells are no dates in this form; these are problems of their rows.
    Mixed {
        /// How many.
        others: usize,
    },
    /// Every cell could be read in another order too; the one with the shorter time between first and last was taken.
    Ambiguous {
        /// The other order.
        or: Form,
        /// A cell that is another date in that order.
        example: String,
    },
}

impl Tally {
    /// Counts one cell; an empty one does not count.
    pub fn add(&mut self, cell: &str) {
        let cell = cell.trim();
        if cell.is_empty() {
            return;
        }
        self.cells += 1;
        self.serial += usize::from(is_serial(cell));
        // A year in front is the same in every form: read once. This is most cells of most files.
        let bytes = cell.as_bytes();
        if bytes.len() >= 8 && bytes[..4].iter().all(u8::is_ascii_digit) && !bytes[4].is_ascii_digit() {
            if let Ok(when) = parse(cell, Form::Ymd) {
                self.free += 1;
                self.forms.iter_mut().for_each(|seen| seen.add(when.day));
            }
            return;
        }
        let days = WRITTEN.map(|form| parse(cell, form).ok().map(|when| when.day));
        if days.iter().all(|day| day.is_some() && *day == days[0]) {
            self.free += 1;
        } else if days[1..3].iter().all(Option::is_some) && days[1] != days[2] && self.example.is_none() {
            self.example = Some(super::problem::excerpt(cell));
        }
        for (seen, day) in self.forms.iter_mut().zip(days) {
            if let Some(day) = day {
                seen.add(day);
            }
        }
    }

    /// Counts a cell that is known to be no date.
    pub fn miss(&mut self) {
        self.cells += 1;
    }

    /// Cells that are dates in the best form.
    pub fn dates(&self) -> usize {
        self.forms[..3].iter().map(|seen| seen.dates).max().unwrap_or(0)
    }

    /// Cells that are dates if the column is known to hold dates: days of a spreadsheet and years of the Republic count then.
    pub fn dates_if_named(&self) -> usize {
        self.forms.iter().map(|seen| seen.dates).max().unwrap_or(0).max(self.serial)
    }

    /// The form of the column; `None` when it holds no dates. `named` when the column's name or the user says that it holds dates: only
    /// then plain numbers are taken for days of a spreadsheet, and small numbers for years of the Republic.
    pub fn decide(&self, named: bool) -> Option<(Form, Evidence)> {
        if named && self.serial > 0 && self.serial * 10 >= self.cells * 9 && self.serial > self.dates() {
            let others = self.cells - self.serial;
            return Some((Form::Serial, if others == 0 { Evidence::Certain } else { Evidence::Mixed { others } }));
        }
        let among = if named { WRITTEN.len() } else { 3 };
        let mut ranked: Vec<(Form, &Seen)> = WRITTEN.into_iter().zip(&self.forms).take(among).collect();
        // Years of the Republic only where nothing else reads as many: `99/01/31` is one too.
        ranked.sort_by_key(|(form, seen)| (std::cmp::Reverse(seen.dates), *form == Form::Minguo, seen.span()));
        let [(form, best), (or, next), ..] = ranked[..] else { return None };
        if best.dates == 0 {
            return None;
        }
        let others = self.cells - best.dates;
        let clear = next.dates < best.dates || self.free == best.dates || or == Form::Minguo;
        // Days read as years spread over decades: such an order is none.
        let far = next.span() > best.span().saturating_mul(5).max(366 * 5);
        Some((
            form,
            match () {
                () if !clear && !far => Evidence::Ambiguous { or, example: self.example.clone().unwrap_or_default() },
                () if others > 0 => Evidence::Mixed { others },
                () => Evidence::Certain,
            },
        ))
    }
}

fn is_serial(cell: &str) -> bool {
    let (whole, fraction) = cell.split_once(['.', ',']).unwrap_or((cell, ""));
    whole.len() == 5
        && whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit())
        && whole.parse::<u32>().is_ok_and(|days| (20_000..=80_000).contains(&days))
}
