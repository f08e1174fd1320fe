//! The icons: one weight of line on a grid of twenty, drawn for Kith. An icon never stands alone for a meaning;
//! whoever uses one gives the words beside it or as its label.

use leptos::prelude::*;

/// An icon by what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {
    /// A new thing.
    Add,
    /// Take away from a list.
    Remove,
    /// Shut, clear.
    Close,
    /// Done, chosen.
    Check,
    /// Find.
    Search,
    /// Narrow a list.
    Filter,
    /// Sorted upwards.
    Ascending,
    /// Sorted downwards.
    Descending,
    /// Can be sorted.
    Sortable,
    /// More actions.
    More,
    /// The other places of the navigation.
    Menu,
    /// Earlier, back, left.
    Previous,
    /// Later, forward, right.
    Next,
    /// Upwards.
    Up,
    /// Downwards, open.
    Down,
    /// Move within a list.
    Grip,
    /// Change.
    Edit,
    /// Delete.
    Delete,
    /// Take a change back.
    Undo,
    /// Make a change again.
    Redo,
    /// Bring in.
    Import,
    /// Take out.
    Export,
    /// Copy to the clipboard.
    Copy,
    /// Print.
    Print,
    /// Leads elsewhere.
    External,
    /// Joined.
    Link,
    /// One person.
    Person,
    /// Several persons: the customers.
    People,
    /// An organisation.
    Organisation,
    /// Telephone.
    Phone,
    /// E-mail.
    Mail,
    /// Website, language.
    Globe,
    /// Address.
    Place,
    /// Tag.
    Tag,
    /// A day.
    Calendar,
    /// A moment, history.
    Clock,
    /// A note.
    Note,
    /// A conversation.
    Talk,
    /// Something to be done.
    Task,
    /// A promise.
    Promise,
    /// A sale that is hoped for.
    Deal,
    /// Orders.
    Order,
    /// Money.
    Money,
    /// Goods.
    Product,
    /// A curve with bars: ABC.
    Pareto,
    /// A grid of cells: RFM.
    Grid,
    /// Growth, statistics.
    Trend,
    /// Overview, home.
    Home,
    /// Data and storage.
    Data,
    /// Preferences.
    Settings,
    /// Light theme.
    Sun,
    /// Dark theme.
    Moon,
    /// Theme of the system.
    Screen,
    /// Keyboard shortcuts.
    Keyboard,
    /// Questions.
    Help,
    /// A fact to know.
    Info,
    /// Something to look at.
    Warning,
    /// Something went wrong.
    Error,
    /// Something went well.
    Success,
    /// Locked, encrypted.
    Lock,
    /// Kept safe.
    Shield,
    /// A favourite.
    Star,
    /// Columns of a table.
    Columns,
    /// Two become one.
    Merge,
    /// A file.
    File,
}

impl Icon {
    /// The outline as SVG path data on a grid of 20 by 20.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Add => "M10 4v12M4 10h12",
            Self::Remove => "M4 10h12",
            Self::Close => "m5 5 10 10M15 5 5 15",
            Self::Check => "m4 10.5 4 4 8-9",
            Self::Search => "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4",
            Self::Filter => "M3 5h14M6 10h8M8.5 15h3",
            Self::Ascending => "M10 16V4.5M5.5 9 10 4.5 14.5 9",
            Self::Descending => "M10 4v11.5M5.5 11l4.5 4.5 4.5-4.5",
            Self::Sortable => "m6.5 7.5 3.5-4 3.5 4M6.5 12.5l3.5 4 3.5-4",
            Self::More => {
                "M3.75 10a.75.75 0 1 0 1.5 0 .75.75 0 1 0-1.5 0M9.25 10a.75.75 0 1 0 1.5 0 .75.75 0 1 0-1.5 0M14.75 10a.75.75 0 1 0 1.5 0 .75.75 0 1 0-1.5 0"
            }
            Self::Menu => "M3 5.5h14M3 10h14M3 14.5h14",
            Self::Previous => "m12 4.5-5.5 5.5 5.5 5.5",
            Self::Next => "m8 4.5 5.5 5.5L8 15.5",
            Self::Up => "m4.5 12 5.5-5.5 5.5 5.5",
            Self::Down => "m4.5 8 5.5 5.5L15.5 8",
            Self::Grip => {
                "M6.75 5a.75.75 0 1 0 1.5 0 .75.75 0 1 0-1.5 0M6.75 10a.75.75 0 1 0 1.5 0 .75.75 0 1 0-1.5 0M6.75 15a.75.75 0 1 0 1.5 0 .75.75 0 1 0-1.5 0M11.75 5a.75.75 0 1 0 1.5 0 .75.75 0 1 0-1.5 0M11.75 10a.75.75 0 1 0 1.5 0 .75.75 0 1 0-1.5 0M11.75 15a.75.75 0 1 0 1.5 0 .75.75 0 1 0-1.5 0"
            }
            Self::Edit => {
                "M4 16l.8-3.6L13.2 4a1.4 1.4 0 0 1 2 0l.8.8a1.4 1.4 0 0 1 0 2l-8.4 8.4L4 16ZM11.8 5.4l2.8 2.8"
            }
            Self::Delete => "M3.5 5.5h13M8 5.5V3.5h4v2M5 5.5l.7 11h8.6l.7-11M8.3 9v4.5M11.7 9v4.5",
            Self::Undo => "M7.5 4 4 7.5 7.5 11M4 7.5h7.5a4.25 4.25 0 0 1 0 8.5H8",
            Self::Redo => "M12.5 4 16 7.5 12.5 11M16 7.5H8.5a4.25 4.25 0 0 0 0 8.5H12",
            Self::Import => "M10 3v9M6.5 8.5 10 12l3.5-3.5M3.5 13v3.5h13V13",
            Self::Export => "M10 12V3M6.5 6.5 10 3l3.5 3.5M3.5 13v3.5h13V13",
            Self::Copy => "M7 7h9.5v9.5H7zM4 13H3.5V3.5H13V4",
            Self::Print => "M6 8V3.5h8V8M6 14H3.5V8h13v6H14M6 12h8v4.5H6z",
            Self::External => "M11.5 3.5h5v5M16.5 3.5 9 11M14 12v4.5H3.5V6H8",
            Self::Link => {
                "M8.5 11.5a3.2 3.2 0 0 0 4.6 0l2.6-2.6a3.25 3.25 0 0 0-4.6-4.6L10 5.4M11.5 8.5a3.2 3.2 0 0 0-4.6 0l-2.6 2.6a3.25 3.25 0 0 0 4.6 4.6l1.1-1.1"
            }
            Self::Person => {
                "M10 9.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5ZM3.5 17c.4-3.3 3-5 6.5-5s6.1 1.7 6.5 5"
            }
            Self::People => {
                "M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 16.5c.3-3 2.5-4.5 5.5-4.5s5.2 1.5 5.5 4.5M13 3.7a3 3 0 0 1 0 5.6M15 12.3c1.8.6 2.8 2 3 4.2"
            }
            Self::Organisation => "M4 17V3.5h8V17M12 8h4v9M2.5 17h15M6.8 7h2.4M6.8 10.2h2.4M6.8 13.4h2.4",
            Self::Phone => {
                "M5 3.5h2.8l1.2 3.7-1.8 1.3a9.5 9.5 0 0 0 4.3 4.3l1.3-1.8 3.7 1.2V15a1.5 1.5 0 0 1-1.6 1.5A12.5 12.5 0 0 1 3.5 5.1 1.5 1.5 0 0 1 5 3.5Z"
            }
            Self::Mail => "M3 5h14v10.5H3zM3.5 5.5 10 11l6.5-5.5",
            Self::Globe => {
                "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM3 10h14M10 3c-2.5 2-3.5 4.3-3.5 7s1 5 3.5 7c2.5-2 3.5-4.3 3.5-7S12.5 5 10 3Z"
            }
            Self::Place => {
                "M10 17.5c-3.6-3.6-5.5-6.4-5.5-9a5.5 5.5 0 0 1 11 0c0 2.6-1.9 5.4-5.5 9ZM10 10.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z"
            }
            Self::Tag => "M3.5 3.5h6.3l6.7 6.7-6.3 6.3-6.7-6.7zM7 7h.01",
            Self::Calendar => "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5",
            Self::Clock => "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4.2l2.8 1.8",
            Self::Note => "M4 3.5h12v9l-4 4H4zM16 12.5h-4v4M7 7.5h6M7 10.5h3.5",
            Self::Talk => "M3 4h14v9.5h-7L6.5 17v-3.5H3zM6.5 7.5h7M6.5 10.2h4.5",
            Self::Task => "M16.5 9.5v7h-13v-13h8M7 9.5l3 3 6.5-7.5",
            Self::Promise => "M5 17.5V3M5 4h10.5L13 7.5l2.5 3.5H5",
            Self::Deal => "M3 4.5h4v11H3zM8.5 4.5h4v7h-4zM14 4.5h3.5v9H14z",
            Self::Order => {
                "M4.5 3v14l2-1.5 1.75 1.5L10 15.5l1.75 1.5 1.75-1.5 2 1.5V3l-2 1.5L11.75 3 10 4.5 8.25 3 6.5 4.5zM7.5 8h5M7.5 11.5h5"
            }
            Self::Money => {
                "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM12.3 7.5c-.4-.9-1.2-1.3-2.3-1.3-1.4 0-2.3.7-2.3 1.8 0 2.6 4.7 1.3 4.7 3.9 0 1.2-1 1.9-2.4 1.9-1.2 0-2.1-.5-2.5-1.5M10 4.8v1.4M10 13.8v1.4"
            }
            Self::Product => "M3.5 6.5 10 3l6.5 3.5v7L10 17l-6.5-3.5zM3.5 6.5 10 10l6.5-3.5M10 10v7",
            Self::Pareto => "M3.5 16.5h13M5.5 16.5V8M9 16.5v-5M12.5 16.5V14M3.5 7.5C6 4.5 10 3.5 16.5 3.5",
            Self::Grid => "M3.5 3.5h13v13h-13zM3.5 7.8h13M3.5 12.2h13M7.8 3.5v13M12.2 3.5v13",
            Self::Trend => "M3.5 3.5v13h13M6.5 12.5l3.2-3.7 2.8 2.2 4-5",
            Self::Home => "M3.5 9 10 3.5 16.5 9v7.5H12V12H8v4.5H3.5z",
            Self::Data => {
                "M10 7.5c3.6 0 6-1 6-2.25S13.6 3 10 3 4 4 4 5.25 6.4 7.5 10 7.5ZM4 5.25v9.5C4 16 6.4 17 10 17s6-1 6-2.25v-9.5M4 10c0 1.25 2.4 2.25 6 2.25S16 11.25 16 10"
            }
            Self::Settings => {
                "M3 6h7M14.5 6H17M3 14h2.5M10 14h7M12.25 8.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5ZM7.75 16.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5Z"
            }
            Self::Sun => {
                "M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.34 4.34l1.06 1.06M14.6 14.6l1.06 1.06M4.34 15.66l1.06-1.06M14.6 5.4l1.06-1.06"
            }
            Self::Moon => "M16.5 11.8A6.75 6.75 0 0 1 8.2 3.5a6.75 6.75 0 1 0 8.3 8.3Z",
            Self::Screen => "M3 4h14v9.5H3zM7.5 17h5M10 13.5V17",
            Self::Keyboard => {
                "M2.5 5h15v10h-15zM5.5 8h.01M8.5 8h.01M11.5 8h.01M14.5 8h.01M5.5 12h.01M14.5 12h.01M8 12h4"
            }
            Self::Help => {
                "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7.8 8c.1-1.3 1-2 2.2-2s2.2.8 2.2 2c0 1.5-2.2 1.7-2.2 3.3M10 13.8h.01"
            }
            Self::Info => "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.3v4.2M10 6.5h.01",
            Self::Warning => "M10 3.5 17.5 16.5h-15zM10 8.5v3.7M10 14.3h.01",
            Self::Error => "M7 3h6l4 4v6l-4 4H7l-4-4V7zM10 6.5v4.2M10 13.5h.01",
            Self::Success => "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM6.8 10.3l2.2 2.2 4.2-4.7",
            Self::Lock => "M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9M10 12v2",
            Self::Shield => "M10 3l6 2v5c0 3.5-2.4 5.8-6 7-3.6-1.2-6-3.5-6-7V5zM7.3 9.8l2 2 3.4-3.8",
            Self::Star => "m10 3 2.1 4.6 5 .6-3.7 3.4 1 4.9L10 14.1l-4.4 2.4 1-4.9L2.9 8.2l5-.6z",
            Self::Columns => "M3.5 4h13v12h-13zM8 4v12M12.5 4v12",
            Self::Merge => "M5 3.5v3c0 3 5 3 5 6.5v4M15 3.5v3c0 3-5 3-5 6.5M7.5 14.5 10 17l2.5-2.5",
            Self::File => "M5 2.5h6.5L15.5 6.5v11H5zM11.5 2.5v4h4",
        }
    }
}

/// Draws an icon at the size of the text around it, in its colour; hidden from screen readers.
#[component]
pub fn Glyph(
    /// Which one.
    #[prop(into)]
    icon: Signal<Icon>,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
            <path d=move || icon.get().path() />
        </svg>
    }
}
