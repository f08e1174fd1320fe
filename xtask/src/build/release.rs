//! From sources to `dist/`.

use std::path::{Path, PathBuf};

use super::stamp::Stamp;
use crate::process::{Run, path_with};
use crate::tools::{self, WasmOpt};
use crate::{Error, root, target_dir};

const TARGET: &str = "wasm32-unknown-unknown";
/// Each module with its profile and features, as in `index.html`: the app is small and in parts, the worker quick and whole.
const MODULES: [(&str, &str, &str); 2] = [("kith", "page", "split,browser-unicode"), ("worker", "release", "web")];
/// What `index.html` says of the worker.
const OPTIMISED: &str = r#"data-wasm-opt="3""#;

/// Leaves the release build in `dist/`. Installs what is missing; does nothing when nothing has changed.
///
/// # Errors
/// If a tool is missing and cannot be installed, or a step of the build fails.
pub fn release() -> Result<(), Error> {
    tools::rust_target(TARGET)?;
    let trunk = tools::trunk()?;
    let bindgen = tools::wasm_bindgen()?;
    tools::wasm_split()?;
    // Trunk would build them anyway; so cargo says what is new.
    for (module, profile, features) in MODULES {
        let how = ["build", "--profile", profile, "--features", features, "--target", TARGET, "--bin", module];
        Run::cargo().args(how).announced()?;
    }

    let stamp = || Stamp::of(&modules(), &format!("{} {} {:?}", trunk.version, bindgen.version, WasmOpt::find()));
    if stamp()?.is_current() {
        println!("dist/ is up to date.");
        return Ok(());
    }
    let page = Page { trunk: &trunk.program, bindgen: folder_of(&bindgen.program) };
    match WasmOpt::find() {
        Some(found) => page.with(&found)?,
        None => page.with_whatever_can_be_had()?,
    }
    stamp()?.keep()?;
    println!("The page is in {}.", crate::dist_dir().display());
    Ok(())
}

struct Page<'a> {
    trunk: &'a Path,
    bindgen: PathBuf,
}

impl Page<'_> {
    /// Everything is there: Trunk needs no network, and must not look for any.
    fn with(&self, wasm_opt: &WasmOpt) -> Result<(), Error> {
        self.trunk(&["index.html", "--release", "--offline"], Some(folder_of(&wasm_opt.program)))
    }

    /// Trunk's own download, else npm's, else none.
    fn with_whatever_can_be_had(&self) -> Result<(), Error> {
        println!("wasm-opt is not installed; Trunk downloads it.");
        if self.trunk(&["index.html", "--release"], None).is_ok() {
            return Ok(());
        }
        println!("Trunk could not download wasm-opt; npm installs it.");
        match WasmOpt::from_npm() {
            Ok(installed) => self.with(&installed),
            Err(error) => {
                println!("Building without wasm-opt, so the page is larger and slower than it could be: {error}");
                self.without()
            }
        }
    }

    /// Trunk can be told to leave wasm-opt out only by the page itself.
    fn without(&self) -> Result<(), Error> {
        let source = root().join("index.html");
        let html = std::fs::read_to_string(&source).map_err(Error::file("read", &source))?;
        let plain = Removed(root().join(".index-without-wasm-opt.html"));
        if !html.contains(OPTIMISED) {
            return Err(Error::Build { path: source, reason: format!("{OPTIMISED} has to be there") });
        }
        std::fs::write(&plain.0, html.replace(OPTIMISED, r#"data-wasm-opt="0""#))
            .map_err(Error::file("written", &plain.0))?;
        self.trunk(&[".index-without-wasm-opt.html", "--release", "--offline"], None)
    }

    fn trunk(&self, arguments: &[&str], wasm_opt: Option<PathBuf>) -> Result<(), Error> {
        let path = path_with(std::iter::once(self.bindgen.clone()).chain(wasm_opt))?;
        let run = Run::new(self.trunk).args(["build"]).args(arguments).args(["--skip-version-check"]).env("PATH", path);
        // The variable means "no colour" whatever its value; Trunk takes only `true` for it.
        let run = if std::env::var_os("NO_COLOR").is_some() { run.env("NO_COLOR", "true") } else { run };
        run.announced()
    }
}

/// A file that is gone again afterwards, however it ends.
struct Removed(PathBuf);

impl Drop for Removed {
    fn drop(&mut self) {
        // It is ignored by git, and written anew the next time.
        let _ = std::fs::remove_file(&self.0);
    }
}

fn modules() -> Vec<PathBuf> {
    MODULES.map(|(name, profile, _)| target_dir().join(TARGET).join(profile).join(format!("{name}.wasm"))).to_vec()
}

fn folder_of(program: &Path) -> PathBuf {
    program.parent().unwrap_or(program).to_path_buf()
}
