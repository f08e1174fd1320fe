//! The order of things in a backup: which token may come where, and what is made of it.

use std::collections::HashSet;

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::{Deserialize, de::DeserializeOwned};

use crate::{
    domain::{
        book::{Book, with_type},
        change::Stamp,
        record::Kind,
    },
    interchange::journal,
};

use super::{
    Entry, FORMAT,
    change::{OpCheck, Readable},
    check::{Saved, fault, short},
    diagnosis::{diagnose, name_record},
    error::{Cause, ReadError},
    instant,
    looks::Looks,
    name,
    place::{Place, Position, Section},
    record::Line,
    splitter::{Bracket, Token},
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

/// The names of an entry of the history, in their order.
const ENTRY: [&str; 3] = ["change", "head", "ops"];

/// Where in the file the next token stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Start,
    Top,
    Value(Top),
    /// Among the kinds; the number is that of kinds that came before.
    Records(usize),
    List(usize),
    Record(usize),
    History,
    /// In an entry; the number is that of names that came before.
    Entry(usize),
    Of(usize),
    Ops,
    End,
}

/// What came of the tokens so far.
#[derive(Debug)]
pub(super) struct Intake {
    at: At,
    seen: Vec<Top>,
    saved: u64,
    said: [Option<u64>; Kind::ALL.len()],
    book: Book,
    history: Option<Vec<Entry>>,
    stamps: HashSet<Stamp>,
    /// What the present entry says for people.
    readable: Option<Readable>,
    entry: Entry,
    ops: OpCheck,
    /// How many entries of the present list came before.
    index: u64,
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
        Self {
            at: At::Start,
            seen: Vec::new(),
            saved: 0,
            said: [None; Kind::ALL.len()],
            book: Book::default(),
            history: None,
            stamps: HashSet::new(),
            readable: None,
            entry: Entry { head: Vec::new(), body: Vec::new() },
            ops: OpCheck::default(),
            index: 0,
            sha256: None,
        }
    }

    /// Whether a container that begins here is opened, rather than taken whole.
    pub fn opens(&self) -> bool {
        matches!(self.at, At::Start | At::Value(Top::Records | Top::History) | At::List(_) | At::History | At::Of(2))
    }

    /// Whether nothing but the outermost object has begun.
    pub fn is_at_start(&self) -> bool {
        self.at == At::Start
    }

    /// Whether the next name is one of the outermost object.
    pub fn is_at_top(&self) -> bool {
        self.at == At::Top
    }

    /// The place of a position, in the list and at the entry where the reading is.
    pub fn place(&self, position: Position) -> Place {
        let section = match self.at {
            At::List(kind) | At::Record(kind) => Some(Section::Records(Kind::ALL[kind])),
            At::History | At::Entry(_) | At::Of(_) | At::Ops => Some(Section::History),
            At::Start | At::Top | At::Value(_) | At::Records(_) | At::End => None,
        };
        let index = match self.at {
            At::Record(_) | At::History | At::Entry(_) | At::Of(_) | At::Ops => Some(self.index),
            _ => None,
        };
        let field = match self.at {
            At::Value(top) => Some(top.name().to_owned()),
            At::Of(name) => Some(ENTRY[name].to_owned()),
            At::Ops => Some(ENTRY[2].to_owned()),
            _ => None,
        };
        Place { section, index, field, ..position.place() }
    }

    /// Takes the next token, which begins at `start`.
    pub fn take(&mut self, token: &Token<'_>, start: Position) -> Result<(), ReadError> {
        match self.step(token, start) {
            Ok(at) => {
                self.at = at;
                Ok(())
            }
            Err(Fault::Here(cause)) => Err(cause.at(self.place(start))),
            Err(Fault::There(error)) => Err(error),
        }
    }

    fn step(&mut self, token: &Token<'_>, start: Position) -> Result<At, Fault> {
        Ok(match (self.at, token) {
            (at, Token::Member) => at,
            (At::Start, Token::Open(Bracket::Object)) => At::Top,
            (At::Top, Token::Name(name)) => At::Value(self.top(name)?),
            (At::Top, Token::Close) => At::End,
            (At::Value(top), Token::Value(text)) => {
                self.plain(top, text, start)?;
                At::Top
            }
            (At::Value(Top::Records), Token::Open(Bracket::Object)) => At::Records(0),
            (At::Records(before), Token::Name(name)) => kind(before, name)?,
            (At::Records(before), Token::Close) => match Kind::ALL.get(before) {
                Some(missing) => return Err(Cause::MissingKey(name(*missing).to_owned()).into()),
                None => At::Top,
            },
            (At::List(kind), Token::Open(Bracket::Array)) => {
                self.index = 0;
                At::Record(kind)
            }
            (At::Record(kind), Token::Value(text)) => {
                with_type!(Kind::ALL[kind], T => self.record::<T>(text, start))?;
                self.index += 1;
                At::Record(kind)
            }
            (At::Record(kind), Token::Close) => {
                self.count(kind)?;
                At::Records(kind + 1)
            }
            (At::Value(Top::History), Token::Open(Bracket::Array)) => {
                self.index = 0;
                self.history = Some(Vec::new());
                At::History
            }
            (At::History, Token::Open(Bracket::Object)) => At::Entry(0),
            (At::History, Token::Close) => At::Top,
            (At::Entry(before), Token::Name(name)) => entry_name(before, name)?,
            (At::Of(0), Token::Value(text)) => {
                self.readable = Some(self.parse(text, start)?);
                At::Entry(1)
            }
            (At::Of(1), Token::Value(text)) => {
                self.head(text, start)?;
                At::Entry(2)
            }
            (At::Of(2), Token::Open(Bracket::Array)) => At::Ops,
            (At::Ops, Token::Value(text)) => {
                let mut piece = self.bytes(text, start)?;
                self.entry.body.append(&mut piece);
                self.ops.go_on(&self.entry.body).map_err(bad_change)?;
                At::Ops
            }
            (At::Ops, Token::Close) => {
                std::mem::take(&mut self.ops).finish(&self.entry.body).map_err(bad_change)?;
                At::Entry(3)
            }
            (At::Entry(3), Token::Close) => {
                let entry = std::mem::replace(&mut self.entry, Entry { head: Vec::new(), body: Vec::new() });
                self.history.get_or_insert_default().push(entry);
                self.index += 1;
                At::History
            }
            (At::Entry(before), Token::Close) => return Err(Cause::MissingKey(ENTRY[before].to_owned()).into()),
            (At::Start, _) => return Err(Cause::WrongFile(Looks::OtherJson).into()),
            _ => return Err(Cause::WrongType("a list or an object is expected here".to_owned()).into()),
        })
    }

    fn top(&mut self, name: &[u8]) -> Result<Top, Cause> {
        let Some(top) = Top::ALL.into_iter().find(|top| top.name().as_bytes() == name) else {
            // Without the name of the format in front, it is anybody's JSON.
            return Err(if self.seen.is_empty() { Cause::WrongFile(Looks::OtherJson) } else { unknown(name) });
        };
        if self.seen.contains(&top) {
            return Err(Cause::DoubleKey(top.name().to_owned()));
        }
        if self.seen.is_empty() && top != Top::Kith {
            return Err(Cause::WrongFile(Looks::OtherJson));
        }
        if self.seen.contains(&Top::Sha256) {
            return Err(Cause::Misplaced(top.name().to_owned()));
        }
        self.seen.push(top);
        Ok(top)
    }

    /// A value of the outermost object that was taken whole.
    fn plain(&mut self, top: Top, text: &[u8], start: Position) -> Result<(), Fault> {
        match top {
            Top::Kith => match serde_json::from_slice(text) {
                Ok(0) | Err(_) => return Err(Cause::WrongFile(Looks::OtherJson).into()),
                Ok(format) if format > u64::from(FORMAT) => return Err(Cause::Newer { format }.into()),
                Ok(_) => {}
            },
            Top::Saved => {
                let text: String = self.parse(text, start)?;
                self.saved =
                    instant::read(&text).ok_or_else(|| Cause::WrongType("no instant of RFC 3339".to_owned()))?;
            }
            Top::Counts => {
                let Counts(said) = self.parse(text, start)?;
                self.said = said;
            }
            Top::Sha256 => self.sha256 = Some(self.parse(text, start)?),
            Top::History if text == b"null" => {}
            Top::Records | Top::History => {
                return Err(Cause::WrongType("a list or an object is expected here".to_owned()).into());
            }
        }
        Ok(())
    }

    fn record<T: Saved>(&mut self, text: &[u8], start: Position) -> Result<(), Fault> {
        let Line(row) = self.parse::<Line<T>>(text, start)?;
        let cause = match T::table(&self.book).slot(row.id) {
            Some(_) => Some(Cause::DoubleId(row.id.uuid())),
            None => fault(&row, &self.book),
        };
        if let Some(cause) = cause {
            let place = Place { id: Some(row.id.uuid()), title: short(row.data.title()), ..self.place(start) };
            return Err(Fault::There(cause.at(place)));
        }
        self.book.put(row, 1);
        Ok(())
    }

    /// Compares the records of a kind with what the file says of them.
    fn count(&self, kind: usize) -> Result<(), Cause> {
        match self.said[kind] {
            Some(said) if said != self.index => Err(Cause::WrongCount { said, found: self.index }),
            _ => Ok(()),
        }
    }

    fn head(&mut self, text: &[u8], start: Position) -> Result<(), Fault> {
        self.entry.head = self.bytes(text, start)?;
        let head = journal::decode_head(&self.entry.head).map_err(bad_change)?;
        if self.readable.take() != Some(Readable::from(&head)) {
            return Err(Cause::OtherChange.into());
        }
        if !self.stamps.insert(head.stamp) {
            return Err(Cause::DoubleChange.into());
        }
        Ok(())
    }

    /// Bytes in Base64.
    fn bytes(&self, text: &[u8], start: Position) -> Result<Vec<u8>, Fault> {
        let text: String = self.parse(text, start)?;
        Ok(BASE64_STANDARD.decode(text).map_err(|error| Cause::WrongType(error.to_string()))?)
    }

    fn parse<T: DeserializeOwned>(&self, text: &[u8], start: Position) -> Result<T, Fault> {
        let text = match std::str::from_utf8(text) {
            Ok(text) => text,
            Err(error) => {
                let position = start.behind(&text[..error.valid_up_to()]);
                return Err(Fault::There(Cause::NotUtf8.at(self.place(position))));
            }
        };
        serde_json::from_str(text).map_err(|_| {
            let (cause, exact) = diagnose::<T>(text, start);
            let here = self.place(start);
            let field = exact.field.or(here.field);
            let mut place = Place { byte: exact.byte, line: exact.line, column: exact.column, field, ..here };
            if matches!(self.at, At::Record(_)) {
                name_record(text, &mut place);
            }
            Fault::There(cause.at(place))
        })
    }

    /// What was read, now that the file has ended.
    pub fn finish(self) -> Result<Contents, Cause> {
        let missing = [Top::Saved, Top::Records].into_iter().find(|top| !self.seen.contains(top));
        match missing {
            Some(top) => Err(Cause::MissingKey(top.name().to_owned())),
            None => Ok(Contents { saved: self.saved, book: self.book, history: self.history, sha256: self.sha256 }),
        }
    }
}

/// A cause, at the token or somewhere within it.
enum Fault {
    Here(Cause),
    There(ReadError),
}

impl From<Cause> for Fault {
    fn from(cause: Cause) -> Self {
        Self::Here(cause)
    }
}

/// How many records of each kind the file says it has.
struct Counts([Option<u64>; Kind::ALL.len()]);

impl<'de> Deserialize<'de> for Counts {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let said = std::collections::BTreeMap::<Kind, u64>::deserialize(deserializer)?;
        Ok(Self(Kind::ALL.map(|kind| said.get(&kind).copied())))
    }
}

fn kind(before: usize, found: &[u8]) -> Result<At, Cause> {
    match Kind::ALL.into_iter().position(|kind| name(kind).as_bytes() == found) {
        Some(kind) if kind == before => Ok(At::List(kind)),
        Some(kind) if kind < before => Err(Cause::DoubleKey(name(Kind::ALL[kind]).to_owned())),
        Some(kind) => Err(Cause::Misplaced(name(Kind::ALL[kind]).to_owned())),
        None => Err(unknown(found)),
    }
}

fn entry_name(before: usize, found: &[u8]) -> Result<At, Cause> {
    match ENTRY.into_iter().position(|name| name.as_bytes() == found) {
        Some(name) if name == before => Ok(At::Of(name)),
        Some(name) if name < before => Err(Cause::DoubleKey(ENTRY[name].to_owned())),
        Some(name) => Err(Cause::Misplaced(ENTRY[name].to_owned())),
        None => Err(unknown(found)),
    }
}

fn unknown(name: &[u8]) -> Cause {
    Cause::UnknownKey(String::from_utf8_lossy(name).chars().take(80).collect())
}

fn bad_change(error: minicbor::decode::Error) -> Cause {
    Cause::BadChange(error.to_string())
}
