//! More actions than there is room for: a popover that closes by itself, with the keys of a menu.

use leptos::context::Provider;
use leptos::html;
use leptos::prelude::*;

use super::button::ButtonKind;
use super::dom::{focus_edge, focus_step, unique_id};
use super::icons::{Glyph, Icon};

const ITEM: &str = "[role=menuitem]:not(:disabled)";

/// The menu around an item, which closes when the item is pressed.
#[derive(Clone, Copy)]
struct MenuScope(NodeRef<html::Div>);

impl MenuScope {
    fn close(self) {
        if let Some(menu) = self.0.get_untracked() {
            let _ = menu.hide_popover();
        }
    }
}

/// A button and the menu it opens: below it on a wide screen, at the thumb on a narrow one.
#[component]
pub fn Menu(
    /// What the menu holds; spoken, and shown beside the icon unless `icon_only`.
    #[prop(into)]
    label: Signal<String>,
    /// What the button shows.
    #[prop(default = Icon::More)]
    icon: Icon,
    /// The icon stands alone.
    #[prop(optional)]
    icon_only: bool,
    /// How much the button asks to be pressed.
    #[prop(default = ButtonKind::Quiet)]
    kind: ButtonKind,
    /// The button is a place of the navigation.
    #[prop(optional)]
    in_navigation: bool,
    /// [`MenuItem`]s and [`MenuLine`]s.
    children: Children,
) -> impl IntoView {
    let id = unique_id();
    let menu = NodeRef::<html::Div>::new();
    let (class, text_class) = if in_navigation { ("nav-link", "nav-text") } else { (kind.class(), "button-text") };
    view! {
        <button
            type="button"
            class=class
            class:button-icon=icon_only
            popovertarget=id.clone()
            aria-haspopup="menu"
            title=icon_only.then_some(label)
            aria-label=icon_only.then_some(label)
        >
            <Glyph icon />
            {(!icon_only).then(|| view! { <span class=text_class>{label}</span> })}
        </button>
        <div
            node_ref=menu
            class="menu"
            id=id
            popover="auto"
            role="menu"
            aria-label=label
            on:toggle=move |_| {
                // Told later: the page may have changed by then.
                if let Some(menu) = menu.try_get_untracked().flatten() && menu.matches(":popover-open").unwrap_or(false) {
                    focus_step(&menu, ITEM, 1);
                }
            }
            on:keydown=move |event| {
                let Some(menu) = menu.get_untracked() else { return };
                match event.key().as_str() {
                    "ArrowDown" => focus_step(&menu, ITEM, 1),
                    "ArrowUp" => focus_step(&menu, ITEM, -1),
                    "Home" => focus_edge(&menu, ITEM, 1),
                    "End" => focus_edge(&menu, ITEM, -1),
                    "Tab" => {
                        let _ = menu.hide_popover();
                        return;
                    }
                    _ => return,
                }
                event.prevent_default();
            }
        >
            <Provider value=MenuScope(menu)>{children()}</Provider>
        </div>
    }
}

/// One thing to do, or one place to go.
#[component]
pub fn MenuItem(
    /// What it does.
    #[prop(into)]
    label: Signal<String>,
    /// Drawn before the label.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// The keys that do the same.
    #[prop(optional, into)]
    keys: Option<Signal<String>>,
    /// Where it leads; then it is a link.
    #[prop(optional, into)]
    href: Option<Signal<String>>,
    /// It takes something away.
    #[prop(optional)]
    danger: bool,
    /// Greyed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Told when it is pressed; the menu has closed by then.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let scope = use_context::<MenuScope>();
    let press = move |_| {
        if let Some(scope) = scope {
            scope.close();
        }
        if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    let inside = move || {
        view! {
            <span class="menu-icon">{icon.map(|icon| view! { <Glyph icon /> })}</span>
            <span class="menu-text">{label}</span>
            {keys.map(|keys| view! { <super::Kbd keys /> })}
        }
    };
    match href {
        Some(href) => view! {
            <a class="menu-item" class:menu-danger=danger role="menuitem" tabindex="-1" href=href on:click=press>
                {inside()}
            </a>
        }
        .into_any(),
        None => view! {
            <button
                type="button"
                class="menu-item"
                class:menu-danger=danger
                role="menuitem"
                tabindex="-1"
                disabled=disabled
                on:click=press
            >
                {inside()}
            </button>
        }
        .into_any(),
    }
}

/// A line between groups of items.
#[component]
pub fn MenuLine() -> impl IntoView {
    view! { <hr class="menu-line" /> }
}
