//! The form of a connection.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{flaw::Flaw, id::Id, link::Link, party::Party, record::Kind},
    i18n::{t_string, use_i18n},
    platform::clock,
    state::{Workspace, commands::CommandError},
    ui::{
        components::{Button, ButtonKind, Checkbox, Choice, ComboBox, Dialog, Field, Select, Stack, TextInput},
        notify::Notify,
        pages::customer::{
            labels::{chosen, field_label, index_value},
            wrong::{Place, Wrong, sentence_at},
        },
        words,
    },
};

use super::{
    connection_draft::{STANDS, Stand, connection, other_end},
    party_search::{Found, search},
};

/// The connection to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConnectionJob {
    /// A new one.
    New,
    /// One that is there.
    Edit(Id<Link>),
}

/// The form in its dialog.
#[component]
pub fn ConnectionForm(
    /// From whose page.
    id: Id<Party>,
    /// What is to be written; none closes the dialog.
    job: RwSignal<Option<ConnectionJob>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let notify = Notify::here();
    let stand = RwSignal::new(STANDS[0]);
    let (typed, role) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let active = RwSignal::new(true);
    let found = RwSignal::new(Vec::<Found>::new());
    let wrongs = RwSignal::new(Vec::<Wrong>::new());
    let close = move || job.set(None);
    Effect::new(move |_| {
        let old = match job.get() {
            None => return,
            Some(ConnectionJob::New) => None,
            Some(ConnectionJob::Edit(link)) => workspace.peek(|book| book.get(link).map(|row| row.data.clone())),
        };
        wrongs.set(Vec::new());
        active.set(old.as_ref().is_none_or(|old| old.active));
        role.set(old.as_ref().map_or_else(String::new, |old| old.role.clone()));
        stand.set(old.as_ref().map_or(STANDS[0], |old| Stand::of(old, id)));
        let other = old.as_ref().map(|old| other_end(old, id));
        let known = other.and_then(|id| {
            let label = workspace.peek(|book| book.get(id).map(|row| row.data.name.clone()))?;
            Some(Found { id, label })
        });
        typed.set(known.as_ref().map_or_else(String::new, |known| known.label.clone()));
        found.set(known.into_iter().collect());
    });
    let look_up = move |text: String| {
        typed.set(text.clone());
        if found.with_untracked(|found| found.iter().any(|found| found.label == text)) {
            return;
        }
        spawn_local(async move {
            let is_stale = || typed.try_with_untracked(|now| *now != text).unwrap_or(true);
            if let Some(list) = search(workspace, &text, id, is_stale).await {
                found.try_set(list);
            }
        });
    };
    let save = move || {
        let Some(job) = job.get_untracked() else { return };
        let named = typed.get_untracked();
        if named.trim().is_empty() {
            return wrongs.set(vec![Place::of(2).is(Flaw::Missing)]);
        }
        let known = found.with_untracked(|found| the_one(found, &named));
        let (stand, role, active) = (stand.get_untracked(), role.get_untracked(), active.get_untracked());
        spawn_local(async move {
            let other = match known {
                Some(other) => Some(other),
                // Whoever types faster than the list comes is looked up here.
                None => search(workspace, &named, id, || false).await.and_then(|found| the_one(&found, &named)),
            };
            let Some(other) = other else { return wrongs.set(vec![Place::of(2).is(Flaw::NotAChoice)]) };
            let link = connection(id, stand, other, &role, active);
            let link_id = match job {
                ConnectionJob::New => workspace.new_id(clock::now()),
                ConnectionJob::Edit(link) => link,
            };
            let done = workspace.save_link(link_id, link).await;
            if let Err(CommandError::Flaws(flaws)) = &done {
                wrongs.set(flaws.iter().copied().map(Wrong::from).collect());
            } else if notify.done(Kind::Link, &done) {
                close();
            }
        });
    };
    let stands = Signal::derive(move || {
        let locale = i18n.get_locale();
        let word =
            |stand: &Stand| if stand.back { words::tie_back(locale, stand.tie) } else { words::tie(locale, stand.tie) };
        let choice = |(index, stand): (usize, &Stand)| Choice::new(index.to_string(), word(stand));
        STANDS.iter().enumerate().map(choice).collect::<Vec<_>>()
    });
    let at = move |number| sentence_at(wrongs.into(), move || Some(Place::of(number)));
    view! {
        <Dialog
            open=Signal::derive(move || job.with(Option::is_some))
            on_close=move |()| close()
            title=move || match job.get() {
                Some(ConnectionJob::Edit(_)) => t_string!(i18n, customer.edit_connection).to_owned(),
                _ => t_string!(i18n, customer.add_connection).to_owned(),
            }
            close_label=move || t_string!(i18n, common.close).to_owned()
            keep=true
            on_submit=move |()| save()
            footer=move || view! {
                <Button label=move || t_string!(i18n, common.cancel).to_owned() on_press=move |()| close()/>
                <Button kind=ButtonKind::Primary submit=true label=move || t_string!(i18n, common.save).to_owned()/>
            }
        >
            <Stack>
                <Field label=field_label(Kind::Link, 1)>
                    <Select
                        options=stands
                        value=Signal::derive(move || index_value(&STANDS, &stand.get()))
                        on_change=move |value: String| stand.set(chosen(&STANDS, &value).unwrap_or(STANDS[0]))
                    />
                </Field>
                <Field
                    label=move || t_string!(i18n, customer.connected_with).to_owned()
                    hint=Signal::derive(move || t_string!(i18n, customer.connected_hint).to_owned())
                    required=true
                    error=at(2)
                >
                    <ComboBox
                        value=typed
                        suggestions=Signal::derive(move || found.with(|found| {
                            found.iter().map(|found| found.label.clone()).collect::<Vec<_>>()
                        }))
                        on_input=look_up
                    />
                </Field>
                <Field label=field_label(Kind::Link, 3) error=at(3)>
                    <TextInput value=role on_input=move |text: String| role.set(text)/>
                </Field>
                <Checkbox
                    label=move || t_string!(i18n, customer.still_holds).to_owned()
                    checked=active
                    on_change=move |holds| active.set(holds)
                />
            </Stack>
        </Dialog>
    }
}

/// Whom the words mean: the one of that label, or the only one of that name in any case.
fn the_one(found: &[Found], named: &str) -> Option<Id<Party>> {
    let named = named.trim();
    if let Some(exact) = found.iter().find(|found| found.label == named) {
        return Some(exact.id);
    }
    let lower = named.to_lowercase();
    let mut alike = found.iter().filter(|found| found.label.to_lowercase() == lower);
    alike.next().filter(|_| alike.next().is_none()).map(|found| found.id)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_name_means_somebody_only_when_it_means_one() {
        let found = |id, label: &str| Found { id: Id::new(Uuid::from_u128(id)), label: label.into() };
        let list = [found(1, "Ada"), found(2, "ada"), found(3, "Bob")];
        assert_eq!(the_one(&list, " Ada "), Some(list[0].id));
        assert_eq!(the_one(&list, "BOB"), Some(list[2].id));
        assert_eq!(the_one(&list, "ADA"), None);
        assert_eq!(the_one(&list, "Bo"), None);
    }
}
