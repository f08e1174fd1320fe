//! What the history is narrowed to. It lives in the address.

use leptos::prelude::*;

use crate::{
    domain::record::Kind,
    i18n::{Locale, t_string, td_string, use_i18n},
    state::Workspace,
    ui::{
        commands::{Command, Commands},
        components::{Chip, Choice, DateInput, Field, SearchBox, Select},
        history_query::{HistoryQuery, Origin, kind_of_word, kind_word},
        records,
        route::Route,
        router::Router,
        words,
    },
};

/// Words, origin, kind of record, days; the one record, if it is one.
#[component]
pub fn Filters(query: Memo<HistoryQuery>) -> impl IntoView {
    let i18n = use_i18n();
    let (router, workspace, commands) = (Router::expect(), Workspace::expect(), Commands::expect());
    let change = move |change: &dyn Fn(&mut HistoryQuery)| {
        let mut changed = query.get_untracked();
        change(&mut changed);
        router.replace(Route::History(Box::new(changed)));
    };
    let origins = Signal::derive(move || {
        let locale = i18n.get_locale();
        let any = Choice::new("", t_string!(i18n, history.any_origin).to_owned());
        let named = Origin::ALL.into_iter().map(|origin| Choice::new(origin.word(), origin_name(locale, origin)));
        std::iter::once(any).chain(named).collect::<Vec<_>>()
    });
    let kinds = Signal::derive(move || {
        let locale = i18n.get_locale();
        let any = Choice::new("", t_string!(i18n, history.any_kind).to_owned());
        let named = Kind::ALL.into_iter().rev();
        let named = named.map(|kind| Choice::new(kind_word(kind), words::kind_name(locale, kind)));
        std::iter::once(any).chain(named).collect::<Vec<_>>()
    });
    let word = |word: Option<&'static str>| word.unwrap_or_default().to_owned();
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let only = move || {
        let (kind, id) = query.with(|query| query.record)?;
        let locale = i18n.get_locale();
        let name = workspace.read(&[kind], |book| records::title(locale, book, kind, id));
        let name = name.unwrap_or_else(|| td_string!(locale, history.gone, kind = words::kind_name(locale, kind)));
        Some(view! {
            <Chip
                label=t_string!(i18n, history.only, name = name)
                remove_label=t_string!(i18n, common.remove).to_owned()
                on_remove=Callback::new(move |()| change(&|query| query.record = None))
            />
        })
    };
    view! {
        <div class="history-filters">
            <SearchBox
                label=move || t_string!(i18n, history.search).to_owned()
                clear_label=move || t_string!(i18n, common.clear).to_owned()
                value=Signal::derive(move || query.with(|query| query.text.clone()))
                on_input=Callback::new(move |text: String| change(&|query| query.text.clone_from(&text)))
                keys=commands.aria_keys(Command::Search)
            />
            <Select
                label=Signal::derive(move || t_string!(i18n, history.origin).to_owned())
                options=origins
                value=Signal::derive(move || word(query.with(|query| query.origin).map(Origin::word)))
                on_change=Callback::new(move |text: String| change(&|query| query.origin = Origin::of_word(&text)))
            />
            <Select
                label=Signal::derive(move || t_string!(i18n, history.kind).to_owned())
                options=kinds
                value=Signal::derive(move || word(query.with(|query| query.kind).map(kind_word)))
                on_change=Callback::new(move |text: String| change(&|query| query.kind = kind_of_word(&text)))
            />
            <Field label=move || t_string!(i18n, history.from).to_owned()>
                <DateInput
                    value=Signal::derive(move || day(query.with(|query| query.from)))
                    on_change=Callback::new(move |text: String| change(&|query| query.from = text.parse().ok()))
                />
            </Field>
            <Field label=move || t_string!(i18n, history.until).to_owned()>
                <DateInput
                    value=Signal::derive(move || day(query.with(|query| query.until)))
                    on_change=Callback::new(move |text: String| change(&|query| query.until = text.parse().ok()))
                />
            </Field>
            {only}
        </div>
    }
}

fn origin_name(locale: Locale, origin: Origin) -> &'static str {
    match origin {
        Origin::Add => td_string!(locale, history.origin_add),
        Origin::Edit => td_string!(locale, history.origin_edit),
        Origin::Delete => td_string!(locale, history.origin_delete),
        Origin::Bulk => td_string!(locale, history.origin_bulk),
        Origin::Import => td_string!(locale, history.origin_import),
        Origin::Restore => td_string!(locale, history.origin_restore),
        Origin::Classify => td_string!(locale, history.origin_classify),
        Origin::Settings => td_string!(locale, history.origin_settings),
        Origin::TakenBack => td_string!(locale, history.origin_taken_back),
    }
}
