//! What is done with the settings of the workspace.

use crate::domain::{change::What, record::Kind, settings::Settings};

use super::{Done, sound};
use crate::state::{commit::Intent, workspace::Workspace};

impl Workspace {
    /// Saves the settings.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with every field that is wrong.
    pub async fn save_settings(self, settings: Settings) -> Done {
        sound(settings.flaws())?;
        let intent = Intent::new(What::Settings, Kind::Settings, Some(Settings::ID.uuid()), "");
        self.make(intent, |edit| edit.set(Settings::ID, settings)).await
    }
}
