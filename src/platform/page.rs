//! The window and the document, which exist wherever Kith has a screen.

use web_sys::{Document, Element, Window};

/// The window.
///
/// # Panics
/// In a worker, which has none; only [`super::clock`], [`super::pause`], [`super::random`], [`super::format`] and
/// [`super::worker`] are of use there.
pub(super) fn window() -> Window {
    web_sys::window().expect("the view runs in a page, and a page has a window")
}

/// The document.
pub(super) fn document() -> Document {
    window().document().expect("a window that runs a program shows a document")
}

/// `<html>`.
pub(super) fn root() -> Element {
    document().document_element().expect("a document that loaded a program has a root element")
}

/// The address of the worker's script, which the build writes into the page; `None` in a page that was not built.
pub fn worker_script() -> Option<String> {
    document().query_selector(r#"meta[name="kith-worker"]"#).ok()??.get_attribute("content")
}
