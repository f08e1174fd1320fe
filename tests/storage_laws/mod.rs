//! What every kind of database promises. Each law gets two connections to one empty database, as two tabs have.
//!
//! The laws are written once and run twice: in memory (`storage_memory.rs`) and in a browser (`web_storage.rs`).

use kith::storage::{
    Appended, Checkpointed, Db, Entry, Fault, Loaded, Meta, PageKey, Piece, Place, StorageError, schema,
};

/// Runs every law through `$run!(name)`.
#[macro_export]
macro_rules! for_each_law {
    ($run:ident) => {
        $run!(an_empty_database_loads_empty);
        $run!(what_was_appended_is_loaded_in_order);
        $run!(bodies_of_every_length_come_back_whole);
        $run!(an_entry_that_is_behind_is_not_written);
        $run!(nothing_is_written_before_loading);
        $run!(a_checkpoint_shortens_the_tail_and_keeps_the_history);
        $run!(a_checkpoint_replaces_and_removes_pages);
        $run!(an_older_checkpoint_is_superseded);
        $run!(a_checkpoint_of_entries_that_do_not_exist_is_refused);
        $run!(heads_come_newest_first_and_bodies_by_number);
        $run!(a_restore_fills_an_empty_database);
        $run!(a_restore_refuses_a_database_with_content);
        $run!(a_restore_without_its_entries_writes_nothing);
        $run!(erasing_leaves_nothing_and_is_noticed_by_the_other_tab);
        $run!(another_history_of_the_same_length_is_not_taken_for_ours);
        $run!(a_closed_connection_writes_nothing);
        $run!(a_draft_stays_until_it_is_removed_and_is_no_part_of_the_content);
        $run!(drafts_are_erased_with_the_content_and_not_written_into_another);
        $run!(an_error_of_the_reader_ends_the_reading);
    };
}

/// An entry that tells its number.
pub fn entry(n: u8, body: usize) -> Entry {
    Entry { head: vec![n; 3], body: (0..body).map(|i| n.wrapping_add((i % 251) as u8)).collect() }
}

/// Meta of a checkpoint.
pub fn meta(checkpoint: u64) -> Meta {
    Meta { format: schema::VERSION, checkpoint, device: 42, extra: vec![9, 8, 7] }
}

fn page(kind: u8, number: u32) -> PageKey {
    PageKey { kind, number }
}

async fn write(db: &Db, last_seen: u64, entry: &Entry) {
    assert_eq!(db.append(last_seen, entry).await, Ok(Appended::Written(last_seen + 1)));
}

/// Appends entries 1 to `n` to a database that was loaded.
async fn fill(db: &Db, n: u8) {
    for i in 1..=n {
        write(db, u64::from(i) - 1, &entry(i, 10)).await;
    }
}

fn numbered(range: std::ops::RangeInclusive<u8>) -> Vec<(u64, Entry)> {
    range.map(|n| (u64::from(n), entry(n, 10))).collect()
}

pub async fn an_empty_database_loads_empty([a, _]: [Db; 2]) {
    let loaded = a.load().await.unwrap();
    assert_eq!(loaded, Loaded::default());
    assert_eq!(loaded.last(), 0);
}

pub async fn what_was_appended_is_loaded_in_order([a, b]: [Db; 2]) {
    a.load().await.unwrap();
    fill(&a, 70).await;
    let loaded = b.load().await.unwrap();
    assert_eq!(loaded.tail, numbered(1..=70));
    assert_eq!(loaded.last(), 70);
    assert_eq!(a.entries_after(68).await.unwrap(), numbered(69..=70));
}

pub async fn bodies_of_every_length_come_back_whole([a, b]: [Db; 2]) {
    const MIB: usize = 1024 * 1024;
    a.load().await.unwrap();
    let lengths = [0, 1, MIB / 4, MIB / 4 + 1, 4 * MIB, 4 * MIB + 1, 9 * MIB];
    for (i, len) in (0..).zip(lengths) {
        write(&a, u64::from(i), &entry(i, len)).await;
    }
    let loaded = b.load().await.unwrap();
    for ((i, len), (seq, found)) in (0..).zip(lengths).zip(&loaded.tail) {
        assert_eq!(*seq, u64::from(i) + 1);
        assert!(*found == entry(i, len), "a body of {len} bytes");
        assert!(b.body(*seq).await.unwrap().unwrap() == found.body);
    }
    assert_eq!(loaded.tail.len(), lengths.len());
    let heads = b.heads(None, 100).await.unwrap();
    let found: Vec<_> = heads.iter().rev().map(|head| head.body_len).collect();
    assert_eq!(found, lengths.map(|len| len as u64));
}

pub async fn an_entry_that_is_behind_is_not_written([a, b]: [Db; 2]) {
    a.load().await.unwrap();
    b.load().await.unwrap();
    fill(&a, 2).await;
    assert_eq!(b.append(0, &entry(9, 10)).await, Ok(Appended::Behind(numbered(1..=2))));
    assert_eq!(b.append(1, &entry(9, 10)).await, Ok(Appended::Behind(numbered(2..=2))));
    assert_eq!(a.entries_after(0).await.unwrap(), numbered(1..=2));
    write(&b, 2, &entry(3, 10)).await;
    assert_eq!(a.append(2, &entry(4, 10)).await, Ok(Appended::Behind(numbered(3..=3))));
}

pub async fn nothing_is_written_before_loading([a, b]: [Db; 2]) {
    assert_eq!(a.append(0, &entry(1, 1)).await, Err(StorageError::NotLoaded));
    assert_eq!(a.checkpoint([], &meta(0)).await, Err(StorageError::NotLoaded));
    assert_eq!(b.load().await.unwrap(), Loaded::default());
}

pub async fn a_checkpoint_shortens_the_tail_and_keeps_the_history([a, b]: [Db; 2]) {
    a.load().await.unwrap();
    fill(&a, 5).await;
    let pages = [(page(2, 0), Some(vec![1])), (page(1, 300), Some(vec![2])), (page(1, 2), Some(vec![]))];
    assert_eq!(a.checkpoint(pages, &meta(3)).await, Ok(Checkpointed::Written));
    let loaded = b.load().await.unwrap();
    assert_eq!(loaded.meta, Some(meta(3)));
    assert_eq!(loaded.pages, [(page(1, 2), vec![]), (page(1, 300), vec![2]), (page(2, 0), vec![1])]);
    assert_eq!(loaded.tail, numbered(4..=5));
    assert_eq!(b.entries_after(0).await.unwrap(), numbered(1..=5));
    write(&b, 5, &entry(6, 10)).await;
    assert_eq!(b.checkpoint([], &meta(6)).await, Ok(Checkpointed::Written));
    let loaded = a.load().await.unwrap();
    assert_eq!((loaded.pages.len(), loaded.tail.len(), loaded.last()), (3, 0, 6));
}

pub async fn a_checkpoint_replaces_and_removes_pages([a, b]: [Db; 2]) {
    a.load().await.unwrap();
    fill(&a, 1).await;
    let many = (0..40).map(|n| (page(7, n), Some(vec![n as u8; 100])));
    a.checkpoint(many, &meta(1)).await.unwrap();
    let again = [(page(7, 3), Some(vec![0])), (page(7, 4), None), (page(7, 99), None)];
    a.checkpoint(again, &meta(1)).await.unwrap();
    let pages = b.load().await.unwrap().pages;
    assert_eq!(pages.len(), 39);
    assert_eq!(pages[3], (page(7, 3), vec![0]));
    assert_eq!(pages[4], (page(7, 5), vec![5; 100]));
    assert_eq!(pages[38], (page(7, 39), vec![39; 100]));
}

pub async fn an_older_checkpoint_is_superseded([a, b]: [Db; 2]) {
    a.load().await.unwrap();
    fill(&a, 4).await;
    b.load().await.unwrap();
    a.checkpoint([(page(1, 1), Some(vec![1]))], &meta(4)).await.unwrap();
    let late = b.checkpoint([(page(1, 1), Some(vec![2])), (page(1, 2), Some(vec![2]))], &meta(3)).await;
    assert_eq!(late, Ok(Checkpointed::Superseded(meta(4))));
    let loaded = b.load().await.unwrap();
    assert_eq!((loaded.meta, loaded.pages), (Some(meta(4)), vec![(page(1, 1), vec![1])]));
}

pub async fn a_checkpoint_of_entries_that_do_not_exist_is_refused([a, b]: [Db; 2]) {
    a.load().await.unwrap();
    fill(&a, 1).await;
    let missing = StorageError::Corrupt { place: Place::Head(2), fault: Fault::Missing };
    assert_eq!(a.checkpoint([(page(1, 1), Some(vec![1]))], &meta(2)).await, Err(missing.clone()));
    assert_eq!(a.append(2, &entry(3, 1)).await, Err(missing));
    assert_eq!(b.load().await.unwrap(), Loaded { tail: numbered(1..=1), ..Loaded::default() });
}

pub async fn heads_come_newest_first_and_bodies_by_number([a, _]: [Db; 2]) {
    a.load().await.unwrap();
    assert_eq!(a.heads(None, 10).await.unwrap(), []);
    fill(&a, 5).await;
    let numbers = async |before, limit| -> Vec<(u64, Vec<u8>)> {
        a.heads(before, limit).await.unwrap().into_iter().map(|head| (head.seq, head.head)).collect()
    };
    assert_eq!(numbers(None, 2).await, [(5, vec![5; 3]), (4, vec![4; 3])]);
    assert_eq!(numbers(Some(4), 2).await, [(3, vec![3; 3]), (2, vec![2; 3])]);
    assert_eq!(numbers(Some(2), 2).await, [(1, vec![1; 3])]);
    assert_eq!(numbers(Some(1), 2).await, []);
    assert_eq!(numbers(Some(0), 2).await, []);
    assert_eq!(numbers(Some(1000), 2).await, numbers(None, 2).await);
    assert_eq!(numbers(None, 0).await, []);
    assert_eq!(a.body(3).await.unwrap(), Some(entry(3, 10).body));
    assert_eq!((a.body(0).await.unwrap(), a.body(6).await.unwrap()), (None, None));
}

pub async fn a_restore_fills_an_empty_database([a, b]: [Db; 2]) {
    b.load().await.unwrap();
    a.adopt([(page(1, 0), vec![5])], (1..=3).map(|n| entry(n, 10)), &meta(2)).await.unwrap();
    // The other tab has read an empty database; it must not go on from there.
    assert_eq!(b.append(0, &entry(1, 1)).await, Err(StorageError::Replaced));
    assert_eq!(b.entries_after(0).await, Err(StorageError::Replaced));
    write(&a, 3, &entry(4, 10)).await;
    let loaded = b.load().await.unwrap();
    assert_eq!(loaded.meta, Some(meta(2)));
    assert_eq!(loaded.pages, [(page(1, 0), vec![5])]);
    assert_eq!(loaded.tail, numbered(3..=4));
}

pub async fn a_restore_refuses_a_database_with_content([a, b]: [Db; 2]) {
    a.load().await.unwrap();
    fill(&a, 1).await;
    let restore = b.adopt([(page(1, 0), vec![5])], [entry(7, 10)], &meta(1)).await;
    assert_eq!(restore, Err(StorageError::NotEmpty));
    let loaded = b.load().await.unwrap();
    assert_eq!(loaded, Loaded { tail: numbered(1..=1), ..Loaded::default() });
}

pub async fn a_restore_without_its_entries_writes_nothing([a, b]: [Db; 2]) {
    let restore = a.adopt([(page(1, 0), vec![5])], [entry(7, 10)], &meta(2)).await;
    assert_eq!(restore, Err(StorageError::Corrupt { place: Place::Head(2), fault: Fault::Missing }));
    assert_eq!(b.load().await.unwrap(), Loaded::default());
    b.adopt([], [], &meta(0)).await.unwrap();
}

pub async fn erasing_leaves_nothing_and_is_noticed_by_the_other_tab([a, b]: [Db; 2]) {
    a.load().await.unwrap();
    fill(&a, 3).await;
    a.checkpoint([(page(1, 1), Some(vec![1]))], &meta(3)).await.unwrap();
    b.load().await.unwrap();
    a.erase().await.unwrap();
    assert_eq!(b.append(3, &entry(4, 1)).await, Err(StorageError::Replaced));
    assert_eq!(b.checkpoint([], &meta(3)).await, Err(StorageError::Replaced));
    assert_eq!(b.load().await.unwrap(), Loaded::default());
    write(&a, 0, &entry(1, 10)).await;
}

pub async fn another_history_of_the_same_length_is_not_taken_for_ours([a, b]: [Db; 2]) {
    a.load().await.unwrap();
    fill(&a, 3).await;
    b.load().await.unwrap();
    a.erase().await.unwrap();
    fill(&a, 4).await;
    assert_eq!(b.append(3, &entry(9, 1)).await, Err(StorageError::Replaced));
    assert_eq!(b.entries_after(3).await, Err(StorageError::Replaced));
}

pub async fn a_closed_connection_writes_nothing([a, b]: [Db; 2]) {
    a.load().await.unwrap();
    a.close();
    assert_eq!(a.append(0, &entry(1, 1)).await, Err(StorageError::Closed));
    assert_eq!(a.load().await, Err(StorageError::Closed));
    assert_eq!(a.erase().await, Err(StorageError::Closed));
    assert_eq!(b.load().await.unwrap(), Loaded::default());
}

pub async fn an_error_of_the_reader_ends_the_reading([a, _]: [Db; 2]) {
    #[derive(Debug, PartialEq)]
    enum Mine {
        Storage(StorageError),
        Enough,
    }
    impl From<StorageError> for Mine {
        fn from(error: StorageError) -> Mine {
            Mine::Storage(error)
        }
    }
    a.load().await.unwrap();
    fill(&a, 3).await;
    let mut seen = 0;
    let read = a
        .read(|piece| match piece {
            Piece::Entry(2, _) => Err(Mine::Enough),
            _ => {
                seen += 1;
                Ok(())
            }
        })
        .await;
    assert_eq!((read, seen), (Err(Mine::Enough), 2));
    a.close();
    assert_eq!(a.read::<Mine>(|_| Ok(())).await, Err(Mine::Storage(StorageError::Closed)));
}

fn draft(name: &str, bytes: Option<&[u8]>) -> (String, Option<Vec<u8>>) {
    (name.to_owned(), bytes.map(<[u8]>::to_vec))
}

pub async fn a_draft_stays_until_it_is_removed_and_is_no_part_of_the_content([a, b]: [Db; 2]) {
    a.load().await.unwrap();
    b.load().await.unwrap();
    assert_eq!(a.drafts().await, Ok(Vec::new()));
    let long = vec![7; 300_000];
    a.keep_drafts(&[draft("party/2", Some(b"Ada")), draft("note/\u{10ffff}/1", Some(&long))]).await.unwrap();
    fill(&a, 2).await;
    assert_eq!(a.checkpoint([], &meta(2)).await, Ok(Checkpointed::Written));
    assert_eq!(
        b.drafts().await.unwrap(),
        [("note/\u{10ffff}/1".to_owned(), long), ("party/2".to_owned(), b"Ada".to_vec())]
    );
    b.keep_drafts(&[draft("party/2", Some(b"Ada L.")), draft("note/\u{10ffff}/1", None), draft("never", None)])
        .await
        .unwrap();
    assert_eq!(a.drafts().await.unwrap(), [("party/2".to_owned(), b"Ada L.".to_vec())]);
    assert_eq!(b.load().await.unwrap().meta, Some(meta(2)));
}

pub async fn drafts_are_erased_with_the_content_and_not_written_into_another([a, b]: [Db; 2]) {
    assert_eq!(a.keep_drafts(&[draft("x", Some(b"1"))]).await, Err(StorageError::NotLoaded));
    a.load().await.unwrap();
    b.load().await.unwrap();
    a.keep_drafts(&[draft("x", Some(b"1"))]).await.unwrap();
    b.erase().await.unwrap();
    assert_eq!(b.drafts().await, Ok(Vec::new()));
    assert_eq!(a.keep_drafts(&[draft("x", Some(b"1"))]).await, Err(StorageError::Replaced));
    assert_eq!(a.drafts().await, Err(StorageError::Replaced));
}
