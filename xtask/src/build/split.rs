//! Cuts the app's module into the part that every start needs and the parts that come later (`ui/shell/later.rs`).
//!
//! Trunk knows nothing of that. So its module is thrown away, and cargo's is cut, given to wasm-bindgen and optimised here. The parts
//! name each other, so they lie in a folder of their own, which is named by their content.

use std::path::{Path, PathBuf};

use super::digest::short_hash;
use super::finish::files_below;
use crate::process::Run;
use crate::tools::{self, WasmOpt};
use crate::{Error, target_dir};

/// What `wasm-opt` does to the app: the least size. The features are those that rustc emits.
const OPTIMISED: [&str; 9] = [
    "-Oz",
    "--strip-debug",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// Puts the parts into the staging folder, and returns the page that names them instead of Trunk's module.
///
/// # Errors
/// If a tool is missing or fails, or the page does not name Trunk's module.
pub fn cut(staging: &Path, html: &str, is_release: bool) -> Result<String, Error> {
    let parts = staging.join("kith");
    let module = target_dir().join("wasm32-unknown-unknown").join(if is_release { "page" } else { "debug" });
    let (whole, main) = (module.join("kith.wasm"), parts.join("kith.wasm"));
    Run::new(tools::wasm_split()?).args(["--out-name", "kith"]).args([&whole, &parts]).announced()?;
    Run::new(tools::wasm_bindgen()?.program)
        .args(["--target", "web", "--no-typescript", "--no-demangle", "--keep-lld-exports", "--out-dir"])
        .args([&parts, &main])
        .announced()?;
    std::fs::remove_file(&main).map_err(Error::file("removed", &main))?;
    match WasmOpt::find() {
        Some(optimiser) if is_release => optimise(&parts, &optimiser)?,
        Some(_) => {}
        None if is_release => println!("wasm-opt is not on the PATH, so the app is larger than it could be."),
        None => {}
    }
    let name = name_by_content(&parts)?;
    replaced(staging, html, &name)
}

fn optimise(parts: &Path, optimiser: &WasmOpt) -> Result<(), Error> {
    println!("$ wasm-opt {} (each part)", OPTIMISED.join(" "));
    for part in files_below(parts)?.iter().filter(|file| file.extension().is_some_and(|end| end == "wasm")) {
        Run::new(&optimiser.program).args(OPTIMISED).arg(part).args(["-o".as_ref(), part.as_os_str()]).quietly()?;
    }
    Ok(())
}

/// A host or a browser that keeps an old copy of one part would mix two versions, so the folder's name changes with any of them.
fn name_by_content(parts: &Path) -> Result<String, Error> {
    let mut contents = Vec::new();
    for file in files_below(parts)? {
        contents.push(file.as_os_str().as_encoded_bytes()[parts.as_os_str().len()..].to_vec());
        contents.push(std::fs::read(&file).map_err(Error::file("read", file))?);
    }
    let name = format!("kith-{}", short_hash(contents));
    let to = parts.with_file_name(&name);
    std::fs::rename(parts, to).map_err(Error::file("renamed", parts))?;
    Ok(name)
}

/// Removes Trunk's two files and names ours in their place.
fn replaced(staging: &Path, html: &str, folder: &str) -> Result<String, Error> {
    let place = |wanted: &str| -> Result<PathBuf, Error> {
        let ours = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            path.parent() == Some(staging) && name.starts_with("kith-") && name.ends_with(wanted)
        };
        files_below(staging)?.into_iter().find(ours).ok_or_else(|| Error::Build {
            path: staging.to_path_buf(),
            reason: format!("Trunk's kith-…{wanted} is not there"),
        })
    };
    let mut html = html.to_owned();
    for (theirs, ours) in [("_bg.wasm", "kith_bg.wasm"), (".js", "kith.js")] {
        let path = place(theirs)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !html.contains(&name) {
            return Err(Error::Build { path: staging.join("index.html"), reason: format!("it does not name {name}") });
        }
        html = html.replace(&name, &format!("{folder}/{ours}"));
        std::fs::remove_file(&path).map_err(Error::file("removed", path))?;
    }
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::{name_by_content, replaced};

    #[test]
    fn the_folder_is_named_by_what_is_in_it() {
        let name = |content: &str| {
            let folder = tempfile::tempdir().unwrap();
            let parts = folder.path().join("kith");
            std::fs::create_dir(&parts).unwrap();
            std::fs::write(parts.join("kith.js"), content).unwrap();
            let name = name_by_content(&parts).unwrap();
            assert!(folder.path().join(&name).join("kith.js").is_file());
            name
        };
        assert_eq!(name("one"), name("one"));
        assert_ne!(name("one"), name("two"));
    }

    #[test]
    fn the_page_names_our_module_and_not_trunks() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["kith-0a.js", "kith-0a_bg.wasm", "worker-1.js"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let page = r#"<meta content="./kith-0a.js" data-wasm="./kith-0a_bg.wasm"><link href="./kith-0a.js">"#;
        let html = replaced(folder.path(), page, "kith-9").unwrap();
        assert_eq!(
            html,
            r#"<meta content="./kith-9/kith.js" data-wasm="./kith-9/kith_bg.wasm"><link href="./kith-9/kith.js">"#
        );
        assert!(folder.path().join("worker-1.js").is_file() && !folder.path().join("kith-0a.js").exists());
        assert!(replaced(folder.path(), page, "kith-9").is_err(), "there is nothing to replace");
    }
}
