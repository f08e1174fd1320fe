//! The checksum, taken while the bytes go by.

use sha2::{Digest, Sha256};

/// The SHA-256 of a file up to the latest name of its outermost object.
#[derive(Debug, Clone, Default)]
pub(super) struct Seal {
    running: Sha256,
    /// As of the latest name.
    closed: Sha256,
    /// Bytes of the present piece that went in already.
    taken: usize,
}

impl Seal {
    /// Takes the present piece up to `until`, where a name begins.
    pub fn close(&mut self, piece: &[u8], until: usize) {
        self.running.update(&piece[self.taken..until]);
        self.taken = until;
        self.closed = self.running.clone();
    }

    /// Takes what is left of the present piece.
    pub fn pass(&mut self, piece: &[u8]) {
        self.running.update(&piece[self.taken..]);
        self.taken = 0;
    }

    /// Of everything before the latest name, in hexadecimal digits.
    pub fn of_closed(&self) -> String {
        hex(self.closed.clone())
    }

    /// Of everything so far, in hexadecimal digits.
    pub fn of_all(&self) -> String {
        hex(self.running.clone())
    }
}

fn hex(sha: Sha256) -> String {
    sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
