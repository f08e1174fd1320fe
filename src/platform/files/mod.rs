//! Files out and files in. Their content is bytes here; what they mean is settled elsewhere.

mod blob;
mod name;
mod pieces;
mod source;

pub use blob::{Blob, Builder, save};
pub use name::file_name;
pub use pieces::{PieceError, Pieces, can_pack};
pub use source::{ReadError, Source, chosen, dropped};
