//! Whether an amount belongs to its line or to the whole order. Shops write the order's total on its first line, or on each.

use super::{columns::Suggestion, encoding::Confidence, table::Table, target::Target};

/// Rows that are looked at.
const ROWS: usize = 2_000;

/// Turns a line's total into the order's where the lines of one order repeat it or leave it empty. Only where a line has a price of
/// its own: else the amount is all there is to go by.
pub fn settle(table: &Table, targets: &mut [Suggestion]) {
    let column = |target: Target| targets.iter().position(|suggestion| suggestion.target == target);
    let (Some(order), Some(total), Some(price)) =
        (column(Target::OrderNumber), column(Target::LineTotal), column(Target::UnitPrice))
    else {
        return;
    };
    let has_other = column(Target::OrderTotal).is_some();
    let (mut of_order, mut of_line) = (0_usize, 0_usize);
    for row in 1..table.len().min(ROWS) {
        let cell = |row: usize, column: usize| table.cell(row, column).trim();
        if cell(row, order).is_empty() || cell(row, order) != cell(row - 1, order) {
            continue;
        }
        let (here, before) = (cell(row, total), cell(row - 1, total));
        // Lines of the same price may cost the same; of different prices they do not by chance.
        if here.is_empty() || (here == before && cell(row, price) != cell(row - 1, price)) {
            of_order += 1;
        } else if here != before {
            of_line += 1;
        }
    }
    if of_order > 4 * of_line {
        let target = if has_other { Target::Ignore } else { Target::OrderTotal };
        targets[total] = Suggestion { target, confidence: Confidence::Likely };
    }
}
