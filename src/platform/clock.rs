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

/// The civil day of an instant in a time zone and the minute of that day (0 to 1,439); by UTC if the browser does not know the zone.
/// `None` for instants beyond the calendar.
pub fn day_and_minute(ms: u64, zone: &str) -> Option<(NaiveDate, u16)> {
    #[cfg(target_arch = "wasm32")]
    if zone != UTC
        && let Some(found) = zoned::day_and_minute(ms, zone)
    {
        return Some(found);
    }
    let minute = u16::try_from(ms / 60_000 % 1_440).ok()?;
    #[cfg(not(target_arch = "wasm32"))]
    let _ = zone;
    Some((day_of(ms, UTC)?, minute))
}

/// The instant at which a civil day in a time zone comes to a minute. A minute that the change to summer time leaves out is taken an
/// hour later; of one that comes twice in autumn, either is good. `None` before 1970.
pub fn instant_of(day: NaiveDate, minute: u16, zone: &str) -> Option<u64> {
    let wanted = plain((day, minute));
    // What the zone was ahead of UTC at about that time, and then at just that time.
    let mut at = wanted;
    for _ in 0..2 {
        let there = plain(day_and_minute(u64::try_from(at).ok()?, zone)?);
        at += wanted - there;
    }
    u64::try_from(at).ok()
}

/// Today's civil day in a time zone; by UTC if the browser does not know the zone.
pub fn today(zone: &str) -> NaiveDate {
    let now = now();
    day_of(now, zone).or_else(|| day_of(now, UTC)).unwrap_or_default()
}

/// What a time zone is ahead of UTC now, in milliseconds; 0 if the browser does not know the zone.
pub fn ahead(zone: &str) -> i64 {
    let now = now() / 60_000 * 60_000;
    let there = day_and_minute(now, zone).map(plain);
    there.zip(i64::try_from(now).ok()).map_or(0, |(there, now)| there - now)
}

/// Milliseconds since 1970 of a minute of a day, by a clock that knows no zones.
fn plain((day, minute): (NaiveDate, u16)) -> i64 {
    day.signed_duration_since(NaiveDate::default()).num_milliseconds() + i64::from(minute) * 60_000
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

    pub(super) fn day_and_minute(ms: u64, zone: &str) -> Option<(NaiveDate, u16)> {
        let options = [
            ("timeZone", Value::Text(zone)),
            ("hour", Value::Text("numeric")),
            ("minute", Value::Text("numeric")),
            ("hourCycle", Value::Text("h23")),
        ];
        let date = Date::new(&JsValue::from_f64(ms as f64));
        let parts = intl::parts("DateTimeFormat", "en-US-u-ca-gregory-nu-latn", &options, &date)?;
        let part = |kind| parts.iter().find(|(found, _)| found == kind)?.1.parse::<u16>().ok();
        Some((day_of(ms, zone)?, part("hour")? * 60 + part("minute")?))
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
    fn a_minute_of_a_day_is_an_instant_and_back() {
        let day = NaiveDate::from_ymd_opt(2026, 2, 28).unwrap();
        let at = instant_of(day, 23 * 60 + 59, UTC).unwrap();
        assert_eq!(at, 1_772_323_140_000);
        assert_eq!(day_and_minute(at, UTC), Some((day, 1_439)));
        assert_eq!(instant_of(NaiveDate::from_ymd_opt(1969, 12, 31).unwrap(), 0, UTC), None);
    }

    #[test]
    fn an_unknown_zone_has_the_day_of_utc() {
        assert_eq!(day_of(0, "Nowhere/At_All"), None);
        assert!(today("Nowhere/At_All") > NaiveDate::default());
    }
}
