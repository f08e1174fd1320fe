//! Kith: a customer relationship manager that runs without a server.
//!
//! The rooms, and the one way in which they may use each other:
//!
//! ```text
//! ui → state → {storage, platform} → {interchange, sync, analysis} → domain
//! ```
//!
//! The first four need a browser and come with the feature `web`; the others are pure: data in, data out, the clock passed in.

pub mod analysis;
pub mod domain;
pub mod interchange;
pub mod sync;

#[cfg(feature = "web")]
pub mod platform;
#[cfg(feature = "web")]
pub mod state;
#[cfg(feature = "web")]
pub mod storage;
#[cfg(feature = "web")]
pub mod ui;

#[cfg(feature = "web")]
pub use words::i18n;

/// The locale files as code. The macro's successor, code generation in the build script, would bring hundreds of crates into
/// the build for a feature that is not used here (choosing the data of ICU).
#[cfg(feature = "web")]
#[allow(deprecated, missing_docs)]
mod words {
    leptos_i18n::load_locales!();
}
