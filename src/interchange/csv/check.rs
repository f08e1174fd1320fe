//! Every row read as the plan says, in slices, with every problem in the order of the file. What a row means for the book is not
//! decided here.

use super::{
    cell::{self, Value},
    columns::{FileKind, Plan},
    problem::{Effect, Problem, RowProblem},
    table::Table,
    target::Target,
};

/// A row that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'t> {
    /// The row, counted from 0 without the column names.
    pub row: usize,
    /// The line of the file in which it begins, counted from 1.
    pub line: u64,
    /// Cells that are not empty, each with its column and field.
    pub values: Vec<(usize, Target, Value<'t>)>,
}

impl<'t> Row<'t> {
    /// The first value of a field.
    pub fn get(&self, target: Target) -> Option<&Value<'t>> {
        self.values.iter().find(|(_, other, _)| *other == target).map(|(_, _, value)| value)
    }

    /// The first text of a field.
    pub fn text(&self, target: Target) -> Option<&str> {
        self.get(target).and_then(|value| match value {
            Value::Text(text) => Some(text.as_ref()),
            Value::Texts(texts) => texts.first().map(String::as_str),
            _ => None,
        })
    }
}

/// Reads one row. Problems of its cells go to `problems`; a cell with one that leaves it out is not in the row.
pub fn read_row<'t>(table: &'t Table, plan: &Plan, row: usize, problems: &mut Vec<RowProblem>) -> Row<'t> {
    let line = table.line(row);
    let columns = plan.targets.iter().zip(&plan.marks).zip(&plan.forms);
    let mut values = Vec::new();
    for (column, (cell, ((target, mark), form))) in table.row(row).zip(columns).enumerate() {
        let mut blame = |kind: Problem| {
            let effect = kind.effect(Some(*target));
            problems.push(RowProblem { row, line, column: Some(column), kind, effect });
        };
        match cell::read(cell, *target, *mark, *form) {
            Ok((value, told)) => {
                told.into_iter().for_each(&mut blame);
                values.extend(value.map(|value| (column, *target, value)));
            }
            Err(problem) => blame(problem),
        }
    }
    Row { row, line, values }
}

/// What every row must say. `continues` when the row has the order's number of the row before: then that one has said it.
fn lacking(row: &Row<'_>, kind: FileKind, continues: bool) -> Option<Problem> {
    use Target::{
        CustomerName, CustomerReference, Email, FamilyName, GivenName, LineTotal, OrderDate, OrderTotal, Organisation,
        UnitPrice,
    };
    let has = |targets: &[Target]| targets.iter().any(|target| row.get(*target).is_some());
    let named = has(&[CustomerName, GivenName, FamilyName, Organisation, Email]);
    match kind {
        FileKind::Customers => (!named).then_some(Problem::NoCustomer),
        FileKind::Answers if !has(&[Target::Answer, Target::Nps, Target::Csat, Target::Ces]) => {
            Some(Problem::Missing(Target::Answer))
        }
        FileKind::Answers if !has(&[OrderDate]) => Some(Problem::Missing(OrderDate)),
        FileKind::Orders if !has(&[LineTotal, OrderTotal, UnitPrice]) => Some(Problem::NoAmount),
        FileKind::Orders if continues => None,
        FileKind::Orders if !has(&[OrderDate]) => Some(Problem::Missing(OrderDate)),
        FileKind::Orders | FileKind::Answers => (!named && !has(&[CustomerReference])).then_some(Problem::NoCustomer),
    }
}

/// What came out of checking a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// Rows that were checked.
    pub rows: usize,
    /// Rows that are left out.
    pub left_out: usize,
    /// Every problem, from top to bottom.
    pub problems: Vec<RowProblem>,
}

/// Checks a table in slices.
#[derive(Debug, Clone)]
pub struct Checker {
    plan: Plan,
    checked: Checked,
    /// Problems from reading the file that were passed already.
    read: usize,
    /// The last row that said which order it belongs to and came in.
    order: Option<usize>,
}

impl Checker {
    /// A checker at the first row.
    pub fn new(plan: Plan) -> Self {
        Self { plan, checked: Checked::default(), read: 0, order: None }
    }

    /// Checks the next rows; `false` when none are left. The table has to be the same each time.
    pub fn step(&mut self, table: &Table, rows: usize) -> bool {
        let end = self.checked.rows.saturating_add(rows).min(table.len());
        for row in self.checked.rows..end {
            let from = self.checked.problems.len();
            self.check(table, row);
            let left_out = self.checked.problems[from..].iter().any(|problem| problem.effect == Effect::RowLeftOut);
            self.checked.left_out += usize::from(left_out);
        }
        self.checked.rows = end;
        end < table.len()
    }

    fn check(&mut self, table: &Table, row: usize) {
        let problems = &mut self.checked.problems;
        let read = table.problems()[self.read..].iter().take_while(|problem| problem.row == row);
        let from = problems.len();
        problems.extend(read.cloned());
        self.read += problems.len() - from;
        // Cells of a row that was cut wrongly stand in wrong columns.
        if problems.len() > from {
            return;
        }
        let read = read_row(table, &self.plan, row, problems);
        let number = |row: usize| {
            let column = self.plan.targets.iter().position(|target| *target == Target::OrderNumber)?;
            Some(table.cell(row, column).trim()).filter(|number| !number.is_empty())
        };
        let continues = self.order.is_some_and(|before| number(before) == number(row) && number(row).is_some());
        if problems[from..].iter().all(|problem| problem.effect != Effect::RowLeftOut) {
            if let Some(kind) = lacking(&read, self.plan.kind, continues) {
                problems.push(RowProblem { row, line: read.line, column: None, kind, effect: Effect::RowLeftOut });
            } else if number(row).is_some() {
                self.order = Some(row);
            }
        }
    }

    /// Rows that were checked, for the progress.
    pub fn rows(&self) -> usize {
        self.checked.rows
    }

    /// What was found so far.
    pub fn found(&self) -> &Checked {
        &self.checked
    }

    /// What was found.
    pub fn finish(self) -> Checked {
        self.checked
    }
}

/// Checks a whole table in one go: for tests and small files.
pub fn check(table: &Table, plan: &Plan) -> Checked {
    let mut checker = Checker::new(plan.clone());
    while checker.step(table, 10_000) {}
    checker.finish()
}
