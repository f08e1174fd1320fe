//! Won or lost: on which day and why, and whether an order comes of it.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        book::Book,
        deal::{Deal, Standing},
        flaw::Flaw,
        id::Id,
        order::Order,
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    platform::clock,
    state::{
        Workspace,
        commands::{CommandError, End},
    },
    ui::{
        components::{Button, ButtonKind, Checkbox, ComboBox, DateInput, Dialog, Field},
        notify::Notify,
        pages::customer::{
            amounts::money_text,
            labels::field_label,
            wrong::{Place, Wrong, sentence_at},
        },
    },
};

/// The deal whose end is being told, and which end.
pub type Ending = RwSignal<Option<(Id<Deal>, Standing)>>;

/// So many reasons are suggested.
const REASONS: usize = 30;

/// The dialog; open while a deal is ending.
#[component]
pub fn EndDialog(
    /// Which.
    ending: Ending,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let (day, reason, makes_order) = (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(true));
    let wrongs = RwSignal::new(Vec::<Wrong>::new());
    Effect::new(move |_| {
        let Some((id, _)) = ending.get() else { return };
        let (today, old) = workspace.peek(|book| {
            let old = book.get(id).map(|row| row.data.reason.clone());
            (clock::today(&book.settings().time_zone), old.unwrap_or_default())
        });
        day.set(today.to_string());
        reason.set(old);
        makes_order.set(true);
        wrongs.set(Vec::new());
    });
    let deal = Memo::new(move |_| {
        let (id, _) = ending.get()?;
        workspace.read(&[Kind::Deal], |book| book.get(id).map(|row| row.data.clone()))
    });
    let is_won = Memo::new(move |_| matches!(ending.get(), Some((_, Standing::Won))));
    // An order needs an amount, and is made once.
    let order = Memo::new(move |_| {
        let deal = deal.get().filter(|_| is_won.get())?;
        let has_order = workspace.read(&[Kind::Order], |book| deal.has_order(book));
        deal.money().filter(|money| money.minor > 0 && !has_order)
    });
    let close = move |()| ending.set(None);
    let save = move |()| {
        let Some((id, standing)) = ending.get_untracked() else { return };
        let typed = day.get_untracked();
        let Ok(day) = typed.trim().parse() else {
            let flaw = if typed.trim().is_empty() { Flaw::Missing } else { Flaw::NotADate };
            return wrongs.set(vec![Place::of(11).is(flaw)]);
        };
        let wants = makes_order.get_untracked() && order.get_untracked().is_some();
        let order = wants.then(|| workspace.new_id::<Order>(clock::now()));
        let end = End { standing, day, reason: reason.get_untracked().trim().to_owned(), order };
        spawn_local(async move {
            let done = workspace.end_deal(id, end).await;
            if let Err(CommandError::Flaws(flaws)) = &done {
                wrongs.try_set(flaws.iter().copied().map(Wrong::from).collect());
            } else if notify.done(Kind::Deal, &done) {
                ending.try_set(None);
            }
        });
    };
    let suggestions = Memo::new(move |_| {
        let Some((_, standing)) = ending.get() else { return Vec::new() };
        workspace.read(&[Kind::Deal], |book| reasons(book, standing))
    });
    let error = move |number| sentence_at(wrongs.into(), move || Some(Place::of(number)));
    // What is wrong with the order, or with the deal itself, has no input here.
    let rest = sentence_at(wrongs.into(), move || {
        wrongs.with(|wrongs| wrongs.iter().map(|wrong| wrong.place).find(|place| ![11, 12].contains(&place.number)))
    });
    let title = move || {
        let title = deal.get().map(|deal| deal.title).unwrap_or_default();
        if is_won.get() {
            t_string!(i18n, deals.won_title, title = title)
        } else {
            t_string!(i18n, deals.lost_title, title = title)
        }
    };
    view! {
        <Dialog
            open=Signal::derive(move || ending.with(Option::is_some))
            on_close=close
            title=Signal::derive(title)
            close_label=move || t_string!(i18n, common.close).to_owned()
            on_submit=save
            footer=move || view! {
                <Button label=move || t_string!(i18n, common.cancel).to_owned() on_press=close/>
                <Button kind=ButtonKind::Primary submit=true label=move || t_string!(i18n, common.save).to_owned()/>
            }
        >
            <div class="stack">
                <Field
                    label=Signal::derive(move || {
                        let word =
                            if is_won.get() { t_string!(i18n, deals.why_won) } else { t_string!(i18n, deals.why_lost) };
                        word.to_owned()
                    })
                    error=error(12)
                >
                    <ComboBox value=reason suggestions on_input=move |text: String| reason.set(text)/>
                </Field>
                <Field label=field_label(Kind::Deal, 11) error=error(11) required=true>
                    <DateInput value=day on_change=move |text: String| day.set(text)/>
                </Field>
                {move || order.get().map(|money| {
                    let text = t_string!(i18n, deals.make_order, amount = money_text(i18n.get_locale(), money));
                    view! { <Checkbox label=text checked=makes_order on_change=move |on: bool| makes_order.set(on)/> }
                })}
                {move || rest.get().map(|text| view! { <p class="field-error" role="alert">{text}</p> })}
            </div>
        </Dialog>
    }
}

/// Reasons that were given before, those given most often first.
fn reasons(book: &Book, standing: Standing) -> Vec<String> {
    let mut counts: Vec<(usize, &str)> = Vec::new();
    let given = book.deals.iter().map(|(_, row)| &row.data).filter(|deal| deal.standing == standing);
    for reason in given.map(|deal| deal.reason.as_str()).filter(|reason| !reason.is_empty()) {
        match counts.iter_mut().find(|(_, known)| *known == reason) {
            Some((count, _)) => *count += 1,
            None => counts.push((1, reason)),
        }
    }
    counts.sort_by_key(|(count, reason)| (std::cmp::Reverse(*count), *reason));
    counts.into_iter().take(REASONS).map(|(_, reason)| reason.to_owned()).collect()
}
