//! Where the grades part.

use crate::ui::components::Grade;

/// The least way between two cuts, and of a cut from the ends: one per cent.
const STEP: f64 = 0.01;

/// The running shares at which grade A and grade B end, both from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cuts {
    /// A ends here.
    pub a: f64,
    /// B ends here, above A.
    pub b: f64,
}

impl Cuts {
    /// The end of a grade; C ends at the whole.
    pub fn end(self, grade: Grade) -> f64 {
        match grade {
            Grade::A => self.a,
            Grade::B => self.b,
            Grade::C => 1.0,
        }
    }

    /// How low and how high the end of a grade can go without passing its neighbour.
    pub fn range(self, grade: Grade) -> (f64, f64) {
        match grade {
            Grade::A => (STEP, self.b - STEP),
            Grade::B => (self.a + STEP, 1.0 - STEP),
            Grade::C => (1.0, 1.0),
        }
    }

    /// The cuts with the end of one grade moved to `share`, or as near as its neighbour allows; to whole per cents.
    #[must_use]
    pub fn with_end(self, grade: Grade, share: f64) -> Self {
        let (low, high) = self.range(grade);
        if low > high || !share.is_finite() {
            return self;
        }
        let end = ((share / STEP).round() * STEP).clamp(low, high);
        let end = (end * 1e6).round() / 1e6;
        match grade {
            Grade::A => Self { a: end, ..self },
            Grade::B => Self { b: end, ..self },
            Grade::C => self,
        }
    }

    /// What a key of a slider asks for; `None` for other keys.
    pub(super) fn with_key(self, grade: Grade, key: &str) -> Option<Self> {
        let (low, high) = self.range(grade);
        let end = self.end(grade);
        let share = match key {
            "ArrowUp" | "ArrowRight" => end + STEP,
            "ArrowDown" | "ArrowLeft" => end - STEP,
            "PageUp" => end + 5.0 * STEP,
            "PageDown" => end - 5.0 * STEP,
            "Home" => low,
            "End" => high,
            _ => return None,
        };
        Some(self.with_end(grade, share))
    }
}

#[cfg(test)]
mod tests {
    use super::Cuts;
    use crate::ui::components::Grade;

    const USUAL: Cuts = Cuts { a: 0.80, b: 0.95 };

    #[test]
    fn a_cut_never_passes_its_neighbour() {
        assert_eq!(USUAL.with_end(Grade::A, 0.99), Cuts { a: 0.94, b: 0.95 });
        assert_eq!(USUAL.with_end(Grade::B, 0.10), Cuts { a: 0.80, b: 0.81 });
        assert_eq!(USUAL.with_end(Grade::A, -3.0), Cuts { a: 0.01, b: 0.95 });
        assert_eq!(USUAL.with_end(Grade::B, 7.0), Cuts { a: 0.80, b: 0.99 });
        assert_eq!(USUAL.with_end(Grade::C, 0.5), USUAL);
        assert_eq!(USUAL.with_end(Grade::A, f64::NAN), USUAL);
    }

    #[test]
    fn keys_move_a_cut_by_whole_per_cents() {
        assert_eq!(USUAL.with_key(Grade::A, "ArrowUp"), Some(Cuts { a: 0.81, b: 0.95 }));
        assert_eq!(USUAL.with_key(Grade::A, "PageDown"), Some(Cuts { a: 0.75, b: 0.95 }));
        assert_eq!(USUAL.with_key(Grade::B, "Home"), Some(Cuts { a: 0.80, b: 0.81 }));
        assert_eq!(USUAL.with_key(Grade::B, "x"), None);
    }

    #[test]
    fn cuts_that_leave_no_room_stay() {
        let tight = Cuts { a: 0.99, b: 0.99 };
        assert_eq!(tight.with_end(Grade::B, 0.5), tight);
    }
}
