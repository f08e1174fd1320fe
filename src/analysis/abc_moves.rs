//! Who changes class between two settings: the preview before a cut or the measure is changed.

use super::abc::{Abc, Class};
use super::money;
use super::values::Values;

/// Those who go from one class to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// How many.
    pub customers: u32,
    /// What they bring together, minor units.
    pub value: i64,
}

/// From every class to every class, staying included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// `flows[from][to]` by class code, 0 being none.
    flows: [[Flow; 4]; 4],
    /// Everybody whose class changes, by number.
    pub moved: Vec<u32>,
}

impl Moves {
    /// Compares two classifications of the same customers; `value` is what the money is counted by, usually that of `after`.
    #[must_use]
    pub fn between(before: &Abc, after: &Abc, value: &Values) -> Self {
        let mut moves = Self::default();
        let mut money = [[0i128; 4]; 4];
        for ((customer, from), to) in (0u32..).zip(&before.class).zip(&after.class) {
            let (f, t) = (usize::from(*from) & 3, usize::from(*to) & 3);
            moves.flows[f][t].customers += 1;
            money[f][t] += i128::from(value.get(customer as usize).unwrap_or(0));
            if from != to {
                moves.moved.push(customer);
            }
        }
        for (flow, sum) in moves.flows.iter_mut().flatten().zip(money.into_iter().flatten()) {
            flow.value = money::clamp(sum);
        }
        moves
    }

    /// Those who go from one class, or none, to another.
    #[must_use]
    pub fn flow(&self, from: Option<Class>, to: Option<Class>) -> Flow {
        let code = |class: Option<Class>| class.map_or(0, |class| class as usize);
        self.flows[code(from)][code(to)]
    }
}
