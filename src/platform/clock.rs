//! What time it is, and which civil day that is somewhere.
//!
//! The pure rooms never ask: they are handed the answer.

use chrono::NaiveDate;

/// The zone that is known everywhere.
const UTC: &str = "UTC";

/// Milliseconds since 1970-01-01T00:00Z by the device's clock, which may be wrong and may jump.
#[cfg(target_arch = "wasm32")]
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// Milliseconds since 1970-01-01T00:00Z.
#[cfg(not(target_arch = "wasm32"))]
pub fn now() -> u64 {
    timer() as u64
}

/// Milliseconds with fractions on a clock that never goes back, for measuring how long something takes.
#[cfg(target_arch = "wasm32")]
pub fn timer() -> f64 {
    use wasm_bindgen::JsCast;
    thread_local! {
        static PERFORMANCE: Option<web_sys::Performance> =
            super::global::global("performance").and_then(|value| value.dyn_into().ok());
    }
    PERFORMANCE.with(|performance| performance.as_ref().map_or_else(js_sys::Date::now, web_sys::Performance::now))
}

/// Milliseconds with fractions.
#[cfg(not(target_arch = "wasm32"))]
pub fn timer() -> f64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    since.as_secs_f64() * 1000.0
}

/// The civil day of an instant (milliseconds since 1970) in a time zone by its IANA name; `None` for a zone that the browser does
/// not know and for instants beyond its calendar (the year 275,760). Takes some ten microseconds, but for `UTC`.
pub fn day_of(ms: u64, zone: &str) -> Option<NaiveDate> {
    if zone == UTC {
        return Some(chrono::DateTime::from_timestamp_millis(i64::try_from(ms).ok()?)?.date_naive());
    }
    #[cfg(target_arch = "wasm32")]
    return zoned::day_of(ms, zone);
    #[cfg(not(target_arch = "wasm32"))]
    None
}

/// Today's civil day in a time zone; by UTC if the browser does not know the zone.
pub fn today(zone: &str) -> NaiveDate {
    let now = now();
    day_of(now, zone).or_else(|| day_of(now, UTC)).unwrap_or_default()
}

/// The IANA name of the time zone that the device is set to; `UTC` if it does not tell.
pub fn browser_zone() -> String {
    #[cfg(target_arch = "wasm32")]
    return zoned::browser_zone().unwrap_or_else(|| UTC.to_owned());
    #[cfg(not(target_arch = "wasm32"))]
    UTC.to_owned()
}

/// The IANA names of the time zones to choose from, sorted, always with `UTC` and the device's own.
pub fn zones() -> Vec<String> {
    #[cfg(target_arch = "wasm32")]
    let mut zones = zoned::zones();
    #[cfg(not(target_arch = "wasm32"))]
    let mut zones = Vec::new();
    zones.extend([UTC.to_owned(), browser_zone()]);
    zones.sort_unstable();
    zones.dedup();
    zones
}

/// Time zones as the browser's `Intl` knows them.
#[cfg(target_arch = "wasm32")]
mod zoned {
    use chrono::NaiveDate;
    use js_sys::{Array, Date, Intl::DateTimeFormat};
    use wasm_bindgen::{JsCast, JsValue};

    use crate::platform::{
        global::{global, method, property},
        intl::{self, Value},
    };

    pub(super) fn day_of(ms: u64, zone: &str) -> Option<NaiveDate> {
        let options = [
            ("timeZone", Value::Text(zone)),
            ("year", Value::Text("numeric")),
            ("month", Value::Text("numeric")),
            ("day", Value::Text("numeric")),
        ];
        let date = Date::new(&JsValue::from_f64(ms as f64));
        let parts = intl::parts("DateTimeFormat", "en-US-u-ca-gregory-nu-latn", &options, &date)?;
        let part = |kind| parts.iter().find(|(found, _)| found == kind)?.1.parse::<u32>().ok();
        NaiveDate::from_ymd_opt(i32::try_from(part("year")?).ok()?, part("month")?, part("day")?)
    }

    pub(super) fn browser_zone() -> Option<String> {
        property(&DateTimeFormat::default().resolved_options(), "timeZone")?.as_string()
    }

    pub(super) fn zones() -> Vec<String> {
        let intl = global("Intl");
        let supported = intl.as_ref().and_then(|intl| method(intl, "supportedValuesOf"));
        let names = supported.and_then(|supported| supported.call1(&JsValue::UNDEFINED, &"timeZone".into()).ok());
        let names = names.and_then(|names| names.dyn_into::<Array>().ok()).unwrap_or_default();
        names.iter().filter_map(|name| name.as_string()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_lies_on_its_civil_day() {
        assert_eq!(day_of(951_868_799_999, UTC), NaiveDate::from_ymd_opt(2000, 2, 29));
        assert_eq!(day_of(951_868_800_000, UTC), NaiveDate::from_ymd_opt(2000, 2, 29).and_then(|day| day.succ_opt()));
        assert_eq!(day_of(u64::MAX, UTC), None);
    }

    #[test]
    fn an_unknown_zone_has_the_day_of_utc() {
        assert_eq!(day_of(0, "Nowhere/At_All"), None);
        assert!(today("Nowhere/At_All") > NaiveDate::default());
    }
}
