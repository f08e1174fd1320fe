//! The page.

use leptos::prelude::*;

/// The page.
#[component]
pub fn AbcPage() -> impl IntoView {}
