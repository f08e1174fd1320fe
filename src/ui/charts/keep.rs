//! A chart as a file: what stands in its figure as a picture, or its table as numbers.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::text::ChartText;
use crate::interchange::csv::written;
use crate::platform::{
    files::{self, file_name},
    picture::{Picture, Take, png, take},
};
use crate::ui::components::{Icon, Menu, MenuItem};

/// Paper is white, whatever the theme; the ink follows.
const PAPER: Take<'static> = Take {
    with: &[("color-scheme", "light"), ("color", "var(--ink)")],
    without: ".chart-keep, .chart-numbers, .chart-readout, .chart-reader, .chart-cursor, .chart-cursor-dot",
    ground: "#ffffff",
    air: 16.0,
};
/// Dots to a pixel, so that it is sharp on paper.
const DOTS: f64 = 2.0;

/// The menu.
pub(super) fn keep_view(figure: NodeRef<html::Figure>, text: ChartText) -> impl IntoView {
    let name = move |ending: &str| file_name(&text.title.get_untracked(), ending);
    let failed = move |done: bool| {
        if !done {
            text.words.on_failure.run(());
        }
    };
    let taken = move || -> Option<Picture> { take(&figure.get_untracked()?, PAPER) };
    let as_png = move |()| {
        let (picture, name) = (taken(), name("png"));
        spawn_local(async move {
            let blob = match &picture {
                Some(picture) => png(picture, DOTS).await,
                None => None,
            };
            failed(blob.is_some_and(|blob| blob.save(&name)));
        });
    };
    let as_svg = move |()| {
        let save = |picture: Picture| files::save(&name("svg"), "image/svg+xml", &[picture.svg.into_bytes()]);
        failed(taken().is_some_and(save));
    };
    let as_csv = move |()| {
        let bytes = text.table.with_untracked(|data| written([&data.columns].into_iter().chain(&data.rows)));
        failed(files::save(&name("csv"), "text/csv;charset=utf-8", &[bytes]));
    };
    let [png_label, svg_label, csv_label] = text.words.as_files;
    view! {
        <div class="chart-keep">
            <Menu label=text.words.keep icon=Icon::Export icon_only=true>
                <MenuItem label=png_label on_press=Callback::new(as_png)/>
                <MenuItem label=svg_label on_press=Callback::new(as_svg)/>
                <MenuItem label=csv_label on_press=Callback::new(as_csv)/>
            </Menu>
        </div>
    }
}
