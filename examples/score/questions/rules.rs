//! What is bought together, and who does not yet.

use std::collections::HashMap;

use clap::Command;
use kith::analysis::rules::baskets::Baskets;
use kith::analysis::rules::frequent::Frequent;
use kith::analysis::rules::missing::missing;
use kith::analysis::rules::rule::{Rule, rules};

use super::Question;
use crate::input::{Input, orders, table::Table};
use crate::options::{Options, switch, value};
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "rules",
    about: "Association rules of basket lines; with --missing what each customer lacks",
    options,
    answer,
};

const BASKET: &[&str] =
    &["basket_id", "basket", "invoice", "invoice_no", "order_id", "order", "transaction_id", "transaction", "tid"];
const ITEM: &[&str] = &["item", "sku", "product", "product_id", "stock_code", "article", "description"];

fn options(command: Command) -> Command {
    command
        .arg(value("min-support", "PART", "Of all baskets [0.01]"))
        .arg(value("min-confidence", "PART", "Of the baskets with the antecedent [0.2]"))
        .arg(value("max-length", "N", "Items of a rule together [4]"))
        .arg(value("max-basket", "N", "Baskets of more different items are left out"))
        .arg(value("item-digits", "N", "Items must begin with so many digits"))
        .arg(switch("single", "Rules with one item in the consequent only"))
        .arg(value("top", "N", "How many of the commonest items are told [20]"))
        .arg(switch("missing", "Per customer: what is bought together and missing here"))
        .arg(value("most", "N", "Gaps a customer, for --missing [3]"))
        .arg(value("basket-column", "NAME", "Which lines belong together [basket_id, invoice, order_id, …]"))
        .arg(value("item-column", "NAME", "What was bought [item, sku, product, …]"))
        .arg(value("customer-column", "NAME", "Whose basket it is, for --missing [customer_id, customer, …]"))
}

/// Lines by number; names sorted by letters.
struct Lines<'a> {
    basket: Vec<u32>,
    baskets: usize,
    item: Vec<u32>,
    items: Vec<&'a str>,
    /// Rows of the file.
    row: Vec<usize>,
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let table = input.table()?;
    let lines = lines(&table, options)?;
    let support = options.number_within("min-support", 0.0, 1.0)?.unwrap_or(0.01);
    let confidence = options.number_within("min-confidence", 0.0, 1.0)?.unwrap_or(0.2);
    let longest = options.whole("max-length")?.unwrap_or(4usize).min(20);
    let baskets = Baskets::new(lines.baskets, lines.items.len(), &lines.basket, &lines.item).map_err(Trouble::say)?;
    let frequent = Frequent::new(&baskets, support, longest);
    let rules = rules(&frequent, confidence, options.switch("single"));
    if options.switch("missing") {
        return gaps(&table, options, &lines, &rules);
    }
    let singles = frequent.sets.iter().zip(&frequent.count).filter(|(set, _)| set.len() == 1);
    let mut top: Vec<(&str, f64)> =
        singles.map(|(set, count)| (lines.items[set[0] as usize], f64::from(*count) / lines.baskets as f64)).collect();
    top.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    top.truncate(options.whole("top")?.unwrap_or(20));
    let lengths = frequent.by_length().into_iter().enumerate().map(|(i, count)| ((i + 1).to_string(), count.into()));
    let mut sheet = Sheet::new(MEASURES);
    rules.iter().for_each(|rule| sheet.push(told(rule, &lines.items)));
    let listed = rules.iter().map(|rule| Json::object(MEASURES.into_iter().zip(told(rule, &lines.items))));
    let json = Json::object([
        ("n_baskets", lines.baskets.into()),
        ("n_items", lines.items.len().into()),
        ("min_support", support.into()),
        ("min_confidence", confidence.into()),
        ("n_frequent_itemsets", frequent.sets.len().into()),
        ("itemsets_by_length", Json::object(lengths)),
        ("n_rules", rules.len().into()),
        ("rules_single_consequent", rules.iter().filter(|rule| rule.consequent.len() == 1).count().into()),
        ("top_items", Json::object(top.into_iter().map(|(name, part)| (name, part.into())))),
        ("rules", Json::list(listed)),
    ]);
    let remarks = [
        (lines.baskets == 0).then_some("There are no baskets."),
        (lines.baskets > 0 && rules.is_empty()).then_some("Nothing is bought together that often."),
    ];
    Ok(Answer::json(json).or_sheet(sheet).remark(remarks.into_iter().flatten()))
}

const MEASURES: [&str; 10] = [
    "antecedent",
    "consequent",
    "support_count",
    "support",
    "confidence",
    "lift",
    "leverage",
    "conviction",
    "zhang",
    "jaccard",
];

fn told(rule: &Rule, items: &[&str]) -> Vec<Json> {
    let names = |set: &[u32]| Json::list(set.iter().map(|item| items[*item as usize]));
    vec![
        names(&rule.antecedent),
        names(&rule.consequent),
        rule.both.into(),
        rule.support().into(),
        rule.confidence().into(),
        rule.lift().into(),
        rule.leverage().into(),
        rule.conviction().into(),
        rule.zhang().into(),
        rule.jaccard().into(),
    ]
}

/// Lines of sales: what came back (a quantity or a price of zero or less, an invoice that begins with C) is none.
fn lines<'a>(table: &'a Table, options: &Options<'_>) -> Result<Lines<'a>, Trouble> {
    let basket = table.column("the basket", options.text("basket-column"), BASKET)?;
    let item = table.column("what was bought", options.text("item-column"), ITEM)?;
    let positive: Vec<_> = [table.find(orders::QUANTITY), table.find(orders::PRICE)].into_iter().flatten().collect();
    let digits: usize = options.whole("item-digits")?.unwrap_or(0);
    let begins = |name: &str| name.len() >= digits && name.bytes().take(digits).all(|byte| byte.is_ascii_digit());
    let mut rows = Vec::new();
    for row in 0..table.len() {
        let mut sold = !item.text(row).is_empty() && !basket.text(row).is_empty() && begins(item.text(row));
        for column in &positive {
            sold &= column.number(row)?.unwrap_or(0.0) > 0.0;
        }
        // A return bears the number of its invoice behind a C, where there are quantities to be returned.
        sold &= positive.is_empty() || !basket.text(row).starts_with(['C', 'c']);
        if sold {
            rows.push(row);
        }
    }
    let most: usize = options.whole("max-basket")?.unwrap_or(usize::MAX);
    if most < usize::MAX {
        let mut different: HashMap<&str, std::collections::HashSet<&str>> = HashMap::new();
        for row in &rows {
            different.entry(basket.text(*row)).or_default().insert(item.text(*row));
        }
        rows.retain(|row| different[basket.text(*row)].len() <= most);
    }
    let mut items: Vec<&str> = rows.iter().map(|row| item.text(*row)).collect();
    items.sort_unstable();
    items.dedup();
    let number: HashMap<&str, u32> = items.iter().copied().zip(0..).collect();
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut found = Lines { basket: Vec::new(), baskets: 0, item: Vec::new(), items, row: Vec::new() };
    for row in rows {
        let next = u32::try_from(numbers.len()).map_err(Trouble::say)?;
        found.basket.push(*numbers.entry(basket.text(row)).or_insert(next));
        found.item.push(number[item.text(row)]);
        found.row.push(row);
    }
    found.baskets = numbers.len();
    Ok(found)
}

fn gaps(table: &Table, options: &Options<'_>, lines: &Lines<'_>, rules: &[Rule]) -> Result<Answer, Trouble> {
    let column = table.column("the customer", options.text("customer-column"), orders::CUSTOMER)?;
    let mut names: Vec<&str> = lines.row.iter().map(|row| column.text(*row)).collect();
    let whose = names.clone();
    orders::sort_names(&mut names);
    names.dedup();
    let number: HashMap<&str, u32> = names.iter().copied().zip(0..).collect();
    let customer: Vec<u32> = whose.iter().map(|name| number[name]).collect();
    let taken = Baskets::new(names.len(), lines.items.len(), &customer, &lines.item).map_err(Trouble::say)?;
    let found = missing(&taken, rules, options.whole("most")?.unwrap_or(3));
    let mut sheet = Sheet::new(["customer_id", "missing", "because_of", "confidence", "lift", "support_count"]);
    for ((customer, item), rule) in found.customer.iter().zip(&found.item).zip(&found.rule) {
        let rule = &rules[*rule as usize];
        let because = rule.antecedent.iter().map(|item| lines.items[*item as usize]).collect::<Vec<_>>().join(" + ");
        let (name, item) = (names[*customer as usize], lines.items[*item as usize]);
        sheet.push(vec![
            name.into(),
            item.into(),
            because.into(),
            rule.confidence().into(),
            rule.lift().into(),
            rule.both.into(),
        ]);
    }
    let none = found.item.is_empty().then_some("Nobody lacks what the rules would have.");
    Ok(Answer::sheet(sheet).remark(none))
}
