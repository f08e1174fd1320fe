//! One of several things to choose from, as lists, radio buttons and segments show it.

use super::icons::Icon;

/// A value with the words that stand for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is handed to the code when this one is chosen.
    pub value: String,
    /// What the user reads.
    pub label: String,
    /// Drawn before the label where there is room for it.
    pub icon: Option<Icon>,
}

impl Choice {
    /// A value with its words.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), icon: None }
    }

    /// The same with an icon.
    pub fn with_icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }
}
