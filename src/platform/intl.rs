//! Making the formatters of the browser's `Intl`.
//!
//! The constructors of `js_sys::Intl` let what JavaScript throws (an unknown time zone, a language tag that is none) tear down
//! the program; these here turn it into `None`.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::global::{global, property};

/// `new Intl[class](locale, options)`; `None` where the browser has no such class or refuses the options.
pub(super) fn construct<T: JsCast>(class: &str, locale: &str, options: &[(&str, JsValue)]) -> Option<T> {
    let class = property(&global("Intl")?, class)?.dyn_into::<Function>().ok()?;
    let object = Object::new();
    for (key, value) in options {
        Reflect::set(&object, &JsValue::from_str(key), value).ok()?;
    }
    let made = Reflect::construct(&class, &Array::of2(&JsValue::from_str(locale), &object)).ok()?;
    // Made by the class itself; `instanceof` cannot be asked, since the class has no global name.
    Some(made.unchecked_into())
}
