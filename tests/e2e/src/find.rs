//! Finding things as a person does who sees or hears the page: by role and name, or by the text on it.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{By, Key, WebElement};

use crate::browser::PATIENCE;
use crate::{Browser, Failure, Result};

/// What a thing is to a screen reader. Anything else is found by its ARIA name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// `<button>`
    Button,
    /// `<input type=checkbox>`
    Checkbox,
    /// A column's head.
    ColumnHeader,
    /// `<select>`, or an input with a list.
    ComboBox,
    /// `<dialog>`
    Dialog,
    /// `<h1>` to `<h6>`
    Heading,
    /// `<a href>`
    Link,
    /// `<option>`
    Option,
    /// `<input type=radio>`
    Radio,
    /// `<input type=search>`
    SearchBox,
    /// A tab of a tab list.
    Tab,
    /// `<input>`, `<textarea>`
    TextBox,
    /// Another one, by its ARIA name.
    Named(&'static str),
}

impl Role {
    fn aria(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Checkbox => "checkbox",
            Self::ColumnHeader => "columnheader",
            Self::ComboBox => "combobox",
            Self::Dialog => "dialog",
            Self::Heading => "heading",
            Self::Link => "link",
            Self::Option => "option",
            Self::Radio => "radio",
            Self::SearchBox => "searchbox",
            Self::Tab => "tab",
            Self::TextBox => "textbox",
            Self::Named(name) => name,
        }
    }
}

/// Marks what was found by the browser's accessibility tree, so that the driver finds it too.
const MARK: &str = "data-e2e-found";

impl Browser {
    /// Waits for a thing with this role and exactly this accessible name, and returns the first.
    ///
    /// # Errors
    /// [`Failure::Late`] if it does not come.
    pub async fn find(&self, role: Role, name: &str) -> Result<WebElement> {
        let start = Instant::now();
        loop {
            // The page may be replaced between the steps; then the next round finds it.
            if let Ok(Some(element)) = self.look_for(role, name).await {
                return Ok(element);
            }
            self.give_up_after(start, || format!("{role:?} “{name}”")).await?;
        }
    }

    async fn look_for(&self, role: Role, name: &str) -> Result<Option<WebElement>> {
        let cdp = self.driver().cdp();
        let root = cdp.send_raw("DOM.getDocument", json!({ "depth": 0 })).await?["root"]["nodeId"].clone();
        let query = json!({ "nodeId": root, "role": role.aria(), "accessibleName": name });
        let found = cdp.send_raw("Accessibility.queryAXTree", query).await?;
        let mut nodes = found["nodes"].as_array().into_iter().flatten();
        let Some(node) = nodes.find(|node| node["ignored"] != true && node["backendDOMNodeId"].is_u64()) else {
            return Ok(None);
        };
        let node = cdp.send_raw("DOM.resolveNode", json!({ "backendNodeId": node["backendDOMNodeId"] })).await?;
        let mark = json!({
            "objectId": node["object"]["objectId"],
            "functionDeclaration": format!(
                "function() {{ document.querySelectorAll('[{MARK}]').forEach((old) => old.removeAttribute('{MARK}')); this.setAttribute('{MARK}', ''); }}"
            ),
        });
        cdp.send_raw("Runtime.callFunctionOn", mark).await?;
        Ok(Some(self.driver().find(By::Css(format!("[{MARK}]"))).await?))
    }

    /// Waits for an element by selector.
    ///
    /// # Errors
    /// [`Failure::Late`] if it does not come.
    pub async fn css(&self, selector: &str) -> Result<WebElement> {
        let start = Instant::now();
        loop {
            if let Ok(element) = self.driver().find(By::Css(selector)).await {
                return Ok(element);
            }
            self.give_up_after(start, || format!("an element {selector}")).await?;
        }
    }

    /// Clicks what [`Browser::find`] finds, as the mouse does: it has to be visible and not covered.
    ///
    /// # Errors
    /// If it does not come, or cannot be clicked.
    pub async fn click(&self, role: Role, name: &str) -> Result<()> {
        let start = Instant::now();
        loop {
            let element = self.find(role, name).await?;
            element.scroll_into_view().await?;
            match element.click().await {
                Ok(()) => return Ok(()),
                // Rows are drawn anew while one aims at them.
                Err(error) if start.elapsed() > PATIENCE => return Err(error.into()),
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }

    /// Replaces what stands in the text box with this label.
    ///
    /// # Errors
    /// If there is no such box, or it cannot be typed into.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        let element = self.find(Role::TextBox, label).await?;
        element.clear().await?;
        Ok(element.send_keys(text).await?)
    }

    /// Types into whatever has the focus; for keys such as Tab and Enter see [`Browser::press`].
    ///
    /// # Errors
    /// If nothing has it.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        Ok(self.driver().action_chain().send_keys(text).perform().await?)
    }

    /// Presses one key.
    ///
    /// # Errors
    /// If the driver refuses.
    pub async fn press(&self, key: Key) -> Result<()> {
        Ok(self.driver().action_chain().send_keys(key).perform().await?)
    }

    /// Presses a key while another is held, such as Control and `"z"`.
    ///
    /// # Errors
    /// If the driver refuses.
    pub async fn press_with(&self, held: Key, key: &str) -> Result<()> {
        Ok(self.driver().action_chain().key_down(held.clone()).send_keys(key).key_up(held).perform().await?)
    }

    /// Waits until this can be read on the page.
    ///
    /// # Errors
    /// [`Failure::Late`] if it does not come.
    pub async fn wait_for_text(&self, text: &str) -> Result<()> {
        self.wait_until(
            &format!("the text “{text}”"),
            &format!("document.body?.innerText.includes({})", Value::from(text)),
        )
        .await
    }

    /// Waits until this can no longer be read on the page.
    ///
    /// # Errors
    /// [`Failure::Late`] if it stays.
    pub async fn wait_until_gone(&self, text: &str) -> Result<()> {
        let gone = format!("document.body && !document.body.innerText.includes({})", Value::from(text));
        self.wait_until(&format!("the text “{text}” to go"), &gone).await
    }

    async fn give_up_after(&self, start: Instant, what: impl FnOnce() -> String) -> Result<()> {
        if start.elapsed() > PATIENCE {
            return Err(Failure::Late { seconds: PATIENCE.as_secs(), what: what(), page: self.account().await });
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        Ok(())
    }
}
