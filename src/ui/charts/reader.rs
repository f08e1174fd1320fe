//! The reading of a chart: a point under the pointer, or under a slider that keys move, said in words, with the way to those behind it.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::text::{AxesText, ChartWords};
use crate::ui::components::dom::place_in;

/// Which point is read, and whether one is.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    cursor: RwSignal<usize>,
    on: RwSignal<bool>,
    count: Signal<usize>,
}

impl Reading {
    /// Of so many points.
    pub(super) fn of(count: Signal<usize>) -> Self {
        Self { cursor: RwSignal::new(0), on: RwSignal::new(false), count }
    }

    /// The place of the point, whether it is read or not.
    pub(super) fn at(self) -> usize {
        self.cursor.get().min(self.count.get().saturating_sub(1))
    }

    /// The place of the point that is read.
    pub(super) fn read(self) -> Option<usize> {
        (self.on.get() && self.count.get() > 0).then(|| self.at())
    }

    fn set(self, place: usize) {
        self.cursor.set(place);
        self.on.set(self.count.get_untracked() > 0);
    }

    /// Where a key leads; `leap` is what a page is.
    fn key(self, key: &str, leap: usize) -> Option<usize> {
        let (now, last) = untrack(|| (self.at(), self.count.get().saturating_sub(1)));
        Some(match key {
            "ArrowRight" | "ArrowUp" => (now + 1).min(last),
            "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
            "PageUp" => (now + leap).min(last),
            "PageDown" => now.saturating_sub(leap),
            "Home" => 0,
            "End" => last,
            _ => return None,
        })
    }
}

/// What a point says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// In words.
    pub detail: String,
    /// Where those behind it are listed.
    pub href: Option<String>,
}

/// A drawing with its axes' names and its reader.
pub(super) struct Plot {
    /// What stands where.
    pub axes: AxesText,
    /// The axis at the right.
    pub shares: Option<Signal<String>>,
    /// What all charts say.
    pub words: ChartWords,
    /// Which point is read.
    pub reading: Reading,
    /// What it says.
    pub said: Signal<Said>,
    /// How many points a page is; none for a tenth of them.
    pub leap: Option<usize>,
    /// How high the drawing is.
    pub height: f64,
    /// The element that the drawing fills.
    pub node: NodeRef<html::Div>,
    /// What stands over the drawing.
    pub over: AnyView,
}

/// `nearest` is the place of the point under the pointer, so far to the right in a drawing of some width; `drawing` draws.
pub(super) fn plot_view(
    plot: Plot,
    width: Signal<f64>,
    nearest: impl Fn(f64, f64) -> Option<usize> + Copy + 'static,
    drawing: AnyView,
) -> AnyView {
    let Plot { axes, shares, words, reading, said, leap, height, node, over } = plot;
    let link = NodeRef::<html::A>::new();
    // A finger reads first, and follows by the link: with a mouse one has read before one presses.
    let by_finger = StoredValue::new(false);
    // Where the keys are, the pointer's leaving ends nothing.
    let has_keys = StoredValue::new(false);
    let keys = move |there: bool| {
        has_keys.set_value(there);
        reading.on.set(there);
    };
    let on_move = move |event: ev::PointerEvent| {
        by_finger.set_value(event.pointer_type() != "mouse");
        let place = node.get_untracked().map(|node| place_in(&node, &event));
        if let Some(place) = place.and_then(|(x, _)| untrack(|| nearest(x, width.get()))) {
            reading.set(place);
        }
    };
    let follow = move || {
        if let Some(link) = link.get_untracked() {
            link.click();
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let key = event.key();
        if key == "Enter" {
            event.prevent_default();
            follow();
        } else if let Some(to) = reading.key(&key, leap.unwrap_or_else(|| (reading.count.get_untracked() / 10).max(1)))
        {
            event.prevent_default();
            reading.set(to);
        }
    };
    let readout = move || {
        reading.read()?;
        let Said { detail, href } = said.get();
        let link = href.map(|href| {
            view! { <a class="chart-follow" node_ref=link href=href tabindex="-1">{words.follow}</a> }
        });
        Some(view! { {detail} " " {link} })
    };
    let leads = Memo::new(move |_| said.with(|said| said.href.is_some()));
    view! {
        <div class="chart-axes" aria-hidden="true">
            <span class="chart-axis-left">{axes.values}</span>
            <span>{shares}</span>
        </div>
        <div
            class="chart-plot"
            node_ref=node
            on:pointermove=on_move
            on:pointerdown=on_move
            on:pointerleave=move |event| {
                if event.pointer_type() == "mouse" {
                    reading.on.set(has_keys.get_value());
                }
            }
        >
            <svg
                class="chart-drawing"
                class:chart-leads=leads
                viewBox=move || format!("0 0 {} {height}", width.get())
                aria-hidden="true"
                on:click=move |_| {
                    if !by_finger.get_value() {
                        follow();
                    }
                }
            >
                {drawing}
            </svg>
            <div
                class="chart-reader"
                role="slider"
                tabindex="0"
                aria-label=axes.cursor
                aria-description=move || leads.get().then(|| words.follow_key.get())
                aria-valuemin="1"
                aria-valuemax=move || reading.count.get().max(1).to_string()
                aria-valuenow=move || (reading.at() + 1).to_string()
                aria-valuetext=move || said.with(|said| said.detail.clone())
                on:focus=move |_| keys(true)
                on:blur=move |_| keys(false)
                on:keydown=on_key
            ></div>
            {over}
        </div>
        <div class="chart-foot" aria-hidden="true">
            <span class="chart-readout">{readout}</span>
            <span>{axes.steps}</span>
        </div>
    }
    .into_any()
}
