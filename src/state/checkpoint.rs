//! Checkpoints: the pages that changed are written when things are quiet, so that opening reads few changes.
//!
//! A checkpoint that does not happen loses nothing: the journal has everything.

use leptos::{
    prelude::{UpdateValue, WithValue},
    task::spawn_local,
};

use crate::{
    domain::{
        book::{Book, with_type},
        record::Kind,
    },
    interchange::pages,
    platform::pause::{Slice, sleep, when_idle},
    storage::{Checkpointed, Meta, PageKey, StorageError, schema},
};

use super::workspace::Workspace;

/// How long nothing may happen before a checkpoint begins, in milliseconds.
const QUIET: u32 = 2_000;

impl Workspace {
    /// Writes a checkpoint in the next quiet moment.
    pub(super) fn checkpoint_soon(self) {
        if self.core.with_value(|core| core.checkpoint_waits) {
            return;
        }
        self.core.update_value(|core| core.checkpoint_waits = true);
        spawn_local(async move {
            let mut seq = self.seq();
            loop {
                sleep(QUIET).await;
                if self.seq() == seq {
                    break;
                }
                seq = self.seq();
            }
            when_idle().await;
            self.core.update_value(|core| core.checkpoint_waits = false);
            // An error is no loss here, and the next write meets the same one and tells the user.
            let _ = self.checkpoint().await;
        });
    }

    /// Writes the pages that changed since the last checkpoint.
    ///
    /// # Errors
    /// What the store says; the previous checkpoint is then still there.
    pub async fn checkpoint(self) -> Result<(), StorageError> {
        if !self.is_ready_now() {
            return Ok(());
        }
        let db = self.db()?;
        // Nobody writes meanwhile: all pages are of one moment.
        let writing = self.core.with_value(|core| core.writing.clone());
        let _turn = writing.lock().await;
        let (seq, since, device) = self.core.with_value(|core| (core.seq, core.checkpoint, core.device));
        if seq == since {
            return Ok(());
        }
        let mut slice = Slice::new();
        let mut changed = Vec::new();
        for key in self.peek(|book| touched(book, since)) {
            let kind = Kind::from_number(key.kind).expect("made from a kind");
            changed.push((key, self.peek(|book| pages::encode(book, kind, key.number))));
            slice.pause_if_used_up().await;
        }
        let meta = Meta { format: schema::VERSION, checkpoint: seq, device, extra: Vec::new() };
        let stored = match db.checkpoint(changed, &meta).await? {
            Checkpointed::Written => seq,
            Checkpointed::Superseded(later) => later.checkpoint,
        };
        self.core.update_value(|core| core.checkpoint = stored);
        Ok(())
    }
}

/// The pages that were touched after the `seq`-th change.
fn touched(book: &Book, seq: u64) -> Vec<PageKey> {
    let of_kind = |kind: Kind| -> Vec<PageKey> {
        use crate::domain::book::Stored;
        let numbers: Vec<u32> = with_type!(kind, T => T::table(book).touched_after(seq).collect());
        numbers.into_iter().map(|number| PageKey { kind: kind.number(), number }).collect()
    };
    Kind::ALL.into_iter().flat_map(of_kind).collect()
}
