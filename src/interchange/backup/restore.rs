//! What a restore would do to the book as it is: the operations, how many of which, and a few names to recognise it by.

use uuid::Uuid;

use crate::domain::{
    book::{Book, Stored, with_type},
    change::Op,
    record::{Kind, Row},
};

use super::check::short;

/// How a backup meets a workspace that is not empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The workspace becomes what the backup is: what the backup lacks goes.
    Replace,
    /// Nothing is deleted: records and fields that the backup has come from it, all others stay.
    Merge,
}

/// What happens to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fate {
    /// It comes.
    Created,
    /// Some of its fields change.
    Updated,
    /// It goes.
    Deleted,
}

/// A record to show in a preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// What happens to it.
    pub fate: Fate,
    /// Its id.
    pub id: Uuid,
    /// Its name, number or text: before, when it goes, else as the backup has it. `None` where it has none.
    pub title: Option<String>,
}

/// What happens to the records of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindPlan {
    /// The kind.
    pub kind: Kind,
    /// Records that come.
    pub created: u32,
    /// Records that change.
    pub updated: u32,
    /// Records that go.
    pub deleted: u32,
    /// Records that stay as they are, whether the backup has them or not.
    pub unchanged: u32,
    /// A few of each fate, the first ones.
    pub examples: Vec<Example>,
}

/// Examples of each fate.
const EXAMPLES: usize = 5;

impl KindPlan {
    const fn new(kind: Kind) -> Self {
        Self { kind, created: 0, updated: 0, deleted: 0, unchanged: 0, examples: Vec::new() }
    }

    fn note(&mut self, fate: Fate, id: Uuid, title: &str) {
        let count = match fate {
            Fate::Created => &mut self.created,
            Fate::Updated => &mut self.updated,
            Fate::Deleted => &mut self.deleted,
        };
        *count += 1;
        if *count as usize <= EXAMPLES {
            self.examples.push(Example { fate, id, title: short(title) });
        }
    }
}

/// What a restore would do: one change, which can be taken back as any other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The operations, in order. None, when nothing differs.
    pub ops: Vec<Op>,
    /// What happens to each kind, in the order of [`Kind::ALL`].
    pub kinds: [KindPlan; Kind::ALL.len()],
    /// [`Book::touched`] of the book that was compared: with another number, the plan is out of date.
    pub touched: u64,
}

/// The book changed while it was being compared; start anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the book changed while it was being compared")]
pub struct Changed;

/// Works out a [`Plan`] in small steps. History plays no part: a restore into a workspace is one change of that workspace.
#[derive(Debug)]
pub struct Planner {
    mode: Mode,
    plan: Plan,
    /// First deletions, what belongs to others before the others; then what comes or changes, in the backup's order.
    stage: Stage,
    kind: usize,
    slot: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Delete,
    Set,
    Done,
}

impl Planner {
    /// Starts to compare `current` with a backup.
    pub fn new(current: &Book, mode: Mode) -> Self {
        let plan = Plan { ops: Vec::new(), kinds: Kind::ALL.map(KindPlan::new), touched: current.touched() };
        Self { mode, plan, stage: Stage::Delete, kind: 0, slot: 0 }
    }

    /// Compares up to `records` more records, at least one. `true` as long as there are more.
    ///
    /// # Errors
    /// [`Changed`], when `current` is no longer the book that it was.
    pub fn step(&mut self, current: &Book, backup: &Book, records: u32) -> Result<bool, Changed> {
        if current.touched() != self.plan.touched {
            return Err(Changed);
        }
        let records = records.max(1);
        match self.stage {
            Stage::Delete => {
                let kind = Kind::ALL.len() - 1 - self.kind;
                with_type!(Kind::ALL[kind], T => self.delete::<T>(kind, current, backup, records));
            }
            Stage::Set => with_type!(Kind::ALL[self.kind], T => self.set::<T>(self.kind, current, backup, records)),
            Stage::Done => {}
        }
        Ok(self.stage != Stage::Done)
    }

    /// The plan, when nothing is left to compare; else `None`.
    pub fn finish(self) -> Option<Plan> {
        (self.stage == Stage::Done).then_some(self.plan)
    }

    /// What of the present book the backup lacks.
    fn delete<T: Stored>(&mut self, kind: usize, current: &Book, backup: &Book, records: u32) {
        let counts = &mut self.plan.kinds[kind];
        let table = T::table(current);
        let until = self.slot.saturating_add(records).min(table.slots() as u32);
        for row in (self.slot..until).filter_map(|slot| table.at(slot)) {
            if backup.get(row.id).is_some() {
                continue;
            }
            match self.mode {
                Mode::Merge => counts.unchanged += 1,
                Mode::Replace => {
                    counts.note(Fate::Deleted, row.id.uuid(), row.data.title());
                    self.plan.ops.push(Op::Delete { kind: T::KIND, id: row.id.uuid(), record: row.encode() });
                }
            }
        }
        self.go_on(until, table.slots() as u32);
    }

    /// What the backup has that the present book lacks, or has otherwise.
    fn set<T: Stored>(&mut self, kind: usize, current: &Book, backup: &Book, records: u32) {
        let counts = &mut self.plan.kinds[kind];
        let table = T::table(backup);
        let until = self.slot.saturating_add(records).min(table.slots() as u32);
        for row in (self.slot..until).filter_map(|slot| table.at(slot)) {
            let id = row.id.uuid();
            match current.get(row.id).map(|now| update(now, row, self.mode)) {
                None => {
                    counts.note(Fate::Created, id, row.data.title());
                    self.plan.ops.push(Op::Create { kind: T::KIND, id, record: row.encode() });
                }
                Some(None) => counts.unchanged += 1,
                Some(Some(op)) => {
                    counts.note(Fate::Updated, id, row.data.title());
                    self.plan.ops.push(op);
                }
            }
        }
        self.go_on(until, table.slots() as u32);
    }

    fn go_on(&mut self, until: u32, slots: u32) {
        self.slot = until;
        if until < slots {
            return;
        }
        self.slot = 0;
        self.kind += 1;
        if self.kind == Kind::ALL.len() {
            self.kind = 0;
            self.stage = if self.stage == Stage::Delete { Stage::Set } else { Stage::Done };
        }
    }
}

/// What makes a record what the backup has; `None` when it is that already.
fn update<T: Stored>(now: &Row<T>, backup: &Row<T>, mode: Mode) -> Option<Op> {
    if now == backup {
        return None;
    }
    let mut fields = now.fields().diff(&backup.fields());
    if mode == Mode::Merge {
        fields.retain(|field| field.after.is_some());
    }
    (!fields.is_empty()).then(|| Op::Update { kind: T::KIND, id: now.id.uuid(), fields })
}

/// [`Planner`] in one go, for books that are small.
pub fn plan(current: &Book, backup: &Book, mode: Mode) -> Plan {
    let mut planner = Planner::new(current, mode);
    while planner.step(current, backup, u32::MAX).expect("a book that is lent does not change") {}
    planner.finish().expect("there was nothing left to compare")
}
