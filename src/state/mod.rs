//! Signals over the book, and commands that turn an intention into a change.
//!
//! Asking and doing live apart: [`workspace`] is read by views, [`commit`] is the one door for writes, `commands` make changes
//! for it. Nothing here knows what anything looks like.

pub mod checkpoint;
pub mod commands;
pub mod commit;
pub mod opening;
pub mod tabs;
pub mod undo;
pub mod workspace;

pub use commit::{CommitError, Draft, Intent};
pub use workspace::{Phase, Saving, Workspace};
