//! Who would move, and how much money with them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    domain::{class::Class, record::Kind},
    i18n::{t_string, use_i18n},
    platform::format,
    state::{Scores, Workspace},
    ui::{
        components::{Card, PlainTable, TableData},
        route::{Route, Tab},
        words,
    },
};

use super::Tried;

/// Names shown of those who would move.
const NAMED: usize = 40;

#[component]
pub fn Preview(
    /// The classes tried out.
    tried: Memo<Arc<Tried>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (scores, workspace) = (Scores::expect(), Workspace::expect());
    let currency = Memo::new(move |_| scores.signal().with(|answer| answer.settings.currency));
    let data = Signal::derive(move || {
        let tag = words::tag(i18n.get_locale());
        let columns = vec![
            t_string!(i18n, abc.move_from_to).to_string(),
            t_string!(i18n, common.customers).to_string(),
            t_string!(i18n, customers.value).to_string(),
        ];
        let none = t_string!(i18n, common.none).to_string();
        let name = |class: Option<Class>| class.map_or_else(|| none.clone(), |class| class.letter().to_owned());
        let all = || Class::ALL.into_iter().map(Some).chain([None]);
        let pairs = all().flat_map(|from| all().map(move |to| (from, to))).filter(|(from, to)| from != to);
        let rows = tried.with(|tried| {
            let row = |(from, to)| {
                let flow = tried.moves.flow(from, to);
                let money = format::money(tag, flow.value, currency.get().code(), currency.get().exponent());
                (flow.customers > 0).then(|| {
                    vec![format!("{} → {}", name(from), name(to)), format::integer(tag, flow.customers.into()), money]
                })
            };
            pairs.filter_map(row).collect()
        });
        TableData { columns, rows }
    });
    let title = Signal::derive(move || {
        let count = tried.with(|tried| tried.moves.moved.len());
        let count = format::integer(words::tag(i18n.get_locale()), i64::try_from(count).unwrap_or(i64::MAX));
        t_string!(i18n, abc.preview_title, count = count)
    });
    let names = move || {
        let moved: Vec<u32> = tried.with(|tried| tried.moves.moved.iter().take(NAMED).copied().collect());
        workspace.read(&[Kind::Party], |book| {
            let row = |slot: u32| book.parties.at(slot).map(|row| (row.id, row.data.name.clone()));
            moved
                .into_iter()
                .filter_map(row)
                .map(|(id, name)| view! { <li><a href=Route::Customer(id, Tab::Overview).to_string()>{name}</a></li> })
                .collect_view()
        })
    };
    view! {
        <Card title>
            <PlainTable caption=title data/>
            <ul class="abc-movers">{names}</ul>
        </Card>
    }
}
