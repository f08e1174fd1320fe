//! The app: opens the workspace, provides what every view asks for, and shows the shell.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    i18n::I18nContextProvider,
    platform::random,
    state::Workspace,
};

use super::{preferences::Preferences, shell::Shell};

/// The name of the database; a second workspace in the same browser would have another.
const DATABASE: &str = "kith";

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <I18nContextProvider>
            <Opened/>
        </I18nContextProvider>
    }
}

#[component]
fn Opened() -> impl IntoView {
    let workspace = Workspace::new(random::bytes());
    workspace.provide();
    Preferences::load().provide();
    spawn_local(workspace.open(DATABASE));
    view! { <Shell/> }
}
