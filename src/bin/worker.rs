//! Analysis off the main thread.

fn main() {
    // Without this a panic in the worker is only "unreachable executed".
    kith::platform::errors::on_panic(|_| ());
    kith::state::serve().forget();
}
