//! What can be done from anywhere, said once: the palette, the sheet of keys, the navigation and the tooltips read it from here.
//!
//! `command` names them, `deck` does them, `reader` tells which keys mean which; `shown` draws keys. A page that can do something
//! itself offers it ([`Commands::offer`]).

mod command;
mod deck;
mod keyboard;
mod place;
mod reader;
mod shortcut;
mod shown;
mod told;

pub use command::{Command, Group};
pub use deck::{Asking, Commands};
pub use place::Place;
pub use shown::ShownKeys;
