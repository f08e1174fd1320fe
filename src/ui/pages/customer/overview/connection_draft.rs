//! A connection while it is being written, seen from the customer whose page it is.

use minicbor::{Decode, Encode};

use crate::domain::{
    id::Id,
    link::{Link, Tie},
    party::Party,
};

/// How a customer stands to the other one: a tie, and at which of its ends the customer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stand {
    /// The tie.
    pub tie: Tie,
    /// Whether the customer is at its second end.
    pub back: bool,
}

/// Every way to stand to another; being related is the same from both ends.
pub const STANDS: [Stand; 7] = [
    Stand { tie: Tie::WorksAt, back: false },
    Stand { tie: Tie::WorksAt, back: true },
    Stand { tie: Tie::ReferredBy, back: false },
    Stand { tie: Tie::ReferredBy, back: true },
    Stand { tie: Tie::PartOf, back: false },
    Stand { tie: Tie::PartOf, back: true },
    Stand { tie: Tie::RelatedTo, back: false },
];

impl Stand {
    /// How `id` stands in a connection.
    pub fn of(link: &Link, id: Id<Party>) -> Self {
        Self { tie: link.tie, back: link.from != id && link.tie != Tie::RelatedTo }
    }
}

/// What is typed: the place in [`STANDS`], whom, as what, whether it still holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct ConnectionDraft {
    /// The place in [`STANDS`].
    #[n(0)]
    pub stand: u32,
    /// Whom, as it is typed.
    #[n(1)]
    pub other: String,
    /// As what.
    #[n(2)]
    pub role: String,
    /// Whether it still holds.
    #[n(3)]
    pub active: bool,
}

impl ConnectionDraft {
    /// The draft of a connection, seen from `id`; of a new one for none.
    pub fn of(link: Option<&Link>, id: Id<Party>, other: String) -> Self {
        let stand = link.map_or(STANDS[0], |link| Stand::of(link, id));
        Self {
            stand: STANDS.iter().position(|known| *known == stand).unwrap_or_default() as u32,
            other,
            role: link.map_or_else(String::new, |link| link.role.clone()),
            active: link.is_none_or(|link| link.active),
        }
    }

    /// How the customer stands to the other one.
    pub fn stand(&self) -> Stand {
        STANDS.get(self.stand as usize).copied().unwrap_or(STANDS[0])
    }
}

/// The other end of a connection.
pub fn other_end(link: &Link, id: Id<Party>) -> Id<Party> {
    if link.from == id { link.to } else { link.from }
}

/// The connection of `id` with `other`.
pub fn connection(id: Id<Party>, stand: Stand, other: Id<Party>, role: &str, active: bool) -> Link {
    let (from, to) = if stand.back { (other, id) } else { (id, other) };
    Link { from, tie: stand.tie, to, role: role.trim().to_owned(), active }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_connection_reads_the_same_from_the_page_of_either_end() {
        let (ada, firm) = (Id::new(Uuid::from_u128(1)), Id::new(Uuid::from_u128(2)));
        for stand in STANDS {
            let link = connection(ada, stand, firm, " buyer ", true);
            assert_eq!((Stand::of(&link, ada), other_end(&link, ada)), (stand, firm));
            assert_eq!(other_end(&link, firm), ada);
            assert_eq!(link.role, "buyer");
        }
    }
}
