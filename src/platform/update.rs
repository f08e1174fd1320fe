//! A newer version of the app: `start.js` watches for it, and says how it stands in `<html data-update>`.

use web_sys::{Event, EventTarget};

use super::{
    Guard,
    page::{root, window},
};

/// How a newer version stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Update {
    /// It waits to be asked for.
    Ready,
    /// It was asked for; the page is about to be loaded anew.
    Switching,
    /// Another tab switched to it; this one runs the older version until it is loaded anew.
    Taken,
}

/// How it stands now; `None` while there is none.
pub fn state() -> Option<Update> {
    match root().get_attribute("data-update")?.as_str() {
        "ready" => Some(Update::Ready),
        "switching" => Some(Update::Switching),
        "taken" => Some(Update::Taken),
        _ => None,
    }
}

/// Calls `f` whenever it stands otherwise.
pub fn on_change(mut f: impl FnMut(Option<Update>) + 'static) -> Guard {
    Guard::listen(&window(), "kith-update", move |_: Event| f(state()))
}

/// Switches to the newer version and loads the page anew. Whatever is to be kept has to be saved before.
pub fn switch() {
    let event = Event::new("kith-update-now").expect("any text is a kind of event");
    let target: &EventTarget = &window();
    let sent = target.dispatch_event(&event);
    debug_assert!(sent.is_ok(), "an event that is sent for the first time can be sent");
}
