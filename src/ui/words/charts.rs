//! What all charts say.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, td_string, use_i18n},
    ui::{charts::ChartWords, notify::Notify},
};

/// The words, in the language of the moment.
pub fn chart_words() -> ChartWords {
    let (i18n, notify) = (use_i18n(), Notify::here());
    ChartWords {
        table: Signal::derive(move || t_string!(i18n, common.as_table).to_owned()),
        keep: Signal::derive(move || t_string!(i18n, charts.keep).to_owned()),
        as_files: [
            Signal::derive(move || t_string!(i18n, charts.as_png).to_owned()),
            Signal::derive(move || t_string!(i18n, charts.as_svg).to_owned()),
            Signal::derive(move || t_string!(i18n, charts.as_csv).to_owned()),
        ],
        follow: Signal::derive(move || t_string!(i18n, charts.follow).to_owned()),
        follow_key: Signal::derive(move || t_string!(i18n, charts.follow_key).to_owned()),
        on_failure: Callback::new(move |()| notify.fail(td_string!(notify.locale(), charts.failed))),
    }
}
