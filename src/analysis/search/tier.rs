//! How well a word was found; the smaller, the better.

/// A name is the word.
pub const WHOLE: u8 = 0;
/// A name begins with the word.
pub const BEGINS: u8 = 1;
/// A word of a name begins with it.
pub const WORD: u8 = 2;
/// A name begins with Chinese characters that sound like it.
pub const SOUNDS: u8 = 3;
/// It is in a name.
pub const WITHIN: u8 = 4;
/// Characters elsewhere in a name sound like it.
pub const SOUNDS_WITHIN: u8 = 5;
/// It is in another short field.
pub const FIELD: u8 = 6;
/// Characters in another short field sound like it.
pub const FIELD_SOUNDS: u8 = 7;
/// It is in a long text.
pub const PROSE: u8 = 8;
/// A word of a name is a slip away from it; from here on what was meant is a guess.
pub const NEAR: u8 = 9;
/// A word of another short field is a slip away.
pub const FIELD_NEAR: u8 = 10;
/// The worst that several words together can be.
pub const WORST: u8 = 63;
/// It is not in it.
pub const NOWHERE: u8 = u8::MAX;

/// How well something is found that consists of two parts.
pub fn both(a: u8, b: u8) -> u8 {
    if a == NOWHERE || b == NOWHERE { NOWHERE } else { a.saturating_add(b).min(WORST) }
}
