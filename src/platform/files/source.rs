//! A file that the user chose or dropped, read piece by piece.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

use crate::platform::errors;

use super::pieces::Pieces;

/// Read at once by [`Source::read_all`]: 4 MiB, some milliseconds from a disk.
const CHUNK: u64 = 4 << 20;

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It was moved, deleted or changed since it was chosen, or it is a folder.
    #[error("the file is not there any more as it was chosen")]
    Gone,
    /// The system does not let the browser read it.
    #[error("the file may not be read")]
    Denied,
    /// There is not enough memory for so much of it at once.
    #[error("{0} bytes do not fit into memory")]
    TooLarge(u64),
    /// The user has called it off.
    #[error("called off")]
    Cancelled,
    /// Anything else, in the browser's words.
    #[error("the browser could not read the file: {0}")]
    Other(String),
}

/// A chosen file. Its name, size and type are known before anything is read.
#[derive(Debug, Clone)]
pub struct Source {
    file: File,
}

impl From<File> for Source {
    fn from(file: File) -> Self {
        Self { file }
    }
}

impl Source {
    /// The name without its folder.
    pub fn name(&self) -> String {
        self.file.name()
    }

    /// How many bytes.
    pub fn size(&self) -> u64 {
        self.file.size() as u64
    }

    /// The media type that the browser guesses from the name: `text/csv`; empty if it knows none.
    pub fn mime(&self) -> String {
        self.file.type_()
    }

    /// The bytes from `from` up to, not including, `to`; fewer if the file ends before.
    ///
    /// # Errors
    /// [`ReadError`], never [`ReadError::Cancelled`].
    pub async fn read(&self, from: u64, to: u64) -> Result<Vec<u8>, ReadError> {
        let mut bytes = Vec::new();
        self.append(&mut bytes, from, to).await?;
        Ok(bytes)
    }

    /// All bytes, 4 MiB at a time; after each of them, `progress` hears how many bytes of how many are read, and reading ends if
    /// `cancelled` says so.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn read_all(
        &self,
        mut progress: impl FnMut(u64, u64),
        cancelled: impl Fn() -> bool,
    ) -> Result<Vec<u8>, ReadError> {
        let size = self.size();
        let mut bytes = Vec::new();
        reserve(&mut bytes, size)?;
        for from in (0..size).step_by(CHUNK as usize) {
            if cancelled() {
                return Err(ReadError::Cancelled);
            }
            let to = size.min(from + CHUNK);
            self.append(&mut bytes, from, to).await?;
            progress(to, size);
        }
        Ok(bytes)
    }

    /// The bytes that were packed into it by gzip; `None` if the browser cannot unpack.
    pub fn unpacked(&self) -> Option<Pieces> {
        Pieces::through(&self.file.stream(), "DecompressionStream")
    }

    async fn append(&self, bytes: &mut Vec<u8>, from: u64, to: u64) -> Result<(), ReadError> {
        let piece = self.file.slice_with_f64_and_f64(from as f64, to as f64).map_err(|thrown| read_error(&thrown))?;
        let buffer = piece.array_buffer().await.map_err(|thrown| read_error(&thrown))?;
        let array = Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>());
        reserve(bytes, u64::from(array.length()))?;
        let start = bytes.len();
        bytes.resize(start + array.length() as usize, 0);
        array.copy_to(&mut bytes[start..]);
        Ok(())
    }
}

/// The files chosen in an `<input type=file>`, which is empty again afterwards: choosing the same file once more is a new choice.
pub fn chosen(input: &HtmlInputElement) -> Vec<Source> {
    let sources = sources(input.files());
    input.set_value("");
    sources
}

/// The files dropped; none if something else was, such as text.
pub fn dropped(event: &DragEvent) -> Vec<Source> {
    sources(event.data_transfer().and_then(|transfer| transfer.files()))
}

fn sources(files: Option<FileList>) -> Vec<Source> {
    files
        .map(|files| (0..files.length()).filter_map(|index| files.get(index)).map(Source::from).collect())
        .unwrap_or_default()
}

/// Asks for memory instead of taking it: there are 4 GiB at most, and taking too much ends the program.
fn reserve(bytes: &mut Vec<u8>, more: u64) -> Result<(), ReadError> {
    let fits = usize::try_from(more).is_ok_and(|more| bytes.try_reserve_exact(more).is_ok());
    if fits { Ok(()) } else { Err(ReadError::TooLarge(more)) }
}

pub(super) fn read_error(thrown: &JsValue) -> ReadError {
    match errors::name(thrown).as_str() {
        "NotFoundError" | "NotReadableError" => ReadError::Gone,
        "SecurityError" | "NotAllowedError" => ReadError::Denied,
        _ => ReadError::Other(errors::describe(thrown)),
    }
}
