//! The locale files are read by a macro; Cargo has to be told that the crate depends on them.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
}
