//! The page goes out of sight, comes back, or is about to be closed.

use std::{cell::RefCell, rc::Rc};

use web_sys::{BeforeUnloadEvent, Event, VisibilityState};

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
