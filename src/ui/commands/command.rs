//! Every command: what it is called, by which words it is found, its keys. What it does is in `deck`.

use crate::{
    i18n::{Locale, td_string},
    ui::{
        components::Icon,
        preferences::{Theme, own_name},
    },
};

use super::{place::Place, shortcut::Shortcut};

/// Something that can be done from anywhere, or from wherever a page offers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Open what finds and does.
    Palette,
    /// Show all keys.
    Keys,
    /// To the search of the page.
    Search,
    /// Go somewhere.
    Go(Place),
    /// The form of a new customer.
    NewCustomer,
    /// The form of a new order.
    NewOrder,
    /// The form of a new deal.
    NewDeal,
    /// The line for a new note.
    AddNote,
    /// A conversation with a customer.
    LogContact,
    /// What a customer answered when asked.
    AddSurvey,
    /// The form of a new task.
    NewTask,
    /// The form of a new promise.
    AddPromise,
    /// Change what the page shows.
    Edit,
    /// Save the form.
    Save,
    /// To the next record of the list one came from.
    Next,
    /// To the one before.
    Previous,
    /// Take the latest change back.
    Undo,
    /// Make it again.
    Redo,
    /// Everything as one file.
    SaveBackup,
    /// See everything as of another day.
    AsOf,
    /// As of today again.
    AsOfToday,
    /// Speak another language.
    Language(Locale),
    /// Other colours.
    Theme(Theme),
    /// Turn keys that work alone on or off.
    PlainKeys,
}

/// Where a command stands in the palette and on the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// It leads somewhere.
    Screens,
    /// It does something with records.
    Actions,
    /// It sets something on this device.
    Device,
}

impl Command {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 40] = [
        Self::Palette,
        Self::Search,
        Self::Go(Place::Today),
        Self::Go(Place::Customers),
        Self::Go(Place::Orders),
        Self::Go(Place::Products),
        Self::Go(Place::Deals),
        Self::Go(Place::Tasks),
        Self::Go(Place::Insights),
        Self::Go(Place::Abc),
        Self::Go(Place::Rfm),
        Self::Go(Place::Data),
        Self::Go(Place::Import),
        Self::Go(Place::History),
        Self::Go(Place::Preferences),
        Self::Keys,
        Self::NewCustomer,
        Self::NewOrder,
        Self::NewDeal,
        Self::AddNote,
        Self::LogContact,
        Self::AddSurvey,
        Self::NewTask,
        Self::AddPromise,
        Self::Edit,
        Self::Save,
        Self::Next,
        Self::Previous,
        Self::Undo,
        Self::Redo,
        Self::SaveBackup,
        Self::AsOf,
        Self::AsOfToday,
        Self::Language(Locale::en),
        Self::Language(Locale::zh_Hant),
        Self::Language(Locale::zh_Hans),
        Self::Theme(Theme::Light),
        Self::Theme(Theme::Dark),
        Self::Theme(Theme::System),
        Self::PlainKeys,
    ];

    /// Its keys, the first of which is shown beside it.
    pub const fn shortcuts(self) -> &'static [Shortcut] {
        use Shortcut::{Alt, Command, CommandShift, Go, Plain};
        match self {
            Self::Palette => &[Command("k")],
            Self::Keys => &[Plain("?")],
            Self::Search => &[Plain("/")],
            Self::Go(Place::Today) => &[Go("t")],
            Self::Go(Place::Customers) => &[Go("c")],
            Self::Go(Place::Orders) => &[Go("o")],
            Self::Go(Place::Products) => &[Go("s")],
            Self::Go(Place::Deals) => &[Go("b")],
            Self::Go(Place::Tasks) => &[Go("k")],
            Self::Go(Place::Insights) => &[Go("v")],
            Self::Go(Place::Abc) => &[Go("a")],
            Self::Go(Place::Rfm) => &[Go("r")],
            Self::Go(Place::Data) => &[Go("d")],
            Self::Go(Place::Import) => &[Go("i")],
            Self::Go(Place::History) => &[Go("h")],
            Self::Go(Place::Preferences) => &[Go("p")],
            Self::NewCustomer => &[Plain("n")],
            Self::NewOrder => &[Plain("o")],
            Self::NewDeal => &[Plain("b")],
            Self::AddNote => &[Plain("m")],
            Self::LogContact => &[Plain("l")],
            Self::AddSurvey => &[Plain("y")],
            Self::NewTask => &[Plain("t")],
            Self::AddPromise => &[Plain("p")],
            Self::Edit => &[Plain("e")],
            Self::Save => &[Command("enter")],
            Self::Next => &[Plain("j"), Alt("arrowdown")],
            Self::Previous => &[Plain("k"), Alt("arrowup")],
            Self::Undo => &[Command("z")],
            Self::Redo => &[CommandShift("z"), Command("y")],
            Self::SaveBackup | Self::AsOf | Self::AsOfToday | Self::Language(_) | Self::Theme(_) | Self::PlainKeys => {
                &[]
            }
        }
    }

    /// Whether its keys work in a field too. Undo there belongs to the text, and a letter is one.
    pub const fn works_while_typing(self) -> bool {
        matches!(self, Self::Palette)
    }

    /// Where it stands.
    pub const fn group(self) -> Group {
        match self {
            Self::Go(_) | Self::Palette | Self::Keys | Self::Search | Self::Next | Self::Previous => Group::Screens,
            Self::NewCustomer
            | Self::NewOrder
            | Self::NewDeal
            | Self::AddNote
            | Self::LogContact
            | Self::AddSurvey
            | Self::NewTask
            | Self::AddPromise
            | Self::Edit
            | Self::Save
            | Self::Undo
            | Self::Redo
            | Self::SaveBackup
            | Self::AsOf
            | Self::AsOfToday => Group::Actions,
            Self::Language(_) | Self::Theme(_) | Self::PlainKeys => Group::Device,
        }
    }

    /// What it is known by.
    pub const fn icon(self) -> Icon {
        match self {
            Self::Palette | Self::Search => Icon::Search,
            Self::Keys | Self::PlainKeys => Icon::Keyboard,
            Self::Go(place) => place.icon(),
            Self::NewCustomer => Icon::Add,
            Self::NewOrder => Icon::Order,
            Self::NewDeal => Icon::Deal,
            Self::AddNote => Icon::Note,
            Self::LogContact => Icon::Talk,
            Self::AddSurvey => Icon::Star,
            Self::NewTask => Icon::Task,
            Self::AddPromise => Icon::Promise,
            Self::Edit => Icon::Edit,
            Self::Save => Icon::Check,
            Self::Next => Icon::Next,
            Self::Previous => Icon::Previous,
            Self::Undo => Icon::Undo,
            Self::Redo => Icon::Redo,
            Self::SaveBackup => Icon::Export,
            Self::AsOf | Self::AsOfToday => Icon::Calendar,
            Self::Language(_) => Icon::Globe,
            Self::Theme(Theme::Light) => Icon::Sun,
            Self::Theme(Theme::Dark) => Icon::Moon,
            Self::Theme(Theme::System) => Icon::Screen,
        }
    }

    /// What it is called.
    pub fn label(self, locale: Locale) -> String {
        match self {
            Self::Palette => td_string!(locale, commands.palette),
            Self::Keys => td_string!(locale, commands.keys),
            Self::Search => td_string!(locale, commands.search),
            Self::Go(place) => place.label(locale),
            Self::NewCustomer => td_string!(locale, commands.new_customer),
            Self::NewOrder => td_string!(locale, commands.new_order),
            Self::NewDeal => td_string!(locale, commands.new_deal),
            Self::AddNote => td_string!(locale, commands.add_note),
            Self::LogContact => td_string!(locale, commands.log_contact),
            Self::AddSurvey => td_string!(locale, commands.add_answer),
            Self::NewTask => td_string!(locale, commands.new_task),
            Self::AddPromise => td_string!(locale, commands.add_promise),
            Self::Edit => td_string!(locale, common.edit),
            Self::Save => td_string!(locale, common.save),
            Self::Next => td_string!(locale, customer.next),
            Self::Previous => td_string!(locale, customer.previous),
            Self::Undo => td_string!(locale, common.undo),
            Self::Redo => td_string!(locale, common.redo),
            Self::SaveBackup => td_string!(locale, commands.save_backup),
            Self::AsOf => td_string!(locale, commands.as_of),
            Self::AsOfToday => td_string!(locale, commands.as_of_today),
            Self::PlainKeys => td_string!(locale, commands.plain_keys),
            Self::Language(language) => {
                return td_string!(
                    locale,
                    commands.setting,
                    what = td_string!(locale, common.language),
                    value = own_name(language)
                );
            }
            Self::Theme(theme) => {
                let value = match theme {
                    Theme::System => td_string!(locale, common.theme_system),
                    Theme::Light => td_string!(locale, common.theme_light),
                    Theme::Dark => td_string!(locale, common.theme_dark),
                };
                return td_string!(locale, commands.setting, what = td_string!(locale, common.theme), value = value);
            }
        }
        .to_owned()
    }

    /// Other words that one may look for it by.
    pub fn words(self, locale: Locale) -> &'static str {
        match self {
            Self::Palette | Self::Save | Self::Next | Self::Previous => "",
            Self::Keys => td_string!(locale, commands.keys_words),
            Self::Search => td_string!(locale, commands.search_words),
            Self::Go(place) => place.words(locale),
            Self::NewCustomer => td_string!(locale, commands.new_customer_words),
            Self::NewOrder => td_string!(locale, commands.new_order_words),
            Self::NewDeal => td_string!(locale, commands.new_deal_words),
            Self::AddNote => td_string!(locale, commands.add_note_words),
            Self::LogContact => td_string!(locale, commands.log_contact_words),
            Self::AddSurvey => td_string!(locale, commands.add_answer_words),
            Self::NewTask => td_string!(locale, commands.new_task_words),
            Self::AddPromise => td_string!(locale, commands.add_promise_words),
            Self::Edit => td_string!(locale, commands.edit_words),
            Self::Undo => td_string!(locale, commands.undo_words),
            Self::Redo => td_string!(locale, commands.redo_words),
            Self::SaveBackup => td_string!(locale, commands.save_backup_words),
            Self::AsOf | Self::AsOfToday => td_string!(locale, commands.as_of_words),
            Self::PlainKeys => td_string!(locale, commands.keys_words),
            Self::Language(_) => td_string!(locale, commands.language_words),
            Self::Theme(_) => td_string!(locale, commands.theme_words),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_commands_share_a_key() {
        let mut seen = HashSet::new();
        for command in Command::ALL {
            for shortcut in command.shortcuts() {
                assert!(seen.insert(format!("{shortcut:?}")), "{shortcut:?} of {command:?}");
            }
        }
    }

    #[test]
    fn every_command_has_a_name_in_every_language() {
        for locale in [Locale::en, Locale::zh_Hant, Locale::zh_Hans] {
            for command in Command::ALL {
                assert!(!command.label(locale).is_empty(), "{command:?}");
            }
        }
    }
}
