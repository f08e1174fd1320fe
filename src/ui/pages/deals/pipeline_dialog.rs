//! Arranging a pipeline: its name and steps, and where the deals of a step go that is taken away.

use leptos::{prelude::*, task::spawn_local};
use uuid::Uuid;

use crate::{
    domain::{
        book::Book,
        id::Id,
        pipeline::{Pipeline, Stage},
        record::Kind,
    },
    i18n::{Locale, t_string, use_i18n},
    platform::clock,
    state::{Workspace, commands::CommandError},
    ui::{
        components::{
            Button, ButtonKind, Choice, Dialog, DialogSize, ErrorSummary, Field, NumberInput, RepeatedField, Select,
            TextInput,
        },
        notify::Notify,
        pages::customer::{
            labels::repeated_labels,
            wrong::{Place, Wrong, sentence_at},
        },
        route::Route,
        router::Router,
        words,
    },
};

use super::pipeline_draft::{FIELD, PipelineDraft, StageDraft, part};

/// What a usual step is called as usual.
fn usual(locale: Locale) -> impl Fn(&Stage) -> String {
    move |stage| words::stage(locale, &Stage { name: String::new(), ..stage.clone() })
}

/// The dialog. `arranging` says that it is open, on a pipeline or on a new one.
#[component]
pub fn PipelineDialog(arranging: RwSignal<Option<Option<Uuid>>>) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify, router) = (Workspace::expect(), Notify::here(), Router::expect());
    let draft = RwSignal::new(PipelineDraft::default());
    let wrongs = RwSignal::new(Vec::<Wrong>::new());
    // Where the deals of steps that go are to go: the step that goes, and its heir.
    let heirs = RwSignal::new(Vec::<(Uuid, String)>::new());
    let pipelines = Memo::new(move |_| workspace.read(&[Kind::Settings], Book::settings).pipelines());
    let own = move || {
        let id = arranging.get()??;
        pipelines.with(|all| all.iter().find(|one| one.id == id).cloned())
    };
    Effect::new(move |_| {
        let Some(which) = arranging.get() else { return };
        let locale = i18n.get_locale_untracked();
        let found = pipelines.with_untracked(|all| all.iter().find(|one| Some(one.id) == which).cloned());
        draft.set(match found {
            Some(pipeline) => {
                PipelineDraft::of(&pipeline, words::pipeline(locale, &pipeline), |stage| words::stage(locale, stage))
            }
            None => PipelineDraft {
                name: String::new(),
                stages: [StageDraft { share: "20".to_owned(), ..StageDraft::default() }].into_iter().collect(),
            },
        });
        wrongs.set(Vec::new());
        heirs.set(Vec::new());
    });
    // Steps that are gone from the draft and have deals.
    let orphaned = Memo::new(move |_| {
        let kept: Vec<Uuid> = draft.with(|draft| draft.stages.iter().filter_map(|stage| stage.id).collect());
        let gone: Vec<Stage> =
            own().map(|own| own.stages).into_iter().flatten().filter(|stage| !kept.contains(&stage.id)).collect();
        workspace.read(&[Kind::Deal], |book| {
            let has_deals = |stage: &Stage| book.deals.iter().any(|(_, row)| row.data.stage == stage.id);
            gone.into_iter().filter(has_deals).collect::<Vec<_>>()
        })
    });
    // Steps that deals can go to: those that stay and are there already.
    let targets = Signal::derive(move || {
        let locale = i18n.get_locale();
        let kept: Vec<(Uuid, String)> =
            draft.with(|draft| draft.stages.iter().filter_map(|stage| Some((stage.id?, stage.name.clone()))).collect());
        let own = own().map(|own| own.id);
        let mut choices: Vec<Choice> = kept.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
        pipelines.with(|all| {
            for other in all.iter().filter(|other| Some(other.id) != own) {
                let name = words::pipeline(locale, other);
                let stage = |stage: &Stage| {
                    Choice::new(stage.id.to_string(), format!("{name} · {}", words::stage(locale, stage)))
                };
                choices.extend(other.stages.iter().map(stage));
            }
        });
        choices
    });
    let heir_of = move |stage: Uuid| {
        let chosen = heirs.with(|heirs| heirs.iter().find(|(gone, _)| *gone == stage).map(|(_, to)| to.clone()));
        let first = move || targets.with(|targets| targets.first().map(|target| target.value.clone()));
        chosen.or_else(first).unwrap_or_default()
    };
    let close = move |()| arranging.set(None);
    let store = move |next: Vec<Pipeline>, inherit: Vec<(Uuid, (Uuid, Uuid))>, then: Option<Uuid>| {
        let today = clock::today(&workspace.peek(Book::settings).time_zone);
        spawn_local(async move {
            let done = workspace.save_pipelines(next, inherit, today).await;
            if let Err(CommandError::Flaws(flaws)) = &done {
                wrongs.try_set(flaws.iter().copied().map(Wrong::from).collect());
            } else if notify.done(Kind::Settings, &done) {
                arranging.try_set(None);
                router.go(&Route::Deals(then));
            }
        });
    };
    // Each step that goes, with the pipeline and the step that take its deals, as the pipelines will be.
    let inheritance = move |next: &[Pipeline]| -> Option<Vec<(Uuid, (Uuid, Uuid))>> {
        let place = |id: Uuid| next.iter().find_map(|one| one.stage(id).map(|stage| (one.id, stage.id)));
        let gone = orphaned.get_untracked().into_iter();
        gone.map(|stage| Some((stage.id, place(untrack(|| heir_of(stage.id)).parse().ok()?)?))).collect()
    };
    let save = move |()| {
        let Some(which) = arranging.get_untracked() else { return };
        let locale = i18n.get_locale_untracked();
        let id = which.unwrap_or_else(|| fresh(workspace));
        let usual_name = words::pipeline(locale, &Pipeline::usual());
        let read = draft.with_untracked(|draft| draft.parse(id, usual(locale), &usual_name, || fresh(workspace)));
        let pipeline = match read {
            Ok(pipeline) => pipeline,
            Err(found) => return wrongs.set(found),
        };
        let mut next = pipelines.get_untracked();
        match next.iter_mut().find(|one| one.id == id) {
            Some(place) => *place = pipeline,
            None => next.push(pipeline),
        }
        match inheritance(&next) {
            Some(inherit) => store(next, inherit, Some(id)),
            None => wrongs.set(vec![Place::of(FIELD).is(crate::domain::flaw::Flaw::Dangling)]),
        }
    };
    // Its deals go where they are told to, as if each of its steps had been taken away.
    let remove = move |()| {
        let Some(Some(id)) = arranging.get_untracked() else { return };
        let next: Vec<Pipeline> = pipelines.get_untracked().into_iter().filter(|one| one.id != id).collect();
        let Some(first) = next.first().and_then(|one| Some((one.id, one.stages.first()?.id))) else { return };
        let gone = pipelines.get_untracked().into_iter().filter(|one| one.id == id).flat_map(|one| one.stages);
        let inherit = gone.map(|stage| (stage.id, first)).collect();
        store(next, inherit, None);
    };
    let can_remove = move || own().is_some() && pipelines.with(|all| all.len() > 1);
    let error = move |place: Place| sentence_at(wrongs.into(), move || Some(place));
    let entry_error = move |key: u32, part: u8| {
        sentence_at(wrongs.into(), move || {
            draft.with(|draft| draft.stages.index(key)).map(|index| Place::entry(FIELD, index, part))
        })
    };
    let stage_inputs = move |key: u32| {
        let value = move |read: fn(&StageDraft) -> &String| {
            Signal::derive(move || {
                draft.with(|draft| draft.stages.get(key).map(|stage| read(stage).clone())).unwrap_or_default()
            })
        };
        let write = move |place: fn(&mut StageDraft) -> &mut String| {
            Callback::new(move |text: String| {
                draft.update(|draft| draft.stages.edit(key, |stage| *place(stage) = text));
            })
        };
        view! {
            <div class="customer-line">
                <Field label=move || t_string!(i18n, deals.stage_name).to_owned() error=entry_error(key, part::NAME)>
                    <TextInput value=value(|stage| &stage.name) on_input=write(|stage| &mut stage.name)/>
                </Field>
                <Field label=move || t_string!(i18n, deals.stage_share).to_owned() error=entry_error(key, part::SHARE)>
                    <NumberInput
                        whole=true
                        value=value(|stage| &stage.share)
                        on_input=write(|stage| &mut stage.share)
                    />
                </Field>
                <Field label=move || t_string!(i18n, deals.stage_rots).to_owned() error=entry_error(key, part::ROTS)>
                    <NumberInput whole=true value=value(|stage| &stage.rots) on_input=write(|stage| &mut stage.rots)/>
                </Field>
            </div>
        }
    };
    view! {
        <Dialog
            open=Signal::derive(move || arranging.with(Option::is_some))
            on_close=close
            title=move || t_string!(i18n, deals.arrange).to_owned()
            close_label=move || t_string!(i18n, common.close).to_owned()
            size=DialogSize::Large
            keep=true
            on_submit=save
            footer=move || view! {
                {move || can_remove().then(|| view! {
                    <Button
                        kind=ButtonKind::Danger
                        label=move || t_string!(i18n, deals.remove_pipeline).to_owned()
                        on_press=remove
                    />
                })}
                {move || own().map(|_| view! {
                    <Button
                        label=move || t_string!(i18n, deals.new_pipeline).to_owned()
                        on_press=move |()| arranging.set(Some(None))
                    />
                })}
                <Button label=move || t_string!(i18n, common.cancel).to_owned() on_press=close/>
                <Button kind=ButtonKind::Primary submit=true label=move || t_string!(i18n, common.save).to_owned()/>
            }
        >
            <div class="stack">
                <ErrorSummary
                    count=Signal::derive(move || wrongs.with(Vec::len))
                    title=move || t_string!(i18n, customer.to_correct, count = wrongs.with(Vec::len))
                />
                <Field label=move || t_string!(i18n, deals.pipeline_name).to_owned() error=error(Place::of(0)) required=true>
                    <TextInput
                        value=Signal::derive(move || draft.with(|draft| draft.name.clone()))
                        on_input=move |text: String| draft.update(|draft| draft.name = text)
                    />
                </Field>
                <p class="field-hint">{move || t_string!(i18n, deals.arrange_hint)}</p>
                <RepeatedField
                    labels=repeated_labels(Signal::derive(move || t_string!(i18n, deals.stages).to_owned()))
                    keys=Signal::derive(move || draft.with(|draft| draft.stages.keys()))
                    entry=stage_inputs
                    on_add=move |()| draft.update(|draft| draft.stages.push(StageDraft::default()))
                    on_remove=move |key| draft.update(|draft| draft.stages.remove(key))
                    on_move=move |(key, way)| draft.update(|draft| draft.stages.shift(key, way))
                />
                {move || error(Place::of(FIELD)).get().map(|text| view! { <p class="field-error" role="alert">{text}</p> })}
                <For each=move || orphaned.get() key=|stage| stage.id let:stage>
                    {
                        let id = stage.id;
                        let label = Signal::derive(move || {
                            t_string!(i18n, deals.heir, stage = words::stage(i18n.get_locale(), &stage))
                        });
                        view! {
                            <Field label>
                                <Select
                                    options=targets
                                    value=Signal::derive(move || heir_of(id))
                                    on_change=move |to: String| heirs.update(|heirs| {
                                        heirs.retain(|(gone, _)| *gone != id);
                                        heirs.push((id, to));
                                    })
                                />
                            </Field>
                        }
                    }
                </For>
            </div>
        </Dialog>
    }
}

/// An id that nothing has.
fn fresh(workspace: Workspace) -> Uuid {
    let id: Id<crate::domain::deal::Deal> = workspace.new_id(clock::now());
    id.uuid()
}
