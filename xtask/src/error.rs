//! Everything that can go wrong, each as a sentence with the next step.

use std::path::PathBuf;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The command line makes no sense.
    #[error("{0}\nTry `cargo xtask --help`.")]
    Usage(String),
    /// A program ended with a failure; its own output stands above.
    #[error("`{command}` failed ({status}); its output is above.")]
    Failed {
        /// The command line as it was announced.
        command: String,
        /// How it ended.
        status: String,
    },
    /// A program could not be started at all.
    #[error("`{program}` could not be started: {source}. Is it installed and on the PATH?")]
    NotStarted {
        /// Name or path of the program.
        program: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// A program is needed that we neither found nor could install.
    #[error("{0}")]
    Missing(String),
    /// A file or folder could not be read or written.
    #[error("{path} could not be {done}: {source}", path = path.display())]
    File {
        /// What was tried: "read", "written", …
        done: &'static str,
        /// Where.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Trunk's output is not what we rely on.
    #[error("The build in {path} is not as expected: {reason}", path = path.display())]
    Build {
        /// The file or folder.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Another program listens there.
    #[error("Port {0} on 127.0.0.1 is in use. Stop the program that uses it, or choose another: `cargo xtask serve --port {other}`.",
        other = if *.0 == u16::MAX { 8081 } else { .0 + 1 })]
    PortInUse(u16),
    /// The port cannot be had for another reason.
    #[error("127.0.0.1:{port} cannot be listened on: {reason}")]
    Listen {
        /// The port that was asked for; 0 is any.
        port: u16,
        /// What the system says.
        reason: String,
    },
}

impl Error {
    /// Makes [`Error::File`] from what the system says, for `map_err`.
    pub fn file(done: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { done, path, source }
    }
}
