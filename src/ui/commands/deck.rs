//! What each command does, and whether it can be done now. A page offers what it can do itself, for as long as it is shown.

use leptos::prelude::*;

use crate::{
    domain::{id::Id, party::Party},
    platform::{focus, keys},
    state::{Scores, Workspace},
    ui::{
        notify::Notify,
        pages::work::WorkDesk,
        preferences::Preferences,
        route::{DataTab, Route, Tab},
        router::Router,
        words,
    },
};

use super::{command::Command, keyboard, told::Told};

/// What the palette asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Asking {
    /// Anything.
    #[default]
    Anything,
    /// The customer to whom this is to be done.
    Whom(Command),
    /// A day.
    Day,
}

/// Something that a page can do.
#[derive(Clone, Copy)]
struct Offer {
    number: u32,
    command: Command,
    /// Whether it can be done now.
    when: Signal<bool>,
    run: Callback<()>,
}

/// A handle on the commands.
#[derive(Clone, Copy)]
pub struct Commands {
    /// What the palette asks for; closed when it asks for nothing.
    pub palette: RwSignal<Option<Asking>>,
    /// Whether the sheet of all keys is open.
    pub sheet: RwSignal<bool>,
    offers: RwSignal<Vec<Offer>>,
    /// What is to be done on the page that one goes to, as soon as it offers it.
    errand: StoredValue<Option<(Command, Route)>>,
    undo: Told,
    redo: Told,
    router: Router,
    workspace: Workspace,
    scores: Scores,
    preferences: Preferences,
    notify: Notify,
    work: WorkDesk,
}

impl Commands {
    /// Listens to keys from now on, and hands the commands to every view below.
    pub fn start() -> Self {
        let workspace = Workspace::expect();
        let commands = Self {
            palette: RwSignal::new(None),
            sheet: RwSignal::new(false),
            offers: RwSignal::new(Vec::new()),
            errand: StoredValue::new(None),
            undo: Told::follow(workspace, move || workspace.next_undo()),
            redo: Told::follow(workspace, move || workspace.next_redo()),
            router: Router::expect(),
            workspace,
            scores: Scores::expect(),
            preferences: Preferences::expect(),
            notify: Notify::here(),
            work: WorkDesk::expect(),
        };
        keyboard::listen(commands);
        provide_context(commands);
        commands
    }

    /// The commands of the views above.
    pub fn expect() -> Self {
        use_context().expect("the shell starts the commands before it shows a page")
    }

    /// Whether keys that work alone are shortcuts.
    pub(super) fn has_plain_keys(self) -> bool {
        self.preferences.plain_keys().get_untracked()
    }

    /// Says that there is nothing to do.
    pub(super) fn say_nothing(self, command: Command) {
        let locale = self.notify.locale();
        self.notify.say(match command {
            Command::Redo => words::redo_label(locale, None),
            _ => words::undo_label(locale, None),
        });
    }

    /// Offers to do this for as long as the view that calls is shown. What it was sent for is done at once.
    pub fn offer(self, command: Command, run: impl Fn() + Send + Sync + 'static) {
        self.offer_when(command, Signal::stored(true), run);
    }

    /// [`Self::offer`], while `when` says that it can be done.
    pub fn offer_when(self, command: Command, when: Signal<bool>, run: impl Fn() + Send + Sync + 'static) {
        let run = Callback::new(move |()| run());
        let number = self.offers.with_untracked(|offers| offers.last().map_or(0, |offer| offer.number + 1));
        self.offers.update(|offers| offers.push(Offer { number, command, when, run }));
        on_cleanup(move || {
            self.offers.try_update(|offers| offers.retain(|offer| offer.number != number));
        });
        let here = self.router.here();
        let is_wanted = self.errand.with_value(|errand| errand.as_ref() == Some(&(command, here)));
        if is_wanted {
            self.errand.set_value(None);
            // When the page is there.
            request_animation_frame(move || {
                run.try_run(());
            });
        }
    }

    fn offered(self, command: Command) -> Option<Callback<()>> {
        let is_it = |offer: &&Offer| offer.command == command && offer.when.try_get() == Some(true);
        self.offers.with(|offers| offers.iter().rev().find(is_it).map(|offer| offer.run))
    }

    /// Whether it can be done now.
    pub fn is_available(self, command: Command) -> bool {
        match command {
            Command::Palette | Command::Keys | Command::Go(_) | Command::PlainKeys => true,
            Command::Language(_) | Command::Theme(_) => true,
            Command::Search => self.workspace.is_ready(),
            Command::NewCustomer
            | Command::NewOrder
            | Command::NewDeal
            | Command::AddNote
            | Command::LogContact
            | Command::AddSurvey
            | Command::NewTask
            | Command::AddPromise
            | Command::SaveBackup
            | Command::AsOf => self.workspace.is_ready(),
            Command::Edit | Command::Next | Command::Previous | Command::Save => self.offered(command).is_some(),
            Command::Undo => self.workspace.undoable().is_some(),
            Command::Redo => self.workspace.redoable().is_some(),
            Command::AsOfToday => self.scores.chosen_day().is_some(),
        }
    }

    /// Does it.
    pub fn run(self, command: Command) {
        self.errand.set_value(None);
        if let Some(run) = untrack(|| self.offered(command)) {
            run.run(());
            return;
        }
        match command {
            Command::Palette => self.palette.update(|palette| {
                *palette = if palette.is_some() { None } else { Some(Asking::Anything) };
            }),
            Command::Keys => self.sheet.set(true),
            Command::Search => {
                if !focus::focus_search() {
                    self.palette.set(Some(Asking::Anything));
                }
            }
            Command::Go(place) => {
                self.router.follow(&place.route());
            }
            Command::NewCustomer => {
                self.router.follow(&Route::NewCustomer);
            }
            Command::NewTask => self.work.new_task(None),
            Command::NewOrder
            | Command::NewDeal
            | Command::AddNote
            | Command::LogContact
            | Command::AddSurvey
            | Command::AddPromise => {
                self.palette.set(Some(Asking::Whom(command)));
            }
            Command::SaveBackup => self.send(command, Route::Data(DataTab::Overview)),
            Command::Undo => self.notify.undo(),
            Command::Redo => self.notify.redo(),
            Command::AsOf => self.palette.set(Some(Asking::Day)),
            Command::AsOfToday => self.scores.choose_day(None),
            Command::Language(locale) => self.preferences.set_language(locale),
            Command::Theme(theme) => self.preferences.set_theme(theme),
            Command::PlainKeys => self.preferences.set_plain_keys(!self.preferences.plain_keys().get_untracked()),
            // Only where a page offers them.
            Command::Edit | Command::Save | Command::Next | Command::Previous => {}
        }
    }

    /// Does it to a customer, on their page.
    pub fn run_for(self, command: Command, party: Id<Party>) {
        self.send(command, Route::Customer(party, Tab::Overview));
    }

    /// Does it on another page.
    fn send(self, command: Command, route: Route) {
        if self.router.here() == route
            && let Some(run) = untrack(|| self.offered(command))
        {
            return run.run(());
        }
        self.errand.set_value(Some((command, route.clone())));
        // Somebody stays where a form is half filled in.
        if !self.router.follow(&route) {
            self.errand.set_value(None);
        }
    }

    /// Goes to a place that is no command.
    pub fn go(self, route: &Route) {
        self.errand.set_value(None);
        self.router.follow(route);
    }

    /// The keys of a command as `aria-keyshortcuts` has them, while they work.
    pub fn aria_keys(self, command: Command) -> Signal<Option<String>> {
        Signal::derive(move || {
            let plain = self.preferences.plain_keys().get();
            let works = command.shortcuts().iter().filter(|shortcut| plain || !shortcut.is_plain());
            let keys: Vec<String> = works.filter_map(|shortcut| shortcut.aria(keys::is_apple())).collect();
            (!keys.is_empty()).then(|| keys.join(" "))
        })
    }

    /// The keys of a command as they are drawn: those pressed one after the other. Empty where it has none that work.
    pub fn keys(self, command: Command) -> Signal<Vec<String>> {
        Signal::derive(move || {
            let plain = self.preferences.plain_keys().get();
            let shortcut = command.shortcuts().iter().find(|shortcut| plain || !shortcut.is_plain());
            shortcut.map(|shortcut| shortcut.keys(keys::is_apple())).unwrap_or_default()
        })
    }

    /// What it is called now: undo says what it takes back.
    pub fn title(self, command: Command) -> String {
        let locale = self.notify.i18n().get_locale();
        match command {
            Command::Undo => {
                words::undo_label(locale, self.workspace.undoable().map(|head| self.undo.what(locale, &head)))
            }
            Command::Redo => {
                words::redo_label(locale, self.workspace.redoable().map(|head| self.redo.what(locale, &head)))
            }
            command => command.label(locale),
        }
    }
}
