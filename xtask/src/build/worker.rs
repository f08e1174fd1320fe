//! Trunk gives the worker fixed names (`worker.js`, `worker_bg.wasm`) and leaves them out of the page. A host or a browser that
//! keeps an old copy would then run yesterday's worker with today's app, so the names get the content's hash, and the page a
//! `<meta name="kith-worker">` with the loader's address.

use std::path::Path;

use super::digest::short_hash;
use super::finish::write;
use crate::Error;

const META: &str = r#"<meta name="kith-worker" content="worker_loader.js">"#;

/// Renames the worker's files, writes its loader beside them, and returns the page that names the loader.
///
/// # Errors
/// If Trunk has not made the two files, or the page has not exactly one place for the name.
pub fn name_by_content(staging: &Path, html: &str, loader: &str) -> Result<String, Error> {
    let read = |name: &str| {
        let path = staging.join(name);
        std::fs::read(&path).map_err(Error::file("read", path))
    };
    let (js, wasm) = (read("worker.js")?, read("worker_bg.wasm")?);
    let hash = short_hash([js.as_slice(), &wasm, loader.as_bytes()]);
    let (js, wasm, name) =
        (format!("worker-{hash}.js"), format!("worker-{hash}_bg.wasm"), format!("worker-{hash}_loader.js"));
    for (from, to) in [("worker.js", &js), ("worker_bg.wasm", &wasm)] {
        let from = staging.join(from);
        std::fs::rename(&from, staging.join(to)).map_err(Error::file("renamed", from))?;
    }
    write(&staging.join(&name), &loader.replace("{{js}}", &js).replace("{{wasm}}", &wasm))?;
    let [before, after] = html.split(META).collect::<Vec<_>>()[..] else {
        return Err(Error::Build { path: staging.join("index.html"), reason: format!("{META} has to be there once") });
    };
    Ok(format!(r#"{before}<meta name="kith-worker" content="./{name}">{after}"#))
}

#[cfg(test)]
mod tests {
    use super::{META, name_by_content};

    fn staged(wasm: &str, html: &str) -> Result<(String, Vec<String>), String> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("worker.js"), "js").unwrap();
        std::fs::write(folder.path().join("worker_bg.wasm"), wasm).unwrap();
        let html =
            name_by_content(folder.path(), html, "import './{{js}}'; '{{wasm}}'").map_err(|error| error.to_string())?;
        let files =
            std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut files: Vec<_> = files.collect();
        files.sort();
        Ok((html, files))
    }

    #[test]
    fn the_page_names_the_loader_and_the_loader_its_files() {
        let (html, files) = staged("one", &format!("a{META}b")).unwrap();
        assert_eq!(files.len(), 3, "{files:?}");
        assert!(html.contains(&format!(r#"content="./{}""#, files[2])), "{html} {files:?}");
    }

    #[test]
    fn another_content_gets_other_names() {
        let page = |wasm| staged(wasm, META).unwrap().0;
        assert_eq!(page("one"), page("one"));
        assert_ne!(page("one"), page("two"));
    }

    #[test]
    fn a_page_without_the_place_is_refused() {
        assert!(staged("one", "<html>").is_err());
    }
}
