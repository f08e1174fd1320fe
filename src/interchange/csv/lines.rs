//! Counting the lines of a file as an editor shows them: `\n`, `\r\n` and a lone `\r` each end one.

/// Where one is in a text that comes in pieces.
#[derive(Debug, Clone)]
pub struct Lines {
    line: u64,
    after_return: bool,
}

impl Default for Lines {
    fn default() -> Self {
        Self { line: 1, after_return: false }
    }
}

impl Lines {
    /// The current line, counted from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Moves past `text`.
    pub fn pass(&mut self, text: &[u8]) {
        for &byte in text {
            match byte {
                b'\n' if self.after_return => self.after_return = false,
                b'\n' => self.line += 1,
                b'\r' => {
                    self.line += 1;
                    self.after_return = true;
                }
                _ => self.after_return = false,
            }
        }
    }

    /// The line that one would be in after `text`.
    pub fn after(&self, text: &[u8]) -> u64 {
        let mut there = self.clone();
        there.pass(text);
        there.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_counts_once_also_when_it_is_cut_in_two() {
        let mut lines = Lines::default();
        lines.pass(b"a\r");
        lines.pass(b"\nb\rc\nd\n\n");
        assert_eq!(lines.line(), 6);
        assert_eq!(lines.after(b"\r\n"), 7);
    }
}
