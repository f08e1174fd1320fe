//! The laws of the database, in memory.

#![cfg(all(feature = "web", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod storage_laws;

use futures_util::FutureExt;
use kith::storage::{Appended, Db, Entry, Loaded, MemoryDb, StorageError};

macro_rules! law {
    ($name:ident) => {
        #[test]
        fn $name() {
            let db = MemoryDb::default();
            let tabs = [Db::Memory(db.another()), Db::Memory(db)];
            storage_laws::$name(tabs).now_or_never().expect("memory never waits");
        }
    };
}

for_each_law!(law);

#[test]
fn a_write_that_fails_leaves_nothing_behind() {
    let db = MemoryDb::default();
    let last = db.read::<StorageError>(|_| Ok(())).unwrap();
    db.fail_next_write(StorageError::Quota);
    assert_eq!(db.append(last, &Entry::default()), Err(StorageError::Quota));
    let loaded = Db::Memory(db.another()).load().now_or_never().unwrap();
    assert_eq!(loaded, Ok(Loaded::default()));
    assert_eq!(db.append(last, &Entry::default()), Ok(Appended::Written(1)));
}
