// Asks Kith's module and the plain JavaScript beside it, one question at a time, and tells how long each took.
import start, { Columns } from "./arithmetic.js";
import { made } from "./made.mjs";

// Where there are no peers, there is no such file.
const peers = await import("./peers/analytics/core.mjs").catch(() => null);
await start();

let all, columns, fit;

function timed(work) {
  const began = performance.now();
  const numbers = work();
  return { time: performance.now() - began, numbers };
}

const kith = {
  columns: () => {
    columns?.free();
    columns = new Columns(all.n, all.asOf, all.customer, all.days, all.amounts);
    columns.with_baskets(all.lines.basket, all.lines.items, all.lines.products);
    columns.with_repeats(all.repeats.x, all.repeats.tx, all.repeats.T);
    return [];
  },
  rfmAbc: () => [...columns.rfm_abc()],
  bgFit: () => [...columns.bg_fit()],
  mbgAll: () => [...columns.mbg_all()],
  pairs: () => [...columns.pairs()],
  outlook: () => [...columns.outlook()],
  everything: () => [...columns.everything()],
};

const script = {
  rfmAbc: () => {
    const { scores, classes } = peers.rfmAbc(all, all.n);
    return [scores, ...classes];
  },
  bgFit: () => {
    fit = peers.bgNbdFit(all.weeks);
    return [fit.r, fit.alpha * 7, fit.a, fit.b, fit.logLikelihood - all.repeated * Math.log(7)];
  },
  predict: () => [peers.bgNbdPredict(all.weeks, fit, 365 / 7).expected.reduce((sum, one) => sum + one, 0)],
  pairs: () => {
    const { rules, frequentSingles } = peers.pairs(all.lines);
    return [frequentSingles, rules.length];
  },
};

const asked = {
  prepare: ({ customers }) => {
    all = made(customers);
    // Its search begins at an α of one: in weeks that is near, as it was written for.
    const weeks = (days) => days.map((day) => day / 7);
    all.weeks = { ...all.repeats, tx: weeks(all.repeats.tx), T: weeks(all.repeats.T) };
    all.repeated = all.repeats.x.reduce((sum, one) => sum + one, 0);
    return { peers: peers !== null, drawn: all.drawn };
  },
  kith: ({ question }) => timed(kith[question]),
  script: ({ question }) => timed(script[question]),
};

onmessage = ({ data }) => {
  try {
    postMessage({ answer: asked[data.of](data) });
  } catch (error) {
    postMessage({ failure: String(error?.stack ?? error) });
  }
};
postMessage({ answer: "ready" });
