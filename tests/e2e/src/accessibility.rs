//! What axe-core finds on the page as it is now.

use std::path::PathBuf;

use serde::Deserialize;

use crate::{Browser, Failure, Result};

/// A rule that is broken somewhere.
#[derive(Debug, Deserialize)]
pub struct Violation {
    /// The rule, such as `color-contrast`.
    pub id: String,
    /// What it asks for.
    pub help: String,
    /// The elements that break it, as markup.
    pub elements: Vec<String>,
}

impl Browser {
    /// Everything that axe-core finds on the whole page. It wants things visible: open what is to be checked.
    ///
    /// # Errors
    /// If `KITH_AXE` does not name its script, or the script fails.
    pub async fn accessibility_violations(&self) -> Result<Vec<Violation>> {
        let script = std::env::var_os("KITH_AXE").map(PathBuf::from).ok_or(Failure::NotSet("KITH_AXE"))?;
        let script = std::fs::read_to_string(&script).map_err(Failure::file(script))?;
        self.eval::<Option<bool>>(format!("{script}\n;null")).await?;
        // What fades in is not seen well yet; what turns without end is seen all the time. What fades on something that goes meanwhile
        // may never say that it is over.
        self.eval(
            "Promise.race([new Promise((over) => setTimeout(over, 3000)), Promise.all(document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
                 .map((one) => one.finished.catch(() => null)))])
             .then(() => axe.run(document, { resultTypes: ['violations'] }))
             .then(({ violations }) =>
                 violations.map(({ id, help, nodes }) => ({ id, help, elements: nodes.map((node) => node.html) })))",
        )
        .await
    }

    /// Fails if axe-core finds anything.
    ///
    /// # Errors
    /// [`Failure::NotClean`] with all of it.
    pub async fn assert_accessible(&self) -> Result<()> {
        let found = self.accessibility_violations().await?;
        if found.is_empty() {
            Ok(())
        } else {
            Err(Failure::NotClean(format!("The page is not accessible: {found:#?}")))
        }
    }
}
