//! Satisfaction crossed with loyalty: how many stand where, what they bring, and who they are.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{insights::loyalty, survey::quadrants::Quadrant},
    domain::loyalty::LoyaltyCuts,
    i18n::{Locale, td_string},
    ui::{
        components::{LinkedColumn, LinkedRow, LinkedTable},
        pages::insights::{parts::titled, say::Say},
    },
};

use super::{cuts::CutsForm, of};

/// Customers named of a quadrant.
const MOST: usize = 50;

/// The quadrants as they lie: satisfied above, loyal at the end.
const PLACES: [Quadrant; 4] = [Quadrant::Mercenary, Quadrant::Loyalist, Quadrant::Defector, Quadrant::Hostage];

/// The name of a quadrant.
pub fn quadrant_word(locale: Locale, quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::Apostle => td_string!(locale, loyalty.apostle),
        Quadrant::Loyalist => td_string!(locale, loyalty.loyalist),
        Quadrant::Mercenary => td_string!(locale, loyalty.mercenary),
        Quadrant::Hostage => td_string!(locale, loyalty.hostage),
        Quadrant::Defector => td_string!(locale, loyalty.defector),
    }
}

/// What those of a quadrant have in common.
fn meaning(locale: Locale, quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::Apostle => td_string!(locale, loyalty.apostle_text),
        Quadrant::Loyalist => td_string!(locale, loyalty.loyalist_text),
        Quadrant::Mercenary => td_string!(locale, loyalty.mercenary_text),
        Quadrant::Hostage => td_string!(locale, loyalty.hostage_text),
        Quadrant::Defector => td_string!(locale, loyalty.defector_text),
    }
}

/// Whether a code is of those shown in the place of a quadrant: apostles stand at the top of the loyalists.
fn is_in(code: u8, place: Quadrant) -> bool {
    code == place as u8 || (place == Quadrant::Loyalist && code == Quadrant::Apostle as u8)
}

/// The card.
#[component]
pub fn Quadrants(
    /// What was found.
    found: Arc<loyalty::Loyalty>,
    /// How it is said.
    say: Say,
    /// The cuts that are kept.
    kept: Memo<LoyaltyCuts>,
    /// Those that are tried out.
    tried: RwSignal<Option<LoyaltyCuts>>,
    /// Those that hold.
    cuts: Memo<LoyaltyCuts>,
) -> impl IntoView {
    let locale = say.locale;
    let chosen = RwSignal::new(Quadrant::Loyalist);
    let codes = {
        let found = found.clone();
        Memo::new(move |_| found.quadrants(of(cuts.get())))
    };
    let known = Memo::new(move |_| codes.with(|codes| codes.iter().filter(|code| **code > 0).count() as i64));
    let basis =
        if found.by_chance { td_string!(locale, loyalty.by_chance) } else { td_string!(locale, loyalty.by_rhythm) };
    let rows = found.clone();
    let cell = move |place: Quadrant| {
        let rows = rows.clone();
        let numbers = move || {
            codes.with(|codes| {
                let among = || codes.iter().zip(&rows.net).filter(|(code, _)| is_in(**code, place));
                let money: f64 = among().map(|(_, net)| *net as f64).sum();
                let apostles = codes.iter().filter(|code| **code == Quadrant::Apostle as u8).count() as i64;
                (among().count() as i64, money, apostles)
            })
        };
        let count = numbers.clone();
        let share = move || {
            let (count, money, _) = numbers();
            let all = known.get().max(1);
            td_string!(
                locale,
                loyalty.cell_text,
                share = say.percent(count as f64 / all as f64),
                money = say.about(money)
            )
        };
        let counted = count.clone();
        let apostles = move || {
            (place == Quadrant::Loyalist)
                .then(|| td_string!(locale, loyalty.of_them_apostles, count = say.integer(counted().2)))
        };
        view! {
            <button
                type="button"
                class="quadrant"
                aria-pressed=move || (chosen.get() == place).to_string()
                on:click=move |_| chosen.set(place)
            >
                <span class="quadrant-name">{quadrant_word(locale, place)}</span>
                <span class="quadrant-count">{move || say.integer(count().0)}</span>
                <span class="quadrant-text">{share}</span>
                <span class="quadrant-text">{apostles}</span>
            </button>
        }
    };
    let cells = PLACES.map(cell).into_iter().collect_view();
    let summary = move || {
        td_string!(
            locale,
            loyalty.quadrants_text,
            known = say.integer(known.get()),
            satisfied = cuts.get().satisfied,
            loyal = cuts.get().loyal
        )
    };
    let body = view! {
        <div class="stack">
            <p class="insights-soft">{summary} " " {basis}</p>
            <div class="quadrants" role="group" aria-label=td_string!(locale, loyalty.quadrants_title)>
                {cells}
            </div>
            <p class="quadrants-axis">{td_string!(locale, loyalty.axes)}</p>
            <CutsForm kept tried cuts/>
            <Members found codes chosen say/>
        </div>
    };
    titled(td_string!(locale, loyalty.quadrants_title), body)
}

/// Who stands in the chosen quadrant, those who brought most first.
#[component]
fn Members(found: Arc<loyalty::Loyalty>, codes: Memo<Vec<u8>>, chosen: RwSignal<Quadrant>, say: Say) -> impl IntoView {
    let locale = say.locale;
    let columns = vec![
        LinkedColumn::words(td_string!(locale, insights.customer)),
        LinkedColumn::words(td_string!(locale, loyalty.quadrant)),
        LinkedColumn::numbers(td_string!(locale, loyalty.satisfaction)),
        LinkedColumn::numbers(td_string!(locale, loyalty.loyalty)),
        LinkedColumn::numbers(td_string!(locale, insights.revenue)),
        LinkedColumn::numbers(td_string!(locale, loyalty.answered)),
    ];
    let caption = move || td_string!(locale, loyalty.members, quadrant = quadrant_word(locale, chosen.get()));
    let rows = Signal::derive(move || {
        let place = chosen.get();
        let mut rows: Vec<usize> =
            codes.with(|codes| (0..codes.len()).filter(|row| is_in(codes[*row], place)).collect());
        rows.sort_by_key(|row| (std::cmp::Reverse(found.net[*row]), found.customer[*row]));
        let row = |row: usize| {
            let (name, href) = say.who(found.customer[row])?;
            let code = codes.with(|codes| codes.get(row).copied().unwrap_or(0));
            let quadrant = Quadrant::ALL.into_iter().find(|quadrant| *quadrant as u8 == code)?;
            let cells = vec![
                name,
                quadrant_word(locale, quadrant).to_owned(),
                found.satisfied[row].to_string(),
                say.number(found.loyalty[row], 0),
                say.money(found.net[row]),
                say.day(found.day[row]),
            ];
            Some(LinkedRow { href: Some(href), cells })
        };
        rows.into_iter().take(MOST).filter_map(row).collect::<Vec<_>>()
    });
    let nobody = move || {
        let is_empty = rows.with(Vec::is_empty);
        is_empty.then(|| view! { <p>{td_string!(locale, loyalty.nobody_here)}</p> })
    };
    view! {
        <section class="stack stack-tight">
            <h3 class="field-label">{caption}</h3>
            <p class="insights-soft">{move || meaning(locale, chosen.get())}</p>
            {nobody}
            <Show when=move || !rows.with(Vec::is_empty)>
                <LinkedTable caption=Signal::derive(caption) columns=Signal::stored(columns.clone()) rows/>
            </Show>
        </section>
    }
}
