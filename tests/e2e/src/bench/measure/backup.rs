//! A backup is saved, until the file lies in the folder for downloads.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::Bench;
use crate::bench::figure::Figure::{Backup, BackupBytes, BackupLongest};
use crate::bench::results::Readings;
use crate::{Failure, Profile, Result};

const LIMIT: Duration = Duration::from_secs(900);

/// Saves backups and hands out the last one, which lies in the profile's downloads.
///
/// # Errors
/// If none comes.
pub async fn measure(bench: &Bench<'_>, profile: &Profile, readings: &mut Readings) -> Result<PathBuf> {
    let browser = bench.browser(Some(profile)).await?;
    browser.goto("#/data").await?;
    let page = bench.page(&browser);
    page.find("//button[normalize-space(.) = 'Save a backup']").await?;
    page.quiet().await?;
    let origin = page.origin().await?;
    let mut rounds = bench.rounds();
    loop {
        empty(&profile.downloads())?;
        let said = "[...document.querySelectorAll('.toast')].some((toast) => toast.textContent.includes('The backup was saved'))";
        // The app says so when it hands the file to the browser, which then still writes it.
        let handed = page.after(page.press("Save a backup"), "the backup", said).await?;
        let (file, complete) = downloaded(profile).await?;
        let pressed = page.acted("click").await?;
        readings.add(Backup, complete - origin - pressed);
        readings.add(BackupLongest, page.longest(pressed, handed).await?);
        readings.add(BackupBytes, std::fs::metadata(&file).map_err(Failure::file(&file))?.len() as f64);
        if !rounds.again() {
            browser.close().await?;
            return Ok(file);
        }
        // The message of this one goes by itself.
        page.after(async { Ok(()) }, "the message to go", "!document.querySelector('.toast')").await?;
        page.quiet().await?;
    }
}

/// The backup that lies in the profile's downloads already.
///
/// # Errors
/// If the folder cannot be read.
pub fn kept(profile: &Profile) -> Result<Option<PathBuf>> {
    let folder = profile.downloads();
    let entries = std::fs::read_dir(&folder).map_err(Failure::file(&folder))?;
    // Unfinished ones have another ending.
    let mut files = entries.flatten().map(|entry| entry.path());
    Ok(files.find(|path| path.extension().is_some_and(|ending| ending == "json")))
}

/// The file, and when it was complete, in milliseconds since 1970. It may have its name before it has all of its bytes.
async fn downloaded(profile: &Profile) -> Result<(PathBuf, f64)> {
    let start = Instant::now();
    let mut before = None;
    while start.elapsed() < LIMIT {
        let now = match kept(profile)? {
            Some(file) => {
                let about = std::fs::metadata(&file).map_err(Failure::file(&file))?;
                let written = about.modified().map_err(Failure::file(&file))?;
                Some((file, about.len(), written))
            }
            None => None,
        };
        match now {
            // When it was last written, not when we looked.
            Some((file, bytes, written)) if bytes > 0 && before == Some((bytes, written)) => {
                return Ok((file, since_1970(written)));
            }
            now => before = now.map(|(_, bytes, written)| (bytes, written)),
        }
        tokio::time::sleep(Duration::from_millis(1_500)).await;
    }
    let what = "the backup's download".to_owned();
    Err(Failure::Late { seconds: LIMIT.as_secs(), what, page: String::new() })
}

fn since_1970(time: SystemTime) -> f64 {
    time.duration_since(UNIX_EPOCH).map_or(0.0, |passed| passed.as_secs_f64() * 1_000.0)
}

fn empty(folder: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder).map_err(Failure::file(folder))?.flatten() {
        std::fs::remove_file(entry.path()).map_err(Failure::file(entry.path()))?;
    }
    Ok(())
}
