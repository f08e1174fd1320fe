//! Signals over the book, and commands that turn an intention into a change.
//!
//! Asking and doing live apart: [`workspace`] is read by views, [`commit`] is the one door for writes, [`commands`] make
//! changes for it. Nothing here knows what anything looks like.

pub mod commands;

mod answering;
mod checkpoint;
mod commit;
mod importing;
mod ledger;
mod opening;
mod party_history;
mod scores;
mod tabs;
mod texts;
mod undo;
mod watch;
mod workspace;

pub use answering::{Analyst, Asked, Carried, Parcel, serve};
pub use commit::{CommitError, Draft, Intent};
pub use importing::{ImportFileError, ImportSession, Input};
pub use ledger::{Columns, LeftOut};
pub use party_history::{PartyChange, PartyHistory, RecordChange, Touched};
pub use scores::{Answer, Scores};
pub use texts::{Search, Texts};
pub use undo::TakenBack;
pub use watch::{Progress, Step, Watch};
pub use workspace::{OpenError, Phase, Saving, Stop, Workspace};
