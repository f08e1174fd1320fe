//! The page.

use leptos::prelude::*;

/// The page.
#[component]
pub fn CustomerPage() -> impl IntoView {}
