//! The page goes out of sight, comes back, or is about to be closed.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, DragEvent, Element, Event, MouseEvent, VisibilityState};

use super::{
    Guard,
    page::{document, window},
};

/// Calls `f` when the page goes out of sight: another tab or app comes to the front, or the page is closed. On phones this is the
/// last that a page hears, so save now. May be called twice for one leave-taking.
pub fn on_hide(f: impl FnMut() + 'static) -> Guard {
    on(VisibilityState::Hidden, "pagehide", f)
}

/// Calls `f` when the page is seen again, maybe after days. May be called twice.
pub fn on_show(f: impl FnMut() + 'static) -> Guard {
    on(VisibilityState::Visible, "pageshow", f)
}

/// While `unsaved` says so, the browser asks (in its own words) before it closes or leaves the page.
pub fn guard_unload(unsaved: impl Fn() -> bool + 'static) -> Guard {
    Guard::listen(&window(), "beforeunload", move |event: BeforeUnloadEvent| {
        if unsaved() {
            event.prevent_default();
            // Before version 119, Chromium asks for this instead.
            event.set_return_value("unsaved");
        }
    })
}

/// While `unsaved` says so, a press on a link within the app does not lead there: `ask` hears of it, with the link's `#…`.
pub fn guard_links(unsaved: impl Fn() -> bool + 'static, mut ask: impl FnMut(String) + 'static) -> Guard {
    Guard::listen(&document(), "click", move |event: MouseEvent| {
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^='#']").ok().flatten());
        let Some(href) = link.and_then(|link| link.get_attribute("href")) else { return };
        if is_plain && !event.default_prevented() && unsaved() {
            event.prevent_default();
            ask(href);
        }
    })
}

/// A file that is dropped where nothing takes it would be opened by the browser, in place of the page.
pub fn guard_drops() -> Guard {
    let refuse = |event: DragEvent| {
        if !event.default_prevented() {
            event.prevent_default();
            if let Some(transfer) = event.data_transfer() {
                transfer.set_drop_effect("none");
            }
        }
    };
    Guard::listen(&window(), "dragover", refuse).and(Guard::listen(&window(), "drop", refuse))
}

fn on(state: VisibilityState, page_event: &'static str, f: impl FnMut() + 'static) -> Guard {
    let f = Rc::new(RefCell::new(f));
    let visibility = {
        let f = Rc::clone(&f);
        Guard::listen(&document(), "visibilitychange", move |_: Event| {
            if document().visibility_state() == state {
                f.borrow_mut()();
            }
        })
    };
    visibility.and(Guard::listen(&window(), page_event, move |_: Event| f.borrow_mut()()))
}
