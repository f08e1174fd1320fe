//! The one row that says how to read all the others.

use minicbor::{Decode, Encode};

use super::{Fault, Place, StorageError, schema};

/// What is known about the stored pages as a whole. Written with every checkpoint, in the same transaction.
///
/// Encoded as a map of numbered fields (CBOR): numbers are forever, a removed one is never used again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(map)]
pub struct Meta {
    /// The format of the pages and of the journal's bodies, at most [`schema::VERSION`].
    #[n(0)]
    pub format: u32,
    /// The number of the last change that the pages contain.
    #[n(1)]
    pub checkpoint: u64,
    /// This device, part of every change's stamp.
    #[n(2)]
    pub device: u64,
    /// Whatever else the caller keeps with a checkpoint.
    #[n(3)]
    #[cbor(with = "minicbor::bytes")]
    pub extra: Vec<u8>,
}

impl Meta {
    /// The row's bytes, without the seal.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        minicbor::to_vec(self).expect("a vector takes any number of bytes")
    }

    /// Reads the row's bytes. A format that this version does not know is an error: nothing else may be read then.
    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Meta, StorageError> {
        let meta: Meta = minicbor::decode(bytes).map_err(|_| StorageError::corrupt(Place::Meta, Fault::Content))?;
        if meta.format > schema::VERSION {
            return Err(StorageError::Version { found: meta.format, known: schema::VERSION });
        }
        Ok(meta)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meta_comes_back_as_it_went() {
        let meta = Meta { format: 1, checkpoint: u64::MAX, device: 7, extra: vec![0, 255, 3] };
        assert_eq!(Meta::from_bytes(&meta.to_bytes()), Ok(meta));
    }

    #[test]
    fn a_newer_format_is_refused_by_number() {
        let meta = Meta { format: schema::VERSION + 1, ..Meta::default() };
        assert_eq!(
            Meta::from_bytes(&meta.to_bytes()),
            Err(StorageError::Version { found: schema::VERSION + 1, known: schema::VERSION })
        );
    }

    #[test]
    fn meta_cut_anywhere_is_corrupt_and_no_panic() {
        let bytes = Meta { format: 1, checkpoint: 300, device: 1 << 40, extra: vec![1; 40] }.to_bytes();
        for end in 0..bytes.len() {
            assert_eq!(
                Meta::from_bytes(&bytes[..end]),
                Err(StorageError::corrupt(Place::Meta, Fault::Content)),
                "cut at {end}"
            );
        }
    }
}
