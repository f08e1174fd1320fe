//! A filter as it is kept: a field by its key, and texts to compare with. It is not tied to the field's being there, so that a
//! saved view outlives the field; what the texts mean is found out by [`super::check`].

/// What a value is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Operand {
    /// One value, or a span that has a name (`2025-03`, `this-month`).
    Value(String),
    /// From one to another, both with it; an empty end is open.
    Range(String, String),
    /// No value at all.
    Nothing,
}

impl Operand {
    /// A value.
    pub fn value(text: impl Into<String>) -> Self {
        Self::Value(text.into())
    }
}

/// How a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Is one of them; a text contains one of them.
    Any,
    /// Is one of them to the letter.
    Exactly,
    /// Is smaller; a day that counts from today (`30d`) is nearer.
    Less,
    /// Is smaller, or the same.
    AtMost,
    /// Is larger; a day that counts from today is further back.
    More,
    /// Is larger, or the same.
    AtLeast,
}

impl Relation {
    /// Every relation with its sign, the longer signs first.
    pub const SIGNS: [(Self, &'static str); 6] = [
        (Self::AtMost, "<="),
        (Self::AtLeast, ">="),
        (Self::Less, "<"),
        (Self::More, ">"),
        (Self::Exactly, "="),
        (Self::Any, ":"),
    ];

    /// The sign.
    pub fn sign(self) -> &'static str {
        Self::SIGNS.into_iter().find(|(relation, _)| *relation == self).map_or(":", |(_, sign)| sign)
    }
}

/// One condition on one field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Filter {
    /// The key of the field.
    pub key: String,
    /// Whether it has to fail.
    pub negated: bool,
    /// How it is compared.
    pub relation: Relation,
    /// With what; never empty.
    pub operands: Vec<Operand>,
}

impl Filter {
    /// Is one of these.
    pub fn any(key: impl Into<String>, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let operands = values.into_iter().map(Operand::value).collect();
        Self { key: key.into(), negated: false, relation: Relation::Any, operands }
    }

    /// Whether it says no more than that the value is one of some: the rail shows and turns such filters.
    pub fn is_plain(&self) -> bool {
        !self.negated && self.relation == Relation::Any
    }
}

/// Turns one value of a field on or off among the filters, as the rail does.
pub fn turn(filters: &mut Vec<Filter>, key: &str, operand: Operand) {
    let Some(at) = filters.iter().position(|filter| filter.key == key && filter.is_plain()) else {
        filters.push(Filter { key: key.to_owned(), negated: false, relation: Relation::Any, operands: vec![operand] });
        return;
    };
    let operands = &mut filters[at].operands;
    match operands.iter().position(|other| *other == operand) {
        Some(place) => drop(operands.remove(place)),
        None => operands.push(operand),
    }
    if operands.is_empty() {
        filters.remove(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turning_a_value_twice_leaves_the_filters_as_they_were() {
        let mut filters = vec![Filter::any("role", ["lead"])];
        let before = filters.clone();
        turn(&mut filters, "class", Operand::value("a"));
        turn(&mut filters, "class", Operand::value("b"));
        assert_eq!(filters[1], Filter::any("class", ["a", "b"]));
        turn(&mut filters, "class", Operand::value("a"));
        turn(&mut filters, "class", Operand::value("b"));
        assert_eq!(filters, before);
    }
}
