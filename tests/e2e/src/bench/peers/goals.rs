//! All goals of Kith: what is compared with what, and how much is enough.

use super::goal::{By, Goal};
use super::taken::{Libraries, Lists, Searches, Sqlite, Summary};
use crate::Result;
use crate::bench::figure::{Figure, Unit};
use crate::bench::measure::scroll;
use crate::bench::results::Results;
use crate::bench::statistics::Spread;
use crate::bench::weight::Build;

/// What the peers took.
pub struct Sources {
    /// Libraries over IndexedDB.
    pub libraries: Libraries,
    /// SQLite in WebAssembly.
    pub sqlite: Sqlite,
    /// Searching.
    pub searches: Searches,
    /// Lists.
    pub lists: Lists,
}

/// Fewer frames than a peer in one of a hundred are the same: a frame is shown or not, and chance has its part in it.
const AS_MANY_FRAMES: f64 = 0.99;

/// All goals, with what was measured. What the nearest peer takes is stated, since it lives on a server of its own: the demo of Atomic
/// CRM, with 600 contacts.
///
/// # Errors
/// If a contender is missing.
pub fn goals(kith: &Results, size: usize, sources: &Sources, build: Option<&Build>) -> Result<Vec<Goal>> {
    use By::{Median, Slow};
    use Figure::{Acknowledged, ImportBoth, Key, Open, RawPut, ScrollFast, ScrollSlow, Search, Visit};
    let dexie = sources.libraries.dexie();
    let (plain, grid) = (sources.lists.of("plain")?, sources.lists.of("aggrid")?);
    let frames = |dropped: Summary| Spread {
        least: Some(scroll::rate(dropped.p95)),
        median: scroll::rate(dropped.p50),
        slow: Some(scroll::rate(dropped.min)),
    };
    let raw_put = kith.spread(RawPut, size);
    let goal = |what, figure: Figure, by, peer, theirs, least| Goal {
        what,
        unit: figure.unit(),
        by,
        kith: kith.spread(figure, size),
        peer,
        theirs,
        least,
    };
    let mut goals = vec![
        goal("import: parse, check, commit", ImportBoth, Median, "Dexie, bulkPut", dexie.bulk_put.into(), 15.0),
        goal(
            "import: parse, check, commit",
            ImportBoth,
            Median,
            "SQLite wasm, insert",
            sources.sqlite.insert().into(),
            4.0,
        ),
        goal("opening to usable list", Open, Median, "Dexie, toArray alone", dexie.to_array.into(), 4.0),
    ];
    goals.extend(raw_put.map(|put| goal("one edit acknowledged", Acknowledged, Median, "a raw strict put", put, 0.5)));
    goals.extend([
        goal("keystroke to painted list", Key, Slow, "plain recycler", plain.key(), 1.0),
        goal("keystroke to painted list", Key, Slow, "AG Grid", grid.key(), 1.0),
        goal("the search, all hits", Search, Slow, "plain substring scan", sources.searches.scan(), 5.0),
        goal("scrolling, slowly", ScrollSlow, Median, "plain recycler", frames(plain.slow_dropped), AS_MANY_FRAMES),
        goal("scrolling, fast", ScrollFast, Median, "plain recycler", frames(plain.fast_dropped), AS_MANY_FRAMES),
        goal("opening a customer", Visit, Slow, "limit", Spread::stated(50.0), 1.0),
        goal("contacts shown", Open, Median, "Atomic CRM with 600, stated", Spread::stated(1_800.0), 1.0),
        goal("search answered", Key, Slow, "Atomic CRM with 600, stated", Spread::stated(1_000.0), 1.0),
    ]);
    if let Some(build) = build {
        let bytes = Spread::stated(build.loaded_first().brotli as f64);
        for (peer, theirs) in [("limit", 350_000.0), ("Atomic CRM, stated", 774_000.0)] {
            goals.push(Goal {
                what: "first load, brotli",
                unit: Unit::Bytes,
                by: Median,
                kith: Some(bytes),
                peer,
                theirs: Spread::stated(theirs),
                least: 1.0,
            });
        }
    }
    Ok(goals)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::goal::table;
    use super::*;

    /// What the peers write, cut down to one of each kind and to what stands beside what is read.
    fn sources() -> Sources {
        let read = |text: &str| text.replace('~', r#"{"n":3,"min":10,"p50":20,"p95":30,"max":31}"#);
        let libraries = read(
            r#"{"meta":{"cores":2},"rows":100000,"ms":{"dexie":{"bulkPut":~,"toArray":~,"singlePut":~},"idb":{"putAll":~}}}"#,
        );
        let sqlite = read(r#"{"rows":100000,"ms":{"off":{"init":~},"full":{"insert100k":~,"selectAll":~}}}"#);
        let searches = read(
            r#"{"rows":100000,"corpus":{"queries":402},"contenders":{"concat":{"buildMs":~,"indexMB":46.5,"queryMs":{"p50":8.1,"p95":16.1,"max":20},"bestPass":{"p50":8,"p95":16}}}}"#,
        );
        let list = read(
            r#"{"mount":~,"slowDropped":~,"slowFrameP95":~,"fastDropped":~,"filterPaintP50":~,"filterPaintP95":{"n":1,"min":40,"p50":50,"p95":60,"max":60}}"#,
        );
        let lists = format!(r#"{{"rows":100000,"frames":240,"contenders":{{"plain":{list},"aggrid":{list}}}}}"#);
        Sources {
            libraries: serde_json::from_str(&libraries).unwrap(),
            sqlite: serde_json::from_str(&sqlite).unwrap(),
            searches: serde_json::from_str(&searches).unwrap(),
            lists: serde_json::from_str(&lists).unwrap(),
        }
    }

    #[test]
    fn a_goal_says_how_many_times_as_good_kith_is() {
        let mut results = Results::new(&[100]);
        results.of(100).add(Figure::ImportBoth, 4.0);
        results.of(100).add(Figure::Key, 60.0);
        results.of(100).add(Figure::ScrollSlow, 60.0);
        let goals = goals(&results, 100, &sources(), None).unwrap();
        let text = table(&goals);
        let line = |part: &str| {
            let line = text.lines().find(|line| line.contains(part)).unwrap_or_default();
            line.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert!(line("SQLite").ends_with("| ×5.00 | ×4 | yes |"), "{text}");
        assert!(line("Dexie, bulkPut").contains("| 10 ms / 20 ms / 30 ms |"), "{text}");
        assert!(line("AG Grid").ends_with("| ×0.83 | ×1 | NO |"), "{text}");
        assert!(line("scrolling, slowly").contains("| ×1.08 |"), "{text}");
        assert!(line("opening to").ends_with("| – | ×4 | – |"), "{text}");
        assert_eq!(goals[0].json()["reached"], json!(false));
    }
}
