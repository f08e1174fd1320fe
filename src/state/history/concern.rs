//! Which changes somebody asks for, and which records of a change.
//!
//! Heads are small and tell most of it; only where a head does not rule it out is the change itself looked into.

use std::collections::HashSet;

use uuid::Uuid;

use crate::domain::{
    book::Book,
    change::{Head, Op, Turn, What},
    id::Id,
    party::Party,
    record::Kind,
};

use super::touched::{RecordChange, Touched};

/// What a history is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Whatever was changed.
    Everything,
    /// Records of a kind.
    Kind(Kind),
    /// One record.
    Record(Kind, Uuid),
    /// A party with all that belongs to it.
    Party(Id<Party>),
}

/// What the head of a change says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is asked for, whatever is in it.
    Wanted,
    /// It is not.
    Unwanted,
    /// What is in it decides.
    Open,
}

/// [`About`], with what has to be known to decide.
pub(super) enum Concern {
    Everything,
    Kind(Kind),
    Record(Uuid),
    /// What belonged to the party once is known by its naming the party.
    Party {
        party: Uuid,
        records: HashSet<Uuid>,
    },
}

impl Concern {
    pub(super) fn new(book: &Book, about: About) -> Self {
        match about {
            About::Everything => Self::Everything,
            About::Kind(kind) => Self::Kind(kind),
            About::Record(_, id) => Self::Record(id),
            About::Party(party) => Self::of_party(book, party),
        }
    }

    fn of_party(book: &Book, party: Id<Party>) -> Self {
        let own = std::iter::once(party.uuid());
        Self::Party { party: party.uuid(), records: own.chain(book.belongings(party).map(|(_, id)| id)).collect() }
    }

    /// Whether what the records became is told with the change, and not only when somebody asks.
    pub(super) fn tells_records(&self) -> bool {
        matches!(self, Self::Record(_) | Self::Party { .. })
    }

    /// What the head says.
    pub(super) fn judge(&self, head: &Head) -> Verdict {
        let touches = touches(head);
        let is_single =
            touches == 1 && matches!(head.what, What::Create | What::Edit | What::Classify | What::Settings);
        let open_if = |open: bool| if open { Verdict::Open } else { Verdict::Unwanted };
        match self {
            Self::Everything => Verdict::Wanted,
            Self::Kind(kind) if is_single => {
                if head.kind == *kind {
                    Verdict::Wanted
                } else {
                    Verdict::Unwanted
                }
            }
            Self::Kind(_) => open_if(touches > 0),
            Self::Record(id) => open_if(!(is_single && head.record.is_some_and(|record| record != *id))),
            // Not when it edits another record and touches nothing else.
            Self::Party { records, .. } => {
                let is_others = |record: Uuid| !records.contains(&record);
                let edits_another = head.what == What::Edit || head.kind == Kind::Party;
                open_if(touches > 1 || !(edits_another && head.record.is_some_and(is_others)))
            }
        }
    }

    /// Whether it is about the record of an operation.
    pub(super) fn concerns(&self, op: &Op) -> bool {
        let (kind, id) = op.target();
        match self {
            Self::Everything => true,
            Self::Kind(wanted) => kind == *wanted,
            Self::Record(wanted) => id == *wanted,
            Self::Party { party, records } => {
                let names_party = |record: &[u8]| record.windows(16).any(|bytes| bytes == party.as_bytes());
                records.contains(&id)
                    || match op {
                        Op::Create { record, .. } | Op::Delete { record, .. } => names_party(record),
                        Op::Update { .. } => false,
                    }
            }
        }
    }

    /// Whether nothing can have happened before: what it is about was made with a new id, not brought back.
    pub(super) fn is_beginning(&self, head: &Head, records: &[RecordChange]) -> bool {
        let own = match self {
            Self::Everything | Self::Kind(_) => return false,
            Self::Record(id) | Self::Party { party: id, .. } => *id,
        };
        let is_made = records.iter().any(|record| record.id == own && matches!(record.touched, Touched::Created(_)));
        is_made && head.turn == Turn::Do && matches!(head.what, What::Create | What::Import)
    }

    /// Whether a record comes before the others of a change.
    pub(super) fn is_first(&self, id: Uuid) -> bool {
        matches!(self, Self::Party { party, .. } if *party == id)
    }
}

/// How many records a change touches.
fn touches(head: &Head) -> u64 {
    let counts = head.counts;
    u64::from(counts.created) + u64::from(counts.updated) + u64::from(counts.deleted)
}
