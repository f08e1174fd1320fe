//! The time of day behind a date: `8:26`, `12:27:34.5`, `3:05 PM`, `下午3:05`, `T12:27:00Z`, `12:27:34 +0800`.

use super::date::DateError;

/// Reads the rest of a date from the hour's digits on, in lower case. `afternoon` is what stood in front of it. Returns minutes after
/// midnight and minutes ahead of UTC.
pub fn parse(text: &str, afternoon: Option<bool>) -> Result<(Option<u16>, Option<i16>), DateError> {
    let (clock, zone) =
        text.split_at(text.find(|c: char| !c.is_ascii_digit() && !":.,".contains(c)).unwrap_or(text.len()));
    let clock = clock.trim_end_matches(['.', ',']);
    let (hour, minute) = hour_and_minute(clock)?;
    let zone = zone.trim_start();
    let (afternoon, zone) = match () {
        () if zone.starts_with("am") => (Some(false), &zone[2..]),
        () if zone.starts_with("pm") => (Some(true), &zone[2..]),
        () if zone.starts_with("a.m.") => (Some(false), &zone[4..]),
        () if zone.starts_with("p.m.") => (Some(true), &zone[4..]),
        () => (afternoon, zone),
    };
    // `15:05 下午` is said too; `15:05 am` is not.
    let hour = match (afternoon, hour) {
        (None, _) | (Some(true), 13..24) => hour,
        (Some(false), 1..=12) => hour % 12,
        (Some(true), 1..=12) => hour % 12 + 12,
        _ => return Err(DateError::NoSuchTime),
    };
    if hour >= 24 || minute >= 60 {
        return Err(DateError::NoSuchTime);
    }
    Ok((Some(hour * 60 + minute), offset(zone.trim())?))
}

/// `12:27`, `12:27:34`, `12:27:34.567`, and behind a `t` also `122734`.
fn hour_and_minute(clock: &str) -> Result<(u16, u16), DateError> {
    let number = |text: &str| text.parse::<u16>().ok().filter(|_| text.len() <= 2).ok_or(DateError::NoSuchTime);
    if !clock.contains(':') {
        let (whole, _) = clock.split_once(['.', ',']).unwrap_or((clock, ""));
        return match whole.len() {
            4 | 6 => Ok((number(&whole[..2])?, number(&whole[2..4])?)),
            _ => Err(DateError::NoSuchTime),
        };
    }
    let mut parts = clock.splitn(3, ':');
    let (hour, minute) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    if let Some(second) = parts.next() {
        let (whole, fraction) = second.split_once(['.', ',']).unwrap_or((second, ""));
        // 60 is a leap second.
        if number(whole)? > 60 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(DateError::NoSuchTime);
        }
    }
    Ok((number(hour)?, number(minute)?))
}

/// `z`, `utc`, `+08:00`, `gmt+0800 (china standard time)`. Other names of zones (`cet`, `pst`) say nothing sure and are passed over.
fn offset(zone: &str) -> Result<Option<i16>, DateError> {
    let zone = zone.split('(').next().unwrap_or_default().trim();
    let named = zone.strip_prefix("utc").or_else(|| zone.strip_prefix("gmt")).or_else(|| zone.strip_prefix('z'));
    let rest = named.unwrap_or(zone).trim_start();
    let (sign, digits) = match rest.split_at_checked(1) {
        None if named.is_some() => return Ok(Some(0)),
        None => return Ok(None),
        Some(("+", digits)) => (1, digits),
        Some(("-", digits)) => (-1, digits),
        Some(_) if named.is_none() && rest.len() <= 5 && rest.bytes().all(|byte| byte.is_ascii_lowercase()) => {
            return Ok(None);
        }
        Some(_) => return Err(DateError::NotADate),
    };
    let digits = digits.replace(':', "");
    let number: i16 = digits.parse().map_err(|_| DateError::NotADate)?;
    let (hours, minutes) = match digits.len() {
        1 | 2 => (number, 0),
        3 | 4 => (number / 100, number % 100),
        _ => return Err(DateError::NotADate),
    };
    // The widest offsets in use are -12:00 and +14:00.
    if !(0..=14).contains(&hours) || !(0..60).contains(&minutes) {
        return Err(DateError::NoSuchTime);
    }
    Ok(Some(sign * (hours * 60 + minutes)))
}
