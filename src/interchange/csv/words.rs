//! What a column's name means: the same as one of the known names, or as a part of it. The names themselves are in `names`.

use std::sync::LazyLock;

use crate::unicode::bare;
use rustc_hash::FxHashMap;

use super::{
    names::{ABOUT, NAMES},
    target::Target,
};

/// How well a name fits a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// The target that is named.
    pub target: Target,
    /// 3 for the very name, 2 for the name with blanks set otherwise, 1 for a part of it.
    pub strength: u8,
    /// How many better names the target has.
    pub place: usize,
}

/// A column's name in lower case, without accents and signs, words apart: `CustomerID` gives `customer id`, `Order #` gives
/// `order number`.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut before = ' ';
    let name = name.replace('ß', "ss").replace('#', " number ");
    for c in bare(&name).chars() {
        if !c.is_alphanumeric() {
            folded.push(' ');
        } else {
            if c.is_uppercase() && before.is_lowercase() {
                folded.push(' ');
            }
            folded.extend(c.to_lowercase());
        }
        before = c;
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name within the list: the place of its target, its own place among the target's names, and itself.
type Known = (usize, usize, &'static str);

/// Every name with its target and its place among that target's names.
struct Index {
    /// As the names stand in the list.
    whole: FxHashMap<&'static str, Match>,
    /// Without blanks.
    close: FxHashMap<String, Match>,
    /// Names of more than two letters by their first word. A table may have a thousand columns: to look for each name in each column's
    /// name would take a tenth of a second.
    by_word: FxHashMap<&'static str, Vec<Known>>,
    /// Names in writing without blanks, of more than one letter.
    unspaced: Vec<Known>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let (mut whole, mut close) = (FxHashMap::default(), FxHashMap::default());
    let (mut by_word, mut unspaced) = (FxHashMap::<_, Vec<Known>>::default(), Vec::new());
    for (number, (target, names)) in NAMES.iter().enumerate() {
        for (place, name) in names.split('|').enumerate() {
            whole.insert(name, Match { target: *target, strength: 3, place });
            close.entry(name.replace(' ', "")).or_insert(Match { target: *target, strength: 2, place });
            if !name.is_ascii() {
                unspaced.extend(name.chars().nth(1).map(|_| (number, place, name)));
            } else if name.len() > 2 {
                let word = name.split(' ').next().unwrap_or(name);
                by_word.entry(word).or_default().push((number, place, name));
            }
        }
    }
    Index { whole, close, by_word, unspaced }
});

/// A column's name made ready to be looked up; `None` for one that cannot be a name.
fn ready(name: &str) -> Option<(String, String)> {
    // No name is that long; a line that is no table may be.
    let folded = if name.len() > 200 { String::new() } else { fold(name) };
    let close = folded.replace(' ', "");
    (!folded.is_empty()).then_some((folded, close))
}

/// What a name means that fits as a whole.
fn by_itself(folded: &str, close: &str) -> Option<Match> {
    INDEX.whole.get(folded).or_else(|| INDEX.close.get(close)).copied()
}

/// Every target that a column's name may mean, the best first. A name that fits as a whole means one.
pub fn matches(name: &str) -> Vec<Match> {
    let Some((folded, close)) = ready(name) else { return Vec::new() };
    if let Some(found) = by_itself(&folded, &close) {
        return vec![found];
    }
    if ABOUT.iter().any(|word| has_words(&folded, word)) {
        return Vec::new();
    }
    let words = folded.split(' ').filter_map(|word| INDEX.by_word.get(word)).flatten();
    let mut parts: Vec<Known> = words.copied().filter(|(.., known)| has_words(&folded, known)).collect();
    if !folded.is_ascii() {
        parts.extend(INDEX.unspaced.iter().filter(|(.., known)| close.contains(known)));
    }
    parts.sort_unstable();
    // Of several names of a target the longest explains most of the column's name.
    let best = parts.chunk_by(|a, b| a.0 == b.0).filter_map(|names| names.iter().max_by_key(|(.., known)| known.len()));
    let mut found: Vec<&Known> = best.collect();
    found.sort_by_key(|(.., known)| std::cmp::Reverse(known.len()));
    found.into_iter().map(|(number, place, _)| Match { target: NAMES[*number].0, strength: 1, place: *place }).collect()
}

/// The target that a column's name means by itself.
pub fn lookup(name: &str) -> Option<Target> {
    let (folded, close) = ready(name)?;
    by_itself(&folded, &close).map(|found| found.target)
}

/// Whether the words stand in the text, whole and in that order.
fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let end = at + words.len();
        (at == 0 || text.as_bytes()[at - 1] == b' ') && (end == text.len() || text.as_bytes()[end] == b' ')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Target::{
        Currency, CustomerName, CustomerReference, Email, GivenName, LineTotal, OrderDate, OrderNumber, ProductCode,
        Quantity, Street, UnitPrice,
    };

    #[test]
    fn names_are_folded_to_words() {
        assert_eq!(fold("CustomerID"), "customer id");
        assert_eq!(fold("Straße / Hausnr."), "strasse hausnr");
        assert_eq!(fold("E-mail 1 - Value"), "e mail 1 value");
        assert_eq!(fold("Numéro_de_commande"), "numero de commande");
        assert_eq!(fold("Address 1&2 (Billing)"), "address 1 2 billing");
        assert_eq!(fold("ＳＫＵ"), "sku");
        assert_eq!(fold("客戶 名稱"), "客戶 名稱");
    }

    #[test]
    fn every_name_is_folded_already_and_means_one_target() {
        let mut seen = std::collections::HashMap::new();
        for (target, names) in NAMES {
            for name in names.split('|') {
                assert_eq!(fold(name), name, "{target:?}");
                assert_eq!(seen.insert(name, target), None, "{name} is named twice");
            }
        }
    }

    #[test]
    fn a_name_means_what_people_mean_by_it() {
        for (name, target) in [
            ("invoice", OrderNumber),
            ("sku", ProductCode),
            ("qty", Quantity),
            ("price", UnitPrice),
            ("customer_id", CustomerReference),
            ("datetime", OrderDate),
            ("revenue", LineTotal),
            ("InvoiceNo", OrderNumber),
            ("StockCode", ProductCode),
            ("UnitPrice", UnitPrice),
            ("Kundennummer", CustomerReference),
            ("Straße", Street),
            ("Währung", Currency),
            ("客户", CustomerName),
            ("客戶名稱", CustomerName),
            ("订单日期", OrderDate),
            ("金额", LineTotal),
            ("數量", Quantity),
            ("Prénom", GivenName),
            ("Correo electrónico", Email),
            ("E-mail 1 - Value", Email),
            ("Email (Billing)", Email),
            ("Created (UTC)", OrderDate),
            ("Lineitem quantity", Quantity),
            ("First Name", GivenName),
            ("Stückzahl", Quantity),
        ] {
            assert_eq!(lookup(name), Some(target), "{name}");
        }
        for name in
            ["", "foo", "E-mail 1 - Type", "Shipping City", "Lineitem requires shipping", "Phone 1 - Label", "Taxes"]
        {
            assert_eq!(lookup(name), None, "{name}");
        }
        assert_eq!(matches("客戶訂單日期（台灣）").first().map(|best| best.target), Some(OrderDate));
        assert!(matches("Shipping City").is_empty());
    }
}
