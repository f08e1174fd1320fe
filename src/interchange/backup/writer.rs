//! Writes a backup a chunk at a time.

use std::{collections::VecDeque, io::Write};

use base64::{Engine, prelude::BASE64_STANDARD};
use uuid::Uuid;

use crate::{
    domain::{
        book::{Book, with_type},
        record::{Kind, Row},
    },
    interchange::journal,
};

use super::{
    Entry, FORMAT, MAX_RECORD, TOO_LARGE,
    change::{OpCheck, Readable},
    check::{Saved, fault, short},
    error::Cause,
    instant, name, record,
    seal::Seal,
};

/// Why a backup could not be written to its end.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// The book changed meanwhile, here or in another tab: what was written so far belongs to two books. Start anew.
    #[error("the book changed while it was being written")]
    Changed,
    /// A change of the journal cannot be read, and so would make the whole backup unreadable. Leave the history out.
    #[error("change {index} cannot be read: {cause}")]
    Damaged {
        /// Which, from 0 on.
        index: u64,
        /// What the decoder says.
        cause: String,
    },
}

/// A record that was written, but for which the backup would be refused: it is to be mended first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Uuid,
    /// Its name, number or text.
    pub title: Option<String>,
    /// What is wrong with it.
    pub cause: Cause,
}

/// What was written, and the rest of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The last chunk.
    pub last: Vec<u8>,
    /// Bytes of the whole file.
    pub bytes: u64,
    /// The SHA-256 of the whole file, in hexadecimal digits.
    pub sha256: String,
    /// Records for which the file would be refused; the first hundred of them.
    pub faults: Vec<Fault>,
    /// Whether the file is so long that it would be refused: leave the history out.
    pub too_large: bool,
}

impl Written {
    /// Whether the file would come back as it is.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty() && !self.too_large
    }
}

/// Writes a backup:
///
/// ```
/// # use kith::{domain::book::Book, interchange::backup::{Entry, WriteError, Writer}};
/// # fn write(book: &Book, journal: Vec<Entry>, now: u64) -> Result<Vec<Vec<u8>>, WriteError> {
/// let mut chunks = Vec::new();
/// let mut writer = Writer::new(book, now, true);
/// while let Some(chunk) = writer.next_chunk(book)? {
///     chunks.push(chunk);
///     // A page lets the browser breathe here.
/// }
/// for entry in journal {
///     writer.push_history(entry);
///     while let Some(chunk) = writer.next_chunk(book)? {
///         chunks.push(chunk);
///     }
/// }
/// let written = writer.finish(book)?;
/// chunks.push(written.last);
/// # Ok(chunks)
/// # }
/// ```
///
/// It holds one chunk and the changes that were pushed and not yet drawn, not the text.
#[derive(Debug)]
pub struct Writer {
    touched: u64,
    with_history: bool,
    at: At,
    entries: VecDeque<Entry>,
    /// Changes written so far.
    index: u64,
    out: Vec<u8>,
    seal: Seal,
    bytes: u64,
    faults: Vec<Fault>,
}

/// What comes next.
#[derive(Debug)]
enum At {
    /// The record in a slot, of the kind of that number; `any` says whether one was written.
    Records { kind: usize, slot: u32, any: bool },
    /// The beginning of the next change.
    Change,
    /// Bytes of a change, from `done` on.
    Ops { body: Vec<u8>, done: usize, check: OpCheck },
}

/// Bytes of a change that make one text.
const PIECE: usize = 48 << 10;
/// How many faults are remembered.
const MAX_FAULTS: usize = 100;

impl Writer {
    /// A chunk has this many bytes, and up to one record more.
    pub const CHUNK: usize = 128 << 10;

    /// Starts to write `book` as it is at `saved`, milliseconds since 1970. Without history, the file says so, and changes
    /// that are pushed are left out.
    pub fn new(book: &Book, saved: u64, with_history: bool) -> Self {
        let counts = Kind::ALL.map(|kind| format!("\"{}\":{}", name(kind), book.count(kind))).join(",");
        let saved = instant::write(saved);
        let head = format!("{{\"kith\":{FORMAT},\n\"saved\":\"{saved}\",\n\"counts\":{{{counts}}},\n\"records\":{{\n");
        Self {
            touched: book.touched(),
            with_history,
            at: At::Records { kind: 0, slot: 0, any: false },
            entries: VecDeque::new(),
            index: 0,
            out: head.into_bytes(),
            seal: Seal::default(),
            bytes: 0,
            faults: Vec::new(),
        }
    }

    /// Hands in the next change of the journal, the oldest first.
    pub fn push_history(&mut self, entry: Entry) {
        if self.with_history {
            self.entries.push_back(entry);
        }
    }

    /// The next chunk; `None` when there is nothing more to write of what was handed in.
    ///
    /// # Errors
    /// [`WriteError`]; the chunks so far are worth nothing.
    pub fn next_chunk(&mut self, book: &Book) -> Result<Option<Vec<u8>>, WriteError> {
        if book.touched() != self.touched {
            return Err(WriteError::Changed);
        }
        while self.out.len() < Self::CHUNK {
            if !self.step(book)? {
                return Ok(None);
            }
        }
        Ok(Some(self.take()))
    }

    /// Ends the file, with everything that was handed in.
    ///
    /// # Errors
    /// [`WriteError`]; the chunks so far are worth nothing.
    pub fn finish(mut self, book: &Book) -> Result<Written, WriteError> {
        let mut last = Vec::new();
        while let Some(mut chunk) = self.next_chunk(book)? {
            last.append(&mut chunk);
        }
        let end = match (self.with_history, self.index) {
            (false, _) => "null",
            (true, 0) => "[]",
            (true, _) => "\n]",
        };
        self.put(format_args!("{end},\n"));
        last.append(&mut self.take());
        self.put(format_args!("\"sha256\":\"{}\"}}", self.seal.of_all()));
        last.append(&mut self.take());
        let Self { bytes, faults, seal, .. } = self;
        Ok(Written { last, bytes, sha256: seal.of_all(), faults, too_large: bytes >= TOO_LARGE })
    }

    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        self.out.write_fmt(text).expect("a vector takes every byte");
    }

    fn take(&mut self) -> Vec<u8> {
        let next = Vec::with_capacity(Self::CHUNK + Self::CHUNK / 4);
        let chunk = std::mem::replace(&mut self.out, next);
        self.seal.pass(&chunk);
        self.bytes += chunk.len() as u64;
        chunk
    }

    /// Writes a little more; `false` when there is nothing more.
    fn step(&mut self, book: &Book) -> Result<bool, WriteError> {
        self.at = match std::mem::replace(&mut self.at, At::Change) {
            At::Records { kind, slot, any } if kind < Kind::ALL.len() => {
                with_type!(Kind::ALL[kind], T => self.record::<T>(book, kind, slot, any))
            }
            At::Records { .. } => {
                self.put(format_args!("}},\n\"history\":"));
                At::Change
            }
            At::Change => match self.entries.pop_front() {
                Some(entry) => self.change(entry)?,
                None => return Ok(false),
            },
            At::Ops { body, done, check } => self.ops(body, done, check)?,
        };
        Ok(true)
    }

    /// Writes the record in a slot or the next one behind it, or the end of the list.
    fn record<T: Saved>(&mut self, book: &Book, kind: usize, slot: u32, any: bool) -> At {
        if slot == 0 {
            self.put(format_args!("\"{}\":[", name(T::KIND)));
        }
        let table = T::table(book);
        let next = (slot..table.slots() as u32).find_map(|slot| Some((slot, table.at(slot)?)));
        let Some((slot, row)) = next else {
            let end = if any { "\n]" } else { "]" };
            let comma = if kind + 1 < Kind::ALL.len() { "," } else { "" };
            self.put(format_args!("{end}{comma}\n"));
            return At::Records { kind: kind + 1, slot: 0, any: false };
        };
        self.out.extend_from_slice(if any { b",\n" } else { b"\n" });
        let start = self.out.len();
        record::write(row, &mut self.out);
        let too_long = self.out.len() - start > MAX_RECORD;
        self.look_at(row, book, too_long);
        At::Records { kind, slot: slot + 1, any: true }
    }

    /// Remembers a record that the reader would refuse.
    fn look_at<T: Saved>(&mut self, row: &Row<T>, book: &Book, too_long: bool) {
        let cause = if too_long { Some(Cause::TooLong) } else { fault(row, book) };
        if let Some(cause) = cause.filter(|_| self.faults.len() < MAX_FAULTS) {
            let (kind, id, title) = (T::KIND, row.id.uuid(), short(row.data.title()));
            self.faults.push(Fault { kind, id, title, cause });
        }
    }

    /// Writes the beginning of a change.
    fn change(&mut self, entry: Entry) -> Result<At, WriteError> {
        let head = journal::decode_head(&entry.head).map_err(|error| self.damaged(&error))?;
        let change = serde_json::to_string(&Readable::from(&head)).expect("names and texts have a form in JSON");
        let bytes = BASE64_STANDARD.encode(&entry.head);
        let before = if self.index == 0 { "[\n" } else { ",\n" };
        self.put(format_args!("{before}{{\"change\":{change},\"head\":\"{bytes}\",\"ops\":["));
        Ok(At::Ops { body: entry.body, done: 0, check: OpCheck::default() })
    }

    /// Writes the next piece of a change.
    fn ops(&mut self, body: Vec<u8>, done: usize, mut check: OpCheck) -> Result<At, WriteError> {
        let until = body.len().min(done + PIECE);
        let comma = if done == 0 { "" } else { ",\n" };
        self.put(format_args!("{comma}\"{}\"", BASE64_STANDARD.encode(&body[done..until])));
        if until < body.len() {
            check.go_on(&body[..until]).map_err(|error| self.damaged(&error))?;
            return Ok(At::Ops { body, done: until, check });
        }
        check.finish(&body).map_err(|error| self.damaged(&error))?;
        self.put(format_args!("]}}"));
        self.index += 1;
        Ok(At::Change)
    }

    fn damaged(&self, error: &minicbor::decode::Error) -> WriteError {
        WriteError::Damaged { index: self.index, cause: error.to_string() }
    }
}
