//! A block of cells from a spreadsheet: what would be filled, what stands in the way, and the way to take the first value alone.
//! All of it is written or nothing.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{record::Kind, setting::AnySetting},
    i18n::{Locale, t_string, td_string, use_i18n},
    state::{
        Watch, Workspace,
        commands::{BulkError, Many},
    },
    ui::{
        components::{Button, ButtonKind, CellChange, Dialog, Pasted},
        notify::Notify,
        words,
    },
};

use super::{
    field::{AnyField, Reading},
    outcome,
};

/// How many problems are named; the others are like them.
const NAMED: usize = 5;

/// Reads the cells of a block. `Err` has the sentences for those that are wrong.
fn settings(
    workspace: Workspace,
    locale: Locale,
    kind: Kind,
    cells: &[CellChange<u32>],
) -> Result<Vec<(u32, AnySetting)>, Vec<String>> {
    workspace.peek(|book| {
        let (mut settings, mut wrong) = (Vec::new(), Vec::new());
        for cell in cells {
            if book.id_at(kind, cell.id).is_none() {
                continue;
            }
            let Some(field) = AnyField::of_key(book, kind, &cell.key) else { continue };
            let currency = field.currency(book, cell.id);
            match field.setting(&cell.text, Reading { locale, currency, pasted: true }) {
                Ok(setting) => settings.push((cell.id, setting)),
                Err(flaw) => wrong.push(td_string!(
                    locale,
                    bulk.paste_wrong_line,
                    name = outcome::title(locale, book, kind, cell.id),
                    field = field.label(locale),
                    value = cell.text.clone(),
                    reason = words::flaw(locale, flaw)
                )),
            }
        }
        if wrong.is_empty() { Ok(settings) } else { Err(wrong) }
    })
}

/// Asks before several cells are filled. It is there while `pasted` holds a block.
#[component]
pub fn PasteDialog(
    /// What is listed.
    kind: Kind,
    /// The block.
    pasted: RwSignal<Option<Pasted<u32>>>,
    /// Told when it is closed.
    #[prop(into)]
    on_closed: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let refused = RwSignal::new(Vec::<String>::new());
    let close = move |()| {
        pasted.set(None);
        refused.set(Vec::new());
        on_closed.run(());
    };
    let write = move |cells: Vec<CellChange<u32>>, said: Option<String>| {
        let locale = notify.locale();
        let settings = match settings(workspace, locale, kind, &cells) {
            Ok(settings) => settings,
            Err(wrong) => return refused.set(wrong),
        };
        spawn_local(async move {
            let subject = subject(workspace, locale, kind, &cells);
            match workspace.set_any(kind, Many::Each(settings), &subject, true, &Watch::nobody()).await {
                Err(BulkError::Refused(list)) => {
                    let lines = list.iter().map(|refused| {
                        let name = workspace.peek(|book| outcome::title(locale, book, kind, refused.slot));
                        format!("{name}: {}", outcome::reason(workspace, locale, kind, refused))
                    });
                    refused.try_set(lines.collect());
                }
                done => {
                    outcome::tell(workspace, notify, kind, &done);
                    if let Some(said) = said.filter(|_| done.is_ok()) {
                        notify.say(said);
                    }
                    if pasted.try_set(None).is_none() {
                        on_closed.try_run(());
                    }
                }
            }
        });
    };
    let cells =
        move || pasted.with_untracked(|pasted| pasted.as_ref().map(|block| block.cells.clone()).unwrap_or_default());
    let fill = move |()| write(cells(), None);
    let first = move |()| {
        let first: Vec<_> = cells().into_iter().take(1).collect();
        let said =
            first.first().map(|cell| td_string!(notify.locale(), bulk.paste_took_first, value = cell.text.clone()));
        write(first, said);
    };
    let count = move || pasted.with(|pasted| pasted.as_ref().map_or(0, |block| block.cells.len()));
    let left_over = move || pasted.with(|pasted| pasted.as_ref().map_or(0, |block| block.left_over));
    let wrong = Memo::new(move |_| {
        let found = pasted.with(|pasted| {
            let block = pasted.as_ref()?;
            settings(workspace, i18n.get_locale(), kind, &block.cells).err()
        });
        found.unwrap_or_else(|| refused.get())
    });
    // One line of one cell needs no question.
    Effect::new(move |_| {
        let single = pasted.with(|pasted| pasted.as_ref().is_some_and(|block| block.lines == 1 && block.columns == 1));
        if single && wrong.with_untracked(Vec::is_empty) {
            fill(());
        }
    });
    view! {
        <Dialog
            open=Signal::derive(move || {
                pasted.with(|pasted| pasted.as_ref().is_some_and(|block| block.lines * block.columns > 1))
                    || (pasted.with(Option::is_some) && wrong.with(|wrong| !wrong.is_empty()))
            })
            on_close=Callback::new(close)
            title=Signal::derive(move || t_string!(i18n, bulk.paste_title).to_string())
            close_label=Signal::derive(move || t_string!(i18n, common.close).to_string())
            on_submit=Callback::new(fill)
            footer=move || {
                view! {
                    <Button
                        label=Signal::derive(move || t_string!(i18n, common.cancel).to_string())
                        on_press=Callback::new(close)
                    />
                    <Show when=move || { count() > 1 }>
                        <Button
                            label=Signal::derive(move || t_string!(i18n, bulk.paste_first).to_string())
                            on_press=Callback::new(first)
                        />
                    </Show>
                    <Button
                        kind=ButtonKind::Primary
                        submit=true
                        disabled=Signal::derive(move || wrong.with(|wrong| !wrong.is_empty()) || count() == 0)
                        label=Signal::derive(move || t_string!(i18n, bulk.paste_fill, count = count()))
                    />
                }
            }
        >
            <p>{move || t_string!(i18n, bulk.paste_text, count = count())}</p>
            {move || (left_over() > 0).then(|| view! { <p>{t_string!(i18n, bulk.paste_left_over, count = left_over())}</p> })}
            {move || {
                let wrong = wrong.get();
                (!wrong.is_empty()).then(|| view! {
                    <div class="bulk-examples" role="alert">
                        <p>{t_string!(i18n, bulk.paste_wrong)}</p>
                        <ul>{wrong.into_iter().take(NAMED).map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                    </div>
                })
            }}
        </Dialog>
    }
}

/// What the history calls it: the name of the field where it is one.
fn subject(workspace: Workspace, locale: Locale, kind: Kind, cells: &[CellChange<u32>]) -> String {
    let Some(first) = cells.first().filter(|first| cells.iter().all(|cell| cell.key == first.key)) else {
        return String::new();
    };
    workspace.peek(|book| AnyField::of_key(book, kind, &first.key).map(|field| field.label(locale)).unwrap_or_default())
}
