//! A file that was dropped anywhere on the page, on its way to the page that imports it.

use leptos::prelude::*;

use super::components::File;

/// The file, as long as nobody took it.
#[derive(Clone, Copy)]
pub struct DroppedFile(RwSignal<Option<File>, LocalStorage>);

impl DroppedFile {
    /// None yet; every view below can take the one that comes.
    pub fn provide() -> Self {
        let dropped = Self(RwSignal::new_local(None));
        provide_context(dropped);
        dropped
    }

    /// The one of the views above.
    pub fn expect() -> Self {
        use_context().expect("the shell provides it before it shows a page")
    }

    /// Hands the first of the files over.
    pub fn hand_over(self, files: Vec<File>) {
        self.0.set(files.into_iter().next());
    }

    /// Takes the file, if there is one; whoever asks is told of the next one too.
    pub fn take(self) -> Option<File> {
        let file = self.0.get();
        if file.is_some() {
            self.0.set(None);
        }
        file
    }
}
