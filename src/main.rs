//! Mounts the app.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <p>"Kith"</p> })
}
