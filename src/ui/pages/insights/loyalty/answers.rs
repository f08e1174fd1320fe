//! What customers said within a year: recommendation, satisfaction and ease, each with how far it is to be trusted.

use leptos::prelude::*;

use crate::{
    analysis::{
        insights::{
            YEAR,
            loyalty::{Loyalty, Opinion},
        },
        rates::{Rate, Show},
    },
    domain::survey::Question,
    i18n::{Locale, td_string},
    ui::{
        charts::{AxesText, Bar, BarChart, ChartText},
        components::TableData,
        pages::insights::{
            links,
            parts::{card, stat, stats},
            say::Say,
        },
        words,
    },
};

/// How sure an interval is.
pub const LEVEL: f64 = 0.95;

/// The card of numbers, and how the recommendations are spread.
pub fn answers(found: &Loyalty, say: Say) -> AnyView {
    let locale = say.locale;
    let (now, before) = (&found.now, &found.before);
    let rate = |title: &'static str, rate: Rate, mean: Option<f64>, before: Rate, most: u8| {
        let shown = rate.value().filter(|_| rate.show() != Show::Hidden).zip(rate.wilson(LEVEL));
        let Some((share, (low, high))) = shown else {
            return stat(title, "–".to_owned(), few(locale, rate.cases, say));
        };
        let between = td_string!(locale, insights.between, low = say.percent(low), high = say.percent(high));
        let mean = mean.map(|mean| td_string!(locale, loyalty.mean, mean = say.number(mean, 1), most = most));
        let earlier = before.value().filter(|_| before.show() != Show::Hidden).map(|share| say.percent(share));
        said(
            title,
            say.percent(share),
            vec![Some(between), mean, earlier.map(|text| year_before(locale, text))],
            rate,
            say,
        )
    };
    let asked = Rate { yes: found.asked, cases: found.buyers };
    let share = asked.value().map_or_else(|| "–".to_owned(), |share| say.percent(share));
    let asked_hint =
        td_string!(locale, loyalty.asked_hint, asked = say.integer(found.asked), all = say.integer(found.buyers));
    let row = vec![
        recommendation(now, before, say),
        rate(td_string!(locale, loyalty.csat), now.satisfaction.top, now.satisfaction.mean, before.satisfaction.top, 5),
        rate(td_string!(locale, loyalty.ces), now.effort.easy, now.effort.mean, before.effort.easy, 7),
        stat(td_string!(locale, loyalty.asked), share, asked_hint),
    ];
    view! { {stats(row)} {card(spread(now, say))} }.into_any()
}

fn recommendation(now: &Opinion, before: &Opinion, say: Say) -> AnyView {
    let locale = say.locale;
    let title = td_string!(locale, loyalty.nps);
    let found = &now.promoters;
    let rate = Rate { yes: found.promoters, cases: found.answers };
    let shown = found.score().zip(found.error()).zip(found.interval(LEVEL)).filter(|_| found.show() != Show::Hidden);
    let Some(((score, error), (low, high))) = shown else {
        return stat(title, "–".to_owned(), few(locale, found.answers, say));
    };
    let points = |value: f64| say.number(value.clamp(-100.0, 100.0), 0);
    let error = td_string!(locale, loyalty.standard_error, error = say.number(error, 1));
    let between = td_string!(locale, insights.between, low = points(low), high = points(high));
    let earlier = before.promoters.score().filter(|_| before.promoters.show() != Show::Hidden);
    let earlier = earlier.map(|score| year_before(locale, points(score)));
    said(title, points(score), vec![Some(error), Some(between), earlier], rate, say)
}

/// A number with what it rests on; grey and called rough where the answers are few.
fn said(title: &'static str, value: String, hints: Vec<Option<String>>, rate: Rate, say: Say) -> AnyView {
    let locale = say.locale;
    let is_faint = rate.show() == Show::Faint;
    let rough = is_faint.then(|| td_string!(locale, loyalty.rough).to_owned());
    let count = td_string!(locale, loyalty.answers_count, count = say.integer(rate.cases));
    let hints: Vec<String> = hints.into_iter().flatten().chain([count]).chain(rough).collect();
    let inside = stat(title, value, hints.join(" · "));
    view! { <div class:insights-faint=is_faint>{inside}</div> }.into_any()
}

fn few(locale: Locale, cases: u32, say: Say) -> String {
    td_string!(locale, loyalty.too_few_answers, count = say.integer(cases))
}

fn year_before(locale: Locale, value: String) -> String {
    td_string!(locale, loyalty.year_before, value = value)
}

/// How the recommendations are spread over the scale.
fn spread(now: &Opinion, say: Say) -> impl IntoView + use<> {
    let locale = say.locale;
    let found = &now.promoters;
    let as_of = say.scores.signal().with(|answer| answer.classification.summary.as_of);
    let group = |answer: usize| match answer {
        9.. => td_string!(locale, loyalty.promoters),
        7..=8 => td_string!(locale, loyalty.passives),
        _ => td_string!(locale, loyalty.detractors),
    };
    let bar = |(answer, count): (usize, &u32)| Bar {
        label: answer.to_string(),
        value: f64::from(*count),
        detail: td_string!(
            locale,
            loyalty.answer_readout,
            answer = answer,
            count = say.integer(*count),
            group = group(answer)
        ),
        href: (*count > 0).then(|| links::answered(Question::Nps, answer as u8, as_of - YEAR + 1, as_of)),
    };
    let bars: Vec<Bar> = now.recommend.iter().enumerate().map(bar).collect();
    let row = |(answer, count): (usize, &u32)| vec![answer.to_string(), group(answer).to_owned(), say.integer(*count)];
    let table = TableData {
        columns: vec![
            td_string!(locale, loyalty.answer).to_owned(),
            td_string!(locale, loyalty.group).to_owned(),
            td_string!(locale, loyalty.customers).to_owned(),
        ],
        rows: now.recommend.iter().enumerate().map(row).collect(),
    };
    let summary = td_string!(
        locale,
        loyalty.spread_summary,
        promoters = say.integer(found.promoters),
        passives = say.integer(found.passives),
        detractors = say.integer(found.detractors)
    );
    let text = ChartText {
        title: Signal::stored(td_string!(locale, loyalty.spread_title).to_owned()),
        summary: Signal::stored(summary),
        words: words::chart_words(),
        table: Signal::stored(table),
    };
    let axes = AxesText {
        values: Signal::stored(td_string!(locale, loyalty.customers).to_owned()),
        steps: Signal::stored(td_string!(locale, loyalty.spread_axis).to_owned()),
        cursor: Signal::stored(td_string!(locale, insights.read_chart).to_owned()),
    };
    view! {
        <BarChart
            text
            words=axes
            bars=Signal::stored(bars)
            format_value=Callback::new(move |value: f64| say.number(value, 0))
        />
    }
}
