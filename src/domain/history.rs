//! What can be undone and redone, worked out from the heads of the journal: so it survives a reload and is the same in every
//! tab.

use super::change::{Head, Turn};

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
    pub origin: Head,
    /// Whether it was made for its own sake, and not made again after it was undone.
    pub is_fresh: bool,
}

impl History {
    /// Takes note of the next change of the journal.
    pub fn push(&mut self, seq: u64, head: &Head) {
        match head.turn {
            Turn::Do | Turn::Revert(_) => {
                self.undo.push(Step { seq, origin: head.clone(), is_fresh: true });
                self.redo.clear();
            }
            // The step keeps its origin as it goes to and fro; where the journal was read from the middle, it has none.
            Turn::Undo(_) => {
                let origin = self.undo.pop().map_or_else(|| head.clone(), |step| step.origin);
                self.redo.push(Step { seq, origin, is_fresh: false });
            }
            Turn::Redo(_) => {
                let origin = self.redo.pop().map_or_else(|| head.clone(), |step| step.origin);
                self.undo.push(Step { seq, origin, is_fresh: false });
            }
        }
    }

    /// What an undo would take back.
    pub fn undo(&self) -> Option<&Step> {
        self.undo.last()
    }

    /// The change that came after somebody wanted to undo the one with the number `wanted`: it is not what they meant.
    pub fn overtaken(&self, wanted: Option<u64>) -> Option<&Step> {
        self.undo().filter(|step| step.is_fresh && wanted.is_some_and(|wanted| step.seq > wanted))
    }

    /// What a redo would bring back.
    pub fn redo(&self) -> Option<&Step> {
        self.redo.last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        change::{Counts, Stamp, What},
        record::Kind,
    };

    fn head(ms: u64, turn: Turn) -> Head {
        let stamp = Stamp { ms, counter: 0, device: 1 };
        Head {
            stamp,
            what: What::Edit,
            turn,
            subject: ms.to_string(),
            kind: Kind::Party,
            record: None,
            counts: Counts::default(),
        }
    }

    fn stamp(ms: u64) -> Stamp {
        head(ms, Turn::Do).stamp
    }

    #[test]
    fn undo_and_redo_go_to_and_fro_over_the_same_change() {
        let mut history = History::default();
        history.push(1, &head(1, Turn::Do));
        history.push(2, &head(2, Turn::Do));
        history.push(3, &head(3, Turn::Undo(stamp(2))));
        assert_eq!(history.undo().map(|step| step.seq), Some(1));
        assert_eq!(history.redo().map(|step| (step.seq, step.origin.stamp)), Some((3, stamp(2))));
        history.push(4, &head(4, Turn::Redo(stamp(2))));
        assert_eq!(history.undo().map(|step| (step.seq, step.origin.stamp)), Some((4, stamp(2))));
        assert_eq!(history.redo(), None);
    }

    #[test]
    fn what_came_while_an_undo_waited_is_not_what_it_meant() {
        let mut history = History::default();
        history.push(1, &head(1, Turn::Do));
        history.push(2, &head(2, Turn::Do));
        assert_eq!(history.overtaken(Some(2)), None);
        assert_eq!(history.overtaken(Some(1)).map(|step| step.seq), Some(2));
        history.push(3, &head(3, Turn::Undo(stamp(2))));
        assert_eq!(history.overtaken(Some(2)), None, "pressed twice, it goes on to the one before");
        history.push(4, &head(4, Turn::Redo(stamp(2))));
        assert_eq!(history.overtaken(Some(1)), None, "what was made again meanwhile was asked for too");
    }

    #[test]
    fn a_new_change_ends_what_could_be_redone() {
        let mut history = History::default();
        history.push(1, &head(1, Turn::Do));
        history.push(2, &head(2, Turn::Undo(stamp(1))));
        history.push(3, &head(3, Turn::Do));
        assert_eq!(history.redo(), None);
        assert_eq!(history.undo().map(|step| step.seq), Some(3));
    }
}
