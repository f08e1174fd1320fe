//! The search box: words are searched at every keystroke, and a filter that was typed to its end becomes a chip.

use leptos::prelude::*;

use crate::{
    analysis::{
        fold::fold,
        listing::{
            catalogue::Catalogue,
            field::{Choices, Field},
            filter::{Filter, Operand},
            syntax::{self, Term},
        },
    },
    i18n::{Locale, t_string, use_i18n},
    ui::{
        commands::{Command, Commands},
        components::SearchBox,
        listing::Listing,
        words,
    },
};

/// Takes the filters out that are typed to their end; the last one is, when `all` says so or a blank stands behind it.
fn lift(locale: Locale, catalogue: &Catalogue, text: &str, all: bool) -> (Vec<Filter>, String) {
    let key = |name: &str| words::field_key(locale, catalogue, name);
    let mut terms = syntax::terms(text, key);
    let ended = all || text.ends_with(char::is_whitespace);
    let open = if ended { None } else { terms.pop() };
    let mut filters = Vec::new();
    let mut rest = Vec::new();
    for term in terms {
        match term {
            Term::Filter(filter) => filters.push(in_keys(locale, catalogue, filter)),
            Term::Word(word) => rest.push(word),
        }
    }
    if filters.is_empty() {
        return (filters, text.to_owned());
    }
    if let Some(open) = open {
        // As it was typed: it goes on being typed.
        let typed = match open {
            Term::Word(word) => word,
            Term::Filter(_) => text.rsplit(char::is_whitespace).next().unwrap_or_default().to_owned(),
        };
        rest.push(typed);
    }
    let mut rest = rest.join(" ");
    if ended && !all && !rest.is_empty() {
        rest.push(' ');
    }
    (filters, rest)
}

/// Words of the language for choices become their keys.
fn in_keys(locale: Locale, catalogue: &Catalogue, filter: Filter) -> Filter {
    let Some(field) = catalogue.get(&filter.key) else { return filter };
    let operands = filter.operands.into_iter().map(|operand| match operand {
        Operand::Value(text) => Operand::Value(key_of(locale, field, &text).unwrap_or(text)),
        other => other,
    });
    Filter { operands: operands.collect(), ..filter }
}

fn key_of(locale: Locale, field: &Field, text: &str) -> Option<String> {
    let Choices::Fixed(keys) = field.choices else { return None };
    let typed = fold(text);
    let is_meant = |key: &&&str| fold(key) == typed || fold(&words::choice(locale, field, key)) == typed;
    keys.iter().find(is_meant).map(|key| (*key).to_owned())
}

/// The box.
#[component]
pub fn SearchLine(
    /// Of what.
    listing: Listing,
    /// What is searched.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let query = listing.query();
    let typed = move |text: &str, all: bool| {
        let (filters, words) =
            listing.catalogue().with_untracked(|catalogue| lift(i18n.get_locale_untracked(), catalogue, text, all));
        listing.change(|query| {
            query.words = words;
            query.filters.extend(filters);
        });
    };
    view! {
        <SearchBox
            label
            clear_label=Signal::derive(move || t_string!(i18n, listing.clear_words).to_string())
            value=Signal::derive(move || query.with(|query| query.asked.words.clone()))
            on_input=Callback::new(move |text: String| typed(&text, false))
            on_enter=Callback::new(move |()| {
                let words = query.with_untracked(|query| query.asked.words.clone());
                typed(&words, true);
                listing.place().scroll_to(0);
            })
            on_down=Callback::new(move |()| listing.place().scroll_to(0))
            keys=Commands::expect().aria_keys(Command::Search)
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{book::Book, record::Kind};

    fn lifted(text: &str, all: bool) -> (Vec<String>, String) {
        let catalogue = Catalogue::of(Kind::Party, &Book::default());
        let (filters, rest) = lift(Locale::en, &catalogue, text, all);
        (filters.iter().map(Filter::to_string).collect(), rest)
    }

    #[test]
    fn a_filter_becomes_a_chip_when_it_is_typed_to_its_end() {
        assert_eq!(lifted("tea class:a", false), (vec![], "tea class:a".into()));
        assert_eq!(lifted("tea class:a ", false), (vec!["class:a".into()], "tea ".into()));
        assert_eq!(lifted("tea class:a", true), (vec!["class:a".into()], "tea".into()));
        assert_eq!(lifted("class:a last<3", false), (vec!["class:a".into()], "last<3".into()));
        assert_eq!(lifted("tag:\"big fi", false), (vec![], "tag:\"big fi".into()));
        assert_eq!(lifted("-tea \"a b\"", true), (vec![], "-tea \"a b\"".into()));
    }

    #[test]
    fn fields_and_choices_can_be_typed_in_the_words_of_the_screen() {
        assert_eq!(lifted("Segment:champions ABCclass:A ", false).0, ["segment:champions", "class:a"]);
        assert_eq!(lifted("segment:\"At risk\" ", false).0, ["segment:at-risk"]);
    }
}
