//! How safely the browser keeps what is here.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    i18n::{t_string, use_i18n},
    platform::{format, storage_health},
    ui::{
        components::{Banner, Button, Card, Columns, Stack, Stat, Tone},
        words,
    },
};

/// The card.
#[component]
pub fn Storage() -> impl IntoView {
    let i18n = use_i18n();
    let used = RwSignal::new(None::<(u64, u64)>);
    let kept = RwSignal::new(None::<bool>);
    let refused = RwSignal::new(false);
    spawn_local(async move {
        let _ = used.try_set(storage_health::estimate().await);
        let _ = kept.try_set(storage_health::persisted().await);
    });
    let ask = move |()| {
        spawn_local(async move {
            let answer = storage_health::persist().await;
            let _ = refused.try_set(answer != Some(true));
            let _ = kept.try_set(answer);
        });
    };
    let bytes = move |bytes: u64| format::bytes(words::tag(i18n.get_locale()), bytes);
    view! {
        <Card title=Signal::derive(move || t_string!(i18n, data.storage_title).to_string())>
            <Stack>
                <Columns narrow=true>
                    {move || {
                        used.get().map(|(usage, quota)| view! {
                            <Stat
                                label=t_string!(i18n, data.used).to_string()
                                value=bytes(usage)
                                hint=t_string!(i18n, data.of_quota, quota = bytes(quota))
                            />
                        })
                    }}
                    {move || {
                        let promised = kept.get() == Some(true);
                        view! {
                            <Stat
                                label=t_string!(i18n, data.promise).to_string()
                                value=if promised { t_string!(i18n, fields.yes) } else { t_string!(i18n, fields.no) }
                                    .to_string()
                                hint=if promised {
                                    t_string!(i18n, data.promised_hint)
                                } else {
                                    t_string!(i18n, data.not_promised_hint)
                                }
                                    .to_string()
                            />
                        }
                    }}
                </Columns>
                <Show when=move || kept.get() != Some(true)>
                    <Button
                        label=Signal::derive(move || t_string!(i18n, data.ask_promise).to_string())
                        on_press=Callback::new(ask)
                    />
                </Show>
                <Show when=move || refused.get()>
                    <Banner
                        tone=Tone::Warning
                        title=Signal::derive(move || t_string!(i18n, data.promise_refused).to_string())
                    />
                </Show>
            </Stack>
        </Card>
    }
}
