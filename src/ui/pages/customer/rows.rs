//! The entries of a field of several while they are being edited. Each has a key that stays with it when it moves.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

use crate::ui::components::Move;

/// Entries with keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows<T> {
    entries: Vec<(u32, T)>,
    next: u32,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), next: 0 }
    }
}

impl<T> FromIterator<T> for Rows<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        let mut rows = Self::default();
        entries.into_iter().for_each(|entry| rows.push(entry));
        rows
    }
}

impl<T> Rows<T> {
    /// The keys, in order.
    pub fn keys(&self) -> Vec<u32> {
        self.entries.iter().map(|(key, _)| *key).collect()
    }

    /// Where the entry of a key stands.
    pub fn index(&self, key: u32) -> Option<usize> {
        self.entries.iter().position(|(other, _)| *other == key)
    }

    /// The entry of a key.
    pub fn get(&self, key: u32) -> Option<&T> {
        self.entries.iter().find(|(other, _)| *other == key).map(|(_, entry)| entry)
    }

    /// Changes the entry of a key; does nothing when it is gone.
    pub fn edit(&mut self, key: u32, change: impl FnOnce(&mut T)) {
        if let Some((_, entry)) = self.entries.iter_mut().find(|(other, _)| *other == key) {
            change(entry);
        }
    }

    /// Adds an entry at the end.
    pub fn push(&mut self, entry: T) {
        self.entries.push((self.next, entry));
        self.next += 1;
    }

    /// Takes an entry away.
    pub fn remove(&mut self, key: u32) {
        self.entries.retain(|(other, _)| *other != key);
    }

    /// Moves an entry by one place.
    pub fn shift(&mut self, key: u32, way: Move) {
        let Some(from) = self.index(key) else { return };
        let to = match way {
            Move::Up => from.checked_sub(1),
            Move::Down => Some(from + 1).filter(|to| *to < self.entries.len()),
        };
        if let Some(to) = to {
            self.entries.swap(from, to);
        }
    }

    /// Every entry, in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.entries.iter().map(|(_, entry)| entry)
    }
}

/// As a list: keys live as long as the form.
impl<C, T: Encode<C>> Encode<C> for Rows<T> {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, c: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.array(self.entries.len() as u64)?;
        self.entries.iter().try_for_each(|(_, entry)| entry.encode(e, c))
    }
}

impl<'b, C, T: Decode<'b, C>> Decode<'b, C> for Rows<T> {
    fn decode(d: &mut Decoder<'b>, c: &mut C) -> Result<Self, decode::Error> {
        d.array_iter_with(c)?.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_keeps_its_key_when_it_moves() {
        let mut rows: Rows<&str> = ["a", "b", "c"].into_iter().collect();
        rows.shift(2, Move::Up);
        rows.shift(0, Move::Up);
        rows.shift(1, Move::Down);
        assert_eq!(rows.iter().copied().collect::<Vec<_>>(), ["a", "c", "b"]);
        assert_eq!((rows.get(1), rows.index(1)), (Some(&"b"), Some(2)));
        rows.remove(0);
        rows.push("d");
        assert_eq!(rows.keys(), [2, 1, 3]);
        let kept: Rows<String> = decode(&minicbor::to_vec(&rows).unwrap()).unwrap();
        assert_eq!(kept.iter().collect::<Vec<_>>(), ["c", "b", "d"]);
    }
}
