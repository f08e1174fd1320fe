//! What the screen is like, and what the document says of itself: theme, language, title.

use web_sys::MediaQueryListEvent;

use super::{
    Guard,
    page::{document, root, window},
};

/// Whether a media query holds now: `(prefers-color-scheme: dark)`. One that makes no sense never does.
pub fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// Calls `f` whenever the answer to a media query changes.
pub fn on_change(query: &str, mut f: impl FnMut(bool) + 'static) -> Guard {
    match window().match_media(query).ok().flatten() {
        Some(list) => Guard::listen(&list, "change", move |event: MediaQueryListEvent| f(event.matches())),
        None => Guard::default(),
    }
}

/// Sets `<html data-theme>`; without a theme, the attribute goes and the system decides.
pub fn set_theme(theme: Option<&str>) {
    set("data-theme", theme);
}

/// Sets `<html lang>`, by which the browser chooses glyphs, hyphens and voices.
pub fn set_language(tag: &str) {
    set("lang", Some(tag));
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

fn set(attribute: &str, value: Option<&str>) {
    let set = match value {
        Some(value) => root().set_attribute(attribute, value),
        None => root().remove_attribute(attribute),
    };
    debug_assert!(set.is_ok(), "the names of these attributes are valid");
}
