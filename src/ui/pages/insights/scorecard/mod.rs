//! The balanced scorecard: what the records measure, from four sides, against what the user wants to reach.

mod goal_draft;
mod goal_form;

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::insights::{
        YEAR,
        scorecard::{Measured, in_unit},
    },
    domain::{
        goal::{Goal, Perspective, Unit, Yardstick},
        record::Kind,
    },
    i18n::{Locale, td_string},
    state::{Insights, Topic, Workspace},
    ui::{
        components::{Button, ButtonKind, Card, Progress},
        route::{Insight, ListQuery, Route},
        words,
    },
};

use super::{
    links,
    parts::{stat, stats},
    say::Say,
    shown::shown,
};
use goal_form::{GoalForm, GoalJob};

/// The tab.
#[component]
pub fn Scorecard() -> impl IntoView {
    let (insights, workspace) = (Insights::expect(), Workspace::expect());
    let goals = Memo::new(move |_| workspace.read(&[Kind::Settings], |book| book.settings().goals));
    let job = RwSignal::new(None::<GoalJob>);
    let content = move |found: Arc<Measured>, say: Say| {
        let inside = move || goals.with(|goals| card(&found, goals, job, say));
        view! { {inside} }.into_any()
    };
    let detail = insights.state_of(&[Kind::Survey, Kind::Interaction, Kind::Promise]);
    view! {
        {shown(Topic::Scorecard, insights.measured, detail, content)}
        <GoalForm job/>
    }
}

fn perspective_words(locale: Locale, perspective: Perspective) -> [&'static str; 2] {
    match perspective {
        Perspective::Financial => {
            [td_string!(locale, scorecard.financial), td_string!(locale, scorecard.financial_text)]
        }
        Perspective::Customer => [td_string!(locale, scorecard.customer), td_string!(locale, scorecard.customer_text)],
        Perspective::Process => [td_string!(locale, scorecard.process), td_string!(locale, scorecard.process_text)],
        Perspective::Learning => [td_string!(locale, scorecard.learning), td_string!(locale, scorecard.learning_text)],
    }
}

fn card(found: &Measured, goals: &[Goal], job: RwSignal<Option<GoalJob>>, say: Say) -> AnyView {
    let locale = say.locale;
    let minor = say.currency.scale() as f64;
    let reached = found.against(goals, minor);
    let percent = |score: Option<f64>| score.map_or_else(|| "–".to_owned(), |score| say.percent(score));
    let overall_hint = match (goals.is_empty(), reached.overall) {
        (true, _) => td_string!(locale, scorecard.no_goals),
        (false, None) => td_string!(locale, scorecard.too_few),
        (false, Some(_)) => td_string!(locale, scorecard.overall_hint),
    };
    let mut row = vec![stat(td_string!(locale, scorecard.overall), percent(reached.overall), overall_hint)];
    row.extend(Perspective::ALL.into_iter().map(|perspective| {
        let set = goals.iter().filter(|goal| goal.of.perspective() == perspective).count() as i64;
        let hint = td_string!(locale, scorecard.goals_set, count = say.integer(set));
        let score = reached.perspectives.get(perspective as usize).copied().flatten();
        stat(perspective_words(locale, perspective)[0], percent(score), hint)
    }));
    let score_of = |of: Yardstick| {
        let place = goals.iter().position(|goal| goal.of == of)?;
        Some((goals[place], reached.scores.get(place).copied().flatten()))
    };
    let section = |perspective: Perspective| {
        let [title, text] = perspective_words(locale, perspective);
        let rows = Yardstick::ALL.into_iter().filter(|of| of.perspective() == perspective);
        let rows = rows.map(|of| line(found, of, score_of(of), job, say)).collect_view();
        view! {
            <Card title=Signal::stored(title.to_owned())>
                <p class="insights-soft">{text}</p>
                <ul class="goals">{rows}</ul>
            </Card>
        }
    };
    view! {
        {stats(row)}
        {Perspective::ALL.map(section).into_iter().collect_view()}
        <p class="insights-soft">{td_string!(locale, scorecard.about)}</p>
    }
    .into_any()
}

/// One yardstick: what was measured, what is wanted, and the way to it.
fn line(
    found: &Measured,
    of: Yardstick,
    goal: Option<(Goal, Option<f64>)>,
    job: RwSignal<Option<GoalJob>>,
    say: Say,
) -> impl IntoView + use<> {
    let locale = say.locale;
    let minor = say.currency.scale() as f64;
    let unit = |value: f64| written(of, in_unit(of, value, minor), say);
    let name = words::yardstick(locale, of);
    let value = found.now(of).map_or_else(|| td_string!(locale, scorecard.not_measured).to_owned(), unit);
    let cases = found.cases.get(of as usize).copied().unwrap_or(0);
    let hint = match (found.now(of), found.before(of)) {
        (None, _) => why_not(locale, of, cases, say),
        (Some(_), Some(before)) => td_string!(locale, scorecard.before, value = unit(before)),
        (Some(_), None) => td_string!(locale, scorecard.no_before).to_owned(),
    };
    let before = found.before(of).or_else(|| found.now(of)).map(|before| in_unit(of, before, minor));
    let progress = goal.map(|(goal, score)| {
        let words = td_string!(
            locale,
            scorecard.towards,
            baseline = written(of, goal.baseline.to_f64(), say),
            target = written(of, goal.target.to_f64(), say),
            weight = i64::from(goal.weight)
        );
        let reached = match score {
            Some(score) => td_string!(locale, scorecard.reached, share = say.percent(score)),
            None => td_string!(locale, scorecard.not_measured).to_owned(),
        };
        view! { <Progress label=reached value=Signal::stored(Some(score.unwrap_or(0.0))) detail=Signal::stored(words)/> }
    });
    let label = if goal.is_some() {
        td_string!(locale, scorecard.change, name = name)
    } else {
        td_string!(locale, scorecard.set, name = name)
    };
    let named = match behind(found, of, say) {
        Some(href) => view! { <a href=href>{name}</a> }.into_any(),
        None => name.into_any(),
    };
    view! {
        <li class="goal">
            <div class="goal-head">
                <span class="goal-name">{named}</span>
                <span class="goal-value">{value}</span>
            </div>
            <p class="insights-soft">{hint}</p>
            {progress}
            <Button
                small=true
                kind=ButtonKind::Quiet
                label
                on_press=move |()| job.set(Some(GoalJob { of, before }))
            />
        </li>
    }
}

/// A value in its unit as people read it.
fn written(of: Yardstick, value: f64, say: Say) -> String {
    match of.unit() {
        Unit::Money => say.about(value * say.currency.scale() as f64),
        Unit::Percent => say.percent(value / 100.0),
        Unit::Points => say.number(value, 0),
        Unit::Count => say.number(value, 0),
        Unit::Days => td_string!(say.locale, insights.days, count = say.number(value, 0)),
    }
}

/// Why something could not be measured, and what it would take.
fn why_not(locale: Locale, of: Yardstick, cases: u32, say: Say) -> String {
    let count = say.integer(cases);
    match of {
        Yardstick::Profit | Yardstick::Margin => td_string!(locale, scorecard.needs_costs).to_owned(),
        Yardstick::Recommendation | Yardstick::Satisfaction | Yardstick::Ease => {
            td_string!(locale, scorecard.needs_answers, count = count)
        }
        Yardstick::Contact => td_string!(locale, scorecard.needs_notes, count = count),
        Yardstick::NewProducts => td_string!(locale, scorecard.needs_products).to_owned(),
        Yardstick::Promises => td_string!(locale, scorecard.needs_promises, count = count),
        Yardstick::Kept => td_string!(locale, scorecard.needs_past, count = count),
        Yardstick::Revenue
        | Yardstick::Largest
        | Yardstick::Repeat
        | Yardstick::NewCustomers
        | Yardstick::Returns
        | Yardstick::Listening => td_string!(locale, scorecard.needs_buyers, count = count),
    }
}

/// Where those behind a number are found.
fn behind(found: &Measured, of: Yardstick, say: Say) -> Option<String> {
    found.now(of)?;
    let to = say.scores.signal().with(|answer| answer.classification.summary.as_of);
    let from = to - YEAR + 1;
    let insight = |tab| Route::Insights(tab).to_string();
    Some(match of {
        Yardstick::Revenue | Yardstick::Returns => links::days(Kind::Order, "day", from, to, "-day"),
        Yardstick::Profit | Yardstick::Margin => insight(Insight::Profit),
        Yardstick::Largest => Route::Customers(ListQuery::default().by("-value")).to_string(),
        Yardstick::Recommendation | Yardstick::Satisfaction | Yardstick::Ease | Yardstick::Listening => {
            insight(Insight::Loyalty)
        }
        Yardstick::Kept | Yardstick::Repeat => insight(Insight::Retention),
        Yardstick::NewCustomers => links::days(Kind::Party, "first", from, to, "-value"),
        Yardstick::Contact => Route::Customers(ListQuery::default().by("contact")).to_string(),
        Yardstick::Promises => Route::Promises(ListQuery::default()).to_string(),
        Yardstick::NewProducts => Route::Products(ListQuery::default().by("-revenue")).to_string(),
    })
}
