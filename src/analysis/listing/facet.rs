//! How many records have each value of a field.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::{
    check::Check,
    column::{BETWEEN, Column, EMPTY},
    field::{Choices, Facet, Field},
    filter::{Filter, Operand, Relation},
};

/// How many records have a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The value, as a filter has it.
    pub operand: Operand,
    /// How many have it.
    pub records: u32,
}

/// Counts the values of one field, in as many steps as it takes.
#[derive(Debug, Clone)]
pub struct Tally {
    /// By place of a choice, code of a text, or age.
    counts: Vec<u32>,
    without: u32,
    ages: Vec<Check>,
}

impl Tally {
    /// Nothing counted yet.
    pub fn new(field: &Field, today: NaiveDate) -> Self {
        let ages = match field.facet {
            Facet::Ages(ages) => ages
                .iter()
                .filter_map(|(from, to)| {
                    let operands = vec![Operand::Range((*from).to_owned(), (*to).to_owned())];
                    let filter = Filter { key: String::new(), negated: false, relation: Relation::Any, operands };
                    Check::new(&filter, field, today).ok()
                })
                .collect(),
            _ => Vec::new(),
        };
        Self { counts: vec![0; ages.len()], without: 0, ages }
    }

    /// Counts some slots.
    pub fn add(&mut self, field: &Field, column: &Column, slots: impl Iterator<Item = u32>) {
        for slot in slots {
            let place = if self.ages.is_empty() {
                match column.group(field.form, slot) {
                    EMPTY => None,
                    place => usize::try_from(place).ok(),
                }
            } else {
                self.ages.iter().position(|age| age.passes(column, slot))
            };
            match place {
                Some(place) => {
                    if self.counts.len() <= place {
                        self.counts.resize(place + 1, 0);
                    }
                    self.counts[place] += 1;
                }
                None if !column.has(slot) => self.without += 1,
                // Days to come are in no span of the past.
                None => {}
            }
        }
    }

    /// The counts: choices in their order, labels by how many have them, no value last. Choices that nobody has are there with
    /// 0, labels are not.
    pub fn finish(&self, field: &Field, column: &Column) -> Vec<Count> {
        let at = |place: usize| self.counts.get(place).copied().unwrap_or(0);
        let mut counts: Vec<Count> = match (&field.facet, &field.choices, column) {
            (Facet::Ages(ages), ..) => {
                let operand = |(from, to): &(&str, &str)| Operand::Range((*from).to_owned(), (*to).to_owned());
                ages.iter()
                    .enumerate()
                    .map(|(place, age)| Count { operand: operand(age), records: at(place) })
                    .collect()
            }
            (_, choices, Column::Words(words)) => {
                let mut parts: FxHashMap<&str, u32> = FxHashMap::default();
                match choices {
                    Choices::Fixed(keys) => parts.extend(keys.iter().map(|key| (*key, 0))),
                    Choices::Own(own) => parts.extend(own.iter().map(|choice| (choice.as_str(), 0))),
                    Choices::Free => {}
                }
                for (code, entry) in words.entries().enumerate().skip(1).filter(|(code, _)| at(*code) > 0) {
                    for part in entry.split(BETWEEN) {
                        *parts.entry(part).or_default() += at(code);
                    }
                }
                let mut parts: Vec<(&str, u32)> = parts.into_iter().collect();
                let place = |text: &str| match choices {
                    Choices::Fixed(keys) => keys.iter().position(|key| *key == text).unwrap_or(usize::MAX),
                    Choices::Own(own) => own.iter().position(|choice| choice == text).unwrap_or(usize::MAX),
                    Choices::Free => 0,
                };
                parts.sort_by(|a, b| place(a.0).cmp(&place(b.0)).then(b.1.cmp(&a.1)).then(a.0.cmp(b.0)));
                parts.into_iter().map(|(text, records)| Count { operand: Operand::value(text), records }).collect()
            }
            (_, Choices::Fixed(keys), _) => {
                let keys = keys.iter().enumerate();
                keys.map(|(place, key)| Count { operand: Operand::value(*key), records: at(place) }).collect()
            }
            _ => [(1, "yes"), (0, "no")]
                .into_iter()
                .map(|(place, key)| Count { operand: Operand::value(key), records: at(place) })
                .collect(),
        };
        if self.without > 0 {
            counts.push(Count { operand: Operand::Nothing, records: self.without });
        }
        counts
    }
}
