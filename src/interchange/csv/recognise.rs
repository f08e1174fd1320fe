//! The first look at a file: whether it can be read at all, and how.

use super::{
    decode::decode,
    dialect::{self, Dialect},
    encoding::{self, Confidence, Encoding},
    foreign::{self, Foreign},
    limits::Limits,
    problem::FileProblem,
};

/// As many bytes from the start of a file are enough to recognise it by.
pub const HEAD: usize = 256 << 10;

/// How a file is to be read, each part with how sure it is. The user may change each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// The encoding, with what else it may be.
    pub encoding: encoding::Recognised,
    /// The dialect.
    pub dialect: Dialect,
    /// How sure the delimiter is.
    pub confidence: Confidence,
    /// How many columns most of the first rows have.
    pub columns: usize,
}

/// What the user knows better; the rest is recognised.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The encoding.
    pub encoding: Option<Encoding>,
    /// The quotation mark; `Some(None)` when marks are plain text.
    pub quote: Option<Option<u8>>,
}

/// Looks at the first [`HEAD`] bytes of a file of `size` bytes.
pub fn recognise(head: &[u8], size: u64, chosen: Chosen, limits: &Limits) -> Result<Recognised, FileProblem> {
    if size > limits.bytes {
        return Err(FileProblem::TooBig { bytes: size, limit: limits.bytes });
    }
    let whole = head.len() as u64 >= size;
    if let Some(what) = foreign::recognise(head) {
        return Err(FileProblem::WrongFile { what });
    }
    let mut encoding = encoding::recognise(head, whole);
    if let Some(chosen) = chosen.encoding {
        let others = std::iter::once(encoding.encoding).chain(encoding.alternatives);
        let alternatives = others.filter(|other| *other != chosen).collect();
        encoding = encoding::Recognised { encoding: chosen, confidence: Confidence::Certain, alternatives };
    }
    let text = match decode(head, whole, encoding.encoding) {
        // Zero bytes and the like are told before letters that make no sense.
        Err(_) if chosen.encoding.is_none() && is_binary(head) => {
            return Err(FileProblem::WrongFile { what: Foreign::Binary });
        }
        result => result?,
    };
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\0' || c == '\u{1A}').is_empty() {
        return Err(FileProblem::Empty);
    }
    if foreign::is_binary(&text) {
        return Err(FileProblem::WrongFile { what: Foreign::Binary });
    }
    if let Some(what) = foreign::recognise(text.as_bytes()) {
        return Err(FileProblem::WrongFile { what });
    }
    let dialect::Recognised { dialect, confidence, columns } = dialect::recognise(&text, whole, chosen.quote);
    Ok(Recognised { encoding, dialect, confidence, columns })
}

/// Whether bytes that are no text in the recognised encoding are no text at all.
fn is_binary(head: &[u8]) -> bool {
    let odd = head.iter().filter(|byte| **byte < 0x20 && !b"\t\r\n\x0B\x0C\x1A".contains(byte)).count();
    odd * 50 > head.len()
}
