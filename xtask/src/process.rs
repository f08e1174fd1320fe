//! Starting programs: each is announced, none waits for a keyboard.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Error;

/// One program about to be started.
pub struct Run {
    command: Command,
    shown: String,
}

impl Run {
    /// A program by name or path, in the repository's folder.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        let mut command = Command::new(program);
        command.current_dir(crate::root()).stdin(Stdio::null());
        let shown = Path::new(program).file_stem().unwrap_or(program).to_string_lossy().into_owned();
        Self { command, shown }
    }

    /// The cargo that started us.
    pub fn cargo() -> Self {
        let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
        Self::new(program)
    }

    /// Adds arguments.
    pub fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        for argument in arguments {
            let argument = argument.as_ref();
            self.shown.push(' ');
            self.shown.push_str(&argument.to_string_lossy());
            self.command.arg(argument);
        }
        self
    }

    /// Adds one argument.
    pub fn arg(self, argument: impl AsRef<OsStr>) -> Self {
        self.args([argument])
    }

    /// Sets a variable of its environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Takes a variable out of its environment.
    pub fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Starts it in another folder.
    pub fn in_dir(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Says what it starts, and waits for the end.
    ///
    /// # Errors
    /// If it cannot be started or ends with a failure.
    pub fn announced(self) -> Result<(), Error> {
        println!("$ {}", self.shown);
        self.quietly()
    }

    /// Waits for the end.
    ///
    /// # Errors
    /// If it cannot be started or ends with a failure.
    pub fn quietly(mut self) -> Result<(), Error> {
        let status = self.command.status().map_err(|source| self.not_started(source))?;
        if status.success() { Ok(()) } else { Err(Error::Failed { command: self.shown, status: status.to_string() }) }
    }

    /// What it prints, trimmed; nothing if it cannot be started or fails.
    pub fn output(mut self) -> Option<String> {
        let output = self.command.stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    fn not_started(&self, source: std::io::Error) -> Error {
        Error::NotStarted { program: self.command.get_program().to_string_lossy().into_owned(), source }
    }
}

/// The PATH with folders in front of it.
///
/// # Errors
/// If a folder's name cannot stand in a PATH.
pub fn path_with(first: impl IntoIterator<Item = PathBuf>) -> Result<OsString, Error> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(first.into_iter().chain(env::split_paths(&path)))
        .map_err(|error| Error::Missing(format!("The PATH cannot be extended: {error}.")))
}
