//! What a component asks of its own elements: an id, the focus, a size. The one file of the views that names browser types;
//! whatever concerns the browser as a whole belongs in `platform`.

use std::sync::atomic::{AtomicU32, Ordering};

use js_sys::Array;
use leptos::html::ElementType;
use leptos::prelude::{Callable, Callback, Effect, Get, NodeRef, Owner, StoredValue, WithValue, event_target};
use leptos::tachys::dom::document;
use leptos::wasm_bindgen::{JsCast, closure::Closure};
use leptos::web_sys::{
    ClipboardEvent, DragEvent, Element, EventTarget, FileList, FocusEvent, HtmlElement, HtmlInputElement, InputEvent,
    PointerEvent, ResizeObserver, ScrollIntoViewOptions, ScrollLogicalPosition,
};

pub use leptos::web_sys::File;

static LAST_ID: AtomicU32 = AtomicU32::new(0);

/// An id that no other element of the page has, for `for`, `aria-labelledby` and the like.
pub(crate) fn unique_id() -> String {
    format!("k{}", LAST_ID.fetch_add(1, Ordering::Relaxed))
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

/// Scrolls the element with this id into view, no further than it takes.
pub(crate) fn show_nearest(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
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

/// How wide the parent of the element that handles the event is, in pixels.
pub(crate) fn parent_width(event: &PointerEvent) -> f64 {
    let element = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let parent = element.and_then(|element| element.parent_element());
    parent.map_or(0.0, |parent| parent.get_bounding_client_rect().width())
}

/// The width of the widest element under `root` that matches while `root` has the class, in pixels.
pub(crate) fn widest(root: &Element, class: &str, selector: &str) -> f64 {
    let classes = root.class_list();
    let _ = classes.add_1(class);
    let found = root.query_selector_all(selector).ok();
    let elements = found.iter().flat_map(|found| (0..found.length()).filter_map(|at| found.item(at)));
    let widths = elements.filter_map(|node| Some(node.dyn_ref::<Element>()?.get_bounding_client_rect().width()));
    let widest = widths.fold(0.0, f64::max);
    let _ = classes.remove_1(class);
    widest
}

/// Gives the focus to the first element that matches the first of the selectors that any matches.
pub(crate) fn focus_any(root: &Element, selectors: &[&str]) {
    let _ = selectors.iter().any(|selector| focus_first(root, selector));
}

/// Selects what stands in a line of text, so that typing replaces it.
pub(crate) fn select_text(root: &Element) {
    if let Ok(Some(found)) = root.query_selector("input")
        && let Some(input) = found.dyn_ref::<HtmlInputElement>()
    {
        input.select();
    }
}

/// Sets a box to what holds, whatever the browser made of the press.
pub(crate) fn set_checked(event: &leptos::ev::Event, checked: bool) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.set_checked(checked);
    }
}

/// Whether the event comes from something inside the element that handles it that is pressed for its own sake.
pub(crate) fn is_on_control(event: &leptos::ev::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.closest("a, button, input, select, label, textarea"), Ok(Some(_))))
}

/// Takes the focus from the element that has it.
pub(crate) fn blur() {
    if let Some(element) = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// Whether the focus goes to something outside the element that handles the event. A window or tab that is left keeps its place: what had
/// the focus is still the document's active element, and has it again on the way back.
pub(crate) fn leaves(event: &FocusEvent) -> bool {
    let root = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let to = event.related_target().and_then(|target| target.dyn_into::<Element>().ok());
    let to = to.or_else(|| document().active_element());
    root.is_some_and(|root| !root.contains(to.as_deref()))
}

/// The text that a paste brings.
pub(crate) fn pasted_text(event: &leptos::ev::Event) -> Option<String> {
    event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?.get_data("text/plain").ok()
}

/// Begins to drag something of the page; browsers want to know what it says.
pub(crate) fn begin_drag(event: &DragEvent, says: &str) {
    if let Some(transfer) = event.data_transfer() {
        transfer.set_effect_allowed("move");
        let _ = transfer.set_data("text/plain", says);
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

/// The fields of the form around an element that have something wrong with them: label and sentence of each, in order.
pub(crate) fn invalid_fields(inside: &Element) -> Vec<(String, String)> {
    let text = |field: &Element, selector: &str| {
        let found = field.query_selector(selector).ok().flatten().and_then(|found| found.text_content());
        found.unwrap_or_default().trim().to_owned()
    };
    let fields = invalid(inside).into_iter();
    fields.map(|field| (text(&field, ".field-label"), text(&field, ".field-error"))).collect()
}

/// Gives the focus to the input of one of those fields; `false` if there are fewer.
pub(crate) fn focus_invalid(inside: &Element, index: usize) -> bool {
    invalid(inside).get(index).is_some_and(|field| focus_first(field, "input, select, textarea"))
}

fn invalid(inside: &Element) -> Vec<Element> {
    let Ok(Some(form)) = inside.closest("form") else { return Vec::new() };
    let Ok(fields) = form.query_selector_all(".field-invalid") else { return Vec::new() };
    (0..fields.length()).filter_map(|index| fields.item(index)?.dyn_into().ok()).collect()
}

/// Whether the `<details>` that tells of a toggle is open now.
pub(crate) fn is_open(event: &leptos::ev::Event) -> bool {
    let details = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
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
