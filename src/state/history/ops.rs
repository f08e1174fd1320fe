//! The operations of one change, read from the journal part by part: an import may be a hundred megabytes long, and whoever looks
//! at it wants a few of them.

use std::rc::Rc;

use minicbor::Decoder;

use crate::{
    domain::change::Op,
    storage::{BodyPart, Db},
};

use super::super::commit::CommitError;

/// The operations, one after the other.
pub(super) struct Ops {
    db: Rc<Db>,
    seq: u64,
    /// What was read and not yet taken apart.
    bytes: Vec<u8>,
    at: usize,
    next_part: u32,
    is_last: bool,
    /// How many are to come; unknown before the beginning was read.
    remaining: Option<u64>,
}

impl Ops {
    /// Those of the change with this number.
    pub(super) fn new(db: Rc<Db>, seq: u64) -> Self {
        Self { db, seq, bytes: Vec::new(), at: 0, next_part: 0, is_last: false, remaining: None }
    }

    /// The next one; `None` after the last, and for a change that the journal does not have.
    pub(super) async fn next(&mut self) -> Result<Option<Op>, CommitError> {
        let remaining = match self.remaining {
            Some(remaining) => remaining,
            None => {
                let begun =
                    self.read(|d| d.array()?.ok_or_else(|| minicbor::decode::Error::message("no known length")));
                begun.await?.unwrap_or(0)
            }
        };
        self.remaining = Some(remaining.saturating_sub(1));
        if remaining == 0 {
            return Ok(None);
        }
        let op = self.read(|d| d.decode::<Op>()).await?;
        op.ok_or_else(|| CommitError::Unreadable(format!("change {} ends too early", self.seq))).map(Some)
    }

    /// Reads the next thing, with as many parts as it takes. `None` at the end.
    async fn read<T>(
        &mut self,
        read: impl Fn(&mut Decoder<'_>) -> Result<T, minicbor::decode::Error>,
    ) -> Result<Option<T>, CommitError> {
        loop {
            let mut decoder = Decoder::new(&self.bytes[self.at..]);
            match read(&mut decoder) {
                Ok(value) => {
                    self.at += decoder.position();
                    return Ok(Some(value));
                }
                Err(error) if !error.is_end_of_input() => return Err(super::unreadable(error)),
                Err(_) if self.is_last => return Ok(None),
                Err(_) => {}
            }
            let Some(BodyPart { bytes, is_last }) = self.db.body_part(self.seq, self.next_part).await? else {
                self.is_last = true;
                continue;
            };
            self.next_part += 1;
            self.is_last = is_last;
            self.bytes.drain(..self.at);
            self.at = 0;
            self.bytes.extend_from_slice(&bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;
    use uuid::Uuid;

    use super::*;
    use crate::{
        domain::{book::Book, edit::Edit, id::Id, party::Party},
        interchange::journal,
        storage::Entry,
    };

    fn db_with(ops: &[Op]) -> Rc<Db> {
        let db = Db::memory();
        let stored = async {
            db.load().await.unwrap();
            db.append(0, &Entry { head: Vec::new(), body: journal::encode_ops(ops) }).await.unwrap();
        };
        stored.now_or_never().unwrap();
        Rc::new(db)
    }

    #[test]
    fn operations_come_whole_wherever_a_part_ends() {
        let book = Book::default();
        let mut edit = Edit::of(&book);
        for number in 1..40_u128 {
            let name = "n".repeat(number as usize * 7);
            edit.create(Id::new(Uuid::from_u128(number)), Party::customer(&name));
        }
        let made = edit.finish();
        let mut ops = Ops::new(db_with(&made), 1);
        let mut read = Vec::new();
        while let Some(op) = ops.next().now_or_never().unwrap().unwrap() {
            read.push(op);
        }
        assert_eq!(read, made);
        assert_eq!(ops.next().now_or_never().unwrap(), Ok(None));
    }

    #[test]
    fn a_change_that_is_not_there_has_no_operations() {
        let mut ops = Ops::new(db_with(&[]), 7);
        assert_eq!(ops.next().now_or_never().unwrap(), Ok(None));
    }
}
