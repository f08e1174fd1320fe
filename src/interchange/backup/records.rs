//! Reads the records: a list for each kind, in order.

use serde::Deserialize;

use crate::domain::{
    book::{Book, with_type},
    record::Kind,
};

use super::{
    check::{Saved, fault, short},
    diagnosis::name_record,
    error::{Cause, ReadError},
    name,
    place::{Place, Position, Section},
    record::Line,
    splitter::{Bracket, Token},
    text::{no_container, parse, unknown, utf8},
};

/// The records so far.
#[derive(Debug, Default)]
pub(super) struct Records {
    at: At,
    /// The number of the kind.
    kind: usize,
    /// Records of the kind so far.
    index: u64,
    said: Said,
    /// The number of the file's format.
    format: u64,
    book: Book,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum At {
    /// The name of the next kind, or the end.
    #[default]
    Name,
    List,
    Record,
    End,
}

/// How many records of each kind the file says it has.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said([Option<u64>; Kind::ALL.len()]);

impl<'de> Deserialize<'de> for Said {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let said = std::collections::BTreeMap::<Kind, u64>::deserialize(deserializer)?;
        Ok(Self(Kind::ALL.map(|kind| said.get(&kind).copied())))
    }
}

impl Records {
    /// Takes note of the format, which says what lists there are.
    pub fn set_format(&mut self, format: u64) {
        self.format = format;
    }

    /// Takes note of how many there should be.
    pub fn expect(&mut self, said: Said) {
        self.said = said;
    }

    /// Whether a container that begins here is opened.
    pub fn opens(&self) -> bool {
        self.at == At::List
    }

    /// Whether all of them were read.
    pub fn is_done(&self) -> bool {
        self.at == At::End
    }

    /// The records, when all of them were read.
    pub fn into_book(self) -> Option<Book> {
        self.is_done().then_some(self.book)
    }

    /// Says where the reading is.
    pub fn locate(&self, place: &mut Place) {
        if let (At::List | At::Record, Some(kind)) = (self.at, Kind::ALL.get(self.kind)) {
            place.section = Some(Section::Records(*kind));
            place.index = (self.at == At::Record).then_some(self.index);
        }
    }

    /// Takes the next token, which begins at `start`.
    pub fn take(&mut self, token: &Token<'_>, start: Position) -> Result<(), ReadError> {
        let here = |cause: Cause| cause.at(start.place());
        self.at = match (self.at, token) {
            (at, Token::Member) => at,
            (At::Name, Token::Name(found)) => {
                self.check_name(found).map_err(here)?;
                At::List
            }
            (At::Name, Token::Close) => match Kind::ALL.get(self.kind) {
                // Format 1 had no views, format 2 nothing of what customers say and what is done with them.
                Some(Kind::View) if self.format < 2 => At::End,
                Some(Kind::Survey | Kind::Interaction | Kind::Task | Kind::Promise | Kind::Deal) if self.format < 3 => {
                    At::End
                }
                Some(missing) => return Err(here(Cause::MissingKey(name(*missing).to_owned()))),
                None => At::End,
            },
            (At::List, Token::Open(Bracket::Array)) => At::Record,
            (At::Record, Token::Value(text)) => {
                with_type!(Kind::ALL[self.kind], T => self.record::<T>(text, start))?;
                self.index += 1;
                At::Record
            }
            (At::Record, Token::Close) => {
                self.check_count().map_err(here)?;
                self.kind += 1;
                self.index = 0;
                At::Name
            }
            _ => return Err(here(no_container())),
        };
        Ok(())
    }

    fn check_name(&self, found: &[u8]) -> Result<(), Cause> {
        let number = Kind::ALL.into_iter().position(|kind| name(kind).as_bytes() == found);
        let number = number.ok_or_else(|| unknown(found))?;
        let found = name(Kind::ALL[number]).to_owned();
        match number.cmp(&self.kind) {
            std::cmp::Ordering::Less => Err(Cause::DoubleKey(found)),
            std::cmp::Ordering::Equal => Ok(()),
            std::cmp::Ordering::Greater => Err(Cause::Misplaced(found)),
        }
    }

    fn check_count(&self) -> Result<(), Cause> {
        match self.said.0[self.kind] {
            Some(said) if said != self.index => Err(Cause::WrongCount { said, found: self.index }),
            _ => Ok(()),
        }
    }

    fn record<T: Saved>(&mut self, text: &[u8], start: Position) -> Result<(), ReadError> {
        let Line(row) = parse::<Line<T>>(text, start).map_err(|mut error| {
            if let Ok(text) = utf8(text, start) {
                name_record(text, &mut error.place);
            }
            error
        })?;
        let cause = match T::table(&self.book).slot(row.id) {
            Some(_) => Some(Cause::DoubleId(row.id.uuid())),
            None => fault(&row, &self.book),
        };
        if let Some(cause) = cause {
            let (id, title) = (Some(row.id.uuid()), short(row.data.title()));
            return Err(cause.at(Place { id, title, ..start.place() }));
        }
        self.book.put(row, 1);
        Ok(())
    }
}
