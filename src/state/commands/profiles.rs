//! What is done with profiles: named ways to classify, and the one that holds. They are fields of the settings, so each is one change.

use crate::domain::{profile::Method, settings::Settings};

use super::Done;
use crate::state::workspace::Workspace;

impl Workspace {
    /// Classifies everybody by a method, which is that of a profile or of none.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] where the method is not sound.
    pub async fn classify_by(self, method: Method, profile: Option<String>) -> Done {
        self.with_settings(|settings| settings.classify_by(method, profile.as_deref())).await
    }

    /// Keeps a method under a name, in the place of the one that has it.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] where name or method are not sound.
    pub async fn save_profile(self, name: String, method: Method) -> Done {
        self.with_settings(|settings| settings.keep_profile(&name, method)).await
    }

    /// Gives a profile another name.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] where the name is empty, or another's.
    pub async fn rename_profile(self, name: String, to: String) -> Done {
        self.with_settings(|settings| settings.rename_profile(&name, &to)).await
    }

    /// Forgets a profile; how customers are classified stays.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn delete_profile(self, name: String) -> Done {
        self.with_settings(|settings| settings.forget_profile(&name)).await
    }

    async fn with_settings(self, change: impl FnOnce(&mut Settings)) -> Done {
        let mut settings = self.peek(|book| book.settings());
        change(&mut settings);
        self.save_settings(settings).await
    }
}
