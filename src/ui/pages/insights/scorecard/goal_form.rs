//! The form of a target, in its dialog.

use leptos::{html, prelude::*, task::spawn_local};

use crate::{
    domain::{
        decimal::Decimal,
        flaw::Flaw,
        goal::{Goal, Unit, Yardstick},
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    platform::format,
    state::Workspace,
    ui::{
        components::{Button, ButtonKind, Dialog, DialogSize, ErrorSummary, Field, NumberInput, dom::focus_first},
        notify::Notify,
        words,
    },
};

use super::goal_draft::GoalDraft;

/// The target to be set: of what, and what it was a year before, in its unit, if that is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GoalJob {
    /// Of what.
    pub of: Yardstick,
    /// A baseline that suggests itself.
    pub before: Option<f64>,
}

/// What becomes of the targets.
type Change = Box<dyn FnOnce(&mut Vec<Goal>)>;

/// The form.
#[component]
pub fn GoalForm(
    /// The target to be set; none closes the dialog.
    job: RwSignal<Option<GoalJob>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let draft = RwSignal::new(GoalDraft::default());
    let wrong = RwSignal::new([None::<Flaw>; 3]);
    let is_set = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let Some(GoalJob { of, before }) = job.get() else { return };
        let tag = words::tag(i18n.get_locale_untracked());
        let goal = workspace.peek(|book| book.settings().goals.into_iter().find(|goal| goal.of == of));
        is_set.set(goal.is_some());
        wrong.set([None; 3]);
        let write = |decimal: Decimal| format::decimal_text(tag, &decimal.to_string());
        let digits = if of.unit() == Unit::Percent { 1 } else { 0 };
        draft.set(goal.map_or_else(
            || GoalDraft {
                baseline: before.map_or_else(String::new, |before| format::number(tag, before, digits)),
                target: String::new(),
                weight: "1".to_owned(),
            },
            |goal| GoalDraft::of(&goal, &write),
        ));
    });
    let close = move || job.set(None);
    let change = move |goals: Change| {
        spawn_local(async move {
            let mut settings = workspace.peek(|book| book.settings());
            goals(&mut settings.goals);
            if notify.done(Kind::Settings, &workspace.save_settings(settings).await) {
                job.try_set(None);
            }
        });
    };
    let save = move |()| {
        let Some(GoalJob { of, .. }) = job.get_untracked() else { return };
        let tag = words::tag(i18n.get_locale_untracked());
        match draft.get_untracked().parse(of, &|text| format::parse_number(tag, text)) {
            Ok(goal) => change(Box::new(move |goals| match goals.iter_mut().find(|other| other.of == of) {
                Some(known) => *known = goal,
                None => goals.push(goal),
            })),
            Err(found) => {
                wrong.set(found);
                request_animation_frame(move || {
                    if let Some(root) = root.try_get_untracked().flatten() {
                        focus_first(&root, ".field-invalid input");
                    }
                });
            }
        }
    };
    let remove = move |()| {
        let Some(GoalJob { of, .. }) = job.get_untracked() else { return };
        change(Box::new(move |goals| goals.retain(|goal| goal.of != of)));
    };
    let error = move |place: usize| {
        Signal::derive(move || {
            let flaw = wrong.get()[place]?;
            // A target that is its baseline has a sentence of its own.
            Some(match flaw {
                Flaw::Double => t_string!(i18n, scorecard.same_as_baseline).to_owned(),
                flaw => words::flaw(i18n.get_locale(), flaw),
            })
        })
    };
    let count = Signal::derive(move || wrong.get().iter().flatten().count());
    let unit = Signal::derive(move || match job.get().map(|job| job.of.unit()) {
        Some(Unit::Money) => workspace.read(&[Kind::Settings], |book| book.settings().currency.code().to_owned()),
        Some(Unit::Percent) => "%".to_owned(),
        Some(Unit::Points) => t_string!(i18n, scorecard.points).to_owned(),
        Some(Unit::Days) => t_string!(i18n, scorecard.unit_days).to_owned(),
        Some(Unit::Count) | None => t_string!(i18n, scorecard.unit_customers).to_owned(),
    });
    let field = move |place: usize, label: Signal<String>, hint: Signal<String>, unit: Signal<String>| {
        let value = Signal::derive(move || {
            draft.with(|draft| {
                match place {
                    0 => &draft.baseline,
                    1 => &draft.target,
                    _ => &draft.weight,
                }
                .clone()
            })
        });
        let input = move |text: String| {
            draft.update(|draft| match place {
                0 => draft.baseline = text,
                1 => draft.target = text,
                _ => draft.weight = text,
            });
        };
        view! {
            <Field label hint error=error(place) required=true>
                <NumberInput value unit on_input=input/>
            </Field>
        }
    };
    view! {
        <Dialog
            open=Signal::derive(move || job.with(Option::is_some))
            on_close=move |()| close()
            title=move || {
                let name = job.get().map_or("", |job| words::yardstick(i18n.get_locale(), job.of));
                t_string!(i18n, scorecard.form_title, name = name)
            }
            close_label=move || t_string!(i18n, common.close).to_owned()
            size=DialogSize::Small
            keep=true
            on_submit=save
            footer=move || view! {
                <Show when=move || is_set.get()>
                    <Button
                        kind=ButtonKind::Danger
                        label=move || t_string!(i18n, scorecard.remove).to_owned()
                        on_press=remove
                    />
                </Show>
                <Button label=move || t_string!(i18n, common.cancel).to_owned() on_press=move |()| close()/>
                <Button kind=ButtonKind::Primary submit=true label=move || t_string!(i18n, common.save).to_owned()/>
            }
        >
            <div class="stack" node_ref=root>
                <ErrorSummary
                    count
                    title=move || t_string!(i18n, customer.to_correct, count = count.get())
                />
                {field(
                    1,
                    Signal::derive(move || t_string!(i18n, scorecard.target).to_owned()),
                    Signal::derive(move || t_string!(i18n, scorecard.target_hint).to_owned()),
                    unit,
                )}
                {field(
                    0,
                    Signal::derive(move || t_string!(i18n, scorecard.baseline).to_owned()),
                    Signal::derive(move || t_string!(i18n, scorecard.baseline_hint).to_owned()),
                    unit,
                )}
                {field(
                    2,
                    Signal::derive(move || t_string!(i18n, scorecard.weight).to_owned()),
                    Signal::derive(move || t_string!(i18n, scorecard.weight_hint).to_owned()),
                    Signal::stored(String::new()),
                )}
            </div>
        </Dialog>
    }
}
