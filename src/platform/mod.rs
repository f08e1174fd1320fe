//! The browser as plain functions; the only home of `web_sys`.
