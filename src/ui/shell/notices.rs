//! What stands above every page while it holds: this tab may not write any more, a newer version is there.

use leptos::prelude::*;

use crate::{
    demo,
    domain::record::Kind,
    i18n::{t_string, use_i18n},
    platform::{
        address, format,
        update::{self, Update},
    },
    state::{Phase, Scores, Workspace},
    ui::{
        components::{Banner, Button, LinkButton, Tone},
        first_run::{FirstRun, Stage},
        later,
        route::{Route, Step},
        router::Router,
        words,
    },
};

/// What has to be known whatever one does.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let workspace = Workspace::expect();
    let demo = Memo::new(move |_| workspace.read(&demo::KINDS, demo::is_here));
    view! {
        <Stopped/>
        <NewerVersion/>
        <AnotherDay/>
        {later::when_wanted(demo.into(), later::load_demo_here, later::demo_here)}
        <LastStep/>
    }
}

/// What stands in the way of writing.
#[component]
fn Stopped() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let reload = Callback::new(|()| address::reload());
    move || {
        let Phase::Stopped(stop) = workspace.phase() else { return None };
        Some(view! {
            <Banner
                tone=Tone::Danger
                title=t_string!(i18n, common.stopped_title).to_string()
                text=words::stop(i18n.get_locale(), &stop)
            >
                <Button label=t_string!(i18n, common.reload).to_string() on_press=reload/>
            </Banner>
        })
    }
}

/// A newer version waits, or another tab has it already.
#[component]
fn NewerVersion() -> impl IntoView {
    let i18n = use_i18n();
    let newer = RwSignal::new(update::state());
    let guard = StoredValue::new_local(update::on_change(move |state| newer.set(state)));
    on_cleanup(move || guard.dispose());
    let load = move |()| match newer.get_untracked() {
        Some(Update::Taken) => address::reload(),
        _ => update::switch(),
    };
    move || {
        let state = newer.get()?;
        let is_switching = state == Update::Switching;
        let (title, text) = match state {
            Update::Ready => (t_string!(i18n, common.new_version), t_string!(i18n, common.new_version_text)),
            Update::Switching => {
                (t_string!(i18n, common.new_version_loading), t_string!(i18n, common.new_version_wait))
            }
            Update::Taken => (t_string!(i18n, common.new_version_elsewhere), t_string!(i18n, common.new_version_text)),
        };
        let label = t_string!(i18n, common.reload).to_owned();
        Some(view! {
            <Banner tone=Tone::Accent title=title.to_owned() text=text.to_owned()>
                <Button label=label disabled=is_switching on_press=Callback::new(load)/>
            </Banner>
        })
    }
}

/// Everything is seen as of a day that was chosen: what came later is there, and does not count.
#[component]
fn AnotherDay() -> impl IntoView {
    let i18n = use_i18n();
    let (router, scores) = (Router::expect(), Scores::expect());
    // These pages have the control itself.
    let is_told = Memo::new(move |_| matches!(router.route(), Route::Insights(_) | Route::Abc | Route::Rfm));
    move || {
        let day = scores.chosen_day().filter(|_| !is_told.get())?;
        let day = format::day(words::tag(i18n.get_locale()), day);
        let title = t_string!(i18n, common.as_of_notice, day = day);
        let label = t_string!(i18n, common.as_of_today).to_owned();
        Some(view! {
            <Banner tone=Tone::Accent title>
                <Button small=true label on_press=Callback::new(move |()| scores.choose_day(None))/>
            </Banner>
        })
    }
}

/// The start was left for an import or a backup, and one step of it is still to come.
#[component]
fn LastStep() -> impl IntoView {
    let i18n = use_i18n();
    let (router, workspace, first_run) = (Router::expect(), Workspace::expect(), FirstRun::expect());
    let shown = Memo::new(move |_| {
        let elsewhere = !matches!(router.route(), Route::Start(_));
        let full = || workspace.read(&[Kind::Party, Kind::Order, Kind::Product], |book| !book.is_empty());
        elsewhere && first_run.stage() == Stage::Begun && full()
    });
    move || {
        shown.get().then(|| {
            view! {
                <Banner
                    tone=Tone::Accent
                    title=t_string!(i18n, welcome.last_step).to_owned()
                    dismiss_label=t_string!(i18n, common.dismiss).to_owned()
                    on_dismiss=Callback::new(move |()| first_run.finish())
                >
                    <LinkButton
                        small=true
                        href=Route::Start(Step::Protect).to_string()
                        label=Signal::derive(move || t_string!(i18n, welcome.last_step_action).to_owned())
                    />
                </Banner>
            }
        })
    }
}
