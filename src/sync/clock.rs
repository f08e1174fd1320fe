//! A hybrid logical clock (Kulkarni, Demirbas, Madappa, Avva, Leone 2014): as close to the wall clock as can be, never
//! backwards, never the same stamp twice.

use crate::domain::change::Stamp;

/// The clock of one device.
#[derive(Debug, Clone)]
pub struct Clock {
    latest: Stamp,
}

impl Clock {
    /// The clock of a device that has seen no change yet.
    pub const fn new(device: u64) -> Self {
        Self { latest: Stamp { ms: 0, counter: 0, device } }
    }

    /// The next stamp, at `now` milliseconds since 1970.
    pub fn tick(&mut self, now: u64) -> Stamp {
        if now > self.latest.ms {
            self.latest.ms = now;
            self.latest.counter = 0;
        } else if let Some(counter) = self.latest.counter.checked_add(1) {
            self.latest.counter = counter;
        } else {
            self.latest.ms += 1;
            self.latest.counter = 0;
        }
        self.latest
    }

    /// Takes note of a stamp from elsewhere: every later one of this clock is greater.
    pub fn observe(&mut self, stamp: Stamp) {
        if (stamp.ms, stamp.counter) > (self.latest.ms, self.latest.counter) {
            self.latest = Stamp { device: self.latest.device, ..stamp };
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn stamps_rise_whatever_the_wall_clock_does(walls: Vec<u32>, seen in any::<(u32, u32)>()) {
            let mut clock = Clock::new(7);
            let mut latest = clock.tick(0);
            clock.observe(Stamp { ms: seen.0.into(), counter: seen.1, device: 9 });
            for wall in walls {
                let next = clock.tick(wall.into());
                prop_assert!(next > latest);
                prop_assert!((next.ms, next.counter) > (u64::from(seen.0), seen.1));
                latest = next;
            }
        }
    }
}
