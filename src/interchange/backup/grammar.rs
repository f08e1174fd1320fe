//! The outermost object of a backup: which name may come where, and who reads what stands under it.

use crate::domain::book::Book;

use super::{
    Entry, FORMAT,
    changes::Changes,
    error::{Cause, ReadError},
    instant,
    looks::Looks,
    place::Position,
    records::Records,
    splitter::{Bracket, Token},
    text::{no_container, parse, unknown},
};

/// A name of the outermost object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Top {
    Kith,
    Saved,
    Counts,
    Records,
    History,
    Sha256,
}

impl Top {
    const ALL: [Self; 6] = [Self::Kith, Self::Saved, Self::Counts, Self::Records, Self::History, Self::Sha256];

    const fn name(self) -> &'static str {
        match self {
            Self::Kith => "kith",
            Self::Saved => "saved",
            Self::Counts => "counts",
            Self::Records => "records",
            Self::History => "history",
            Self::Sha256 => "sha256",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Start,
    Name,
    Value(Top),
    Records,
    History,
    End,
}

/// What came of the tokens so far.
#[derive(Debug)]
pub(super) struct Intake {
    at: At,
    seen: Vec<Top>,
    saved: u64,
    records: Records,
    changes: Changes,
    sha256: Option<String>,
}

/// What a file holds, once it was read.
pub(super) struct Contents {
    pub saved: u64,
    pub book: Book,
    pub history: Option<Vec<Entry>>,
    /// The checksum, in hexadecimal digits, when the file has one.
    pub sha256: Option<String>,
}

impl Intake {
    pub fn new() -> Self {
        let (records, changes) = (Records::default(), Changes::default());
        Self { at: At::Start, seen: Vec::new(), saved: 0, records, changes, sha256: None }
    }

    /// Whether a container that begins here is opened, rather than taken whole.
    pub fn opens(&self) -> bool {
        match self.at {
            At::Start | At::Value(Top::Records | Top::History) => true,
            At::Records => self.records.opens(),
            At::History => self.changes.opens(),
            At::Name | At::Value(_) | At::End => false,
        }
    }

    /// Whether nothing has begun yet.
    pub fn is_at_start(&self) -> bool {
        self.at == At::Start
    }

    /// Whether the next name is one of the outermost object.
    pub fn is_at_top(&self) -> bool {
        self.at == At::Name
    }

    /// Says of an error in which list, at which entry and under which name the reading is.
    pub fn locate(&self, mut error: ReadError) -> ReadError {
        match self.at {
            At::Value(top) => error.place.field = Some(top.name().to_owned()),
            At::Records => self.records.locate(&mut error.place),
            At::History => self.changes.locate(&mut error.place),
            At::Start | At::Name | At::End => {}
        }
        error
    }

    /// Takes the next token, which begins at `start`.
    pub fn take(&mut self, token: &Token<'_>, start: Position) -> Result<(), ReadError> {
        self.at = self.next(token, start).map_err(|error| self.locate(error))?;
        Ok(())
    }

    fn next(&mut self, token: &Token<'_>, start: Position) -> Result<At, ReadError> {
        let here = |cause: Cause| cause.at(start.place());
        Ok(match (self.at, token) {
            (At::Records, token) => {
                self.records.take(token, start)?;
                if self.records.is_done() { At::Name } else { At::Records }
            }
            (At::History, token) => {
                self.changes.take(token, start)?;
                if self.changes.is_done() { At::Name } else { At::History }
            }
            (at, Token::Member) => at,
            (At::Start, Token::Open(Bracket::Object)) => At::Name,
            (At::Name, Token::Name(name)) => At::Value(self.name(name).map_err(here)?),
            (At::Name, Token::Close) => At::End,
            (At::Value(Top::Records), Token::Open(Bracket::Object)) => At::Records,
            (At::Value(Top::History), Token::Open(Bracket::Array)) => At::History,
            (At::Value(top), Token::Value(text)) => {
                self.plain(top, text, start)?;
                At::Name
            }
            _ => return Err(here(no_container())),
        })
    }

    fn name(&mut self, found: &[u8]) -> Result<Top, Cause> {
        let top = Top::ALL.into_iter().find(|top| top.name().as_bytes() == found);
        // Without the number of the format in front, it is anybody's JSON.
        if self.seen.is_empty() && top != Some(Top::Kith) {
            return Err(Cause::WrongFile(Looks::OtherJson));
        }
        let top = top.ok_or_else(|| unknown(found))?;
        if self.seen.contains(&top) {
            return Err(Cause::DoubleKey(top.name().to_owned()));
        }
        // What came behind the checksum would not be covered by it; counts that come late count nothing.
        let too_late = top == Top::Counts && self.seen.contains(&Top::Records);
        if too_late || self.seen.contains(&Top::Sha256) {
            return Err(Cause::Misplaced(top.name().to_owned()));
        }
        self.seen.push(top);
        Ok(top)
    }

    /// A value that was taken whole.
    fn plain(&mut self, top: Top, text: &[u8], start: Position) -> Result<(), ReadError> {
        let here = |cause: Cause| Err(cause.at(start.place()));
        match top {
            Top::Kith => match serde_json::from_slice(text) {
                Ok(0) | Err(_) => return here(Cause::WrongFile(Looks::OtherJson)),
                Ok(format) if format > u64::from(FORMAT) => return here(Cause::Newer { format }),
                Ok(format) => self.records.set_format(format),
            },
            Top::Saved => match instant::read(&parse::<String>(text, start)?) {
                Some(saved) => self.saved = saved,
                None => return here(Cause::WrongType("no instant of RFC 3339".to_owned())),
            },
            Top::Counts => self.records.expect(parse(text, start)?),
            Top::Sha256 => self.sha256 = Some(parse(text, start)?),
            // It was left out.
            Top::History if *text == *b"null" => {}
            Top::Records | Top::History => return here(no_container()),
        }
        Ok(())
    }

    /// What was read, now that the file has ended.
    pub fn finish(self) -> Result<Contents, Cause> {
        let missing = |top: Top| Cause::MissingKey(top.name().to_owned());
        if !self.seen.contains(&Top::Saved) {
            return Err(missing(Top::Saved));
        }
        let book = self.records.into_book().ok_or_else(|| missing(Top::Records))?;
        Ok(Contents { saved: self.saved, book, history: self.changes.into_entries(), sha256: self.sha256 })
    }
}
