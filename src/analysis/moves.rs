//! Who goes from one group to another between two ways to group the same customers, or between two days.

use super::money;
use super::values::Values;

/// Those who go from one group to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// How many.
    pub customers: u32,
    /// What they bring together, minor units.
    pub value: i64,
}

/// From every group to every group, staying included. Groups are small numbers, 0 being none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    side: usize,
    flows: Vec<Flow>,
    /// Everybody who moves, by number.
    pub moved: Vec<u32>,
}

impl Moves {
    /// Compares two columns of groups of the same customers; `value` is what the money is counted by, usually that of `after`.
    #[must_use]
    pub fn between(before: &[u8], after: &[u8], value: &Values) -> Self {
        let side = before.iter().chain(after).max().map_or(1, |most| usize::from(*most) + 1);
        let mut flows = vec![Flow::default(); side * side];
        let mut sums = vec![0i128; side * side];
        let mut moved = Vec::new();
        for ((customer, from), to) in (0u32..).zip(before).zip(after) {
            let place = usize::from(*from) * side + usize::from(*to);
            flows[place].customers += 1;
            sums[place] += i128::from(value.get(customer as usize).unwrap_or(0));
            if from != to {
                moved.push(customer);
            }
        }
        for (flow, sum) in flows.iter_mut().zip(sums) {
            flow.value = money::clamp(sum);
        }
        Self { side, flows, moved }
    }

    /// Those who go from one group to another.
    #[must_use]
    pub fn flow(&self, from: u8, to: u8) -> Flow {
        let (from, to) = (usize::from(from), usize::from(to));
        if from.max(to) < self.side { self.flows[from * self.side + to] } else { Flow::default() }
    }

    /// Every change of group that somebody makes, by the group before and the group after.
    pub fn changes(&self) -> impl Iterator<Item = (u8, u8, Flow)> + '_ {
        // Groups were numbered in u8.
        let groups = move || (0..self.side).map(|group| group as u8);
        let pairs = groups().flat_map(move |from| groups().map(move |to| (from, to)));
        pairs
            .filter(|(from, to)| from != to)
            .map(|(from, to)| (from, to, self.flow(from, to)))
            .filter(|(.., flow)| flow.customers > 0)
    }
}
