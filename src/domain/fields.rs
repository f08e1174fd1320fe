//! A record as a map of numbered fields. Difference, patch and inverse are written here once, for every kind of record.
//!
//! The values stay encoded: two values are the same when their bytes are, and a field that this version does not know
//! passes through untouched.

use std::collections::BTreeMap;

use minicbor::{Decode, Decoder, Encode, Encoder, data::Type, decode::Error as DecodeError};
use uuid::Uuid;

/// One encoded value.
pub type Raw = Box<[u8]>;

/// The name of a field within a record: its number and, for custom fields, the id of their definition. So that edits of two
/// custom fields are edits of two fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Key {
    /// The number of the field; numbers are forever, one that was given up is never used again.
    #[n(0)]
    pub number: u32,
    /// The custom field's id, within the one field that holds them all.
    #[cbor(n(1), with = "super::cbor::optional_uuid")]
    pub custom: Option<Uuid>,
}

impl Key {
    /// The key of a plain field.
    pub const fn field(number: u32) -> Self {
        Self { number, custom: None }
    }
}

/// A field before and after; `None` where the record does not have it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct FieldChange {
    /// Which field.
    #[n(0)]
    pub key: Key,
    /// Its value before.
    #[cbor(n(1), with = "super::cbor::optional_raw")]
    pub before: Option<Raw>,
    /// Its value after.
    #[cbor(n(2), with = "super::cbor::optional_raw")]
    pub after: Option<Raw>,
}

/// The fields of one record, each encoded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fields(BTreeMap<Key, Raw>);

impl Fields {
    /// Takes an encoded record apart. `custom` is the number of the field that holds the custom ones, if the kind has them.
    ///
    /// # Errors
    /// When the bytes are not one CBOR map with numbers as keys.
    pub fn split(bytes: &[u8], custom: Option<u32>) -> Result<Self, DecodeError> {
        let mut d = Decoder::new(bytes);
        let mut fields = BTreeMap::new();
        let Some(count) = d.map()? else {
            return Err(DecodeError::message("a record is a map of known length"));
        };
        for _ in 0..count {
            let number = d.u32()?;
            if Some(number) == custom {
                for _ in 0..d.map()?.unwrap_or(0) {
                    let id = super::cbor::uuid::decode(&mut d, &mut ())?;
                    fields.insert(Key { number, custom: Some(id) }, value(&mut d, bytes)?);
                }
            } else {
                fields.insert(Key::field(number), value(&mut d, bytes)?);
            }
        }
        if d.position() != bytes.len() {
            return Err(DecodeError::message("bytes after the end of a record"));
        }
        Ok(Self(fields))
    }

    /// Puts the record together again; what was split comes back byte for byte when it was written by this program.
    pub fn join(&self) -> Vec<u8> {
        let plain = self.0.keys().filter(|key| key.custom.is_none()).count() as u64;
        let mut customs: Vec<u32> = self.0.keys().filter(|key| key.custom.is_some()).map(|key| key.number).collect();
        customs.dedup();
        let mut e = Encoder::new(Vec::new());
        let mut open = None;
        e.map(plain + customs.len() as u64).expect("a vector takes every byte");
        for (key, value) in &self.0 {
            if key.custom.is_none() || open != Some(key.number) {
                e.u32(key.number).expect("a vector takes every byte");
            }
            if let Some(id) = key.custom {
                if open != Some(key.number) {
                    let count = self.0.keys().filter(|other| other.number == key.number).count() as u64;
                    e.map(count).expect("a vector takes every byte");
                    open = Some(key.number);
                }
                e.bytes(id.as_bytes()).expect("a vector takes every byte");
            }
            e.writer_mut().extend_from_slice(value);
        }
        e.into_writer()
    }

    /// The value of a field.
    pub fn get(&self, key: Key) -> Option<&[u8]> {
        self.0.get(&key).map(|value| &**value)
    }

    /// Every field with its value, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Key, &[u8])> {
        self.0.iter().map(|(key, value)| (*key, &**value))
    }

    /// What turns `self` into `after`.
    pub fn diff(&self, after: &Self) -> Vec<FieldChange> {
        let mut keys: Vec<Key> = self.0.keys().chain(after.0.keys()).copied().collect();
        keys.sort_unstable();
        keys.dedup();
        let changed = keys.into_iter().filter(|key| self.0.get(key) != after.0.get(key));
        changed
            .map(|key| FieldChange { key, before: self.0.get(&key).cloned(), after: after.0.get(&key).cloned() })
            .collect()
    }

    /// Sets each field to its value after.
    pub fn patch(&mut self, changes: &[FieldChange]) {
        for change in changes {
            match &change.after {
                Some(value) => self.0.insert(change.key, value.clone()),
                None => self.0.remove(&change.key),
            };
        }
    }

    /// Splits off the fields whose number is not in `known`, in order.
    pub fn unknown(&self, known: &[u32]) -> Vec<(u32, Raw)> {
        let plain = self.0.iter().filter(|(key, _)| !known.contains(&key.number) && key.custom.is_none());
        plain.map(|(key, value)| (key.number, value.clone())).collect()
    }
}

/// The bytes of the next value.
fn value(d: &mut Decoder<'_>, bytes: &[u8]) -> Result<Raw, DecodeError> {
    let start = d.position();
    d.skip()?;
    Ok(bytes[start..d.position()].into())
}

/// The fields of an encoded record that are not in `known`; reads the keys alone, so that it costs little for each record.
pub fn unknown_fields(bytes: &[u8], known: &[u32]) -> Result<Vec<(u32, Raw)>, DecodeError> {
    let mut d = Decoder::new(bytes);
    let mut unknown = Vec::new();
    if d.datatype()? == Type::MapIndef {
        return Err(DecodeError::message("a record is a map of known length"));
    }
    for _ in 0..d.map()?.unwrap_or(0) {
        let number = d.u32()?;
        if known.contains(&number) {
            d.skip()?;
        } else {
            unknown.push((number, value(&mut d, bytes)?));
        }
    }
    if d.position() != bytes.len() {
        return Err(DecodeError::message("bytes after the end of a record"));
    }
    Ok(unknown)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn record() -> impl Strategy<Value = Fields> {
        let plain = prop::collection::btree_map(0_u32..40, any::<i64>(), 0..12);
        let custom = prop::collection::btree_map(any::<u128>(), any::<String>(), 0..4);
        (plain, custom).prop_map(|(plain, custom)| {
            let mut fields = BTreeMap::new();
            for (number, value) in plain {
                if number != 14 {
                    fields.insert(Key::field(number), minicbor::to_vec(value).unwrap().into());
                }
            }
            for (id, value) in custom {
                let key = Key { number: 14, custom: Some(Uuid::from_u128(id)) };
                fields.insert(key, minicbor::to_vec(value).unwrap().into());
            }
            Fields(fields)
        })
    }

    proptest! {
        #[test]
        fn a_record_taken_apart_and_put_together_is_the_same(fields in record()) {
            prop_assert_eq!(Fields::split(&fields.join(), Some(14)).unwrap(), fields);
        }

        #[test]
        fn the_difference_of_two_records_leads_from_one_to_the_other(before in record(), after in record()) {
            let mut patched = before.clone();
            patched.patch(&before.diff(&after));
            prop_assert_eq!(patched, after);
        }

        #[test]
        fn no_bytes_make_it_panic(bytes: Vec<u8>) {
            let _ = Fields::split(&bytes, Some(14));
            let _ = unknown_fields(&bytes, &[1, 2]);
        }
    }
}
