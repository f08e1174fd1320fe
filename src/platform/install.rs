//! Installing the page as an app, where the browser offers it to pages (Chromium: `beforeinstallprompt`).

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use super::{Guard, global::method, page::window};

thread_local! {
    /// The offer: an event that can be asked once to put the question.
    static OFFER: RefCell<Option<Event>> = const { RefCell::new(None) };
}

/// Keeps the browser's offer for later. To be called at the start: the offer comes early and once.
pub fn listen() {
    let kept = |event: Event| {
        event.prevent_default();
        OFFER.set(Some(event));
    };
    Guard::listen(&window(), "beforeinstallprompt", kept).forget();
}

/// Whether the browser offers to install the page.
pub fn is_offered() -> bool {
    OFFER.with_borrow(Option::is_some)
}

/// Calls `f` when the offer comes, and when the page was installed.
pub fn on_change(f: impl FnMut() + Clone + 'static) -> Guard {
    let (mut offered, mut installed) = (f.clone(), f);
    let installed = Guard::listen(&window(), "appinstalled", move |_: Event| {
        OFFER.set(None);
        installed();
    });
    Guard::listen(&window(), "beforeinstallprompt", move |_: Event| offered()).and(installed)
}

/// Has the browser ask the user. It takes the offer once.
pub fn ask() {
    if let Some(offer) = OFFER.take() {
        let offer: &JsValue = offer.unchecked_ref();
        if let Some(prompt) = method(offer, "prompt") {
            // What the user answers, the browser does.
            let _ = prompt.call0(offer);
        }
    }
}
