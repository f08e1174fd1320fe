//! The side of the worker: its global scope. To be called in a worker alone.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::platform::{Guard, errors};

/// Calls `f` with every message from the page. Messages that arrive before are not kept: tell the page when the worker listens.
pub fn on_message(mut f: impl FnMut(JsValue) + 'static) -> Guard {
    Guard::listen(&scope(), "message", move |event: MessageEvent| f(event.data()))
}

/// Sends a message to the page. The buffers in `transfer` are moved, not copied.
///
/// # Errors
/// The browser's words, if the message holds what cannot be sent.
pub fn post(message: &JsValue, transfer: &Array) -> Result<(), String> {
    scope().post_message_with_transfer(message, transfer).map_err(|thrown| errors::describe(&thrown))
}

fn scope() -> DedicatedWorkerGlobalScope {
    // Not checked: outside of a worker there is no such class to check against, and the methods have the same names.
    js_sys::global().unchecked_into()
}
