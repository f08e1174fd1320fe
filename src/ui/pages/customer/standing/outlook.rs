//! What is expected of one customer, as far as the ground carries; what raises and lowers it; what is missing here.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{
        insights::{forecast::MONTHS, loyalty::Loyalty, outlook::Outlook, together::Together},
        ladder::Rung,
        survey::{NO_ANSWER, quadrants::Cuts},
    },
    domain::{book::Book, day, id::Id, order::Order, party::Party, record::Kind, settings::Settings},
    i18n::{t_string, td_string, use_i18n},
    state::{Insights, Standing, Topic, Workspace},
    ui::{
        components::{Card, Fact, Facts},
        pages::insights::{Say, chance, clv_text, loyalty_cuts, next_order, quadrant_word, refusal},
        pages::work::ReliabilityLine,
    },
};

use super::{
    reasons::{Reasons, explain},
    steadiness::Steadiness,
};

/// Ahead of so many is a reason, and behind as many another.
const MUCH: f64 = 2.0 / 3.0;
const LITTLE: f64 = 1.0 / 3.0;

/// The card.
#[component]
pub fn OutlookCard(
    /// Whose.
    id: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, insights) = (Workspace::expect(), Insights::expect());
    insights.keep(Topic::Outlook, insights.outlook, || 0);
    insights.keep(Topic::Together, insights.together, || 0);
    let said = insights.state_of(&[Kind::Survey]);
    insights.keep(Topic::Loyalty, insights.loyalty, move || said.get());
    let cuts = Memo::new(move |_| loyalty_cuts(workspace.read(&[Kind::Settings], |book| book.settings().loyalty)));
    let (say, explained) = (Say::here(), explain(id));
    let slot = Memo::new(move |_| workspace.read(&[Kind::Party], |book| book.parties.slot(id)));
    let expected = move || {
        let (say, slot) = (say.get(), slot.get()?);
        Some(match insights.outlook.answer() {
            Some(outlook) => facts(&outlook, slot, say),
            None if insights.outlook.standing() == Standing::Failed => {
                view! { <p>{t_string!(i18n, insights.failed_title)}</p> }.into_any()
            }
            None => view! { <p>{t_string!(i18n, insights.panel_wait)}</p> }.into_any(),
        })
    };
    let trend = move || {
        let say = say.get();
        let as_of = insights.as_of()?;
        let sums = workspace.read(&[Kind::Order, Kind::Settings], |book| years(book, &book.settings(), id, as_of));
        let (now, before) = (sums[0], sums[1]);
        let text = match say.change(now as f64, before as f64) {
            Some(change) => td_string!(
                say.locale,
                insights.trend_value,
                now = say.about(now as f64),
                before = say.about(before as f64),
                change = change
            ),
            None if now == 0 => td_string!(say.locale, insights.trend_none).to_owned(),
            None => td_string!(say.locale, insights.trend_new, now = say.about(now as f64)),
        };
        Some(text)
    };
    let why = move || explained.with(|found| found.as_ref().map(|(_, reasons)| pulls(reasons, say.get())));
    let place = move || Some(placed(&*insights.loyalty.answer()?, slot.get()?, cuts.get(), say.get()));
    let missing = move || Some(gaps(&*insights.together.answer()?, slot.get()?, say.get()));
    view! {
        <Card title=Signal::derive(move || t_string!(i18n, insights.panel_title).to_owned())>
            <div class="stack">
                <Facts>
                    <Fact label=Signal::derive(move || t_string!(i18n, insights.panel_trend).to_owned())>{trend}</Fact>
                    <Fact label=Signal::derive(move || t_string!(i18n, loyalty.panel).to_owned())>{place}</Fact>
                    <Fact label=Signal::derive(move || t_string!(i18n, work.our_promises).to_owned())>
                        <ReliabilityLine id/>
                    </Fact>
                </Facts>
                {expected}
                <Steadiness id/>
                {why}
                {missing}
            </div>
        </Card>
    }
}

/// What a customer brought in the year up to a day, and in the year before; orders without a rate are left out, as everywhere.
fn years(book: &Book, settings: &Settings, id: Id<Party>, as_of: chrono::NaiveDate) -> [i64; 2] {
    let end = day::number(as_of);
    let mut sums = [0i64; 2];
    for row in book.of::<Order>(id) {
        let order = &row.data;
        let ago = end - day::number(order.day);
        let Some(sum) = usize::try_from(ago / 365).ok().filter(|_| ago >= 0).and_then(|year| sums.get_mut(year)) else {
            continue;
        };
        *sum = sum.saturating_add(settings.convert(order.total(), order.currency, order.day).unwrap_or(0));
    }
    sums
}

/// Where satisfaction and loyalty put a customer: by the latest answer, or that there is none.
fn placed(found: &Loyalty, slot: u32, cuts: Cuts, say: Say) -> String {
    let locale = say.locale;
    let row = found.customer.binary_search(&slot).ok().filter(|row| found.satisfied[*row] != NO_ANSWER);
    let Some(row) = row else { return td_string!(locale, loyalty.panel_unasked).to_owned() };
    let answer = found.satisfied[row];
    match found.quadrant(slot, cuts) {
        None => td_string!(locale, loyalty.panel_early, answer = answer),
        Some(quadrant) => td_string!(
            locale,
            loyalty.panel_placed,
            quadrant = quadrant_word(locale, quadrant),
            answer = answer,
            day = say.day(found.day[row]),
            loyalty = say.number(found.loyalty[row], 0)
        ),
    }
}

fn facts(outlook: &Arc<Outlook>, slot: u32, say: Say) -> AnyView {
    let locale = say.locale;
    let Some(said) = outlook.forecast.of(slot, outlook.bias()) else {
        let bought = say
            .scores
            .signal()
            .with(|answer| answer.classification.summary.events.get(slot as usize).is_some_and(|events| *events > 0));
        let text = if !bought { td_string!(locale, insights.panel_never) } else { refusal(outlook, locale) };
        return view! { <p class="insights-soft">{text}</p> }.into_any();
    };
    let numbers = outlook.standing.rung == Rung::Numbers;
    let mut rows: Vec<(String, String)> = Vec::new();
    if let Some(alive) = said.alive {
        rows.push((td_string!(locale, insights.chance).to_owned(), chance(alive, numbers, say)));
    }
    if let Some(orders) = said.orders {
        rows.push((td_string!(locale, insights.panel_next).to_owned(), next_order(orders.next, say)));
        let [_, low, high] = orders.spend;
        rows.push((td_string!(locale, insights.panel_spend).to_owned(), say.about_range(low, high)));
        let [_, low, high] = orders.worth;
        rows.push((td_string!(locale, insights.worth_year).to_owned(), say.about_range(low, high)));
        let [_, low, high] = orders.cash;
        rows.push((td_string!(locale, insights.clv_cash, months = MONTHS), say.about_range(low, high)));
        let [_, low, high] = orders.lifetime;
        rows.push((td_string!(locale, insights.clv_infinite).to_owned(), say.about_range(low, high)));
    }
    let which = said.orders.map(|_| clv_text(say));
    let rows = rows.into_iter().map(|(label, value)| view! { <Fact label>{value}</Fact> });
    let rows = rows.collect_view();
    let basis = td_string!(
        locale,
        insights.panel_basis,
        customers = say.integer(outlook.customers),
        days = say.integer(outlook.history)
    );
    view! { <Facts>{rows}</Facts> <p class="insights-soft">{basis} " " {which}</p> }.into_any()
}

/// What raises and what lowers the scores of a customer.
fn pulls(reasons: &Reasons, say: Say) -> AnyView {
    let locale = say.locale;
    let (mut up, mut down) = (Vec::new(), Vec::new());
    if let Some(rfm) = &reasons.rfm {
        let [recent, often, much] = rfm.ahead_of;
        let share = |share: f64| say.percent(share);
        if recent >= MUCH {
            up.push(td_string!(locale, insights.up_recent, share = share(recent)));
        } else if recent <= LITTLE {
            down.push(td_string!(locale, insights.down_recent, share = share(recent)));
        }
        if often >= MUCH {
            up.push(td_string!(locale, insights.up_orders, share = share(often)));
        } else if often <= LITTLE {
            down.push(td_string!(locale, insights.down_orders, share = share(often)));
        }
        if much >= MUCH {
            up.push(td_string!(locale, insights.up_money, share = share(much)));
        } else if much <= LITTLE {
            down.push(td_string!(locale, insights.down_money, share = share(much)));
        }
    }
    if let Some(usual) = reasons.usual.filter(|usual| usual.ratio > 1.0 && i64::from(usual.silent) > 0) {
        let usually = say.number(usual.gap, 0);
        if usual.state as u8 >= crate::analysis::rhythm::State::Late as u8 {
            down.push(td_string!(locale, insights.down_late, days = say.integer(usual.silent), usual = usually));
        }
    }
    let list = |title: &'static str, items: Vec<String>| {
        (!items.is_empty()).then(|| {
            let items = items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
            view! {
                <section>
                    <h3 class="field-label">{title}</h3>
                    <ul class="customer-reasons">{items}</ul>
                </section>
            }
        })
    };
    view! {
        {list(td_string!(locale, insights.panel_raised), up)}
        {list(td_string!(locale, insights.panel_lowered), down)}
    }
    .into_any()
}

/// What is usually bought with what this customer has, and was never bought.
fn gaps(together: &Together, slot: u32, say: Say) -> AnyView {
    let locale = say.locale;
    let row = |place: &u32| {
        let rule = together.rule(*place as usize)?;
        let (item, _) = say.what(rule.antecedent[0])?;
        let (other, href) = say.what(rule.consequent[0])?;
        let share = say.percent(rule.confidence());
        let sentence = td_string!(locale, insights.panel_gap, item = item, share = share);
        Some(view! { <li><a href=href>{other}</a> " " {sentence}</li> })
    };
    let rows: Vec<_> = together.gaps_of(slot).iter().filter_map(row).collect();
    let title = td_string!(locale, insights.panel_missing);
    let list = (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h3 class="field-label">{title}</h3>
                <ul class="customer-reasons">{rows}</ul>
            </section>
        }
    });
    list.into_any()
}
