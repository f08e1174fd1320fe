//! Parts of which these pages are put together: numbers in a row, and cards.

use leptos::prelude::*;

use crate::ui::components::{Card, Columns, Stat};

/// A number with what it counts and what it rests on.
pub fn stat(label: impl Into<String>, value: String, hint: impl Into<String>) -> AnyView {
    let (label, hint): (String, String) = (label.into(), hint.into());
    view! { <Stat label value hint=Signal::stored(hint)/> }.into_any()
}

/// Numbers beside each other.
pub fn stats(stats: Vec<AnyView>) -> AnyView {
    view! { <Columns narrow=true>{stats}</Columns> }.into_any()
}

/// Something on a ground of its own that says by itself what it is.
pub fn card(inside: impl IntoView + 'static) -> AnyView {
    let inside = inside.into_any();
    view! { <Card>{inside}</Card> }.into_any()
}

/// The same under a heading.
pub fn titled(title: impl Into<String>, inside: impl IntoView + 'static) -> AnyView {
    let (title, inside): (String, _) = (title.into(), inside.into_any());
    view! { <Card title=Signal::stored(title)>{inside}</Card> }.into_any()
}
