//! The line of an order that a row is: exact amounts from totals, prices, quantities and discounts.
//!
//! The line's total counts where the file has it, else the price times the quantity, rounded half away from zero. A discount is taken
//! off a total only where the total is the price times the quantity, so is before the discount.

use crate::{
    domain::{
        decimal::Decimal,
        money::{Currency, Money},
        order::{Line, Order},
    },
    interchange::csv::{
        Target, Value,
        check::Row,
        currency::{Sign, candidates},
        scaled::{Rounding, Scaled},
    },
};

use super::{
    cells::{column, number},
    issue::Trouble,
};

/// What a row says of an order, but for who and when and what.
#[derive(Debug)]
pub(super) struct Sums {
    /// The line, without product and text.
    pub line: Line,
    /// The currency of every amount.
    pub currency: Currency,
    /// Whether the row says what the line costs.
    pub priced: bool,
    /// What the whole order costs, minor units.
    pub total: Option<i64>,
    /// What was given back of the order, minor units, not negative.
    pub refunded: Option<i64>,
}

/// What is wrong, and in which column.
pub(super) type Wrong = (Option<usize>, Trouble);

const AMOUNTS: [Target; 6] =
    [Target::LineTotal, Target::OrderTotal, Target::UnitPrice, Target::Discount, Target::Refunded, Target::UnitCost];

/// Reads the numbers of a row. `otherwise` is the currency where the row says none.
pub(super) fn sums(row: &Row<'_>, otherwise: Currency) -> Result<Sums, Wrong> {
    let currency = currency(row, otherwise)?;
    let digits = currency.exponent();
    let range = |target: Target| (column(row, target), Trouble::OutOfRange(target));
    let bounded = |target: Target, units: i64| {
        if units.unsigned_abs() > Order::MAX_AMOUNT as u64 { Err(range(target)) } else { Ok(units) }
    };
    let units = |target: Target, value: Scaled| {
        value.to_units(digits, Rounding::HalfAway).map_err(|_| range(target)).and_then(|units| bounded(target, units))
    };
    let value = |target: Target| number(row, target).map(|number| number.value);
    let amount = |target: Target| value(target).map(|value| units(target, value)).transpose();
    let quantity = value(Target::Quantity);
    let times = |target: Target| {
        let each = |value: Scaled| match quantity {
            Some(quantity) => value.times(quantity).ok_or(range(target)),
            None => Ok(value),
        };
        value(target).map(|value| each(value).and_then(|all| units(target, all))).transpose()
    };
    let fine = |target: Target, value: Scaled| {
        value.to_units(4, Rounding::HalfAway).map(Decimal::from_units).map_err(|_| range(target))
    };

    let computed = times(Target::UnitPrice)?;
    let stated = amount(Target::LineTotal)?;
    let (gross, discount) = discounted(row, stated, computed, |value| units(Target::Discount, value))?;
    let line = Line {
        product: None,
        text: "".into(),
        quantity: quantity.map_or(Ok(Decimal::ONE), |value| fine(Target::Quantity, value))?,
        price: value(Target::UnitPrice).map(|value| fine(Target::UnitPrice, value)).transpose()?,
        amount: bounded(Target::LineTotal, gross)?,
        discount: bounded(Target::Discount, discount)?,
        cost: times(Target::UnitCost)?,
    };
    Ok(Sums {
        line,
        currency,
        priced: stated.or(computed).is_some(),
        total: amount(Target::OrderTotal)?,
        refunded: amount(Target::Refunded)?.map(i64::abs),
    })
}

/// The amount before the discount, and the discount, both with the sign of the amount.
fn discounted(
    row: &Row<'_>,
    stated: Option<i64>,
    computed: Option<i64>,
    units: impl Fn(Scaled) -> Result<i64, Wrong>,
) -> Result<(i64, i64), Wrong> {
    let before = stated.or(computed).unwrap_or(0);
    let Some(discount) = number(row, Target::Discount) else { return Ok((before, 0)) };
    let off = if discount.percent {
        // A share of the price is known only where the price is.
        let Some(computed) = computed else { return Ok((before, 0)) };
        let percent = discount.value.to_units(4, Rounding::HalfAway).unwrap_or(i64::MAX).unsigned_abs().min(1_000_000);
        let product = i128::from(computed) * i128::from(percent);
        let half = if product < 0 { -500_000 } else { 500_000 };
        i64::try_from((product + half) / 1_000_000).unwrap_or(computed)
    } else {
        let off = units(discount.value)?.abs();
        if before < 0 || computed.is_some_and(|computed| computed < 0) { -off } else { off }
    };
    Ok(match (stated, computed) {
        (Some(stated), Some(computed)) if stated == computed => (stated, off),
        (Some(stated), _) => (stated.saturating_add(off), off),
        (None, computed) => (computed.unwrap_or(0), off),
    })
}

/// The one currency of the row: what it names without doubt, then what a sign that several share can mean.
fn currency(row: &Row<'_>, otherwise: Currency) -> Result<Currency, Wrong> {
    let signs = row.values.iter().filter_map(|(column, target, value)| match value {
        Value::Currency(sign) => Some((*column, *sign)),
        Value::Number(number) if AMOUNTS.contains(target) => Some((*column, number.sign?)),
        _ => None,
    });
    let mut sure = signs.clone().filter_map(|(column, sign)| match sign {
        Sign::Currency(currency) => Some((column, currency)),
        Sign::Shared(_) => None,
    });
    let first = sure.next().map(|(_, currency)| currency);
    if let Some((column, _)) = sure.find(|(_, currency)| Some(*currency) != first) {
        return Err((Some(column), Trouble::Contradiction(Target::Currency)));
    }
    let currency = first.unwrap_or(otherwise);
    for (column, sign) in signs {
        if let Sign::Shared(sign) = sign
            && !candidates(sign).any(|candidate| candidate == currency)
        {
            let trouble =
                if first.is_some() { Trouble::Contradiction(Target::Currency) } else { Trouble::WhichCurrency };
            return Err((Some(column), trouble));
        }
    }
    Ok(currency)
}

/// The price and the cost of one, as a product has them.
pub(super) fn of_one(row: &Row<'_>, currency: Currency) -> (Option<Money>, Option<Money>) {
    let money = |target: Target| {
        let minor = number(row, target)?.value.to_units(currency.exponent(), Rounding::HalfAway).ok()?;
        (minor > 0 && minor <= Order::MAX_AMOUNT).then_some(Money { minor, currency })
    };
    (money(Target::UnitPrice), money(Target::UnitCost))
}
