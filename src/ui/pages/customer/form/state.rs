//! What the inputs of the form share: the draft, and what is wrong with it.

use leptos::prelude::*;

use crate::{
    domain::{party::Party, record::Kind},
    i18n::use_i18n,
    platform::format,
    state::Workspace,
    ui::{
        pages::customer::wrong::{Place, Wrong, sentence_at},
        words,
    },
};

use super::{custom_draft::Definition, draft::PartyDraft};

/// A handle on the form.
#[derive(Clone, Copy)]
pub struct Form {
    /// What is typed.
    pub draft: RwSignal<PartyDraft>,
    /// What is typed as bytes; none while it is what was there.
    pub content: Memo<Option<Vec<u8>>>,
    /// The custom fields as they are defined.
    pub definitions: Memo<Vec<Definition>>,
    /// The draft as the form began with it.
    first: RwSignal<PartyDraft>,
    /// Whether somebody tried to save: from then on flaws are shown as they come and go.
    tried: RwSignal<bool>,
    /// What the book refused beyond what the form can see.
    refused: RwSignal<Vec<Wrong>>,
    parsed: Memo<Result<Party, Vec<Wrong>>>,
    wrongs: Signal<Vec<Wrong>>,
}

impl Form {
    /// The form of a party.
    pub fn new(party: &Party) -> Self {
        let i18n = use_i18n();
        let workspace = Workspace::expect();
        let draft = RwSignal::new(PartyDraft::of(party));
        let first = RwSignal::new(draft.get_untracked());
        let content = Memo::new(move |_| {
            let bytes = |draft: &PartyDraft| minicbor::to_vec(draft).expect("a vector takes every byte");
            first.with(|first| draft.with(|draft| (draft != first).then(|| bytes(draft))))
        });
        let definitions = Memo::new(move |_| workspace.read(&[Kind::CustomField], Definition::all));
        let tried = RwSignal::new(false);
        let refused = RwSignal::new(Vec::new());
        let parsed = Memo::new(move |_| {
            let tag = words::tag(i18n.get_locale());
            let read = |text: &str| format::parse_number(tag, text);
            definitions.with(|definitions| draft.with(|draft| draft.parse(definitions, &read)))
        });
        let wrongs = Signal::derive(move || {
            if !tried.get() {
                return Vec::new();
            }
            parsed.with(|parsed| parsed.as_ref().err().cloned()).unwrap_or_else(|| refused.get())
        });
        Self { draft, content, definitions, first, tried, refused, parsed, wrongs }
    }

    /// Begins anew with the party as it was saved.
    pub fn restart(self, party: &Party) {
        let draft = PartyDraft::of(party);
        self.tried.set(false);
        self.first.set(draft.clone());
        self.draft.set(draft);
    }

    /// Reads the party; from now on flaws are shown. `None` when there are any.
    pub fn submit(self) -> Option<Party> {
        self.tried.set(true);
        self.refused.set(Vec::new());
        self.parsed.get_untracked().ok()
    }

    /// Shows what the book refused.
    pub fn refuse(self, wrongs: Vec<Wrong>) {
        self.refused.set(wrongs);
    }

    /// How many flaws are shown.
    pub fn wrong_count(self) -> usize {
        self.wrongs.with(Vec::len)
    }

    /// Whether something is wrong in one of the places.
    pub fn has_wrong(self, is_place: impl Fn(Place) -> bool + Send + Sync + 'static) -> Memo<bool> {
        let wrongs = self.wrongs;
        Memo::new(move |_| wrongs.with(|wrongs| wrongs.iter().any(|wrong| is_place(wrong.place))))
    }

    /// The sentence for a plain field.
    pub fn error(self, number: u32) -> Signal<Option<String>> {
        sentence_at(self.wrongs, move || Some(Place::of(number)))
    }

    /// The sentence for the one input of a field of several, whichever entry is wrong.
    pub fn error_of_any(self, number: u32) -> Signal<Option<String>> {
        let of_number =
            move |wrongs: &Vec<Wrong>| wrongs.iter().map(|wrong| wrong.place).find(|place| place.number == number);
        sentence_at(self.wrongs, move || self.wrongs.with(of_number))
    }

    /// The sentence for an input that moves with its entry.
    pub fn error_at(self, place: impl Fn() -> Option<Place> + Send + Sync + 'static) -> Signal<Option<String>> {
        sentence_at(self.wrongs, place)
    }

    /// A value of the draft.
    pub fn value<T: PartialEq + Send + Sync + 'static>(
        self,
        get: impl Fn(&PartyDraft) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        let draft = self.draft;
        Memo::new(move |_| draft.with(&get)).into()
    }
}
