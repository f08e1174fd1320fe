//! Which shortcut a key belongs to. What the key does is not decided here.

use super::shortcut::Shortcut;

/// A key as it was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Press<'a> {
    /// What the key types, in small letters, or its name.
    pub key: &'a str,
    /// Control, or Command on a Mac.
    pub command: bool,
    /// Shift.
    pub shift: bool,
    /// Alt, or Option on a Mac.
    pub alt: bool,
    /// It goes into a field.
    pub typing: bool,
    /// When, in milliseconds.
    pub at: u64,
}

/// What a press comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// No shortcut of ours.
    Nothing,
    /// The beginning of one: what comes next decides.
    Begun,
    /// This one.
    Is(Wanted),
}

/// What was pressed, in the form of a shortcut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    kind: Modifiers,
    typing: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Modifiers {
    Plain,
    Go,
    Command,
    CommandShift,
    Alt,
}

impl Wanted {
    /// Whether it is this one, of the key that was pressed last.
    pub fn is(self, shortcut: Shortcut, key: &str) -> bool {
        match (self.kind, shortcut) {
            (Modifiers::Plain, Shortcut::Plain(own))
            | (Modifiers::Go, Shortcut::Go(own))
            | (Modifiers::Command, Shortcut::Command(own))
            | (Modifiers::CommandShift, Shortcut::CommandShift(own))
            | (Modifiers::Alt, Shortcut::Alt(own)) => own == key,
            _ => false,
        }
    }

    /// Whether it was pressed in a field.
    pub fn is_typing(self) -> bool {
        self.typing
    }
}

/// So long the first of two keys waits for the second, in milliseconds.
const WAIT: u64 = 1_500;

/// Reads keys one by one.
#[derive(Debug, Default)]
pub struct Reader {
    /// When G was pressed.
    begun: Option<u64>,
}

impl Reader {
    /// Reads the next key.
    pub fn read(&mut self, press: Press<'_>, plain_allowed: bool) -> Reading {
        let began = self.begun.take().is_some_and(|at| press.at.saturating_sub(at) <= WAIT);
        let is = |kind| Reading::Is(Wanted { kind, typing: press.typing });
        match (press.command, press.alt) {
            (true, false) if press.shift => is(Modifiers::CommandShift),
            (true, false) => is(Modifiers::Command),
            (false, true) if !press.typing => is(Modifiers::Alt),
            (false, false) if !press.typing && plain_allowed => {
                // A sign such as `?` is typed with Shift on one keyboard and without on another; a letter never.
                let is_letter = press.key.len() == 1 && press.key.bytes().all(|byte| byte.is_ascii_alphabetic());
                if is_letter && press.shift {
                    Reading::Nothing
                } else if began {
                    is(Modifiers::Go)
                } else if press.key == "g" {
                    self.begun = Some(press.at);
                    Reading::Begun
                } else {
                    is(Modifiers::Plain)
                }
            }
            _ => Reading::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str) -> Press<'_> {
        Press { key, ..Press::default() }
    }

    fn read(reader: &mut Reader, press: Press<'_>, shortcut: Shortcut) -> bool {
        matches!(reader.read(press, true), Reading::Is(wanted) if wanted.is(shortcut, press.key))
    }

    #[test]
    fn g_and_a_letter_soon_after_it_belong_together() {
        let mut reader = Reader::default();
        assert_eq!(reader.read(press("g"), true), Reading::Begun);
        assert!(read(&mut reader, Press { at: 1_000, ..press("c") }, Shortcut::Go("c")));
        assert!(read(&mut reader, press("c"), Shortcut::Plain("c")), "once is enough");
        assert_eq!(reader.read(press("g"), true), Reading::Begun);
        assert!(read(&mut reader, Press { at: 5_000, ..press("c") }, Shortcut::Plain("c")), "that was too late");
    }

    #[test]
    fn keys_of_a_field_are_left_to_it() {
        let mut reader = Reader::default();
        for key in ["g", "n", "/", "?"] {
            assert_eq!(reader.read(Press { typing: true, ..press(key) }, true), Reading::Nothing);
        }
        assert_eq!(reader.read(Press { typing: true, alt: true, ..press("arrowdown") }, true), Reading::Nothing);
        let chord = Press { typing: true, command: true, ..press("k") };
        assert!(matches!(reader.read(chord, true), Reading::Is(wanted) if wanted.is_typing()));
    }

    #[test]
    fn single_keys_can_be_turned_off_and_chords_stay() {
        let mut reader = Reader::default();
        assert_eq!(reader.read(press("n"), false), Reading::Nothing);
        assert_eq!(reader.read(press("g"), false), Reading::Nothing);
        let chord = Press { command: true, ..press("z") };
        assert!(matches!(reader.read(chord, false), Reading::Is(wanted) if wanted.is(Shortcut::Command("z"), "z")));
    }

    #[test]
    fn shift_makes_another_letter_but_not_another_sign() {
        let mut reader = Reader::default();
        assert_eq!(reader.read(Press { shift: true, ..press("n") }, true), Reading::Nothing);
        assert!(read(&mut reader, Press { shift: true, ..press("?") }, Shortcut::Plain("?")));
        assert!(read(&mut reader, Press { shift: true, command: true, ..press("z") }, Shortcut::CommandShift("z")));
    }
}
