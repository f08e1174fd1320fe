//! Looking up what only some browsers have, by name, in a page and in a worker alike.
//!
//! `web_sys` binds such things to `Window`, which a worker lacks, or hides them behind an unstable flag.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The property of an object; `None` where it is missing, undefined or null.
pub(super) fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// The method of an object, not yet bound to it.
pub(super) fn method(object: &JsValue, name: &str) -> Option<Function> {
    property(object, name)?.dyn_into().ok()
}

/// A property of the global scope: of the window in a page, of the worker's scope in a worker.
pub(super) fn global(name: &str) -> Option<JsValue> {
    property(&js_sys::global(), name)
}

/// A function of the global scope.
#[cfg(target_arch = "wasm32")]
pub(super) fn global_function(name: &str) -> Option<Function> {
    method(&js_sys::global(), name)
}
