//! Signals over the book, and commands that turn an intention into a change.
//!
//! Asking and doing live apart: [`workspace`] is read by views, [`commit`] is the one door for writes, [`commands`] make
//! changes for it. Nothing here knows what anything looks like.

pub mod commands;

mod agenda;
mod answering;
mod checkpoint;
mod commit;
mod drafts;
mod history;
mod importing;
mod insights;
mod ledger;
mod lookalikes;
mod opening;
mod scores;
mod search;
mod sheet;
mod tabs;
mod undo;
mod watch;
mod workspace;

pub use agenda::{AGENDA, agenda, for_tomorrow};
pub use answering::{
    Analyst, AnswersAsked, Asked, Carried, DemoAsked, DemoMade, FactsAsked, LinesAsked, Parcel, Topic, answer_insight,
    answer_loyalty, answer_profitability, answer_scorecard, serve,
};
pub use commit::{CommitError, Draft, Intent};
pub use drafts::{Drafts, Kept};
pub use history::{About, Inside, Past, PastChange, RecordChange, Sieve, Touched};
pub use importing::{ImportFileError, ImportSession, Input};
pub use insights::{Insights, Standing, Told};
pub use ledger::{Columns, LeftOut};
pub use lookalikes::{Lookalikes, traits};
pub use scores::{Answer, Scores};
pub use search::{Hits, Librarian, Search, page_texts};
pub use sheet::{Reading, Sheet, is_there, slots};
pub use undo::{Taken, TakenBack};
pub use watch::{Progress, Step, Watch};
pub use workspace::{OpenError, Phase, Saving, Stop, Workspace};
