//! One record as one line of JSON: its id, its fields by name, and the fields of a later version by number.

use std::{borrow::Cow, collections::BTreeMap, fmt, io::Write, marker::PhantomData};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, IntoDeserializer, MapAccess, Visitor, value::MapAccessDeserializer},
};

use crate::domain::{
    fields::{FieldChange, Key, Raw},
    id::Id,
    record::Row,
};

use super::check::Saved;

/// The name of the id.
const ID: &str = "id";
/// The name under which fields of a later version stand.
const UNKNOWN: &str = "_unknown";

/// Writes a record behind what `out` holds already.
pub(super) fn write<T: Saved>(row: &Row<T>, out: &mut Vec<u8>) {
    let infallible = "a vector takes every byte";
    write!(out, "{{\"{ID}\":\"{}\"", row.id).expect(infallible);
    // The fields are an object of their own: its braces go, so that the id stands among them. Serde can flatten them, but
    // then reads every record twice and no longer finds unknown names.
    let start = out.len();
    serde_json::to_writer(&mut *out, &row.data).expect("a record has no form that JSON lacks");
    out.pop();
    if out.len() > start + 1 {
        out[start] = b',';
    } else {
        out.pop();
    }
    if !row.unknown().is_empty() {
        let values: BTreeMap<u32, String> =
            row.unknown().iter().map(|(number, value)| (*number, BASE64_STANDARD.encode(value))).collect();
        write!(out, ",\"{UNKNOWN}\":").expect(infallible);
        serde_json::to_writer(&mut *out, &values).expect("numbers and texts have a form in JSON");
    }
    out.push(b'}');
}

/// A record as it stands in the file.
pub(super) struct Line<T>(pub Row<T>);

impl<'de, T: Saved> Deserialize<'de> for Line<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(LineVisitor(PhantomData))
    }
}

struct LineVisitor<T>(PhantomData<T>);

impl<'de, T: Saved> Visitor<'de> for LineVisitor<T> {
    type Value = Line<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        let mut apart = Apart { id: None, unknown: None };
        let data = T::deserialize(MapAccessDeserializer::new(Fields { map, apart: &mut apart }))?;
        let id = Id::new(apart.id.ok_or_else(|| A::Error::missing_field(ID))?);
        let row = Row::new(id, data);
        let Some(unknown) = apart.unknown else { return Ok(Line(row)) };
        // This version may know a field that an earlier one kept without knowing it: so the record is put together as bytes,
        // and read as every record is.
        let later = |(number, Value(value))| FieldChange { key: Key::field(number), before: None, after: Some(value) };
        let mut fields = row.fields();
        fields.patch(&unknown.into_iter().map(later).collect::<Vec<_>>());
        let row = Row::decode(id, &fields.join()).map_err(|error| A::Error::custom(format!("{UNKNOWN}: {error}")))?;
        Ok(Line(row))
    }
}

/// What a line holds besides the fields that this version knows.
struct Apart {
    id: Option<uuid::Uuid>,
    unknown: Option<BTreeMap<u32, Value>>,
}

/// The known fields of a line; what else there is is set apart on the way.
struct Fields<'a, A> {
    map: A,
    apart: &'a mut Apart,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Fields<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        while let Some(Name(name)) = self.map.next_key()? {
            let double = match &*name {
                ID => self.apart.id.replace(self.map.next_value()?).is_some().then_some(ID),
                UNKNOWN => self.apart.unknown.replace(self.map.next_value()?).is_some().then_some(UNKNOWN),
                _ => return seed.deserialize(name.into_deserializer()).map(Some),
            };
            if let Some(name) = double {
                return Err(A::Error::duplicate_field(name));
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

/// A name, borrowed where it can be.
struct Name<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;
        impl<'de> Visitor<'de> for NameVisitor {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }
            fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Self::Value, E> {
                Ok(Name(Cow::Borrowed(name)))
            }
            fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
                Ok(Name(Cow::Owned(name.to_owned())))
            }
        }
        deserializer.deserialize_str(NameVisitor)
    }
}

/// An encoded value: one item of CBOR, in Base64.
struct Value(Raw);

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = BASE64_STANDARD.decode(text).map_err(D::Error::custom)?;
        if !is_one_item(&bytes) {
            return Err(D::Error::custom("not one item of CBOR"));
        }
        Ok(Self(bytes.into()))
    }
}

/// Whether the bytes are one item of CBOR and nothing else.
pub(super) fn is_one_item(bytes: &[u8]) -> bool {
    let mut d = minicbor::Decoder::new(bytes);
    d.skip().is_ok() && d.position() == bytes.len()
}
