//! What the demo's records are known by: they are of one run, as the ids say. That outlives a reload, an edit, a backup without
//! history, and a merge into another workspace.

use uuid::Uuid;

use crate::domain::id::Mint;

/// The run of every demo. Runs of the app are random: that one has the same bits happens once in four million million.
const RUN: [u8; 6] = *b"demo\x00\x00";
/// The bits of an id that are the run's: see [`Mint::id`].
const BITS: u128 = (1 << 42) - 1;

/// Makes the ids of a demo.
pub(super) const fn mint() -> Mint {
    Mint::new(RUN)
}

/// Whether a record of that id came with a demo.
pub fn is_demo(id: Uuid) -> bool {
    let [a, b, c, d, e, f] = RUN;
    let run = u64::from_be_bytes([0, 0, a, b, c, d, e, f]) >> 6;
    id.as_u128() & BITS == u128::from(run)
}
