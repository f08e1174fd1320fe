//! Keys pressed anywhere on the page, and whether they are meant for a field.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::{
    Guard,
    page::{document, window},
};

/// Fields that take keys for themselves: whatever holds text or a choice, but no button and no checkbox.
const FIELDS: &str = "textarea, select, [contenteditable]:not([contenteditable=false]), input:not([type=button], \
                      [type=checkbox], [type=color], [type=file], [type=image], [type=radio], [type=reset], [type=submit])";

/// Calls `f` for every key pressed while the page has the focus, after the element in focus had its turn.
pub fn on_key(mut f: impl FnMut(&KeyboardEvent) + 'static) -> Guard {
    Guard::listen(&document(), "keydown", move |event: KeyboardEvent| f(&event))
}

/// Whether the key goes into a field, or into an input method that composes a character.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    // `closest`, since the target may lie inside an editable element.
    event.is_composing() || target.is_some_and(|target| matches!(target.closest(FIELDS), Ok(Some(_))))
}

/// Whether an input method takes the key: it composes a character, or is about to.
pub fn is_composing(event: &KeyboardEvent) -> bool {
    // 229 is what a key is called that an input method has taken, also where `isComposing` is not true yet (Safari).
    event.is_composing() || event.key_code() == 229
}

/// What a key types, in small letters, or its name. With a layout of other letters (Cyrillic, bopomofo) a letter key counts as the
/// Latin one in its place, since the shortcuts are Latin letters.
pub fn typed(event: &KeyboardEvent) -> String {
    let key = event.key().to_lowercase();
    let is_foreign = key.chars().count() == 1 && !key.is_ascii();
    match event.code().strip_prefix("Key") {
        Some(letter) if is_foreign || event.alt_key() => letter.to_lowercase(),
        _ => key,
    }
}

/// Whether commands are made with the Command key: on a Mac, an iPhone, an iPad.
pub fn is_apple() -> bool {
    let platform = window().navigator().platform().unwrap_or_default();
    platform.starts_with("Mac") || platform.starts_with("iP")
}

/// Whether the key that makes a command of a letter is held: Control, or Command on a Mac. With AltGr, which Windows reports as
/// Control and Alt together, people type characters.
pub fn has_command(event: &KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key()) && !event.get_modifier_state("AltGraph")
}
