//! By the browser: `String.prototype.normalize` (ECMA-262 §22.1.3.15).

use std::borrow::Cow;

use js_sys::{JsString, RegExp};

fn normal(text: &str, form: &str) -> JsString {
    JsString::from(text).normalize(form)
}

/// NFC.
#[must_use]
pub fn composed(text: Cow<'_, str>) -> Cow<'_, str> {
    Cow::Owned(normal(&text, "NFC").into())
}

/// NFKC.
#[must_use]
pub fn compatible(text: &str) -> String {
    normal(text, "NFKC").into()
}

/// NFKD without marks.
#[must_use]
pub fn bare(text: &str) -> String {
    thread_local! {
        static MARKS: RegExp = RegExp::new(r"\p{M}+", "gu");
    }
    MARKS.with(|marks| normal(text, "NFKD").replace_by_pattern(marks, "").into())
}
