//! Seals stored bytes with a checksum: bit rot, torn files and mixed-up rows are noticed instead of believed.
//!
//! A sealed value is XXH64 (little endian, seeded with the place) followed by the bytes. XXH64 is no protection against
//! an attacker, only against accidents.

use xxhash_rust::xxh64::xxh64;

use super::{Fault, Place, StorageError};

/// The length of the seal that precedes the bytes.
pub const SEAL: usize = 8;

/// The seal for these bytes in this place.
pub fn seal(place: Place, bytes: &[u8]) -> [u8; SEAL] {
    xxh64(bytes, place.seed()).to_le_bytes()
}

/// Checks bytes against their seal.
pub fn check(place: Place, seal_found: &[u8], bytes: &[u8]) -> Result<(), StorageError> {
    if seal(place, bytes) == seal_found { Ok(()) } else { Err(StorageError::corrupt(place, Fault::Checksum)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::PageKey;

    const PLACE: Place = Place::Page(PageKey { kind: 1, number: 2 });

    #[test]
    fn every_flipped_bit_is_noticed() {
        let mut bytes = b"a page of records".to_vec();
        let sealed = seal(PLACE, &bytes);
        assert_eq!(check(PLACE, &sealed, &bytes), Ok(()));
        for bit in 0..bytes.len() * 8 {
            bytes[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(check(PLACE, &sealed, &bytes), Err(StorageError::corrupt(PLACE, Fault::Checksum)));
            bytes[bit / 8] ^= 1 << (bit % 8);
        }
    }

    #[test]
    fn a_value_in_the_wrong_place_is_noticed() {
        let bytes = b"the same bytes";
        let places = [
            Place::Meta,
            Place::Generation,
            Place::Draft(1),
            Place::Draft(2),
            PLACE,
            Place::Page(PageKey { kind: 2, number: 1 }),
            Place::Head(1),
            Place::Head(2),
            Place::Body(1),
            Place::Part(1, 0),
            Place::Part(1, 1),
            Place::Part(2, 0),
        ];
        for from in places {
            for to in places {
                assert_eq!(check(to, &seal(from, bytes), bytes).is_ok(), from == to, "{from} as {to}");
            }
        }
    }
}
