//! A subscription to events that ends when it is dropped.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget};

/// Keeps listeners alive; dropping it takes them off their targets.
#[must_use = "the listener is removed as soon as its guard is dropped"]
#[derive(Debug, Default)]
pub struct Guard {
    listeners: Vec<Listener>,
}

#[derive(Debug)]
struct Listener {
    target: EventTarget,
    kind: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Guard {
    /// Calls `f` for every event of this kind at `target`. The event is of the class that the kind always has; a listener that
    /// names another one hears nothing.
    pub(super) fn listen<E: JsCast>(target: &EventTarget, kind: &'static str, mut f: impl FnMut(E) + 'static) -> Self {
        let callback = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            if let Ok(event) = event.dyn_into::<E>() {
                f(event);
            }
        });
        let added = target.add_event_listener_with_callback(kind, callback.as_ref().unchecked_ref());
        debug_assert!(added.is_ok(), "adding a listener throws for no kind of event");
        Self { listeners: vec![Listener { target: target.clone(), kind, callback }] }
    }

    /// Both subscriptions as one.
    pub fn and(mut self, mut other: Self) -> Self {
        self.listeners.append(&mut other.listeners);
        self
    }

    /// Listens for as long as the page lives.
    pub fn forget(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // A target that is gone has no listeners left to remove.
        let _ = self.target.remove_event_listener_with_callback(self.kind, self.callback.as_ref().unchecked_ref());
    }
}
