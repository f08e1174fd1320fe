//! What went wrong and no one caught: panics, exceptions, rejected promises. A program that hides them seems to work.

use std::{cell::RefCell, panic, rc::Rc};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, PromiseRejectionEvent, console};

use super::{
    Guard,
    global::property,
    page::{document, window},
};

type Told = Box<dyn FnOnce(&str)>;

thread_local! {
    static ON_PANIC: RefCell<Option<Told>> = const { RefCell::new(None) };
}

/// From now on a panic is written to the console, with the way that led there, and then told to `f`, once: after a panic the
/// program is dead and nothing of it may run again.
///
/// `f` runs in the midst of whatever panicked. It must not touch a signal or a cell, which may be borrowed just now; [`reveal`]
/// is made for it.
pub fn on_panic(f: impl FnOnce(&str) + 'static) {
    ON_PANIC.set(Some(Box::new(f)));
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let message = info.to_string();
        // An error carries the stack with it.
        console::error_1(&js_sys::Error::new(&message));
        // A panic inside of `f` finds nothing here, and so ends.
        if let Some(f) = ON_PANIC.take() {
            f(&message);
        }
        before(info);
    }));
}

/// Writes to the console what the user cannot help, but whoever looks for a reason wants to know.
pub fn log(message: &str) {
    console::warn_1(&message.into());
}

/// Shows the element with this id by taking its `hidden` away: a sentence that stands in the page from the start, for when the
/// program can no longer make one. `false` if there is none.
pub fn reveal(id: &str) -> bool {
    document().get_element_by_id(id).is_some_and(|element| element.remove_attribute("hidden").is_ok())
}

/// Calls `f` with a description of every exception that nothing caught and every rejected promise that no one awaited. A panic
/// arrives here as well, as the `unreachable` in which it ends.
pub fn on_unhandled(f: impl FnMut(String) + 'static) -> Guard {
    let f = Rc::new(RefCell::new(f));
    let window = window();
    let thrown = {
        let f = Rc::clone(&f);
        Guard::listen(&window, "error", move |event: ErrorEvent| {
            let message = event.message();
            // Not an error: browsers say so when observing sizes took more than one round.
            if !message.starts_with("ResizeObserver loop") {
                f.borrow_mut()(message);
            }
        })
    };
    let rejected = Guard::listen(&window, "unhandledrejection", move |event: PromiseRejectionEvent| {
        f.borrow_mut()(describe(&event.reason()));
    });
    thrown.and(rejected)
}

/// What JavaScript threw, in a line.
pub(super) fn describe(thrown: &JsValue) -> String {
    // Errors and DOM exceptions both have a name and a message.
    if let Some(message) = property(thrown, "message").and_then(|message| message.as_string()) {
        let name = name(thrown);
        return if name.is_empty() { message } else { format!("{name}: {message}") };
    }
    thrown.as_string().unwrap_or_else(|| format!("{thrown:?}"))
}

/// The name of an error: `NotFoundError`; empty for what is no error.
pub(super) fn name(thrown: &JsValue) -> String {
    if !thrown.is_object() {
        return String::new();
    }
    property(thrown.unchecked_ref(), "name").and_then(|name| name.as_string()).unwrap_or_default()
}
