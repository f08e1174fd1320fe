//! Custom fields, and their values.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::{
    custom::{CustomField, CustomKind, CustomValue},
    decimal::Decimal,
    id::Id,
    money::Money,
    party::Role,
};

use super::{Made, dice::Dice, prices, scene::Scene, trades::Trade};

/// The custom fields.
#[derive(Debug)]
pub struct Customs {
    pub fields: Made<CustomField>,
}

/// Makes the fields.
pub fn make(scene: &mut Scene) -> Customs {
    let kinds = [CustomKind::Choice, CustomKind::Number, CustomKind::YesNo, CustomKind::Date, CustomKind::Money];
    let mut fields = Vec::new();
    for (place, kind) in kinds.into_iter().enumerate() {
        let field = CustomField {
            name: scene.words.customs[place].to_owned(),
            kind,
            choices: match kind {
                CustomKind::Choice => scene.words.brewing.iter().map(|way| (*way).to_owned()).collect(),
                _ => Vec::new(),
            },
            roles: vec![Role::Customer],
            position: place as u32,
            required: false,
            ..CustomField::default()
        };
        fields.push((scene.id(), field));
    }
    Customs { fields }
}

impl Customs {
    /// What is known of a customer who bought first on a day and brings so many cents.
    pub fn values(
        &self,
        scene: &Scene,
        trade: Trade,
        since: NaiveDate,
        cents: i64,
        dice: &mut Dice,
    ) -> BTreeMap<Id<CustomField>, CustomValue> {
        let mut values = BTreeMap::new();
        let mut know = |place: usize, value: CustomValue| values.insert(self.fields[place].0, value);
        if dice.percent(60) {
            let ways = scene.words.brewing;
            let way = if trade == Trade::Cafe { ways[0] } else { *dice.pick(ways) };
            know(0, CustomValue::Choice(way.to_owned()));
        }
        if trade.is_firm() {
            know(1, CustomValue::Number(Decimal::from_units(*dice.pick(&[7, 14, 14, 30]) * Decimal::SCALE)));
        }
        if dice.percent(80) {
            know(2, CustomValue::YesNo(dice.percent(65)));
        }
        know(3, CustomValue::Date(since));
        if trade.is_firm() && cents > 300_000 {
            let minor = prices::label(cents / 12, scene.currency);
            know(4, CustomValue::Money(Money { minor, currency: scene.currency }));
        }
        values
    }
}
