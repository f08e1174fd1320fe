//! The app: starts what every view asks for, opens the workspace, and shows the shell.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    i18n::I18nContextProvider,
    platform::{errors, install, random},
    state::{Drafts, Insights, Lookalikes, Scores, Search, Workspace},
};

use super::{first_run::FirstRun, preferences::Preferences, shell::Shell};

/// The name of the database.
const DATABASE: &str = "kith";

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <I18nContextProvider>
            <Started/>
        </I18nContextProvider>
    }
}

/// Everything below the languages.
#[component]
fn Started() -> impl IntoView {
    // The app is dead then, and only a sentence of the page itself can say so.
    errors::on_panic(|_| {
        errors::reveal("broken");
    });
    let workspace = Workspace::new(random::bytes());
    workspace.provide();
    Preferences::start();
    FirstRun::start();
    install::listen();
    Scores::start(workspace);
    Insights::provide();
    Search::start(workspace);
    Drafts::start(workspace);
    Lookalikes::start(workspace);
    spawn_local(workspace.open(DATABASE));
    view! { <Shell/> }
}
