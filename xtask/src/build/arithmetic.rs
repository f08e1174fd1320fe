//! The questions about data as a module of their own, for the bench alone: compiled, bound and optimised as the app's worker is.

use std::path::{Path, PathBuf};

use crate::process::Run;
use crate::tools::{self, WasmOpt};
use crate::{Error, root, target_dir};

const WASM: &str = "wasm32-unknown-unknown";
/// What stands for the worker's module in `index.html`: the features are a list of it.
const PAGE: &str = "index.html";

/// Builds it into a folder, as `arithmetic.js` and `arithmetic_bg.wasm`.
///
/// # Errors
/// If a tool is missing or fails.
pub fn arithmetic(folder: &Path) -> Result<(), Error> {
    tools::rust_target(WASM)?;
    Run::cargo().args(["build", "--quiet", "--release", "--package", "arithmetic", "--target", WASM]).announced()?;
    let module = target_dir().join(WASM).join("release/arithmetic.wasm");
    Run::new(tools::wasm_bindgen()?.program)
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .args([folder, &module])
        .announced()?;
    let Some(optimiser) = WasmOpt::find() else {
        println!("wasm-opt is not on the PATH, so the module is slower than it could be.");
        return Ok(());
    };
    let (bound, page) = (folder.join("arithmetic_bg.wasm"), root().join(PAGE));
    let html = std::fs::read_to_string(&page).map_err(Error::file("read", &page))?;
    let features = as_for_the_worker(&html)
        .ok_or_else(|| Error::Build { path: page, reason: "it does not say how the worker is optimised".into() })?;
    Run::new(&optimiser.program).args(features).arg(&bound).args([PathBuf::from("-o"), bound.clone()]).announced()
}

/// The arguments for `wasm-opt` that Trunk reads from the page for the worker.
fn as_for_the_worker(html: &str) -> Option<Vec<String>> {
    let link = html.lines().find(|line| line.contains(r#"data-type="worker""#))?;
    let value = |name: &str| link.split_once(&format!(" {name}=\""))?.1.split_once('"').map(|(value, _)| value);
    let mut arguments = vec![format!("-O{}", value("data-wasm-opt")?)];
    arguments.extend(value("data-wasm-opt-params")?.split_whitespace().map(str::to_owned));
    Some(arguments)
}

#[cfg(test)]
mod tests {
    use super::as_for_the_worker;

    #[test]
    fn the_module_is_optimised_as_the_worker_is() {
        let html = "<link data-type=\"main\" data-wasm-opt=\"z\">\n<link data-type=\"worker\" data-wasm-opt=\"3\" data-wasm-opt-params=\"--a --b\">";
        assert_eq!(as_for_the_worker(html), Some(vec!["-O3".to_owned(), "--a".to_owned(), "--b".to_owned()]));
        assert_eq!(as_for_the_worker("<link>"), None);
        assert!(as_for_the_worker(include_str!("../../../index.html")).is_some());
    }
}
