//! The form of an order, in a dialog over the page.

mod draft;
mod fields;
mod line_draft;
mod lines_view;
mod products;
mod refund_choice;
mod state;

use leptos::{html, prelude::*, task::spawn_local};

use crate::{
    domain::record::Kind,
    i18n::{t_string, use_i18n},
    platform::{clock, keys},
    state::{Workspace, commands::CommandError},
    ui::{
        components::{Button, ButtonKind, Dialog, DialogSize, dom::focus_first},
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
    let close = move || desk.order.set(None);
    let finish = move || {
        form.is_done();
        close();
    };
    // The form is filled before it is shown, never after.
    Effect::new(move |_| match desk.order.get() {
        Some(job) if form.begin(job) => open.set(true),
        Some(_) => close(),
        None => open.set(false),
    });
    let show_first_flaw = move || {
        request_animation_frame(move || {
            if let Some(root) = root.try_get_untracked().flatten() {
                focus_first(&root, "[aria-invalid=true]");
            }
        });
    };
    let save = move || {
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
                finish();
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
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && keys::has_command(&event) && !event.is_composing() {
            event.prevent_default();
            save();
        }
    };
    view! {
        <Dialog
            open
            on_close=move |()| close()
            title
            close_label=move || t_string!(i18n, common.close).to_owned()
            size=DialogSize::Large
            keep=true
            on_submit=move |()| save()
            footer=move || view! {
                {old_buttons}
                <Button label=move || t_string!(i18n, common.cancel).to_owned() on_press=move |()| finish()/>
                <Button
                    kind=ButtonKind::Primary
                    submit=true
                    busy
                    label=move || t_string!(i18n, common.save).to_owned()
                />
            }
        >
            <div node_ref=root on:keydown=on_key>
                <Fields form/>
            </div>
        </Dialog>
    }
}
