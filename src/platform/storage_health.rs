//! How much room there is, and whether the browser promised to keep what is stored.
//!
//! The numbers are estimates and the promise has limits: a full disk can still refuse, and the user can still clear everything.
//! All three are `None` where the browser does not tell, as on a page that came over plain http.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{StorageEstimate, StorageManager};

use super::{global::property, page::window};

/// Bytes used by this origin, and bytes it may use at most.
pub async fn estimate() -> Option<(u64, u64)> {
    let estimate = manager()?.estimate().ok()?.await.ok()?.unchecked_into::<StorageEstimate>();
    Some((estimate.get_usage()? as u64, estimate.get_quota()? as u64))
}

/// Whether the browser keeps the data until the user deletes it, even when the disk fills up.
pub async fn persisted() -> Option<bool> {
    answer(manager()?.persisted()).await
}

/// Asks for that promise. Firefox asks the user, the others decide by how much the page is used; the answer may be no.
pub async fn persist() -> Option<bool> {
    answer(manager()?.persist()).await
}

/// `navigator.storage` exists in secure contexts alone.
fn manager() -> Option<StorageManager> {
    property(&window().navigator(), "storage")?.dyn_into().ok()
}

async fn answer(asked: Result<Promise, JsValue>) -> Option<bool> {
    asked.ok()?.await.ok()?.as_bool()
}
