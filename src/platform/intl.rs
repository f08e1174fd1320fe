//! The browser's `Intl`: its objects are made once for each locale and set of options, since making one costs a thousand times
//! what using it costs.
//!
//! The constructors of `js_sys::Intl` let what JavaScript throws (an unknown time zone, a tag that names no language) tear down
//! the program; here it becomes `None`.

use std::{cell::RefCell, collections::HashMap, fmt::Write, rc::Rc};

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::global::{global, method, property};

/// The value of an option.
#[derive(Debug, Clone, Copy)]
pub(super) enum Value<'a> {
    /// One of the words that `Intl` knows, or a code.
    Text(&'a str),
    /// How many.
    Count(u8),
    /// Yes or no.
    Flag(bool),
}

impl From<Value<'_>> for JsValue {
    fn from(value: Value<'_>) -> Self {
        match value {
            Value::Text(text) => text.into(),
            Value::Count(count) => count.into(),
            Value::Flag(flag) => flag.into(),
        }
    }
}

/// One function of an object of `Intl`, with the object it belongs to.
#[derive(Debug)]
pub(super) struct Formatter {
    object: Object,
    function: Function,
}

impl Formatter {
    /// Calls it; `None` if it throws.
    pub(super) fn call(&self, value: &JsValue) -> Option<JsValue> {
        self.function.call1(&self.object, value).ok()
    }

    /// Calls it with two arguments; `None` if it throws.
    pub(super) fn call2(&self, first: &JsValue, second: &JsValue) -> Option<JsValue> {
        self.function.call2(&self.object, first, second).ok()
    }

    /// The bare function, where it is one that needs no object: `Collator.compare`.
    pub(super) fn function(&self) -> &Function {
        &self.function
    }
}

thread_local! {
    static MADE: RefCell<HashMap<String, Option<Rc<Formatter>>>> = RefCell::default();
}

/// The function `name` of an `Intl[class]` with these options; `None` where the browser lacks the class or refuses the options.
pub(super) fn formatter(class: &str, name: &str, locale: &str, options: &[(&str, Value<'_>)]) -> Option<Rc<Formatter>> {
    let mut key = format!("{class}.{name} {locale}");
    for (option, value) in options {
        // Writing to a string does not fail.
        let _ = write!(key, " {option}={value:?}");
    }
    MADE.with_borrow_mut(|made| {
        if let Some(known) = made.get(&key) {
            return known.clone();
        }
        let new = make(class, name, tag(locale), options).map(Rc::new);
        made.insert(key, new.clone());
        new
    })
}

/// What `Intl` makes of a value; `None` as in [`formatter`], or if the value cannot be formatted.
pub(super) fn format(class: &str, locale: &str, options: &[(&str, Value<'_>)], value: &JsValue) -> Option<String> {
    formatter(class, "format", locale, options)?.call(value)?.as_string()
}

/// The same in parts: what each is (`integer`, `decimal`, `month`) and its text.
pub(super) fn parts(
    class: &str,
    locale: &str,
    options: &[(&str, Value<'_>)],
    value: &JsValue,
) -> Option<Vec<(String, String)>> {
    let parts = formatter(class, "formatToParts", locale, options)?.call(value)?.dyn_into::<Array>().ok()?;
    let text = |part: &JsValue, name| property(part, name)?.as_string();
    Some(parts.iter().filter_map(|part| Some((text(&part, "type")?, text(&part, "value")?))).collect())
}

fn make(class: &str, name: &str, tag: &str, options: &[(&str, Value<'_>)]) -> Option<Formatter> {
    let class = method(&global("Intl")?, class)?;
    let settings = Object::new();
    for (option, value) in options {
        Reflect::set(&settings, &JsValue::from_str(option), &JsValue::from(*value)).ok()?;
    }
    let object = Reflect::construct(&class, &Array::of2(&JsValue::from_str(tag), &settings)).ok()?;
    let function = method(&object, name)?;
    Some(Formatter { object: object.into(), function })
}

/// The language tag under which `Intl` writes as Kith wants it.
///
/// English as the world writes it: `3 Feb 2024` cannot be misread as `2/3/2024` can, and a dollar is a `US$`. Chinese with the
/// region whose order of names is meant: strokes in Taiwan, pinyin on the mainland.
fn tag(locale: &str) -> &str {
    match locale {
        "en" => "en-001",
        "zh-Hant" => "zh-Hant-TW",
        "zh-Hans" => "zh-Hans-CN",
        other => other,
    }
}
