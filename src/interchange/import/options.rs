//! What the user decides about an import beyond the fields of the columns.

use crate::{
    domain::{
        book::Book,
        custom::{CustomField, CustomKind},
        id::Id,
        money::Currency,
        party::Role,
    },
    interchange::csv::{Plan, Table, Target},
};

use super::keys::folded_name;

/// What may happen to records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Mode {
    /// New records are made; what is there stays as it is. New orders of known customers are new records.
    CreateOnly,
    /// Records that are there are changed; none is made.
    UpdateOnly,
    /// Both.
    #[default]
    Both,
}

impl Mode {
    /// Every mode, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::Both, Self::CreateOnly, Self::UpdateOnly];

    /// Whether records may be made.
    pub fn creates(self) -> bool {
        self != Self::UpdateOnly
    }

    /// Whether records may be changed.
    pub fn updates(self) -> bool {
        self != Self::CreateOnly
    }
}

/// By what a customer is found again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// The number or code of the other program.
    Reference,
    /// An e-mail address.
    Email,
    /// A phone number, by its digits.
    Phone,
    /// The name.
    Name,
}

impl Key {
    /// Every key, the surest first.
    pub const ALL: [Self; 4] = [Self::Reference, Self::Email, Self::Phone, Self::Name];

    /// Whether a plan has a column for it.
    pub fn is_in(self, plan: &Plan) -> bool {
        let targets: &[Target] = match self {
            Self::Reference => &[Target::CustomerReference],
            Self::Email => &[Target::Email],
            Self::Phone => &[Target::Phone],
            Self::Name => &[Target::CustomerName, Target::GivenName, Target::FamilyName, Target::Organisation],
        };
        plan.targets.iter().any(|target| targets.contains(target))
    }
}

/// What new customers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Kinds {
    /// Organisations where a row has an organisation and no person, or the name ends like a firm's; else people.
    #[default]
    Guess,
    /// People, each of them.
    People,
    /// Organisations, each of them.
    Organisations,
}

impl Kinds {
    /// Every rule, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::Guess, Self::People, Self::Organisations];
}

/// Where the cells of a column with [`Target::Custom`] go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// Into a field that is there; cells are read as its kind.
    Known(Id<CustomField>),
    /// Into a new field of that name and kind. A choice is made as text: its choices are not known.
    New {
        /// What it is called.
        name: String,
        /// What it takes.
        kind: CustomKind,
    },
}

/// One column of a custom field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomColumn {
    /// The column, counted from 0.
    pub column: usize,
    /// Where its cells go.
    pub to: Destination,
}

/// Words that an import writes into records, in the language of the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// What a birthday is called among the important dates.
    pub birthday: String,
    /// What stands on the line that makes up for lines that do not add up to the order's total: shipping, tax, rebates.
    pub difference: String,
}

/// What the user decides about an import beyond the fields of the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// What may happen to records.
    pub mode: Mode,
    /// By what a customer is found again.
    pub key: Key,
    /// The currency of amounts that say none, and of a sign such as `$` that it shares with others.
    pub currency: Currency,
    /// What new customers are to us.
    pub roles: Vec<Role>,
    /// Whether new customers are people or organisations.
    pub kinds: Kinds,
    /// Where the columns of [`Target::Custom`] go; those that are not listed are left out.
    pub customs: Vec<CustomColumn>,
    /// Whether orders whose status says that they never came about are left out.
    pub leave_out_cancelled: bool,
    /// Words that are written into records.
    pub labels: Labels,
}

impl Options {
    /// What a plan suggests: everything comes in, the surest key that has a column, fields of the same name.
    pub fn suggest(book: &Book, table: &Table, plan: &Plan, labels: Labels) -> Self {
        Self {
            mode: Mode::Both,
            key: Key::ALL.into_iter().find(|key| key.is_in(plan)).unwrap_or(Key::Name),
            currency: book.settings().currency,
            roles: vec![Role::Customer],
            kinds: Kinds::Guess,
            customs: custom_columns(book, table, plan),
            leave_out_cancelled: true,
            labels,
        }
    }

    /// These choices for a file that is understood in another way by now, as far as they still make sense; the rest as suggested.
    pub fn beside(self, suggested: Self, plan: &Plan) -> Self {
        let own = |column: CustomColumn| {
            let own = self.customs.iter().find(|own| own.column == column.column);
            own.cloned().unwrap_or(column)
        };
        let customs = suggested.customs.into_iter().map(own).collect();
        let key = if self.key.is_in(plan) { self.key } else { suggested.key };
        Self { key, customs, labels: suggested.labels, ..self }
    }
}

/// Every column of [`Target::Custom`], into the field of its name where there is one.
pub(super) fn custom_columns(book: &Book, table: &Table, plan: &Plan) -> Vec<CustomColumn> {
    let columns = plan.targets.iter().zip(table.names()).enumerate();
    let columns = columns.filter(|(_, (target, _))| **target == Target::Custom);
    let known = |name: &str| {
        let name = folded_name(name);
        book.fields.iter().find(|(_, row)| folded_name(&row.data.name) == name).map(|(_, row)| row.id)
    };
    columns
        .map(|(column, (_, name))| {
            let to = match known(name) {
                Some(id) => Destination::Known(id),
                None => Destination::New { name: name.clone(), kind: CustomKind::Text },
            };
            CustomColumn { column, to }
        })
        .collect()
}
