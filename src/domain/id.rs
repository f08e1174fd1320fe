//! Record ids: UUIDv7, typed by the kind of record they name.

use std::{cmp::Ordering, fmt, hash::Hash, hash::Hasher, marker::PhantomData, str::FromStr};

use minicbor::{Decode, Decoder, Encode, Encoder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The id of a record of kind `T`; sixteen bytes, the first six of them the millisecond of creation (RFC 9562, section 5.7).
pub struct Id<T>(Uuid, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// Types an id that came from outside: a file, a URL, a journal.
    pub const fn new(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }

    /// The bare UUID.
    pub const fn uuid(self) -> Uuid {
        self.0
    }

    /// Milliseconds since 1970 at which the id was made; `None` for an id that is not of version 7.
    pub fn made_at(self) -> Option<u64> {
        let (seconds, nanos) = self.0.get_timestamp()?.to_unix();
        Some(seconds * 1000 + u64::from(nanos) / 1_000_000)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
impl<T> FromStr for Id<T> {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self::new)
    }
}
impl<T> Serialize for Id<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Uuid::deserialize(deserializer).map(Self::new)
    }
}
impl<T, C> Encode<C> for Id<T> {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        c: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        super::cbor::uuid::encode(&self.0, e, c)
    }
}
impl<'b, T, C> Decode<'b, C> for Id<T> {
    fn decode(d: &mut Decoder<'b>, c: &mut C) -> Result<Self, minicbor::decode::Error> {
        super::cbor::uuid::decode(d, c).map(Self::new)
    }
}

/// Makes ids. Time and randomness are passed in, so that the same mint makes the same ids.
#[derive(Debug, Clone)]
pub struct Mint {
    /// Random bytes of this run; they keep two tabs and two devices apart.
    run: [u8; 6],
    /// Ids made by this run; keeps the ids of one millisecond apart, and in order.
    made: u32,
    /// The latest millisecond used: a clock set back must not bring ids out of order.
    latest: u64,
}

impl Mint {
    /// A mint for one run of the app; `run` has to be random.
    pub const fn new(run: [u8; 6]) -> Self {
        Self { run, made: 0, latest: 0 }
    }

    /// The next id, at `now` milliseconds since 1970.
    pub fn id<T>(&mut self, now: u64) -> Id<T> {
        self.latest = self.latest.max(now);
        self.made = self.made.wrapping_add(1);
        // The version takes 4 of these 80 bits and the variant 2 (RFC 9562, section 5.7), so nothing may be put there: the upper
        // 12 bits of the count go before the variant, the lower 20 after it, and the 42 bits that are left are the run's first ones.
        let [a, b, c, d, e, f] = self.run;
        let run = u64::from_be_bytes([0, 0, a, b, c, d, e, f]) >> 6;
        let lower = u64::from(self.made & 0xf_ffff) << 42 | run;
        let [upper_1, upper_2] = ((self.made >> 20) as u16).to_be_bytes();
        let [g, h, i, j, k, l, m, n] = lower.to_be_bytes();
        let tail = [upper_1, upper_2, g, h, i, j, k, l, m, n];
        Id::new(uuid::Builder::from_unix_timestamp_millis(self.latest, &tail).into_uuid())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_run_are_distinct_and_tell_when_they_were_made() {
        let mut mint = Mint::new([1, 2, 3, 4, 5, 6]);
        let ids: Vec<Id<()>> = (0..200_000).map(|i| mint.id(1_700_000_000_000 + i / 100_000)).collect();
        assert!(ids.is_sorted_by(|a, b| a < b), "each is above the one before, also within a millisecond");
        assert_eq!(ids[0].made_at(), Some(1_700_000_000_000));
        assert_eq!(ids[199_999].made_at(), Some(1_700_000_000_001));
    }

    #[test]
    fn ids_stay_distinct_wherever_the_count_stands() {
        let mut seen = std::collections::BTreeSet::<Id<()>>::new();
        for bit in 0..32 {
            let mut mint = Mint { made: 1 << bit, ..Mint::new([0xff; 6]) };
            assert!((0..3).all(|_| seen.insert(mint.id(1))) || bit < 2, "bit {bit}");
        }
    }

    #[test]
    fn runs_differ_in_their_ids() {
        let id = |run| Mint::new(run).id::<()>(1);
        assert_ne!(id([0, 0, 0, 0, 0, 64]), id([0, 0, 0, 0, 0, 128]));
        assert_ne!(id([128, 0, 0, 0, 0, 0]), id([64, 0, 0, 0, 0, 0]));
    }
}
