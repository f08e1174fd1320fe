use std::collections::{BTreeMap, BTreeSet, HashMap};

use kith::analysis::rules::baskets::{Baskets, BasketsError};
use kith::analysis::rules::frequent::Frequent;
use kith::analysis::rules::missing::missing;
use kith::analysis::rules::rule::{Rule, rules};
use serde_json::Value;

use crate::analysis_support::json;
use crate::support::{Rows, beside, near};

/// Names of items sorted, and lines by number.
fn numbered(lines: &[(&str, &str)]) -> (Vec<String>, Baskets<'static>) {
    let names: BTreeSet<&str> = lines.iter().map(|line| line.1).collect();
    let number: HashMap<&str, u32> = names.iter().copied().zip(0..).collect();
    let mut baskets: HashMap<&str, u32> = HashMap::new();
    let (mut basket, mut item) = (Vec::new(), Vec::new());
    for (name, bought) in lines {
        let next = baskets.len() as u32;
        basket.push(*baskets.entry(name).or_insert(next));
        item.push(number[bought]);
    }
    let found = Baskets::new(baskets.len(), names.len(), &basket, &item).unwrap().into_owned();
    (names.into_iter().map(str::to_owned).collect(), found)
}

fn compare(lines: &[(&str, &str)], longest: usize, expected: &Value) {
    let (names, baskets) = numbered(lines);
    let count = |n: usize, key: &str| assert_eq!(n as u64, expected[key].as_u64().unwrap(), "{key}");
    count(baskets.len(), "n_baskets");
    count(names.len(), "n_items");
    let frequent = Frequent::new(&baskets, expected["min_support"].as_f64().unwrap(), longest);
    count(frequent.sets.len(), "n_frequent_itemsets");
    for (length, sets) in (1..).zip(frequent.by_length()) {
        assert_eq!(u64::from(sets), expected["itemsets_by_length"][format!("{length}")].as_u64().unwrap());
    }
    for (set, count) in frequent.sets.iter().zip(&frequent.count).filter(|(set, _)| set.len() == 1) {
        if let Some(part) = expected["top_items"].get(&names[set[0] as usize]) {
            near(f64::from(*count) / baskets.len() as f64, part, 1e-12, &names[set[0] as usize]);
        }
    }
    let confidence = expected["min_confidence"].as_f64().unwrap();
    let found = rules(&frequent, confidence, false);
    count(found.len(), "n_rules");
    count(found.iter().filter(|rule| rule.consequent.len() == 1).count(), "rules_single_consequent");
    assert_eq!(
        rules(&frequent, confidence, true).len(),
        found.iter().filter(|rule| rule.consequent.len() == 1).count()
    );
    assert!(found.is_sorted_by(|a, b| a.lift() >= b.lift() - 1e-9));
    let named = |set: &[u32]| set.iter().map(|item| Value::from(names[*item as usize].clone())).collect::<Vec<_>>();
    let key = |antecedent: &[Value], consequent: &[Value]| format!("{antecedent:?} {consequent:?}");
    let by_name: BTreeMap<String, &Rule> =
        found.iter().map(|rule| (key(&named(&rule.antecedent), &named(&rule.consequent)), rule)).collect();
    for row in expected["rules"].as_array().unwrap() {
        let name = key(row["antecedent"].as_array().unwrap(), row["consequent"].as_array().unwrap());
        let rule = by_name[&name];
        assert_eq!(u64::from(rule.both), row["support_count"].as_u64().unwrap(), "{name}");
        let conviction = rule.conviction().unwrap_or(f64::INFINITY);
        let measures = [
            ("support", rule.support()),
            ("confidence", rule.confidence()),
            ("lift", rule.lift()),
            ("leverage", rule.leverage()),
            ("conviction", conviction),
            ("zhang", rule.zhang()),
            ("jaccard", rule.jaccard()),
        ];
        measures
            .into_iter()
            .filter(|(measure, _)| row[measure].is_number())
            .for_each(|(measure, value)| near(value, &row[measure], 1e-12, &name));
    }
}

#[test]
fn what_a_gift_shop_sells_together_is_that_of_the_reference() {
    let rows = Rows::fixture("data/online_retail_sample.csv");
    let [invoice, sku, quantity, price] = ["invoice", "sku", "qty", "price"].map(|name| rows.text(name));
    let positive = |text: &str| text.parse::<f64>().unwrap() > 0.0;
    let sold = |i: &usize| {
        positive(quantity[*i])
            && positive(price[*i])
            && !invoice[*i].starts_with('C')
            && sku[*i].bytes().take(5).all(|b| b.is_ascii_digit())
            && sku[*i].len() > 4
    };
    let lines: Vec<(&str, &str)> = (0..sku.len()).filter(sold).map(|i| (invoice[i], sku[i])).collect();
    let mut items: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for (invoice, sku) in &lines {
        items.entry(invoice).or_default().insert(sku);
    }
    let lines: Vec<_> = lines.into_iter().filter(|(invoice, _)| items[invoice].len() <= 60).collect();
    compare(&lines, 3, &json("expected/50_assoc_online_retail.json"));
}

#[test]
fn what_a_grocer_sells_together_is_that_of_the_reference() {
    let (Some(data), Some(expected)) =
        (beside("data/groceries_baskets.csv"), beside("expected/50_assoc_groceries.json"))
    else {
        return;
    };
    let rows = Rows::read(&data);
    let lines: Vec<(&str, &str)> = rows.text("basket_id").into_iter().zip(rows.text("item")).collect();
    compare(&lines, 4, &serde_json::from_reader(std::fs::File::open(expected).unwrap()).unwrap());
    // arules 1.7.5 finds as many at this setting.
    let (_, baskets) = numbered(&lines);
    assert_eq!(rules(&Frequent::new(&baskets, 0.001, 10), 0.5, true).len(), 5_668);
}

#[test]
fn a_gap_is_what_others_take_with_the_same_things() {
    // 0 and 1 always together, 2 by itself.
    let baskets = Baskets::new(4, 3, &[0, 0, 1, 1, 2, 3], &[0, 1, 0, 1, 2, 0]).unwrap();
    let rules = rules(&Frequent::new(&baskets, 0.25, 2), 0.6, false);
    let taken = Baskets::new(3, 3, &[0, 1, 1, 2], &[0, 0, 1, 2]).unwrap();
    let found = missing(&taken, &rules, 5);
    assert_eq!((&found.customer[..], &found.item[..]), (&[0][..], &[1][..]));
    assert_eq!(rules[found.rule[0] as usize].antecedent, [0]);
    assert_eq!(missing(&taken, &rules, 0), missing(&taken, &[], 5));
}

#[test]
fn nothing_is_no_rule_and_wrong_columns_are_refused() {
    let nothing = Baskets::new(0, 0, &[], &[]).unwrap();
    assert_eq!(Frequent::new(&nothing, 0.0, 4), Frequent::default());
    assert!(rules(&Frequent::default(), 0.0, false).is_empty());
    assert_eq!(Baskets::new(1, 1, &[0], &[]).unwrap_err(), BasketsError::Length { expected: 1, found: 0 });
    assert_eq!(Baskets::new(1, 1, &[0, 1], &[0, 0]).unwrap_err(), BasketsError::Number { row: 1 });
    let always = Baskets::new(2, 2, &[0, 0, 1, 1], &[0, 1, 1, 0]).unwrap();
    let found = rules(&Frequent::new(&always, 1.0, 2), 1.0, false);
    assert_eq!(found.len(), 2);
    assert_eq!((found[0].conviction(), found[0].zhang(), found[0].lift()), (None, 0.0, 1.0));
}
