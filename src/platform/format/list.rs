//! Several things in one sentence.

use js_sys::Array;
use wasm_bindgen::JsValue;

use crate::platform::intl::{self, Value};

/// `a, b and c`; empty for none.
pub fn list(locale: &str, items: &[String]) -> String {
    let array: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
    intl::format("ListFormat", locale, &[("type", Value::Text("conjunction"))], &array)
        .unwrap_or_else(|| items.join(", "))
}
