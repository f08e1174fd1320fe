//! Columns of custom fields.

use crate::{
    domain::{
        book::Book,
        custom::{CustomField, CustomKind, CustomValue},
        decimal::Decimal,
        id::Id,
        money::{Currency, Money},
    },
    interchange::csv::{
        Plan, Target, Value, check::Row, currency::Sign, date, number, problem::Problem, scaled::Rounding,
    },
    unicode,
};

use super::{
    issue::Trouble,
    keys::folded_name,
    options::{CustomColumn, Destination},
};

/// A field that the import fills.
#[derive(Debug)]
pub(super) struct Field {
    pub id: Id<CustomField>,
    column: usize,
    kind: CustomKind,
    choices: Vec<String>,
    /// The definition, while nobody needed it.
    pub unmade: Option<CustomField>,
}

/// The fields behind the columns that the plan takes for custom ones; two columns of one new name share it.
pub(super) fn fields(
    book: &Book,
    plan: &Plan,
    columns: &[CustomColumn],
    mut new_id: impl FnMut() -> Id<CustomField>,
) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let mut position = book.fields.iter().map(|(_, row)| row.data.position.saturating_add(1)).max().unwrap_or(0);
    for CustomColumn { column, to } in columns {
        if plan.targets.get(*column) != Some(&Target::Custom) {
            continue;
        }
        let field = match to {
            Destination::Known(id) => book.get(*id).map(|row| Field {
                id: *id,
                column: *column,
                kind: row.data.kind,
                choices: row.data.choices.clone(),
                unmade: None,
            }),
            Destination::New { name, kind } => {
                let kind = if kind.has_choices() { CustomKind::Text } else { *kind };
                let made = CustomField { name: name.trim().to_owned(), kind, position, ..CustomField::default() };
                position = position.saturating_add(1);
                made.flaws().is_empty().then(|| Field {
                    id: new_id(),
                    column: *column,
                    kind,
                    choices: Vec::new(),
                    unmade: Some(made),
                })
            }
        };
        fields.extend(field);
    }
    fields
}

/// The values of a row's custom fields, by the number of the field; what does not fit its field goes to `blame` with its column.
pub(super) fn values(
    row: &Row<'_>,
    plan: &Plan,
    fields: &[Field],
    currency: Currency,
    mut blame: impl FnMut(usize, Trouble),
) -> Vec<(usize, CustomValue)> {
    let mut values = Vec::new();
    for (number, field) in fields.iter().enumerate() {
        let cell = row.values.iter().find(|(column, _, _)| *column == field.column);
        let Some((column, _, Value::Text(text))) = cell else { continue };
        match value(text, field, *column, plan, currency) {
            Ok(value) => values.push((number, value)),
            Err(trouble) => blame(*column, trouble),
        }
    }
    values
}

fn value(text: &str, field: &Field, column: usize, plan: &Plan, currency: Currency) -> Result<CustomValue, Trouble> {
    let parsed = || {
        let mark = plan.marks.get(column).copied().unwrap_or(number::Mark::Point);
        number::parse(text, mark).map_err(|error| Trouble::Cell(Problem::Number(error)))
    };
    let choice = |text: &str| {
        let folded = folded_name(text);
        let choice = field.choices.iter().find(|choice| folded_name(choice) == folded);
        choice.cloned().ok_or(Trouble::NotForField)
    };
    let day = || {
        let form = plan.forms.get(column).copied().unwrap_or(date::Form::Ymd);
        date::parse(text, form).map(|date| date.day).map_err(|error| Trouble::Cell(Problem::Date(error)))
    };
    Ok(match field.kind {
        CustomKind::Text | CustomKind::LongText | CustomKind::Link | CustomKind::Email | CustomKind::Phone => {
            let value = CustomValue::Text(text.trim().to_owned());
            match value.flaw(field.kind) {
                None => value,
                Some(_) => return Err(Trouble::NotForField),
            }
        }
        CustomKind::Number => {
            let units = parsed()?.value.to_units(4, Rounding::HalfAway);
            CustomValue::Number(Decimal::from_units(units.map_err(|error| Trouble::Cell(Problem::Number(error)))?))
        }
        CustomKind::Money => {
            let number = parsed()?;
            let currency = match number.sign {
                Some(Sign::Currency(currency)) => currency,
                _ => currency,
            };
            let minor = number.value.to_units(currency.exponent(), Rounding::HalfAway);
            let minor = minor.map_err(|error| Trouble::Cell(Problem::Number(error)))?;
            CustomValue::Money(Money { minor, currency })
        }
        CustomKind::Date => CustomValue::Date(day()?),
        CustomKind::PartialDate => CustomValue::PartialDate(day()?.into()),
        CustomKind::Choice => CustomValue::Choice(choice(text)?),
        CustomKind::Choices => {
            let parts =
                text.split([',', ';', '，', '；', '、', '|', '\n']).map(str::trim).filter(|part| !part.is_empty());
            let mut chosen = parts.map(choice).collect::<Result<Vec<_>, _>>()?;
            chosen.sort_by_key(|chosen| field.choices.iter().position(|choice| choice == chosen));
            chosen.dedup();
            CustomValue::Choices(chosen)
        }
        CustomKind::YesNo => CustomValue::YesNo(yes_no(text).ok_or(Trouble::NotForField)?),
    })
}

fn yes_no(text: &str) -> Option<bool> {
    let text: String = unicode::compatible(text).chars().flat_map(char::to_lowercase).collect();
    match text.trim() {
        "yes" | "y" | "true" | "1" | "x" | "ja" | "oui" | "si" | "sí" | "是" | "有" | "对" | "對" | "✓" | "on" => {
            Some(true)
        }
        "no" | "n" | "false" | "0" | "nein" | "non" | "否" | "不是" | "无" | "無" | "没有" | "沒有" | "off" => {
            Some(false)
        }
        _ => None,
    }
}
