//! The records that were looked at last on this device. Only their ids are remembered, which are no customer data.

use leptos::prelude::*;
use uuid::Uuid;

use crate::{domain::record::Kind, platform::prefs};

use super::{
    route::{Route, Tab},
    router::Router,
};

const KEY: &str = "kith.recent";
/// So many are remembered.
const KEPT: usize = 24;

/// A record by its kind's number and its id.
type Named = (u8, Uuid);

/// What was looked at, the latest first.
#[derive(Clone, Copy)]
pub struct Recents {
    list: RwSignal<Vec<Named>>,
    router: Router,
}

impl Recents {
    /// Takes note of every record whose page is opened from now on.
    pub fn start() -> Self {
        let router = Router::expect();
        let recents = Self { list: RwSignal::new(read()), router };
        let here = Memo::new(move |_| of(&router.route()));
        Effect::new(move |_| {
            if let Some(record) = here.get() {
                // Another tab may have looked at others meanwhile.
                let list = with(read(), record);
                prefs::set(KEY, &list);
                recents.list.set(list);
            }
        });
        provide_context(recents);
        recents
    }

    /// The recents of the views above.
    pub fn expect() -> Self {
        use_context().expect("the shell starts the recents before it shows a page")
    }

    /// Looks again at what other tabs have left.
    pub fn renew(self) {
        self.list.set(read());
    }

    /// The records but the one that is shown now, the latest first; some may be gone.
    pub fn list(self) -> Vec<(Kind, Uuid)> {
        let here = of(&self.router.route());
        self.list.with(|list| {
            let others = list.iter().filter(|record| Some(**record) != here);
            others.filter_map(|(number, id)| Some((Kind::from_number(*number)?, *id))).collect()
        })
    }
}

fn read() -> Vec<Named> {
    prefs::get(KEY).unwrap_or_default()
}

/// The record that a page is about. Its form counts too: whoever adds a customer has looked at them.
fn of(route: &Route) -> Option<Named> {
    match route {
        Route::Customer(id, Tab::Overview | Tab::Edit | Tab::Orders | Tab::History) => {
            Some((Kind::Party.number(), id.uuid()))
        }
        _ => None,
    }
}

fn with(mut list: Vec<Named>, record: Named) -> Vec<Named> {
    list.retain(|other| *other != record);
    list.insert(0, record);
    list.truncate(KEPT);
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_comes_first_and_nothing_comes_twice() {
        let named = |id: u128| (1, Uuid::from_u128(id));
        let list = [1, 2, 1, 3].into_iter().fold(Vec::new(), |list, id| with(list, named(id)));
        assert_eq!(list, [named(3), named(1), named(2)]);
        let many = (0..100).fold(list, |list, id| with(list, named(id)));
        assert_eq!(many.len(), KEPT);
        assert_eq!(many[0], named(99));
    }
}
