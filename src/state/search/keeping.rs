//! Keeping the worker informed: the texts of pages that changed, and who comes first.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::record::Kind,
    platform::pause::Slice,
    state::{answering::Topic, scores::Scores, workspace::Workspace},
};

use super::{
    Search,
    page_texts::{changed_pages, page_texts},
};

/// Up to which change the worker knows the records, by kind.
type Known = [Option<u64>; Search::KINDS.len()];

impl Search {
    /// Follows the book and the scores.
    pub(super) fn keep(self, workspace: Workspace) {
        let known = StoredValue::new(Known::default());
        let asked = StoredValue::new(0_u64);
        Effect::new(move |_| {
            Search::KINDS.iter().for_each(|kind| workspace.revision(*kind).track());
            if !workspace.is_ready() {
                return;
            }
            let own = asked.with_value(|asked| asked + 1);
            asked.set_value(own);
            let is_stale = move || asked.try_with_value(|asked| *asked != own).unwrap_or(true);
            spawn_local(async move { self.tell_changes(workspace, known, is_stale).await });
        });
        let scores = Scores::expect();
        Effect::new(move |_| {
            let order = scores.signal().with(|answer| answer.classification.abc.order.clone());
            self.line.with_value(|line| {
                line.tell(Topic::Preferred, |parcel| {
                    parcel.put(&Kind::Party.number());
                    parcel.put(&order);
                });
            });
        });
    }

    /// Sends every page that was touched since the worker heard of its kind. What a newer round interrupts, that round sends anew.
    async fn tell_changes(self, workspace: Workspace, known: StoredValue<Known>, is_stale: impl Fn() -> bool) {
        let mut slice = Slice::new();
        let line = self.line.get_value();
        let mut changed = false;
        for (index, kind) in Search::KINDS.into_iter().enumerate() {
            let before = known.with_value(|known| known[index]);
            let seq = workspace.seq();
            for page in workspace.peek(|book| changed_pages(book, kind, before)) {
                let (text, ends) = workspace.peek(|book| page_texts(book, kind, page)).into_parts();
                line.tell(Topic::Texts, |parcel| {
                    parcel.put(&kind.number());
                    parcel.put(&page);
                    parcel.put(&text);
                    parcel.put(&ends);
                });
                changed = true;
                slice.pause_if_used_up().await;
                if is_stale() {
                    return;
                }
            }
            known.update_value(|known| known[index] = Some(seq));
        }
        if changed || self.known.with_untracked(|known| *known == 0) {
            self.known.update(|known| *known += 1);
        }
    }
}
