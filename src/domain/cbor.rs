//! How the types of others stand in CBOR: for `#[cbor(with = "crate::domain::cbor::…")]`.

use minicbor::{
    Decoder, Encoder,
    data::Type,
    decode::Error as DecodeError,
    encode::{Error as EncodeError, Write},
};

/// Writes what is there, or null.
fn write_some<T, W: Write>(
    value: Option<T>,
    e: &mut Encoder<W>,
    write: impl FnOnce(T, &mut Encoder<W>) -> Result<(), EncodeError<W::Error>>,
) -> Result<(), EncodeError<W::Error>> {
    match value {
        Some(value) => write(value, e),
        None => e.null()?.ok(),
    }
}

/// Reads null, or what is there.
fn read_some<'b, T>(
    d: &mut Decoder<'b>,
    read: impl FnOnce(&mut Decoder<'b>) -> Result<T, DecodeError>,
) -> Result<Option<T>, DecodeError> {
    if d.datatype()? == Type::Null {
        d.null()?;
        return Ok(None);
    }
    read(d).map(Some)
}

/// A UUID as its sixteen bytes.
pub mod uuid {
    use uuid::Uuid;

    use super::{DecodeError, Decoder, EncodeError, Encoder, Write};

    /// Writes the sixteen bytes.
    pub fn encode<C, W: Write>(id: &Uuid, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.bytes(id.as_bytes())?.ok()
    }

    /// Reads sixteen bytes; any other length is an error.
    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Uuid, DecodeError> {
        Uuid::from_slice(d.bytes()?).map_err(|_| DecodeError::message("an id has sixteen bytes"))
    }
}

/// A UUID, or null.
pub mod optional_uuid {
    use uuid::Uuid;

    use super::{DecodeError, Decoder, EncodeError, Encoder, Write, read_some, write_some};

    /// Writes the sixteen bytes, or null.
    pub fn encode<C, W: Write>(id: &Option<Uuid>, e: &mut Encoder<W>, c: &mut C) -> Result<(), EncodeError<W::Error>> {
        write_some(id.as_ref(), e, |id, e| super::uuid::encode(id, e, c))
    }

    /// Reads sixteen bytes, or null.
    pub fn decode<C>(d: &mut Decoder<'_>, c: &mut C) -> Result<Option<Uuid>, DecodeError> {
        read_some(d, |d| super::uuid::decode(d, c))
    }
}

/// An encoded value as a byte string.
pub mod raw {
    use super::{super::fields::Raw, DecodeError, Decoder, EncodeError, Encoder, Write};

    /// Writes the bytes.
    pub fn encode<C, W: Write>(value: &Raw, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.bytes(value)?.ok()
    }

    /// Reads the bytes.
    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Raw, DecodeError> {
        Ok(d.bytes()?.into())
    }
}

/// An encoded value as a byte string, or null.
pub mod optional_raw {
    use super::{super::fields::Raw, DecodeError, Decoder, EncodeError, Encoder, Write, read_some, write_some};

    /// Writes the bytes, or null.
    pub fn encode<C, W: Write>(
        value: &Option<Raw>,
        e: &mut Encoder<W>,
        c: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        write_some(value.as_ref(), e, |value, e| super::raw::encode(value, e, c))
    }

    /// Reads the bytes, or null.
    pub fn decode<C>(d: &mut Decoder<'_>, c: &mut C) -> Result<Option<Raw>, DecodeError> {
        read_some(d, |d| super::raw::decode(d, c))
    }
}

/// A civil day as days since 1970-01-01.
pub mod day {
    use chrono::NaiveDate;

    use super::{super::day, DecodeError, Decoder, EncodeError, Encoder, Write};

    /// Writes the number of the day.
    pub fn encode<C, W: Write>(date: &NaiveDate, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.i32(day::number(*date))?.ok()
    }

    /// Reads the number of a day.
    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<NaiveDate, DecodeError> {
        day::from_number(d.i32()?).ok_or_else(|| DecodeError::message("a day beyond the calendar"))
    }
}

/// A civil day, or null.
pub mod optional_day {
    use chrono::NaiveDate;

    use super::{DecodeError, Decoder, EncodeError, Encoder, Write, read_some, write_some};

    /// Writes the number of the day, or null.
    pub fn encode<C, W: Write>(
        date: &Option<NaiveDate>,
        e: &mut Encoder<W>,
        c: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        write_some(date.as_ref(), e, |date, e| super::day::encode(date, e, c))
    }

    /// Reads the number of a day, or null.
    pub fn decode<C>(d: &mut Decoder<'_>, c: &mut C) -> Result<Option<NaiveDate>, DecodeError> {
        read_some(d, |d| super::day::decode(d, c))
    }
}
