//! Who brings most: classes, shares, concentration.

use clap::Command;
use kith::analysis::abc::{Abc, Class, Cuts};
use kith::analysis::concentration::Concentration;
use kith::analysis::history::History;
use kith::analysis::summary::Summary;
use kith::analysis::values::Values;
use serde_json::Value;

use super::Question;
use crate::input::{Input, money, orders, table};
use crate::options::{Options, as_of, value};
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "abc",
    about: "ABC classes by cumulative share; Lorenz curve and Gini coefficient",
    options,
    answer,
};

const VALUE: &[&str] = &["value", "profit", "monetary", "revenue", "amount", "clv", "margin"];

/// One number a customer.
pub struct Named {
    pub names: Vec<String>,
    pub values: Values,
    pub places: u32,
}

fn options(command: Command) -> Command {
    let command = command
        .arg(value("cuts", "A,B", "Where A and B end, as percent or parts [80,95]"))
        .arg(value("by", "revenue|margin", "The measure, of a log of orders [revenue]; margin needs a column cost"))
        .arg(value("value-column", "NAME", "The value of each row, for a file of customers rather than orders"))
        .arg(as_of().help("The last day that exists [the last row's]"));
    orders::columns(command)
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    if input.is_json() {
        let json = input.json()?;
        if json["values"].is_array() || json["abc_edge_cases"].is_object() {
            return cases(&json, options);
        }
    }
    let table = input.table()?;
    let cuts = cuts(options, None)?;
    let Named { names, values, places } = named(&table, options)?;
    let abc = Abc::new(&values, cuts);
    let remarks = [
        abc.order.is_empty().then_some("Nobody has a value: there is nothing to classify."),
        (!abc.order.is_empty() && abc.gini.is_none()).then_some("Nobody has a value above zero: everybody is C."),
        abc.gini.filter(|_| abc.says_little()).map(|_| "Customers are alike (Gini below 0.3): the classes say little."),
    ];
    let answer = Answer::sheet(sheet(&names, &values, &abc, places)).or_json(json(&values, &abc, places));
    Ok(answer.remark(remarks.into_iter().flatten()))
}

/// From a file of customers, or worked out from a log of orders.
pub fn named(table: &table::Table, options: &Options<'_>) -> Result<Named, Trouble> {
    let column = match options.text("value-column") {
        Some(name) => Some(table.column("the value", Some(name), &[])?),
        None if table.find(orders::DATE).is_none() => Some(table.column("the value", None, VALUE)?),
        None => None,
    };
    let Some(column) = column else { return of_log(table, options) };
    let names = match table.find(orders::CUSTOMER) {
        Some(customer) => customer.texts().map(str::to_owned).collect(),
        None => (1..=table.len()).map(|row| row.to_string()).collect(),
    };
    let mut decimals = Vec::new();
    for row in 0..table.len() {
        let known =
            column.number(row)?.map(|_| money::parse(column.text(row)).ok_or_else(|| column.wrong(row, "an amount")));
        decimals.push(known.transpose()?);
    }
    let (values, places) = units(&decimals)?;
    Ok(Named { names, values, places })
}

fn of_log(table: &table::Table, options: &Options<'_>) -> Result<Named, Trouble> {
    let mut log = orders::Log::read(table, options)?;
    let as_of = options.day("as-of")?.or(log.last_day()).unwrap_or(0);
    log.retain(|log, row| log.amount[row] != 0 && log.day[row] <= as_of);
    let orders = log.orders()?;
    let summary = Summary::new(&orders, &History::new(&orders, as_of));
    let values = match options.text("by").unwrap_or("revenue") {
        "revenue" => summary.revenue(),
        "margin" if log.cost.is_some() => summary.margin(None),
        "margin" => return Err(Trouble::say("--by margin needs a column cost.")),
        other => return Err(Trouble::say(format!("--by: “{other}” is neither revenue nor margin."))),
    };
    Ok(Named { places: log.places, names: log.names, values })
}

/// Decimals as whole units of the place that all of them fit.
pub fn units(decimals: &[Option<money::Decimal>]) -> Result<(Values, u32), Trouble> {
    let places = money::places(&decimals.iter().copied().flatten().collect::<Vec<_>>());
    let too_much = || Trouble::say("A value is larger than any money.");
    let whole = |decimal: money::Decimal| decimal.at(places).and_then(|n| i64::try_from(n).ok()).ok_or_else(too_much);
    let units: Vec<_> = decimals.iter().map(|d| d.map(whole).transpose()).collect::<Result<_, _>>()?;
    Ok((Values::from_minor(units), places))
}

/// `80,95`, `0.8,0.95`, or the default.
pub fn cuts(options: &Options<'_>, given: Option<Vec<f64>>) -> Result<Cuts, Trouble> {
    let Some(numbers) = options.numbers("cuts")?.or(given) else { return Ok(Cuts::default()) };
    let [a, b] = numbers[..] else { return Err(Trouble::say("--cuts takes two numbers, as 80,95.")) };
    let scale = if a <= 1.0 && b <= 1.0 { 10_000.0 } else { 100.0 };
    let part = |cut: f64| (cut * scale).round() as u16;
    Cuts::new(part(a), part(b)).map_err(Trouble::say)
}

fn sheet(names: &[String], values: &Values, abc: &Abc, places: u32) -> Sheet {
    let mut sheet = Sheet::new(["customer_id", "value", "rank", "share", "cum_before", "cum_incl", "class"]);
    for (place, customer) in abc.order.iter().enumerate() {
        let c = *customer as usize;
        let mut row = vec![names[c].as_str().into(), values.get(c).map(|units| money::number(units, places)).into()];
        row.push((place + 1).into());
        row.extend([abc.share[c], abc.before[c], abc.running[c]].map(Json::from));
        row.push(abc.class_of(c).map(Class::letter).into());
        sheet.push(row);
    }
    let without = (0..names.len()).filter(|c| values.get(*c).is_none());
    for (c, place) in without.zip(abc.order.len() + 1..) {
        let end = f64::from(u8::from(abc.total > 0));
        sheet.push(vec![
            names[c].as_str().into(),
            Json::Null,
            place.into(),
            0.into(),
            Json::Null,
            end.into(),
            Json::Null,
        ]);
    }
    sheet
}

fn json(values: &Values, abc: &Abc, places: u32) -> Json {
    let summary = abc.groups.iter().zip(["A", "B", "C"]).map(|(group, class)| {
        (class, Json::object([("n", group.customers.into()), ("share_of_value", group.share.into())]))
    });
    Json::object([
        ("abc", Json::object([("summary", Json::object(summary))])),
        ("lorenz_gini", concentration(values, places)),
    ])
}

/// Null where nobody has a value above zero.
fn concentration(values: &Values, places: u32) -> Json {
    let Some(spread) = Concentration::of(values) else { return Json::Null };
    let lorenz =
        spread.lorenz.iter().enumerate().map(|(tenth, share)| (format!("{:.1}", tenth as f64 / 10.0), (*share).into()));
    let n = f64::from(spread.customers);
    let corrected = (spread.customers > 1).then(|| spread.gini * n / (n - 1.0));
    Json::object([
        ("n", spread.customers.into()),
        ("total", money::number(spread.total, places).into()),
        ("gini_trapezoid", spread.gini.into()),
        ("gini_small_sample_corrected", corrected.into()),
        ("top_20pct_share", spread.best_fifth_share.into()),
        ("lorenz_at_deciles", Json::object(lorenz)),
    ])
}

/// Plain lists of values: `{values, cuts}`, alone or by name.
fn cases(json: &Value, options: &Options<'_>) -> Result<Answer, Trouble> {
    let one = |case: &Value| -> Result<Json, Trouble> {
        let values = decimals(&case["values"])?;
        let cuts = cuts(options, case["cuts"].as_array().map(|cuts| cuts.iter().filter_map(Value::as_f64).collect()))?;
        let (values, _) = units(&values)?;
        let abc = Abc::new(&values, cuts);
        let letters = (0..values.len()).map(|c| abc.class_of(c).map(Class::letter));
        Ok(Json::object([("class_in_input_order", Json::list(letters))]))
    };
    let Some(cases) = json["abc_edge_cases"].as_object() else { return Ok(Answer::json(one(json)?)) };
    let cases = cases.iter().map(|(name, case)| Ok((name.clone(), one(case)?))).collect::<Result<Vec<_>, Trouble>>()?;
    Ok(Answer::json(Json::object([("abc_edge_cases", Json::object(cases))])))
}

/// A JSON list of numbers and nulls.
pub fn decimals(list: &Value) -> Result<Vec<Option<money::Decimal>>, Trouble> {
    let list = list.as_array().ok_or_else(|| Trouble::say("There is no list named values."))?;
    let one = |value: &Value| match value {
        Value::Null => Ok(None),
        other => {
            money::parse(&other.to_string()).map(Some).ok_or_else(|| Trouble::say(format!("{other} is not a number.")))
        }
    };
    list.iter().map(one).collect()
}
