//! Why a file was refused. The sentences for the user are made where the user is.

use uuid::Uuid;

use crate::domain::flaw::FieldError;

use super::{FORMAT, MAX_DEPTH, MAX_RECORD, TOO_LARGE, looks::Looks, place::Place};

/// Why a file was refused, and where in it the reason is. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{cause} ({place})")]
pub struct ReadError {
    /// Why.
    pub cause: Cause,
    /// Where.
    pub place: Box<Place>,
}

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// It is no backup at all.
    #[error("this is {0}, not a backup of Kith")]
    WrongFile(Looks),
    /// It has [`TOO_LARGE`] bytes or more.
    #[error("a file of {TOO_LARGE} bytes or more is not read")]
    TooLarge,
    /// A newer Kith made it.
    #[error("made by a newer Kith: format {format}, this one knows {FORMAT}")]
    Newer {
        /// The number of its format.
        format: u64,
    },
    /// It ends in the middle.
    #[error("the file ends in the middle")]
    Cut,
    /// It is no JSON from here on.
    #[error("not JSON")]
    Syntax,
    /// A text is not in UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// Lists and objects lie within each other more than [`MAX_DEPTH`] deep.
    #[error("nested more than {MAX_DEPTH} deep")]
    TooDeep,
    /// One record is longer than [`MAX_RECORD`].
    #[error("longer than {MAX_RECORD} bytes")]
    TooLong,
    /// A name that no version up to this one writes.
    #[error("`{0}` is not known")]
    UnknownKey(String),
    /// A name stands twice where it may stand once.
    #[error("`{0}` is there twice")]
    DoubleKey(String),
    /// A name that has to be there is not.
    #[error("`{0}` is missing")]
    MissingKey(String),
    /// A known name, but not in its place.
    #[error("`{0}` is out of place")]
    Misplaced(String),
    /// A value does not have the form of its field.
    #[error("wrong form: {0}")]
    WrongType(String),
    /// A number, a decimal or a date is beyond what can be stored.
    #[error("out of range: {0}")]
    OutOfRange(String),
    /// Two records of a kind have this id.
    #[error("the id {0} is there twice")]
    DoubleId(Uuid),
    /// Settings whose id is not that of the settings.
    #[error("settings have the id {}", crate::domain::settings::Settings::ID)]
    NotTheSettings,
    /// A field has a value that may not be saved.
    #[error("field {} {}", .0.number, .0.flaw)]
    Flaw(FieldError),
    /// A record belongs to a party that is not there.
    #[error("belongs to {0}, which is not there")]
    Dangling(Uuid),
    /// The bytes of a change cannot be read.
    #[error("the change cannot be read: {0}")]
    BadChange(String),
    /// What a change says for people is not what its bytes say.
    #[error("the change is not what it says")]
    OtherChange,
    /// Two changes have the same stamp.
    #[error("the same change is there twice")]
    DoubleChange,
    /// The file says that there are more or fewer records than there are.
    #[error("the file says {said} and has {found}")]
    WrongCount {
        /// How many it says there are.
        said: u64,
        /// How many there are.
        found: u64,
    },
    /// The checksum is not that of the file: something in it was changed.
    #[error("the checksum differs: the file was changed")]
    Checksum,
}

impl Cause {
    /// The error of that cause at a place.
    pub(super) fn at(self, place: Place) -> ReadError {
        ReadError { cause: self, place: Box::new(place) }
    }
}
