//! The steps, in an order that finds cheap mistakes first.

use crate::process::Run;
use crate::{Error, build, dist_dir, tools};

/// One step.
pub struct Step {
    /// For `--only`.
    pub name: &'static str,
    /// What it checks.
    pub about: &'static str,
    /// Does it.
    pub run: fn() -> Result<(), Error>,
}

const WASM: &str = "wasm32-unknown-unknown";

/// All of them.
pub const STEPS: [Step; 9] = [
    Step { name: "format", about: "the code is formatted", run: format },
    Step { name: "clippy", about: "no warnings, natively, in the whole workspace", run: clippy },
    Step { name: "clippy-pure", about: "no warnings in the pure rooms alone", run: clippy_pure },
    Step { name: "clippy-wasm", about: "no warnings as WebAssembly", run: clippy_wasm },
    Step { name: "pure", about: "the pure rooms compile and hold without a browser", run: pure },
    Step { name: "native", about: "tests outside of a browser, and of these commands", run: native },
    Step { name: "browser", about: "tests inside of a browser (tests/web_*.rs)", run: in_browser },
    Step { name: "dist", about: "the page can be built", run: build::release },
    Step { name: "flows", about: "whole flows in a browser, on the built page", run: flows },
];

fn cargo(arguments: &[&str]) -> Result<(), Error> {
    Run::cargo().args(arguments).announced()
}

fn format() -> Result<(), Error> {
    tools::rust_component("rustfmt", "fmt")?;
    cargo(&["fmt", "--all", "--check"])
}

fn clippy() -> Result<(), Error> {
    tools::rust_component("clippy", "clippy")?;
    cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

fn clippy_pure() -> Result<(), Error> {
    tools::rust_component("clippy", "clippy")?;
    cargo(&["clippy", "--all-targets", "--no-default-features", "--", "-D", "warnings"])
}

fn clippy_wasm() -> Result<(), Error> {
    tools::rust_component("clippy", "clippy")?;
    tools::rust_target(WASM)?;
    cargo(&[
        "clippy",
        "--target",
        WASM,
        "--features",
        "split,browser-unicode",
        "--lib",
        "--bins",
        "--tests",
        "--",
        "-D",
        "warnings",
    ])
}

fn pure() -> Result<(), Error> {
    cargo(&["test", "--no-default-features"])
}

fn native() -> Result<(), Error> {
    cargo(&["test", "--package", "kith", "--package", "xtask"])
}

fn in_browser() -> Result<(), Error> {
    tools::rust_target(WASM)?;
    let runner = tools::wasm_bindgen()?
        .program
        .with_file_name(format!("wasm-bindgen-test-runner{}", std::env::consts::EXE_SUFFIX));
    let browser = tools::browser()?;
    Run::cargo()
        .args(["test", "--target", WASM, "--test", "web_*"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", browser.chromedriver)
        // Seconds for a whole file of tests; the default of 20 is short for a busy machine.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
        .announced()
}

fn flows() -> Result<(), Error> {
    let browser = tools::browser()?;
    let axe = tools::axe()?;
    build::release()?;
    Run::cargo()
        .args(["test", "--package", "e2e", "--", "--test-threads", "2"])
        .env("KITH_DIST", dist_dir())
        .env("KITH_AXE", axe)
        .env("KITH_CHROMIUM", browser.chromium)
        .env("KITH_CHROMEDRIVER", browser.chromedriver)
        .announced()
}
