//! What a file that is no backup looks like, so that the user hears which file was picked.

/// What a file that is no backup looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Looks {
    /// Nothing is in it, or blanks alone.
    #[error("an empty file")]
    Empty,
    /// A zip archive; spreadsheets and documents are ones too.
    #[error("a zip archive or a spreadsheet")]
    Zip,
    /// Compressed by gzip; there may be a backup inside.
    #[error("a compressed file")]
    Gzip,
    /// A picture or a film.
    #[error("a picture")]
    Picture,
    /// A PDF.
    #[error("a PDF")]
    Pdf,
    /// Text in UTF-16; a backup is in UTF-8.
    #[error("text in UTF-16")]
    Utf16,
    /// JSON of another program.
    #[error("JSON of another program")]
    OtherJson,
    /// Text: a table, a letter.
    #[error("text")]
    Text,
    /// Anything else.
    #[error("a file of another program")]
    Binary,
}

impl Looks {
    /// Bytes that tell a file by its beginning.
    pub(super) const MAGIC: usize = 8;

    /// Recognises a file by its first bytes; `None` when it may be JSON.
    pub(super) fn of(first: &[u8]) -> Option<Self> {
        match first {
            [b'P', b'K', 3 | 5, 4 | 6, ..] => Some(Self::Zip),
            [0x1F, 0x8B, ..] => Some(Self::Gzip),
            [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] | [b'G', b'I', b'F', b'8', ..] => Some(Self::Picture),
            [b'R', b'I', b'F', b'F', ..] | [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some(Self::Picture),
            [b'%', b'P', b'D', b'F', ..] => Some(Self::Pdf),
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [b'{', 0, ..] | [0, b'{', ..] => Some(Self::Utf16),
            _ => None,
        }
    }

    /// What begins with this byte, where a backup has its first brace.
    pub(super) fn of_byte(byte: u8) -> Self {
        match byte {
            b'[' => Self::OtherJson,
            0..0x20 | 0x7F => Self::Binary,
            _ => Self::Text,
        }
    }
}
