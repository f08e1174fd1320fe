//! Repeat buying of each customer, and what came after a cut.

use kith::analysis::history::History;
use kith::analysis::holdout::Holdout;
use kith::analysis::summary::Summary;

use super::Question;
use crate::input::{Input, days, orders, repeats};
use crate::options::Options;
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "summary",
    about: "x, t_x, T and m_x of each customer up to --as-of, and what came after it up to --until",
    options: repeats::columns,
    answer,
};

const HEADINGS: [&str; 10] = [
    "customer_id",
    "x",
    "t_x_days",
    "T_days",
    "t_x_weeks",
    "T_weeks",
    "m_x",
    "frequency_holdout",
    "monetary_value_holdout",
    "duration_holdout",
];

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let log = orders::Log::read(&input.table()?, options)?;
    let last = log.last_day().unwrap_or(0);
    let as_of = options.day("as-of")?.unwrap_or(last);
    let until = options.day("until")?.unwrap_or(last).max(as_of);
    let orders = log.orders()?;
    let summary = Summary::new(&orders, &History::new(&orders, as_of));
    let holdout = Holdout::new(&History::new(&orders, until), as_of);
    let unit = 10f64.powi(log.places as i32);
    let mut sheet = Sheet::new(HEADINGS);
    let (mut n, mut again, mut once, mut most, mut ages, mut later) = (0u32, 0u64, 0u32, 0, 0i64, 0u64);
    for (c, name) in log.names.iter().enumerate() {
        let Some(repeat) = summary.repeat(c) else { continue };
        (n, again, most) = (n + 1, again + u64::from(repeat.x), most.max(repeat.x));
        (once, ages, later) =
            (once + u32::from(repeat.x == 0), ages + i64::from(repeat.age), later + u64::from(holdout.events[c]));
        let weeks = |days: i32| Json::from(f64::from(days) / 7.0);
        sheet.push(vec![
            name.as_str().into(),
            repeat.x.into(),
            repeat.t_x.into(),
            repeat.age.into(),
            weeks(repeat.t_x),
            weeks(repeat.age),
            (summary.mean_repeat(c).unwrap_or(0.0) / unit).into(),
            holdout.events[c].into(),
            (holdout.mean[c] / unit).into(),
            holdout.days.into(),
        ]);
    }
    let nobody = (n == 0).then_some("Nobody had ordered by that day.");
    let json = Json::object([
        ("n_customers", n.into()),
        ("sum_x", again.into()),
        ("n_x0", once.into()),
        ("max_x", most.into()),
        ("mean_T_days", (n > 0).then(|| ages as f64 / f64::from(n)).into()),
        ("sum_holdout", later.into()),
        ("calibration_end", days::written(as_of).into()),
        ("observation_end", days::written(until).into()),
    ]);
    Ok(Answer::sheet(sheet).or_json(json).remark(nobody))
}
