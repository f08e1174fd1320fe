//! Ways to set things beside and under each other, so that pages need no measures of their own.

use leptos::prelude::*;

/// What a page is for decides its width and its air.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageKind {
    /// Work: wide and dense.
    #[default]
    Working,
    /// Reading and filling in: a column of text.
    Reading,
    /// A list that fills the window and scrolls by itself; wrap it in [`Fill`].
    Filling,
}

/// One page: everything between the navigation and the edges of the window.
#[component]
pub fn Page(
    /// What it is for.
    #[prop(optional)]
    kind: PageKind,
    /// What is on it.
    children: Children,
) -> impl IntoView {
    let class = match kind {
        PageKind::Working => "page",
        PageKind::Reading => "page page-reading",
        PageKind::Filling => "page page-filling",
    };
    view! { <div class=class>{children()}</div> }
}

/// Takes the room that is left in a page or stack.
#[component]
pub fn Fill(
    /// What fills it.
    children: Children,
) -> impl IntoView {
    view! { <div class="fill">{children()}</div> }
}

/// The air between things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gap {
    /// They are parts of one thing.
    Tight,
    /// They are neighbours.
    #[default]
    Normal,
    /// They are sections.
    Loose,
}

/// One thing under the other.
#[component]
pub fn Stack(
    /// The air between them.
    #[prop(optional)]
    gap: Gap,
    /// The things.
    children: Children,
) -> impl IntoView {
    let class = match gap {
        Gap::Tight => "stack stack-tight",
        Gap::Normal => "stack",
        Gap::Loose => "stack stack-loose",
    };
    view! { <div class=class>{children()}</div> }
}

/// Where the things of a line stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Along {
    /// At the start.
    #[default]
    Start,
    /// At both ends.
    Between,
    /// At the end.
    End,
}

/// One thing beside the other, on a new line where there is no room.
#[component]
pub fn Cluster(
    /// Where they stand.
    #[prop(optional)]
    along: Along,
    /// The things.
    children: Children,
) -> impl IntoView {
    let class = match along {
        Along::Start => "cluster",
        Along::Between => "cluster cluster-between",
        Along::End => "cluster cluster-end",
    };
    view! { <div class=class>{children()}</div> }
}

/// As many columns of the same width as there is room for.
#[component]
pub fn Columns(
    /// Narrow ones, for numbers; else wide enough for cards and forms.
    #[prop(optional)]
    narrow: bool,
    /// The things.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="columns" class:columns-narrow=narrow>
            {children()}
        </div>
    }
}

/// A list and one of its things: side by side where there is room for both, else the thing in place of the list.
#[component]
pub fn Split(
    /// Whether a thing is open beside the list.
    #[prop(into)]
    open: Signal<bool>,
    /// The list; it stays, with its place, while a thing covers it.
    #[prop(into)]
    list: ViewFn,
    /// The thing.
    children: ChildrenFn,
) -> impl IntoView {
    let children = StoredValue::new(children);
    view! {
        <div class="split" class:split-open=open>
            <div class="split-list">{list.run()}</div>
            <Show when=move || open.get()>
                <div class="split-detail">{children.with_value(|children| children())}</div>
            </Show>
        </div>
    }
}

/// Words for screen readers alone.
#[component]
pub fn Unseen(
    /// The words.
    #[prop(into)]
    text: Signal<String>,
    /// Read them out whenever they change.
    #[prop(optional)]
    live: bool,
) -> impl IntoView {
    view! {
        <span class="visually-hidden" role=live.then_some("status")>
            {text}
        </span>
    }
}
