//! Totals of columns and groups, in words: each currency for itself.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::listing::totals::Total,
    domain::{decimal::Decimal, money::Money},
    i18n::{Locale, td_string, use_i18n},
    platform::format,
    state::Workspace,
    ui::{
        components::{Group, Totals},
        listing::{Counted, Listing},
        words,
    },
};

fn money(locale: Locale, money: Money) -> String {
    format::money(words::tag(locale), money.minor, money.currency.code(), money.currency.exponent())
}

fn number(locale: Locale, sum: i128) -> String {
    let units = i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN } else { i64::MAX });
    format::decimal_text(words::tag(locale), &Decimal::from_units(units).to_string())
}

/// A total in a line of text: each currency for itself.
pub fn total_text(locale: Locale, total: &Total) -> String {
    if total.amounts.is_empty() {
        return if total.values == 0 { String::new() } else { number(locale, total.number) };
    }
    total.money().map(|amount| money(locale, amount)).collect::<Vec<_>>().join(" + ")
}

/// The lines below all rows: one for each currency, and one for what they come to where every rate is known.
pub fn lines(listing: Listing) -> Signal<Vec<Totals>> {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    Signal::derive(move || {
        let locale = i18n.get_locale();
        listing.counted().with(|counted: &Arc<Counted>| {
            let count = counted.totals.iter().map(|(_, totals)| totals.all.amounts.len()).max().unwrap_or(0).max(1);
            if counted.totals.iter().all(|(_, totals)| totals.all.values == 0) {
                return Vec::new();
            }
            let mut lines: Vec<Totals> = (0..count)
                .map(|at| {
                    let cells = counted.totals.iter().filter_map(|(key, totals)| {
                        let text = match totals.all.money().nth(at) {
                            Some(amount) => money(locale, amount),
                            None if at == 0 && totals.all.amounts.is_empty() && totals.all.values > 0 => {
                                number(locale, totals.all.number)
                            }
                            None => return None,
                        };
                        Some((key.clone(), text))
                    });
                    let label = if at == 0 { td_string!(locale, listing.totals).to_owned() } else { String::new() };
                    Totals { label, cells: cells.collect() }
                })
                .collect();
            let several = counted.totals.iter().filter(|(_, totals)| totals.all.amounts.len() > 1);
            let currency = workspace.peek(|book| book.settings().currency);
            let cells: Vec<(String, String)> = several
                .filter_map(|(key, totals)| {
                    let minor = totals.all.base_minor()?;
                    Some((key.clone(), format!("≈ {}", money(locale, Money { minor, currency }))))
                })
                .collect();
            if !cells.is_empty() {
                let label = td_string!(locale, listing.totals_base, currency = currency.code().to_owned());
                lines.push(Totals { label, cells });
            }
            lines
        })
    })
}

/// What has to be known of totals over several currencies; nothing where there is one.
pub fn note(listing: Listing) -> Signal<Option<String>> {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    Signal::derive(move || {
        let locale = i18n.get_locale();
        listing.counted().with(|counted| {
            let mut several = counted.totals.iter().filter(|(_, totals)| totals.all.amounts.len() > 1).peekable();
            several.peek()?;
            if several.any(|(_, totals)| totals.all.base.is_none()) {
                return Some(td_string!(locale, listing.totals_no_rate).to_owned());
            }
            let currency = workspace.peek(|book| book.settings().currency).code().to_owned();
            Some(td_string!(locale, listing.totals_note, currency = currency))
        })
    })
}

/// The heads of the groups.
pub fn groups(listing: Listing) -> Signal<Arc<[Group]>> {
    let i18n = use_i18n();
    Memo::new(move |_| {
        let locale = i18n.get_locale();
        let Some((field, column)) = listing.grouping() else { return Arc::default() };
        let catalogue = listing.catalogue().get();
        let counted = listing.counted().get();
        let heads = listing.heads().get();
        let group = |(at, head): (usize, &crate::ui::listing::Head)| {
            let totals = counted.totals.iter().filter_map(|(key, totals)| {
                let total = total_text(locale, totals.groups.get(at).filter(|_| totals.groups.len() == heads.len())?);
                let label = words::field_label(locale, catalogue.get(key)?);
                (!total.is_empty()).then(|| td_string!(locale, listing.group_total, field = label, total = total))
            });
            Group {
                label: words::group(locale, &field, &column, head.value),
                count: format::integer(words::tag(locale), head.count.into()),
                totals: totals.collect(),
                rows: head.count as usize,
                closed: listing.is_folded(head.value),
            }
        };
        heads.iter().enumerate().map(group).collect()
    })
    .into()
}
