//! The browser as plain functions; the only home of `web_sys` beside `storage`.
//!
//! One idea a file. Nothing here knows a noun of the domain, and nothing here decides: what a key means, when to save, which
//! words to show is settled elsewhere. Listeners come back as a [`Guard`] that ends them when dropped.
//!
//! Everything compiles natively too, since the native tests of `state` are built with it; there, [`clock`], [`pause`] and
//! [`random`] work, [`channel`] and [`prefs`] are absent as in a browser that denies them, and the rest must not be called.

pub mod address;
pub mod channel;
pub mod clock;
pub mod errors;
pub mod files;
pub mod focus;
pub mod format;
mod global;
mod guard;
pub mod install;
mod intl;
pub mod keys;
pub mod language;
pub mod leaving;
pub mod media;
mod page;
pub mod pause;
pub mod picture;
pub mod prefs;
pub mod random;
pub mod storage_health;
pub mod update;
pub mod worker;

pub use guard::Guard;
pub use page::worker_script;
