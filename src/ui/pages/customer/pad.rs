//! The dialog in which one record of a customer is written: what is typed, kept over a reload and brought together with what another tab
//! changed; what is wrong with it; saving. The inputs are the form's own.

use leptos::{html, prelude::*, task::spawn_local};
use minicbor::{Decode, Encode};

use crate::{
    domain::{book::Stored, id::Id},
    i18n::{t_string, use_i18n},
    platform::clock,
    state::{
        Workspace,
        commands::{CommandError, Done},
    },
    ui::{
        components::{Button, ButtonKind, Dialog, ErrorSummary, dom::focus_first},
        drafts::{DraftOffer, Keeper},
        notify::Notify,
    },
};

use super::{
    merge::merged,
    wrong::{Place, Wrong, sentence_at},
};

/// What is to be written.
#[derive(Debug)]
pub enum Job<T> {
    /// A new record.
    New,
    /// One that is there.
    Edit(Id<T>),
}

impl<T> Clone for Job<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Job<T> {}

/// The job whose dialog is open; none closes it.
pub type OpenJob<T> = RwSignal<Option<Job<T>>>;

/// What is typed into a form.
pub trait Typed: Clone + PartialEq + Default + Encode<()> + for<'b> Decode<'b, ()> + Send + Sync + 'static {}

impl<D: Clone + PartialEq + Default + Encode<()> + for<'b> Decode<'b, ()> + Send + Sync + 'static> Typed for D {}

/// The draft in an open dialog. Made once for a page.
pub struct Pad<T: 'static, D: 'static> {
    job: OpenJob<T>,
    /// What is typed.
    pub draft: RwSignal<D>,
    wrongs: RwSignal<Vec<Wrong>>,
    base: StoredValue<Option<T>>,
    keeper: Keeper,
    root: NodeRef<html::Div>,
    workspace: Workspace,
    notify: Notify,
}

impl<T, D> Clone for Pad<T, D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, D> Copy for Pad<T, D> {}

impl<T: Stored + Send + Sync, D: Typed> Pad<T, D> {
    /// A pad for records of one kind. Drafts are kept under the `topic`, those of new records for each of whom `whose` names; `fill` gives
    /// the draft of a record, or of a new one.
    pub fn new(
        topic: &'static str,
        whose: impl Fn() -> String + 'static,
        job: OpenJob<T>,
        fill: impl Fn(Option<&T>) -> D + 'static,
    ) -> Self {
        let workspace = Workspace::expect();
        let (draft, first) = (RwSignal::new(D::default()), RwSignal::new(D::default()));
        let keeper = Keeper::new(Memo::new(move |_| {
            let bytes = |draft: &D| minicbor::to_vec(draft).expect("a vector takes every byte");
            first.with(|first| draft.with(|draft| (draft != first).then(|| bytes(draft))))
        }));
        let pad = Self {
            job,
            draft,
            wrongs: RwSignal::new(Vec::new()),
            base: StoredValue::new(None),
            keeper,
            root: NodeRef::new(),
            workspace,
            notify: Notify::here(),
        };
        Effect::new(move |_| {
            keeper.leave();
            let (old, topic) = match job.get() {
                None => return,
                Some(Job::New) => (None, format!("{topic}/new/{}", whose())),
                Some(Job::Edit(id)) => {
                    (workspace.peek(|book| book.get(id).map(|row| row.data.clone())), format!("{topic}/{id}"))
                }
            };
            let filled = untrack(|| fill(old.as_ref()));
            pad.base.set_value(old);
            pad.wrongs.set(Vec::new());
            first.set(filled.clone());
            draft.set(filled);
            keeper.begin(topic);
        });
        pad
    }

    /// Tells what is wrong, and goes to the first input that is.
    pub fn show_flaws(self, found: Vec<Wrong>) {
        self.wrongs.set(found);
        request_animation_frame(move || {
            if let Some(root) = self.root.try_get_untracked().flatten() {
                focus_first(&root, ".field-invalid :is(input, select, textarea)");
            }
        });
    }

    /// The sentence for the input of a field; none while it is right.
    pub fn error(self, number: u32) -> Signal<Option<String>> {
        sentence_at(self.wrongs.into(), move || Some(Place::of(number)))
    }

    /// Saves what was read of the draft, if anything is open; `stay` keeps the dialog open, on what was saved.
    pub fn save<F>(
        self,
        read: Result<T, Vec<Wrong>>,
        stay: bool,
        store: impl FnOnce(Workspace, Id<T>, T) -> F + 'static,
    ) where
        F: Future<Output = Done> + 'static,
    {
        let Some(job) = self.job.get_untracked() else { return };
        let record = match read {
            Ok(record) => record,
            Err(found) => return self.show_flaws(found),
        };
        let workspace = self.workspace;
        let id = match job {
            Job::New => workspace.new_id(clock::now()),
            Job::Edit(id) => id,
        };
        let base = self.base.get_value();
        let record = workspace.peek(|book| match (book.get(id), base) {
            (Some(row), Some(base)) => merged(&base, record, row),
            _ => record,
        });
        spawn_local(async move {
            let done = store(workspace, id, record).await;
            if let Err(CommandError::Flaws(flaws)) = &done {
                self.show_flaws(flaws.iter().copied().map(Wrong::from).collect());
            } else if self.notify.done(T::KIND, &done) {
                self.keeper.finish();
                self.job.set(stay.then_some(Job::Edit(id)));
            }
        });
    }

    /// The dialog around the inputs. `title` is told whether a record is changed that is there; `save`, whether the dialog stays.
    pub fn dialog(
        self,
        title: impl Fn(bool) -> String + Send + Sync + 'static,
        save: impl Fn(bool) + Clone + Send + Sync + 'static,
        inputs: impl Fn() -> AnyView + Send + Sync + 'static,
    ) -> AnyView {
        let i18n = use_i18n();
        let Self { job, draft, wrongs, keeper, root, .. } = self;
        let close = move |()| job.set(None);
        let restore = move |content: Vec<u8>| {
            if let Ok(kept) = minicbor::decode::<D>(&content) {
                draft.set(kept);
            }
        };
        let stay = save.clone();
        view! {
            <Dialog
                open=Signal::derive(move || job.with(Option::is_some))
                on_close=close
                title=Signal::derive(move || title(matches!(job.get(), Some(Job::Edit(_)))))
                close_label=move || t_string!(i18n, common.close).to_owned()
                keep=true
                on_submit=move |()| save(false)
                on_stay=move |()| stay(true)
                footer=move || view! {
                    <Button label=move || t_string!(i18n, common.cancel).to_owned() on_press=close/>
                    <Button kind=ButtonKind::Primary submit=true label=move || t_string!(i18n, common.save).to_owned()/>
                }
            >
                <div class="stack" node_ref=root>
                    <ErrorSummary
                        count=Signal::derive(move || wrongs.with(Vec::len))
                        title=move || t_string!(i18n, customer.to_correct, count = wrongs.with(Vec::len))
                    />
                    <DraftOffer keeper on_continue=restore/>
                    {inputs()}
                </div>
            </Dialog>
        }
        .into_any()
    }
}
