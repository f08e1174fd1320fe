//! The service worker's list: every file of the build with the integrity of its content, and a version made from the list.

use std::path::Path;

use super::digest::{integrity, short_hash};
use super::finish::files_below;
use crate::Error;

/// A path below the folder, with slashes, and the integrity of its content. The page itself is `./`: some hosts redirect
/// `index.html` to it, and a redirected answer cannot be kept.
pub type Kept = (String, String);

/// Lists a finished folder. The service worker is not in its own list: the browser keeps it.
///
/// # Errors
/// If a file cannot be read.
pub fn files(folder: &Path) -> Result<Vec<Kept>, Error> {
    let mut kept = Vec::new();
    for file in files_below(folder)? {
        let below = file.strip_prefix(folder).unwrap_or(&file);
        let path = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        let content = std::fs::read(&file).map_err(Error::file("read", &file))?;
        match path.as_str() {
            "sw.js" => {}
            "index.html" => kept.push(("./".to_owned(), integrity(&content))),
            _ => kept.push((path, integrity(&content))),
        }
    }
    Ok(kept)
}

/// Writes list and version into the service worker.
///
/// # Errors
/// If it has no place for them, as half a sentence.
pub fn fill_in(script: &str, files: &[Kept]) -> Result<String, String> {
    let script_hash = short_hash([script]);
    let version = short_hash(files.iter().flat_map(|(path, integrity)| [path, integrity]).chain([&script_hash]));
    let lines: String = files.iter().map(|(path, integrity)| format!("  {path:?}: {integrity:?},\n")).collect();
    let mut filled = script.to_owned();
    for (place, value) in [("{{version}}", &version), ("{{files}}", &format!("{{\n{lines}}}"))] {
        if filled.matches(place).count() != 1 {
            return Err(format!("{place} has to be there once"));
        }
        filled = filled.replace(place, value);
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::{files, fill_in};

    #[test]
    fn every_file_is_listed_and_any_change_makes_another_version() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("snippets")).unwrap();
        for name in ["index.html", "sw.js", "snippets/a.js"] {
            std::fs::write(folder.path().join(name), name).unwrap();
        }
        let list = files(folder.path()).unwrap();
        assert_eq!(list.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["./", "snippets/a.js"]);
        let script = |list: &[_]| fill_in("'{{version}}' {{files}}", list).unwrap();
        let before = script(&list);
        assert!(before.contains(r#""snippets/a.js": "sha256-"#), "{before}");
        std::fs::write(folder.path().join("snippets/a.js"), "changed").unwrap();
        assert_ne!(before.get(..18), script(&files(folder.path()).unwrap()).get(..18));
    }

    #[test]
    fn our_service_worker_has_the_places() {
        let script = std::fs::read_to_string(crate::root().join("public/sw.js")).unwrap();
        assert!(fill_in(&script, &[]).is_ok());
        assert!(fill_in("nothing", &[]).is_err());
    }
}
