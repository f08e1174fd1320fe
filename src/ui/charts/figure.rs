//! What every chart has around it: title, a sentence, the drawing, its numbers as a table, its legend.

use leptos::html;
use leptos::prelude::*;

use super::keep::keep_view;
use super::text::ChartText;
use crate::ui::components::dom::{on_resize, unique_id};
use crate::ui::components::{Disclosure, PlainTable};

/// Whether the numbers stand in a table below, or what is drawn is a table itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbers {
    /// Behind a disclosure, on paper always.
    Below,
    /// In the chart.
    Within,
}

/// The frame of a chart. `draw` gets the width of the room it has, in pixels, and draws again when that changes.
pub(super) fn figure_view(
    text: ChartText,
    numbers: Numbers,
    draw: impl FnOnce(Signal<f64>) -> AnyView,
    below: AnyView,
) -> AnyView {
    let title_id = unique_id();
    let summary_id = format!("{title_id}-summary");
    let (figure, room) = (NodeRef::<html::Figure>::new(), NodeRef::<html::Div>::new());
    let width = RwSignal::new(640.0);
    on_resize(&[room], move || {
        if let Some(room) = room.try_get_untracked().flatten() {
            let measured = f64::from(room.client_width());
            if measured > 0.0 && (measured - width.get_untracked()).abs() >= 1.0 {
                width.set(measured);
            }
        }
    });
    let drawing = draw(width.into());
    let (labelled_by, described_by) = (title_id.clone(), summary_id.clone());
    let table = (numbers == Numbers::Below).then(|| {
        view! {
            <div class="chart-numbers">
                <Disclosure summary=text.words.table>
                    <PlainTable caption=text.title data=text.table />
                </Disclosure>
            </div>
        }
    });
    view! {
        <figure class="chart" node_ref=figure aria-labelledby=labelled_by aria-describedby=described_by>
            <figcaption class="chart-head">
                <span class="chart-caption">
                    <span class="chart-title" id=title_id>{text.title}</span>
                    <span class="chart-summary" id=summary_id>{text.summary}</span>
                </span>
                {keep_view(figure, text)}
            </figcaption>
            <div class="chart-room" node_ref=room>
                {drawing}
            </div>
            {below}
            {table}
        </figure>
    }
    .into_any()
}

/// The mark of a legend entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swatch {
    /// The few that carry most.
    GradeA,
    /// Those between.
    GradeB,
    /// The many that carry little.
    GradeC,
    /// The line of the chart.
    Line,
    /// The line that it is held against.
    Reference,
    /// Bars.
    Bar,
}

impl Swatch {
    const fn class(self) -> &'static str {
        match self {
            Self::GradeA => "swatch swatch-a",
            Self::GradeB => "swatch swatch-b",
            Self::GradeC => "swatch swatch-c",
            Self::Line => "swatch swatch-line",
            Self::Reference => "swatch swatch-reference",
            Self::Bar => "swatch swatch-bar",
        }
    }

    const fn letter(self) -> Option<&'static str> {
        match self {
            Self::GradeA => Some("A"),
            Self::GradeB => Some("B"),
            Self::GradeC => Some("C"),
            Self::Line | Self::Reference | Self::Bar => None,
        }
    }
}

/// A legend entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendItem {
    /// The mark.
    pub swatch: Swatch,
    /// What it stands for.
    pub label: String,
    /// Where what it stands for is listed.
    pub href: Option<String>,
}

/// What the marks of a chart stand for.
#[component]
pub fn Legend(
    /// The entries.
    #[prop(into)]
    items: Signal<Vec<LegendItem>>,
) -> impl IntoView {
    view! {
        <ul class="legend">
            {move || {
                items.get().into_iter().map(|item| {
                    let mark = view! {
                        <span class=item.swatch.class() aria-hidden=item.swatch.letter().is_none().then_some("true")>
                            {item.swatch.letter()}
                        </span>
                    };
                    match item.href {
                        Some(href) => view! { <li><a class="legend-item" href=href>{mark} <span>{item.label}</span></a></li> }.into_any(),
                        None => view! { <li><span class="legend-item">{mark} <span>{item.label}</span></span></li> }.into_any(),
                    }
                }).collect_view()
            }}
        </ul>
    }
}
