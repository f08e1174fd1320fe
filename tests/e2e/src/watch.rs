//! What a page must never do: break its policy, call another host, fail in the console.

use crate::{Browser, Failure, Result};

/// Runs in every page before its own scripts. The policy's violations are kept in the session, so that a reload does not hide
/// them.
pub const SCRIPT: &str = "
addEventListener('securitypolicyviolation', (event) => {
  const kept = JSON.parse(sessionStorage.getItem('e2e-violations') ?? '[]');
  kept.push(`${event.effectiveDirective} refused ${event.blockedURI} (${event.sourceFile ?? ''}:${event.lineNumber})`);
  sessionStorage.setItem('e2e-violations', JSON.stringify(kept));
});
";

impl Browser {
    /// Every violation of the Content-Security-Policy in this tab so far.
    ///
    /// # Errors
    /// If there is no page.
    pub async fn policy_violations(&self) -> Result<Vec<String>> {
        self.eval("JSON.parse(sessionStorage.getItem('e2e-violations') ?? '[]')").await
    }

    /// Addresses outside of the page's origin that the page has asked for since it was loaded.
    ///
    /// # Errors
    /// If there is no page.
    pub async fn foreign_requests(&self) -> Result<Vec<String>> {
        self.eval(
            "performance.getEntries().filter((entry) => /^(resource|navigation)$/.test(entry.entryType)).map((entry) => entry.name)
               .filter((name) => /^(https?|wss?):/.test(name) && new URL(name).origin !== location.origin)",
        )
        .await
    }

    /// Errors and warnings in the console since it was last asked, among them uncaught ones and failed requests.
    ///
    /// # Errors
    /// If the driver refuses.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let log = self.driver().browser_log().await?;
        Ok(log
            .into_iter()
            .filter(|entry| entry.level == "SEVERE" || entry.level == "WARNING")
            .map(|entry| entry.message)
            .collect())
    }

    /// Fails if the page has done anything that it must never do.
    ///
    /// # Errors
    /// [`Failure::NotClean`] with all of it.
    pub async fn assert_clean(&self) -> Result<()> {
        let violations = self.policy_violations().await?;
        let foreign = self.foreign_requests().await?;
        let complaints = self.complaints().await?;
        if violations.is_empty() && foreign.is_empty() && complaints.is_empty() {
            return Ok(());
        }
        Err(Failure::NotClean(format!(
            "The page is not clean.\nViolations of its policy: {violations:#?}\nRequests to other hosts: {foreign:#?}\nConsole: {complaints:#?}"
        )))
    }
}
