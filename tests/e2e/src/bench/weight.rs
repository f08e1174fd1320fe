//! The bytes of the build: as they lie there, and as a host would send them.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::table::{bytes, lines};
use crate::{Failure, Result};

/// One file of the build, or several together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    /// Its path below the folder.
    pub name: String,
    /// Bytes as they are.
    pub raw: u64,
    /// Bytes compressed by gzip at its best.
    pub gzip: u64,
    /// Bytes compressed by brotli at its best.
    pub brotli: u64,
}

/// The build.
#[derive(Debug)]
pub struct Build {
    /// Every file, the heaviest first.
    pub files: Vec<Weight>,
    /// What a first visit loads before the app shows something.
    pub first_load: Vec<String>,
}

impl Build {
    /// Weighs every file of a folder. `first_load` has paths below it.
    ///
    /// # Errors
    /// If one cannot be read.
    pub fn weigh(folder: &Path, first_load: Vec<String>) -> Result<Self> {
        let mut files = Vec::new();
        for path in files_below(folder)? {
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let content = fs::read(&path).map_err(Failure::file(&path))?;
            files.push(weigh(name, &content).map_err(Failure::file(&path))?);
        }
        files.sort_by_key(|file| std::cmp::Reverse((file.brotli, file.raw)));
        Ok(Self { files, first_load })
    }

    /// What a first visit loads, together.
    pub fn loaded_first(&self) -> Weight {
        let first = self.files.iter().filter(|file| self.first_load.contains(&file.name));
        together(format!("first load, files: {}", self.first_load.len()), first)
    }

    fn all(&self) -> Weight {
        together(format!("all files: {}", self.files.len()), self.files.iter())
    }

    /// The table.
    pub fn table(&self) -> String {
        let head = ["the build", "raw", "gzip", "brotli", "first load"];
        let row = |file: &Weight, first: bool| {
            let sizes = [file.raw, file.gzip, file.brotli].map(|size| bytes(size as f64));
            let mark = if first { "yes" } else { "" };
            std::iter::once(file.name.clone()).chain(sizes).chain([mark.to_owned()]).collect()
        };
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        rows.extend(self.files.iter().map(|file| row(file, self.first_load.contains(&file.name))));
        rows.extend([row(&self.all(), false), row(&self.loaded_first(), true)]);
        lines(&rows)
    }

    /// The same for programs.
    pub fn json(&self) -> Value {
        let one =
            |file: &Weight| json!({ "name": file.name, "raw": file.raw, "gzip": file.gzip, "brotli": file.brotli });
        let files: Vec<Value> = self.files.iter().map(one).collect();
        json!({ "files": files, "all": one(&self.all()), "first_load": one(&self.loaded_first()), "first_load_files": self.first_load })
    }
}

fn together<'a>(name: String, files: impl Iterator<Item = &'a Weight>) -> Weight {
    let none = Weight { name, raw: 0, gzip: 0, brotli: 0 };
    files.fold(none, |sum, file| Weight {
        raw: sum.raw + file.raw,
        gzip: sum.gzip + file.gzip,
        brotli: sum.brotli + file.brotli,
        ..sum
    })
}

fn weigh(name: String, content: &[u8]) -> std::io::Result<Weight> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(content)?;
    let gzip = gzip.finish()?.len() as u64;
    // A window of 4 MB is what every browser takes.
    let mut brotli = Vec::new();
    brotli::CompressorReader::new(content, 1 << 16, 11, 22).read_to_end(&mut brotli)?;
    Ok(Weight { name, raw: content.len() as u64, gzip, brotli: brotli.len() as u64 })
}

/// Every file, without what tools keep in hidden folders.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(Failure::file(&folder))? {
            let entry = entry.map_err(Failure::file(&folder))?;
            let path = entry.path();
            match path.is_dir() {
                _ if entry.file_name().to_string_lossy().starts_with('.') => {}
                true => folders.push(path),
                false => files.push(path),
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_is_weighed_with_what_is_loaded_first() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(".stage")).unwrap();
        fs::write(folder.path().join(".stage/left.over"), "x").unwrap();
        fs::write(folder.path().join("a.wasm"), "kith ".repeat(1_000)).unwrap();
        fs::write(folder.path().join("index.html"), "<p>Kith").unwrap();
        let build = Build::weigh(folder.path(), vec!["a.wasm".into()]).unwrap();
        let names: Vec<&str> = build.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["a.wasm", "index.html"]);
        assert_eq!((build.all().raw, build.loaded_first().raw), (5_007, 5_000));
        assert!(build.files[0].gzip < 200 && build.files[0].brotli < build.files[0].gzip, "{build:?}");
        assert_eq!(build.table().lines().count(), 6);
    }
}
