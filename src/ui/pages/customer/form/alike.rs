//! Says, while one types, that somebody like this is here already. It never stands in the way of saving.

use leptos::prelude::*;

use crate::{
    analysis::duplicates::{Likeness, Reason, Traits},
    domain::{id::Id, party::Party, record::Kind},
    i18n::{Locale, t_string, td_string, use_i18n},
    platform::format,
    state::{Drafts, Lookalikes, Workspace},
    ui::{
        components::{Banner, Button, Cluster, Tone},
        drafts::Keeper,
        route::{Route, Tab},
        router::Router,
        words,
    },
};

use super::{state::Form, topic};

/// More than these nobody compares.
const MOST: usize = 3;

/// Those who are alike, and what to do.
#[component]
pub fn Alike(
    /// The form.
    form: Form,
    /// Whose.
    id: Id<Party>,
    /// Its draft.
    keeper: Keeper,
    /// Whether it is a new party: another one can be used in its place.
    is_new: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, lookalikes) = (Workspace::expect(), Lookalikes::expect());
    let (drafts, router) = (Drafts::expect(), Router::expect());
    lookalikes.wake();
    // Goes on with the other one: the form of that party, with what was typed here and what it does not have yet.
    let take_over = move |other: Id<Party>| {
        let Some(party) = workspace.peek(|book| book.get(other).map(|row| row.data.clone())) else { return };
        let draft = form.draft.with_untracked(|draft| draft.added_to(&party));
        keeper.finish();
        drafts.hand_over(&topic(other), minicbor::to_vec(&draft).expect("a vector takes every byte"));
        router.go(&Route::Customer(other, Tab::Edit));
    };
    let traits = Memo::new(move |_| form.draft.with(|draft| draft.traits()));
    // What somebody has been for long is no news: only what was typed here is compared.
    let first = traits.get_untracked();
    let others = RwSignal::new(Vec::<Id<Party>>::new());
    let found = Memo::new(move |_| {
        let traits = traits.get();
        if traits == first || traits == Traits::default() {
            return Vec::new();
        }
        let mut found: Vec<(Id<Party>, Likeness)> = others.with(|others| {
            let alike = lookalikes.find(&traits, id, MOST + others.len()).into_iter();
            alike.filter(|(id, _)| !others.contains(id)).map(|(id, found)| (id, found.likeness)).collect()
        });
        found.truncate(MOST);
        found
    });
    let line = move |(other, likeness): (Id<Party>, Likeness)| {
        let name = workspace.read(&[Kind::Party], |book| book.get(other).map(|row| row.data.name.clone()));
        let name = name.unwrap_or_default();
        let use_it = is_new.then(|| {
            view! {
                <Button
                    small=true
                    label=move || t_string!(i18n, customer.alike_use).to_owned()
                    on_press=move |()| take_over(other)
                />
            }
        });
        view! {
            <li class="alike">
                <span class="alike-who">
                    <a href=Route::Customer(other, Tab::Overview).to_string()>{name}</a>
                    " "
                    <span class="field-note">{move || sentence(i18n.get_locale(), &likeness)}</span>
                </span>
                <Cluster>
                    {use_it}
                    <Button
                        small=true
                        label=move || t_string!(i18n, customer.alike_other).to_owned()
                        on_press=move |()| others.update(|others| others.push(other))
                    />
                </Cluster>
            </li>
        }
    };
    view! {
        <div class="alike-region" aria-live="polite">
            <Show when=move || !found.with(Vec::is_empty)>
                <Banner tone=Tone::Warning title=move || t_string!(i18n, customer.alike_title).to_owned()>
                    <ul class="alike-list">{move || found.get().into_iter().map(line).collect_view()}</ul>
                </Banner>
            </Show>
        </div>
    }
}

/// Why they are taken for one.
fn sentence(locale: Locale, likeness: &Likeness) -> String {
    let word = |reason: &Reason| match reason {
        Reason::Reference => td_string!(locale, customer.alike_reference),
        Reason::Email => td_string!(locale, customer.alike_email),
        Reason::Phone => td_string!(locale, customer.alike_phone),
        Reason::SameName => td_string!(locale, customer.alike_name),
        Reason::SimilarName => td_string!(locale, customer.alike_similar),
    };
    let reasons: Vec<String> = likeness.reasons.iter().map(|reason| word(reason).to_owned()).collect();
    format::list(words::tag(locale), &reasons)
}
