//! Who comes before and after a customer: by name, as the language orders names.

use std::cmp::Ordering;

use crate::{
    domain::{id::Id, party::Party},
    platform::{format, pause::Slice},
    state::Workspace,
};

/// The customers before and after one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Neighbours {
    /// The one before, if there is one.
    pub previous: Option<Id<Party>>,
    /// The one after.
    pub next: Option<Id<Party>>,
}

/// Looks for the neighbours of `id`, page by page, with pauses. `tag` is the language whose order of names holds.
pub async fn neighbours(workspace: Workspace, tag: &str, id: Id<Party>) -> Neighbours {
    let collator = format::collator(tag);
    let order = |a: (&str, Id<Party>), b: (&str, Id<Party>)| collator.compare(a.0, b.0).then_with(|| a.1.cmp(&b.1));
    let Some(own) = workspace.peek(|book| book.get(id).map(|row| row.data.name.clone())) else {
        return Neighbours::default();
    };
    let (mut previous, mut next): (Option<(String, Id<Party>)>, Option<(String, Id<Party>)>) = (None, None);
    let mut slice = Slice::new();
    for page in 0..workspace.peek(|book| book.parties.page_count()) {
        workspace.peek(|book| {
            let rows = book.parties.page(page).into_iter().flat_map(|(_, rows)| rows);
            for (_, row) in rows.filter(|(_, row)| row.id != id) {
                let other = (row.data.name.as_str(), row.id);
                let (nearest, closer) = match order(other, (&own, id)) {
                    Ordering::Less => (&mut previous, Ordering::Greater),
                    _ => (&mut next, Ordering::Less),
                };
                let is_nearer = nearest.as_ref().is_none_or(|(name, id)| order(other, (name, *id)) == closer);
                if is_nearer {
                    *nearest = Some((other.0.to_owned(), other.1));
                }
            }
        });
        slice.pause_if_used_up().await;
    }
    Neighbours { previous: previous.map(|(_, id)| id), next: next.map(|(_, id)| id) }
}
