//! The form for a filter: a field, a comparison, values. The same as what can be typed.

use leptos::prelude::*;

use super::filter_draft::{Draft, Operator, Takes};
use crate::{
    analysis::listing::{
        check::Check,
        field::{Choices, Field as ListField, Form},
        filter::Filter,
        span,
    },
    i18n::{Locale, t_string, td_string, use_i18n},
    platform::clock,
    ui::{
        components::{
            Button, ButtonKind, Checkbox, Choice, DateInput, Dialog, DialogSize, Field, Select, TagInput, TextInput,
            TextKind,
        },
        listing::Listing,
        words,
    },
};

/// What is edited: the filter at a place, or a new one.
#[derive(Debug, Clone, PartialEq)]
pub struct Editing {
    /// Its place among the filters; `None` for a new one.
    pub place: Option<usize>,
    /// The filter as it is.
    pub filter: Filter,
}

impl Editing {
    /// A new filter on the first field.
    pub fn new(listing: Listing) -> Self {
        let key = listing.catalogue().with_untracked(|catalogue| {
            catalogue.fields().first().map(|field| field.key.to_string()).unwrap_or_default()
        });
        Self { place: None, filter: Filter::any(key, Vec::<String>::new()) }
    }
}

fn operator_word(locale: Locale, operator: Operator) -> &'static str {
    match operator {
        Operator::Contains => td_string!(locale, listing.rel_contains),
        Operator::ContainsNot => td_string!(locale, listing.rel_contains_not),
        Operator::Is => td_string!(locale, listing.rel_is),
        Operator::IsNot => td_string!(locale, listing.rel_is_not),
        Operator::Any => td_string!(locale, listing.rel_any),
        Operator::NoneOf => td_string!(locale, listing.rel_none_of),
        Operator::Less => td_string!(locale, listing.rel_less),
        Operator::More => td_string!(locale, listing.rel_more),
        Operator::Between => td_string!(locale, listing.rel_between),
        Operator::On => td_string!(locale, listing.rel_on),
        Operator::Before => td_string!(locale, listing.rel_before),
        Operator::After => td_string!(locale, listing.rel_after),
        Operator::Span => td_string!(locale, listing.rel_span),
        Operator::Last => td_string!(locale, listing.rel_last),
        Operator::Next => td_string!(locale, listing.rel_next),
        Operator::Older => td_string!(locale, listing.rel_older),
        Operator::Empty => td_string!(locale, listing.rel_empty),
        Operator::Filled => td_string!(locale, listing.rel_filled),
    }
}

/// The form, open while something is edited.
#[component]
pub fn FilterDialog(
    /// Of what.
    listing: Listing,
    /// What is edited.
    editing: RwSignal<Option<Editing>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let draft = RwSignal::new(None::<Draft>);
    let tried = RwSignal::new(false);
    let field_of = move |key: &str| listing.catalogue().with(|catalogue| catalogue.get(key).cloned());
    Effect::new(move |_| {
        tried.set(false);
        draft.set(editing.get().and_then(|editing| {
            let first = || listing.catalogue().with_untracked(|catalogue| catalogue.fields().first().cloned());
            let field = untrack(|| field_of(&editing.filter.key));
            match field {
                Some(field) if !editing.filter.operands.is_empty() => Some(Draft::of(&editing.filter, &field)),
                Some(field) => Some(Draft::new(&field)),
                // Its field is gone: another one may take its place.
                None => first().map(|field| Draft::new(&field)),
            }
        }));
    });
    let field = Memo::new_with_compare(
        move |_| draft.with(|draft| draft.as_ref().map(|draft| draft.key.clone())).and_then(|key| field_of(&key)),
        |before: Option<&Option<ListField>>, now| {
            let key = |field: Option<&Option<ListField>>| {
                field.and_then(|field| field.as_ref().map(|field| field.key.clone()))
            };
            key(before) != key(now)
        },
    );
    let filter = move || {
        let field = field.get()?;
        let filter = draft.with(|draft| draft.as_ref().and_then(|draft| draft.finish(&field)))?;
        Some((filter, field))
    };
    let error = Signal::derive(move || {
        if !tried.get() {
            return None;
        }
        match filter() {
            None => Some(t_string!(i18n, listing.value_needed).to_owned()),
            Some((filter, field)) => {
                let today = clock::today("UTC");
                Check::new(&filter, &field, today).err().map(|_| t_string!(i18n, listing.value_wrong).to_owned())
            }
        }
    });
    let submit = move |()| {
        tried.set(true);
        let Some((filter, _)) = untrack(filter) else { return };
        if untrack(|| error.get()).is_some() {
            return;
        }
        let place = editing.get_untracked().and_then(|editing| editing.place);
        editing.set(None);
        listing.change(|query| match place.and_then(|place| query.filters.get_mut(place)) {
            Some(known) => *known = filter,
            None => query.filters.push(filter),
        });
    };
    let edit = move |change: &dyn Fn(&mut Draft)| draft.update(|draft| draft.iter_mut().for_each(change));
    let fields = Signal::derive(move || {
        let locale = i18n.get_locale();
        let catalogue = listing.catalogue().get();
        catalogue
            .fields()
            .iter()
            .map(|field| Choice::new(field.key.to_string(), words::field_label(locale, field)))
            .collect::<Vec<_>>()
    });
    let choose_field = move |key: String| {
        if let Some(field) = untrack(|| field_of(&key)) {
            tried.set(false);
            draft.set(Some(Draft::new(&field)));
        }
    };
    let operators = Signal::derive(move || {
        let locale = i18n.get_locale();
        let all = field.with(|field| field.as_ref().map(Operator::of)).unwrap_or_default();
        all.iter().map(|one| Choice::new((*one as usize).to_string(), operator_word(locale, *one))).collect::<Vec<_>>()
    });
    let operator = Memo::new(move |_| draft.with(|draft| draft.as_ref().map(|draft| draft.operator)));
    let choose_operator = move |number: String| {
        if let Some(operator) = number.parse().ok().and_then(Operator::from_number) {
            edit(&|draft| draft.operator = operator);
        }
    };
    view! {
        <Dialog
            open=Signal::derive(move || editing.with(Option::is_some))
            on_close=Callback::new(move |()| editing.set(None))
            title=Signal::derive(move || t_string!(i18n, listing.filter_title).to_owned())
            close_label=Signal::derive(move || t_string!(i18n, common.close).to_owned())
            size=DialogSize::Small
            on_submit=Callback::new(submit)
            footer=move || {
                view! {
                    <Button
                        submit=true
                        kind=ButtonKind::Primary
                        label=Signal::derive(move || t_string!(i18n, listing.apply).to_owned())
                    />
                }
            }
        >
            <div class="list-form">
                <p class="list-note">{move || t_string!(i18n, listing.search_hint)}</p>
                <Field label=Signal::derive(move || t_string!(i18n, listing.filter_field).to_owned())>
                    <Select
                        options=fields
                        value=Signal::derive(move || draft.with(|draft| draft.as_ref().map(|draft| draft.key.clone())).unwrap_or_default())
                        on_change=Callback::new(choose_field)
                    />
                </Field>
                <Field label=Signal::derive(move || t_string!(i18n, listing.filter_relation).to_owned())>
                    <Select
                        options=operators
                        value=Signal::derive(move || operator.get().map(|one| (one as usize).to_string()).unwrap_or_default())
                        on_change=Callback::new(choose_operator)
                    />
                </Field>
                {move || {
                    let (Some(field), Some(operator)) = (field.get(), operator.get()) else { return ().into_any() };
                    match operator.takes() {
                        Takes::Nothing => ().into_any(),
                        Takes::Several => several(listing, field, draft, error).into_any(),
                        Takes::Span => period(draft).into_any(),
                        Takes::Days => one(draft, error, Input::Days, false).into_any(),
                        Takes::One => one(draft, error, input_of(&field), false).into_any(),
                        Takes::Two => {
                            let input = input_of(&field);
                            view! {
                                {one(draft, error, input, false)}
                                {one(draft, Signal::stored(None), input, true)}
                            }
                            .into_any()
                        }
                    }
                }}
            </div>
        </Dialog>
    }
}

/// What an input takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Input {
    Text,
    Number,
    Money,
    Day,
    Days,
}

fn input_of(field: &ListField) -> Input {
    match field.form {
        Form::Number => Input::Number,
        Form::Money => Input::Money,
        Form::Day => Input::Day,
        Form::Text | Form::Choice | Form::Tags | Form::YesNo => Input::Text,
    }
}

/// One value, or an end of two.
fn one(draft: RwSignal<Option<Draft>>, error: Signal<Option<String>>, input: Input, is_second: bool) -> impl IntoView {
    let i18n = use_i18n();
    let two = draft.with_untracked(|draft| draft.as_ref().is_some_and(|draft| draft.operator == Operator::Between));
    let value = Signal::derive(move || {
        draft.with(|draft| {
            let text = |draft: &Draft| if is_second { draft.second.clone() } else { draft.first.clone() };
            draft.as_ref().map(text).unwrap_or_default()
        })
    });
    let change = Callback::new(move |text: String| {
        draft.update(|draft| {
            if let Some(draft) = draft {
                *(if is_second { &mut draft.second } else { &mut draft.first }) = text;
            }
        });
    });
    let label = Signal::derive(move || match (two, is_second, input) {
        (true, false, _) => t_string!(i18n, listing.filter_from).to_owned(),
        (true, true, _) => t_string!(i18n, listing.filter_to).to_owned(),
        (false, _, Input::Days) => t_string!(i18n, listing.filter_days).to_owned(),
        (false, ..) => t_string!(i18n, listing.filter_value).to_owned(),
    });
    let hint = (input == Input::Money && !is_second)
        .then(|| Signal::derive(move || t_string!(i18n, listing.filter_currency_hint).to_owned()));
    let kind = match input {
        Input::Days => TextKind::Digits,
        Input::Number => TextKind::Decimal,
        Input::Text | Input::Money | Input::Day => TextKind::Text,
    };
    view! {
        <Field label nostrip:hint=hint error>
            {if input == Input::Day {
                view! { <DateInput value on_change=change/> }.into_any()
            } else {
                view! { <TextInput value kind on_input=change/> }.into_any()
            }}
        </Field>
    }
}

/// A period that has a name.
fn period(draft: RwSignal<Option<Draft>>) -> impl IntoView {
    let i18n = use_i18n();
    let set =
        move |name: String| draft.update(|draft| draft.iter_mut().for_each(|draft| draft.first.clone_from(&name)));
    let is_named = |draft: &Draft| span::NAMED.contains(&draft.first.as_str());
    if !draft.with_untracked(|draft| draft.as_ref().is_some_and(is_named)) {
        set("this-month".to_owned());
    }
    let options = Signal::derive(move || {
        let locale = i18n.get_locale();
        let named = span::NAMED.into_iter().filter_map(|name| Some(Choice::new(name, words::span(locale, name)?)));
        named.collect::<Vec<_>>()
    });
    view! {
        <Field label=Signal::derive(move || t_string!(i18n, listing.filter_span).to_owned())>
            <Select
                options
                value=Signal::derive(move || draft.with(|draft| draft.as_ref().map(|draft| draft.first.clone())).unwrap_or_default())
                on_change=Callback::new(set)
            />
        </Field>
    }
}

/// Any number of values: boxes where they are known, labels where they are not.
fn several(
    listing: Listing,
    field: ListField,
    draft: RwSignal<Option<Draft>>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let values = Signal::derive(move || {
        draft.with(|draft| draft.as_ref().map(|draft| draft.values.clone())).unwrap_or_default()
    });
    let set = move |values: Vec<String>| {
        draft.update(|draft| draft.iter_mut().for_each(|draft| draft.values.clone_from(&values)))
    };
    if !Draft::has_list(&field) {
        let key = field.key.to_string();
        let suggestions = Signal::derive(move || {
            listing.counted().with(|counted| {
                let counts = counted.facet(&key).unwrap_or_default().iter();
                let texts = counts.filter_map(|count| match &count.operand {
                    crate::analysis::listing::filter::Operand::Value(text) => Some(text.clone()),
                    _ => None,
                });
                texts.take(200).collect::<Vec<_>>()
            })
        });
        return view! {
            <Field label=Signal::derive(move || t_string!(i18n, listing.filter_values).to_owned()) error>
                <TagInput
                    tags=values
                    suggestions
                    on_change=Callback::new(set)
                    remove_label=Callback::new(move |tag: String| format!("{}: {tag}", t_string!(i18n, common.remove)))
                />
            </Field>
        }
        .into_any();
    }
    let keys: Vec<String> = match &field.choices {
        Choices::Fixed(keys) => keys.iter().map(|key| (*key).to_owned()).collect(),
        Choices::Own(own) => own.clone(),
        Choices::Free => vec!["yes".to_owned(), "no".to_owned()],
    };
    let boxes = keys.into_iter().map(move |key| {
        let operand = crate::analysis::listing::filter::Operand::value(key.clone());
        let field = field.clone();
        let label = Signal::derive(move || words::operand(i18n.get_locale(), &field, &operand));
        let own = key.clone();
        let checked = Signal::derive(move || values.with(|values| values.contains(&own)));
        let turn = move |on: bool| {
            let mut values = values.get_untracked();
            values.retain(|value| *value != key);
            if on {
                values.push(key.clone());
            }
            set(values);
        };
        view! { <Checkbox label checked on_change=Callback::new(turn)/> }
    });
    view! {
        <fieldset class="list-values">
            <legend>{move || t_string!(i18n, listing.filter_values)}</legend>
            {boxes.collect_view()}
            {move || error.get().map(|error| view! { <p class="list-fault">{error}</p> })}
        </fieldset>
    }
    .into_any()
}
