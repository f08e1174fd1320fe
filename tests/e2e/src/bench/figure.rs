//! What is measured: the figures of the table, in its order.

/// A part of the measurements that can be asked for by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measurement {
    /// A file of orders comes in.
    Import,
    /// A new browser opens the workspace.
    Open,
    /// A key is pressed in the search box of the list.
    Keystroke,
    /// A customer's name is changed.
    Edit,
    /// Everybody is classified as of another day.
    Classify,
    /// A backup is saved.
    Backup,
    /// A backup is brought back in another browser.
    Restore,
    /// What lies in memory and on the disk.
    Memory,
    /// The bytes of the build.
    Build,
}

impl Measurement {
    /// All of them, in the order in which they are done.
    pub const ALL: [Self; 9] = [
        Self::Import,
        Self::Open,
        Self::Keystroke,
        Self::Edit,
        Self::Classify,
        Self::Backup,
        Self::Restore,
        Self::Memory,
        Self::Build,
    ];

    /// For `--only`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Open => "open",
            Self::Keystroke => "keystroke",
            Self::Edit => "edit",
            Self::Classify => "classify",
            Self::Backup => "backup",
            Self::Restore => "restore",
            Self::Memory => "memory",
            Self::Build => "build",
        }
    }
}

/// In what something is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Milliseconds.
    Milliseconds,
    /// Bytes.
    Bytes,
    /// Rows a second.
    RowsPerSecond,
}

/// What is made of several readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Summary {
    /// The one in the middle.
    Median,
    /// The one that 95 of 100 do not exceed.
    Slow,
    /// The largest.
    Largest,
}

macro_rules! figures {
    ($($figure:ident $key:literal $of:ident $unit:ident $summary:ident $label:literal;)+) => {
        /// One line of the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Figure {
            $(#[doc = $label] $figure,)+
        }

        impl Figure {
            /// All of them, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$figure,)+];

            /// What it is called in the file for programs.
            pub fn key(self) -> &'static str {
                match self { $(Self::$figure => $key,)+ }
            }

            /// What it is called in the table.
            pub fn label(self) -> &'static str {
                match self { $(Self::$figure => $label,)+ }
            }

            /// What it belongs to.
            pub fn of(self) -> Measurement {
                match self { $(Self::$figure => Measurement::$of,)+ }
            }

            /// In what it is counted.
            pub fn unit(self) -> Unit {
                match self { $(Self::$figure => Unit::$unit,)+ }
            }

            /// What is made of several readings.
            pub fn summary(self) -> Summary {
                match self { $(Self::$figure => Summary::$summary,)+ }
            }
        }
    };
}

figures! {
    ImportFile "import_file" Import Bytes Median "import: the file";
    ImportRead "import_read" Import Milliseconds Median "import: file chosen → checked";
    ImportWrite "import_write" Import Milliseconds Median "import: pressed → result shown";
    ImportRate "import_rate" Import RowsPerSecond Median "import: rows, both steps";
    ImportReadLongest "import_read_longest" Import Milliseconds Largest "import: longest task until checked";
    ImportWriteLongest "import_write_longest" Import Milliseconds Largest "import: longest task until the result";
    ImportQuiet "import_quiet" Import Milliseconds Median "import: result → all quiet";
    ImportQuietLongest "import_quiet_longest" Import Milliseconds Largest "import: longest task afterwards";
    ImportPeak "import_peak" Import Bytes Largest "import: renderer's largest RSS";
    Open "open" Open Milliseconds Median "open: navigation → rows painted, count shown";
    OpenClasses "open_classes" Open Milliseconds Median "open: navigation → classes painted";
    OpenLongest "open_longest" Open Milliseconds Largest "open: longest task";
    Key "key" Keystroke Milliseconds Median "keystroke → list painted, median";
    KeySlow "key_p95" Keystroke Milliseconds Slow "keystroke → list painted, 95 of 100";
    KeyLongest "key_longest" Keystroke Milliseconds Largest "keystroke: longest task";
    Edit "edit" Edit Milliseconds Median "edit: pressed → saved (strict), median";
    EditSlow "edit_p95" Edit Milliseconds Slow "edit: pressed → saved (strict), 95 of 100";
    EditLongest "edit_longest" Edit Milliseconds Largest "edit: longest task";
    RawPut "raw_put" Edit Milliseconds Median "to compare: a raw strict put of 400 bytes";
    Classify "classify" Classify Milliseconds Median "classify and score: pressed → painted";
    ClassifyLongest "classify_longest" Classify Milliseconds Largest "classify and score: longest task";
    Backup "backup" Backup Milliseconds Median "backup: pressed → file complete";
    BackupBytes "backup_bytes" Backup Bytes Median "backup: the file";
    BackupLongest "backup_longest" Backup Milliseconds Largest "backup: longest task";
    RestoreRead "restore_read" Restore Milliseconds Median "restore: file chosen → preview";
    RestoreWrite "restore_write" Restore Milliseconds Median "restore: pressed → list usable";
    RestoreLongest "restore_longest" Restore Milliseconds Largest "restore: longest task before the reload";
    Wasm "wasm" Memory Bytes Median "memory: WebAssembly, after opening";
    Heap "heap" Memory Bytes Median "memory: JavaScript heap, after opening";
    Resident "resident" Memory Bytes Median "memory: renderer's PSS, after opening";
    Stored "stored" Memory Bytes Median "on the disk: IndexedDB";
}
