//! Kith: a customer relationship manager that runs without a server.
//!
//! The rooms, and the one way in which they may use each other:
//!
//! ```text
//! ui → state → {storage, platform} → {interchange, sync, analysis, demo} → {domain, unicode}
//! ```
//!
//! The first four need a browser and come with the feature `web`; the others are pure: data in, data out, the clock passed in.

pub mod analysis;
pub mod demo;
pub mod domain;
pub mod interchange;
pub mod sync;
pub mod unicode;

#[cfg(feature = "web")]
pub mod platform;
#[cfg(feature = "web")]
pub mod state;
#[cfg(feature = "web")]
pub mod storage;
#[cfg(feature = "web")]
pub mod ui;

/// The locale files as code, written by the build script.
#[cfg(feature = "web")]
#[allow(missing_docs, unused_qualifications, clippy::all)]
mod locales {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

#[cfg(feature = "web")]
pub use locales::i18n;
