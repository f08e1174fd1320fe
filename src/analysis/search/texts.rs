//! The texts of a page of records, as they come in.

use super::set::SLOTS;

/// What may stand between two fields and never stands in one.
pub const BETWEEN: char = '\u{1f}';

/// The texts of the records of one page: for each slot its names, its other short fields, and its long texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    text: String,
    /// Three a slot, rising: where the names, the short fields and the long texts end.
    ends: Vec<u32>,
}

/// Bytes that are no texts of a page.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// Not text.
    #[error("the texts of a page are not UTF-8")]
    NotText,
    /// The ends do not fit the text.
    #[error("the texts of a page do not end where they should")]
    Ends,
    /// More slots than a page can have.
    #[error("a page has too many records")]
    TooMany,
}

impl Texts {
    /// Texts that have travelled.
    ///
    /// # Errors
    /// [`Misfit`]
    pub fn from_parts(text: Vec<u8>, ends: Vec<u32>) -> Result<Self, Misfit> {
        let text = String::from_utf8(text).map_err(|_| Misfit::NotText)?;
        if ends.len() / 3 > SLOTS {
            return Err(Misfit::TooMany);
        }
        let fits = ends.is_sorted()
            && ends.len().is_multiple_of(3)
            && ends.last().is_none_or(|end| *end as usize == text.len())
            && ends.iter().all(|end| text.is_char_boundary(*end as usize));
        if fits { Ok(Self { text, ends }) } else { Err(Misfit::Ends) }
    }

    /// The bytes, and three ends a slot, to travel.
    pub fn into_parts(self) -> (Vec<u8>, Vec<u32>) {
        (self.text.into_bytes(), self.ends)
    }

    /// How many slots there are.
    pub fn slots(&self) -> usize {
        self.ends.len() / 3
    }

    /// Names, short fields and long texts of each slot; within each, fields are told apart by [`BETWEEN`].
    pub fn iter(&self) -> impl Iterator<Item = [&str; 3]> {
        let mut start = 0;
        self.ends.chunks_exact(3).map(move |ends| {
            [ends[0], ends[1], ends[2]].map(|end| {
                let part = &self.text[start..end as usize];
                start = end as usize;
                part
            })
        })
    }
}

/// Puts the texts of a page together, slot by slot: for each first the names, then the short fields, then the long texts.
#[derive(Debug, Default)]
pub struct TextsBuilder {
    texts: Texts,
    start: usize,
}

impl TextsBuilder {
    /// Adds a field to the part that is being filled; an empty one is left out.
    pub fn field(&mut self, field: &str) {
        if field.is_empty() {
            return;
        }
        let text = &mut self.texts.text;
        if text.len() > self.start {
            text.push(BETWEEN);
        }
        if field.contains(BETWEEN) { text.extend(field.split(BETWEEN)) } else { text.push_str(field) }
    }

    /// Ends a part: the names, then the short fields, then the long texts. After the third the next slot begins.
    pub fn end_part(&mut self) {
        self.start = self.texts.text.len();
        // A page of a thousand records with texts of bounded length stays far below.
        self.texts.ends.push(u32::try_from(self.start).unwrap_or(u32::MAX));
    }

    /// The texts.
    pub fn finish(self) -> Texts {
        self.texts
    }
}
