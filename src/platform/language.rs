//! Which languages the user reads.

use super::page::window;

/// Language tags as the browser is set up, the most wanted first: `["zh-TW", "en"]`.
pub fn preferred() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}
