//! The form of an order, in a dialog over the page.

mod draft;
mod fields;
mod line_draft;
mod lines_view;
mod part;
mod pay;
mod products;
mod refund_choice;
mod state;

use leptos::{html, prelude::*, task::spawn_local};

use crate::{
    domain::record::Kind,
    i18n::{t_string, use_i18n},
    platform::clock,
    state::{Workspace, commands::CommandError},
    ui::{
        components::{Button, ButtonKind, Dialog, DialogSize, ErrorSummary, dom::focus_first},
        drafts::{DraftOffer, Keeper},
        notify::Notify,
    },
};

use super::{
    desk::{Desk, OrderJob},
    merge::merged,
    wrong::Wrong,
};
use fields::Fields;
use state::Form;

/// The form; open while the desk has an order on it.
#[component]
pub fn OrderDialog(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let notify = Notify::here();
    let form = Form::new(desk.id);
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let root = NodeRef::<html::Div>::new();
    let keeper = Keeper::new(form.content);
    let restore = move |content: Vec<u8>| form.restore(&content);
    let close = move || desk.order.set(None);
    let finish = move || {
        keeper.finish();
        close();
    };
    // The form is filled before it is shown, never after.
    Effect::new(move |_| match desk.order.get() {
        Some(job) => {
            // What was typed for the job before stays as a draft.
            keeper.leave();
            if form.begin(job) {
                keeper.begin(topic(desk, job));
                open.set(true);
            } else {
                close();
            }
        }
        None => {
            keeper.leave();
            open.set(false);
        }
    });
    let show_first_flaw = move || {
        request_animation_frame(move || {
            if let Some(root) = root.try_get_untracked().flatten() {
                focus_first(&root, ".field-invalid :is(input, select, textarea)");
            }
        });
    };
    let save = move |stay: bool| {
        let Some(job) = desk.order.get_untracked() else { return };
        if busy.get_untracked() {
            return;
        }
        let Some(order) = form.submit() else { return show_first_flaw() };
        busy.set(true);
        let base = form.base.get_value();
        spawn_local(async move {
            let id = match job {
                OrderJob::Edit(id) => id,
                OrderJob::New | OrderJob::Refund(_) => workspace.new_id(clock::now()),
            };
            let order = workspace.peek(|book| match (book.get(id), &base) {
                (Some(row), Some(base)) => merged(base, order.clone(), row),
                _ => order.clone(),
            });
            let done = workspace.save_order(id, order).await;
            busy.try_set(false);
            if let Err(CommandError::Flaws(flaws)) = &done {
                form.refuse(flaws.iter().copied().map(Wrong::from).collect());
                show_first_flaw();
            } else if notify.done(Kind::Order, &done) {
                keeper.finish();
                desk.order.set(stay.then_some(OrderJob::Edit(id)));
            }
        });
    };
    let delete = move |()| {
        let Some(OrderJob::Edit(id)) = desk.order.get_untracked() else { return };
        spawn_local(async move {
            if notify.done(Kind::Order, &workspace.delete_order(id).await) {
                finish();
            }
        });
    };
    let title = Signal::derive(move || {
        let word = match desk.order.get() {
            Some(OrderJob::Edit(_)) => t_string!(i18n, customer.edit_order),
            Some(OrderJob::Refund(_)) => t_string!(i18n, customer.add_refund),
            _ => t_string!(i18n, customer.add_order),
        };
        word.to_owned()
    });
    let old_buttons = move || {
        form.own.get().map(|id| {
            let can_refund = form.base.with_value(|base| base.as_ref().is_some_and(|order| !order.is_refund()));
            view! {
                <Button
                    kind=ButtonKind::Danger
                    label=move || t_string!(i18n, common.delete).to_owned()
                    on_press=delete
                />
                {can_refund.then(|| view! {
                    <Button
                        label=move || t_string!(i18n, customer.add_refund).to_owned()
                        on_press=move |()| desk.order.set(Some(OrderJob::Refund(id)))
                    />
                })}
            }
        })
    };
    view! {
        <Dialog
            open
            on_close=move |()| close()
            title
            close_label=move || t_string!(i18n, common.close).to_owned()
            size=DialogSize::Large
            keep=true
            on_submit=move |()| save(false)
            on_stay=move |()| save(true)
            footer=move || view! {
                {old_buttons}
                <Button label=move || t_string!(i18n, common.cancel).to_owned() on_press=move |()| close()/>
                <Button
                    kind=ButtonKind::Primary
                    submit=true
                    busy
                    label=move || t_string!(i18n, common.save).to_owned()
                />
            }
        >
            <div class="stack" node_ref=root>
                <ErrorSummary
                    count=Signal::derive(move || form.wrong_count())
                    title=move || t_string!(i18n, customer.to_correct, count = form.wrong_count())
                />
                <DraftOffer keeper on_continue=restore/>
                <Fields form/>
            </div>
        </Dialog>
    }
}

/// Under what the drafts of a job are kept.
fn topic(desk: Desk, job: OrderJob) -> String {
    match job {
        OrderJob::New => format!("order/new/{}", desk.id),
        OrderJob::Edit(id) => format!("order/{id}"),
        OrderJob::Refund(id) => format!("order/refund/{id}"),
    }
}
