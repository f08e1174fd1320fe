//! Two taps on the browser's own IndexedDB, because rexie shows neither what we must ask for nor what we must hear.
//!
//! - Every readwrite transaction becomes `{durability: "strict"}`. Chromium's default acknowledges a commit before it is
//!   on the disk; a power cut then loses what the user was told is saved. rexie cannot ask for strict.
//! - The transaction and the open request that rexie keeps to itself are handed to us, for their `error`, their `abort`
//!   and `blocked` events.
//!
//! A tap is a `Proxy` around the prototype's method whose `apply` trap runs here: no script, so no question to the
//! Content-Security-Policy. What it caught is taken right after the call that made it; nothing can come in between.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Function, Object, Proxy, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbOpenDbRequest, IdbTransaction};

use crate::storage::StorageError;

thread_local! {
    static INSTALLED: Cell<bool> = const { Cell::new(false) };
    static TRANSACTION: RefCell<Option<IdbTransaction>> = const { RefCell::new(None) };
    static OPENING: RefCell<Option<IdbOpenDbRequest>> = const { RefCell::new(None) };
}

/// Installs both taps, once for each page or worker.
pub fn install() -> Result<(), StorageError> {
    if INSTALLED.get() {
        return Ok(());
    }
    tap("IDBDatabase", "transaction", |original, this, arguments| {
        if arguments.get(1).as_string().as_deref() == Some("readwrite") {
            arguments.set(2, strict(&arguments.get(2))?);
        }
        let made = Reflect::apply(original, this, arguments)?;
        TRANSACTION.set(made.dyn_ref().cloned());
        Ok(made)
    })?;
    tap("IDBFactory", "open", |original, this, arguments| {
        let made = Reflect::apply(original, this, arguments)?;
        OPENING.set(made.dyn_ref().cloned());
        Ok(made)
    })?;
    INSTALLED.set(true);
    Ok(())
}

/// The transaction that was opened last. `None` if it was taken already.
pub fn take_transaction() -> Option<IdbTransaction> {
    TRANSACTION.take()
}

/// The open request that was made last. `None` if it was taken already.
pub fn take_opening() -> Option<IdbOpenDbRequest> {
    OPENING.take()
}

/// A copy of the options with strict durability.
fn strict(options: &JsValue) -> Result<JsValue, JsValue> {
    let copy = Object::new();
    if let Some(options) = options.dyn_ref::<Object>() {
        Object::assign(&copy, options);
    }
    Reflect::set(&copy, &"durability".into(), &"strict".into())?;
    Ok(copy.into())
}

type Trap = fn(&Function, &JsValue, &Array) -> Result<JsValue, JsValue>;

/// Puts a trap in the place of a class's method.
fn tap(class: &str, method: &str, trap: Trap) -> Result<(), StorageError> {
    let absent = |what: JsValue| StorageError::Unavailable(format!("{class}.{method}: {what:?}"));
    let class = Reflect::get(&js_sys::global(), &class.into()).map_err(absent)?;
    let prototype = Reflect::get(&class, &"prototype".into()).map_err(absent)?;
    let original = Reflect::get(&prototype, &method.into()).map_err(absent)?;
    let original: Function = original.dyn_into().map_err(absent)?;

    let apply = Closure::<dyn Fn(Function, JsValue, Array) -> Result<JsValue, JsValue>>::new(
        move |original: Function, this: JsValue, arguments: Array| trap(&original, &this, &arguments),
    );
    let handler = Object::new();
    // The trap lives as long as the page.
    Reflect::set(&handler, &"apply".into(), &apply.into_js_value()).map_err(absent)?;
    Reflect::set(&prototype, &method.into(), &Proxy::new(&original, &handler)).map_err(absent)?;
    Ok(())
}
