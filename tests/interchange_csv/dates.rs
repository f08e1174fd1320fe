//! Dates as people write them, and the order that a column keeps.

use chrono::NaiveDate;
use kith::interchange::csv::{
    date::{DateError, Form, When, parse},
    date_forms::{Evidence, Tally},
};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_same_day_in_every_way_of_writing() {
    for (text, form) in [
        ("2024-01-31", Form::Dmy),
        ("2024/1/31", Form::Mdy),
        ("2024.01.31", Form::Ymd),
        ("24-01-31", Form::Ymd),
        ("20240131", Form::Dmy),
        ("31012024", Form::Dmy),
        ("01312024", Form::Mdy),
        ("31.01.2024", Form::Dmy),
        ("31.1.24", Form::Dmy),
        ("31. 1. 2024", Form::Dmy),
        ("1/31/2024", Form::Mdy),
        ("01-31-24", Form::Mdy),
        ("31 Jan 2024", Form::Ymd),
        ("Jan 31, 2024", Form::Dmy),
        ("31st of January 2024", Form::Mdy),
        ("31-Jan-24", Form::Ymd),
        ("31. Januar 2024", Form::Ymd),
        ("31 janvier 2024", Form::Ymd),
        ("31 de enero de 2024", Form::Ymd),
        ("2024 Jan 31", Form::Ymd),
        ("Wed, 31 Jan 2024", Form::Ymd),
        ("Mittwoch, 31. Jänner 2024", Form::Ymd),
        ("2024年1月31日", Form::Dmy),
        ("2024年01月31日 星期三", Form::Dmy),
        ("２０２４／０１／３１", Form::Dmy),
        ("民國113年1月31日", Form::Ymd),
        ("中華民國113年1月31日", Form::Dmy),
        ("113/01/31", Form::Minguo),
        ("1130131", Form::Minguo),
        ("45322", Form::Serial),
        ("45322.0", Form::Serial),
        (" 2024-01-31 ", Form::Ymd),
    ] {
        assert_eq!(parse(text, form), Ok(When { day: day("2024-01-31"), minute: None, offset: None }), "{text}");
    }
}

#[test]
fn the_time_is_read_with_its_offset() {
    let minute = |hour: u16, minute: u16| Some(hour * 60 + minute);
    for (text, form, minute, offset) in [
        ("2010-12-01 12:27", Form::Ymd, minute(12, 27), None),
        ("12/1/2010 8:26", Form::Mdy, minute(8, 26), None),
        ("1.12.2010, 08:26 Uhr", Form::Dmy, minute(8, 26), None),
        ("2010-12-01T12:27:34Z", Form::Ymd, minute(12, 27), Some(0)),
        ("2010-12-01T12:27:34.567+08:00", Form::Ymd, minute(12, 27), Some(480)),
        ("2010-12-01 12:27:34 -0330", Form::Ymd, minute(12, 27), Some(-210)),
        ("2010-12-01 12:27:34 UTC", Form::Ymd, minute(12, 27), Some(0)),
        ("2010-12-01 12:27:34 CET", Form::Ymd, minute(12, 27), None),
        ("20101201T122734Z", Form::Ymd, minute(12, 27), Some(0)),
        ("20101201122734", Form::Ymd, minute(12, 27), None),
        ("Dec 1, 2010 3:05 PM", Form::Ymd, minute(15, 5), None),
        ("Dec 1, 2010 12:05 a.m.", Form::Ymd, minute(0, 5), None),
        ("2010/12/1 下午 03:05:00", Form::Ymd, minute(15, 5), None),
        ("2010年12月1日 上午9:05", Form::Ymd, minute(9, 5), None),
        ("Wed Dec 01 2010 12:27:34 GMT+0800 (China Standard Time)", Form::Ymd, minute(12, 27), Some(480)),
        ("40513.5", Form::Serial, minute(12, 0), None),
        ("40512.999999", Form::Serial, minute(0, 0), None),
    ] {
        let read = parse(text, form);
        assert_eq!(read.map(|when| when.day), Ok(day("2010-12-01")), "{text}");
        assert_eq!(read.map(|when| (when.minute, when.offset)), Ok((minute, offset)), "{text}");
    }
}

#[test]
fn an_impossible_date_says_what_is_impossible() {
    use DateError::{Incomplete, NoSuchDay, NoSuchMonth, NoSuchTime, NotADate, OtherOrder, YearOutOfRange};
    for (text, form, error) in [
        ("2024-02-30", Form::Ymd, NoSuchDay { year: 2024, month: 2, day: 30 }),
        ("31/02/2024", Form::Dmy, NoSuchDay { year: 2024, month: 2, day: 31 }),
        ("29.02.2023", Form::Dmy, NoSuchDay { year: 2023, month: 2, day: 29 }),
        ("12/31/2024", Form::Dmy, NoSuchMonth { month: 31 }),
        ("2024-13-01", Form::Ymd, NoSuchMonth { month: 13 }),
        ("0000-00-00", Form::Ymd, NoSuchMonth { month: 0 }),
        ("1024-01-01", Form::Ymd, YearOutOfRange { year: 1024 }),
        ("9999-12-31", Form::Ymd, YearOutOfRange { year: 9999 }),
        ("31.12.2024", Form::Ymd, OtherOrder),
        ("Jan 2024", Form::Ymd, Incomplete),
        ("31.12.", Form::Dmy, Incomplete),
        ("2024-01-31 25:00", Form::Ymd, NoSuchTime),
        ("2024-01-31 12:60", Form::Ymd, NoSuchTime),
        ("2024-01-31 12:27 +99:00", Form::Ymd, NoSuchTime),
        ("2024-01-31 13:00 am", Form::Ymd, NoSuchTime),
        ("", Form::Ymd, NotADate),
        ("soon", Form::Dmy, NotADate),
        ("12:30", Form::Dmy, NotADate),
        ("123/01/31", Form::Ymd, NotADate),
        ("2024-01-31-05", Form::Ymd, NotADate),
        ("2024-01-31 and more", Form::Ymd, NotADate),
        ("1e308", Form::Serial, NotADate),
        ("99999999999999999999999999", Form::Ymd, NotADate),
        ("1", Form::Serial, YearOutOfRange { year: 1899 }),
        ("31 Jan Feb 2024", Form::Ymd, NotADate),
    ] {
        assert_eq!(parse(text, form), Err(error), "{text}");
    }
}

fn tally(cells: &[&str]) -> Tally {
    let mut tally = Tally::default();
    cells.iter().for_each(|cell| tally.add(cell));
    tally
}

#[test]
fn the_whole_column_settles_the_order_of_day_and_month() {
    let certain = |form| Some((form, Evidence::Certain));
    assert_eq!(tally(&["01/02/2024", "31/01/2024", ""]).decide(false), certain(Form::Dmy));
    assert_eq!(tally(&["01/02/2024", "01/31/2024"]).decide(false), certain(Form::Mdy));
    assert_eq!(tally(&["2024-01-02", "2024-03-04"]).decide(false), certain(Form::Ymd));
    assert_eq!(tally(&["24-01-02", "24-12-31", "24-05-30"]).decide(false), certain(Form::Ymd));
    assert_eq!(tally(&["02.01.24", "31.12.24", "30.05.24"]).decide(false), certain(Form::Dmy));
    assert_eq!(tally(&["Jan 2, 2024"]).decide(false), certain(Form::Ymd));
    assert_eq!(tally(&["113/01/31", "112/12/01"]).decide(true), certain(Form::Minguo));
    assert_eq!(tally(&["45321", "45322.5"]).decide(true), certain(Form::Serial));
    assert_eq!(tally(&["45321", "45322.5"]).decide(false), None);
    assert_eq!(tally(&["abc", ""]).decide(true), None);
    let mixed = tally(&["31/01/2024", "13/01/2024", "01/31/2024"]).decide(false);
    assert_eq!(mixed, Some((Form::Dmy, Evidence::Mixed { others: 1 })));
}

#[test]
fn an_order_that_nothing_settles_is_told() {
    // Read as day and month these lie in one month, the other way in a year.
    let found = tally(&["01/02/2024", "05/02/2024", "11/02/2024"]).decide(false);
    assert_eq!(found, Some((Form::Dmy, Evidence::Ambiguous { or: Form::Mdy, example: "01/02/2024".into() })));
    let found = tally(&["02/01/2024", "02/05/2024"]).decide(false);
    assert_eq!(found, Some((Form::Mdy, Evidence::Ambiguous { or: Form::Dmy, example: "02/01/2024".into() })));
}

proptest! {
    #[test]
    fn a_day_written_in_any_form_reads_back(number in 0..109_938_i64, style in 0..9_usize) {
        let day = day("1900-01-01") + chrono::Duration::days(number);
        let (pattern, form) = [
            ("%Y-%m-%d", Form::Ymd), ("%d.%m.%Y", Form::Dmy), ("%-m/%-d/%Y", Form::Mdy), ("%Y%m%d", Form::Mdy),
            ("%-d %b %Y", Form::Mdy), ("%B %-d, %Y", Form::Dmy), ("%Y年%-m月%-d日", Form::Dmy), ("%d%m%Y", Form::Dmy), ("%A %d %B %Y", Form::Ymd),
        ][style];
        let text = day.format(pattern).to_string();
        // Eight digits that are also a year in front are read so.
        prop_assume!(style != 7 || parse(&text, Form::Ymd).is_err());
        prop_assert_eq!(parse(&text, form).map(|when| when.day), Ok(day), "{}", text);
    }

    #[test]
    fn no_text_makes_reading_panic(text in "[0-9年月日/.:, TZ+apm民國-]{0,24}", form in prop::sample::select(Form::ALL.to_vec())) {
        if let Ok(when) = parse(&text, form) {
            prop_assert!(when.minute.is_none_or(|minute| minute < 1440));
        }
    }
}
