//! From a request's address to a file in the folder.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::build::short_hash;

/// What to answer.
#[derive(Debug, PartialEq)]
pub enum Answer {
    /// The file.
    File {
        /// Its content.
        bytes: Vec<u8>,
        /// Its MIME type.
        kind: &'static str,
        /// Changes with the content.
        etag: String,
    },
    /// A folder without its slash: relative addresses would be wrong.
    Moved(String),
    /// Outside of the folder, or not there.
    NotFound,
    /// It is there, but the system refuses.
    Unreadable(String),
}

/// Answers for an address as it stands in the request line, such as `/some/sub/path/icon.svg?x`.
pub fn answer(folder: &Path, base: &str, url: &str) -> Answer {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    if base.strip_suffix('/') == Some(path) && !path.is_empty() {
        return Answer::Moved(base.to_owned());
    }
    let Some(inside) = path.strip_prefix(base).and_then(inside) else { return Answer::NotFound };
    let mut file = folder.join(&inside);
    if file.is_dir() {
        if !path.ends_with('/') {
            return Answer::Moved(format!("{path}/"));
        }
        file.push("index.html");
    }
    match std::fs::read(&file) {
        Ok(bytes) => Answer::File { kind: kind(&file), etag: format!("\"{}\"", short_hash([bytes.as_slice()])), bytes },
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Answer::NotFound,
        Err(error) => Answer::Unreadable(error.to_string()),
    }
}

/// The path below the folder, decoded; nothing if it would leave the folder.
fn inside(path: &str) -> Option<PathBuf> {
    let mut inside = PathBuf::new();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        let part = decoded(part)?;
        if part == ".." || part == "." || part.contains(['/', '\\', ':', '\0']) {
            return None;
        }
        inside.push(part);
    }
    Some(inside)
}

fn decoded(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

/// WebAssembly is only compiled while it arrives, and modules are only run at all, under their own type.
fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, answer};

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("sub folder")).unwrap();
        for name in ["index.html", "app.wasm", "sub folder/知.js"] {
            std::fs::write(folder.path().join(name), name).unwrap();
        }
        folder
    }

    fn served(base: &str, url: &str) -> Option<(String, &'static str)> {
        match answer(folder().path(), base, url) {
            Answer::File { bytes, kind, .. } => Some((String::from_utf8(bytes).unwrap(), kind)),
            _ => None,
        }
    }

    #[test]
    fn files_come_with_their_type() {
        assert_eq!(served("/", "/"), Some(("index.html".into(), "text/html; charset=utf-8")));
        assert_eq!(served("/", "/app.wasm?v=1"), Some(("app.wasm".into(), "application/wasm")));
        assert_eq!(
            served("/", "/sub%20folder/%E7%9F%A5.js"),
            Some(("sub folder/知.js".into(), "text/javascript; charset=utf-8"))
        );
    }

    #[test]
    fn a_sub_path_is_the_only_way_in() {
        assert_eq!(served("/a/b/", "/a/b/app.wasm").map(|(name, _)| name), Some("app.wasm".into()));
        assert_eq!(served("/a/b/", "/app.wasm"), None);
        assert_eq!(answer(folder().path(), "/a/b/", "/a/b"), Answer::Moved("/a/b/".into()));
    }

    #[test]
    fn nothing_outside_of_the_folder_is_served() {
        let inner = folder();
        for url in [
            "/../index.html",
            "/sub%20folder/../../x",
            "/%2e%2e/index.html",
            "/..%2findex.html",
            "/%00",
            "/%zz",
            "/%ff",
            "/c:/x",
        ] {
            assert_eq!(answer(&inner.path().join("sub folder"), "/", url), Answer::NotFound, "{url}");
        }
    }

    #[test]
    fn a_folder_without_its_slash_is_redirected() {
        assert_eq!(answer(folder().path(), "/", "/sub%20folder"), Answer::Moved("/sub%20folder/".into()));
    }
}
