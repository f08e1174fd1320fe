//! Where the quadrants are cut: tried out at once, kept when asked for.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{flaw::Flaw, loyalty::LoyaltyCuts, record::Kind},
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        components::{Button, ButtonKind, Choice, Cluster, Columns, Disclosure, Field, NumberInput, Select},
        notify::Notify,
        words,
    },
};

/// The inputs.
#[component]
pub fn CutsForm(
    /// The cuts that are kept.
    kept: Memo<LoyaltyCuts>,
    /// Those that are tried out.
    tried: RwSignal<Option<LoyaltyCuts>>,
    /// Those that hold.
    cuts: Memo<LoyaltyCuts>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    // What is typed of loyalty and of the loyalty of apostles: it may be no cut at all.
    let typed = RwSignal::new([None::<String>, None]);
    let wrong = RwSignal::new([None::<Flaw>; 2]);
    let change = move |edit: &dyn Fn(&mut LoyaltyCuts)| {
        let mut next = cuts.get_untracked();
        edit(&mut next);
        // Apostles are never below the others.
        next.apostle_satisfied = next.apostle_satisfied.max(next.satisfied);
        next.apostle_loyal = next.apostle_loyal.max(next.loyal);
        tried.set((next != kept.get_untracked()).then_some(next));
    };
    let number = move |place: usize, text: String| {
        let low = if place == 0 { 1 } else { cuts.get_untracked().loyal };
        let read = text.trim().parse::<u8>().ok().filter(|cut| (low..=100).contains(cut));
        wrong.update(|wrong| wrong[place] = read.is_none().then_some(Flaw::OutOfScale { low, high: 100 }));
        typed.update(|typed| typed[place] = read.is_none().then_some(text));
        if let Some(cut) = read {
            change(&|cuts| if place == 0 { cuts.loyal = cut } else { cuts.apostle_loyal = cut });
        }
    };
    let shown = move |place: usize| {
        Signal::derive(move || {
            let cuts = cuts.get();
            let kept = if place == 0 { cuts.loyal } else { cuts.apostle_loyal };
            typed.with(|typed| typed[place].clone()).unwrap_or_else(|| kept.to_string())
        })
    };
    let error =
        move |place: usize| Signal::derive(move || wrong.get()[place].map(|flaw| words::flaw(i18n.get_locale(), flaw)));
    let levels =
        |from: u8| (from..=5).map(|level| Choice::new(level.to_string(), level.to_string())).collect::<Vec<_>>();
    let keep = move |()| {
        let Some(next) = tried.get_untracked() else { return };
        spawn_local(async move {
            let mut settings = workspace.peek(|book| book.settings());
            settings.loyalty = next;
            if notify.done(Kind::Settings, &workspace.save_settings(settings).await) {
                tried.try_set(None);
            }
        });
    };
    let back = move |()| {
        tried.set(None);
        typed.set([None, None]);
        wrong.set([None; 2]);
    };
    view! {
        <Disclosure summary=Signal::derive(move || t_string!(i18n, loyalty.cuts).to_owned())>
            <div class="stack">
                <Columns narrow=true>
                    <Field label=Signal::derive(move || t_string!(i18n, loyalty.cut_satisfied).to_owned())>
                        <Select
                            options=Signal::stored(levels(2))
                            value=Signal::derive(move || cuts.get().satisfied.to_string())
                            on_change=move |text: String| {
                                if let Ok(level) = text.parse() {
                                    change(&|cuts| cuts.satisfied = level);
                                }
                            }
                        />
                    </Field>
                    <Field label=Signal::derive(move || t_string!(i18n, loyalty.cut_loyal).to_owned()) error=error(0)>
                        <NumberInput whole=true value=shown(0) on_input=move |text: String| number(0, text)/>
                    </Field>
                    <Field label=Signal::derive(move || t_string!(i18n, loyalty.cut_apostle_satisfied).to_owned())>
                        <Select
                            options=Signal::derive(move || levels(cuts.get().satisfied))
                            value=Signal::derive(move || cuts.get().apostle_satisfied.to_string())
                            on_change=move |text: String| {
                                if let Ok(level) = text.parse() {
                                    change(&|cuts| cuts.apostle_satisfied = level);
                                }
                            }
                        />
                    </Field>
                    <Field
                        label=Signal::derive(move || t_string!(i18n, loyalty.cut_apostle_loyal).to_owned())
                        error=error(1)
                    >
                        <NumberInput whole=true value=shown(1) on_input=move |text: String| number(1, text)/>
                    </Field>
                </Columns>
                <p class="field-hint">{move || t_string!(i18n, loyalty.loyalty_is)}</p>
                <Show when=move || tried.with(Option::is_some)>
                    <Cluster>
                        <Button
                            small=true
                            kind=ButtonKind::Primary
                            label=Signal::derive(move || t_string!(i18n, loyalty.keep_cuts).to_owned())
                            on_press=keep
                        />
                        <Button
                            small=true
                            label=Signal::derive(move || t_string!(i18n, loyalty.reset_cuts).to_owned())
                            on_press=back
                        />
                    </Cluster>
                </Show>
            </div>
        </Disclosure>
    }
}
