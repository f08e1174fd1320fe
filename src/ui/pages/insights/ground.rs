//! What an estimate stands on: how much may be said, what is missing for more, and what stands against it.

use leptos::prelude::*;

use crate::{
    analysis::{
        backtest::trust::Hidden,
        insights::outlook::Outlook,
        ladder::{Flag, Missing, Rung},
    },
    i18n::{Locale, td_string},
    platform::format,
    ui::{
        components::{Banner, Card, LinkButton, Tone},
        route::{Insight, Route},
        words,
    },
};

use super::say::Say;

/// A number as a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
}

impl Level {
    /// Of a chance, in thirds.
    pub fn of_chance(chance: f64) -> Self {
        Self::between(chance, 1.0 / 3.0, 2.0 / 3.0)
    }

    /// Below one border, between, or at the other and above.
    pub fn between(value: f64, low: f64, high: f64) -> Self {
        if value < low {
            Self::Low
        } else if value < high {
            Self::Medium
        } else {
            Self::High
        }
    }
}

/// The word for a level.
pub fn level_word(locale: Locale, level: Level) -> &'static str {
    match level {
        Level::Low => td_string!(locale, insights.low),
        Level::Medium => td_string!(locale, insights.medium),
        Level::High => td_string!(locale, insights.high),
    }
}

fn flag(locale: Locale, flag: Flag) -> &'static str {
    match flag {
        Flag::EverybodyAlive => td_string!(locale, insights.flag_everybody_alive),
        Flag::NobodyLeaves => td_string!(locale, insights.flag_nobody_leaves),
        Flag::AtBound | Flag::NotSettled => td_string!(locale, insights.flag_unsettled),
        Flag::ShortHistory => td_string!(locale, insights.flag_short_history),
        Flag::NobodyRepeats => td_string!(locale, insights.flag_nobody_repeats),
    }
}

/// Why a score is not shown.
pub(super) fn hidden(locale: Locale, hidden: Hidden) -> &'static str {
    match hidden {
        Hidden::NothingCame => td_string!(locale, insights.hidden_nothing_came),
        Hidden::NoSkill => td_string!(locale, insights.hidden_no_skill),
        Hidden::LosesToNaive => td_string!(locale, insights.hidden_naive),
    }
}

/// What is missing for the next rung, as a list; none where nothing is.
fn missing(say: Say, missing: Missing) -> Option<String> {
    let parts = [
        (missing.customers > 0)
            .then(|| td_string!(say.locale, insights.missing_customers, count = say.integer(missing.customers))),
        (missing.repeats > 0)
            .then(|| td_string!(say.locale, insights.missing_repeats, count = say.integer(missing.repeats))),
        missing.backtest.then(|| td_string!(say.locale, insights.missing_backtest).to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format::list(words::tag(say.locale), &parts))
}

/// Why nothing is said of anybody, or of somebody, in one sentence.
pub fn refusal(outlook: &Outlook, locale: Locale) -> &'static str {
    match (outlook.flags.first(), outlook.standing.rung) {
        (Some(one), _) => flag(locale, *one),
        (None, Rung::Facts) => td_string!(locale, insights.rung_facts),
        (None, _) => td_string!(locale, insights.no_trial_passed),
    }
}

/// On which ground the estimates stand, and what may therefore not be said; `with_trust` adds what the backtest found, and the way to it.
pub(super) fn ground(outlook: &Outlook, say: Say, with_trust: bool) -> AnyView {
    let locale = say.locale;
    let rests = td_string!(
        locale,
        insights.rests_on,
        customers = say.integer(outlook.customers),
        repeats = say.integer(outlook.repeats),
        days = say.integer(outlook.history)
    );
    let rung = match outlook.standing.rung {
        Rung::Facts => td_string!(locale, insights.rung_facts),
        Rung::Words => td_string!(locale, insights.rung_words),
        Rung::Numbers => td_string!(locale, insights.rung_numbers),
    };
    let more = missing(say, outlook.standing.missing).map(|what| td_string!(locale, insights.missing, what = what));
    let flags = outlook.flags.iter().map(|one| {
        view! { <Banner tone=Tone::Warning title=flag(locale, *one).to_owned()/> }
    });
    let flags = flags.collect_view();
    let mut reasons: Vec<String> = Vec::new();
    if with_trust && outlook.flags.is_empty() && outlook.standing.rung > Rung::Facts {
        let trial = outlook.trial.as_ref();
        let against = |what: &str, why: Option<Hidden>| why.map(|why| format!("{what} {}", hidden(locale, why)));
        reasons.extend(match trial {
            None => vec![td_string!(locale, insights.no_trial).to_owned()],
            Some(trial) => [
                against(td_string!(locale, insights.chance_hidden), trial.hides_chance()),
                against(td_string!(locale, insights.orders_hidden), trial.hides_orders()),
            ]
            .into_iter()
            .flatten()
            .collect(),
        });
    }
    let reasons = reasons.into_iter().map(|title| view! { <Banner tone=Tone::Accent title/> });
    let reasons = reasons.collect_view();
    let link = with_trust.then(|| {
        let label = Signal::stored(td_string!(locale, insights.to_trust).to_owned());
        view! { <p><LinkButton href=Route::Insights(Insight::Trust).to_string() label/></p> }
    });
    view! {
        <Card title=Signal::stored(td_string!(locale, insights.ground).to_owned())>
            <div class="stack stack-tight">
                <p>{rests} " " {rung}</p>
                {more.map(|more| view! { <p class="insights-soft">{more}</p> })}
                {flags}
                {reasons}
                {link}
            </div>
        </Card>
    }
    .into_any()
}
