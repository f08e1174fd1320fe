//! Why a flow stopped, as a sentence.

use std::path::PathBuf;

/// Shown as a sentence also by `{:?}`, which is how a failing test shows it.
#[derive(thiserror::Error)]
pub enum Failure {
    /// There is no page to test.
    #[error("{path} has no page. Run `cargo xtask dist` first, or `cargo xtask test --only flows`, which does.", path = .0.display())]
    NotBuilt(PathBuf),
    /// A variable of the environment is needed.
    #[error("{0} is not set. `cargo xtask test --only flows` sets it.")]
    NotSet(&'static str),
    /// Chromium, its driver or a port cannot be had.
    #[error(transparent)]
    Setup(#[from] xtask::Error),
    /// The driver did not come up.
    #[error("chromedriver did not start: {0}")]
    Driver(String),
    /// The driver refuses a command.
    #[error("the browser refused a command: {0}")]
    WebDriver(#[from] thirtyfour::error::WebDriverError),
    /// A script of the test threw.
    #[error("a script of the test failed: {0}")]
    Script(String),
    /// What was waited for did not come.
    #[error("waited {seconds} s in vain for {what}.\n{page}")]
    Late {
        /// How long.
        seconds: u64,
        /// What.
        what: String,
        /// What the page shows instead.
        page: String,
    },
    /// The page did something that it must never do.
    #[error("{0}")]
    NotClean(String),
    /// A file of the test itself.
    #[error("{path} cannot be used: {source}", path = path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The bench program was called in a way it does not understand.
    #[error("{0}\nTry `cargo xtask bench --help`.")]
    Usage(String),
    /// A program of the peers cannot be had, or what it says cannot be read.
    #[error("{0}")]
    Peers(String),
}

impl std::fmt::Debug for Failure {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{self}")
    }
}

impl Failure {
    /// Makes [`Failure::File`], for `map_err`.
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}

/// What a flow returns.
pub type Result<T> = std::result::Result<T, Failure>;
