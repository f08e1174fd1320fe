//! Who says one thing and does another.

use leptos::prelude::*;

use crate::{
    analysis::{
        insights::loyalty,
        survey::quadrants::{Cuts, Loyalty as Attitude},
    },
    i18n::{Locale, td_string},
    ui::{
        components::{LinkedColumn, LinkedRow, LinkedTable},
        pages::insights::{chance, parts::titled, say::Say},
    },
};

/// Customers named in each list.
const MOST: usize = 50;

/// Satisfied but leaving.
pub fn leaving(found: &loyalty::Loyalty, cuts: Cuts, say: Say) -> AnyView {
    let locale = say.locale;
    let words = [
        td_string!(locale, loyalty.leaving_title),
        td_string!(locale, loyalty.leaving_text),
        td_string!(locale, loyalty.nobody_leaving),
    ];
    list(found, &found.leaving(cuts), words, say)
}

/// Dissatisfied but staying.
pub fn held(found: &loyalty::Loyalty, cuts: Cuts, say: Say) -> AnyView {
    let locale = say.locale;
    let words = [
        td_string!(locale, loyalty.held_title),
        td_string!(locale, loyalty.held_text),
        td_string!(locale, loyalty.nobody_held),
    ];
    list(found, &found.held(cuts), words, say)
}

fn list(found: &loyalty::Loyalty, rows: &[usize], [title, text, nobody]: [&'static str; 3], say: Say) -> AnyView {
    let locale = say.locale;
    let row = |row: &usize| {
        let (name, href) = say.who(found.customer[*row])?;
        let cells = vec![
            name,
            found.satisfied[*row].to_string(),
            say.integer(found.repeats[*row]),
            chance(found.still[*row], found.numbers, say),
            say.money(found.net[*row]),
        ];
        Some(LinkedRow { href: Some(href), cells })
    };
    let shown: Vec<LinkedRow> = rows.iter().take(MOST).filter_map(row).collect();
    let columns = vec![
        LinkedColumn::words(td_string!(locale, insights.customer)),
        LinkedColumn::numbers(td_string!(locale, loyalty.satisfaction)),
        LinkedColumn::numbers(td_string!(locale, loyalty.repeats)),
        LinkedColumn::words(td_string!(locale, loyalty.still)),
        LinkedColumn::numbers(td_string!(locale, insights.revenue)),
    ];
    let body = if shown.is_empty() {
        view! { <p>{nobody}</p> }.into_any()
    } else {
        view! {
            <p class="insights-soft">{text}</p>
            <LinkedTable
                caption=Signal::stored(title.to_owned())
                columns=Signal::stored(columns)
                rows=Signal::stored(shown)
            />
        }
        .into_any()
    };
    titled(title, body)
}

fn attitude(locale: Locale, attitude: Attitude) -> [&'static str; 2] {
    match attitude {
        Attitude::True => [td_string!(locale, loyalty.true_loyalty), td_string!(locale, loyalty.true_text)],
        Attitude::Latent => [td_string!(locale, loyalty.latent), td_string!(locale, loyalty.latent_text)],
        Attitude::Spurious => [td_string!(locale, loyalty.spurious), td_string!(locale, loyalty.spurious_text)],
        Attitude::No => [td_string!(locale, loyalty.no_loyalty), td_string!(locale, loyalty.no_text)],
    }
}

/// What customers would recommend against what they do.
pub fn attitudes(found: &loyalty::Loyalty, cuts: Cuts, say: Say) -> AnyView {
    let locale = say.locale;
    let codes = found.attitudes(cuts);
    let known = codes.iter().filter(|code| **code > 0).count();
    let row = |kind: Attitude| {
        let count = codes.iter().filter(|code| **code == kind as u8).count();
        let net = codes.iter().zip(&found.net).filter(|(code, _)| **code == kind as u8);
        let money: f64 = net.map(|(_, net)| *net as f64).sum();
        let [name, text] = attitude(locale, kind);
        LinkedRow {
            href: None,
            cells: vec![
                name.to_owned(),
                text.to_owned(),
                say.integer(count as i64),
                say.percent(count as f64 / known.max(1) as f64),
                say.about(money),
            ],
        }
    };
    let columns = vec![
        LinkedColumn::words(td_string!(locale, loyalty.attitude)),
        LinkedColumn::words(td_string!(locale, loyalty.meaning)),
        LinkedColumn::numbers(td_string!(locale, loyalty.customers)),
        LinkedColumn::numbers(td_string!(locale, loyalty.share)),
        LinkedColumn::numbers(td_string!(locale, insights.revenue)),
    ];
    let title = td_string!(locale, loyalty.attitudes_title);
    let body = if known == 0 {
        view! { <p>{td_string!(locale, loyalty.nobody_recommends)}</p> }.into_any()
    } else {
        let rows: Vec<LinkedRow> = Attitude::ALL.into_iter().map(row).collect();
        view! {
            <p class="insights-soft">{td_string!(locale, loyalty.attitudes_text)}</p>
            <LinkedTable
                caption=Signal::stored(title.to_owned())
                columns=Signal::stored(columns)
                rows=Signal::stored(rows)
            />
        }
        .into_any()
    };
    titled(title, body)
}
