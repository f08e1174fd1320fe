//! Where the keyboard is.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::page::document;

/// Puts the focus on the element with this id; `false` if there is none.
pub fn focus(id: &str) -> bool {
    element(id).is_some_and(|element| element.focus().is_ok())
}

/// Puts the focus on `<main>` after navigation: screen readers read on from there, and the next Tab leads into the new page
/// instead of beginning at the top once more. It is shown from its beginning, since it scrolls by itself and would stay where the
/// page before was scrolled to.
pub fn focus_main() {
    let main = document().query_selector("main").ok().flatten().and_then(|main| main.dyn_into::<HtmlElement>().ok());
    let Some(main) = main else { return };
    if !main.has_attribute("tabindex") {
        // Reached by this function, never by Tab.
        main.set_tab_index(-1);
    }
    main.set_scroll_top(0);
    // Focus goes nowhere only if the element left the document in between.
    let _ = main.focus();
}

/// Shows `<main>` from its beginning.
pub fn to_top() {
    if let Some(main) = document().query_selector("main").ok().flatten() {
        main.set_scroll_top(0);
    }
}

/// Whether a question stands over the page, which has to be answered before anything else.
pub fn is_modal() -> bool {
    matches!(document().query_selector("dialog:modal"), Ok(Some(_)))
}

/// Puts the focus into the search of the page and selects what stands there; `false` if the page has none.
pub fn focus_search() -> bool {
    let found = document().query_selector("main [role=search] input").ok().flatten();
    let Some(input) = found.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) else { return false };
    input.select();
    input.focus().is_ok()
}

/// Selects all text in the field with this id and puts the focus there; `false` if there is no such field.
pub fn select_all(id: &str) -> bool {
    let Some(element) = element(id) else { return false };
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.select();
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.select();
    } else {
        return false;
    }
    element.focus().is_ok()
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
