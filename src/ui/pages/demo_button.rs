//! The button that brings a demo, wherever there is nothing to look at yet.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    demo::{self, Language, Wish},
    domain::settings::Settings,
    i18n::{Locale, t_string, td_string, use_i18n},
    platform::{clock, random},
    state::{
        CommitError, Scores, Workspace,
        commands::{CommandError, DemoError},
    },
    ui::{
        components::{Button, Icon},
        first_run::FirstRun,
        notify::Notify,
        words,
    },
};

/// Customers of the demo.
const CUSTOMERS: u32 = 90;

/// Brings a demo in the language and the currency of the workspace. Not shown while one is there.
#[component]
pub fn DemoButton(
    /// Told when it has come.
    #[prop(optional, into)]
    on_done: Option<Callback<()>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, scores, notify, first_run) =
        (Workspace::expect(), Scores::expect(), Notify::here(), FirstRun::expect());
    let busy = RwSignal::new(false);
    let here = Memo::new(move |_| workspace.read(&demo::KINDS, demo::is_here));
    let bring = move |()| {
        busy.set(true);
        let locale = i18n.get_locale_untracked();
        spawn_local(async move {
            let done = bring(workspace, scores, first_run, locale).await;
            let _ = busy.try_set(false);
            match done {
                Ok(()) => {
                    if let Some(on_done) = on_done {
                        on_done.try_run(());
                    }
                }
                Err(DemoError::NoWorker) => notify.fail(td_string!(notify.locale(), demo.failed)),
                Err(DemoError::Commit(error)) => notify.commit_failed(&error),
            }
        });
    };
    view! {
        <Show when=move || !here.get()>
            <Button
                icon=Icon::People
                busy
                label=Signal::derive(move || t_string!(i18n, demo.action).to_string())
                on_press=Callback::new(bring)
            />
        </Show>
    }
}

async fn bring(workspace: Workspace, scores: Scores, first_run: FirstRun, locale: Locale) -> Result<(), DemoError> {
    save_choice(workspace, first_run, locale).await?;
    let settings = workspace.peek(|book| book.settings());
    let wish = Wish {
        seed: u64::from_le_bytes(random::bytes()),
        language: match locale {
            Locale::en => Language::En,
            Locale::zh_Hant => Language::ZhHant,
            Locale::zh_Hans => Language::ZhHans,
        },
        currency: settings.currency,
        customers: CUSTOMERS,
        today: clock::today(&settings.time_zone),
    };
    workspace.add_demo(scores, wish, td_string!(locale, demo.name)).await?;
    Ok(())
}

/// Saves currency and time zone as the first steps have them, where the workspace has no settings yet.
pub(super) async fn save_choice(workspace: Workspace, first_run: FirstRun, locale: Locale) -> Result<(), CommitError> {
    let saved = workspace.peek(|book| book.get(Settings::ID).map(|row| row.data.clone()));
    let (currency, time_zone) = untrack(|| first_run.choice(saved.clone(), words::tag(locale)));
    let settings = Settings { currency, time_zone, ..saved.unwrap_or_default() };
    match workspace.save_settings(settings).await {
        Ok(_) => Ok(()),
        Err(CommandError::Commit(error)) => Err(error),
        // Both were chosen from lists of what there is.
        Err(CommandError::Flaws(_)) => Ok(()),
    }
}
