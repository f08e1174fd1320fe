//! The browser as Kith sees it, asked in a real one.

#![cfg(all(target_arch = "wasm32", feature = "web"))]
#![allow(clippy::unwrap_used, reason = "a test may panic; clippy knows only those of the standard harness")]

use std::{
    cell::{Cell, RefCell},
    cmp::Ordering,
    rc::Rc,
};

use chrono::NaiveDate;
use js_sys::{Array, Function, Promise, Uint8Array, Uint32Array};
use kith::platform::{
    address,
    channel::Channel,
    clock, errors, files, focus, format, keys, language, leaving, media, pause, prefs, random, storage_health,
    worker::{Numbers, Script, Worker},
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Runs plain JavaScript, of which tests alone have need.
fn js(code: &str) -> JsValue {
    Function::new_no_args(code).call0(&JsValue::UNDEFINED).unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Which kind of space a language takes changes from version to version of the browser.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ")
}

/// A place for what a callback hears, and the callback.
fn notes<T: 'static>() -> (Rc<RefCell<Vec<T>>>, impl FnMut(T) + 'static) {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let writer = Rc::clone(&heard);
    (heard, move |note| writer.borrow_mut().push(note))
}

/// Waits until so much was heard; fails when it never is.
async fn until<T>(heard: &RefCell<Vec<T>>, count: usize) {
    for _ in 0..500 {
        if heard.borrow().len() >= count {
            return;
        }
        pause::sleep(10).await;
    }
    panic!("only {} of {count} were heard", heard.borrow().len());
}

#[wasm_bindgen_test]
async fn every_pause_ends() {
    pause::yield_now().await;
    pause::next_frame().await;
    pause::when_idle().await;
    let before = clock::timer();
    pause::sleep(20).await;
    // Timers are rounded to a millisecond.
    assert!(clock::timer() - before >= 18.0);
}

#[wasm_bindgen_test]
async fn a_pause_ends_in_a_browser_that_does_not_tell_when_it_is_idle() {
    js("globalThis.__idle = globalThis.requestIdleCallback; globalThis.requestIdleCallback = undefined;");
    pause::when_idle().await;
    js("globalThis.requestIdleCallback = globalThis.__idle;");
}

#[wasm_bindgen_test]
async fn long_work_in_slices_gives_timers_frames_and_messages_their_turn() {
    js("globalThis.__turns = new Set();
        setTimeout(() => __turns.add('timer'));
        requestAnimationFrame(() => __turns.add('frame'));
        const channel = new MessageChannel();
        channel.port1.onmessage = () => __turns.add('message');
        channel.port2.postMessage(0);");
    let began = clock::timer();
    let mut slice = pause::Slice::new();
    while js("return __turns.size").as_f64() != Some(3.0) {
        let waiting = js("return [...__turns].join()").as_string();
        assert!(clock::timer() - began < 10_000.0, "only {waiting:?} had their turn");
        slice.pause_if_used_up().await;
    }
}

#[wasm_bindgen_test]
fn a_day_depends_on_the_time_zone() {
    let new_year_in_utc = 1_767_225_600_000;
    assert_eq!(clock::day_of(new_year_in_utc, "UTC"), Some(date("2026-01-01")));
    assert_eq!(clock::day_of(new_year_in_utc, "Asia/Taipei"), Some(date("2026-01-01")));
    assert_eq!(clock::day_of(new_year_in_utc, "America/New_York"), Some(date("2025-12-31")));
    assert_eq!(clock::day_of(new_year_in_utc, "Nowhere/At_All"), None);
    assert_eq!(clock::day_of(u64::MAX, "Asia/Taipei"), None);
    for zone in ["UTC", "Asia/Taipei", "America/New_York", "Asia/Kolkata", "Europe/Berlin"] {
        for (day, minute) in [("2026-01-01", 0), ("2026-03-29", 60), ("2026-03-29", 240), ("2026-07-01", 1_439)] {
            let at = clock::instant_of(date(day), minute, zone).unwrap();
            assert_eq!(clock::day_and_minute(at, zone), Some((date(day), minute)), "{day} {minute} {zone}");
        }
    }
    // Half past two does not exist in Berlin when summer time begins.
    let skipped = clock::instant_of(date("2026-03-29"), 150, "Europe/Berlin").unwrap();
    assert_eq!(clock::day_and_minute(skipped, "Europe/Berlin"), Some((date("2026-03-29"), 210)));
    assert_eq!(clock::day_of(0, "Europe/Berlin"), Some(date("1970-01-01")));
}

#[wasm_bindgen_test]
fn today_is_a_day_of_this_century_in_every_zone() {
    let zones = clock::zones();
    assert!(zones.len() > 300, "{} zones", zones.len());
    assert!(zones.contains(&"UTC".to_owned()) && zones.contains(&clock::browser_zone()));
    assert!(zones.is_sorted());
    for zone in &zones {
        assert!(clock::day_of(clock::now(), zone).is_some_and(|day| day > date("2024-01-01")), "{zone}");
    }
    assert!(clock::today("Nowhere/At_All") > date("2024-01-01"));
}

#[wasm_bindgen_test]
fn random_bytes_differ() {
    assert_ne!(random::bytes::<16>(), random::bytes::<16>());
    assert!(random::bytes::<0>().is_empty());
}

#[wasm_bindgen_test]
async fn a_channel_carries_words_to_the_others_until_it_is_dropped() {
    let (heard, note) = notes();
    let (echo, echo_note) = notes();
    let listener = Channel::open("test-of-words", note).unwrap();
    let speaker = Channel::open("test-of-words", echo_note).unwrap();
    speaker.post("你好");
    until(&heard, 1).await;
    assert_eq!(*heard.borrow(), ["你好"]);
    assert!(echo.borrow().is_empty(), "who speaks does not hear it");
    drop(listener);
    speaker.post("anyone?");
    pause::sleep(50).await;
    assert_eq!(heard.borrow().len(), 1);
}

#[wasm_bindgen_test]
fn a_preference_is_kept_until_removed() {
    assert!(prefs::set("test.pref", &vec!["a", "b"]));
    assert_eq!(prefs::get::<Vec<String>>("test.pref"), Some(vec!["a".into(), "b".into()]));
    assert_eq!(prefs::get::<u32>("test.pref"), None, "another form than was kept");
    prefs::remove("test.pref");
    assert_eq!(prefs::get::<Vec<String>>("test.pref"), None);
}

#[wasm_bindgen_test]
fn a_denied_local_storage_forgets_and_does_not_break() {
    js("globalThis.__storage = Object.getOwnPropertyDescriptor(window, 'localStorage');
        Object.defineProperty(window, 'localStorage',
            { get() { throw new DOMException('denied', 'SecurityError') }, configurable: true });");
    assert!(!prefs::set("test.denied", &1));
    assert_eq!(prefs::get::<u32>("test.denied"), None);
    prefs::remove("test.denied");
    js("Object.defineProperty(window, 'localStorage', globalThis.__storage);");
}

#[wasm_bindgen_test]
fn numbers_are_written_as_the_language_does() {
    assert_eq!(format::number("en", 1234.5, 2), "1,234.50");
    assert_eq!(format::number("zh-Hant", -0.001, 1), "0.0");
    assert_eq!(format::number("en", f64::NAN, 2), "–");
    assert_eq!(format::integer("en", i64::MIN), "-9,223,372,036,854,775,808");
    assert_eq!(format::percent("en", 0.256, 1), "25.6%");
    assert_eq!(format::percent("en", f64::INFINITY, 1), "–");
    assert_eq!(format::decimal_text("zh-Hans", "-922337203685477.5807"), "-922,337,203,685,477.5807");
    assert_eq!(format::decimal_text("en", "12 apples"), "12 apples");
    assert_eq!(plain(&format::decimal_text("de", "1234.5")), "1.234,5");
    assert_eq!(plain(&format::bytes("en", 12_345_678)), "12.3 MB");
    assert_eq!(plain(&format::bytes("en", 999_999)), "1 MB");
    assert_eq!(plain(&format::bytes("en", 1)), "1 byte");
    assert_eq!(format::number("not a language!", 1234.5, 1), "1234.5", "plain text where Intl refuses");
}

#[wasm_bindgen_test]
fn money_is_exact_to_the_last_minor_unit() {
    assert_eq!(format::money("en", 123_450, "EUR", 2), "€1,234.50");
    assert_eq!(format::money("en", 1234, "JPY", 0), "JP¥1,234");
    assert_eq!(format::money("zh-Hant", 123_450, "TWD", 2), "$1,234.50");
    assert_eq!(format::money("zh-Hans", 123_450, "TWD", 2), "NT$1,234.50");
    assert_eq!(plain(&format::money("en", i64::MAX, "EUR", 2)), "€92,233,720,368,547,758.07");
    assert_eq!(plain(&format::money("en", i64::MIN, "KWD", 3)), "-KWD 9,223,372,036,854,775.808");
    assert_eq!(format::money("en", -5, "???", 2), "??? -0.05", "plain text where Intl refuses");
    assert_eq!(format::money_short("en", 123_456_789, "EUR", 2), "€1.23M");
    assert_eq!(format::money_short("zh-Hant", 123_456_789, "EUR", 2), "€123萬");
    assert_eq!(format::money_short("en", 5, "EUR", 2), "€0.05");
}

#[wasm_bindgen_test]
fn days_are_written_so_that_no_one_can_misread_them() {
    let day = date("2024-02-03");
    assert_eq!(format::day("en", day), "3 Feb 2024");
    assert_eq!(format::day("zh-Hant", day), "2024年2月3日");
    assert_eq!(format::day_short("en", day), "3 Feb");
    assert_eq!(format::month("en", day), "February 2024");
    assert_eq!(format::month_short("zh-Hans", day), "2024年2月");
    assert_eq!(format::weekday("en", day), "Saturday");
    assert_eq!(format::weekday("zh-Hans", day), "星期六");
    assert_eq!(format::day_of_year("en", 2, 29), "29 February");
    assert_eq!(format::day_of_year("zh-Hant", 2, 29), "2月29日");
    assert_eq!(format::day_of_year("en", 13, 1), "13-1");
    assert_eq!(format::day("en", date("0099-12-31")), "31 Dec 99", "not 1999");
    assert!(!format::day("en", NaiveDate::MAX).is_empty());
}

#[wasm_bindgen_test]
fn an_instant_is_written_by_the_clock_of_its_zone() {
    let instant = 1_706_969_100_000;
    assert!(format::instant("en", instant, "UTC").starts_with("3 Feb 2024"));
    assert_ne!(format::instant("en", instant, "UTC"), format::instant("en", instant, "Asia/Taipei"));
    assert!(format::instant("en", instant, "Nowhere/At_All").ends_with(" UTC"));
    assert_eq!(format::instant("en", u64::MAX, "UTC"), format!("{} ms", u64::MAX));
}

#[wasm_bindgen_test]
fn time_past_is_told_in_words() {
    assert_eq!(format::ago("en", 0), "today");
    assert_eq!(format::ago("en", 1), "yesterday");
    assert_eq!(format::ago("en", -1), "tomorrow");
    assert_eq!(format::ago("en", 21), "3 weeks ago");
    assert_eq!(format::ago("en", -5), "in 5 days");
    assert_eq!(plain(&format::ago("zh-Hant", 90)), "3 個月前");
    assert!(!format::ago("en", i64::MIN).is_empty());
}

#[wasm_bindgen_test]
fn things_are_joined_as_the_language_does() {
    let things = ["a", "b", "c"].map(String::from);
    assert_eq!(format::list("en", &things), "a, b and c");
    assert_eq!(format::list("zh-Hans", &things), "a、b和c");
    assert_eq!(format::list("en", &[]), "");
}

#[wasm_bindgen_test]
fn a_number_is_read_by_the_marks_of_its_language() {
    for locale in ["en", "zh-Hant", "zh-Hans"] {
        assert_eq!(format::parse_number(locale, "-1,234.50").as_deref(), Some("-1234.50"));
        assert_eq!(format::parse_number(locale, "１２，３４５").as_deref(), Some("12345"));
        assert_eq!(format::parse_number(locale, "12,5"), None);
    }
    assert_eq!(format::parse_number("de", "1.234,5").as_deref(), Some("1234.5"));
    assert_eq!(format::parse_number("fr", "1 234,5").as_deref(), Some("1234.5"));
    assert_eq!(format::parse_number("de-CH", "1’234.5").as_deref(), Some("1234.5"));
    assert_eq!(format::parse_number("es", "12.345,5").as_deref(), Some("12345.5"));
}

#[wasm_bindgen_test]
fn what_a_language_writes_it_reads() {
    for locale in ["en", "zh-Hant", "zh-Hans", "de", "fr", "de-CH", "es", "pl", "pt-PT", "sv"] {
        for number in ["0", "-1", "1234.5", "1234567.25", "-922337203685477.5807"] {
            let written = format::decimal_text(locale, number);
            assert_eq!(format::parse_number(locale, &written).as_deref(), Some(number), "{locale}: {written}");
        }
    }
}

#[wasm_bindgen_test]
fn names_are_ordered_by_strokes_or_by_pinyin_and_numbers_by_value() {
    let names = ["李", "王", "阿", "Item 10", "Item 9"];
    let sorted = |locale: &str| -> Vec<&str> {
        format::collator(locale).order(&names).iter().map(|index| names[*index as usize]).collect()
    };
    assert_eq!(sorted("zh-Hant"), ["王", "李", "阿", "Item 9", "Item 10"]);
    assert_eq!(sorted("zh-Hans"), ["阿", "李", "王", "Item 9", "Item 10"]);
    assert_eq!(sorted("en")[..2], ["Item 9", "Item 10"]);
    assert_eq!(format::collator("en").compare("a", "B"), Ordering::Less);
}

#[wasm_bindgen_test]
fn ordering_all_at_once_agrees_with_comparing_in_pairs() {
    let names =
        ["b", "", "é", "e\u{301}", "e", "B", "b", "a\u{1f}", "\u{0}", " x", "🙂", "王", "É", "", "co-op", "coop"];
    for locale in ["en", "zh-Hant", "zh-Hans", "not a language!"] {
        let collator = format::collator(locale);
        let ranks = collator.ranks(&names);
        for (one, a) in names.iter().enumerate() {
            for (other, b) in names.iter().enumerate() {
                assert_eq!(ranks[one].cmp(&ranks[other]), collator.compare(a, b), "{locale}: {a:?} and {b:?}");
            }
        }
        let order = collator.order(&names);
        assert!(order.is_sorted_by_key(|index| (ranks[*index as usize], *index)));
        assert_eq!(order.len(), names.len());
    }
    assert!(format::collator("en").order::<&str>(&[]).is_empty());
}

async fn bytes_of(blob: &web_sys::Blob) -> Vec<u8> {
    Uint8Array::new(&blob.array_buffer().await.unwrap()).to_vec()
}

fn source(content: &[u8]) -> files::Source {
    let parts = Array::of1(&Uint8Array::from(content));
    let options = web_sys::FilePropertyBag::new();
    options.set_type("text/csv");
    web_sys::File::new_with_u8_array_sequence_and_options(&parts, "customers.csv", &options).unwrap().into()
}

#[wasm_bindgen_test]
async fn a_blob_holds_all_chunks_in_order() {
    let mut builder = files::Builder::new("application/json");
    let mut expected = Vec::new();
    for chunk in 0..7_u8 {
        // The chunks cross the size at which they are handed over, and one is empty.
        let bytes = vec![chunk; if chunk == 3 { 0 } else { 1_500_000 }];
        builder.push(&bytes);
        expected.extend(bytes);
    }
    assert_eq!(builder.size(), expected.len() as u64);
    let blob = builder.finish().unwrap();
    assert_eq!(blob.size(), expected.len() as u64);
    assert_eq!(blob.as_ref().type_(), "application/json");
    assert!(bytes_of(blob.as_ref()).await == expected);
}

#[wasm_bindgen_test]
async fn a_download_has_its_name_and_all_bytes() {
    js("globalThis.__click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () { globalThis.__anchor = this };");
    assert!(files::save("book.json", "application/json", &[b"{\"a\":".to_vec(), b"1}".to_vec()]));
    js("HTMLAnchorElement.prototype.click = globalThis.__click;");
    assert_eq!(js("return __anchor.download").as_string().as_deref(), Some("book.json"));
    let text = js("return fetch(__anchor.href).then(answer => answer.text())").unchecked_into::<Promise>().await;
    assert_eq!(text.unwrap().as_string().as_deref(), Some("{\"a\":1}"));
}

#[wasm_bindgen_test]
async fn a_file_tells_of_itself_and_is_read_in_pieces() {
    let source = source(b"id,name\n1,Ada\n");
    assert_eq!((source.name().as_str(), source.size(), source.mime().as_str()), ("customers.csv", 14, "text/csv"));
    assert_eq!(source.read(3, 7).await.unwrap(), b"name");
    assert_eq!(source.read(8, 1000).await.unwrap(), b"1,Ada\n");
    assert_eq!(source.read(1000, 2000).await.unwrap(), b"");
}

#[wasm_bindgen_test]
async fn a_large_file_is_read_whole_with_progress_or_called_off() {
    let content: Vec<u8> = (0..9_000_000_u32).map(|number| number as u8).collect();
    let source = source(&content);
    let mut steps = Vec::new();
    let read = source.read_all(|done, all| steps.push((done, all)), || false).await.unwrap();
    assert!(read == content);
    assert!(steps.len() > 1 && steps.is_sorted() && steps.last() == Some(&(9_000_000, 9_000_000)));

    let pieces = Rc::new(Cell::new(0));
    let read = source.read_all(|_, _| pieces.set(pieces.get() + 1), || pieces.get() == 1).await;
    assert_eq!(read, Err(files::ReadError::Cancelled));
    assert_eq!(pieces.get(), 1);
}

#[wasm_bindgen_test]
async fn the_address_tells_when_it_changes_but_not_when_it_is_replaced() {
    let (heard, note) = notes();
    let guard = address::on_hash_change(note);
    address::set_hash("#/customers?q=a b");
    until(&heard, 1).await;
    assert_eq!(address::hash(), heard.borrow()[0]);
    assert!(address::hash().starts_with("#/customers?q=a"));
    assert!(address::replace_hash("#/abc"));
    assert_eq!(address::hash(), "#/abc");
    pause::sleep(50).await;
    assert_eq!(heard.borrow().len(), 1);
    drop(guard);
    address::set_hash("#/data");
    pause::sleep(50).await;
    assert_eq!(heard.borrow().len(), 1, "a dropped guard hears nothing");
}

#[wasm_bindgen_test]
fn the_document_says_its_theme_language_and_title() {
    media::set_theme(Some("dark"));
    media::set_language("zh-Hant");
    media::set_title("知客");
    assert_eq!(js("return document.documentElement.dataset.theme").as_string().as_deref(), Some("dark"));
    assert_eq!(js("return document.documentElement.lang + document.title").as_string().as_deref(), Some("zh-Hant知客"));
    media::set_theme(None);
    assert!(js("return document.documentElement.dataset.theme").is_undefined());
    assert!(media::matches("(min-width: 1px)"));
    assert!(!media::matches("(min-width: 1000000px)"));
    assert!(!media::matches("no query at all"));
    drop(media::on_change("(prefers-color-scheme: dark)", |_| ()));
}

#[wasm_bindgen_test]
async fn the_storage_tells_of_itself() {
    let (usage, quota) = storage_health::estimate().await.unwrap();
    assert!(quota > usage);
    assert!(storage_health::persisted().await.is_some());
    assert!(storage_health::persist().await.is_some());
}

#[wasm_bindgen_test]
fn leaving_is_heard_and_held_up_only_while_something_is_unsaved() {
    let (hidden, shown) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    let count = |cell: &Rc<Cell<i32>>| {
        let cell = Rc::clone(cell);
        move || cell.set(cell.get() + 1)
    };
    let guard = leaving::on_hide(count(&hidden)).and(leaving::on_show(count(&shown)));
    let turn = |state: &str| {
        js(&format!(
            "Object.defineProperty(document, 'visibilityState', {{ value: '{state}', configurable: true }});
             document.dispatchEvent(new Event('visibilitychange'));"
        ));
    };
    turn("hidden");
    assert_eq!((hidden.get(), shown.get()), (1, 0));
    turn("visible");
    assert_eq!((hidden.get(), shown.get()), (1, 1));
    js("delete document.visibilityState; window.dispatchEvent(new Event('pagehide'))");
    assert_eq!((hidden.get(), shown.get()), (2, 1));
    drop(guard);
    js("window.dispatchEvent(new Event('pagehide'))");
    assert_eq!(hidden.get(), 2);

    let unsaved = Rc::new(Cell::new(true));
    let _guard = leaving::guard_unload({
        let unsaved = Rc::clone(&unsaved);
        move || unsaved.get()
    });
    let asks = || {
        js("const leave = document.createEvent('BeforeUnloadEvent'); leave.initEvent('beforeunload', false, true);
            return !window.dispatchEvent(leave)")
        .is_truthy()
    };
    assert!(asks());
    unsaved.set(false);
    assert!(!asks());
}

#[wasm_bindgen_test]
fn a_key_is_a_command_or_goes_into_a_field() {
    js("document.body.insertAdjacentHTML('beforeend', `<div id=keys><input id=text><input id=box type=checkbox>
        <textarea id=area></textarea><div contenteditable=true><b id=rich>x</b></div><button id=button>b</button></div>`)");
    let (heard, mut note) = notes();
    let guard = keys::on_key(move |event| note((event.key(), keys::is_typing(event), keys::has_command(event))));
    let press = |id: &str, options: &str| {
        js(&format!(
            "document.getElementById('{id}').dispatchEvent(new KeyboardEvent('keydown', {{ bubbles: true, {options} }}))"
        ));
        heard.borrow_mut().pop().unwrap()
    };
    assert_eq!(press("text", "key: 'k'"), ("k".into(), true, false));
    assert_eq!(press("area", "key: 'z', ctrlKey: true"), ("z".into(), true, true));
    assert_eq!(press("rich", "key: 'k'"), ("k".into(), true, false));
    assert_eq!(press("box", "key: 'k', metaKey: true"), ("k".into(), false, true));
    assert_eq!(press("button", "key: 'k'"), ("k".into(), false, false));
    assert_eq!(press("button", "key: '王', isComposing: true"), ("王".into(), true, false));
    let alt_gr = press("text", "key: '@', ctrlKey: true, altKey: true, modifierAltGraph: true");
    assert_eq!(alt_gr, ("@".into(), true, false));
    drop(guard);
    js("document.getElementById('keys').remove()");
}

#[wasm_bindgen_test]
fn the_focus_goes_where_it_is_sent() {
    js("document.body.insertAdjacentHTML('beforeend', '<main id=page><input id=field value=abc></main>')");
    let active = || js("return document.activeElement.id").as_string();
    assert!(focus::focus("field"));
    assert_eq!(active().as_deref(), Some("field"));
    focus::focus_main();
    assert_eq!(active().as_deref(), Some("page"));
    assert!(focus::select_all("field"));
    assert_eq!(active().as_deref(), Some("field"));
    assert_eq!(js("const f = document.activeElement; return f.selectionEnd - f.selectionStart").as_f64(), Some(3.0));
    assert!(!focus::focus("nowhere") && !focus::select_all("nowhere") && !focus::select_all("page"));
    js("document.getElementById('page').remove()");
}

#[wasm_bindgen_test]
fn the_browser_tells_its_languages() {
    assert!(!language::preferred().is_empty());
}

fn worker_of(script: &str) -> Worker {
    let parts = Array::of1(&JsValue::from_str(script));
    let blob = web_sys::Blob::new_with_str_sequence(&parts).unwrap();
    Worker::start(&web_sys::Url::create_object_url_with_blob(&blob).unwrap(), Script::Classic).unwrap()
}

#[wasm_bindgen_test]
async fn columns_of_numbers_move_to_a_worker_and_back() {
    let mut worker = worker_of("onmessage = event => postMessage(event.data, event.data.map(column => column.buffer))");
    let (heard, note) = notes();
    worker.on_message(note);
    let transfer = Array::new();
    let message = Array::new();
    message.push(&u8::give(&[0, 255], &transfer));
    message.push(&u32::give(&[0, u32::MAX], &transfer));
    message.push(&i32::give(&[i32::MIN, i32::MAX], &transfer));
    message.push(&i64::give(&[i64::MIN, i64::MAX], &transfer));
    message.push(&f64::give(&[-0.5, f64::MAX], &transfer));
    worker.post(&message, &transfer).unwrap();
    assert_eq!(message.get(1).unchecked_into::<Uint32Array>().length(), 0, "moved, not copied");
    assert!(worker.post(&message, &transfer).is_err(), "moved before");

    until(&heard, 1).await;
    let answer: Array = heard.borrow()[0].clone().unchecked_into();
    assert_eq!(u8::take(&answer.get(0)), Some(vec![0, 255]));
    assert_eq!(u32::take(&answer.get(1)), Some(vec![0, u32::MAX]));
    assert_eq!(i32::take(&answer.get(2)), Some(vec![i32::MIN, i32::MAX]));
    assert_eq!(i64::take(&answer.get(3)), Some(vec![i64::MIN, i64::MAX]));
    assert_eq!(f64::take(&answer.get(4)), Some(vec![-0.5, f64::MAX]));
    assert_eq!(u32::take(&answer.get(4)), None, "another kind of numbers");
}

#[wasm_bindgen_test]
async fn a_worker_that_fails_or_is_not_there_is_heard_of() {
    let mut failing = worker_of("throw new Error('out of order')");
    let (heard, note) = notes();
    failing.on_error(note);
    until(&heard, 1).await;
    assert!(heard.borrow()[0].contains("out of order"));

    let mut missing = Worker::start("no-such-worker.js", Script::Module).unwrap();
    let (heard, note) = notes();
    missing.on_error(note);
    until(&heard, 1).await;
    assert!(!heard.borrow()[0].is_empty());
}

#[wasm_bindgen_test]
async fn a_dropped_worker_is_silent() {
    let mut worker = worker_of("setInterval(() => postMessage(1), 5)");
    let (heard, note) = notes();
    worker.on_message(note);
    until(&heard, 1).await;
    drop(worker);
    let until_now = heard.borrow().len();
    pause::sleep(60).await;
    assert_eq!(heard.borrow().len(), until_now);
}

#[wasm_bindgen_test]
async fn what_no_one_caught_is_heard() {
    let (heard, note) = notes();
    let guard = errors::on_unhandled(note);
    // Events made by hand: real ones would end the test itself.
    js("const reason = new TypeError('no such thing');
        window.dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason }));
        window.dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: 'a word' }));
        window.dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop limit exceeded' }));
        window.dispatchEvent(new ErrorEvent('error', { message: 'thrown' }));");
    assert_eq!(*heard.borrow(), ["TypeError: no such thing", "a word", "thrown"]);
    drop(guard);
}

#[wasm_bindgen_test]
fn a_panic_is_told_and_a_sentence_shown() {
    js("document.body.insertAdjacentHTML('beforeend', '<p id=crash hidden>Something went wrong.</p>')");
    let told = Rc::new(RefCell::new(String::new()));
    errors::on_panic({
        let told = Rc::clone(&told);
        move |message| {
            *told.borrow_mut() = message.to_owned();
            assert!(errors::reveal("crash"));
        }
    });
    let panicking = Closure::<dyn FnMut()>::new(|| panic!("on purpose"));
    // JavaScript sees the panic as an exception, which ends here.
    assert!(panicking.as_ref().unchecked_ref::<Function>().call0(&JsValue::UNDEFINED).is_err());
    assert!(told.borrow().contains("on purpose") && told.borrow().contains("web_platform.rs"), "{}", told.borrow());
    assert!(js("return document.getElementById('crash').hidden").is_falsy());
    js("document.getElementById('crash').remove()");
}

#[wasm_bindgen_test]
fn the_browser_and_the_tables_agree_on_normal_forms() {
    use kith::unicode::{browser, tables};
    let texts = [
        "Cafe\u{301} Ångström ﬁ Ⅳ ½ ＡＢＣ１２３，（株）",
        "客戶 ｶﾞ ガ 가 각 각",
        "Ελένη Привет Việt Nam İstanbul ſ",
        "می\u{200C}خواهم हिन्दी 👩\u{200D}💻 é\u{323}",
        "",
    ];
    for text in texts {
        assert_eq!(browser::composed(text.into()), tables::composed(text.into()), "{text}");
        assert_eq!(browser::compatible(text), tables::compatible(text), "{text}");
        assert_eq!(browser::bare(text), tables::bare(text), "{text}");
    }
}
