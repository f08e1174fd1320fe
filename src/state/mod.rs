//! Signals over the book, and commands that turn an intention into a change.
//!
//! Asking and doing live apart: [`workspace`] is read by views, [`commit`] is the one door for writes, [`commands`] make
//! changes for it. Nothing here knows what anything looks like.

pub mod commands;

mod checkpoint;
mod commit;
mod importing;
mod ledger;
mod opening;
mod record_history;
mod scores;
mod tabs;
mod texts;
mod undo;
mod watch;
mod workspace;

pub use commit::{CommitError, Draft, Intent};
pub use importing::{ImportFileError, ImportSession, Input};
pub use ledger::LeftOut;
pub use record_history::{RecordChange, RecordHistory, Touched};
pub use scores::{Answer, Scores};
pub use texts::{Search, Texts};
pub use undo::TakenBack;
pub use watch::{Progress, Step, Watch};
pub use workspace::{OpenError, Phase, Saving, Stop, Workspace};
