//! Insights: questions that are asked of the worker when a page wants them, and kept until the scores change.
//!
//! Only the newest question counts. One at a time is under way for each topic; what was asked meanwhile is asked after it, and of a large
//! book the worker is stopped rather than waited for.

mod lines;
mod listening;
mod told;

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    analysis::{
        abc::Cuts,
        insights::{
            loyalty::Loyalty, movement::Movement, outlook::Outlook, overview::Overview, profitability::Profitability,
            retention::Retention, scorecard::Measured, steadiness::Steadiness, together::Together, unusual::Unusual,
        },
    },
    domain::{day, record::Kind, settings::Settings},
    platform::errors,
};

use super::{
    answering::{Asked, Carried, Line, Parcel, Topic},
    scores::{Scores, scale},
    workspace::Workspace,
};

use told::{Course, Stamp};

pub use told::{Standing, Told};

/// Rows from which a question nobody waits for is stopped: below, it is over before another worker has started.
const LARGE: usize = 50_000;

/// Everything that insights ask.
#[derive(Clone, Copy)]
pub struct Insights {
    /// Who comes back, and what it is worth.
    pub outlook: Told<Outlook>,
    /// Cohorts, and how long the second order takes. The detail is the period: months 0, quarters 1, years 2.
    pub retention: Told<Retention>,
    /// Who earns, who costs. The detail tells one state of conversations from the next.
    pub profitability: Told<Profitability>,
    /// What is bought together.
    pub together: Told<Together>,
    /// What stands out.
    pub unusual: Told<Unusual>,
    /// The few numbers that matter. The detail is the number of days.
    pub overview: Told<Overview>,
    /// Who moved between two days. The detail is how many days lie between.
    pub movement: Told<Movement>,
    /// How steadily customers buy.
    pub steadiness: Told<Steadiness>,
    /// What customers say, and what they do. The detail tells one state of the answers from the next.
    pub loyalty: Told<Loyalty>,
    /// What a scorecard measures. The detail tells one state of answers and notes from the next.
    pub measured: Told<Measured>,
    line: StoredValue<Line, LocalStorage>,
    scores: Scores,
    workspace: Workspace,
}

/// Where insights are kept, from the first page that asks for them on.
#[derive(Clone)]
struct Place {
    owner: Owner,
    kept: StoredValue<Option<Insights>>,
}

impl Insights {
    /// Makes room for them; the code that asks comes with the pages that want it.
    pub fn provide() {
        let owner = Owner::current().expect("the app is started within an owner");
        provide_context(Place { owner, kept: StoredValue::new(None) });
    }

    /// The insights of the views above.
    pub fn expect() -> Self {
        let place: Place = use_context().expect("the app makes room for insights before it shows a view");
        place.kept.get_value().unwrap_or_else(|| {
            let (scores, workspace) = (Scores::expect(), Workspace::expect());
            let insights = place.owner.with(|| Self::new(scores, workspace));
            place.kept.set_value(Some(insights));
            insights
        })
    }

    fn new(scores: Scores, workspace: Workspace) -> Self {
        let line = Line::new(|reason| errors::log(&format!("The worker is not asked any more: {reason}")));
        Self {
            outlook: Told::new(),
            retention: Told::new(),
            profitability: Told::new(),
            together: Told::new(),
            unusual: Told::new(),
            overview: Told::new(),
            movement: Told::new(),
            steadiness: Told::new(),
            loyalty: Told::new(),
            measured: Told::new(),
            line: StoredValue::new_local(line),
            scores,
            workspace,
        }
    }

    /// Keeps an answer up while the view that calls this is shown: asks now, and whenever the scores or the detail change.
    pub fn keep<T: Carried + Send + Sync>(self, topic: Topic, told: Told<T>, detail: impl Fn() -> i32 + 'static) {
        Effect::new(move |_| {
            let number = self.scores.signal().with(|answer| answer.number);
            let stamp = Stamp { number, detail: detail() };
            if number > 0 {
                self.ask(topic, told, stamp);
            }
        });
    }

    fn ask<T: Carried + Send + Sync>(self, topic: Topic, told: Told<T>, stamp: Stamp) {
        let Course { standing, wanted, running } = told.course;
        let before = wanted.get_value();
        if before == Some(stamp) {
            return;
        }
        wanted.set_value(Some(stamp));
        standing.set(Standing::Busy);
        if running.get_value() {
            if self.scores.signal().with_untracked(|answer| answer.basis_rows()) > LARGE {
                self.line.with_value(Line::restart);
            }
            return;
        }
        running.set_value(true);
        spawn_local(async move {
            while let Some(stamp) = wanted.get_value() {
                let answer = self.question(topic, told.course, stamp).await;
                if wanted.get_value() != Some(stamp) {
                    continue;
                }
                if let Some(answer) = answer {
                    told.answer.set(Some(Arc::new(answer)));
                    standing.set(Standing::Answered);
                } else if self.line.with_value(Line::is_broken) {
                    wanted.set_value(None);
                    standing.set(Standing::Failed);
                } else {
                    // Somebody else's newer question stopped the worker.
                    continue;
                }
                break;
            }
            running.set_value(false);
        });
    }

    /// Asks the worker; `None` when it stopped, or nobody waits any more.
    async fn question<T: Carried>(self, topic: Topic, course: Course, stamp: Stamp) -> Option<T> {
        let line = self.line.get_value();
        let (settings, cuts, as_of) = self
            .scores
            .signal()
            .with_untracked(|answer| (answer.settings.clone(), answer.cuts, answer.classification.summary.as_of));
        let stale = move || course.wanted.get_value() != Some(stamp);
        let mut parcel = if let Topic::Loyalty | Topic::Scorecard = topic {
            self.listen(topic, as_of, stale).await?
        } else if topic == Topic::Together {
            let lines = lines::lines(self.workspace, as_of, stale).await?;
            line.ask(topic, |parcel| parcel.put(&lines)).await?
        } else if topic == Topic::Profitability {
            let minutes = listening::minutes(self.workspace, as_of, stale).await?;
            let asked = self.asked(&settings, cuts, as_of);
            let put = |parcel: &mut Parcel| {
                parcel.put(&asked);
                parcel.put(&minutes);
            };
            line.ask(topic, put).await?
        } else {
            let asked = self.asked(&settings, cuts, as_of);
            let put = |parcel: &mut Parcel| {
                parcel.put(&asked);
                parcel.put(&stamp.detail);
            };
            line.ask(topic, put).await?
        };
        let answer = parcel.take();
        if answer.is_none() {
            line.give_up("the worker's answer cannot be read");
        }
        answer
    }

    /// Asks about orders and what customers said.
    async fn listen(self, topic: Topic, as_of: i32, stale: impl Fn() -> bool) -> Option<Parcel> {
        let answers = listening::answers(self.workspace, as_of, &stale).await?;
        let facts = match topic {
            Topic::Scorecard => Some(listening::facts(self.workspace, as_of, &stale).await?),
            _ => None,
        };
        let (settings, cuts) = self.scores.signal().with_untracked(|answer| (answer.settings.clone(), answer.cuts));
        let asked = self.asked(&settings, cuts, as_of);
        let put = |parcel: &mut Parcel| {
            parcel.put(&asked);
            parcel.put(&answers);
            if let Some(facts) = &facts {
                parcel.put(facts);
            }
        };
        self.line.get_value().ask(topic, put).await
    }

    /// All orders as they are now.
    fn asked(self, settings: &Settings, cuts: Cuts, as_of: i32) -> Asked {
        let customers = self.workspace.peek(|book| book.parties.slots());
        Asked::new(customers, self.scores.columns(), settings.measure, cuts, as_of).scored(scale(settings))
    }

    /// A number that is another one whenever records of these kinds have changed: the detail of what rests on them.
    pub fn state_of(self, kinds: &'static [Kind]) -> Signal<i32> {
        let workspace = self.workspace;
        Signal::derive(move || {
            kinds.iter().fold(0, |sum: i32, kind| sum.wrapping_add(workspace.revision(*kind).get() as i32))
        })
    }

    /// The last day that exists, for every answer; none before the first.
    pub fn as_of(self) -> Option<chrono::NaiveDate> {
        self.scores
            .signal()
            .with(|answer| (answer.number > 0).then(|| day::from_number(answer.classification.summary.as_of)).flatten())
    }
}
