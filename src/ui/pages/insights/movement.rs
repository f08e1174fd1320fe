//! Who moved between two days, by name: from class to class, or from segment to segment.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::{
    analysis::insights::movement,
    domain::{
        class::{Class, Segment},
        day,
    },
    i18n::{t_string, td_string, use_i18n},
    state::{Insights, Topic},
    ui::{
        components::{Choice, Cluster, DateInput, Field, Segmented},
        pages::profiles::{Mover, Movers, Moving},
        words,
    },
};

use super::{say::Say, shown::shown};

/// The card: how things stood so many days before, or on a day that is chosen here.
#[component]
pub fn Movement(
    /// How many days lie between.
    days: Signal<i32>,
) -> impl IntoView {
    let i18n = use_i18n();
    let insights = Insights::expect();
    let since = RwSignal::new(None::<NaiveDate>);
    let by_segment = RwSignal::new(false);
    let between = Signal::derive(move || {
        let chosen = || Some(day::number(insights.as_of()?) - day::number(since.get()?));
        // A day that is not before the other one has nothing to compare.
        chosen().filter(|days| *days > 0).unwrap_or_else(|| days.get())
    });
    let start = Signal::derive(move || {
        let as_of = insights.as_of()?;
        day::from_number(day::number(as_of) - between.get())
    });
    let value = Signal::derive(move || start.get().map_or_else(String::new, |day| day.to_string()));
    let options = Signal::derive(move || {
        vec![Choice::new("class", t_string!(i18n, fields.abc)), Choice::new("segment", t_string!(i18n, fields.segment))]
    });
    view! {
        <Cluster>
            <Field
                label=Signal::derive(move || t_string!(i18n, insights.moved_from).to_owned())
                hint=Signal::derive(move || t_string!(i18n, insights.moved_from_hint).to_owned())
            >
                <DateInput value on_change=Callback::new(move |text: String| since.set(text.parse().ok()))/>
            </Field>
            <Segmented
                label=Signal::derive(move || t_string!(i18n, insights.moved_by).to_owned())
                options
                value=Signal::derive(move || if by_segment.get() { "segment" } else { "class" }.to_owned())
                on_change=Callback::new(move |text: String| by_segment.set(text == "segment"))
            />
        </Cluster>
        {shown(Topic::Movement, insights.movement, between, move |found, say| content(found, say, by_segment.into()))}
    }
}

fn content(found: Arc<movement::Movement>, say: Say, by_segment: Signal<bool>) -> AnyView {
    let locale = say.locale;
    let title = td_string!(locale, insights.moved_since, day = say.day(found.then));
    let note = td_string!(
        locale,
        insights.moved_summary,
        up = say.integer(found.up),
        down = say.integer(found.down),
        new = say.integer(found.new)
    );
    let moving = Signal::derive(move || {
        let (then, now) = if by_segment.get() {
            (&found.segment_then, &found.segment_now)
        } else {
            (&found.class_then, &found.class_now)
        };
        let mover = |(((slot, value), from), to): (((&u32, &i64), &u8), &u8)| Mover {
            slot: *slot,
            from: *from,
            to: *to,
            value: *value,
        };
        let who = found.customer.iter().zip(&found.value).zip(then).zip(now).map(mover);
        Arc::new(Moving::of(who.filter(|mover| mover.from != mover.to).collect()))
    });
    let group = move |code: u8| {
        let name = if by_segment.get() {
            Segment::from_code(code).map(|segment| words::segment(locale, segment))
        } else {
            Class::from_code(code).map(Class::letter)
        };
        name.unwrap_or("–").to_owned()
    };
    let what = move || {
        if by_segment.get() { td_string!(locale, fields.segment) } else { td_string!(locale, fields.abc) }.to_owned()
    };
    view! {
        <Movers
            title=Signal::stored(title)
            note=Signal::stored(note)
            what=Signal::derive(what)
            group=Callback::new(group)
            moving
        />
    }
    .into_any()
}
