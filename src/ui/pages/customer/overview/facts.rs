//! What is known of a customer: how to reach them, what to remember.

use leptos::prelude::*;

use crate::{
    domain::{
        contact::{Address, Contact, web_address},
        custom::{CustomKind, CustomValue},
        party::{ImportantDate, Party},
        record::Kind,
    },
    i18n::{Locale, t_string, use_i18n},
    platform::{clock, format},
    state::Workspace,
    ui::{
        components::{Card, Chip, Cluster, Fact, Facts},
        pages::customer::reach::{mail_link, phone_link},
        words,
    },
};

/// The facts that are there; those that are not take no room.
#[component]
pub fn FactsCard(
    /// The party.
    party: Memo<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Card title=move || t_string!(i18n, customer.facts).to_owned()>
            {move || party.with(|party| {
                if is_bare(party) {
                    return view! { <p class="field-hint">{t_string!(i18n, customer.no_facts)}</p> }.into_any();
                }
                let rows = rows(i18n.get_locale(), party);
                view! { <Facts>{rows}</Facts> {custom_groups(i18n.get_locale(), party)} }.into_any()
            })}
        </Card>
    }
}

fn is_bare(party: &Party) -> bool {
    let texts = [&party.given, &party.family, &party.reference, &party.about];
    texts.into_iter().all(String::is_empty)
        && party.emails.is_empty()
        && party.phones.is_empty()
        && party.addresses.is_empty()
        && party.websites.is_empty()
        && party.tags.is_empty()
        && party.dates.is_empty()
        && party.custom.is_empty()
        && party.channel.is_none()
}

fn rows(locale: Locale, party: &Party) -> AnyView {
    let label = |number| words::field_name(locale, Kind::Party, number);
    let text = |number, text: &str| {
        (!text.is_empty()).then(|| {
            let text = text.to_owned();
            view! { <Fact label=label(number)>{text}</Fact> }
        })
    };
    let several = |number, entries: Vec<AnyView>| {
        (!entries.is_empty()).then(|| view! { <Fact label=label(number)>{entries}</Fact> })
    };
    let contacts = |contacts: &[Contact], link: fn(&str) -> Option<String>| {
        contacts
            .iter()
            .map(|contact| {
                // Who does not want to be contacted is not one press away.
                let href = if party.no_contact { None } else { link(&contact.value) };
                contact_view(locale, contact, href)
            })
            .collect::<Vec<_>>()
    };
    let sites = party.websites.iter().map(|site| site_view(locale, site)).collect();
    let addresses = party.addresses.iter().map(|address| address_view(locale, address)).collect();
    let tags = (!party.tags.is_empty()).then(|| {
        let chips = party.tags.iter().map(|tag| view! { <Chip label=tag.clone()/> }).collect_view();
        view! { <Fact label=label(11)><Cluster>{chips}</Cluster></Fact> }
    });
    let about = (!party.about.is_empty()).then(|| {
        let text = party.about.clone();
        view! { <Fact label=label(17)><p class="customer-text">{text}</p></Fact> }
    });
    view! {
        {several(7, contacts(&party.emails, mail_link))}
        {several(8, contacts(&party.phones, phone_link))}
        {text(12, party.channel.map_or("", |channel| words::channel(locale, channel)))}
        {several(9, addresses)}
        {several(10, sites)}
        {text(2, &party.given)}
        {text(3, &party.family)}
        {text(6, &party.reference)}
        {tags}
        {party.dates.iter().map(|date| date_view(locale, date)).collect_view()}
        {custom_views(locale, party, "")}
        {about}
    }
    .into_any()
}

/// An address or a number, as a link where it can be one, and what it is for.
fn contact_view(locale: Locale, contact: &Contact, href: Option<String>) -> AnyView {
    let value = contact.value.clone();
    let shown = match href {
        Some(href) => view! { <a href=href>{value}</a> }.into_any(),
        None => view! { <span>{value}</span> }.into_any(),
    };
    view! {
        <p class="customer-contact">
            {shown}
            " "
            <span class="customer-use">{words::used_for(locale, contact.used_for)}</span>
        </p>
    }
    .into_any()
}

fn site_view(locale: Locale, site: &Contact) -> AnyView {
    let Some(href) = web_address(&site.value) else { return contact_view(locale, site, None) };
    view! {
        <p class="customer-contact">
            <a href=href target="_blank" rel="noopener noreferrer">{site.value.clone()}</a>
            " "
            <span class="customer-use">{words::used_for(locale, site.used_for)}</span>
        </p>
    }
    .into_any()
}

fn address_view(locale: Locale, address: &Address) -> AnyView {
    let town = [&address.postcode, &address.city].map(String::as_str).join(" ").trim().to_owned();
    let lines = [address.street.clone(), town, address.region.clone(), address.country.clone()];
    let lines = lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    view! {
        <p class="customer-contact">
            <span class="customer-text">{lines}</span>
            " "
            <span class="customer-use">{words::used_for(locale, address.used_for)}</span>
        </p>
    }
    .into_any()
}

/// The date, and how far off its next coming is.
fn date_view(locale: Locale, date: &ImportantDate) -> AnyView {
    let zone = Workspace::expect().peek(|book| book.settings().time_zone);
    let today = clock::today(&zone);
    let next = date.date.next(today).map(|next| {
        let ahead = next.signed_duration_since(today).num_days();
        format::ago(words::tag(locale), -ahead)
    });
    let shown = words::partial_date(locale, date.date);
    view! {
        <Fact label=words::date_label(locale, &date.label)>
            {shown} " "
            {next.map(|next| view! { <span class="customer-use">{next}</span> })}
        </Fact>
    }
    .into_any()
}

/// The values of the custom fields of a group, in the order of their definitions.
fn custom_views(locale: Locale, party: &Party, group: &str) -> AnyView {
    let mut fields: Vec<_> = Workspace::expect().read(&[Kind::CustomField], |book| {
        let defined = book.fields.iter().filter(|(_, row)| row.data.group == group).filter_map(|(slot, row)| {
            let value = party.custom.get(&row.id)?.clone();
            Some(((row.data.position, slot), row.data.name.clone(), row.data.kind, value))
        });
        defined.collect()
    });
    fields.sort_by_key(|(place, ..)| *place);
    let is_left_alone = party.no_contact;
    let views = fields.into_iter().map(|(_, name, kind, value)| {
        view! { <Fact label=name>{custom_view(locale, kind, &value, is_left_alone)}</Fact> }
    });
    views.collect_view().into_any()
}

/// The groups of custom fields that hold a value, each under its name.
fn custom_groups(locale: Locale, party: &Party) -> AnyView {
    let mut groups: Vec<(u32, String)> = Workspace::expect().read(&[Kind::CustomField], |book| {
        let held = book.fields.iter().filter(|(_, row)| party.custom.contains_key(&row.id));
        held.map(|(_, row)| (row.data.position, row.data.group.clone())).collect()
    });
    groups.sort_unstable();
    let mut names: Vec<String> = Vec::new();
    for (_, name) in groups {
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    let views = names.into_iter().map(|name| {
        let facts = custom_views(locale, party, &name);
        view! {
            <h3 class="facts-group">{name}</h3>
            <Facts>{facts}</Facts>
        }
    });
    views.collect_view().into_any()
}

/// A value, as a link where its kind is one; who wants to be left alone is not one press away here either.
fn custom_view(locale: Locale, kind: CustomKind, value: &CustomValue, is_left_alone: bool) -> AnyView {
    let text = words::value(locale, value);
    let href = match kind {
        CustomKind::Link => web_address(&text),
        CustomKind::Email | CustomKind::Phone if is_left_alone => None,
        CustomKind::Email => mail_link(&text),
        CustomKind::Phone => phone_link(&text),
        _ => None,
    };
    let is_away = kind == CustomKind::Link;
    match href {
        Some(href) => view! {
            <a href=href target=is_away.then_some("_blank") rel=is_away.then_some("noopener noreferrer")>{text}</a>
        }
        .into_any(),
        None => view! { <span class="customer-text">{text}</span> }.into_any(),
    }
}
