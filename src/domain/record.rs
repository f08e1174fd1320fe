//! What every kind of record has in common: a number for its kind, numbers for its fields, a way into bytes and back.

use minicbor::{Decode, Decoder, Encode, decode::Error};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    fields::{self, Fields, Raw},
    id::Id,
};

/// The kinds of record. The numbers stand in journals and pages; they are forever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A person or an organisation.
    #[n(1)]
    Party,
    /// A tie between two parties.
    #[n(2)]
    Link,
    /// A product or a service.
    #[n(3)]
    Product,
    /// An order, or a refund.
    #[n(4)]
    Order,
    /// A note on a party.
    #[n(5)]
    Note,
    /// The definition of a custom field.
    #[n(6)]
    CustomField,
    /// The settings of the workspace: one record.
    #[n(7)]
    Settings,
    /// A view of a list.
    #[n(8)]
    View,
    /// What a customer answered when asked.
    #[n(9)]
    Survey,
    /// A conversation with a customer.
    #[n(10)]
    Interaction,
    /// Something to be done.
    #[n(11)]
    Task,
    /// A promise of ours to a customer.
    #[n(12)]
    Promise,
    /// A sale that is hoped for.
    #[n(13)]
    Deal,
}

impl Kind {
    /// Every kind, in the order in which records may refer to each other.
    pub const ALL: [Self; 13] = [
        Self::Settings,
        Self::CustomField,
        Self::Party,
        Self::Link,
        Self::Product,
        Self::Order,
        Self::Note,
        Self::View,
        Self::Survey,
        Self::Interaction,
        Self::Task,
        Self::Promise,
        Self::Deal,
    ];

    /// The kinds of record that belong to a party and go with it.
    pub const OF_PARTY: [Self; 8] =
        [Self::Order, Self::Note, Self::Survey, Self::Interaction, Self::Task, Self::Promise, Self::Deal, Self::Link];

    /// The number that stands for the kind in a page's key.
    pub const fn number(self) -> u8 {
        match self {
            Self::Party => 1,
            Self::Link => 2,
            Self::Product => 3,
            Self::Order => 4,
            Self::Note => 5,
            Self::CustomField => 6,
            Self::Settings => 7,
            Self::View => 8,
            Self::Survey => 9,
            Self::Interaction => 10,
            Self::Task => 11,
            Self::Promise => 12,
            Self::Deal => 13,
        }
    }

    /// Its place in a list of one for each kind.
    pub(crate) const fn place(self) -> usize {
        // Numbers begin at 1 and none is left out.
        self.number() as usize - 1
    }

    /// The kind of a number.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == number)
    }
}

/// A kind of record: plain data that encodes to a CBOR map of numbered fields.
pub trait Record: Clone + PartialEq + Encode<()> + for<'b> Decode<'b, ()> + 'static {
    /// Its kind.
    const KIND: Kind;
    /// The number of every field that this version knows.
    const FIELDS: &'static [u32];
    /// The number of the field that holds the custom fields, if it has them.
    const CUSTOM: Option<u32> = None;

    /// The words under which people know this record; empty where it has none.
    fn title(&self) -> &str;
}

/// A record with its id and the fields of a later version that this one does not know, which are kept as they came.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<T> {
    /// The record's id.
    pub id: Id<T>,
    /// What this version knows of it.
    pub data: T,
    unknown: Option<Box<[(u32, Raw)]>>,
}

impl<T: Record> Row<T> {
    /// A row of a record made here.
    pub fn new(id: Id<T>, data: T) -> Self {
        Self { id, data, unknown: None }
    }

    /// The same row with other data; the unknown fields stay.
    pub fn with(&self, data: T) -> Self {
        Self { id: self.id, data, unknown: self.unknown.clone() }
    }

    /// Its kind and its id.
    pub fn name(&self) -> (Kind, Uuid) {
        (T::KIND, self.id.uuid())
    }

    /// Reads an encoded record.
    ///
    /// # Errors
    /// When the bytes are no map, or a known field does not have its form.
    pub fn decode(id: Id<T>, bytes: &[u8]) -> Result<Self, Error> {
        let mut d = Decoder::new(bytes);
        let row = Self::decode_next(id, &mut d)?;
        if d.position() == bytes.len() { Ok(row) } else { Err(Error::message("bytes after the end of a record")) }
    }

    /// Reads the encoded record before which the decoder stands, and leaves it behind.
    ///
    /// # Errors
    /// As [`Row::decode`].
    pub fn decode_next(id: Id<T>, d: &mut Decoder<'_>) -> Result<Self, Error> {
        let start = d.position();
        let data = T::decode(d, &mut ())?;
        let unknown = fields::unknown_fields(&d.input()[start..d.position()], T::FIELDS)?;
        Ok(Self { id, data, unknown: (!unknown.is_empty()).then(|| unknown.into()) })
    }

    /// Writes the record, the unknown fields with it, behind what `out` holds already.
    pub fn encode_into(&self, out: &mut Vec<u8>) {
        match &self.unknown {
            None => minicbor::encode(&self.data, out).expect("a vector takes every byte"),
            Some(unknown) => {
                let known = minicbor::to_vec(&self.data).expect("a vector takes every byte");
                let mut d = Decoder::new(&known);
                let count = d.map().ok().flatten().expect("a record encodes to a map");
                let mut e = minicbor::Encoder::new(out);
                e.map(count + unknown.len() as u64).expect("a vector takes every byte");
                e.writer_mut().extend_from_slice(&known[d.position()..]);
                for (number, value) in unknown {
                    e.u32(*number).expect("a vector takes every byte");
                    e.writer_mut().extend_from_slice(value);
                }
            }
        }
    }

    /// The record as bytes.
    pub fn encode(&self) -> Raw {
        let mut out = Vec::new();
        self.encode_into(&mut out);
        out.into()
    }

    /// The fields of a later version, by their numbers, each with its encoded value.
    pub fn unknown(&self) -> &[(u32, Raw)] {
        self.unknown.as_deref().unwrap_or_default()
    }

    /// The record as fields.
    pub fn fields(&self) -> Fields {
        Fields::split(&self.encode(), T::CUSTOM).expect("what was encoded here splits")
    }
}
