//! Keys that stand for a command, and how they are drawn.

/// Keys that stand for a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// A key by itself. Whoever speaks to the machine, or whose hand trembles, can turn these off (WCAG 2.1.4).
    Plain(&'static str),
    /// G, and this key after it.
    Go(&'static str),
    /// With Control, or Command on a Mac.
    Command(&'static str),
    /// With Shift too.
    CommandShift(&'static str),
    /// With Alt, or Option on a Mac.
    Alt(&'static str),
}

impl Shortcut {
    /// Whether it is made of keys that type characters.
    pub const fn is_plain(self) -> bool {
        matches!(self, Self::Plain(_) | Self::Go(_))
    }

    /// The names of the keys: those pressed one after the other, each of which may be several at once, separated by spaces.
    pub fn keys(self, is_apple: bool) -> Vec<String> {
        let (command, shift, alt) = if is_apple { ("⌘", "⇧", "⌥") } else { ("Ctrl", "Shift", "Alt") };
        match self {
            Self::Plain(key) => vec![drawn(key)],
            Self::Go(key) => vec!["G".to_owned(), drawn(key)],
            Self::Command(key) => vec![format!("{command} {}", drawn(key))],
            Self::CommandShift(key) => vec![format!("{command} {shift} {}", drawn(key))],
            Self::Alt(key) => vec![format!("{alt} {}", drawn(key))],
        }
    }

    /// As `aria-keyshortcuts` has it; it knows no keys pressed one after the other.
    pub fn aria(self, is_apple: bool) -> Option<String> {
        let command = if is_apple { "Meta" } else { "Control" };
        Some(match self {
            Self::Plain(key) => key.to_owned(),
            Self::Go(_) => return None,
            Self::Command(key) => format!("{command}+{key}"),
            Self::CommandShift(key) => format!("{command}+Shift+{key}"),
            Self::Alt(key) => format!("Alt+{key}"),
        })
    }
}

fn drawn(key: &str) -> String {
    match key {
        "arrowup" => "↑".to_owned(),
        "arrowdown" => "↓".to_owned(),
        "enter" => "Enter".to_owned(),
        key => key.to_uppercase(),
    }
}
