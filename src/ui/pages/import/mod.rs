//! Bringing a file in: choose it, see how it was understood, check every row, import. One page whose steps unfold; each can be
//! gone back to, and nothing is changed before the last.

mod check;
mod choose;
mod custom;
mod deeds;
mod desk;
mod file_sentences;
mod head;
mod names;
mod options;
mod pace;
mod pager;
mod pick;
mod preview;
mod problems;
mod recognised;
mod result;
mod run;
mod sentences;

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    platform::{files::Source, focus::focus_main},
    state::Input,
    ui::{
        components::{Page, PageHeader, Stack},
        dropped_file::DroppedFile,
    },
};

use desk::Desk;

pub use file_sentences::read_error;
pub use names::step as step_name;

/// The page.
#[component]
pub fn ImportPage() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::new(Signal::derive(move || i18n.get_locale()));
    provide_context(desk);
    // Who leaves the page wants it stopped; what was written by then can be undone.
    on_cleanup(move || desk.cancel());
    let dropped = DroppedFile::expect();
    Effect::new(move |_| {
        if let Some(file) = dropped.take() {
            if desk.imported.get_untracked().is_some() {
                desk.clear();
            }
            desk.open(Input::File(Source::from(file)));
        }
    });
    let opened = Memo::new(move |_| desk.session.with(Option::is_some));
    let done = Memo::new(move |_| desk.imported.with(Option::is_some));
    // The result takes the place of the steps, and the steps of the result: who reads by ear goes on at the top.
    Effect::new(move |before: Option<bool>| {
        let done = done.get();
        if before.is_some_and(|before| before != done) {
            focus_main();
        }
        done
    });
    view! {
        <Page>
            <PageHeader
                title=Signal::derive(move || t_string!(i18n, import.title).to_string())
                lead=Signal::derive(move || t_string!(i18n, import.lead).to_string())
            />
            {move || {
                if done.get() {
                    return view! { <result::Outcome/> }.into_any();
                }
                view! {
                    <Stack>
                        <choose::Choose/>
                        {move || opened.get().then(|| view! {
                            <recognised::Recognition/>
                            <check::Check/>
                            <run::Run/>
                        })}
                    </Stack>
                }
                .into_any()
            }}
            <choose::Strip/>
        </Page>
    }
}
