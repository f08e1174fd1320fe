//! The handle of a cut: dragged by a pointer, moved by keys, read out as a slider.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::cuts::Cuts;
use super::drawing::area;
use crate::ui::components::Grade;
use crate::ui::components::dom::{keep_pointer, place_in};

const fn class(grade: Grade) -> &'static str {
    match grade {
        Grade::A | Grade::C => "pareto-handle pareto-handle-a",
        Grade::B => "pareto-handle pareto-handle-b",
    }
}

/// Draws the handle at the end of a grade. `plot` is the element that the drawing fills.
pub(super) fn handle_view(
    grade: Grade,
    plot: NodeRef<html::Div>,
    width: Signal<f64>,
    cuts: Signal<Cuts>,
    on_cut: Callback<Cuts>,
    on_cut_done: Option<Callback<Cuts>>,
    label: Signal<String>,
    format_share: Callback<f64, String>,
) -> impl IntoView {
    let dragged = RwSignal::new(false);
    // Where the cuts were before the pointer or the key went down.
    let before = StoredValue::new(None::<Cuts>);
    let begin = move || {
        if before.get_value().is_none() {
            before.set_value(Some(cuts.get_untracked()));
        }
    };
    let done = move || {
        dragged.set(false);
        let moved =
            before.try_update_value(Option::take).flatten().is_some_and(|before| before != cuts.get_untracked());
        if let Some(on_cut_done) = on_cut_done.filter(|_| moved) {
            on_cut_done.run(cuts.get_untracked());
        }
    };
    let end = move || cuts.get().end(grade);
    let text = Signal::derive(move || format_share.run(end()));
    let per_cent = |share: f64| format!("{:.0}", share * 100.0);
    let put = move |to: Cuts| {
        if to != cuts.get_untracked() {
            on_cut.run(to);
        }
    };
    let drag = move |event: ev::PointerEvent| {
        if !dragged.get_untracked() {
            return;
        }
        if let Some(plot) = plot.get_untracked() {
            let share = area(width.get_untracked()).share_at_y(place_in(&plot, &event).1);
            put(cuts.get_untracked().with_end(grade, share));
        }
    };
    view! {
        <div
            class=class(grade)
            class:pareto-dragged=dragged
            role="slider"
            tabindex="0"
            aria-orientation="vertical"
            aria-label=label
            aria-valuemin=move || per_cent(cuts.get().range(grade).0)
            aria-valuemax=move || per_cent(cuts.get().range(grade).1)
            aria-valuenow=move || per_cent(end())
            aria-valuetext=text
            style:top=move || format!("{:.1}px", area(width.get()).y(end()))
            on:pointerdown=move |event| {
                if event.button() == 0 {
                    keep_pointer(&event);
                    begin();
                    dragged.set(true);
                }
            }
            on:pointermove=drag
            on:pointerup=move |_| done()
            on:pointercancel=move |_| done()
            on:keydown=move |event| {
                if event.key() == "Escape" && dragged.get_untracked() {
                    event.prevent_default();
                    dragged.set(false);
                    if let Some(before) = before.try_update_value(Option::take).flatten() {
                        put(before);
                    }
                } else if let Some(to) = cuts.get_untracked().with_key(grade, &event.key()) {
                    event.prevent_default();
                    begin();
                    put(to);
                }
            }
            on:keyup=move |_| done()
            on:blur=move |_| done()
        >
            <span class="pareto-grip">
                <span class="pareto-grip-letter">{grade.letter()}</span>
                {text}
            </span>
        </div>
    }
}
