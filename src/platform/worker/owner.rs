//! The side of the page, which owns the worker.

use std::{cell::RefCell, rc::Rc};

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, Event, MessageEvent, WorkerOptions, WorkerType};

use crate::platform::{Guard, errors};

/// How the worker's script has to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// As a script that knows no `import`.
    Classic,
    /// As a module.
    Module,
}

/// A worker, stopped when dropped, whatever it is doing.
#[derive(Debug)]
pub struct Worker {
    worker: web_sys::Worker,
    listeners: Guard,
}

impl Worker {
    /// Starts the script at an address relative to the document. What goes wrong later, such as a script that is not there,
    /// [`Worker::on_error`] hears.
    ///
    /// # Errors
    /// The browser's words, if it has no workers or its policy forbids this one.
    pub fn start(url: &str, script: Script) -> Result<Self, String> {
        let options = WorkerOptions::new();
        options.set_type(match script {
            Script::Classic => WorkerType::Classic,
            Script::Module => WorkerType::Module,
        });
        let worker = web_sys::Worker::new_with_options(url, &options).map_err(|thrown| errors::describe(&thrown))?;
        Ok(Self { worker, listeners: Guard::default() })
    }

    /// Sends a message. The buffers in `transfer` are moved, not copied: they are empty here afterwards.
    ///
    /// # Errors
    /// The browser's words, if the message holds what cannot be sent (a function) or a buffer that was moved before.
    pub fn post(&self, message: &JsValue, transfer: &Array) -> Result<(), String> {
        self.worker.post_message_with_transfer(message, transfer).map_err(|thrown| errors::describe(&thrown))
    }

    /// Calls `f` with every message from the worker.
    pub fn on_message(&mut self, mut f: impl FnMut(JsValue) + 'static) {
        self.listen(Guard::listen(&self.worker, "message", move |event: MessageEvent| f(event.data())));
    }

    /// Calls `f` with what went wrong in the worker: it could not be loaded, it panicked, or it sent what cannot be read.
    pub fn on_error(&mut self, f: impl FnMut(String) + 'static) {
        let f = Rc::new(RefCell::new(f));
        let unreadable = Rc::clone(&f);
        self.listen(Guard::listen(&self.worker, "error", move |event: Event| {
            // A script that cannot be loaded is reported by an event that says nothing.
            let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).filter(|message| !message.is_empty());
            f.borrow_mut()(message.unwrap_or_else(|| "the worker's script could not be loaded".to_owned()));
        }));
        self.listen(Guard::listen(&self.worker, "messageerror", move |_: Event| {
            unreadable.borrow_mut()("a message could not be read".to_owned());
        }));
    }

    fn listen(&mut self, listener: Guard) {
        self.listeners = std::mem::take(&mut self.listeners).and(listener);
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
