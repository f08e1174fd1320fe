//! Everybody with whom a business deals that does not buy: leads, suppliers, partners, colleagues; and who sent whom.

use crate::domain::{
    id::Id,
    link::{Link, Tie},
    party::{Party, Role},
};

use super::{Made, customers::Customer, folk::Names, scene::Scene, trades::Trade};

/// One of them.
#[derive(Debug)]
pub struct One {
    pub id: Id<Party>,
    pub party: Party,
}

impl One {
    /// Whether it is this to us.
    pub fn is(&self, role: Role) -> bool {
        self.party.roles.contains(&role)
    }
}

/// Makes them, the more leads the more customers.
pub fn make(scene: &mut Scene, names: &mut Names, customers: u32) -> Vec<One> {
    let mut dice = scene.dice("business");
    let words = scene.words;
    let mut parties = Vec::new();
    for _ in 0..customers / 12 + 3 {
        let mut lead = match dice.below(3) {
            0 => names.person(scene, &mut dice),
            1 => names.firm(scene, Trade::Cafe, &mut dice),
            _ => names.firm(scene, Trade::Office, &mut dice),
        };
        lead.roles = vec![Role::Lead];
        parties.push(lead);
    }
    for (role, firms) in [(Role::Supplier, words.suppliers), (Role::Partner, words.partners)] {
        for ((name, latin), about) in firms {
            let mut firm = names.of_domain(scene, (*name).to_owned(), &format!("{latin}.example"), &mut dice);
            firm.roles = vec![role];
            firm.about = (*about).to_owned();
            parties.push(firm);
        }
    }
    for position in words.colleagues {
        let mut colleague = names.person(scene, &mut dice);
        colleague.roles = vec![Role::Colleague];
        colleague.position = (*position).to_owned();
        parties.push(colleague);
    }
    parties.into_iter().map(|party| One { id: scene.id(), party }).collect()
}

/// Who was sent by whom: some customers by a partner, some by one who was a customer before.
pub fn ties(scene: &mut Scene, customers: &[Customer], business: &[One]) -> Made<Link> {
    let mut dice = scene.dice("ties");
    let partners: Vec<Id<Party>> = business.iter().filter(|one| one.is(Role::Partner)).map(|one| one.id).collect();
    let mut links = Vec::new();
    for customer in customers {
        let sender = match dice.below(100) {
            ..8 => {
                let other = dice.pick(customers);
                (other.since() < customer.since()).then_some(other.id)
            }
            8..13 => Some(*dice.pick(&partners)),
            _ => None,
        };
        if let Some(to) = sender {
            let link = Link { from: customer.id, tie: Tie::ReferredBy, to, role: String::new(), active: true };
            links.push((scene.id(), link));
        }
    }
    links
}
