//! The part of the address from `#` on, and the way back.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlAnchorElement, MouseEvent, MouseEventInit};

use super::{
    Guard,
    page::{document, window},
};

/// From `#` on, as it stands in the address bar; empty if there is none.
pub fn hash() -> String {
    // Browsers refuse to tell only in a detached frame.
    window().location().hash().unwrap_or_default()
}

/// Goes to `#…`, with an entry in the history: going back leads here again. Those who listen hear of it afterwards.
pub fn set_hash(hash: &str) {
    let set = window().location().set_hash(hash);
    debug_assert!(set.is_ok(), "any text may follow the `#`");
}

/// Goes to `#…` as a press on a link does, so that whoever guards what is unsaved is asked; `false` when they said no.
pub fn follow_hash(hash: &str) -> bool {
    let document = document();
    let link = document.create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let (Some(link), Some(body)) = (link, document.body()) else { return false };
    link.set_href(hash);
    let press = MouseEventInit::new();
    press.set_bubbles(true);
    press.set_cancelable(true);
    let Ok(press) = MouseEvent::new_with_mouse_event_init_dict("click", &press) else { return false };
    // A link hears of it, and those above it, only within the page.
    let followed = body.append_child(&link).is_ok() && link.dispatch_event(&press).unwrap_or(false);
    link.remove();
    followed
}

/// Puts `#…` into the address without an entry in the history (a filter that changes with every key), and without telling those
/// who listen. `false` if the browser refuses: Safari does after a hundred times within ten seconds.
pub fn replace_hash(hash: &str) -> bool {
    let window = window();
    let Ok(history) = window.history() else { return false };
    let hash = format!("#{}", hash.trim_start_matches('#'));
    let state = history.state().unwrap_or_default();
    history.replace_state_with_url(&state, "", Some(&hash)).is_ok()
}

/// Calls `f` with the new hash whenever it changes: by a link, by the address bar, by going back, by [`set_hash`].
pub fn on_hash_change(mut f: impl FnMut(String) + 'static) -> Guard {
    Guard::listen(&window(), "hashchange", move |_: Event| f(hash()))
}

/// Goes back in the history, as the browser's own button does.
pub fn back() {
    if let Ok(history) = window().history() {
        // Where there is nothing to go back to, staying is right.
        let _ = history.back();
    }
}

/// Loads the page anew.
pub fn reload() {
    let reloading = window().location().reload();
    debug_assert!(reloading.is_ok(), "a page may load itself anew");
}
