//! Who moves from group to group, how much money with them, and by name.

use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

use leptos::prelude::*;

use crate::{
    analysis::{
        moves::{Flow, Moves},
        values::Values,
    },
    i18n::{t_string, use_i18n},
    ui::{
        components::{Card, Choice, Field, LinkedColumn, LinkedRow, LinkedTable, PlainTable, Select, TableData},
        pages::insights::Say,
    },
};

/// Customers named at once.
const NAMED: usize = 60;

/// One who moves. Groups are numbered as the page has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mover {
    /// The customer's number.
    pub slot: u32,
    /// The group before.
    pub from: u8,
    /// The group after.
    pub to: u8,
    /// What they bring, minor units.
    pub value: i64,
}

/// Everybody who moves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moving {
    /// From where to where, how many, and what they bring together.
    pub flows: Vec<(u8, u8, Flow)>,
    /// Who, in no order.
    pub who: Vec<Mover>,
}

impl Moving {
    /// Between two columns of groups of the same customers.
    pub fn between(before: &[u8], after: &[u8], values: &Values) -> Self {
        let moves = Moves::between(before, after, values);
        let mover = |slot: &u32| {
            let place = *slot as usize;
            Mover { slot: *slot, from: before[place], to: after[place], value: values.get(place).unwrap_or(0) }
        };
        Self { flows: moves.changes().collect(), who: moves.moved.iter().map(mover).collect() }
    }

    /// Of people who move.
    pub fn of(who: Vec<Mover>) -> Self {
        let mut flows: BTreeMap<(u8, u8), Flow> = BTreeMap::new();
        for mover in &who {
            let flow = flows.entry((mover.from, mover.to)).or_default();
            flow.customers += 1;
            flow.value = flow.value.saturating_add(mover.value);
        }
        Self { flows: flows.into_iter().map(|((from, to), flow)| (from, to, flow)).collect(), who }
    }

    /// All of them together.
    fn whole(&self) -> Flow {
        self.flows.iter().fold(Flow::default(), |sum, (.., flow)| Flow {
            customers: sum.customers + flow.customers,
            value: sum.value.saturating_add(flow.value),
        })
    }

    /// The most valuable of those who make one move, or any; and how many there are.
    fn best(&self, only: Option<(u8, u8)>, most: usize) -> (usize, Vec<Mover>) {
        let wanted = |mover: &&Mover| only.is_none_or(|pair| pair == (mover.from, mover.to));
        let mut who: Vec<Mover> = self.who.iter().filter(wanted).copied().collect();
        let (all, key) = (who.len(), |mover: &Mover| (Reverse(mover.value), mover.slot));
        if all > most {
            who.select_nth_unstable_by_key(most, key);
            who.truncate(most);
        }
        who.sort_unstable_by_key(key);
        (all, who)
    }
}

/// The card: moves, and names, of one move or of all.
#[component]
pub fn Movers(
    /// What it says above.
    #[prop(into)]
    title: Signal<String>,
    /// A sentence below the title.
    #[prop(optional, into)]
    note: Option<Signal<String>>,
    /// What groups are: "Class".
    #[prop(into)]
    what: Signal<String>,
    /// The name of a group; 0 is none.
    #[prop(into)]
    group: Callback<u8, String>,
    /// Who moves.
    #[prop(into)]
    moving: Signal<Arc<Moving>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let say = Say::here();
    let chosen = RwSignal::new(None::<(u8, u8)>);
    // A move that nobody makes any more is not shown alone.
    let only = Memo::new(move |_| {
        let pair = chosen.get()?;
        moving.with(|moving| moving.flows.iter().any(|(from, to, _)| (*from, *to) == pair)).then_some(pair)
    });
    let arrow = move |from: u8, to: u8| format!("{} → {}", group.run(from), group.run(to));
    let flows = Signal::derive(move || {
        let say = say.get();
        let row = |name: String, flow: Flow| vec![name, say.integer(flow.customers), say.money(flow.value)];
        let columns =
            vec![what.get(), t_string!(i18n, common.customers).to_owned(), t_string!(i18n, customers.value).to_owned()];
        moving.with(|moving| {
            let all = row(t_string!(i18n, profiles.together).to_owned(), moving.whole());
            let rows = moving.flows.iter().map(|(from, to, flow)| row(arrow(*from, *to), *flow));
            TableData { columns, rows: rows.chain([all]).collect() }
        })
    });
    let key = |(from, to): (u8, u8)| format!("{from}-{to}");
    let options = Signal::derive(move || {
        let say = say.get();
        let choice =
            |name: String, value: String, count: u32| Choice::new(value, format!("{name} ({})", say.integer(count)));
        moving.with(|moving| {
            let all = choice(t_string!(i18n, profiles.every_move).to_owned(), String::new(), moving.whole().customers);
            let own = moving
                .flows
                .iter()
                .map(|(from, to, flow)| choice(arrow(*from, *to), key((*from, *to)), flow.customers));
            std::iter::once(all).chain(own).collect::<Vec<_>>()
        })
    });
    let choose = move |text: String| {
        let pair = text.split_once('-').and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
        chosen.set(pair);
    };
    let columns = Signal::derive(move || {
        vec![
            LinkedColumn::words(t_string!(i18n, insights.customer)),
            LinkedColumn::words(what.get()),
            LinkedColumn::numbers(t_string!(i18n, customers.value)),
        ]
    });
    let best = Memo::new(move |_| moving.with(|moving| moving.best(only.get(), NAMED)));
    let rows = Signal::derive(move || {
        let say = say.get();
        let row = |mover: Mover| {
            let (name, href) = say.who(mover.slot)?;
            Some(LinkedRow { href: Some(href), cells: vec![name, arrow(mover.from, mover.to), say.money(mover.value)] })
        };
        best.get().1.into_iter().filter_map(row).collect::<Vec<_>>()
    });
    let more = move || {
        let (all, shown) = best.with(|(all, who)| (*all as i64, who.len() as i64));
        (all > shown).then(|| {
            let (all, shown) = (say.get().integer(all), say.get().integer(shown));
            view! { <p class="insights-soft">{t_string!(i18n, profiles.shown, shown = shown, all = all)}</p> }
        })
    };
    let several = Memo::new(move |_| moving.with(|moving| moving.flows.len() > 1));
    let any = Memo::new(move |_| moving.with(|moving| !moving.flows.is_empty()));
    view! {
        <Card title>
            <div class="stack">
                {note.map(|note| view! { <p class="insights-soft">{note}</p> })}
                <Show
                    when=move || any.get()
                    fallback=move || view! { <p>{move || t_string!(i18n, insights.nobody_moved)}</p> }
                >
                    <PlainTable
                        caption=Signal::derive(move || t_string!(i18n, profiles.every_move).to_owned())
                        data=flows
                    />
                    <Show when=move || several.get()>
                        <Field label=Signal::derive(move || t_string!(i18n, profiles.which_move).to_owned())>
                            <Select
                                options
                                value=Signal::derive(move || only.get().map(key).unwrap_or_default())
                                on_change=Callback::new(choose)
                            />
                        </Field>
                    </Show>
                    <LinkedTable caption=title columns rows/>
                    {more}
                </Show>
            </div>
        </Card>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_valuable_of_a_move_come_first_and_all_are_counted() {
        let values = Values::from_minor([Some(50), Some(30), None, Some(90), Some(70)]);
        let moving = Moving::between(&[1, 1, 2, 1, 2], &[2, 2, 2, 3, 1], &values);
        assert_eq!(moving.whole(), Flow { customers: 4, value: 240 });
        assert_eq!(Moving::of(moving.who.clone()), moving);
        let slots = |only, most| {
            let (all, who) = moving.best(only, most);
            (all, who.iter().map(|mover| mover.slot).collect::<Vec<_>>())
        };
        assert_eq!(slots(None, 2), (4, vec![3, 4]));
        assert_eq!(slots(Some((1, 2)), 9), (2, vec![0, 1]));
        assert_eq!(slots(Some((3, 1)), 9), (0, vec![]));
    }
}
