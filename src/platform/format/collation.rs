//! The order of names in a language: by strokes in Traditional Chinese, by pinyin in Simplified; numbers in names by their value.

use std::{cmp::Ordering, rc::Rc};

use js_sys::{Array, JsString};
use rustc_hash::FxHashMap;
use wasm_bindgen::{JsCast, JsValue};

use crate::platform::{
    global::method,
    intl::{self, Formatter, Value},
};

/// Stands between two names while they cross over in one text; the unit separator of ASCII, which no keyboard types.
const BETWEEN: char = '\u{1F}';

/// Compares names as one language does.
#[derive(Debug, Clone)]
pub struct Collator {
    // Without `Intl`, the order of code points has to do.
    formatter: Option<Rc<Formatter>>,
}

/// The order of names in a locale.
pub fn collator(locale: &str) -> Collator {
    let options = [("numeric", Value::Flag(true)), ("usage", Value::Text("sort"))];
    Collator { formatter: intl::formatter("Collator", "compare", locale, &options) }
}

impl Collator {
    /// Compares two names; names that the language holds for equal are ordered by their code points. Takes some microseconds:
    /// to sort thousands, ask for [`Collator::order`].
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let order = self.formatter.as_ref().and_then(|formatter| formatter.call2(&a.into(), &b.into())?.as_f64());
        order.and_then(|order| order.partial_cmp(&0.0)).unwrap_or(Ordering::Equal).then_with(|| a.cmp(b))
    }

    /// The indices of the names in their order; the same names stay in the order in which they came.
    pub fn order<T: AsRef<str>>(&self, names: &[T]) -> Vec<u32> {
        let ranks = self.ranks(names);
        let mut order: Vec<u32> = (0..).take(names.len()).collect();
        order.sort_by_key(|index| ranks[*index as usize]);
        order
    }

    /// For each name its place among the distinct names in their order: the key to sort by, once and for all. The same names
    /// have the same place.
    pub fn ranks<T: AsRef<str>>(&self, names: &[T]) -> Vec<u32> {
        let clean: Vec<String> = names.iter().map(|name| name.as_ref().replace(BETWEEN, "")).collect();
        let mut distinct: Vec<&str> = clean.iter().map(String::as_str).collect();
        // Names that the language holds for equal keep this order, since JavaScript's sort is stable.
        distinct.sort_unstable();
        distinct.dedup();
        let sorted = self.sort(&distinct);
        let places: FxHashMap<&str, u32> = match &sorted {
            Some(sorted) => sorted.split(BETWEEN).zip(0..).collect(),
            None => distinct.iter().copied().zip(0..).collect(),
        };
        clean.iter().map(|name| places.get(name.as_str()).copied().unwrap_or(u32::MAX)).collect()
    }

    /// The browser's own sort with the browser's own comparison: the names cross over once and come back once, as one text each
    /// way, and no call crosses in between.
    fn sort(&self, names: &[&str]) -> Option<String> {
        let between = String::from(BETWEEN);
        let array: Array = JsString::from(names.join(&between)).split(&between);
        method(&array, "sort")?.call1(&array, self.formatter.as_ref()?.function()).ok()?;
        let sorted = JsValue::from(array.join(&between)).unchecked_into::<JsString>();
        Some(String::from(sorted))
    }
}
