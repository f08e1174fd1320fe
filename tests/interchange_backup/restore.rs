//! A backup meets a workspace that is not empty.

use kith::{
    domain::{
        book::Book,
        change::{Op, inverse},
        edit::revert,
        party::Party,
        record::{Kind, Row},
    },
    interchange::backup::{Changed, Fate, Mode, Plan, Planner, plan},
};
use proptest::prelude::*;

use super::books::{Workspace, contents, id, read, sample, workspace, write};

fn apply(book: &mut Book, ops: &[Op], seq: u64) {
    for op in ops {
        book.apply(op, seq).unwrap();
    }
}

fn kind(plan: &Plan, kind: Kind) -> (u32, u32, u32, u32) {
    let of = plan.kinds.iter().find(|of| of.kind == kind).unwrap();
    (of.created, of.updated, of.deleted, of.unchanged)
}

fn sums(plan: &Plan) -> (usize, usize, usize) {
    plan.kinds.iter().fold((0, 0, 0), |(created, updated, deleted), kind| {
        (created + kind.created as usize, updated + kind.updated as usize, deleted + kind.deleted as usize)
    })
}

proptest! {
    #[test]
    fn a_restore_turns_any_workspace_into_the_backup_and_can_be_taken_back(
        mut current in workspace(0..25), saved in workspace(0..25),
    ) {
        let backup = read(&write(&saved)).unwrap();
        let before = contents(&current.book);
        let plan = plan(&current.book, &backup.book, Mode::Replace);
        let counts = kith::domain::change::counts(&plan.ops);
        prop_assert_eq!(sums(&plan), (counts.created as usize, counts.updated as usize, counts.deleted as usize));
        apply(&mut current.book, &plan.ops, 1_000);
        prop_assert_eq!(contents(&current.book), contents(&saved.book));
        let back = revert(&current.book, inverse(plan.ops));
        prop_assert_eq!(&back.kept, &vec![]);
        apply(&mut current.book, &back.ops, 1_001);
        prop_assert_eq!(contents(&current.book), before);
    }

    #[test]
    fn a_merge_deletes_no_record_and_empties_no_field(mut current in workspace(0..25), saved in workspace(0..25)) {
        let before = current.book.clone();
        let plan = plan(&current.book, &saved.book, Mode::Merge);
        prop_assert_eq!(sums(&plan).2, 0);
        apply(&mut current.book, &plan.ops, 1_000);
        for (kind, id, _) in contents(&saved.book) {
            let (now, saved) = (current.book.split(kind, id).unwrap(), saved.book.split(kind, id).unwrap());
            prop_assert!(saved.iter().all(|(key, value)| now.get(key) == Some(value)));
        }
        for (kind, id, _) in contents(&before) {
            let (now, before) = (current.book.split(kind, id).unwrap(), before.split(kind, id).unwrap());
            prop_assert!(before.iter().all(|(key, _)| now.get(key).is_some()));
        }
        // A second time there is nothing left to do.
        prop_assert!(kith::interchange::backup::plan(&current.book, &saved.book, Mode::Merge).ops.is_empty());
        let back = revert(&current.book, inverse(plan.ops));
        prop_assert_eq!(&back.kept, &vec![]);
        apply(&mut current.book, &back.ops, 1_001);
        prop_assert_eq!(contents(&current.book), contents(&before));
    }

    #[test]
    fn a_plan_made_in_small_steps_is_the_same(current in workspace(0..25), saved in workspace(0..25), records in 1..4_u32) {
        let mut planner = Planner::new(&current.book, Mode::Replace);
        while planner.step(&current.book, &saved.book, records).unwrap() {}
        prop_assert_eq!(planner.finish(), Some(plan(&current.book, &saved.book, Mode::Replace)));
    }
}

#[test]
fn restoring_what_is_there_already_does_nothing() {
    let workspace = sample();
    let backup = read(&write(&workspace)).unwrap();
    let plan = plan(&workspace.book, &backup.book, Mode::Replace);
    assert!(plan.ops.is_empty());
    assert_eq!(kind(&plan, Kind::Party), (0, 0, 0, 2));
}

#[test]
fn the_preview_counts_and_names_what_would_happen() {
    let saved = sample();
    let mut current = sample();
    let mut edit = kith::domain::edit::Edit::of(&current.book);
    edit.update::<Party>(id(1), |party| party.name = "Ada Lovelace".into());
    edit.delete_party(id(2));
    edit.create(id(3), Party::customer("Carol"));
    let ops = edit.finish();
    current.change(ops, "");

    let replace = plan(&current.book, &saved.book, Mode::Replace);
    assert_eq!(kind(&replace, Kind::Party), (1, 1, 1, 0));
    assert_eq!(kind(&replace, Kind::Note), (1, 0, 0, 0));
    let examples = &replace.kinds.iter().find(|of| of.kind == Kind::Party).unwrap().examples;
    let shown: Vec<_> = examples.iter().map(|example| (example.fate, example.title.as_deref().unwrap())).collect();
    assert_eq!(shown, [(Fate::Deleted, "Carol"), (Fate::Updated, "Ada"), (Fate::Created, "Byte \"Ltd\"")]);

    let merge = plan(&current.book, &saved.book, Mode::Merge);
    assert_eq!(kind(&merge, Kind::Party), (1, 1, 0, 1));
}

#[test]
fn a_plan_is_not_made_of_two_books() {
    let mut workspace = Workspace::default();
    let mut planner = Planner::new(&workspace.book, Mode::Replace);
    let record = Row::new(id::<Party>(1), Party::customer("Ada")).encode();
    workspace.change(vec![Op::Create { kind: Kind::Party, id: id::<Party>(1).uuid(), record }], "");
    assert_eq!(planner.step(&workspace.book, &Book::default(), 10), Err(Changed));
    assert_eq!(planner.finish(), None);
}
