//! Reads the history: changes, each with what it says for people and its bytes.

use std::collections::HashSet;

use crate::{domain::change::Stamp, interchange::journal};

use super::{
    Entry,
    change::{OpCheck, Readable},
    error::{Cause, ReadError},
    place::{Place, Position, Section},
    splitter::{Bracket, Token},
    text::{bytes, no_container, parse, unknown},
};

/// The names of a change, in their order.
const NAMES: [&str; 3] = ["change", "head", "ops"];

/// The changes so far.
#[derive(Debug, Default)]
pub(super) struct Changes {
    at: At,
    entries: Vec<Entry>,
    stamps: HashSet<Stamp>,
    /// What the present one says for people.
    readable: Option<Readable>,
    head: Vec<u8>,
    body: Vec<u8>,
    ops: OpCheck,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum At {
    /// The next change, or the end.
    #[default]
    Change,
    /// The name of that number, or after all of them the end of the change.
    Name(usize),
    Value(usize),
    Ops,
    End,
}

impl Changes {
    /// Whether a container that begins here is opened.
    pub fn opens(&self) -> bool {
        matches!(self.at, At::Change | At::Value(2))
    }

    /// Whether all of them were read.
    pub fn is_done(&self) -> bool {
        self.at == At::End
    }

    /// The changes, when all of them were read.
    pub fn into_entries(self) -> Option<Vec<Entry>> {
        self.is_done().then_some(self.entries)
    }

    /// Says where the reading is.
    pub fn locate(&self, place: &mut Place) {
        place.section = Some(Section::History);
        place.index = Some(self.entries.len() as u64);
        let field = match self.at {
            At::Value(name) => Some(NAMES[name]),
            At::Ops => Some(NAMES[2]),
            At::Change | At::Name(_) | At::End => None,
        };
        if let Some(field) = field {
            let within = place.field.take().map(|within| format!(".{within}")).unwrap_or_default();
            place.field = Some(format!("{field}{within}"));
        }
    }

    /// Takes the next token, which begins at `start`.
    pub fn take(&mut self, token: &Token<'_>, start: Position) -> Result<(), ReadError> {
        let here = |cause: Cause| cause.at(start.place());
        self.at = match (self.at, token) {
            (at, Token::Member) => at,
            (At::Change, Token::Open(Bracket::Object)) => At::Name(0),
            (At::Change, Token::Close) => At::End,
            (At::Name(number), Token::Name(found)) => {
                check_name(number, found).map_err(here)?;
                At::Value(number)
            }
            (At::Name(number), Token::Close) => match NAMES.get(number) {
                Some(missing) => return Err(here(Cause::MissingKey((*missing).to_owned()))),
                None => {
                    let (head, body) = (std::mem::take(&mut self.head), std::mem::take(&mut self.body));
                    self.entries.push(Entry { head, body });
                    At::Change
                }
            },
            (At::Value(0), Token::Value(text)) => {
                self.readable = Some(parse(text, start)?);
                At::Name(1)
            }
            (At::Value(1), Token::Value(text)) => {
                self.head = bytes(text, start)?;
                self.check_head().map_err(here)?;
                At::Name(2)
            }
            (At::Value(2), Token::Open(Bracket::Array)) => At::Ops,
            (At::Ops, Token::Value(text)) => {
                self.body.append(&mut bytes(text, start)?);
                self.ops.go_on(&self.body).map_err(|error| here(unreadable(&error)))?;
                At::Ops
            }
            (At::Ops, Token::Close) => {
                let ops = std::mem::take(&mut self.ops);
                ops.finish(&self.body).map_err(|error| here(unreadable(&error)))?;
                At::Name(3)
            }
            _ => return Err(here(no_container())),
        };
        Ok(())
    }

    fn check_head(&mut self) -> Result<(), Cause> {
        let head = journal::decode_head(&self.head).map_err(|error| unreadable(&error))?;
        if self.readable.take() != Some(Readable::from(&head)) {
            return Err(Cause::OtherChange);
        }
        if self.stamps.insert(head.stamp) { Ok(()) } else { Err(Cause::DoubleChange) }
    }
}

fn check_name(number: usize, found: &[u8]) -> Result<(), Cause> {
    match NAMES.into_iter().position(|name| name.as_bytes() == found) {
        Some(found) if found == number => Ok(()),
        Some(found) if found < number => Err(Cause::DoubleKey(NAMES[found].to_owned())),
        Some(found) => Err(Cause::Misplaced(NAMES[found].to_owned())),
        None => Err(unknown(found)),
    }
}

fn unreadable(error: &minicbor::decode::Error) -> Cause {
    Cause::BadChange(error.to_string())
}
