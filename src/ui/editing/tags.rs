//! The tags that are in use, the most frequent first.

use std::collections::HashMap;

use leptos::{prelude::*, task::spawn_local};

use crate::{platform::pause::Slice, state::Workspace};

/// More suggestions than these help nobody.
const MOST: usize = 200;

/// The tags of everybody, as they are when this is asked; none until they are counted.
pub fn in_use() -> RwSignal<Vec<String>> {
    let workspace = Workspace::expect();
    let used = RwSignal::new(Vec::new());
    spawn_local(async move {
        let tags = count(workspace).await;
        // Whoever asked may be gone by then.
        used.try_set(tags);
    });
    used
}

async fn count(workspace: Workspace) -> Vec<String> {
    let mut slice = Slice::new();
    let mut counts: HashMap<String, u32> = HashMap::new();
    for page in 0..workspace.peek(|book| book.parties.page_count()) {
        workspace.peek(|book| {
            let rows = book.parties.page(page).into_iter().flat_map(|(_, rows)| rows);
            for tag in rows.flat_map(|(_, row)| &row.data.tags) {
                match counts.get_mut(tag) {
                    Some(count) => *count += 1,
                    None => drop(counts.insert(tag.clone(), 1)),
                }
            }
        });
        slice.pause_if_used_up().await;
    }
    let mut tags: Vec<(String, u32)> = counts.into_iter().collect();
    tags.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    tags.into_iter().take(MOST).map(|(tag, _)| tag).collect()
}
