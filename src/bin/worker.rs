//! Analysis off the main thread.

fn main() {
    // Without this a panic in the worker is only "unreachable executed".
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
}
