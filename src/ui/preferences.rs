//! Preferences of this device alone: language, theme, keys. They never hold customer data.

use leptos::prelude::*;
use leptos_i18n::Locale as _;
use serde::{Deserialize, Serialize};

use crate::{
    i18n::{Locale, use_i18n},
    platform::{language, media, prefs},
};

/// Light, dark, or as the system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    fn attribute(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

const LANGUAGE: &str = "kith.language";
const THEME: &str = "kith.theme";
const PLAIN_KEYS: &str = "kith.plain-keys";

/// The preferences as signals.
#[derive(Clone, Copy)]
pub struct Preferences {
    /// Light, dark, or as the system has it.
    pub theme: RwSignal<Theme>,
    /// The language that was chosen, or the browser's.
    language: RwSignal<Locale>,
    /// Whether keys that work alone are shortcuts.
    plain_keys: RwSignal<bool>,
}

impl Preferences {
    /// Reads the preferences and keeps the page to them: language and theme follow whatever is set later.
    pub fn start() -> Self {
        let i18n = use_i18n();
        let language = RwSignal::new(chosen_locale());
        i18n.set_locale(language.get_untracked());
        // The library sets the language by itself, once it is started and when the browser's languages change: it knows neither
        // what was chosen nor that people in Taiwan read traditional Chinese.
        Effect::new(move |_| {
            let language = language.get();
            if i18n.get_locale() != language {
                i18n.set_locale(language);
            }
        });
        let theme = RwSignal::new(prefs::get::<Theme>(THEME).unwrap_or_default());
        Effect::new(move |_| media::set_theme(theme.get().attribute()));
        Effect::new(move |_| media::set_language(i18n.get_locale().as_str()));
        let plain_keys = RwSignal::new(prefs::get::<bool>(PLAIN_KEYS).unwrap_or(true));
        let preferences = Self { theme, language, plain_keys };
        provide_context(preferences);
        preferences
    }

    /// The preferences of the views above.
    pub fn expect() -> Self {
        use_context().expect("the app provides the preferences before it shows a view")
    }

    /// Sets the theme and remembers it.
    pub fn set_theme(self, theme: Theme) {
        prefs::set(THEME, &theme);
        self.theme.set(theme);
    }

    /// Whether keys that work alone, such as `n` or `/`, are shortcuts.
    pub fn plain_keys(self) -> Signal<bool> {
        self.plain_keys.into()
    }

    /// Turns keys that work alone on or off and remembers it.
    pub fn set_plain_keys(self, on: bool) {
        prefs::set(PLAIN_KEYS, &on);
        self.plain_keys.set(on);
    }

    /// Sets the language and remembers it.
    pub fn set_language(self, locale: Locale) {
        prefs::set(LANGUAGE, &locale.as_str());
        self.language.set(locale);
    }
}

/// The language that was chosen, else the first of the browser's that there is, else English.
fn chosen_locale() -> Locale {
    let remembered = prefs::get::<String>(LANGUAGE).and_then(|tag| locale_of(&tag));
    remembered.or_else(|| language::preferred().iter().find_map(|tag| locale_of(tag))).unwrap_or_default()
}

/// The locale of a language tag (BCP 47): Chinese by its script, else by the region that goes with one.
fn locale_of(tag: &str) -> Option<Locale> {
    let lower = tag.to_ascii_lowercase();
    let parts: Vec<&str> = lower.split(['-', '_']).collect();
    match parts.as_slice() {
        ["en", ..] => Some(Locale::en),
        ["zh", rest @ ..] if rest.contains(&"hant") => Some(Locale::zh_Hant),
        ["zh", rest @ ..] if rest.contains(&"hans") => Some(Locale::zh_Hans),
        ["zh", rest @ ..] if rest.iter().any(|part| matches!(*part, "tw" | "hk" | "mo")) => Some(Locale::zh_Hant),
        ["zh", ..] => Some(Locale::zh_Hans),
        _ => None,
    }
}

/// What a language calls itself.
pub fn own_name(locale: Locale) -> &'static str {
    match locale {
        Locale::en => "English",
        Locale::zh_Hant => "繁體中文",
        Locale::zh_Hans => "简体中文",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_chinese_is_told_by_script_or_region() {
        assert_eq!(locale_of("zh-TW"), Some(Locale::zh_Hant));
        assert_eq!(locale_of("zh-Hant-HK"), Some(Locale::zh_Hant));
        assert_eq!(locale_of("zh-CN"), Some(Locale::zh_Hans));
        assert_eq!(locale_of("zh-Hans-TW"), Some(Locale::zh_Hans));
        assert_eq!(locale_of("en-GB"), Some(Locale::en));
        assert_eq!(locale_of("de"), None);
    }
}
