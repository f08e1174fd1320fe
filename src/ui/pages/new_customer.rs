//! The page.

use leptos::prelude::*;

/// The page.
#[component]
pub fn NewCustomerPage() -> impl IntoView {}
