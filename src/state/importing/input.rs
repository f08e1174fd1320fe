//! Where the bytes of a file come from.

use std::rc::Rc;

use crate::platform::files::{ReadError, Source};

/// Where the bytes of a file are.
#[derive(Debug, Clone)]
pub enum Input {
    /// In a file that the user chose.
    File(Source),
    /// In memory: pasted text, a sample.
    Bytes {
        /// What it is called.
        name: String,
        /// The bytes.
        bytes: Rc<[u8]>,
    },
}

impl Input {
    /// What it is called.
    pub fn name(&self) -> String {
        match self {
            Self::File(source) => source.name(),
            Self::Bytes { name, .. } => name.clone(),
        }
    }

    /// How many bytes it has.
    pub fn size(&self) -> u64 {
        match self {
            Self::File(source) => source.size(),
            Self::Bytes { bytes, .. } => bytes.len() as u64,
        }
    }

    pub(super) async fn read(&self, from: u64, to: u64) -> Result<Vec<u8>, ReadError> {
        match self {
            Self::File(source) => source.read(from, to).await,
            Self::Bytes { bytes, .. } => {
                let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(bytes.len());
                Ok(bytes[place(from)..place(to)].to_vec())
            }
        }
    }
}
