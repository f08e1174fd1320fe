//! What the palette shows for what was typed.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    domain::{book::Book, party::Party, record::Kind},
    i18n::{Locale, td_string},
    platform::format,
    ui::{
        commands::{Asking, Command, Group},
        components::{Finding, Findings, Icon},
        records, words,
    },
};

use super::{days, matching};

/// One thing that can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// Do this.
    Command(Command),
    /// Go to a record.
    Record(Kind, Uuid),
    /// Do something to a customer.
    For(Command, Uuid),
    /// See everything as of a day.
    Day(NaiveDate, Option<days::Named>),
}

/// Entries under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What they are.
    pub heading: Heading,
    /// They.
    pub entries: Vec<Entry>,
}

/// What entries have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Looked at lately.
    Recent,
    /// Records of a kind.
    Records(Kind),
    /// Commands.
    Commands(Group),
    /// Days.
    Days,
}

/// What there is to choose from.
pub struct Stock<'a> {
    /// The language that is shown.
    pub locale: Locale,
    /// What was typed.
    pub text: &'a str,
    /// Today.
    pub today: NaiveDate,
    /// The commands that can be done.
    pub commands: Vec<Command>,
    /// What was looked at lately.
    pub recent: Vec<(Kind, Uuid)>,
    /// Records that fit, the best first.
    pub records: Vec<(Kind, Uuid)>,
}

/// So many recents are shown.
const RECENT: usize = 6;
/// The order of the kinds.
const KINDS: [Kind; 8] =
    [Kind::Party, Kind::Task, Kind::Promise, Kind::Order, Kind::Product, Kind::Note, Kind::Interaction, Kind::Survey];
const GROUPS: [Group; 3] = [Group::Actions, Group::Screens, Group::Device];

impl Stock<'_> {
    /// What is shown, in order.
    pub fn sections(self, asking: Asking) -> Vec<Section> {
        let mut sections = match asking {
            Asking::Anything => self.anything(),
            Asking::Whom(command) => self.whom(command),
            Asking::Day => vec![Section { heading: Heading::Days, entries: self.days() }],
        };
        sections.retain(|section| !section.entries.is_empty());
        sections
    }

    fn anything(self) -> Vec<Section> {
        let (commands, is_meant) = self.commands_that_fit();
        if self.text.trim().is_empty() {
            let recent = self.recent.into_iter().take(RECENT).map(|(kind, id)| Entry::Record(kind, id)).collect();
            let recent = Section { heading: Heading::Recent, entries: recent };
            return std::iter::once(recent).chain(commands).collect();
        }
        let day = days::typed(self.text).map(|day| Entry::Day(day, None)).into_iter().collect();
        let records = KINDS.into_iter().map(|kind| {
            let of_kind = self.records.iter().filter(|(other, _)| *other == kind);
            Section {
                heading: Heading::Records(kind),
                entries: of_kind.map(|(kind, id)| Entry::Record(*kind, *id)).collect(),
            }
        });
        let days = Section { heading: Heading::Days, entries: day };
        if is_meant {
            commands.into_iter().chain([days]).chain(records).collect()
        } else {
            std::iter::once(days).chain(records).chain(commands).collect()
        }
    }

    fn whom(self, command: Command) -> Vec<Section> {
        let (heading, records) = if self.text.trim().is_empty() {
            (Heading::Recent, self.recent)
        } else {
            (Heading::Records(Kind::Party), self.records)
        };
        let parties = records.into_iter().filter(|(kind, _)| *kind == Kind::Party);
        vec![Section { heading, entries: parties.map(|(_, id)| Entry::For(command, id)).collect() }]
    }

    fn days(&self) -> Vec<Entry> {
        if self.text.trim().is_empty() {
            let named = days::Named::ALL.into_iter();
            return named.filter_map(|named| Some(Entry::Day(named.day(self.today)?, Some(named)))).collect();
        }
        days::typed(self.text).map(|day| Entry::Day(day, None)).into_iter().collect()
    }

    /// The commands that fit, the best of each group first, and whether one of them is meant before any record.
    fn commands_that_fit(&self) -> (Vec<Section>, bool) {
        let fit = |command: &Command| Some((matching::rank(*command, self.locale, self.text)?, *command));
        let mut ranked: Vec<(u32, Command)> = self.commands.iter().filter_map(fit).collect();
        ranked.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
        let is_meant = ranked.iter().any(|(_, command)| matching::is_meant(*command, self.locale, self.text));
        let mut groups = GROUPS;
        if let Some(first) = ranked.first().filter(|_| !self.text.trim().is_empty()) {
            groups.sort_by_key(|group| *group != first.1.group());
        }
        let sections = groups.into_iter().map(|group| Section {
            heading: Heading::Commands(group),
            entries: ranked
                .iter()
                .filter(|(_, command)| command.group() == group)
                .map(|(_, command)| Entry::Command(*command))
                .collect(),
        });
        (sections.collect(), is_meant)
    }
}

impl Section {
    /// The section as it is shown.
    pub fn shown(&self, locale: Locale, book: &Book, command: &dyn Fn(Command) -> (String, Vec<String>)) -> Findings {
        let items = self.entries.iter().filter_map(|entry| entry.shown(locale, book, command)).collect();
        Findings { title: self.heading.label(locale).to_owned(), items }
    }
}

impl Heading {
    fn label(self, locale: Locale) -> &'static str {
        match self {
            Self::Recent => td_string!(locale, commands.recent),
            Self::Records(Kind::Party) => td_string!(locale, commands.customers),
            Self::Records(Kind::Order) => td_string!(locale, commands.orders),
            Self::Records(Kind::Product) => td_string!(locale, commands.products),
            Self::Records(Kind::Note) => td_string!(locale, commands.notes),
            Self::Records(Kind::Interaction) => td_string!(locale, commands.conversations),
            Self::Records(Kind::Survey) => td_string!(locale, commands.answers),
            Self::Records(Kind::Task) => td_string!(locale, work.tasks),
            Self::Records(Kind::Promise) => td_string!(locale, work.promises),
            Self::Records(kind) => words::kind_name(locale, kind),
            Self::Commands(Group::Screens) => td_string!(locale, commands.screens),
            Self::Commands(Group::Actions) => td_string!(locale, commands.actions),
            Self::Commands(Group::Device) => td_string!(locale, commands.device),
            Self::Days => td_string!(locale, commands.days),
        }
    }
}

impl Entry {
    /// `None` when it went meanwhile.
    fn shown(
        &self,
        locale: Locale,
        book: &Book,
        command: &dyn Fn(Command) -> (String, Vec<String>),
    ) -> Option<Finding> {
        Some(match self {
            Self::Command(wanted) => {
                let (text, keys) = command(*wanted);
                Finding { icon: wanted.icon(), text, detail: String::new(), keys }
            }
            Self::Record(kind, id) => Finding {
                icon: records::icon(*kind),
                text: records::title(locale, book, *kind, *id)?,
                detail: records::detail(locale, book, *kind, *id),
                keys: Vec::new(),
            },
            Self::For(command, id) => {
                let name = records::title(locale, book, Kind::Party, *id)?;
                let text = match command {
                    Command::AddNote => td_string!(locale, commands.add_note_for, name = name),
                    Command::NewDeal => td_string!(locale, commands.new_deal_for, name = name),
                    Command::LogContact => td_string!(locale, commands.log_contact_for, name = name),
                    Command::AddSurvey => td_string!(locale, commands.add_answer_for, name = name),
                    Command::AddPromise => td_string!(locale, commands.add_promise_for, name = name),
                    _ => td_string!(locale, commands.new_order_for, name = name),
                };
                let detail = records::detail(locale, book, Kind::Party, *id);
                Finding { icon: command.icon(), text, detail, keys: Vec::new() }
            }
            Self::Day(day, named) => {
                let day = format::day(words::tag(locale), *day);
                let named = named.map(|named| match named {
                    days::Named::Yesterday => td_string!(locale, commands.yesterday),
                    days::Named::MonthEnd => td_string!(locale, commands.month_end),
                    days::Named::QuarterEnd => td_string!(locale, commands.quarter_end),
                    days::Named::YearEnd => td_string!(locale, commands.year_end),
                });
                let text = td_string!(locale, commands.as_of_day, day = day);
                Finding { icon: Icon::Calendar, text, detail: named.unwrap_or_default().to_owned(), keys: Vec::new() }
            }
        })
    }

    /// Whether it still can be shown: a record may be gone.
    pub fn is_there(&self, book: &Book) -> bool {
        match self {
            Self::Command(_) | Self::Day(..) => true,
            Self::Record(kind, id) => records::route(book, *kind, *id).is_some(),
            Self::For(_, id) => book.get(crate::domain::id::Id::<Party>::new(*id)).is_some(),
        }
    }
}
