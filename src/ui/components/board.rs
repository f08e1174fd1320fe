//! A board: things in columns, carried from one to the other by dragging or by keys. What moves by dragging needs a twin in a menu,
//! which is the caller's, on the card.

use leptos::prelude::*;

use super::button::Button;
use super::dom::{tell, unique_id};

/// So many cards of a column are drawn at first, and so many more each time.
const STEP: usize = 50;

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardColumn {
    /// What it is known by.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// How many cards it has, in words.
    pub count: String,
    /// What else stands below its name: sums.
    pub lines: Vec<String>,
    /// Its cards, each by its number.
    pub cards: Vec<u32>,
}

/// The columns beside each other; they scroll sideways where there is no room.
#[component]
pub fn Board(
    /// What it shows; spoken.
    #[prop(into)]
    label: Signal<String>,
    /// The columns.
    #[prop(into)]
    columns: Signal<Vec<BoardColumn>>,
    /// Draws a card.
    card: impl Fn(u32) -> AnyView + Send + Sync + Clone + 'static,
    /// Told which card the user carried to the column of which place.
    #[prop(into)]
    on_move: Callback<(u32, usize)>,
    /// What the button says that shows more cards, given how many there are.
    #[prop(into)]
    more: Callback<usize, String>,
    /// What an empty column says.
    #[prop(into)]
    empty: Signal<String>,
) -> impl IntoView {
    let dragged = RwSignal::new(None::<u32>);
    let over = RwSignal::new(None::<usize>);
    let places =
        Memo::new(move |_| columns.with(|columns| columns.iter().map(|one| one.key.clone()).collect::<Vec<_>>()));
    let column = move |(place, key): (usize, String)| {
        let id = unique_id();
        let (title_id, cards_by) = (id.clone(), id.clone());
        let shown = RwSignal::new(STEP);
        let own = Memo::new(move |_| columns.with(|columns| columns.iter().find(|one| one.key == key).cloned()));
        let text = move |read: fn(&BoardColumn) -> &String| {
            Signal::derive(move || own.with(|own| own.as_ref().map(|own| read(own).clone())).unwrap_or_default())
        };
        let cards = move || {
            own.with(|own| own.iter().flat_map(|own| &own.cards).take(shown.get()).copied().collect::<Vec<_>>())
        };
        let left = Memo::new(move |_| {
            own.with(|own| own.as_ref().map_or(0, |own| own.cards.len())).saturating_sub(shown.get())
        });
        let is_empty = Memo::new(move |_| own.with(|own| own.as_ref().is_none_or(|own| own.cards.is_empty())));
        let card = card.clone();
        view! {
            <section
                class="board-column"
                class:board-over=move || over.get() == Some(place) && dragged.with(Option::is_some)
                aria-labelledby=id
                on:dragover=move |event| {
                    if dragged.with_untracked(Option::is_some) {
                        // Without it nothing may be dropped here.
                        event.prevent_default();
                        over.set(Some(place));
                    }
                }
                on:drop=move |event| {
                    if let Some(number) = dragged.get_untracked() {
                        event.prevent_default();
                        dragged.set(None);
                        over.set(None);
                        tell(on_move, (number, place));
                    }
                }
            >
                <header class="board-head">
                    <h2 class="board-title" id=title_id>{text(|own| &own.title)}</h2>
                    <span class="count">{text(|own| &own.count)}</span>
                    {move || own.with(|own| {
                        let lines = own.iter().flat_map(|own| own.lines.clone());
                        lines.map(|line| view! { <p class="board-line">{line}</p> }).collect_view()
                    })}
                </header>
                <ol class="board-cards" aria-labelledby=cards_by>
                    <For each=cards key=|number| *number let:number>
                        <li
                            class="board-card"
                            class:board-carried=move || dragged.get() == Some(number)
                            draggable="true"
                            on:dragstart=move |event| {
                                // Some browsers drag nothing that carries nothing.
                                if let Some(data) = event.data_transfer() {
                                    let _ = data.set_data("text/plain", "");
                                }
                                dragged.set(Some(number));
                            }
                            on:dragend=move |_| {
                                dragged.set(None);
                                over.set(None);
                            }
                            on:keydown=move |event| {
                                if !event.shift_key() || event.ctrl_key() || event.alt_key() || event.meta_key() {
                                    return;
                                }
                                let count = places.with_untracked(Vec::len);
                                let to = match event.key().as_str() {
                                    "ArrowLeft" => place.checked_sub(1),
                                    "ArrowRight" => Some(place + 1).filter(|to| *to < count),
                                    _ => return,
                                };
                                event.prevent_default();
                                if let Some(to) = to {
                                    tell(on_move, (number, to));
                                }
                            }
                        >
                            {card(number)}
                        </li>
                    </For>
                </ol>
                <Show when=move || is_empty.get()>
                    <p class="field-hint">{empty}</p>
                </Show>
                <Show when=move || { left.get() > 0 }>
                    <Button
                        small=true
                        label=Signal::derive(move || more.run(left.get()))
                        on_press=move |()| shown.update(|shown| *shown += STEP)
                    />
                </Show>
            </section>
        }
    };
    let numbered = move || places.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <div class="board" role="group" aria-label=label>
            <For each=numbered key=Clone::clone let:place>
                {column.clone()(place)}
            </For>
        </div>
    }
}
