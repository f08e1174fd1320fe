//! A filter, made ready for the column that it looks at: which numbers, which texts, which amounts pass.

use chrono::NaiveDate;

use super::{
    column::{Amounts, BETWEEN, Column, EMPTY, Words},
    field::{Choices, Field, Form},
    filter::{Filter, Operand, Relation},
    span::{self, Span},
};
use crate::{
    analysis::fold::fold,
    domain::{day, decimal::Decimal, money::Currency},
};

/// Why a filter lets everything through.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// There is no such field; any more, or yet.
    #[error("there is no field `{0}`")]
    NoField(String),
    /// The field cannot be compared like that.
    #[error("the field cannot be compared by `{}`", .0.sign())]
    Relation(Relation),
    /// What it is compared with is no value of the field.
    #[error("`{0}` is no value of the field")]
    Operand(Operand),
}

/// A range of whole numbers, both ends with it.
type Range = (i64, i64);

#[derive(Debug, Clone)]
enum Test {
    Whole(Vec<Range>),
    /// In major units, in ten-thousandths, with the currency if one was named.
    Amounts(Vec<(Option<Currency>, Range)>),
    /// Folded texts: to be found within, or to be the whole.
    Words {
        texts: Vec<String>,
        whole: bool,
    },
}

/// A filter that can be asked.
#[derive(Debug, Clone)]
pub struct Check {
    test: Test,
    empty: bool,
    negated: bool,
    /// For each code of a column of texts whether it passes; grows by [`Check::prepare`].
    codes: Vec<bool>,
    /// For each currency of a column of amounts what passes, in minor units.
    ranges: Vec<Vec<Range>>,
}

impl Check {
    /// Makes a filter ready.
    ///
    /// # Errors
    /// [`Fault`] where it makes no sense for the field: such a filter is shown as broken, and filters nothing.
    pub fn new(filter: &Filter, field: &Field, today: NaiveDate) -> Result<Self, Fault> {
        let empty = filter.operands.contains(&Operand::Nothing);
        let operands = || filter.operands.iter().filter(|operand| **operand != Operand::Nothing);
        let plain = matches!(filter.relation, Relation::Any | Relation::Exactly);
        if empty && !plain {
            return Err(Fault::Operand(Operand::Nothing));
        }
        let ranges = |read: &dyn Fn(&Operand) -> Option<Range>| -> Result<Vec<Range>, Fault> {
            operands().map(|operand| read(operand).ok_or_else(|| Fault::Operand(operand.clone()))).collect()
        };
        let relation = filter.relation;
        let of_words = !matches!(field.choices, Choices::Fixed(_)) || field.form == Form::Tags;
        let test = match field.form {
            Form::Number => Test::Whole(ranges(&|operand| numbers(operand, relation))?),
            Form::Day => Test::Whole(ranges(&|operand| days(operand, relation, today))?),
            Form::Money => {
                let read = |operand| amounts(operand, relation).ok_or_else(|| Fault::Operand(operand.clone()));
                Test::Amounts(operands().map(read).collect::<Result<_, _>>()?)
            }
            _ if !plain => return Err(Fault::Relation(relation)),
            Form::YesNo => Test::Whole(ranges(&yes_no)?),
            Form::Choice if !of_words => Test::Whole(ranges(&|operand| choice(operand, &field.choices))?),
            Form::Text | Form::Tags | Form::Choice => {
                let texts = operands().map(|operand| match operand {
                    Operand::Value(text) => Ok(fold(text)),
                    _ => Err(Fault::Operand(operand.clone())),
                });
                let whole = relation == Relation::Exactly || field.form != Form::Text;
                Test::Words { texts: texts.collect::<Result<_, _>>()?, whole }
            }
        };
        Ok(Self { test, empty, negated: filter.negated, codes: Vec::new(), ranges: Vec::new() })
    }

    /// Looks at up to `most` texts of the column that were not looked at yet. `true` when all were.
    pub fn prepare(&mut self, column: &Column, most: usize) -> bool {
        match column {
            Column::Words(words) => self.prepare_words(words, most),
            Column::Amounts(amounts) => {
                self.prepare_amounts(amounts);
                true
            }
            Column::Whole(_) => true,
        }
    }

    fn prepare_words(&mut self, words: &Words, most: usize) -> bool {
        let Test::Words { texts, whole } = &self.test else { return true };
        let from = self.codes.len();
        for code in from..words.len().min(from.saturating_add(most)) {
            let entry = words.entry(code as u32);
            let folded = fold(entry);
            let passes = if *whole {
                folded.split(BETWEEN).any(|part| texts.iter().any(|text| text == part))
            } else {
                texts.iter().any(|text| folded.contains(text.as_str()))
            };
            self.codes.push(passes && !entry.is_empty());
        }
        self.codes.len() == words.len()
    }

    fn prepare_amounts(&mut self, amounts: &Amounts) {
        let Test::Amounts(wanted) = &self.test else { return };
        let ranges = amounts.currencies().iter().map(|currency| {
            let own = wanted.iter().filter(|(named, _)| named.is_none_or(|named| named == *currency));
            own.map(|(_, range)| in_minor(*range, *currency)).collect()
        });
        self.ranges = ranges.collect();
    }

    /// Whether the value of a slot passes.
    pub fn passes(&self, column: &Column, slot: u32) -> bool {
        self.finds(column, slot) != self.negated
    }

    fn finds(&self, column: &Column, slot: u32) -> bool {
        let within = |ranges: &[Range], value: i64| ranges.iter().any(|(from, to)| *from <= value && value <= *to);
        match (&self.test, column) {
            (Test::Whole(ranges), Column::Whole(values)) => match values.get(slot as usize).copied().unwrap_or(EMPTY) {
                EMPTY => self.empty,
                value => within(ranges, value),
            },
            (Test::Words { .. }, Column::Words(words)) => match words.code(slot) {
                0 => self.empty,
                code => self.codes.get(code as usize).copied().unwrap_or(false),
            },
            (Test::Amounts(_), Column::Amounts(amounts)) => match amounts.minor(slot) {
                EMPTY => self.empty,
                minor => self.ranges.get(amounts.currency(slot)).is_some_and(|ranges| within(ranges, minor)),
            },
            _ => false,
        }
    }
}

/// Minor units of a currency for a range in ten-thousandths of a major one. Ends go inwards, where minor units are coarser.
fn in_minor((from, to): Range, currency: Currency) -> Range {
    let scale = i128::from(currency.scale());
    let unit = i128::from(Decimal::SCALE);
    let clamp = |value: i128| i64::try_from(value).unwrap_or(if value < 0 { EMPTY + 1 } else { i64::MAX });
    let low = if from <= EMPTY + 1 {
        EMPTY + 1
    } else {
        clamp(
            (i128::from(from) * scale).div_euclid(unit) + i128::from((i128::from(from) * scale).rem_euclid(unit) != 0),
        )
    };
    let high = if to == i64::MAX { i64::MAX } else { clamp((i128::from(to) * scale).div_euclid(unit)) };
    (low, high)
}

/// The range of a comparison with one number.
fn compared(relation: Relation, low: i64, high: i64) -> Range {
    match relation {
        Relation::Any | Relation::Exactly => (low, high),
        Relation::Less => (EMPTY + 1, low.saturating_sub(1)),
        Relation::AtMost => (EMPTY + 1, high),
        Relation::More => (high.saturating_add(1), i64::MAX),
        Relation::AtLeast => (low, i64::MAX),
    }
}

fn range(operand: &Operand, relation: Relation, read: impl Fn(&str) -> Option<i64>) -> Option<Range> {
    match operand {
        Operand::Value(text) => read(text).map(|number| compared(relation, number, number)),
        Operand::Range(from, to) if relation == Relation::Any => {
            let end = |text: &str, open| if text.is_empty() { Some(open) } else { read(text) };
            Some((end(from, EMPTY + 1)?, end(to, i64::MAX)?))
        }
        Operand::Range(..) | Operand::Nothing => None,
    }
}

fn number(text: &str) -> Option<i64> {
    text.trim().parse::<Decimal>().ok().map(Decimal::units).filter(|units| *units > EMPTY + 1)
}

fn numbers(operand: &Operand, relation: Relation) -> Option<Range> {
    range(operand, relation, number)
}

/// An amount in major units, with the letters of a currency behind it or not.
fn amounts(operand: &Operand, relation: Relation) -> Option<(Option<Currency>, Range)> {
    let split = |text: &str| {
        let at = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
        let currency = if at == text.len() { None } else { Some(Currency::parse(&text[at..])?) };
        Some((number(&text[..at])?, currency))
    };
    let named = match operand {
        Operand::Value(text) => split(text)?.1,
        Operand::Range(from, to) => {
            let of = |text: &str| if text.is_empty() { Some(None) } else { split(text).map(|(_, currency)| currency) };
            of(from)?.or(of(to)?)
        }
        Operand::Nothing => None,
    };
    Some((named, range(operand, relation, |text| split(text).map(|(number, _)| number))?))
}

fn yes_no(operand: &Operand) -> Option<Range> {
    match operand {
        Operand::Value(text) if matches!(text.as_str(), "yes" | "true" | "1") => Some((1, 1)),
        Operand::Value(text) if matches!(text.as_str(), "no" | "false" | "0") => Some((0, 0)),
        _ => None,
    }
}

fn choice(operand: &Operand, choices: &Choices) -> Option<Range> {
    let (Operand::Value(text), Choices::Fixed(keys)) = (operand, choices) else { return None };
    let at = keys.iter().position(|key| key.eq_ignore_ascii_case(text))? as i64;
    Some((at, at))
}

fn days(operand: &Operand, relation: Relation, today: NaiveDate) -> Option<Range> {
    let number = |date: NaiveDate| i64::from(day::number(date));
    let now = number(today);
    match operand {
        Operand::Value(text) => Some(match (span::parse(text, today)?, relation) {
            (Span::Calendar(from, to), relation) => compared(relation, number(from), number(to)),
            (Span::Ago(date), Relation::Less) => (number(date).saturating_add(1), now),
            (Span::Ago(date), Relation::AtMost) => (number(date), now),
            (Span::Ago(date), Relation::More) => (EMPTY + 1, number(date).saturating_sub(1)),
            (Span::Ago(date), Relation::AtLeast) => (EMPTY + 1, number(date)),
            (Span::Ago(date), Relation::Any | Relation::Exactly) => (number(date), number(date)),
        }),
        Operand::Range(from, to) if relation == Relation::Any => {
            let end = |text: &str| if text.is_empty() { Some(None) } else { span::parse(text, today).map(Some) };
            let (from, to) = (end(from)?, end(to)?);
            Some(match (from, to) {
                // How long ago: the nearer end comes first.
                (Some(Span::Ago(near)), Some(Span::Ago(far))) => (number(far), number(near)),
                (Some(Span::Ago(near)), None) => (EMPTY + 1, number(near)),
                (None, Some(Span::Ago(far))) => (number(far), now),
                (from, to) => {
                    let low = from.map(|span| match span {
                        Span::Calendar(from, _) | Span::Ago(from) => number(from),
                    });
                    let high = to.map(|span| match span {
                        Span::Calendar(_, to) | Span::Ago(to) => number(to),
                    });
                    (low.unwrap_or(EMPTY + 1), high.unwrap_or(i64::MAX))
                }
            })
        }
        Operand::Range(..) | Operand::Nothing => None,
    }
}
