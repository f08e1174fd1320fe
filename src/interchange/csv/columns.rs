//! Which field each column may be, from its name and from what its cells look like; and whether the fields make up an import.

use super::{
    date::Form,
    date_forms,
    encoding::Confidence,
    marks,
    number::Mark,
    profile::Column,
    table::Table,
    target::{Reading, Target},
    totals, words,
};

/// What the rows of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// Orders, or lines of orders.
    Orders,
    /// Customers.
    Customers,
    /// What customers answered when asked.
    Answers,
}

impl FileKind {
    /// Every kind, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::Orders, Self::Customers, Self::Answers];

    /// Whether a field says nothing in rows of that kind.
    fn has_no_use_for(self, target: Target) -> bool {
        match self {
            Self::Orders => target.is_of_answer(),
            Self::Customers => target.is_of_order() || target.is_of_answer(),
            Self::Answers => target.is_of_order() && target != Target::OrderDate,
        }
    }
}

/// What is suggested for one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The field.
    pub target: Target,
    /// How sure that is; [`Confidence::Certain`] when name and cells agree.
    pub confidence: Confidence,
}

/// How the file is read from here on; every part may be changed by the user. The lists have one entry for each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What the rows are.
    pub kind: FileKind,
    /// The field of each column.
    pub targets: Vec<Target>,
    /// The decimal mark of each column.
    pub marks: Vec<Mark>,
    /// The order of dates in each column.
    pub forms: Vec<Form>,
}

/// A plan and how each part of it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggested {
    /// The plan.
    pub plan: Plan,
    /// For each column how sure its field is.
    pub targets: Vec<Suggestion>,
    /// For each column how its decimal mark was found.
    pub marks: Vec<marks::Evidence>,
    /// For each column how the order of its dates was found; `None` when it holds none.
    pub forms: Vec<Option<date_forms::Evidence>>,
}

/// What an import lacks, or has too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lack {
    /// No column says who the customer is: a reference, a name, an e-mail address.
    Customer,
    /// No column is the day of the order.
    Date,
    /// No column is an amount or a price.
    Amount,
    /// No column holds answers.
    Answer,
    /// Nothing says to which question the answers are.
    Question,
    /// Several columns fill a field that takes one.
    Twice(Target),
}

/// Suggests a plan from the names and the profile of the columns.
pub fn suggest(table: &Table, profile: &[Column], delimiter: u8) -> Suggested {
    let mut scores = Vec::new();
    for (column, (name, cells)) in table.names().iter().zip(profile).enumerate() {
        scores.extend(candidates(name, cells).into_iter().map(|(target, score)| (score, column, target)));
    }
    let mut targets = assign(&mut scores, table.width());
    totals::settle(table, &mut targets);
    let kind = kind(&targets.iter().map(|suggestion| suggestion.target).collect::<Vec<_>>());
    for suggestion in targets.iter_mut().filter(|suggestion| kind.has_no_use_for(suggestion.target)) {
        *suggestion = Suggestion { target: Target::Ignore, confidence: Confidence::Guess };
    }
    let file = marks::of_file(profile.iter().map(|column| &column.numbers), delimiter);
    let (marks, mark_evidence) = profile.iter().map(|column| column.numbers.decide(file)).unzip();
    let forms = profile
        .iter()
        .zip(&targets)
        .map(|(column, suggestion)| column.dates.decide(suggestion.target.reading() == Reading::Date));
    let (forms, form_evidence) =
        forms.map(|found| found.map_or((Form::Ymd, None), |(form, how)| (form, Some(how)))).unzip();
    let plan = Plan { kind, targets: targets.iter().map(|suggestion| suggestion.target).collect(), marks, forms };
    Suggested { plan, targets, marks: mark_evidence, forms: form_evidence }
}

/// What one column may be, with points: the name's strength, more when the cells agree, less when they do not.
fn candidates(name: &str, cells: &Column) -> Vec<(Target, i32)> {
    if cells.filled == 0 {
        return Vec::new();
    }
    let named = words::matches(name);
    let points = |named: &words::Match| {
        i32::from(named.strength) * 20 + fit(named.target, cells) - (named.place / 3).min(6) as i32
    };
    let mut found: Vec<(Target, i32)> = named.iter().map(|named| (named.target, points(named))).collect();
    let holds = |target: Target| named.iter().any(|named| named.target == target && named.strength > 1);
    // A "customer id" of names is the name; a "name" of numbers behind a `#` is the order's number.
    if (holds(Target::CustomerReference) || named.is_empty()) && cells.mostly(cells.names, 80) {
        found.push((Target::CustomerName, if named.is_empty() { 12 } else { 75 }));
    }
    if cells.mostly(cells.hashes, 90) {
        found.push((Target::OrderNumber, 72));
    }
    if named.is_empty() && (cells.different > 1 || cells.compared == 1) {
        // Nothing but the cells to go by. One that is always the same says more of who wrote the file.
        found.extend(
            [
                (Target::Email, cells.mostly(cells.emails, 80), 40),
                (Target::Website, cells.mostly(cells.websites, 80), 35),
                (Target::OrderDate, cells.is_date() && !cells.is_numeric(), 30),
                (Target::LineTotal, cells.is_numeric() && cells.numbers.point + cells.numbers.comma > 0, 15),
            ]
            .into_iter()
            .filter(|(_, holds, _)| *holds)
            .map(|(target, _, score)| (target, score)),
        );
    }
    found
}

/// What the cells say about a field that the name suggests.
fn fit(target: Target, cells: &Column) -> i32 {
    let agrees = |agrees: bool| if agrees { 10 } else { -40 };
    match target.reading() {
        Reading::Date => agrees(cells.mostly(cells.dates.dates_if_named(), 80)),
        Reading::Number => agrees(cells.is_numeric()),
        Reading::Emails => agrees(cells.mostly(cells.emails, 50)),
        Reading::Websites => {
            if cells.mostly(cells.websites, 50) {
                10
            } else {
                0
            }
        }
        _ => match target {
            // Names of people and things are no numbers and no dates.
            Target::CustomerName | Target::GivenName | Target::FamilyName | Target::Organisation | Target::City => {
                if cells.is_date() || cells.mostly(cells.emails, 80) || cells.mostly(cells.numbers.numbers(), 95) {
                    -25
                } else {
                    5
                }
            }
            Target::OrderNumber if cells.is_unique() => 5,
            _ => 3,
        },
    }
}

/// Gives each column its best field, the surest first; a field that takes one column is given once.
fn assign(scores: &mut [(i32, usize, Target)], width: usize) -> Vec<Suggestion> {
    scores.sort_by_key(|(score, column, _)| (std::cmp::Reverse(*score), *column));
    let mut given: Vec<Option<Suggestion>> = vec![None; width];
    for (score, column, target) in scores.iter() {
        let taken = given.iter().flatten().any(|other| other.target == *target) && !target.takes_several();
        if *score < 10 || taken || given[*column].is_some() {
            continue;
        }
        let confidence = match score {
            60.. => Confidence::Certain,
            35.. => Confidence::Likely,
            _ => Confidence::Guess,
        };
        given[*column] = Some(Suggestion { target: *target, confidence });
    }
    given
        .into_iter()
        .map(|given| given.unwrap_or(Suggestion { target: Target::Ignore, confidence: Confidence::Guess }))
        .collect()
}

/// What the rows are, from the fields: a day and an amount make orders, a day and an answer make answers.
pub fn kind(targets: &[Target]) -> FileKind {
    let has = |target: Target| targets.contains(&target);
    let amount = has(Target::LineTotal) || has(Target::OrderTotal) || has(Target::UnitPrice);
    let own = has(Target::Nps) || has(Target::Csat) || has(Target::Ces);
    let answer = own || (has(Target::Answer) && has(Target::Question));
    if amount && (has(Target::OrderDate) || has(Target::OrderNumber)) {
        FileKind::Orders
    } else if answer && has(Target::OrderDate) {
        FileKind::Answers
    } else {
        FileKind::Customers
    }
}

/// What the fields lack for an import of that kind; empty when it can go on.
pub fn lacks(kind: FileKind, targets: &[Target]) -> Vec<Lack> {
    use Target::{
        CustomerName, CustomerReference, Email, FamilyName, GivenName, LineTotal, OrderDate, OrderTotal, Organisation,
        UnitPrice,
    };
    let any = |wanted: &[Target]| targets.iter().any(|target| wanted.contains(target));
    let mut lacks = Vec::new();
    let mut names = vec![CustomerName, GivenName, FamilyName, Organisation, Email];
    if kind != FileKind::Customers {
        names.push(CustomerReference);
    }
    if !any(&names) {
        lacks.push(Lack::Customer);
    }
    if kind == FileKind::Orders {
        lacks.extend((!any(&[OrderDate])).then_some(Lack::Date));
        lacks.extend((!any(&[LineTotal, OrderTotal, UnitPrice])).then_some(Lack::Amount));
    }
    if kind == FileKind::Answers {
        lacks.extend((!any(&[OrderDate])).then_some(Lack::Date));
        lacks.extend((!any(&[Target::Answer, Target::Nps, Target::Csat, Target::Ces])).then_some(Lack::Answer));
        lacks.extend((any(&[Target::Answer]) && !any(&[Target::Question])).then_some(Lack::Question));
    }
    let twice = Target::ALL
        .into_iter()
        .filter(|target| !target.takes_several() && targets.iter().filter(|other| *other == target).count() > 1);
    lacks.extend(twice.map(Lack::Twice));
    lacks
}
