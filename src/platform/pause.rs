//! Giving the browser its turn: long work is cut into slices so that typing, scrolling and painting go on.
//!
//! Natively a pause is over at once: tests have no screen to keep alive.

use super::clock;

/// How long a slice of work may hold the thread, in milliseconds: half a frame, so that the other half is left to the page.
const BUDGET: f64 = 8.0;

/// A stretch of work between two pauses.
#[derive(Debug)]
pub struct Slice {
    began: f64,
}

impl Slice {
    /// Begins now.
    #[expect(clippy::new_without_default, reason = "a slice has a beginning, which no default value has")]
    pub fn new() -> Self {
        Self { began: clock::timer() }
    }

    /// Lets the browser in when the slice has lasted its 8 ms, and begins the next; costs next to nothing before that.
    pub async fn pause_if_used_up(&mut self) {
        if clock::timer() - self.began >= BUDGET {
            yield_now().await;
            self.began = clock::timer();
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    /// Over at once.
    pub async fn yield_now() {}
    /// Over at once.
    pub async fn sleep(_ms: u32) {}
    /// Over at once.
    pub async fn next_frame() {}
    /// Over at once.
    pub async fn when_idle() {}
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::{next_frame, sleep, when_idle, yield_now};

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::{Function, Object, Promise, Reflect};
    use wasm_bindgen::JsValue;
    use web_sys::MessageChannel;

    use crate::platform::global::global_function;

    /// The longest wait for a frame, in milliseconds. A hidden page gets no frames; its work goes on nevertheless.
    const FRAME_AT_MOST: u32 = 100;
    /// The longest wait for an idle moment, in milliseconds.
    const IDLE_AT_MOST: u32 = 2000;
    /// Where the browser does not tell when it is idle (Safari), this many milliseconds of waiting stand in for it.
    const IDLE_GUESS: u32 = 50;

    /// Lets the browser handle what waits, then goes on as soon as it can.
    ///
    /// By a message to itself, which waits in line with everything else. `scheduler.yield()` jumps the line: work that pauses by
    /// it leaves 9 frames a second and not a single timer, message or answer of the database (Chromium, slices of 8 ms; a
    /// message leaves 60 frames and all the others their turns). And timers are held back: to 4 ms when nested, to a second in a
    /// hidden tab.
    pub async fn yield_now() {
        let Ok(channel) = MessageChannel::new() else { return sleep(0).await };
        let port = channel.port1();
        settled(|resolve| {
            port.set_onmessage(Some(resolve));
            channel.port2().post_message(&JsValue::NULL).is_ok()
        })
        .await;
        port.close();
    }

    /// Waits `ms` milliseconds or somewhat longer; in a hidden tab up to a minute longer.
    pub async fn sleep(ms: u32) {
        settled(|resolve| timer(resolve, ms)).await;
    }

    /// Waits until the browser is about to paint, at most a tenth of a second.
    pub async fn next_frame() {
        settled(|resolve| {
            let asked = global_function("requestAnimationFrame")
                .is_some_and(|request| request.call1(&JsValue::UNDEFINED, resolve).is_ok());
            timer(resolve, if asked { FRAME_AT_MOST } else { 16 })
        })
        .await;
    }

    /// Waits until the browser has nothing better to do, at most two seconds.
    pub async fn when_idle() {
        settled(|resolve| {
            let Some(request) = global_function("requestIdleCallback") else {
                return timer(resolve, IDLE_GUESS);
            };
            let options = Object::new();
            Reflect::set(&options, &"timeout".into(), &IDLE_AT_MOST.into()).is_ok()
                && request.call2(&JsValue::UNDEFINED, resolve, &options).is_ok()
        })
        .await;
    }

    fn timer(resolve: &Function, ms: u32) -> bool {
        global_function("setTimeout")
            .is_some_and(|set_timeout| set_timeout.call2(&JsValue::UNDEFINED, resolve, &ms.into()).is_ok())
    }

    /// Hands out a function and waits until someone calls it; does not wait when `begin` says that no one will.
    async fn settled(mut begin: impl FnMut(&Function) -> bool) {
        let promise = Promise::new(&mut |resolve, _| {
            if !begin(&resolve) {
                let called = resolve.call0(&JsValue::UNDEFINED);
                debug_assert!(called.is_ok(), "resolving a promise throws never");
            }
        });
        let _ = promise.await;
    }
}
#[cfg(target_arch = "wasm32")]
pub use browser::{next_frame, sleep, when_idle, yield_now};
