//! What Chromium's processes take of the machine, as Linux tells it. Elsewhere nothing is known.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// A running process.
struct Process {
    id: u32,
    parent: u32,
    /// Hundredths of a second of all its threads.
    ticks: u64,
    is_renderer: bool,
    is_browser: bool,
}

/// The processes of one Chromium.
pub struct Family(Vec<Process>);

impl Family {
    /// Those of the Chromium that keeps its data in this folder.
    pub fn of(data: &Path) -> Self {
        let profile = format!("--user-data-dir={}", data.display());
        let all: Vec<Process> = fs::read_dir("/proc")
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| read(entry.file_name().to_str()?.parse().ok()?, &profile))
            .collect();
        let parents: HashMap<u32, u32> = all.iter().map(|process| (process.id, process.parent)).collect();
        let Some(browser) = all.iter().find(|process| process.is_browser).map(|process| process.id) else {
            return Self(Vec::new());
        };
        let belongs = |process: &Process| {
            let mut id = process.id;
            while id != browser {
                match parents.get(&id) {
                    Some(parent) if *parent != id => id = *parent,
                    _ => return false,
                }
            }
            true
        };
        Self(all.into_iter().filter(|process| belongs(process)).collect())
    }

    /// Processor time used by all of them so far, in milliseconds; `None` where the system does not tell.
    pub fn cpu(&self) -> Option<u64> {
        (!self.0.is_empty()).then(|| self.0.iter().map(|process| process.ticks * 10).sum())
    }

    /// Bytes that the page's renderer holds now, its part of what is shared included (PSS).
    pub fn resident(&self) -> Option<u64> {
        self.renderers()
            .filter_map(|id| field(&fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?, "Pss:"))
            .max()
    }

    /// The most bytes that the page's renderer ever had in memory (RSS).
    pub fn peak(&self) -> Option<u64> {
        self.renderers().filter_map(|id| field(&fs::read_to_string(format!("/proc/{id}/status")).ok()?, "VmHWM:")).max()
    }

    /// The largest is the page's: Chromium keeps an empty one in reserve.
    fn renderers(&self) -> impl Iterator<Item = u32> {
        self.0.iter().filter(|process| process.is_renderer).map(|process| process.id)
    }
}

/// How busy the machine is: the mean number of programs that wanted a core in the last minute, and the number of cores.
pub fn load() -> Option<(f64, usize)> {
    let mean = fs::read_to_string("/proc/loadavg").ok()?.split_whitespace().next()?.parse().ok()?;
    Some((mean, std::thread::available_parallelism().ok()?.get()))
}

fn read(id: u32, profile: &str) -> Option<Process> {
    let command = fs::read(format!("/proc/{id}/cmdline")).ok()?;
    let command = String::from_utf8_lossy(&command);
    let has = |part: &str| command.contains(part);
    let (parent, ticks) = stat(&fs::read_to_string(format!("/proc/{id}/stat")).ok()?)?;
    Some(Process {
        id,
        parent,
        ticks,
        is_renderer: has("--type=renderer"),
        is_browser: has(profile) && !has("--type=") && !has("chromedriver"),
    })
}

/// The parent's id and the ticks used. The second field is a name in brackets and may hold anything.
fn stat(line: &str) -> Option<(u32, u64)> {
    let fields: Vec<&str> = line.rsplit_once(')')?.1.split_whitespace().collect();
    let number = |place: usize| fields.get(place)?.parse::<u64>().ok();
    Some((u32::try_from(number(1)?).ok()?, number(11)? + number(12)?))
}

/// The bytes of a line such as `Pss:   1234 kB`.
fn field(text: &str, name: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::{field, stat};

    #[test]
    fn what_linux_tells_is_read() {
        let line = "42 (a) b) S 7 42 42 0 -1 4194560 1 2 3 4 150 50 0 0 20 0 1 0 100 1 1";
        assert_eq!(stat(line), Some((7, 200)));
        assert_eq!(stat("nonsense"), None);
        assert_eq!(field("Rss:  9 kB\nPss:     1234 kB\n", "Pss:"), Some(1_263_616));
        assert_eq!(field("", "Pss:"), None);
    }
}
