//! Bringing a file in: choose it, see how it was understood, check every row, import. One page whose steps unfold; each can be
//! gone back to, and nothing is changed before the last.

mod check;
mod choose;
mod columns;
mod desk;
mod file_sentences;
mod names;
mod options;
mod pick;
mod recognised;
mod result;
mod run;
mod sentences;

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    ui::components::{Page, PageHeader, Stack},
};

use desk::Desk;

/// The page.
#[component]
pub fn ImportPage() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::new(Signal::derive(move || i18n.get_locale()));
    provide_context(desk);
    // Who leaves the page wants it stopped; what was written by then can be undone.
    on_cleanup(move || desk.cancel());
    let opened = Memo::new(move |_| desk.session.with(Option::is_some));
    let done = Memo::new(move |_| desk.imported.with(Option::is_some));
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
        </Page>
    }
}
