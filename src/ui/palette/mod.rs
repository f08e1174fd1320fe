//! The palette: type what you look for or what you want to do, in any language, and press Enter.

mod days;
mod found;
mod matching;

use leptos::prelude::*;
use uuid::Uuid;

use crate::{
    domain::{book::Book, id::Id, record::Kind},
    i18n::{t_string, use_i18n},
    platform::{clock, format},
    state::{Hits, Scores, Search, Workspace},
    ui::{
        commands::{Asking, Command, Commands},
        components::{Finder, FinderLabels, Findings},
        recents::Recents,
        records, words,
    },
};

use found::{Entry, Section, Stock};

/// So many records of a kind are shown.
const SHOWN: usize = 6;

/// The dialog, and what taking something does.
#[component]
pub fn Palette() -> impl IntoView {
    let i18n = use_i18n();
    let commands = Commands::expect();
    let workspace = Workspace::expect();
    let (scores, search, recents) = (Scores::expect(), Search::expect(), Recents::expect());
    let text = RwSignal::new(String::new());
    let asking = Memo::new(move |_| commands.palette.get());
    let open = Memo::new(move |_| asking.get().is_some());
    Effect::new(move |_| {
        // Whatever is asked next, the line begins empty.
        asking.track();
        text.set(String::new());
        recents.renew();
    });
    let hits = search.follow(text.into(), &Search::KINDS);
    let sections = Memo::new(move |_| -> Vec<Section> {
        let Some(asking) = asking.get() else { return Vec::new() };
        let locale = i18n.get_locale();
        let available =
            Command::ALL.into_iter().filter(|command| is_listed(*command) && commands.is_available(*command));
        text.with(|text| {
            workspace.read(&Search::KINDS, |book| {
                let is_there = |record: &(Kind, Uuid)| records::route(book, record.0, record.1).is_some();
                let stock = Stock {
                    locale,
                    text,
                    today: clock::today(&book.settings().time_zone),
                    commands: available.collect(),
                    recent: recents.list().into_iter().filter(is_there).collect(),
                    records: hits.with(|hits| best(book, hits)),
                };
                let mut sections = stock.sections(asking);
                for section in &mut sections {
                    section.entries.retain(|entry| entry.is_there(book));
                }
                sections
            })
        })
    });
    let found = Signal::derive(move || -> Vec<Findings> {
        let locale = i18n.get_locale();
        let command = |command: Command| (commands.title(command), commands.keys(command).get());
        sections.with(|sections| {
            workspace.peek(|book| sections.iter().map(|section| section.shown(locale, book, &command)).collect())
        })
    });
    let take = move |place: usize| {
        let entry = sections
            .with_untracked(|sections| sections.iter().flat_map(|section| &section.entries).nth(place).cloned());
        commands.palette.set(None);
        let Some(entry) = entry else { return };
        // The dialog has closed by then, and what had the focus before has it again.
        request_animation_frame(move || match entry {
            Entry::Command(command) => commands.run(command),
            Entry::For(command, id) => commands.run_for(command, Id::new(id)),
            Entry::Record(kind, id) => {
                if let Some(route) = workspace.peek(|book| records::route(book, kind, id)) {
                    commands.go(&route);
                }
            }
            Entry::Day(day, _) => scores.choose_day(Some(day)),
        });
    };
    // Whoever types and presses Enter means what fits what was typed, not what is shown until the answer has come.
    let is_answered = Memo::new(move |_| {
        let can_answer = search.is_ready() && search.problem().is_none();
        !can_answer || text.with(|text| text.trim().is_empty() || hits.with(|hits| hits.is_for(text)))
    });
    let waiting = RwSignal::new(None::<usize>);
    Effect::new(move |_| {
        if is_answered.get()
            && let Some(place) = waiting.get()
        {
            waiting.set(None);
            take(place);
        }
    });
    let labels = FinderLabels {
        prompt: Signal::derive(move || match asking.get() {
            None | Some(Asking::Anything) => t_string!(i18n, commands.prompt).to_owned(),
            Some(Asking::Whom(_)) => t_string!(i18n, commands.prompt_whom).to_owned(),
            Some(Asking::Day) => t_string!(i18n, commands.prompt_day).to_owned(),
        }),
        close: Signal::derive(move || t_string!(i18n, common.close).to_owned()),
        count: Signal::derive(move || {
            match sections.with(|sections| sections.iter().map(|section| section.entries.len()).sum::<usize>()) {
                0 => t_string!(i18n, commands.nothing).to_owned(),
                count => t_string!(i18n, commands.found, count = count),
            }
        }),
    };
    let nothing = Signal::derive(move || {
        if asking.get() == Some(Asking::Day) {
            let today = workspace.peek(|book| clock::today(&book.settings().time_zone));
            let example = format::day(words::tag(i18n.get_locale()), today);
            return t_string!(i18n, commands.not_a_day, example = format!("{today} ({example})"));
        }
        let typed = text.get();
        if typed.trim().is_empty() {
            t_string!(i18n, commands.nothing).to_owned()
        } else {
            t_string!(i18n, commands.nothing_for, text = typed)
        }
    });
    view! {
        <Finder
            open
            on_close=move |()| commands.palette.set(None)
            labels
            text
            on_text=move |typed: String| {
                waiting.set(None);
                text.set(typed);
            }
            found
            on_take=move |place: usize| waiting.set(Some(place))
            on_back=move |()| {
                if asking.get_untracked() != Some(Asking::Anything) {
                    commands.palette.set(Some(Asking::Anything));
                }
            }
            empty=move || view! { <p class="finder-empty">{nothing}</p> }
        />
    }
}

/// The best few of every kind.
fn best(book: &Book, hits: &Hits) -> Vec<(Kind, Uuid)> {
    let of_kind = |kind: Kind| {
        let ids = hits.best(kind).iter().filter_map(move |slot| Some((kind, book.id_at(kind, *slot)?)));
        ids.take(SHOWN)
    };
    Search::KINDS.into_iter().flat_map(of_kind).collect()
}

/// The palette needs not offer itself; the keys of a form belong to it.
fn is_listed(command: Command) -> bool {
    !matches!(command, Command::Palette | Command::Save)
}
