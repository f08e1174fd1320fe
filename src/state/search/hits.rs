//! What was found.

use std::sync::Arc;

use crate::domain::record::Kind;

/// What was found for a text. Cheap to copy.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits {
    text: Arc<str>,
    found: Arc<[(Kind, Arc<[u32]>)]>,
    guessed: Arc<[(Kind, Arc<[u32]>)]>,
}

impl Hits {
    /// What stands as typed, kind by kind, best first.
    pub fn found(text: &str, found: Vec<(Kind, Arc<[u32]>)>) -> Self {
        Self { text: text.into(), found: found.into(), guessed: Arc::default() }
    }

    /// With what stands there but for slips.
    pub fn with_guesses(self, guessed: Vec<(Kind, Arc<[u32]>)>) -> Self {
        Self { guessed: guessed.into(), ..self }
    }

    /// What was looked for; empty when nothing was.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether this answers the question for that text.
    pub fn is_for(&self, text: &str) -> bool {
        *self.text == *text
    }

    /// The kinds that were looked at.
    pub fn kinds(&self) -> Vec<Kind> {
        self.found.iter().map(|(kind, _)| *kind).collect()
    }

    /// Slots of the records in which everything stands as typed, best first.
    pub fn exact(&self, kind: Kind) -> &[u32] {
        of(&self.found, kind)
    }

    /// Slots of the further records in which it stands if something was mistyped, best first.
    pub fn guesses(&self, kind: Kind) -> &[u32] {
        of(&self.guessed, kind)
    }

    /// Whether there are any guesses.
    pub fn has_guesses(&self) -> bool {
        self.guessed.iter().any(|(_, slots)| !slots.is_empty())
    }

    /// Slots of a kind to show, best first: the exact ones, or the guesses where there is none.
    pub fn best(&self, kind: Kind) -> &[u32] {
        match self.exact(kind) {
            [] => self.guesses(kind),
            exact => exact,
        }
    }
}

fn of(all: &[(Kind, Arc<[u32]>)], kind: Kind) -> &[u32] {
    all.iter().find(|(of, _)| *of == kind).map_or(&[], |(_, slots)| slots)
}
