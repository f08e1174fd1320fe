//! The questions about data alone: in a worker, as a module of their own, beside plain JavaScript on the same typed arrays in the same
//! run. The page of the app is not needed for it.
//!
//! What is timed begins with columns that lie in WebAssembly; how long they take to get there is a figure of its own.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::json;

use crate::bench::figure::Figure::{
    self, ArithmeticColumns, BgFit, BgFitScript, BgPredictScript, CrossSell, CrossSellScript, Everything, MbgAll,
    Outlook, RfmAbc, RfmAbcScript,
};
use crate::bench::figure::Measurement::Arithmetic;
use crate::bench::idle::idle;
use crate::bench::options::Options;
use crate::bench::results::{Readings, Results};
use crate::bench::run::say;
use crate::{Browser, Failure, Result, Setup, Site};

/// The page, its worker, and what both sides are asked about.
const FILES: [(&str, &str); 4] = [
    ("index.html", include_str!("arithmetic/index.html")),
    ("page.mjs", include_str!("arithmetic/page.mjs")),
    ("worker.mjs", include_str!("arithmetic/worker.mjs")),
    ("made.mjs", include_str!("arithmetic/made.mjs")),
];
/// What of the peers it takes.
const PEER: &str = "analytics/core.mjs";
/// A question is asked so often more, since its first answers come from code that is not compiled to its end.
const WARM: usize = 2;

const KITH: [(&str, Figure); 7] = [
    ("columns", ArithmeticColumns),
    ("rfmAbc", RfmAbc),
    ("bgFit", BgFit),
    ("mbgAll", MbgAll),
    ("pairs", CrossSell),
    ("outlook", Outlook),
    ("everything", Everything),
];
const SCRIPT: [(&str, Figure); 4] =
    [("rfmAbc", RfmAbcScript), ("bgFit", BgFitScript), ("predict", BgPredictScript), ("pairs", CrossSellScript)];

#[derive(Deserialize)]
struct Prepared {
    peers: bool,
}

/// One answer: what it took, and the few numbers that say what came out.
#[derive(Deserialize)]
struct Answer {
    time: f64,
    numbers: Vec<f64>,
}

/// Measures every size.
///
/// # Errors
/// If the module cannot be built or the browser does not start. What goes wrong with a size stands in the results.
pub async fn measure(options: &Options, results: &mut Results) -> Result<()> {
    let folder =
        tempfile::Builder::new().prefix("kith-arithmetic-").tempdir().map_err(Failure::file(std::env::temp_dir()))?;
    xtask::arithmetic(folder.path())?;
    for (name, text) in FILES {
        let path = folder.path().join(name);
        fs::write(&path, text).map_err(Failure::file(&path))?;
    }
    match &options.peers {
        Some(peers) => copy(&peers.join(PEER), &folder.path().join("peers").join(PEER))?,
        None => println!("There is no plain JavaScript to compare with (--peers): the arithmetic is measured alone."),
    }
    let site = Site::of(folder.path(), "/")?;
    for size in &options.sizes {
        say(&format!("{size} customers: arithmetic"));
        if let Err(failure) = one_size(&site, options, *size, results.of(*size)).await {
            say(&format!("    failed: {failure}"));
            results.fail(*size, Arithmetic, format!("arithmetic: {failure}"));
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let text = fs::read(from).map_err(Failure::file(from))?;
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(Failure::file(folder))?;
    }
    fs::write(to, text).map_err(Failure::file(to))
}

async fn one_size(site: &Site, options: &Options, size: usize, readings: &mut Readings) -> Result<()> {
    let browser = Browser::open(site, Setup::default()).await?;
    browser.wait_until("the page of the arithmetic", "Boolean(globalThis.ask)").await?;
    let Prepared { peers } = browser.eval(format!("ask({})", json!({ "of": "prepare", "customers": size }))).await?;
    for round in 0..options.runs + WARM {
        let (mut kith, mut script) = (Vec::new(), Vec::new());
        for (side, questions, answers) in [("kith", &KITH[..], &mut kith), ("script", &SCRIPT[..], &mut script)] {
            for (question, figure) in questions.iter().filter(|_| side == "kith" || peers) {
                idle().await;
                let asked = json!({ "of": side, "question": question });
                let answer: Answer = browser.eval(format!("ask({asked})")).await?;
                if round >= WARM {
                    readings.add(*figure, answer.time);
                }
                answers.push((*question, answer.numbers));
            }
        }
        if round == 0 && peers {
            agree(&kith, &script)?;
        }
    }
    browser.close().await
}

/// Whoever answers otherwise did other work: classes alike but for whom a border runs through, the same pairs, as likely a model.
fn agree(kith: &[(&str, Vec<f64>)], script: &[(&str, Vec<f64>)]) -> Result<()> {
    let of = |side: &[(&str, Vec<f64>)], name: &str| {
        side.iter().find(|(question, _)| *question == name).map(|(_, numbers)| numbers.clone()).unwrap_or_default()
    };
    for (question, places, tolerance) in
        [("rfmAbc", 1..4, 2.0), ("pairs", 0..2, 0.0), ("bgFit", 4..5, 1e-6 * last(&of(kith, "bgFit")).abs())]
    {
        let (ours, theirs) = (of(kith, question), of(script, question));
        let (Some(a), Some(b)) = (ours.get(places.clone()), theirs.get(places)) else {
            return Err(Failure::Peers(format!("{question} has no answer to compare.")));
        };
        if a.iter().zip(b).any(|(a, b)| (a - b).abs() > tolerance) {
            return Err(Failure::Peers(format!("{question}: Kith says {ours:?}, JavaScript says {theirs:?}.")));
        }
    }
    Ok(())
}

fn last(numbers: &[f64]) -> f64 {
    numbers.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::agree;

    #[test]
    fn who_answers_otherwise_is_no_peer() {
        let side = |classes: [f64; 4], likely: f64| {
            [("rfmAbc", classes.to_vec()), ("bgFit", vec![0.2, 4.4, 0.8, 2.4, likely]), ("pairs", vec![10.0, 3.0])]
        };
        let kith = side([300.0, 5.0, 3.0, 2.0], -9_582.4);
        assert!(agree(&kith, &side([298.0, 5.0, 3.0, 2.0], -9_582.4)).is_ok(), "what a score is, is defined otherwise");
        assert!(agree(&kith, &side([300.0, 5.0, 3.0, 2.0], -9_590.0)).is_err());
        assert!(agree(&kith, &side([300.0, 1.0, 3.0, 6.0], -9_582.4)).is_err());
        assert!(agree(&kith, &[]).is_err());
    }
}
