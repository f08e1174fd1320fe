//! The page.

use leptos::prelude::*;

/// The page.
#[component]
pub fn PreferencesPage() -> impl IntoView {}
