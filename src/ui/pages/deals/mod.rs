//! The board of deals: what is being sold, step by step.

mod card;
mod pipeline_dialog;
mod pipeline_draft;

use leptos::{prelude::*, task::spawn_local};
use uuid::Uuid;

use crate::{
    analysis::board::{Step, board},
    domain::{book::Book, record::Kind},
    i18n::{Locale, t_string, td_string, use_i18n},
    platform::{clock, format},
    state::Workspace,
    ui::{
        commands::{Command, Commands},
        components::{
            Board, BoardColumn, Button, ButtonKind, Choice, Cluster, Columns, EmptyState, Icon, Page, PageHeader,
            Segmented, Stat,
        },
        listing::total_text,
        notify::Notify,
        pages::customer::{DealOver, EndDialog, Ending},
        route::Route,
        router::Router,
        words,
    },
};

use card::DealCard;
use pipeline_dialog::PipelineDialog;

/// The page.
#[component]
pub fn DealsPage() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, router, notify, commands) =
        (Workspace::expect(), Router::expect(), Notify::here(), Commands::expect());
    let ending = Ending::new(None);
    let arranging = RwSignal::new(None::<Option<Uuid>>);
    let settings = Memo::new(move |_| workspace.read(&[Kind::Settings], Book::settings));
    let pipelines = Memo::new(move |_| settings.with(|settings| settings.pipelines()));
    // The pipeline of the address stays while one of its deals is open.
    let chosen = Memo::new(move |before: Option<&Option<Uuid>>| match router.route() {
        Route::Deals(pipeline) => pipeline,
        _ => before.copied().flatten(),
    });
    let pipeline = Memo::new(move |_| {
        let wanted = chosen.get();
        pipelines.with(|all| all.iter().find(|one| Some(one.id) == wanted).or(all.first()).map(|one| one.id))
    });
    let opened = Memo::new(move |_| match router.route() {
        Route::Deal(id) => workspace.read(&[Kind::Deal], |book| book.get(id).map(|row| (id, row.data.party))),
        _ => None,
    });
    let today = Memo::new(move |_| settings.with(|settings| clock::today(&settings.time_zone)));
    let shown = Memo::new(move |_| {
        let pipeline = pipeline.get().unwrap_or_default();
        settings.with(|settings| {
            workspace.read(&[Kind::Deal], |book| {
                board(&settings.pipelines(), pipeline, book.deals.iter(), settings, today.get())
            })
        })
    });
    let is_empty = Memo::new(move |_| workspace.read(&[Kind::Deal], |book| book.deals.is_empty()));
    let columns = Signal::derive(move || {
        let locale = i18n.get_locale();
        let stages = pipelines.with(|all| {
            let own = all.iter().find(|one| Some(one.id) == pipeline.get());
            own.map(|own| own.stages.clone()).unwrap_or_default()
        });
        shown.with(|board| {
            let column = |step: &Step| {
                let stage = stages.iter().find(|stage| stage.id == step.stage);
                BoardColumn {
                    key: step.stage.to_string(),
                    title: stage.map(|stage| words::stage(locale, stage)).unwrap_or_default(),
                    count: format::integer(words::tag(locale), step.deals.len() as i64),
                    lines: lines(locale, step, stage.map_or(0, |stage| stage.probability)),
                    cards: step.deals.clone(),
                }
            };
            board.steps.iter().map(column).collect::<Vec<_>>()
        })
    });
    let on_move = move |(slot, place): (u32, usize)| {
        let Some(to) = shown.with_untracked(|board| board.steps.get(place).map(|step| step.stage)) else { return };
        let deal = workspace.peek(|book| book.deals.at(slot).map(|row| (row.id, row.data.stage)));
        let Some((id, _)) = deal.filter(|(_, from)| *from != to) else { return };
        let (pipeline, today) = (pipeline.get_untracked().unwrap_or_default(), today.get_untracked());
        spawn_local(async move {
            notify.done(Kind::Deal, &workspace.move_deal(id, pipeline, to, today).await);
        });
    };
    let choices = Signal::derive(move || {
        let locale = i18n.get_locale();
        let choice =
            |one: &crate::domain::pipeline::Pipeline| Choice::new(one.id.to_string(), words::pipeline(locale, one));
        pipelines.with(|all| all.iter().map(choice).collect::<Vec<_>>())
    });
    let new_deal = move || {
        view! {
            <Button
                kind=ButtonKind::Primary
                icon=Icon::Add
                label=move || t_string!(i18n, deals.add).to_owned()
                on_press=move |()| commands.run(Command::NewDeal)
            />
        }
    };
    let close = move |()| router.go(&Route::Deals(chosen.get_untracked()));
    let count = Signal::derive(move || {
        shown.with(|board| format::integer(words::tag(i18n.get_locale()), board.all.deals.len() as i64))
    });
    view! {
        <Page>
            <PageHeader
                title=move || t_string!(i18n, deals.title).to_owned()
                count
                lead=Signal::derive(move || t_string!(i18n, deals.lead).to_owned())
            >
                <Button
                    icon=Icon::Settings
                    label=move || t_string!(i18n, deals.arrange).to_owned()
                    on_press=move |()| arranging.set(Some(pipeline.get_untracked()))
                />
                {new_deal}
            </PageHeader>
            <Show when=move || pipelines.with(|all| all.len() > 1)>
                <Cluster>
                    <Segmented
                        label=move || t_string!(i18n, deals.pipeline).to_owned()
                        options=choices
                        value=Signal::derive(move || pipeline.get().unwrap_or_default().to_string())
                        on_change=move |id: String| router.go(&Route::Deals(id.parse().ok()))
                    />
                </Cluster>
            </Show>
            {move || if is_empty.get() {
                view! {
                    <EmptyState
                        is_page=true
                        icon=Icon::Deal
                        title=move || t_string!(i18n, deals.none).to_owned()
                        text=Signal::derive(move || t_string!(i18n, deals.none_text).to_owned())
                    >
                        {new_deal()}
                    </EmptyState>
                }.into_any()
            } else {
                view! {
                    <Columns narrow=true>
                        <Stat
                            label=move || t_string!(i18n, deals.sum_open).to_owned()
                            value=Signal::derive(move || shown.with(|board| total_text(i18n.get_locale(), &board.all.total)))
                            hint=Signal::derive(move || in_base(i18n.get_locale(), &shown.get().all, false, &settings.get()))
                        />
                        <Stat
                            label=move || t_string!(i18n, deals.sum_weighted).to_owned()
                            value=Signal::derive(move || {
                                shown.with(|board| total_text(i18n.get_locale(), &board.all.weighted))
                            })
                            hint=Signal::derive(move || in_base(i18n.get_locale(), &shown.get().all, true, &settings.get()))
                        />
                        <Stat
                            label=move || t_string!(i18n, deals.won_lately).to_owned()
                            value=Signal::derive(move || shown.with(|board| won_share(i18n.get_locale(), board.lately)))
                            hint=Signal::derive(move || {
                                let (won, lost) = shown.with(|board| board.lately);
                                t_string!(i18n, deals.won_lost, won = won, lost = lost)
                            })
                        />
                    </Columns>
                    <p class="field-hint">{move || t_string!(i18n, deals.board_hint)}</p>
                    <Board
                        label=move || t_string!(i18n, deals.board).to_owned()
                        columns
                        card=move |slot| view! { <DealCard number=slot ending/> }.into_any()
                        on_move
                        more=move |left: usize| t_string!(i18n, customer.show_more, count = left)
                        empty=Signal::derive(move || t_string!(i18n, deals.none_in_step).to_owned())
                    />
                }.into_any()
            }}
        </Page>
        <EndDialog ending/>
        <PipelineDialog arranging/>
        {move || opened.get().map(|(id, party)| view! { <DealOver id party on_close=Callback::new(close)/> })}
    }
}

/// What stands below the name of a step.
fn lines(locale: Locale, step: &Step, share: u8) -> Vec<String> {
    let total = Some(total_text(locale, &step.total)).filter(|text| !text.is_empty());
    let weighted = total
        .is_some()
        .then(|| td_string!(locale, deals.weighted_line, amount = total_text(locale, &step.weighted), share = share));
    let stale = (step.stale > 0).then(|| td_string!(locale, deals.stale_count, count = step.stale));
    [total, weighted, stale].into_iter().flatten().collect()
}

/// What amounts of several currencies come to in the base currency, where every rate is known; why not, where one is missing.
fn in_base(locale: Locale, all: &Step, weighted: bool, settings: &crate::domain::settings::Settings) -> String {
    let total = if weighted { &all.weighted } else { &all.total };
    let without = all.deals.len() - (all.total.values as usize).min(all.deals.len());
    let currency = settings.currency;
    let own = match total.amounts.as_slice() {
        [] => None,
        [(only, _)] if *only == currency => None,
        _ => Some(match total.base_minor() {
            Some(minor) => {
                let amount = format::money(words::tag(locale), minor, currency.code(), currency.exponent());
                td_string!(locale, deals.in_base, amount = amount)
            }
            None => td_string!(locale, deals.no_rate, currency = currency.code()),
        }),
    };
    let unknown = (without > 0).then(|| td_string!(locale, deals.without_amount, count = without));
    [own, unknown].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The share of deals that were won among those that ended lately; a dash for none.
fn won_share(locale: Locale, (won, lost): (usize, usize)) -> String {
    let ended = won + lost;
    if ended == 0 { "–".to_owned() } else { format::percent(words::tag(locale), won as f64 / ended as f64, 0) }
}
