//! The page.

use leptos::prelude::*;

/// The page.
#[component]
pub fn RfmPage() -> impl IntoView {}
