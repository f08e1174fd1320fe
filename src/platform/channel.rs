//! Words between the tabs of one origin.

use web_sys::{BroadcastChannel, MessageEvent};

use super::Guard;

/// A named channel that every tab of this origin may open; closed when dropped.
#[derive(Debug)]
pub struct Channel {
    channel: BroadcastChannel,
    // Only there to be dropped with the channel.
    _listener: Guard,
}

impl Channel {
    /// Opens the channel and calls `on_message` with every text that another tab (or another `Channel` of this tab) posts.
    /// `None` where the browser has no channels or denies them; natively always.
    pub fn open(name: &str, mut on_message: impl FnMut(String) + 'static) -> Option<Self> {
        if cfg!(not(target_arch = "wasm32")) {
            return None;
        }
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = Guard::listen(&channel, "message", move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                on_message(text);
            }
        });
        Some(Self { channel, _listener: listener })
    }

    /// Tells the other tabs; the one that posts does not hear itself.
    pub fn post(&self, text: &str) {
        let posted = self.channel.post_message(&text.into());
        debug_assert!(posted.is_ok(), "an open channel takes any text");
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}
