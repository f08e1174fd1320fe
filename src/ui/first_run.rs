//! How far the first steps are on this device, and what was chosen in them.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{money::Currency, settings::Settings},
    platform::{clock, prefs},
};

/// How far the start is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Not begun.
    #[default]
    Fresh,
    /// A way to begin was chosen.
    Begun,
    /// Finished or skipped.
    Done,
}

const STAGE: &str = "kith.start";

/// The first steps.
#[derive(Clone, Copy)]
pub struct FirstRun {
    stage: RwSignal<Stage>,
    /// What was chosen and is not saved yet: a workspace into which nothing was written takes a backup with its history.
    chosen: RwSignal<Option<(Currency, String)>>,
}

impl FirstRun {
    /// Reads how far this device is, and hands it to every view below.
    pub fn start() {
        let stage = RwSignal::new(prefs::get::<Stage>(STAGE).unwrap_or_default());
        provide_context(Self { stage, chosen: RwSignal::new(None) });
    }

    /// The first steps, of the views above.
    pub fn expect() -> Self {
        use_context().expect("the app starts the first steps before it shows a view")
    }

    /// How far they are.
    pub fn stage(self) -> Stage {
        self.stage.get()
    }

    /// A way to begin was chosen.
    pub fn begin(self) {
        if self.stage.get_untracked() == Stage::Fresh {
            self.set(Stage::Begun);
        }
    }

    /// They are finished, and not shown again by themselves.
    pub fn finish(self) {
        self.set(Stage::Done);
    }

    fn set(self, stage: Stage) {
        prefs::set(STAGE, &stage);
        self.stage.set(stage);
    }

    /// Chooses the currency, keeping the time zone, or the other way round.
    pub fn choose(self, currency: Currency, zone: String) {
        self.chosen.set(Some((currency, zone)));
    }

    /// Currency and time zone as they were chosen; else as the workspace has them; else as they are guessed for a language.
    pub fn choice(self, settings: Option<Settings>, tag: &str) -> (Currency, String) {
        let saved = || settings.map(|settings| (settings.currency, settings.time_zone));
        self.chosen.get().or_else(saved).unwrap_or_else(|| {
            let zone = clock::browser_zone();
            (guess(tag, &zone), zone)
        })
    }
}

/// The currency of most who write a language in a time zone (IANA); the euro where nothing speaks for another one.
fn guess(tag: &str, zone: &str) -> Currency {
    const ZONES: [(&str, &str); 22] = [
        ("Asia/Taipei", "TWD"),
        ("Asia/Hong_Kong", "HKD"),
        ("Asia/Macau", "MOP"),
        ("Asia/Shanghai", "CNY"),
        ("Asia/Urumqi", "CNY"),
        ("Asia/Singapore", "SGD"),
        ("Asia/Kuala_Lumpur", "MYR"),
        ("Asia/Tokyo", "JPY"),
        ("Asia/Seoul", "KRW"),
        ("Asia/Kolkata", "INR"),
        ("Asia/Calcutta", "INR"),
        ("Europe/London", "GBP"),
        ("Europe/Zurich", "CHF"),
        ("Europe/Stockholm", "SEK"),
        ("Europe/Oslo", "NOK"),
        ("Europe/Copenhagen", "DKK"),
        ("Europe/Warsaw", "PLN"),
        ("Europe/Prague", "CZK"),
        ("America/Toronto", "CAD"),
        ("America/Vancouver", "CAD"),
        ("Pacific/Auckland", "NZD"),
        ("Pacific/Honolulu", "USD"),
    ];
    const UNITED_STATES: [&str; 6] = ["New_York", "Chicago", "Denver", "Los_Angeles", "Phoenix", "Detroit"];
    let known = ZONES.iter().find(|(known, _)| *known == zone).map(|(_, code)| *code);
    let by_region = || match zone.split_once('/') {
        Some(("Australia", _)) => Some("AUD"),
        Some(("America", city)) if UNITED_STATES.contains(&city) => Some("USD"),
        _ => None,
    };
    let by_language = match tag {
        "zh-Hant" => "TWD",
        "zh-Hans" => "CNY",
        _ => "EUR",
    };
    Currency::parse(known.or_else(by_region).unwrap_or(by_language)).expect("a code of the list")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_zone_speaks_before_the_language() {
        let guess = |tag, zone| super::guess(tag, zone).code().to_owned();
        assert_eq!(guess("zh-Hant", "Asia/Taipei"), "TWD");
        assert_eq!(guess("zh-Hant", "Asia/Hong_Kong"), "HKD");
        assert_eq!(guess("zh-Hans", "UTC"), "CNY");
        assert_eq!(guess("zh-Hans", "Australia/Sydney"), "AUD");
        assert_eq!(guess("en", "Europe/London"), "GBP");
        assert_eq!(guess("en", "America/Chicago"), "USD");
        assert_eq!(guess("en", "Europe/Berlin"), "EUR");
    }
}
