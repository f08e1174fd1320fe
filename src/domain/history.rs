//! What can be undone and redone, worked out from the heads of the journal: so it survives a reload and is the same in every
//! tab.

use super::change::{Head, Stamp, Turn};

/// The changes that stand and can be taken back, and the undos that can be taken back, the latest last.
#[derive(Debug, Clone, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

/// A change that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The number of the change in the journal: its inverse is what has to be done.
    pub seq: u64,
    /// The head of the change that the user thinks of: the first, not the undo of its redo.
    pub head: Head,
}

impl History {
    /// Takes note of the next change of the journal.
    pub fn push(&mut self, seq: u64, head: &Head) {
        let step = Step { seq, head: head.clone() };
        match head.turn {
            Turn::Do | Turn::Revert(_) => {
                self.undo.push(step);
                self.redo.clear();
            }
            Turn::Undo(_) => {
                self.undo.pop();
                self.redo.push(step);
            }
            Turn::Redo(_) => {
                self.redo.pop();
                self.undo.push(step);
            }
        }
    }

    /// What an undo would take back.
    pub fn undo(&self) -> Option<&Step> {
        self.undo.last()
    }

    /// What a redo would bring back.
    pub fn redo(&self) -> Option<&Step> {
        self.redo.last()
    }

    /// The turn of a change that takes back the latest one that stands.
    pub fn undo_turn(&self) -> Option<Turn> {
        self.undo().map(|step| Turn::Undo(step.head.stamp))
    }

    /// The turn of a change that takes back the latest undo.
    pub fn redo_turn(&self) -> Option<Turn> {
        self.redo().map(|step| Turn::Redo(step.head.stamp))
    }

    /// Whether the change of that stamp stands, as far as this history reaches.
    pub fn stands(&self, stamp: Stamp) -> bool {
        self.undo.iter().any(|step| step.head.stamp == stamp)
    }
}
