//! Finding somebody by name while one types: a few suggestions out of everybody, looked up with pauses.

use crate::{
    domain::{book::Book, id::Id, party::Party, record::Row},
    platform::pause::Slice,
    state::Workspace,
};

/// More suggestions than these would be a list to read.
const MOST: usize = 30;

/// Somebody, under words that nobody else of the list has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Who.
    pub id: Id<Party>,
    /// The name, with more where two have the same.
    pub label: String,
}

/// Those whose name contains what was typed, those that begin with it first; `None` when `is_stale` says that nobody
/// waits any more.
pub async fn search(
    workspace: Workspace,
    typed: &str,
    but: Option<Id<Party>>,
    is_stale: impl Fn() -> bool,
) -> Option<Vec<Found>> {
    let typed = typed.trim().to_lowercase();
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    let mut slice = Slice::new();
    for page in 0..workspace.peek(|book| book.parties.page_count()) {
        workspace.peek(|book| gather(book, page, &typed, but, &mut first, &mut rest));
        slice.pause_if_used_up().await;
        if is_stale() {
            return None;
        }
    }
    first.append(&mut rest);
    first.truncate(MOST);
    Some(told_apart(first))
}

fn gather(
    book: &Book,
    page: u32,
    typed: &str,
    but: Option<Id<Party>>,
    first: &mut Vec<(Id<Party>, String, String)>,
    rest: &mut Vec<(Id<Party>, String, String)>,
) {
    let rows = book.parties.page(page).into_iter().flat_map(|(_, rows)| rows);
    for (_, row) in rows.filter(|(_, row)| Some(row.id) != but) {
        let name = row.data.name.to_lowercase();
        match name.find(typed) {
            // The name itself comes first, however many others begin with it.
            Some(0) if name == typed => first.insert(0, described(row)),
            Some(0) if first.len() < MOST => first.push(described(row)),
            Some(_) if rest.len() < MOST => rest.push(described(row)),
            _ => {}
        }
    }
}

/// Id, name, and what tells two of that name apart.
fn described(row: &Row<Party>) -> (Id<Party>, String, String) {
    let party = &row.data;
    let email = party.emails.first().map(|email| email.value.clone());
    let more = Some(party.reference.clone()).filter(|text| !text.is_empty()).or(email);
    let id = row.id.to_string();
    (row.id, party.name.clone(), more.unwrap_or_else(|| id[id.len() - 6..].to_owned()))
}

/// Adds what tells them apart where two have the same name.
fn told_apart(found: Vec<(Id<Party>, String, String)>) -> Vec<Found> {
    let is_double = |name: &str| found.iter().filter(|(_, other, _)| other == name).count() > 1;
    let label = |name: &str, more: &str| if is_double(name) { format!("{name} · {more}") } else { name.to_owned() };
    found.iter().map(|(id, name, more)| Found { id: *id, label: label(name, more) }).collect()
}

/// Whom the words mean: the one of that label, or the only one of that name in any case.
pub fn the_one(found: &[Found], named: &str) -> Option<Id<Party>> {
    let named = named.trim();
    if let Some(exact) = found.iter().find(|found| found.label == named) {
        return Some(exact.id);
    }
    let lower = named.to_lowercase();
    let mut alike = found.iter().filter(|found| found.label.to_lowercase() == lower);
    alike.next().filter(|_| alike.next().is_none()).map(|found| found.id)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn two_of_the_same_name_are_told_apart() {
        let found = |id, name: &str, more: &str| (Id::new(Uuid::from_u128(id)), name.to_owned(), more.to_owned());
        let labels = told_apart(vec![found(1, "Ada", "7"), found(2, "Ada", "8"), found(3, "Bob", "9")]);
        assert_eq!(labels.iter().map(|found| found.label.as_str()).collect::<Vec<_>>(), ["Ada · 7", "Ada · 8", "Bob"]);
    }

    #[test]
    fn a_name_means_somebody_only_when_it_means_one() {
        let found = |id, label: &str| Found { id: Id::new(Uuid::from_u128(id)), label: label.into() };
        let list = [found(1, "Ada"), found(2, "ada"), found(3, "Bob")];
        assert_eq!(the_one(&list, " Ada "), Some(list[0].id));
        assert_eq!(the_one(&list, "BOB"), Some(list[2].id));
        assert_eq!(the_one(&list, "ADA"), None);
        assert_eq!(the_one(&list, "Bo"), None);
    }
}
