//! What a form keeps of what is typed into it, and what it offers when one comes back.

use leptos::{html, prelude::*};

use crate::{
    i18n::{t_string, td_string, use_i18n},
    platform::{clock, format},
    state::{Drafts, Kept, Workspace},
};

use super::{
    components::{Banner, Button, ButtonKind, Toast, Toasts, Tone, dom::focus_first},
    words,
};

/// A form's handle on its draft. Each form has a draft of its own, under a topic that it shares with earlier ones: what was begun
/// before is offered, and stays while something else is typed.
#[derive(Clone, Copy)]
pub struct Keeper {
    drafts: Drafts,
    workspace: Workspace,
    /// Topic and own name; none while the form is closed.
    place: RwSignal<Option<(String, String)>>,
    tell: StoredValue<Box<dyn Fn(Drafts, String) + Send + Sync>>,
}

impl Keeper {
    /// Keeps `content` from now on, whenever the form is open; `None` says that nothing is typed that is not there already.
    pub fn new(content: Memo<Option<Vec<u8>>>) -> Self {
        let i18n = use_i18n();
        let toasts = Toasts::here();
        let (drafts, workspace) = (Drafts::expect(), Workspace::expect());
        let place = RwSignal::new(None::<(String, String)>);
        let tell = move |drafts: Drafts, name: String| {
            let locale = i18n.get_locale_untracked();
            let discard = move || drafts.forget(&name);
            let toast = Toast::new(td_string!(locale, common.draft_kept));
            toasts.show(toast.with_action(td_string!(locale, common.discard), discard));
        };
        let keeper = Self { drafts, workspace, place, tell: StoredValue::new(Box::new(tell)) };
        Effect::new(move |_| {
            let content = content.get();
            place.with(|place| {
                let Some((_, own)) = place else { return };
                match content {
                    Some(content) => drafts.keep(own, content),
                    None => drafts.forget(own),
                }
            });
        });
        on_cleanup(move || keeper.leave());
        keeper
    }

    /// The form was opened, for this topic.
    pub fn begin(self, topic: String) {
        self.leave();
        let name = format!("{topic}/{}", self.workspace.new_id::<Kept>(clock::now()));
        self.place.set(Some((topic, name)));
    }

    /// What was typed is saved, or not wanted any more.
    pub fn finish(self) {
        let place = self.place.try_get_untracked().flatten();
        if let Some((_, own)) = place {
            self.place.set(None);
            self.drafts.forget(&own);
        }
    }

    /// The form is closed; what was typed stays, and it is said so.
    pub fn leave(self) {
        let Some((_, own)) = self.place.try_get_untracked().flatten() else { return };
        self.place.set(None);
        if self.drafts.has(&own) {
            self.tell.try_with_value(|tell| tell(self.drafts, own));
        }
    }

    /// What was begun before and is not answered yet.
    pub fn offered(self) -> Option<(String, Kept)> {
        self.place.with(|place| {
            let (topic, own) = place.as_ref()?;
            self.drafts.latest(topic, Some(own))
        })
    }

    /// Forgets what was begun before.
    pub fn discard(self) {
        if let Some((name, _)) = untrack(|| self.offered()) {
            self.drafts.forget(&name);
        }
    }
}

/// Offers what was begun before, at the head of a form.
#[component]
pub fn DraftOffer(
    /// The form's draft.
    keeper: Keeper,
    /// What is to be known before it is taken up, such as that the record was changed since.
    #[prop(optional, into)]
    note: Option<Callback<Vec<u8>, Option<String>>>,
    /// Told the content to put into the form.
    #[prop(into)]
    on_continue: Callback<Vec<u8>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let offered = Memo::new(move |_| keeper.offered());
    let text = Signal::derive(move || {
        let told = offered.with(|offered| note?.run(offered.as_ref()?.1.content.clone()));
        told.unwrap_or_default()
    });
    let title = Signal::derive(move || {
        let locale = i18n.get_locale();
        let zone = workspace.peek(|book| book.settings().time_zone);
        let at = offered.with(|offered| offered.as_ref().map(|(_, kept)| kept.at)).unwrap_or_default();
        t_string!(i18n, common.draft_offer, when = format::instant(words::tag(locale), at, &zone))
    });
    let root = NodeRef::<html::Div>::new();
    // The button that was pressed goes; one goes on in the form that it stands in.
    let into_form = move || {
        if let Some(form) = root.get_untracked().and_then(|root| root.parent_element()) {
            focus_first(&form, "input, select, textarea");
        }
    };
    let go_on = move |()| {
        let Some((name, kept)) = untrack(|| keeper.offered()) else { return };
        into_form();
        on_continue.run(kept.content);
        keeper.drafts.forget(&name);
    };
    let discard = move |()| {
        into_form();
        keeper.discard();
    };
    view! {
        <div class="draft-offer" node_ref=root>
            <Show when=move || offered.with(Option::is_some)>
                <Banner title text tone=Tone::Accent>
                    <Button
                        small=true
                        kind=ButtonKind::Primary
                        label=move || t_string!(i18n, common.draft_continue).to_owned()
                        on_press=go_on
                    />
                    <Button
                        small=true
                        label=move || t_string!(i18n, common.discard).to_owned()
                        on_press=discard
                    />
                </Banner>
            </Show>
        </div>
    }
}
