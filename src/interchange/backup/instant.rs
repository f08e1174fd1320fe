//! Instants as RFC 3339 writes them, in UTC, to the millisecond.

use chrono::{DateTime, SecondsFormat};

/// The last millisecond of the year 9999, beyond which RFC 3339 has no way to write an instant.
const LAST: u64 = 253_402_300_799_999;

/// Writes milliseconds since 1970; an instant beyond the year 9999 becomes its last one.
pub(super) fn write(ms: u64) -> String {
    let instant = DateTime::from_timestamp_millis(ms.min(LAST) as i64).expect("the calendar reaches beyond 9999");
    instant.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Reads an instant as milliseconds since 1970; `None` when it is none, or an earlier one.
pub(super) fn read(text: &str) -> Option<u64> {
    u64::try_from(DateTime::parse_from_rfc3339(text).ok()?.timestamp_millis()).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_instant_written_out_reads_back_the_same(ms in 0..=LAST) {
            prop_assert_eq!(read(&write(ms)), Some(ms));
        }
    }

    #[test]
    fn an_instant_is_written_in_utc_and_read_in_any_zone() {
        assert_eq!(write(1_772_357_400_000), "2026-03-01T09:30:00.000Z");
        assert_eq!(read("2026-03-01T17:30:00+08:00"), Some(1_772_357_400_000));
        assert_eq!(write(u64::MAX), "9999-12-31T23:59:59.999Z");
        assert_eq!(read("1969-12-31T23:59:59Z"), None);
        assert_eq!(read("yesterday"), None);
    }
}
