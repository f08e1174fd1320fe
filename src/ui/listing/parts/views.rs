//! Saved views: pinned ones as tabs above the list, the others in a menu; the one that is open can be kept, named, pinned, deleted.

use leptos::{prelude::*, task::spawn_local};

use super::layout::Layout;
use crate::{
    domain::{id::Id, record::Kind, view::View},
    i18n::{t_string, use_i18n},
    platform::clock,
    state::Workspace,
    ui::{
        components::{
            Button, ButtonKind, Dialog, DialogSize, Field, Icon, Menu, MenuItem, MenuLine, Tab, Tabs, TextInput,
        },
        later,
        listing::Listing,
        notify::Notify,
        route::{ListQuery, Opened, Route},
    },
};

/// What is being named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// A new view.
    New,
    /// One that is there.
    Known(Id<View>),
}

/// The tabs and the menu.
#[component]
pub fn Views(
    /// Of what.
    listing: Listing,
    /// Its columns.
    layout: Layout,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let notify = Notify::here();
    let kind = listing.kind();
    let naming = RwSignal::new(None::<Naming>);
    let views = Memo::new(move |_| {
        workspace.read(&[Kind::View], |book| {
            let own = book.views.iter().filter(|(_, row)| row.data.of == kind);
            let mut views: Vec<(Id<View>, View)> = own.map(|(_, row)| (row.id, row.data.clone())).collect();
            views.sort_by_key(|(_, view)| view.position);
            views
        })
    });
    let opened = Memo::new(move |_| listing.query().with(|query| query.view));
    let open_id = Memo::new(move |_| match opened.get() {
        Some(Opened::AsSaved(id) | Opened::Changed(id)) => Some(id),
        Some(Opened::None) | None => None,
    });
    let changed = Memo::new(move |_| matches!(opened.get(), Some(Opened::Changed(_))));
    let href = move |query: ListQuery| Route::list(kind, query).to_string();
    let has_default = Memo::new(move |_| views.with(|views| views.iter().any(|(_, view)| view.is_default)));
    let everything = move || {
        let query = if has_default.get() { ListQuery::everything() } else { ListQuery::default() };
        href(query)
    };
    let pinned = move || {
        let open = open_id.get();
        let is_shown = |(id, view): &(Id<View>, View)| view.pinned || open == Some(*id);
        views.get().into_iter().filter(is_shown).collect::<Vec<_>>()
    };
    let others = move || {
        let open = open_id.get();
        let rest = views.get().into_iter().filter(|(id, view)| !view.pinned && open != Some(*id));
        rest.collect::<Vec<_>>()
    };
    let save = move |id: Id<View>, view: View, then: bool| {
        spawn_local(async move {
            if notify.done(Kind::View, &workspace.save_view(id, view).await) && then {
                listing.go(ListQuery::of_view(id));
            }
        });
    };
    let change = move |change: fn(&mut View)| {
        let known = open_id
            .get_untracked()
            .and_then(|id| workspace.peek(|book| book.get(id).map(|row| (id, row.data.clone()))));
        if let Some((id, mut view)) = known {
            change(&mut view);
            save(id, view, false);
        }
    };
    let update = move |()| {
        let known = open_id
            .get_untracked()
            .and_then(|id| workspace.peek(|book| book.get(id).map(|row| (id, row.data.clone()))));
        if let Some((id, mut view)) = known {
            listing.query().with_untracked(|query| query.asked.put_into(&mut view));
            layout.put_into(&mut view);
            save(id, view, true);
        }
    };
    let delete = move |()| {
        let Some(id) = open_id.get_untracked() else { return };
        spawn_local(async move {
            if notify.done(Kind::View, &workspace.delete_view(id).await) {
                listing.go(ListQuery::default());
            }
        });
    };
    let name_it = move |name: String| match naming.get_untracked() {
        Some(Naming::New) => {
            let mut view = View::new(kind, name);
            listing.query().with_untracked(|query| query.asked.put_into(&mut view));
            layout.put_into(&mut view);
            save(workspace.new_id(clock::now()), view, true);
        }
        Some(Naming::Known(id)) => {
            let known = workspace.peek(|book| book.get(id).map(|row| row.data.clone()));
            if let Some(view) = known {
                save(id, View { name, ..view }, false);
            }
        }
        None => {}
    };
    let open_view = Memo::new(move |_| {
        let open = open_id.get()?;
        views.with(|views| views.iter().find(|(id, _)| *id == open).map(|(_, view)| view.clone()))
    });
    let leaves_out = Memo::new(move |_| {
        listing
            .query()
            .with(|query| query.asked.leaves_out() || query.asked.group.is_some() || !query.asked.sorts.is_empty())
    });
    let on_name = Callback::new(name_it);
    let any = Memo::new(move |_| views.with(|views| !views.is_empty()));
    view! {
        <Show when=move || any.get() || leaves_out.get()>
            <div class="list-views">
                <Show when=move || any.get()>
                    <Tabs label=Signal::derive(move || t_string!(i18n, listing.views).to_owned())>
                        <Tab
                            href=Signal::derive(everything)
                            label=Signal::derive(move || t_string!(i18n, listing.all_records).to_owned())
                            current=Signal::derive(move || open_id.get().is_none())
                        />
                        <For each=pinned key=|(id, view)| (*id, view.name.clone()) let:entry>
                            {
                                let (id, view) = entry;
                                let current = Signal::derive(move || open_id.get() == Some(id));
                                view! { <Tab href=href(ListQuery::of_view(id)) label=view.name current/> }
                            }
                        </For>
                    </Tabs>
                </Show>
                <div class="list-view-buttons">
                    {move || (!others().is_empty()).then(|| {
                        let items = others().into_iter().map(|(id, view)| {
                            view! { <MenuItem label=view.name href=href(ListQuery::of_view(id))/> }
                        });
                        let items = items.collect_view();
                        view! {
                            <Menu label=t_string!(i18n, listing.other_views).to_owned()>{items}</Menu>
                        }
                    })}
                    <Show when=move || changed.get()>
                        <Button
                            small=true
                            label=Signal::derive(move || t_string!(i18n, listing.update_view).to_owned())
                            on_press=Callback::new(update)
                        />
                    </Show>
                    <Show when=move || open_id.get().is_none() || changed.get()>
                        <Button
                            small=true
                            kind=ButtonKind::Quiet
                            icon=Icon::Star
                            label=Signal::derive(move || t_string!(i18n, listing.save_view).to_owned())
                            on_press=Callback::new(move |()| naming.set(Some(Naming::New)))
                        />
                    </Show>
                    <Show when=move || open_view.with(Option::is_some)>
                        <Menu label=Signal::derive(move || t_string!(i18n, listing.view_menu).to_owned())>
                            <MenuItem
                                label=Signal::derive(move || t_string!(i18n, listing.revert_view).to_owned())
                                icon=Icon::Undo
                                disabled=Signal::derive(move || !changed.get())
                                on_press=Callback::new(move |()| {
                                    if let Some(id) = open_id.get_untracked() {
                                        listing.go(ListQuery::of_view(id));
                                    }
                                })
                            />
                            <MenuItem
                                label=Signal::derive(move || t_string!(i18n, listing.rename_view).to_owned())
                                icon=Icon::Edit
                                on_press=Callback::new(move |()| naming.set(open_id.get_untracked().map(Naming::Known)))
                            />
                            <MenuItem
                                label=Signal::derive(move || {
                                    let pinned = open_view.with(|view| view.as_ref().is_some_and(|view| view.pinned));
                                    let word = if pinned { t_string!(i18n, listing.unpin_view) } else { t_string!(i18n, listing.pin_view) };
                                    word.to_owned()
                                })
                                icon=Icon::Star
                                on_press=Callback::new(move |()| change(|view| view.pinned = !view.pinned))
                            />
                            <MenuItem
                                label=Signal::derive(move || {
                                    let opens = open_view.with(|view| view.as_ref().is_some_and(|view| view.is_default));
                                    let word = if opens { t_string!(i18n, listing.undefault_view) } else { t_string!(i18n, listing.default_view) };
                                    word.to_owned()
                                })
                                icon=Icon::Home
                                on_press=Callback::new(move |()| change(|view| view.is_default = !view.is_default))
                            />
                            <MenuLine/>
                            <MenuItem
                                label=Signal::derive(move || t_string!(i18n, listing.delete_view).to_owned())
                                icon=Icon::Delete
                                danger=true
                                on_press=Callback::new(delete)
                            />
                        </Menu>
                    </Show>
                </div>
            </div>
        </Show>
        {later::when_wanted(
            Signal::derive(move || naming.with(Option::is_some)),
            later::load_name,
            move || later::name(NamedView { naming, open_view, on_name }),
        )}
    }
}

/// What the dialog for a name works on.
#[derive(Clone, Copy)]
pub struct NamedView {
    /// What is being named; nothing while the dialog is closed.
    naming: RwSignal<Option<Naming>>,
    /// The view that is open.
    open_view: Memo<Option<View>>,
    /// Told the name.
    on_name: Callback<String>,
}

/// Asks for the name of a view.
#[component]
pub fn NameDialog(
    /// Of which.
    naming: NamedView,
) -> impl IntoView {
    let i18n = use_i18n();
    let NamedView { naming, open_view, on_name } = naming;
    let name = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    Effect::new(move |_| {
        tried.set(false);
        name.set(match naming.get() {
            Some(Naming::Known(_)) => open_view.get_untracked().map(|view| view.name).unwrap_or_default(),
            Some(Naming::New) | None => String::new(),
        });
    });
    let error = Signal::derive(move || {
        let missing = tried.get() && name.with(|name| name.trim().is_empty());
        missing.then(|| t_string!(i18n, errors.missing).to_owned())
    });
    let submit = move |()| {
        tried.set(true);
        let text = name.with_untracked(|name| name.trim().to_owned());
        if !text.is_empty() {
            on_name.run(text);
            naming.set(None);
        }
    };
    view! {
        <Dialog
            open=Signal::derive(move || naming.get().is_some())
            on_close=Callback::new(move |()| naming.set(None))
            title=Signal::derive(move || match naming.get() {
                Some(Naming::Known(_)) => t_string!(i18n, listing.view_rename_title).to_owned(),
                Some(Naming::New) | None => t_string!(i18n, listing.view_title).to_owned(),
            })
            close_label=Signal::derive(move || t_string!(i18n, common.close).to_owned())
            size=DialogSize::Small
            on_submit=Callback::new(submit)
            footer=move || {
                view! {
                    <Button
                        submit=true
                        kind=ButtonKind::Primary
                        label=Signal::derive(move || t_string!(i18n, common.save).to_owned())
                    />
                }
            }
        >
            <Field label=Signal::derive(move || t_string!(i18n, listing.view_name).to_owned()) error required=true>
                <TextInput value=name on_input=Callback::new(move |text: String| name.set(text))/>
            </Field>
        </Dialog>
    }
}
