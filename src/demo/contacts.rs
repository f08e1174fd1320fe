//! The people in the firms.

use crate::domain::{
    contact::{Contact, Use},
    link::{Link, Tie},
    party::{Party, Role},
};

use super::{Made, customers::Customer, folk::Names, scene::Scene};

/// Makes one or two people for most firms, and says where they work.
pub fn make(scene: &mut Scene, names: &mut Names, customers: &[Customer]) -> (Made<Party>, Made<Link>) {
    let mut dice = scene.dice("contacts");
    let (mut people, mut links): (Made<Party>, Made<Link>) = Default::default();
    for customer in customers.iter().filter(|customer| customer.trade.is_firm()) {
        let count = dice.weighed(&[(30, 0), (52, 1), (18, 2)]);
        for _ in 0..count {
            let mut person = names.person(scene, &mut dice);
            person.roles = vec![Role::Other];
            person.position = (*dice.pick(scene.words.positions)).to_owned();
            person.addresses.clear();
            let domain = customer.party.emails[0].value.split('@').next_back().unwrap_or_default();
            let at_home = person.emails.first().and_then(|email| email.value.split('@').next());
            person.emails = at_home
                .map(|local| Contact { used_for: Use::Work, value: format!("{local}@{domain}") })
                .into_iter()
                .collect();
            person.phones = customer.party.phones.clone();
            let id = scene.id();
            let active = dice.percent(92);
            let role = person.position.clone();
            links.push((scene.id(), Link { from: id, tie: Tie::WorksAt, to: customer.id, role, active }));
            people.push((id, person));
        }
    }
    (people, links)
}
