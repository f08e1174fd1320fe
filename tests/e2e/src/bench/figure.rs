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
    /// The worker is asked for what is typed.
    Search,
    /// The list is scrolled.
    Scroll,
    /// A customer is opened from the list.
    Visit,
    /// A customer's name is changed.
    Edit,
    /// Everybody is classified as of another day.
    Classify,
    /// A backup is saved.
    Backup,
    /// A backup is brought back in another browser.
    Restore,
    /// The questions about data alone, in a worker, beside plain JavaScript.
    Arithmetic,
    /// What lies in memory and on the disk.
    Memory,
    /// The bytes of the build.
    Build,
    /// Other programs do the same with the same customers.
    Peers,
}

impl Measurement {
    /// All of them, in the order in which they are done.
    pub const ALL: [Self; 14] = [
        Self::Import,
        Self::Open,
        Self::Keystroke,
        Self::Search,
        Self::Scroll,
        Self::Visit,
        Self::Edit,
        Self::Classify,
        Self::Backup,
        Self::Restore,
        Self::Arithmetic,
        Self::Memory,
        Self::Build,
        Self::Peers,
    ];

    /// For `--only`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Open => "open",
            Self::Keystroke => "keystroke",
            Self::Search => "search",
            Self::Scroll => "scroll",
            Self::Visit => "visit",
            Self::Edit => "edit",
            Self::Classify => "classify",
            Self::Backup => "backup",
            Self::Restore => "restore",
            Self::Arithmetic => "arithmetic",
            Self::Memory => "memory",
            Self::Build => "build",
            Self::Peers => "peers",
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
    /// Frames a second.
    FramesPerSecond,
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
    ImportBoth "import_both" Import Milliseconds Median "import: both steps";
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
    Search "search" Search Milliseconds Median "search: asked → all hits, median";
    SearchSlow "search_p95" Search Milliseconds Slow "search: asked → all hits, 95 of 100";
    ScrollSlow "scroll_slow" Scroll FramesPerSecond Median "scroll: frames a second, 120 pixels a frame";
    ScrollFast "scroll_fast" Scroll FramesPerSecond Median "scroll: frames a second, 900 pixels a frame";
    ScrollFrame "scroll_frame_p95" Scroll Milliseconds Slow "scroll: a frame, 95 of 100";
    VisitFirst "visit_first" Visit Milliseconds Median "customer: the first, opened → painted";
    Visit "visit" Visit Milliseconds Median "customer: opened → painted, median";
    VisitSlow "visit_p95" Visit Milliseconds Slow "customer: opened → painted, 95 of 100";
    VisitLongest "visit_longest" Visit Milliseconds Largest "customer: longest task";
    Acknowledged "acknowledged" Edit Milliseconds Median "edit: pressed → acknowledged (strict), median";
    AcknowledgedSlow "acknowledged_p95" Edit Milliseconds Slow "edit: pressed → acknowledged (strict), 95 of 100";
    Written "written" Edit Milliseconds Median "edit: its transaction alone";
    Edit "edit" Edit Milliseconds Median "edit: pressed → shown as saved, median";
    EditSlow "edit_p95" Edit Milliseconds Slow "edit: pressed → shown as saved, 95 of 100";
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
    ArithmeticColumns "arithmetic_columns" Arithmetic Milliseconds Median "arithmetic: columns into WebAssembly";
    RfmAbc "rfm_abc" Arithmetic Milliseconds Median "arithmetic: RFM and ABC";
    RfmAbcScript "rfm_abc_script" Arithmetic Milliseconds Median "to compare: RFM and ABC, JavaScript";
    BgFit "bg_fit" Arithmetic Milliseconds Median "arithmetic: BG/NBD, most likely";
    BgFitScript "bg_fit_script" Arithmetic Milliseconds Median "to compare: BG/NBD, JavaScript";
    BgPredictScript "bg_predict_script" Arithmetic Milliseconds Median "to compare: its predictions, JavaScript";
    MbgAll "mbg_all" Arithmetic Milliseconds Median "arithmetic: MBG/NBD, prior, all predictions";
    CrossSell "cross_sell" Arithmetic Milliseconds Median "arithmetic: cross-sell";
    CrossSellScript "cross_sell_script" Arithmetic Milliseconds Median "to compare: cross-sell, JavaScript";
    Outlook "outlook" Arithmetic Milliseconds Median "arithmetic: the outlook with its backtest";
    Everything "everything" Arithmetic Milliseconds Median "arithmetic: everything together";
    Wasm "wasm" Memory Bytes Median "memory: WebAssembly, after opening";
    Heap "heap" Memory Bytes Median "memory: JavaScript heap, after opening";
    Resident "resident" Memory Bytes Median "memory: renderer's PSS, after opening";
    Stored "stored" Memory Bytes Median "on the disk: IndexedDB";
}
