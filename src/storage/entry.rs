//! What the journal and the pages hold: bytes with just enough shape to be stored well.

/// One change in the journal.
///
/// The head is small (who, when, why, how much) and can be listed without reading the body, which may be a hundred
/// megabytes long after an import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// What a list of the history needs. Keep it below a kilobyte or so.
    pub head: Vec<u8>,
    /// The change itself.
    pub body: Vec<u8>,
}

/// The head of one change, with what is known about its body without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The change's number in the journal, from 1 on, without gaps.
    pub seq: u64,
    /// The entry's head.
    pub head: Vec<u8>,
    /// The length of the entry's body, in bytes.
    pub body_len: u64,
}

/// A piece of a long body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyPart {
    /// Its bytes; a record may begin in one part and end in the next.
    pub bytes: Vec<u8>,
    /// Whether nothing follows.
    pub is_last: bool,
}

/// Names a page: the kind of record that it holds, and its number among the pages of that kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageKey {
    /// The kind of record; its meaning is the caller's.
    pub kind: u8,
    /// The number among the pages of that kind.
    pub number: u32,
}
