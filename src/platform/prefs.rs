//! Small preferences of this device in localStorage: language, theme, last view. Never customer data.
//!
//! A browser may deny localStorage or clear it at any time: then nothing is remembered, and nothing breaks. gloo-storage throws
//! where it is denied, so it is asked for first.

use gloo_storage::{LocalStorage, Storage};
use serde::{Serialize, de::DeserializeOwned};

fn available() -> bool {
    // Even reading the property throws in a page that may not store anything; a worker has no localStorage.
    cfg!(target_arch = "wasm32")
        && web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

/// The preference, if it was set and still has a form that can be read.
pub fn get<T: DeserializeOwned>(key: &str) -> Option<T> {
    if !available() {
        return None;
    }
    LocalStorage::get(key).ok()
}

/// Remembers a preference; `false` if the browser refuses, which is no reason to stop.
pub fn set<T: Serialize + ?Sized>(key: &str, value: &T) -> bool {
    available() && LocalStorage::set(key, value).is_ok()
}

/// Forgets a preference.
pub fn remove(key: &str) {
    if available() {
        LocalStorage::delete(key);
    }
}
