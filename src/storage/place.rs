//! Where in the database a value lives, to seal it there and to say where it is broken.

use std::fmt::{Display, Formatter, Result};

use super::PageKey;

/// One stored value, or a store as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// An object store.
    Store(&'static str),
    /// The meta row.
    Meta,
    /// The row that counts how often the store was erased or replaced.
    Generation,
    /// A draft, by the hash of its name.
    Draft(u64),
    /// A page.
    Page(PageKey),
    /// The head of a journal entry.
    Head(u64),
    /// The body of a journal entry, where it is kept in one piece.
    Body(u64),
    /// One part of a journal entry's long body.
    Part(u64, u32),
}

/// What is wrong there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Nothing is there, although something must be.
    Missing,
    /// The key is not one that Kith writes.
    Key,
    /// The value is not an array of bytes.
    NotBytes,
    /// The value is cut short, too long, or its lengths contradict each other.
    Length,
    /// The bytes are not those that were written.
    Checksum,
    /// The checksum is right, yet the content cannot be read.
    Content,
}

impl Place {
    /// Seeds the checksum, so that a value found in the wrong place does not pass for the right one.
    pub(super) fn seed(self) -> u64 {
        let (tag, number) = match self {
            Place::Store(_) => (0, 0),
            Place::Meta => (1, 0),
            Place::Generation => (2, 0),
            Place::Page(key) => (3, u64::from(key.kind) << 32 | u64::from(key.number)),
            Place::Head(seq) => (4, seq),
            Place::Body(seq) => (5, seq),
            // Numbers of entries stay below 2^53 and a body has far fewer than 2^20 parts: any mix of both will do.
            Place::Part(seq, part) => (6, seq.rotate_left(20) ^ u64::from(part)),
            Place::Draft(name) => (7, name),
        };
        number.rotate_left(4) ^ tag
    }
}

impl Display for Place {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Place::Store(name) => write!(f, "store {name}"),
            Place::Meta => write!(f, "meta"),
            Place::Generation => write!(f, "meta/generation"),
            Place::Draft(_) => write!(f, "meta/draft"),
            Place::Page(key) => write!(f, "pages/{}/{}", key.kind, key.number),
            Place::Head(seq) => write!(f, "journal/{seq}"),
            Place::Body(seq) => write!(f, "journal/{seq}/body"),
            Place::Part(seq, part) => write!(f, "journal/{seq}/{part}"),
        }
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Fault::Missing => "missing",
            Fault::Key => "unknown key",
            Fault::NotBytes => "not bytes",
            Fault::Length => "wrong length",
            Fault::Checksum => "wrong checksum",
            Fault::Content => "unreadable content",
        })
    }
}
