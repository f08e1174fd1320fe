//! The address as a signal. Links change it by themselves; everything else goes through here.

use leptos::prelude::*;

use crate::platform::{address, focus};

use super::route::{ListQuery, Route};

/// Where one is.
#[derive(Clone, Copy)]
pub struct Router {
    route: RwSignal<Route>,
    /// The last list of customers that was looked at: the way back, and what "next" means on a customer's page.
    list: RwSignal<ListQuery>,
}

impl Router {
    /// Follows the address from now on.
    pub fn start() -> Self {
        let router = Self { route: RwSignal::new(current()), list: RwSignal::default() };
        router.remember();
        address::on_hash_change(move |_| {
            let (before, now) = (router.route.get_untracked(), current());
            if before == now {
                return;
            }
            let moved = std::mem::discriminant(&before) != std::mem::discriminant(&now);
            let is_list = matches!(now, Route::Customers(_));
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

    /// The last list of customers that was looked at.
    pub fn list(self) -> Signal<ListQuery> {
        self.list.into()
    }

    /// Goes somewhere; the way back leads here.
    pub fn go(self, route: &Route) {
        address::set_hash(&route.to_string());
    }

    /// Changes the address in place, for filters: the way back skips it.
    pub fn replace(self, route: Route) {
        address::replace_hash(&route.to_string());
        self.route.set(route);
        self.remember();
    }

    fn remember(self) {
        if let Route::Customers(query) = self.route.get_untracked() {
            self.list.set(query);
        }
    }
}

fn current() -> Route {
    let Ok(route) = address::hash().parse();
    route
}
