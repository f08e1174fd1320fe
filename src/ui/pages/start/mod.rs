//! The first steps: language and currency; a way to begin; keeping it safe. Each can be skipped, and all of them seen again.

mod begin;
mod language;
mod protect;

use leptos::prelude::*;

use crate::{
    i18n::{Locale, t_string, td_string, use_i18n},
    ui::{
        components::{Button, ButtonKind, Cluster, Page, PageHeader, PageKind},
        first_run::FirstRun,
        route::{ListQuery, Route, Step},
        router::Router,
    },
};

use begin::Begin;
use language::Language;
use protect::Protect;

/// The step of the address.
#[component]
pub fn StartPage() -> impl IntoView {
    let router = Router::expect();
    let step = Memo::new(move |_| match router.route() {
        Route::Start(step) => step,
        _ => Step::default(),
    });
    move || view! { <Start step=step.get()/> }
}

/// The first step, where nothing is there yet.
#[component]
pub fn FirstSteps() -> impl IntoView {
    view! { <Start step=Step::default()/> }
}

/// A step, with the way to the others.
#[component]
fn Start(
    /// Which.
    step: Step,
) -> impl IntoView {
    let i18n = use_i18n();
    let (router, first_run) = (Router::expect(), FirstRun::expect());
    let skip = move |()| {
        first_run.finish();
        router.go(&Route::Customers(ListQuery::default()));
    };
    view! {
        <Page kind=PageKind::Reading>
            <PageHeader
                title=Signal::derive(move || t_string!(i18n, welcome.title).to_string())
                lead=Signal::derive(move || t_string!(i18n, welcome.lead).to_string())
            />
            <nav aria-label=move || t_string!(i18n, welcome.steps)>
                <ol class="start-steps">
                    {Step::ALL
                        .into_iter()
                        .map(|one| view! {
                            <li>
                                <a href=Route::Start(one).to_string() aria-current=(one == step).then_some("step")>
                                    {move || name(i18n.get_locale(), one)}
                                </a>
                            </li>
                        })
                        .collect_view()}
                </ol>
            </nav>
            {match step {
                Step::Language => view! { <Language/> }.into_any(),
                Step::Begin => view! { <Begin/> }.into_any(),
                Step::Protect => view! { <Protect/> }.into_any(),
            }}
            {(step != Step::Protect).then(|| view! {
                <Cluster>
                    <Button
                        kind=ButtonKind::Quiet
                        label=Signal::derive(move || t_string!(i18n, welcome.skip).to_string())
                        on_press=Callback::new(skip)
                    />
                </Cluster>
            })}
        </Page>
    }
}

fn name(locale: Locale, step: Step) -> &'static str {
    match step {
        Step::Language => td_string!(locale, welcome.step_language),
        Step::Begin => td_string!(locale, welcome.step_begin),
        Step::Protect => td_string!(locale, welcome.step_protect),
    }
}
