//! Class and segment set by hand, over the computed ones: marked, and given back with one press.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        class::{Class, Segment},
        id::Id,
        party::Party,
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    state::{Scores, Workspace},
    ui::{
        components::{Badge, Button, ButtonKind, Choice, Cluster, Field, Select, Tone},
        notify::Notify,
        pages::customer::labels::{chosen, field_label, index_value, indexed},
        words,
    },
};

/// The ABC class.
#[component]
pub fn ClassByHand(
    /// Whose.
    id: Id<Party>,
    /// The party.
    party: Memo<Party>,
) -> impl IntoView {
    let workspace = Workspace::expect();
    let scores = Scores::expect();
    let notify = Notify::here();
    let computed = Signal::derive(move || {
        let slot = workspace.read(&[Kind::Party], |book| book.parties.slot(id))?;
        scores.signal().with(|answer| answer.computed_class(slot)).map(|class| class.letter().to_owned())
    });
    let set = Callback::new(move |value: String| {
        let class = chosen(&Class::ALL, &value);
        spawn_local(async move {
            notify.done(Kind::Party, &workspace.set_abc(id, class).await);
        });
    });
    let options = Signal::derive(|| indexed(&Class::ALL, Class::letter));
    let value = Signal::derive(move || party.with(|party| party.abc).map(|class| index_value(&Class::ALL, &class)));
    view! { <ByHand number=15 options value computed set/> }
}

/// The segment.
#[component]
pub fn SegmentByHand(
    /// Whose.
    id: Id<Party>,
    /// The party.
    party: Memo<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let scores = Scores::expect();
    let notify = Notify::here();
    let computed = Signal::derive(move || {
        let slot = workspace.read(&[Kind::Party], |book| book.parties.slot(id))?;
        let segment = scores.signal().with(|answer| answer.computed_segment(slot))?;
        Some(words::segment(i18n.get_locale(), segment).to_owned())
    });
    let set = Callback::new(move |value: String| {
        let segment = chosen(&Segment::ALL, &value);
        spawn_local(async move {
            notify.done(Kind::Party, &workspace.set_segment(id, segment).await);
        });
    });
    let options = Signal::derive(move || indexed(&Segment::ALL, |segment| words::segment(i18n.get_locale(), segment)));
    let value =
        Signal::derive(move || party.with(|party| party.segment).map(|segment| index_value(&Segment::ALL, &segment)));
    view! { <ByHand number=16 options value computed set/> }
}

/// A choice of which the first is what was computed.
#[component]
fn ByHand(
    number: u32,
    options: Signal<Vec<Choice>>,
    /// What was set; none where nothing was.
    value: Signal<Option<String>>,
    /// The word for what was computed.
    computed: Signal<Option<String>>,
    set: Callback<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let with_computed = Signal::derive(move || {
        let word = computed.get().unwrap_or_else(|| t_string!(i18n, common.none).to_owned());
        let first = Choice::new("", t_string!(i18n, customer.as_computed, what = word));
        std::iter::once(first).chain(options.get()).collect::<Vec<_>>()
    });
    view! {
        <Field label=field_label(Kind::Party, number)>
            <Select options=with_computed value=Signal::derive(move || value.get().unwrap_or_default()) on_change=set/>
        </Field>
        <Show when=move || value.with(Option::is_some)>
            <Cluster>
                <Badge tone=Tone::Accent label=move || t_string!(i18n, customer.set_by_hand).to_owned()/>
                <Button
                    small=true
                    kind=ButtonKind::Quiet
                    label=move || t_string!(i18n, common.reset).to_owned()
                    on_press=move |()| set.run(String::new())
                />
            </Cluster>
        </Show>
    }
}
