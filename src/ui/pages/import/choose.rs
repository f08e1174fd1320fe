//! The first step: a file; what goes on with it, and what went wrong.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    interchange::csv::{Encoding, FileProblem},
    platform::files::Source,
    state::{ImportFileError, Input},
    ui::{
        components::{Banner, Button, ButtonKind, Card, File, FileDrop, Stack, Tone},
        words,
    },
};

use super::{
    desk::{Desk, Failure},
    file_sentences, names,
    pick::Pick,
    run::Going,
};

/// The zone for a file.
#[component]
pub fn Choose() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let take = move |files: Vec<File>| {
        if let Some(file) = files.into_iter().next() {
            desk.open(Input::File(Source::from(file)));
        }
    };
    let title = Signal::derive(move || {
        let name = desk.session.with(|session| session.as_ref().map(|session| session.file_name()));
        name.map_or_else(
            || t_string!(i18n, import.step_choose).to_string(),
            |name| t_string!(i18n, import.step_chosen, name = name),
        )
    });
    view! {
        <Card title>
            <Stack>
                <FileDrop
                    label=Signal::derive(move || t_string!(i18n, import.drop_label).to_string())
                    hint=Signal::derive(move || t_string!(i18n, import.drop_hint).to_string())
                    choose_label=Signal::derive(move || t_string!(i18n, import.choose_file).to_string())
                    accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
                    disabled=desk.running
                    on_files=Callback::new(take)
                />
            </Stack>
        </Card>
    }
}

/// What goes on and what went wrong, kept in sight whichever step the user is at.
#[component]
pub fn Strip() -> impl IntoView {
    let desk = Desk::expect();
    view! {
        <div class="import-strip">
            <Going/>
            {move || desk.failure.get().map(|failure| view! { <Failed failure/> })}
        </div>
    }
}

/// What went wrong, with the remedies that there are.
#[component]
fn Failed(
    /// What it was.
    failure: Failure,
) -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let dismiss_label = Signal::derive(move || t_string!(i18n, common.close).to_string());
    let on_dismiss = Callback::new(move |()| desk.failure.set(None));
    match failure {
        Failure::Commit(error) => {
            let text = Signal::derive(move || words::commit_error(i18n.get_locale(), &error));
            let title = Signal::derive(move || t_string!(i18n, import.failed_commit).to_string());
            view! { <Banner tone=Tone::Danger title text dismiss_label on_dismiss/> }.into_any()
        }
        Failure::File(error) => {
            let unclosed = matches!(error, ImportFileError::File(FileProblem::UnclosedQuote { .. }));
            let tried = match &error {
                ImportFileError::File(FileProblem::Undecodable { encoding, likely, .. }) => Some((*encoding, *likely)),
                _ => None,
            };
            let text = Signal::derive(move || file_sentences::file_error(i18n.get_locale(), &error));
            let name =
                desk.opened.with_value(|opened| opened.as_ref().map(|(input, _)| input.name())).unwrap_or_default();
            let title = Signal::derive(move || t_string!(i18n, import.failed_file, name = name.clone()));
            view! {
                <Banner tone=Tone::Danger title text dismiss_label on_dismiss>
                    {tried.map(|(encoding, likely)| view! { <Encodings encoding likely/> })}
                    {unclosed.then(|| view! { <Quotes/> })}
                </Banner>
            }
            .into_any()
        }
    }
}

/// The encodings in which the file may be read instead.
#[component]
fn Encodings(
    /// The one that was tried.
    encoding: Encoding,
    /// What the bytes look like.
    likely: Option<Encoding>,
) -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    view! {
        {likely.map(|likely| view! {
            <Button
                kind=ButtonKind::Primary
                label=Signal::derive(move || {
                    t_string!(i18n, import.read_as, encoding = names::encoding(i18n.get_locale(), likely))
                })
                on_press=Callback::new(move |()| desk.open_again(|chosen| chosen.encoding = Some(likely)))
            />
        })}
        <Pick
            label=Signal::derive(move || t_string!(i18n, import.encoding).to_string())
            all=Encoding::ALL.to_vec()
            name=names::encoding
            value=Signal::stored(encoding)
            on_pick=Callback::new(move |encoding| desk.open_again(|chosen| chosen.encoding = Some(encoding)))
        />
    }
}

/// The quotation marks by which the file may be read instead.
#[component]
fn Quotes() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let read_with = move |quote: Option<u8>| desk.open_again(|chosen| chosen.quote = Some(quote));
    view! {
        <Button
            kind=ButtonKind::Primary
            label=Signal::derive(move || t_string!(i18n, import.read_without_quotes).to_string())
            on_press=Callback::new(move |()| read_with(None))
        />
        <Button
            label=Signal::derive(move || t_string!(i18n, import.read_with_single).to_string())
            on_press=Callback::new(move |()| read_with(Some(b'\'')))
        />
    }
}
