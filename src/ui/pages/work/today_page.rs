//! Today: one list of what there is to do, the most important first, each line with its reason and what can be done about it.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    analysis::agenda::{About, Matter, Need, Reason},
    domain::{deal::Deal, id::Id, money::Money, order::Order, party::Party, record::Kind},
    i18n::{Locale, t_string, td_string, use_i18n},
    platform::{clock, format},
    state::{AGENDA, Scores, Workspace, agenda, for_tomorrow},
    ui::{
        commands::{Command, Commands},
        components::{Badge, Button, Card, Cluster, EmptyState, Icon, LinkButton, Page, PageHeader, PageKind, Tone},
        notify::Notify,
        pages::customer::{
            amounts::money_text,
            reach::{mail_link, phone_link},
        },
        route::{Route, Tab},
        words,
    },
};

use super::{
    promise_line::PromiseLine,
    task_line::TaskLine,
    when::{peek_today, today},
};

/// How many lines are shown at first, and how many more each time.
const STEP: usize = 25;

/// The page.
#[component]
pub fn TodayPage() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, scores, today) = (Workspace::expect(), Scores::expect(), today());
    let found = RwSignal::new(None::<Vec<Matter>>);
    let shown = RwSignal::new(STEP);
    let asking = StoredValue::new(0_u64);
    Effect::new(move |_| {
        AGENDA.into_iter().for_each(|kind| workspace.revision(kind).track());
        let (answer, today) = (scores.signal().get(), today.get());
        let own = asking.with_value(|asking| asking + 1);
        asking.set_value(own);
        spawn_local(async move {
            let stale = move || asking.try_with_value(|asking| *asking != own).unwrap_or(true);
            if let Some(matters) = agenda(workspace, &answer, today, stale).await {
                found.try_set(Some(matters));
            }
        });
    });
    let count = Signal::derive(move || {
        let tag = words::tag(i18n.get_locale());
        found.with(|found| found.as_ref().map(|found| format::integer(tag, found.len() as i64))).unwrap_or_default()
    });
    let lead = Signal::derive(move || {
        let (tag, today) = (words::tag(i18n.get_locale()), today.get());
        format!("{} · {}", format::weekday(tag, today), format::day(tag, today))
    });
    let part = move || {
        found.with(|found| found.iter().flatten().take(shown.get()).map(|matter| Line(*matter)).collect::<Vec<_>>())
    };
    let left = Memo::new(move |_| found.with(|found| found.as_ref().map_or(0, Vec::len)).saturating_sub(shown.get()));
    let is_empty = Memo::new(move |_| found.with(|found| found.as_ref().is_some_and(Vec::is_empty)));
    view! {
        <Page kind=PageKind::Reading>
            <PageHeader title=Signal::derive(move || t_string!(i18n, work.today).to_owned()) lead count/>
            <Show when=move || is_empty.get()>
                <EmptyState
                    icon=Icon::Success
                    title=Signal::derive(move || t_string!(i18n, work.all_done).to_owned())
                    text=Signal::derive(move || t_string!(i18n, work.all_done_text).to_owned())
                />
            </Show>
            <Show when=move || found.with(Option::is_none)>
                <p class="field-hint">{move || t_string!(i18n, common.loading)}</p>
            </Show>
            <Show when=move || found.with(|found| found.as_ref().is_some_and(|found| !found.is_empty()))>
                <Card>
                    <p class="field-hint">{move || t_string!(i18n, work.today_order)}</p>
                    <ol class="work-today">
                        <For each=part key=|line| line.key() let:line>
                            <MatterView matter=line.0/>
                        </For>
                    </ol>
                    <Show when=move || { left.get() > 0 }>
                        <Button
                            label=Signal::derive(move || t_string!(i18n, customer.show_more, count = left.get()))
                            on_press=move |()| shown.update(|shown| *shown += STEP)
                        />
                    </Show>
                </Card>
            </Show>
        </Page>
    }
}

/// A matter as a line, which is another one when its reason is another.
#[derive(Clone, Copy)]
struct Line(Matter);

impl Line {
    fn key(self) -> String {
        format!("{:?}", (self.0.about, self.0.reason, self.0.value))
    }
}

/// Why, in words, and how it is drawn.
fn reason_words(locale: Locale, reason: Reason, label: &str) -> (String, Tone) {
    match reason {
        Reason::Task { late: 0, .. } => (td_string!(locale, work.why_today).to_owned(), Tone::Accent),
        Reason::Task { late, .. } => (td_string!(locale, work.why_overdue, days = late), Tone::Danger),
        Reason::Promise { within } if within < 0 => {
            (td_string!(locale, work.why_promise_late, days = -within), Tone::Danger)
        }
        Reason::Promise { within: 0 } => (td_string!(locale, work.why_promise_today).to_owned(), Tone::Warning),
        Reason::Promise { within } => (td_string!(locale, work.why_promise_soon, days = within), Tone::Neutral),
        Reason::Payment { late } => (td_string!(locale, work.why_payment_late, days = late), Tone::Danger),
        Reason::Deal { need: Need::Step, late: 0 } => {
            (td_string!(locale, work.why_step_today).to_owned(), Tone::Accent)
        }
        Reason::Deal { need: Need::Step, late } => (td_string!(locale, work.why_step_late, days = late), Tone::Danger),
        Reason::Deal { need: Need::Decision, late } => {
            (td_string!(locale, work.why_decision_late, days = late), Tone::Warning)
        }
        Reason::Deal { need: Need::Plan, .. } => (td_string!(locale, work.why_no_step).to_owned(), Tone::Neutral),
        Reason::Silent { gaps } => {
            let gaps = format::number(words::tag(locale), gaps, 1);
            (td_string!(locale, work.why_silent, gaps = gaps), Tone::Warning)
        }
        Reason::Unheard { since, every } => {
            (td_string!(locale, work.why_unheard, days = since, every = every), Tone::Warning)
        }
        Reason::Date { within: 0, .. } => (td_string!(locale, work.why_date_today, what = label), Tone::Accent),
        Reason::Date { within, .. } => (td_string!(locale, work.why_date, what = label, days = within), Tone::Neutral),
    }
}

/// One line: why, whose, what is at stake; then what it is about, and what can be done.
#[component]
fn MatterView(matter: Matter) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let party = Memo::new(move |_| {
        let id = matter.party?;
        workspace.read(&[Kind::Party], |book| book.get(id).map(|row| row.data.clone()))
    });
    let currency = Memo::new(move |_| workspace.read(&[Kind::Settings], |book| book.settings().currency));
    let why = move || {
        let label = match matter.reason {
            Reason::Date { place, .. } => {
                party.with(|party| party.as_ref().and_then(|party| Some(party.dates.get(place)?.label.clone())))
            }
            _ => None,
        };
        let (text, tone) = reason_words(i18n.get_locale(), matter.reason, &label.unwrap_or_default());
        view! { <Badge tone label=text/> }
    };
    let whose = move || {
        let (id, name) = (matter.party?, party.with(|party| party.as_ref().map(|party| party.name.clone()))?);
        Some(view! { <a href=Route::Customer(id, Tab::Overview).to_string()>{name}</a> })
    };
    let stake = move || {
        let minor = matter.value.filter(|value| *value > 0)?;
        let money = money_text(i18n.get_locale(), Money { minor, currency: currency.get() });
        Some(view! { <span class="customer-use">{t_string!(i18n, work.worth, money = money)}</span> })
    };
    let body = match matter.about {
        About::Task(task) => {
            view! { <ul class="customer-links"><TaskLine task on_done=Callback::new(|_| ())/></ul> }.into_any()
        }
        About::Promise(promise) => view! { <ul class="customer-links"><PromiseLine promise/></ul> }.into_any(),
        About::Deal(deal) => view! { <DealLine deal/> }.into_any(),
        About::Order(order) => view! { <OrderLine order/> }.into_any(),
        About::Party(_) => ().into_any(),
    };
    let is_suggestion = matches!(matter.about, About::Party(_));
    view! {
        <li class="work-matter">
            <p class="customer-event-head">{why} {whose} {stake}</p>
            {body}
            {matter.party.map(|id| view! { <Reach id party matter is_suggestion/> })}
        </li>
    }
}

/// What the deal is about, and what was to be done next.
#[component]
fn DealLine(deal: Id<Deal>) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let data = Memo::new(move |_| workspace.read(&[Kind::Deal], |book| book.get(deal).map(|row| row.data.clone())));
    move || {
        let data = data.get()?;
        let next = words::next_step(i18n.get_locale(), &data);
        Some(view! {
            <p><a href=Route::Deal(deal).to_string()>{data.title.clone()}</a></p>
            {next.map(|next| view! { <p class="customer-use">{next}</p> })}
        })
    }
}

/// Which order is not paid, how much of it, and the way to say that it is.
#[component]
fn OrderLine(order: Id<Order>) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify, today) = (Workspace::expect(), Notify::here(), today());
    let data = Memo::new(move |_| workspace.read(&[Kind::Order], |book| book.get(order).map(|row| row.data.clone())));
    let settle = move |()| {
        let on = peek_today(workspace);
        spawn_local(async move {
            notify.done(Kind::Order, &workspace.settle_order(order, on).await);
        });
    };
    let text = move || {
        let (data, locale) = (data.get()?, i18n.get_locale());
        let money = money_text(locale, Money { minor: data.owed(today.get()), currency: data.currency });
        let day = format::day(words::tag(locale), data.day);
        let name = if data.number.is_empty() { day } else { format!("{} · {day}", data.number) };
        Some(view! {
            <a href=Route::Order(order).to_string()>{name}</a>
            " · "
            {td_string!(locale, work.owed_of, money = money)}
        })
    };
    view! {
        <p>{text}</p>
        <Cluster>
            <Button
                small=true
                icon=Icon::Success
                label=move || t_string!(i18n, work.settle).to_owned()
                on_press=settle
            />
        </Cluster>
    }
}

/// Calling, writing, logging; a suggestion is put off by making it a task.
#[component]
fn Reach(id: Id<Party>, party: Memo<Option<Party>>, matter: Matter, is_suggestion: bool) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify, commands) = (Workspace::expect(), Notify::here(), Commands::expect());
    let reach = move |link: fn(&Party) -> Option<String>| {
        party.with(|party| party.as_ref().filter(|party| !party.no_contact).and_then(link))
    };
    let call = move || reach(|party| phone_link(&party.phones.first()?.value));
    let write = move || reach(|party| mail_link(&party.emails.first()?.value));
    let to_tomorrow = move |()| {
        let Some(party) = party.get_untracked() else { return };
        let locale = notify.locale();
        let label = match matter.reason {
            Reason::Date { place, .. } => party.dates.get(place).map(|date| date.label.clone()).unwrap_or_default(),
            _ => String::new(),
        };
        let why = reason_words(locale, matter.reason, &label).0;
        let title = td_string!(locale, work.contact_title, name = party.name, why = why);
        let task = for_tomorrow(id, title, peek_today(workspace));
        spawn_local(async move {
            notify.done(Kind::Task, &workspace.save_task(workspace.new_id(clock::now()), task).await);
        });
    };
    let link = move |href: Option<String>, icon: Icon, label: fn(Locale) -> &'static str| {
        href.map(|href| {
            view! { <LinkButton small=true icon href label=Signal::derive(move || label(i18n.get_locale()).to_owned())/> }
        })
    };
    view! {
        <Cluster>
            {move || link(call(), Icon::Phone, |locale| td_string!(locale, work.call))}
            {move || link(write(), Icon::Mail, |locale| td_string!(locale, work.write))}
            <Button
                small=true
                icon=Icon::Talk
                label=move || t_string!(i18n, customer.log_contact).to_owned()
                on_press=move |()| commands.run_for(Command::LogContact, id)
            />
            {is_suggestion.then(|| view! {
                <Button
                    small=true
                    icon=Icon::Clock
                    label=move || t_string!(i18n, work.task_for_tomorrow).to_owned()
                    on_press=to_tomorrow
                />
            })}
        </Cluster>
    }
}
