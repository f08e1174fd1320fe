//! The pieces that pages are built of. They know no noun and contain no words: each text comes in already translated.
//!
//! A property that takes text is a `Signal<String>` with `into`: hand it a literal, a `String`, a signal, or a closure such as
//! `move || t_string!(i18n, common.save)`, and it follows the language. What the user does comes out through callbacks; nothing
//! here changes what it was given. Looks live in `style/`, by the class names in these files.

mod avatar;
mod badge;
mod banner;
mod board;
mod button;
mod card;
mod checkbox;
mod chip;
mod choice;
mod choice_boxes;
mod combo_box;
mod date_input;
mod dialog;
mod disclosure;
pub(crate) mod dom;
mod empty_state;
mod error_summary;
mod facts;
mod field;
mod file_drop;
mod finder;
mod frame;
mod icons;
mod kbd;
mod layout;
mod linked_table;
mod menu;
mod number_input;
mod page_header;
mod plain_table;
mod progress;
mod radio_group;
mod repeated_field;
mod scale;
mod search_box;
mod segmented;
mod select;
mod skeleton;
mod slider;
mod spinner;
mod stat;
mod switch;
mod table;
mod tabs;
mod tag_input;
mod text_area;
mod text_input;
mod toasts;
mod tooltip;

pub use avatar::{Avatar, initials};
pub use badge::{Badge, Grade, GradeBadge, Tone};
pub use banner::Banner;
pub use board::{Board, BoardColumn};
pub use button::{Button, ButtonKind, IconButton, LinkButton};
pub use card::Card;
pub use checkbox::Checkbox;
pub use chip::Chip;
pub use choice::Choice;
pub use choice_boxes::ChoiceBoxes;
pub use combo_box::ComboBox;
pub use date_input::DateInput;
pub use dialog::{ConfirmDialog, Dialog, DialogSize};
pub use disclosure::{Disclosure, Section};
pub use dom::File;
pub use empty_state::EmptyState;
pub use error_summary::ErrorSummary;
pub use facts::{Fact, Facts};
pub use field::Field;
pub use file_drop::{FileDrop, PageDrop};
pub use finder::{Finder, FinderLabels, Finding, Findings};
pub use frame::{Frame, NavLink};
pub use icons::{Glyph, Icon};
pub use kbd::Kbd;
pub use layout::{Along, Cluster, Columns, Fill, Gap, Page, PageKind, Split, Stack, Unseen};
pub use linked_table::{LinkedColumn, LinkedRow, LinkedTable};
pub use menu::{Menu, MenuItem, MenuLine};
pub use number_input::{MoneyInput, NumberInput};
pub use page_header::{Breadcrumb, Crumb, PageHeader};
pub use plain_table::{PlainTable, TableData};
pub use progress::Progress;
pub use radio_group::RadioGroup;
pub use repeated_field::{Move, RepeatedField, RepeatedLabels};
pub use scale::Scale;
pub use search_box::SearchBox;
pub use segmented::Segmented;
pub use select::Select;
pub use skeleton::Skeleton;
pub use slider::Slider;
pub use spinner::Spinner;
pub use stat::Stat;
pub use switch::Switch;
pub use table::{
    Align, BulkBar, CardSlot, CellChange, CellDraft, CellKind, Column, ColumnChooser, ColumnsState, Editing, Group,
    Pasted, Saved, Selection, Sort, TablePlace, Totals, VirtualTable,
};
pub use tabs::{Tab, Tabs};
pub use tag_input::TagInput;
pub use text_area::TextArea;
pub use text_input::{TextInput, TextKind};
pub use toasts::{Toast, ToastId, ToastRegion, Toasts};
pub use tooltip::{Tooltip, TooltipId};
