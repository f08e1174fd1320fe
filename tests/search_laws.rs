//! What a search promises, whatever is written and whatever is typed.
#![allow(clippy::unwrap_used, reason = "a test may panic; clippy knows only those of the standard harness")]

use kith::analysis::search::{Engine, Query, Texts, TextsBuilder, fold};
use proptest::{prelude::*, sample::Index};

/// Slots of a page here: few, so that a handful of records fill several.
const PAGE: usize = 3;
const KIND: u8 = 1;

/// A record: its names, its short fields, its long text.
type Record = (Vec<String>, Vec<String>, String);

fn texts(records: &[Record]) -> Texts {
    let mut texts = TextsBuilder::default();
    for (names, fields, prose) in records {
        names.iter().for_each(|name| texts.field(name));
        texts.end_part();
        fields.iter().for_each(|field| texts.field(field));
        texts.end_part();
        texts.field(prose);
        texts.end_part();
    }
    texts.finish()
}

fn engine(records: &[Record]) -> Engine {
    let mut engine = Engine::new(PAGE);
    for (page, records) in records.chunks(PAGE).enumerate() {
        engine.put(KIND, page.try_into().unwrap(), &texts(records));
    }
    engine
}

fn names(names: &[&str]) -> Vec<Record> {
    names.iter().map(|name| (vec![(*name).to_owned()], Vec::new(), String::new())).collect()
}

fn find(engine: &mut Engine, typed: &str) -> Vec<u32> {
    engine.find(KIND, &Query::parse(typed))
}

fn sorted(mut slots: Vec<u32>) -> Vec<u32> {
    slots.sort_unstable();
    slots
}

/// Letters that fold, letters that do not, Chinese, and blanks: few, so that things are found.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[abAB áß王張张小明·,. -]{0,12}", any::<String>(), "[a-c]{0,4}( [a-c]{1,4}){0,4}",]
}

fn records() -> impl Strategy<Value = Vec<Record>> {
    let fields = || proptest::collection::vec(text(), 0..3);
    proptest::collection::vec((fields(), fields(), text()), 0..12)
}

fn fields((names, fields, prose): &Record) -> impl Iterator<Item = &String> {
    names.iter().chain(fields).chain([prose])
}

fn part(text: &str, from: Index, to: Index) -> &str {
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let (from, to) = (from.get(&bounds), to.get(&bounds));
    &text[*from.min(to)..*from.max(to)]
}

proptest! {
    #[test]
    fn every_part_of_every_text_is_found(records in records(), from in any::<Index>(), to in any::<Index>()) {
        let mut engine = engine(&records);
        for (slot, record) in (0..).zip(&records) {
            for field in fields(record) {
                let part = part(field, from, to);
                let folded = fold(part);
                // In quotes everything is taken as it is, but for the quotes themselves.
                if !folded.contains('"') && !folded.trim().is_empty() {
                    prop_assert!(find(&mut engine, &format!("\"{part}\"")).contains(&slot), "{part:?} of {field:?}");
                }
                // As words; a minus and a quote at the beginning of one mean something.
                if !folded.split(' ').any(|word| word.starts_with(['-', '"'])) && !folded.trim().is_empty() {
                    prop_assert!(find(&mut engine, part).contains(&slot), "{part:?} of {field:?}");
                }
            }
        }
    }

    #[test]
    fn what_stands_nowhere_is_not_found(records in records(), typed in text()) {
        let mut engine = engine(&records);
        let typed = fold(&typed).replace('"', "");
        let typed = typed.trim();
        if !typed.is_empty() {
            let there = (0..).zip(&records).filter(|(_, record)| fields(record).any(|field| fold(field).contains(typed)));
            let there: Vec<u32> = there.map(|(slot, _)| slot).collect();
            prop_assert_eq!(sorted(find(&mut engine, &format!("\"{typed}\""))), there);
        }
    }

    #[test]
    fn the_order_of_words_never_matters(records in records(), mut words in proptest::collection::vec("-?[a-c王张]{1,3}", 1..5)) {
        let mut engine = engine(&records);
        let forwards = find(&mut engine, &words.join(" "));
        words.reverse();
        prop_assert_eq!(find(&mut engine, &words.join(" ")), forwards);
    }

    #[test]
    fn typing_letter_by_letter_finds_the_same_as_asking_at_once(records in records(), typed in text()) {
        let mut typing = engine(&records);
        for (end, _) in typed.char_indices().chain([(typed.len(), ' ')]) {
            prop_assert_eq!(find(&mut typing, &typed[..end]), find(&mut engine(&records), &typed[..end]));
        }
    }

    #[test]
    fn a_word_and_its_exclusion_share_everybody(records in records(), word in "\"[a-c王张]{1,2}\"") {
        let mut engine = engine(&records);
        let all = (0..).zip(&records).filter(|(_, record)| fields(record).any(|field| !fold(field).is_empty()));
        let mut both = find(&mut engine, &word);
        both.extend(find(&mut engine, &format!("-{word}")));
        prop_assert_eq!(sorted(both), all.map(|(slot, _)| slot).collect::<Vec<u32>>());
    }

    #[test]
    fn a_page_that_changed_is_searched_as_it_is_now(records in records(), later in records(), page in any::<Index>(), typed in text()) {
        let pages = records.len().div_ceil(PAGE);
        if pages > 0 {
            let (page, mut engine) = (page.index(pages), engine(&records));
            find(&mut engine, &typed);
            let range = page * PAGE..records.len().min((page + 1) * PAGE);
            let mut records = records.clone();
            records.splice(range.clone(), later.into_iter().chain(std::iter::repeat_with(Record::default)).take(range.len()));
            engine.put(KIND, page.try_into().unwrap(), &texts(&records[range]));
            prop_assert_eq!(find(&mut engine, &typed), find(&mut self::engine(&records), &typed));
        }
    }

    #[test]
    fn a_guess_is_never_what_was_found(records in records(), typed in "[a-c]{4,8}( [a-c]{1,5})?") {
        let mut engine = engine(&records);
        let found = find(&mut engine, &typed);
        let guessed = engine.guess(KIND, &Query::parse(&typed));
        prop_assert!(guessed.iter().all(|slot| !found.contains(slot)));
        let mut once = guessed.clone();
        once.sort_unstable();
        once.dedup();
        prop_assert_eq!(once.len(), guessed.len());
    }

    #[test]
    fn whatever_is_typed_is_answered(records in records(), typed in any::<String>()) {
        let mut engine = engine(&records);
        let query = Query::parse(&typed);
        engine.find(KIND, &query);
        engine.guess(KIND, &query);
    }
}

#[test]
fn names_that_begin_with_it_come_first_then_words_then_the_rest() {
    let mut records = names(&["Bada", "Xada", "Lady Ada", "Ada B", "阿达", "Ada"]);
    records.push((vec!["Z".to_owned()], vec!["ada@x.de".to_owned()], String::new()));
    records.push((vec!["Y".to_owned()], Vec::new(), "the ada".to_owned()));
    assert_eq!(find(&mut engine(&records), "ada"), [5, 3, 2, 4, 1, 0, 6, 7], "阿达 is read ada");
    assert_eq!(find(&mut engine(&records), "\"ada\""), [5, 3, 2, 1, 0, 6, 7]);
}

#[test]
fn among_equals_the_preferred_come_first_then_the_latest() {
    let mut engine = engine(&names(&["Ada 1", "Ada 2", "Ada 3", "Ada 4"]));
    assert_eq!(find(&mut engine, "ada"), [3, 2, 1, 0]);
    engine.prefer(KIND, vec![1, 99, 0]);
    assert_eq!(find(&mut engine, "ada"), [1, 0, 3, 2], "whoever is new is not in the order yet");
}

#[test]
fn chinese_is_found_by_characters_of_both_kinds_by_sounds_and_by_initials() {
    let mut engine = engine(&names(&["張偉國", "张伟国", "李小明", "長榮海運"]));
    for typed in ["張", "张", "偉國", "zhangweiguo", "zhwg", "zwg", "zhangwg", "張wg", "張偉國", "ZHANGW"] {
        assert_eq!(sorted(find(&mut engine, typed)), [0, 1], "{typed}");
    }
    assert_eq!(sorted(find(&mut engine, "z")), [0, 1, 3], "長 is read zhang as well");
    assert_eq!(find(&mut engine, "changrong"), [3]);
    assert_eq!(find(&mut engine, "xm"), [2]);
    assert!(find(&mut engine, "\"zwg\"").is_empty(), "quoted words are taken as they are written");
}

#[test]
fn slips_are_found_after_what_is_there() {
    let mut engine = engine(&names(&["Martin", "Marten", "Marion", "Mratin"]));
    let query = Query::parse("martin");
    assert_eq!(engine.find(KIND, &query), [0]);
    assert_eq!(engine.guess(KIND, &query), [3, 1]);
    assert_eq!(engine.guess(KIND, &Query::parse("\"martin\"")), [0; 0]);
    assert_eq!(engine.guess(KIND, &Query::parse("martin -mra")), [1]);
}

#[test]
fn nothing_is_found_in_nothing() {
    let mut engine = Engine::new(PAGE);
    for typed in ["", "x", "-x", "\"x y\"", "王", "zwg"] {
        assert!(find(&mut engine, typed).is_empty());
        assert!(engine.guess(KIND, &Query::parse(typed)).is_empty());
    }
}

#[test]
fn very_long_names_and_questions_and_crowds_of_one_name_are_searched() {
    let long = "是a".repeat(10_000);
    let mut records = names(&[&long, "x"]);
    records.extend((0..300).map(|_| (vec!["Wang 王小明".to_owned()], Vec::new(), String::new())));
    let mut engine = engine(&records);
    for typed in
        [long.clone(), "shia".repeat(25), "sa".repeat(40), "是".repeat(10_000), "a ".repeat(5_000), "x".repeat(10_000)]
    {
        find(&mut engine, &typed);
        engine.guess(KIND, &Query::parse(&typed));
    }
    assert_eq!(find(&mut engine, &long), [0]);
    assert_eq!(find(&mut engine, "wxm").len(), 300);
}

#[test]
fn other_scripts_and_signs_are_found() {
    let mut engine = engine(&names(&["محمد علي", "שלום", "👩‍🔬 Marie", "Ελένη", "한국어", "हिन्दी", "ﾊﾝｶｸ"]));
    for (slot, typed) in (0..).zip(["علي", "לום", "👩‍🔬", "ελενη", "한국", "हिन्", "ハン"])
    {
        assert_eq!(find(&mut engine, typed), [slot], "{typed}");
    }
}
