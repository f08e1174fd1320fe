//! Tables as text: readable as they are, and as Markdown.

use super::figure::{Figure, Unit};
use super::results::{Cell, Results};
use super::statistics::growth;

/// The figures by number of customers, with what they grow by; below them why some are missing.
pub fn figures(results: &Results, what: &str) -> String {
    let sizes = results.sizes();
    let mut head = vec![what.to_owned()];
    head.extend(sizes.iter().map(|size| grouped(*size)));
    head.extend(sizes.iter().skip(1).map(|size| format!("→ {}", grouped(*size))));
    let mut notes: Vec<&str> = Vec::new();
    let mut rows = vec![head];
    for figure in results.figures() {
        let mut row = vec![figure.label().to_owned()];
        for size in sizes {
            row.push(match results.cell(figure, *size) {
                Cell::Measured(value) => shown(figure.unit(), value),
                Cell::Absent => "–".to_owned(),
                Cell::Failed(why) => {
                    let known = notes.iter().position(|note| *note == why);
                    let number = known.unwrap_or_else(|| {
                        notes.push(why);
                        notes.len() - 1
                    });
                    format!("failed [{}]", number + 1)
                }
            });
        }
        row.extend(sizes.windows(2).map(|pair| grows(results, figure, pair[0], pair[1])));
        rows.push(row);
    }
    let mut text = lines(&rows);
    for (number, note) in (1..).zip(notes) {
        text.push_str(&format!("\n[{number}] {note}\n"));
    }
    text
}

fn grows(results: &Results, figure: Figure, smaller: usize, larger: usize) -> String {
    let (Cell::Measured(before), Cell::Measured(after)) = (results.cell(figure, smaller), results.cell(figure, larger))
    else {
        return "–".to_owned();
    };
    growth((smaller, before), (larger, after)).map_or_else(|| "–".to_owned(), |factor| format!("×{}", digits(factor)))
}

/// A number with its unit.
pub fn shown(unit: Unit, value: f64) -> String {
    match unit {
        // The browser tells of no task that is shorter.
        Unit::Milliseconds if value == 0.0 => "< 50 ms".to_owned(),
        Unit::Milliseconds if value < 10_000.0 => format!("{} ms", digits(value)),
        Unit::Milliseconds => format!("{} s", digits(value / 1_000.0)),
        Unit::Bytes => bytes(value),
        Unit::FramesPerSecond => format!("{value:.1} /s"),
        Unit::RowsPerSecond => format!("{} /s", grouped(value.round() as usize)),
    }
}

/// `1.2 MB`: powers of a thousand.
pub fn bytes(value: f64) -> String {
    match value {
        value if value < 1e3 => format!("{value:.0} B"),
        value if value < 1e6 => format!("{} kB", digits(value / 1e3)),
        value if value < 1e9 => format!("{} MB", digits(value / 1e6)),
        value => format!("{} GB", digits(value / 1e9)),
    }
}

/// As many digits as say something.
fn digits(value: f64) -> String {
    match value {
        value if value < 10.0 => format!("{value:.1}"),
        value if value < 1_000.0 => format!("{value:.0}"),
        value => grouped(value.round() as usize),
    }
}

/// `12,345`
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A Markdown table; the first row is its head. Names to the left, numbers to the right.
pub fn lines(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0).max(3)).collect();
    let mut text = String::new();
    for (number, row) in rows.iter().enumerate() {
        for (column, width) in widths.iter().enumerate() {
            let cell = row.get(column).map_or("", String::as_str);
            let blank = " ".repeat(width - cell.chars().count());
            text.push_str(&if column == 0 { format!("| {cell}{blank} ") } else { format!("| {blank}{cell} ") });
        }
        text.push_str("|\n");
        if number == 0 {
            for (column, width) in widths.iter().enumerate() {
                let (rule, end) = ("-".repeat(width + 1), if column == 0 { '-' } else { ':' });
                text.push_str(&format!("|{rule}{end}"));
            }
            text.push_str("|\n");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::figure::Measurement;
    use super::*;

    #[test]
    fn the_table_has_a_column_for_each_size_and_each_growth() {
        let mut results = Results::new(&[1_000, 10_000]);
        results.of(1_000).add(Figure::Open, 120.0);
        results.of(10_000).add(Figure::Open, 12_000.0);
        results.of(1_000).add(Figure::OpenLongest, 0.0);
        results.of(1_000).add(Figure::BackupBytes, 1_234_567.0);
        results.of(10_000).add(Figure::Backup, 800.0);
        results.fail(10_000, Measurement::Backup, "the tab crashed".into());
        let text = figures(&results, "customers, with ten orders each");
        let expected = "\
| customers, with ten orders each              |   1,000 |     10,000 | → 10,000 |
|----------------------------------------------|--------:|-----------:|---------:|
| open: navigation → rows painted, count shown |  120 ms |       12 s |     ×100 |
| open: longest task                           | < 50 ms |          – |        – |
| backup: pressed → file complete              |       – |     800 ms |        – |
| backup: the file                             |  1.2 MB | failed [1] |        – |
| backup: longest task                         |       – | failed [1] |        – |

[1] the tab crashed
";
        assert_eq!(text, expected);
    }

    #[test]
    fn numbers_have_the_digits_that_say_something() {
        assert_eq!(shown(Unit::Milliseconds, 9.26), "9.3 ms");
        assert_eq!(shown(Unit::Milliseconds, 1_234.4), "1,234 ms");
        assert_eq!(shown(Unit::Milliseconds, 123_456.0), "123 s");
        assert_eq!(shown(Unit::RowsPerSecond, 54_321.2), "54,321 /s");
        assert_eq!(bytes(999.0), "999 B");
        assert_eq!(bytes(73_400_000.0), "73 MB");
        assert_eq!(grouped(1_000_000), "1,000,000");
    }
}
