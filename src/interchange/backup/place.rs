//! Where in a backup something is.

use std::fmt;

use uuid::Uuid;

use crate::domain::record::Kind;

/// A list of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// The records of a kind.
    Records(Kind),
    /// The journal.
    History,
}

/// Where in a backup something is: for an editor, and for somebody who thinks in customers and orders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Bytes before it.
    pub byte: u64,
    /// Its line, from 1 on.
    pub line: u64,
    /// Its character within the line, from 1 on.
    pub column: u64,
    /// The list it is in.
    pub section: Option<Section>,
    /// Which entry of the list, from 0 on.
    pub index: Option<u64>,
    /// The id of that record, when it could be read.
    pub id: Option<Uuid>,
    /// The name, number or text of that record, when it could be read.
    pub title: Option<String>,
    /// The field as the file names it, with the way there: `lines[3].amount`. Flaws name the field by its number instead.
    pub field: Option<String>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.section {
            Some(Section::Records(kind)) => write!(f, "{}", super::name(kind))?,
            Some(Section::History) => write!(f, "history")?,
            None => write!(f, "file")?,
        }
        if let Some(index) = self.index {
            write!(f, " {}", index + 1)?;
        }
        if let Some(title) = &self.title {
            write!(f, " “{title}”")?;
        }
        if let Some(field) = &self.field {
            write!(f, ", {field}")?;
        }
        write!(f, ", line {}, column {}", self.line, self.column)
    }
}

/// A position in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    /// Bytes before it.
    pub byte: u64,
    /// From 1 on.
    pub line: u64,
    /// Characters, from 1 on.
    pub column: u64,
}

impl Position {
    /// The beginning of the file.
    pub const START: Self = Self { byte: 0, line: 1, column: 1 };

    /// Goes on behind `bytes`.
    pub fn advance(&mut self, bytes: &[u8]) {
        // A character begins with any byte but 0b10xx_xxxx.
        let characters = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count() as u64;
        self.byte += bytes.len() as u64;
        match bytes.iter().rposition(|byte| *byte == b'\n') {
            Some(last) => {
                self.line += bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
                self.column = 1 + characters(&bytes[last + 1..]);
            }
            None => self.column += characters(bytes),
        }
    }

    /// The position behind `bytes`.
    pub fn behind(mut self, bytes: &[u8]) -> Self {
        self.advance(bytes);
        self
    }

    /// The place of that position, within nothing in particular.
    pub fn place(self) -> Place {
        Place { byte: self.byte, line: self.line, column: self.column, ..Place::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_counts_lines_and_characters() {
        let behind = Position::START.behind("a\n知客".as_bytes());
        assert_eq!(behind, Position { byte: 8, line: 2, column: 3 });
        assert_eq!(behind.behind(b"x"), Position { byte: 9, line: 2, column: 4 });
    }
}
