//! The address as a signal. Links change it by themselves; everything else goes through here.

use leptos::prelude::*;

use crate::{
    analysis::listing::catalogue::Catalogue,
    domain::{id::Id, party::Party, record::Kind},
    platform::{address, focus},
};

use super::route::{ListQuery, Route};

/// Where one is.
#[derive(Clone, Copy)]
pub struct Router {
    route: RwSignal<Route>,
    /// The last list of each kind that was looked at: the way back, and what "next" means on a
    /// customer's page.
    lists: [RwSignal<ListQuery>; Catalogue::KINDS.len()],
    /// Who is shown beside the list of customers.
    beside: RwSignal<Option<Id<Party>>>,
}

/// What names the one beside the list in the address of the list.
const BESIDE: &str = "show=";

impl Router {
    /// Follows the address from now on.
    pub fn start() -> Self {
        let router =
            Self { route: RwSignal::new(current()), lists: Default::default(), beside: RwSignal::new(beside()) };
        router.remember();
        address::on_hash_change(move |_| {
            let (before, now) = (router.route.get_untracked(), current());
            router.beside.set(beside());
            if before == now {
                return;
            }
            let moved = std::mem::discriminant(&before) != std::mem::discriminant(&now);
            let moved = moved || matches!(now, Route::Start(_));
            let is_list = now.as_list().is_some();
            router.route.set(now);
            router.remember();
            if moved {
                focus::focus_main();
            } else if !is_list {
                // Another tab, another customer: the focus stays, for the next step.
                focus::to_top();
            }
        })
        .forget();
        provide_context(router);
        router
    }

    /// The router of the views above.
    pub fn expect() -> Self {
        use_context().expect("the app starts the router before it shows a view")
    }

    /// Where one is.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// Where one is at this moment.
    pub fn here(self) -> Route {
        self.route.get_untracked()
    }

    /// The last list of customers that was looked at.
    pub fn list(self) -> Signal<ListQuery> {
        self.list_of(Kind::Party)
    }

    /// The last list of a kind that was looked at.
    pub fn list_of(self, kind: Kind) -> Signal<ListQuery> {
        self.lists[place(kind)].into()
    }

    /// Goes somewhere; the way back leads here.
    pub fn go(self, route: &Route) {
        address::set_hash(&route.to_string());
    }

    /// Goes somewhere as a link does: a form that is half filled in asks first, and `false` comes back.
    pub fn follow(self, route: &Route) -> bool {
        address::follow_hash(&route.to_string())
    }

    /// Changes the address in place, for filters: the way back skips it.
    pub fn replace(self, route: Route) {
        let beside = self.beside.get_untracked().filter(|_| matches!(route, Route::Customers(_)));
        address::replace_hash(&with_beside(route.to_string(), beside));
        self.route.set(route);
        self.remember();
    }

    /// Who is shown beside the list.
    pub fn beside(self) -> Signal<Option<Id<Party>>> {
        self.beside.into()
    }

    /// Shows somebody beside the list, or nobody; the way back skips it.
    pub fn show_beside(self, id: Option<Id<Party>>) {
        address::replace_hash(&with_beside(self.route.get_untracked().to_string(), id));
        self.beside.set(id);
    }

    fn remember(self) {
        if let Some((kind, query)) = self.route.get_untracked().as_list() {
            self.lists[place(kind)].set(query.clone());
        }
    }
}

/// The place of a kind among those that have lists; customers for the others.
fn place(kind: Kind) -> usize {
    Catalogue::KINDS.iter().position(|known| *known == kind).unwrap_or(0)
}

fn beside() -> Option<Id<Party>> {
    let hash = address::hash();
    hash.split(['?', '&']).find_map(|part| part.strip_prefix(BESIDE))?.parse().ok()
}

fn with_beside(mut address: String, id: Option<Id<Party>>) -> String {
    if let Some(id) = id {
        address.push(if address.contains('?') { '&' } else { '?' });
        address.push_str(BESIDE);
        address.push_str(&id.to_string());
    }
    address
}

fn current() -> Route {
    let Ok(route) = address::hash().parse();
    route
}
