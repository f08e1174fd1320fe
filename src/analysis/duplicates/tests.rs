use proptest::prelude::*;

use super::*;

fn named(name: &str) -> Traits {
    Traits::new(name, [], [], "")
}

fn reasons(a: &Traits, b: &Traits) -> Vec<Reason> {
    compare(a, b).map(|likeness| likeness.reasons).unwrap_or_default()
}

#[test]
fn a_name_is_the_same_in_any_order_case_and_with_or_without_the_form_of_a_firm() {
    for (a, b) in [
        ("Ada Lovelace", "LOVELACE, Ada"),
        ("José Müller", "jose muller"),
        ("Ada K. Lovelace", "Ada Lovelace"),
        ("Acme GmbH", "ACME"),
        ("台積電股份有限公司", "台積電"),
        ("王小明", "王小明"),
    ] {
        assert_eq!(reasons(&named(a), &named(b)), [Reason::SameName], "{a} / {b}");
    }
}

#[test]
fn a_slip_is_forgiven_and_another_name_is_not() {
    for (a, b) in [("Ada Lovelace", "Ada Lovelcae"), ("Jon Smith", "John Smith"), ("Meier", "Maier")] {
        assert_eq!(reasons(&named(a), &named(b)), [Reason::SimilarName], "{a} / {b}");
    }
    for (a, b) in [("Ada", "Ida"), ("王小明", "王小華"), ("Ada Lovelace", "Ada Byron"), ("", "")] {
        assert_eq!(reasons(&named(a), &named(b)), [], "{a} / {b}");
    }
}

#[test]
fn a_phone_number_is_the_same_however_it_is_written() {
    let phone = |text| Traits::new("", [], [text], "");
    for (a, b) in [
        ("+886 2 1234 5678", "(02) 1234-5678"),
        ("0049 (0)30 123456", "+49 30 123456"),
        ("０９１２ ３４５ ６７８", "0912345678"),
    ] {
        assert_eq!(reasons(&phone(a), &phone(b)), [Reason::Phone], "{a} / {b}");
    }
    assert_eq!(reasons(&phone("12345"), &phone("9912345")), [], "an extension is no number");
    assert_eq!(reasons(&phone("110"), &phone("110")), []);
}

#[test]
fn several_reasons_make_surer_than_one() {
    let a = Traits::new("Ada Lovelace", ["Ada@Example.com"], [], "C-1");
    let b = Traits::new("Ada Lovelace", ["ada@example.com"], [], "c-1");
    let likeness = compare(&a, &b).unwrap();
    assert_eq!(likeness.reasons, [Reason::Reference, Reason::Email, Reason::SameName]);
    assert!(likeness.score > 95 && likeness.score <= 100);
}

#[test]
fn very_many_of_one_name_are_found_in_part_and_never_compared_all_with_all() {
    let everybody = 20_000;
    let mut index = Index::default();
    (0..everybody).for_each(|number| index.add(number, &named("Ada Lovelace")));
    let found = index.find(&named("Ada Lovelace"), Some(0), 5, |_| Some(named("Ada Lovelace")));
    assert_eq!(found.iter().map(|found| found.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    let pairs: usize = (0..Index::STEPS).map(|step| index.pairs(step, |_| Some(named("Ada Lovelace"))).len()).sum();
    assert!(pairs >= everybody as usize - 1 && pairs < 10 * everybody as usize, "{pairs}");
}

fn name() -> impl Strategy<Value = String> {
    let word = prop_oneof![3 => "[a-z]{2,8}", 1 => "[小明王李華美]{2,3}", 1 => "[äéñ]{1,3}[a-z]{3}"];
    prop::collection::vec(word, 1..4).prop_map(|words| words.join(" "))
}

fn somebody() -> impl Strategy<Value = Traits> {
    let email = prop::collection::vec("[ab]{1,2}@[xy]\\.co", 0..2);
    let phone = prop::collection::vec("\\+?[0-9]{5,11}", 0..2);
    (name(), email, phone, "[12]{0,2}").prop_map(|(name, emails, phones, reference)| {
        Traits::new(&name, emails.iter().map(String::as_str), phones.iter().map(String::as_str), &reference)
    })
}

proptest! {
    #[test]
    fn being_alike_is_mutual(a in somebody(), b in somebody()) {
        prop_assert_eq!(compare(&a, &b), compare(&b, &a));
    }

    #[test]
    fn everybody_with_anything_to_compare_is_like_themselves(a in somebody()) {
        prop_assert_eq!(compare(&a, &a).is_some(), !a.is_empty());
    }

    #[test]
    fn whoever_shares_a_trait_is_found_and_nobody_who_is_not_alike(all in prop::collection::vec(somebody(), 1..20)) {
        let mut index = Index::default();
        all.iter().enumerate().for_each(|(number, traits)| index.add(number as u32, traits));
        let of = |number: u32| all.get(number as usize).cloned();
        let mut pairs = Vec::new();
        for step in 0..Index::STEPS {
            pairs.extend(index.pairs(step, of).into_iter().map(|pair| pair.numbers));
        }
        for (a, one) in all.iter().enumerate() {
            let found = index.find(one, Some(a as u32), usize::MAX, of);
            for (b, other) in all.iter().enumerate().filter(|(b, _)| *b != a) {
                let alike = compare(one, other);
                let is_found = found.iter().any(|found| found.number == b as u32);
                let is_sure = alike.as_ref().is_some_and(|alike| alike.reasons != [Reason::SimilarName]);
                prop_assert!(!is_sure || is_found, "{:?} / {:?}", one, other);
                prop_assert!(alike.is_some() || !is_found);
                let pair = (a.min(b) as u32, a.max(b) as u32);
                prop_assert!(!is_sure || pairs.contains(&pair));
            }
        }
    }

    #[test]
    fn a_slip_in_one_word_of_two_is_found(one in "[a-z]{4,8}", other in "[a-z]{4,8}", at in 0_usize..8) {
        let mut letters: Vec<char> = other.chars().collect();
        let at = at % (letters.len() - 1);
        letters.swap(at, at + 1);
        let slipped: String = letters.into_iter().collect();
        let mut index = Index::default();
        index.add(7, &named(&format!("{one} {other}")));
        let found = index.find(&named(&format!("{slipped} {one}")), None, 5, |_| Some(named(&format!("{one} {other}"))));
        // Where the slip changes the order of the words, the names are not alike letter by letter.
        let is_alike = compare(&named(&format!("{slipped} {one}")), &named(&format!("{one} {other}"))).is_some();
        prop_assert_eq!(found.len(), usize::from(is_alike));
    }
}
