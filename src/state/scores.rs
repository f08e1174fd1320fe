//! Classes and scores, worked out anew whenever something they rest on changes.
//!
//! What changed in the book is read in slices; the question itself is answered here when it is small and by the worker when it is not, so
//! that the page never waits. An answer that comes after a newer question was asked is dropped.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    analysis::{abc::Cuts, classification::Classification, rfm::Scale},
    domain::{
        class::{Class, Segment},
        day,
        party::Party,
        record::Kind,
        settings::Settings,
    },
    platform::{clock, pause::Slice},
};

use super::{
    answering::{Analyst, Asked},
    ledger::{Columns, Ledger, LeftOut},
    workspace::Workspace,
};

/// The answer to one question about everybody. A customer's number is the slot of the party.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// Rises with each answer; 0 for the empty one before the first.
    pub number: u64,
    /// The settings it was asked with.
    pub settings: Settings,
    /// Where ABC cuts.
    pub cuts: Cuts,
    /// Classes, scores, rhythm.
    pub classification: Classification,
    /// Orders that could not be taken into account.
    pub left_out: LeftOut,
    /// The day of the latest order there is, whatever day was asked for.
    pub latest: Option<NaiveDate>,
}

impl Answer {
    /// The computed ABC class of a slot.
    pub fn computed_class(&self, slot: u32) -> Option<Class> {
        self.classification.abc.class.get(slot as usize).and_then(|code| Class::from_code(*code))
    }

    /// The ABC class of a party: the one set by hand, else the computed one.
    pub fn class(&self, slot: u32, party: &Party) -> Option<Class> {
        party.abc.or_else(|| self.computed_class(slot))
    }

    /// The computed segment of a slot.
    pub fn computed_segment(&self, slot: u32) -> Option<Segment> {
        self.classification.rfm.segment.get(slot as usize).and_then(|code| Segment::from_code(*code))
    }

    /// The segment of a party: the one set by hand, else the computed one.
    pub fn segment(&self, slot: u32, party: &Party) -> Option<Segment> {
        party.segment.or_else(|| self.computed_segment(slot))
    }

    /// Customers and orders together: what the work of a question grows with.
    pub(super) fn basis_rows(&self) -> usize {
        let basis = &self.classification.basis;
        basis.customers as usize + usize::try_from(basis.orders).unwrap_or(usize::MAX)
    }

    /// What ABC goes by for a slot, minor units of the base currency.
    pub fn value(&self, slot: u32) -> Option<i64> {
        self.classification.values.get(slot as usize)
    }
}

/// The scores as views see them.
#[derive(Clone, Copy)]
pub struct Scores {
    answer: RwSignal<Arc<Answer>>,
    busy: RwSignal<bool>,
    as_of: RwSignal<Option<NaiveDate>>,
    asked: StoredValue<u64>,
    ledger: StoredValue<Ledger>,
    analyst: StoredValue<Analyst, LocalStorage>,
    workspace: Workspace,
}

impl Scores {
    /// Starts answering, and hands the answers to every view below.
    pub fn start(workspace: Workspace) -> Self {
        let scores = Self {
            answer: RwSignal::default(),
            busy: RwSignal::new(false),
            as_of: RwSignal::new(None),
            asked: StoredValue::new(0),
            ledger: StoredValue::new(Ledger::default()),
            analyst: StoredValue::new_local(Analyst::default()),
            workspace,
        };
        Effect::new(move |_| {
            for kind in [Kind::Order, Kind::Party, Kind::Settings] {
                workspace.revision(kind).track();
            }
            scores.as_of.track();
            if workspace.is_ready() {
                scores.ask();
            }
        });
        provide_context(scores);
        scores
    }

    /// The scores of the views above.
    pub fn expect() -> Self {
        use_context().expect("the app starts the scores before it shows a view")
    }

    /// The latest answer; an empty one before the first.
    pub fn answer(self) -> Arc<Answer> {
        self.answer.get()
    }

    /// The latest answer as a signal, to look at without copying.
    pub fn signal(self) -> RwSignal<Arc<Answer>> {
        self.answer
    }

    /// Whether a newer answer is on its way.
    pub fn busy(self) -> bool {
        self.busy.get()
    }

    /// The day that was chosen; `None` means today.
    pub fn chosen_day(self) -> Option<NaiveDate> {
        self.as_of.get()
    }

    /// Chooses the last day that exists for every question; `None` means today.
    pub fn choose_day(self, day: Option<NaiveDate>) {
        self.as_of.set(day);
    }

    /// Who asks the worker.
    pub(super) fn analyst(self) -> Analyst {
        self.analyst.get_value()
    }

    /// The orders as they were entered last.
    pub(super) fn columns(self) -> Columns {
        self.ledger.with_value(Ledger::columns)
    }

    /// Asks anew, e.g. when a new day has begun.
    pub fn ask(self) {
        let question = self.asked.with_value(|asked| asked + 1);
        self.asked.set_value(question);
        self.busy.set(true);
        let as_of = self.as_of.get_untracked();
        spawn_local(async move {
            let Some(answer) = self.work_out(question, as_of).await else { return };
            self.answer.set(Arc::new(answer));
            self.busy.set(false);
        });
    }

    fn is_stale(self, question: u64) -> bool {
        self.asked.with_value(|asked| *asked != question)
    }

    /// `None` when a newer question was asked meanwhile.
    async fn work_out(self, question: u64, as_of: Option<NaiveDate>) -> Option<Answer> {
        let mut slice = Slice::new();
        let settings = self.workspace.peek(|book| book.settings());
        let mut ledger = self.ledger.with_value(Ledger::clone);
        let seq = self.workspace.seq();
        for page in self.workspace.peek(|book| ledger.renew(book, &settings, seq)) {
            self.workspace.peek(|book| ledger.enter_page(book, &settings, page));
            slice.pause_if_used_up().await;
            if self.is_stale(question) {
                return None;
            }
        }
        self.ledger.set_value(ledger.clone());
        slice.pause_if_used_up().await;
        let (customers, columns) = (self.workspace.peek(|book| book.parties.slots()), ledger.columns());
        let as_of = as_of.unwrap_or_else(|| clock::today(&settings.time_zone));
        let cuts = cuts(&settings);
        let latest = columns.day.iter().max().and_then(|number| day::from_number(*number));
        slice.pause_if_used_up().await;
        let asked = Asked::new(customers, columns, settings.measure, cuts, day::number(as_of)).scored(scale(&settings));
        let classification = self.analyst.get_value().answer(asked).await;
        (!self.is_stale(question)).then_some(Answer {
            number: question,
            cuts,
            classification,
            left_out: ledger.left_out(),
            latest,
            settings,
        })
    }
}

/// How many scores the settings want; the usual ones where a file from elsewhere brought impossible ones.
pub(super) fn scale(settings: &Settings) -> Scale {
    u8::try_from(settings.scoring.scores).ok().and_then(|top| Scale::new(top).ok()).unwrap_or_default()
}

/// The cuts of the settings; the usual ones where a file from elsewhere brought impossible ones.
fn cuts(settings: &Settings) -> Cuts {
    let cut = |share: u32| u16::try_from(share).unwrap_or(u16::MAX);
    Cuts::new(cut(settings.cut_a), cut(settings.cut_b)).unwrap_or_default()
}
