//! Where the cells of a column go that is a field of the user's own: into one that is there, or into a new one.

use leptos::prelude::*;

use crate::{
    domain::{
        custom::{CustomField, CustomKind},
        id::Id,
        record::Kind,
    },
    i18n::{Locale, t_string, td_string, use_i18n},
    interchange::{
        csv::target::Reading,
        import::{CustomColumn, Destination},
    },
    state::Workspace,
    ui::words,
};

use super::{desk::Desk, pick::Pick, recognised::of};

/// The kinds that a new field may be of: the choices of one with choices are not known.
const KINDS: [CustomKind; 5] =
    [CustomKind::Text, CustomKind::Number, CustomKind::Money, CustomKind::Date, CustomKind::YesNo];

/// A field that the cells go into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// One that is there.
    Known(Id<CustomField>, CustomKind),
    /// A new one of the column's name.
    New(CustomKind),
}

impl Goal {
    /// Where the cells of a column go.
    pub fn of(desk: Desk, column: usize) -> Self {
        let kind = |id: Id<CustomField>| {
            desk.workspace.read(&[Kind::CustomField], |book| book.get(id).map(|row| row.data.kind)).unwrap_or_default()
        };
        desk.options.with(|options| {
            let mut customs = options.iter().flat_map(|options| &options.customs);
            match customs.find(|custom| custom.column == column).map(|custom| &custom.to) {
                Some(Destination::Known(id)) => Self::Known(*id, kind(*id)),
                Some(Destination::New { kind, .. }) => Self::New(*kind),
                None => Self::New(CustomKind::Text),
            }
        })
    }

    fn kind(self) -> CustomKind {
        match self {
            Self::Known(_, kind) | Self::New(kind) => kind,
        }
    }

    /// How the cells are read.
    pub fn reading(self) -> Reading {
        match self.kind() {
            CustomKind::Number | CustomKind::Money => Reading::Number,
            CustomKind::Date | CustomKind::PartialDate => Reading::Date,
            CustomKind::Text
            | CustomKind::LongText
            | CustomKind::Choice
            | CustomKind::Choices
            | CustomKind::YesNo
            | CustomKind::Link
            | CustomKind::Email
            | CustomKind::Phone => Reading::Paragraph,
        }
    }
}

/// The list of them.
#[component]
pub fn Goals(
    /// Which column, counted from 0.
    column: usize,
    /// What it is called.
    name: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (desk, workspace) = (Desk::expect(), Workspace::expect());
    let known = Memo::new(move |_| {
        workspace.read(&[Kind::CustomField], |book| {
            let mut known: Vec<_> =
                book.fields.iter().map(|(_, row)| (row.data.position, row.id, row.data.clone())).collect();
            known.sort_unstable_by_key(|(position, id, _)| (*position, *id));
            known.into_iter().map(|(_, id, field)| (id, field.kind, field.name)).collect::<Vec<_>>()
        })
    });
    let goals = Signal::derive(move || {
        let known = known.with(|known| known.iter().map(|(id, kind, _)| Goal::Known(*id, *kind)).collect::<Vec<_>>());
        known.into_iter().chain(KINDS.map(Goal::New)).collect()
    });
    let called = move |locale: Locale, goal: Goal| {
        let kind = words::custom_kind(locale, goal.kind());
        match goal {
            Goal::Known(id, _) => {
                let name =
                    known.with(|known| known.iter().find(|(other, ..)| *other == id).map(|(.., name)| name.clone()));
                td_string!(locale, import.goal_known, name = name.unwrap_or_default(), kind = kind)
            }
            Goal::New(_) => td_string!(locale, import.goal_new, kind = kind),
        }
    };
    let pick = move |goal: Goal| {
        let to = match goal {
            Goal::Known(id, _) => Destination::Known(id),
            Goal::New(kind) => {
                let name = of(desk, |session| session.table.names().get(column).cloned()).flatten().unwrap_or_default();
                Destination::New { name, kind }
            }
        };
        desk.decide_custom(CustomColumn { column, to });
        if goal.reading() == Reading::Date {
            desk.change(move |session, watch| async move { session.change_to_dates(column, &watch).await });
        }
    };
    view! {
        <Pick
            bare=true
            label=Signal::derive(move || t_string!(i18n, import.goal_of, name = name.get()))
            all=goals
            name=called
            value=Signal::derive(move || Goal::of(desk, column))
            on_pick=Callback::new(pick)
        />
    }
}
