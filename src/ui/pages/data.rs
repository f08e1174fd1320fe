//! The page.

use leptos::prelude::*;

/// The page.
#[component]
pub fn DataPage() -> impl IntoView {}
