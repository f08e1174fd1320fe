//! Words that are a slip of the finger apart: a letter wrong, missing, too many, or two in the wrong order.

/// Shorter words have too many neighbours.
const SHORTEST: usize = 4;
/// Words from here on may have two slips.
const LONG: usize = 8;
/// Longer words are no words that somebody mistypes.
const LONGEST: usize = 32;

/// A word that may have been mistyped.
#[derive(Debug, Clone)]
pub struct Near {
    letters: Vec<char>,
    bits: u32,
    slips: u32,
}

impl Near {
    /// A folded word; `None` for one that says too little to guess by: short ones, numbers, Chinese.
    pub fn new(word: &str) -> Option<Self> {
        let letters: Vec<char> = word.chars().take(LONGEST + 1).collect();
        let fits = (SHORTEST..=LONGEST).contains(&letters.len()) && letters.iter().all(|letter| is_spelt(*letter));
        let slips = if letters.len() < LONG { 1 } else { 2 };
        fits.then(|| Self { bits: bits(&letters), letters, slips })
    }

    /// Whether a folded text has a word that begins like this one but for slips.
    pub fn is_in(&self, text: &str) -> bool {
        // Words of ASCII, by far the most, are ruled out by their letters while one runs over them.
        let shortest = self.letters.len() - self.slips as usize;
        let (mut start, mut bits) = (0, 0_u32);
        for (at, byte) in text.bytes().chain([b' ']).enumerate() {
            if byte.is_ascii_alphanumeric() {
                bits |= 1 << (byte & 31);
            } else if byte.is_ascii() {
                let may_be = at - start >= shortest && (self.bits & !bits).count_ones() <= self.slips;
                if may_be && self.words(&text[start..at]).next().is_some() {
                    return true;
                }
                (start, bits) = (at + 1, 0);
            } else {
                bits = u32::MAX;
            }
        }
        false
    }

    /// Where the words of a folded text are that begin like this one but for slips, and where the likeness ends.
    pub fn words(&self, text: &str) -> impl Iterator<Item = (usize, usize)> {
        let mut rest = text;
        std::iter::from_fn(move || {
            loop {
                let start = rest.find(char::is_alphanumeric)?;
                let word = &rest[start..];
                let end = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
                let from = text.len() - word.len();
                rest = &word[end..];
                if let Some(length) = self.likeness(&word[..end]) {
                    return Some((from, from + length));
                }
            }
        })
    }

    /// How many bytes of a word are like this one: as many letters as it has or somewhat more, or the whole word.
    fn likeness(&self, word: &str) -> Option<usize> {
        let (own, slips) = (self.letters.len(), self.slips as usize);
        let mut letters = ['\0'; LONGEST + 2];
        let mut ends = [0; LONGEST + 2];
        let mut count = 0;
        for (at, c) in word.char_indices().take(own + slips) {
            letters[count] = c;
            ends[count] = at + c.len_utf8();
            count += 1;
        }
        if count + slips < own || (self.bits & !bits(&letters[..count])).count_ones() > self.slips {
            return None;
        }
        let distances = distances(&self.letters, &letters[..count]);
        let whole = count < own + slips || ends[count - 1] == word.len();
        let ends_at = |length: &usize| *length >= own || (whole && *length == count);
        let best = (1..=count).filter(ends_at).min_by_key(|length| distances[*length])?;
        (distances[best] <= self.slips).then(|| ends[best - 1])
    }
}

/// Letters of scripts that spell.
fn is_spelt(c: char) -> bool {
    c.is_alphabetic() && !('\u{2e80}'..='\u{d7ff}').contains(&c) && u32::from(c) < 0x1_0000
}

/// A bit for each letter; a few letters share one.
fn bits(letters: &[char]) -> u32 {
    letters.iter().fold(0, |bits, letter| bits | 1 << (u32::from(*letter) & 31))
}

/// The slips between a word and each beginning of another ("optimal string alignment": a pair of letters is swapped once).
fn distances(word: &[char], other: &[char]) -> [u32; LONGEST + 3] {
    let mut before = [0; LONGEST + 3];
    let mut last: [u32; LONGEST + 3] = std::array::from_fn(|length| length as u32);
    for (row, letter) in word.iter().enumerate() {
        let mut line = [0; LONGEST + 3];
        line[0] = row as u32 + 1;
        for (column, compared) in other.iter().enumerate() {
            let replaced = last[column] + u32::from(letter != compared);
            let mut least = replaced.min(last[column + 1] + 1).min(line[column] + 1);
            if row > 0 && column > 0 && word[row - 1] == *compared && other[column - 1] == *letter {
                least = least.min(before[column - 1] + 1);
            }
            line[column + 1] = least;
        }
        before = last;
        last = line;
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(word: &str, text: &str) -> bool {
        Near::new(word).is_some_and(|near| near.is_in(text))
    }

    #[test]
    fn one_slip_is_forgiven_and_two_in_long_words() {
        for word in ["lovelace", "lovlace", "lovellace", "lovelcae", "livelace", "olvelcae", "lovelzaec"] {
            assert!(finds(word, "ada lovelace"), "{word}");
        }
        assert!(finds("marten", "martin") && finds("matrin", "martin") && finds("martn", "martin"));
        assert!(finds("mrati", "martina"), "while it is being typed");
        assert!(finds("иванво", "иванов"));
    }

    #[test]
    fn other_words_are_not_guessed() {
        for (word, text) in [
            ("ada", "ado"),
            ("marten", "marlon"),
            ("12345", "12346"),
            ("王小明啊", "王小明"),
            ("marti", "mar"),
            ("love", ""),
        ] {
            assert!(!finds(word, text), "{word} {text}");
        }
    }

    #[test]
    fn what_is_alike_is_known_by_its_place() {
        let words: Vec<_> = Near::new("lovlace").map(|near| near.words("ada lovelace, lovelaces").collect()).unwrap();
        assert_eq!(words, [(4, 12), (14, 22)]);
    }
}
