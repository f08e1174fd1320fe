//! What a component asks of its own elements: an id, the focus, a size. The one file of the views that names browser types;
//! whatever concerns the browser as a whole belongs in `platform`.

use std::sync::atomic::{AtomicU32, Ordering};

use js_sys::Array;
use leptos::html::ElementType;
use leptos::prelude::{Callable, Callback, Effect, Get, NodeRef, Owner, StoredValue, WithValue, event_target};
use leptos::tachys::dom::document;
use leptos::wasm_bindgen::{JsCast, closure::Closure};
use leptos::web_sys::{
    DragEvent, Element, EventTarget, FileList, HtmlElement, HtmlInputElement, InputEvent, KeyboardEvent, PointerEvent,
    ResizeObserver,
};

pub use leptos::web_sys::File;

static LAST_ID: AtomicU32 = AtomicU32::new(0);

/// An id that no other element of the page has, for `for`, `aria-labelledby` and the like.
pub(crate) fn unique_id() -> String {
    format!("k{}", LAST_ID.fetch_add(1, Ordering::Relaxed))
}

/// Whether keys go into text at the moment, so that a shortcut of one letter must keep still.
pub(crate) fn is_typing(event: &KeyboardEvent) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    element.is_content_editable() || element.matches("input, textarea, select").unwrap_or(false)
}

/// Whether an input method is still putting a character together: what is typed so far is not what is meant.
pub(crate) fn is_composing(event: &leptos::ev::Event) -> bool {
    event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing)
}

/// Gives the focus to the first element under `root` that matches, or that can have it if none is asked for.
pub(crate) fn focus_first(root: &Element, selector: &str) -> bool {
    let found = root.query_selector(selector).ok().flatten().and_then(|found| found.dyn_into::<HtmlElement>().ok());
    found.is_some_and(|element| element.focus().is_ok())
}

/// Moves the focus among the children of `menu` that match `selector`, round the corner: `step` 1 is the next, -1 the one before.
pub(crate) fn focus_step(menu: &Element, selector: &str, step: i32) {
    let children = menu.children();
    let active = document().active_element();
    let current = (0..children.length()).find(|index| children.item(*index) == active);
    focus_from(menu, selector, current.map_or(if step > 0 { -1 } else { 0 }, u32::cast_signed), step);
}

/// Moves the focus to the first of them (`step` 1) or the last (-1).
pub(crate) fn focus_edge(menu: &Element, selector: &str, step: i32) {
    focus_from(menu, selector, if step > 0 { -1 } else { 0 }, step);
}

fn focus_from(menu: &Element, selector: &str, start: i32, step: i32) {
    let children = menu.children();
    let count = children.length().cast_signed();
    let item = |index: i32| {
        let child = children.item(index.rem_euclid(count).cast_unsigned())?;
        child.matches(selector).ok()?.then(|| child.dyn_into::<HtmlElement>().ok())?
    };
    if let Some(next) = (1..=count).find_map(|distance| item(start + step * distance)) {
        let _ = next.focus();
    }
}

/// Tells a listener, if there still is one. A box that has the focus when it is taken out of the page tells of its change on the way, and
/// some events come only after the page has changed: by then whoever listened may be gone.
pub(crate) fn tell<T: 'static>(listener: Callback<T>, what: T) {
    listener.try_run(what);
}

/// Whether the focus is on an element inside `root`.
pub(crate) fn has_focus(root: &Element) -> bool {
    root.contains(document().active_element().as_deref())
}

/// Gives the focus to the page, when the element that had it is going.
pub(crate) fn focus_main() {
    if let Some(body) = document().body() {
        focus_first(&body, "main");
    }
}

/// Does what a click on the first matching element under the one with this id would do.
pub(crate) fn press_inside(id: &str, selector: &str) {
    let found = document().get_element_by_id(id).and_then(|root| root.query_selector(selector).ok().flatten());
    if let Some(element) = found.as_ref().and_then(|found| found.dyn_ref::<HtmlElement>()) {
        element.click();
    }
}

/// Sends the pointer's further moves to the element that handles the event, wherever they happen.
pub(crate) fn keep_pointer(event: &PointerEvent) {
    if let Some(element) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
        // It fails for a pointer that has gone already; then there is nothing to keep.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// Where in the element the pointer is, from its start and top, in pixels.
pub(crate) fn place_in(element: &Element, event: &PointerEvent) -> (f64, f64) {
    let rect = element.get_bounding_client_rect();
    (f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.top())
}

/// Whether the event was born at the element that handles it, not inside.
pub(crate) fn is_own(event: &leptos::ev::Event) -> bool {
    let target: Option<EventTarget> = event.target();
    target.is_some() && target == event.current_target()
}

/// Whether a drag carries files, which is all that a page may know before they are dropped.
pub(crate) fn carries_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|transfer| transfer.types());
    types.is_some_and(|types| types.iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
}

/// The files of a list, in its order.
pub(crate) fn files(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)).collect()
}

/// The files that a drop brings.
pub(crate) fn dropped_files(event: &DragEvent) -> Vec<File> {
    files(event.data_transfer().and_then(|transfer| transfer.files()))
}

/// The files chosen in an `<input type="file">`; the input is emptied, so that the same file can be chosen again.
pub(crate) fn chosen_files(event: &leptos::ev::Event) -> Vec<File> {
    let input: HtmlInputElement = event_target(event);
    let chosen = files(input.files());
    input.set_value("");
    chosen
}

/// Calls `changed` whenever one of the elements gets another size, and once at the start.
pub(crate) fn on_resize<E>(elements: &[NodeRef<E>], changed: impl Fn() + 'static)
where
    E: ElementType + 'static,
    E::Output: JsCast + AsRef<Element> + Clone + 'static,
{
    let closure = Closure::<dyn Fn(Array)>::new(move |_: Array| changed());
    let Ok(observer) = ResizeObserver::new(closure.as_ref().unchecked_ref()) else { return };
    let kept = StoredValue::new_local((observer, closure));
    for element in elements {
        let element = *element;
        Effect::new(move || {
            if let Some(element) = element.get() {
                kept.with_value(|(observer, _)| observer.observe(element.as_ref()));
            }
        });
    }
    Owner::on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}
