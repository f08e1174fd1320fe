//! What `--help` says.

/// `cargo xtask --help`
pub const HELP: &str = "\
Kith's commands. Each installs what is missing, says what it does, and takes --help.

    cargo xtask serve    build the page and serve it on http://127.0.0.1:8080/
    cargo xtask test     check everything, from formatting to whole flows in a browser
    cargo xtask bench    measure speed and size in a browser
    cargo xtask dist     leave the page in dist/, ready for any static host

Tools that are not there in the right version are installed into $CARGO_HOME/kith-tools.";

/// `cargo xtask serve --help`
pub const SERVE_HELP: &str = "\
Builds the release and serves it on this machine until Ctrl+C. Later starts take seconds while nothing has changed.

    cargo xtask serve [--port <number>]

    -p, --port <number>    the port of 127.0.0.1 [8080]; 0 takes a free one";

/// `cargo xtask test --help`
pub const TEST_HELP: &str = "\
Checks everything, each step announced. A step that cannot run has failed. The last line counts the steps.

    cargo xtask test [--only <step>]… [--list]

        --only <step>    run only this step; may be given several times
        --list           list the steps

Chromium and chromedriver are taken from the PATH; on a Debian where we are root they are installed.";

/// `cargo xtask bench --help`
pub const BENCH_HELP: &str = "\
Builds the release and measures it in headless Chromium with its profile on disk, as a user would use it: a made-up file of
orders, ten for each customer, is imported; then everything else happens in that workspace. Prints a table of times, memory
and bytes by number of customers, with what they grow by for ten times as many, and the bytes of the build. A cell is the
median of several runs where a run takes seconds.

Where there is a folder of peers, its programs (storage, search, list) run too, with as many customers as the largest
workspace has; Kith imports the very customers that they make up, and a second table says how many times as good Kith is
and how good it is to be. `arithmetic` asks the questions about data alone, in a worker, and plain JavaScript of the peers beside it; by
itself it needs neither the page nor Node.js. The others need Node.js and npm, and are installed below cargo's target folder.

    cargo xtask bench [--sizes <list>] [--runs <number>] [--only <list>]… [--peers <folder> | --no-peers]
                      [--json <file>] [--profiles <folder>]

        --sizes <list>         numbers of customers [1000,10000,100000]
        --runs <number>        how often each is measured at most, as long as that takes a minute [5]
        --only <list>          only these: import, open, keystroke, search, scroll, visit, edit, classify, backup, restore,
                               arithmetic, memory, build, peers; without build there is no first load among the goals
        --peers <folder>       the folder of peers [KITH_PEERS, else ../shared/bench beside the repository, if it is there]
        --no-peers             leaves them out
        --json <file>          also writes every reading there
        --profiles <folder>    also writes CPU profiles there, for DevTools; the times are then not to be trusted

KITH_DIST names the folder of another build to measure; it is then not built.";

/// `cargo xtask dist --help`
pub const DIST_HELP: &str = "\
Leaves the release build in dist/. All addresses in it are relative: the folder works below any path of any static host.

    cargo xtask dist";
