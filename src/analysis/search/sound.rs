//! Chinese characters by their sound: `wangxm`, `wxm`, `wangxiaom` and `王xm` are all 王小明.
//!
//! Each character answers to any of its readings in full or to how one begins (`z` or `zh`); the last one to any beginning of a
//! reading, since one is still typing. So what a longer row of letters finds, its beginnings find as well.

use super::{
    grams::{self, Gram, Grams, GramsBuilder},
    han,
    set::{SLOTS, Set},
    texts::BETWEEN,
    tier,
};

/// Rows of letters longer than these are no names. A place in them is a bit of a `u64`.
const LONGEST: usize = 60;
/// Stands between two fields.
const BREAK: u16 = 0;
/// Stands for what has no sound.
const OTHER: u16 = 1;
/// One thing after the other that can be heard: an ASCII letter or digit, or a Chinese character by its code; with its place in
/// the folded text.
fn units(folded: &str) -> impl Iterator<Item = (usize, u16)> {
    folded.char_indices().filter_map(|(at, c)| {
        let unit = match c {
            BETWEEN => BREAK,
            ' ' | '\'' | '-' | '·' => return None,
            'a'..='z' | '0'..='9' | '\u{3400}'..='\u{9fff}' => u16::try_from(u32::from(c)).unwrap_or(OTHER),
            _ => OTHER,
        };
        Some((at, unit))
    })
}

fn sound_of(unit: u16) -> Option<&'static han::Sound> {
    let number = if unit < 0x80 { 0 } else { han::sound_number(unit) };
    (number != 0).then(|| han::sound(number))
}

/// Calls `add` with the letters with which a unit may begin.
fn each_initial(unit: u16, mut add: impl FnMut(Gram)) {
    match u8::try_from(unit) {
        Ok(byte) => grams::letter(byte).into_iter().for_each(add),
        Err(_) => sound_of(unit).into_iter().flat_map(|sound| &sound.initials).for_each(|initial| add(*initial)),
    }
}

/// Calls `add` with every first letter and every first two letters of words that may be heard from the first unit on, and with its
/// character.
fn each_beginning(units: &[u16], mut add: impl FnMut(Gram)) {
    let [first, rest @ ..] = units else { return };
    each_initial(*first, |one| {
        add(one);
        rest.first().into_iter().for_each(|next| each_initial(*next, |two| add(grams::pair(one, two))));
    });
    grams::han(*first).into_iter().for_each(&mut add);
    sound_of(*first).into_iter().flat_map(|sound| &sound.beginnings).for_each(|pair| add(*pair));
}

/// Calls `add` with every two letters in a row of words that may be heard in the first unit and from there on.
fn each_pair(units: &[u16], mut add: impl FnMut(Gram)) {
    let [first, rest @ ..] = units else { return };
    let sound = sound_of(*first);
    sound.into_iter().flat_map(|sound| &sound.pairs).for_each(|pair| add(*pair));
    let Some(next) = rest.first() else { return };
    let mut before = |one: Gram| each_initial(*next, |two| add(grams::pair(one, two)));
    match u8::try_from(*first) {
        Ok(byte) => grams::letter(byte).into_iter().for_each(before),
        Err(_) => sound.into_iter().flat_map(|sound| &sound.lasts).for_each(|last| before(*last)),
    }
}

/// One part of the records of a page, names or short fields.
#[derive(Debug, Default)]
struct Spoken {
    units: Vec<u16>,
    /// By slot, up to the last that has a sound.
    ends: Vec<u32>,
    /// With what words that are heard in a slot may begin.
    beginnings: Grams,
    /// Which pairs of letters may be in them.
    pairs: Grams,
}

impl Spoken {
    fn push(&mut self, slot: usize, folded: &str, builder: &mut GramsBuilder) {
        if folded.is_ascii() {
            return;
        }
        let start = self.units.len();
        let is_heard = |c: char| u16::try_from(u32::from(c)).is_ok_and(|code| han::sound_number(code) != 0);
        for field in folded.split(BETWEEN).filter(|field| field.chars().any(is_heard)) {
            if self.units.len() > start {
                self.units.push(BREAK);
            }
            self.units.extend(units(field).map(|(_, unit)| unit));
        }
        if self.units.len() == start {
            return;
        }
        self.ends.resize(slot, start as u32);
        self.ends.push(self.units.len() as u32);
        (start..self.units.len()).for_each(|at| each_beginning(&self.units[at..], |gram| builder.add(slot, gram)));
    }

    fn finish(&mut self, builder: &mut GramsBuilder) {
        self.beginnings = builder.finish();
        for slot in 0..self.ends.len() {
            let units = self.get(slot);
            (0..units.len()).for_each(|at| each_pair(&units[at..], |gram| builder.add(slot, gram)));
        }
        self.pairs = builder.finish();
    }

    fn get(&self, slot: usize) -> &[u16] {
        let start = if slot == 0 { 0 } else { self.ends[slot - 1] };
        &self.units[start as usize..self.ends[slot] as usize]
    }

    /// The slots of some in which the word is heard.
    fn find(&self, heard: &mut Heard, among: &Set) -> Set {
        let mut found = self.beginnings.having(heard.beginning).and(among);
        if !heard.is_short && !found.is_empty() {
            found = found.and(&self.pairs.all_of(&heard.pairs));
            for slot in found.iter() {
                if !heard.is_in(self.get(slot), false) {
                    found.remove(slot);
                }
            }
        }
        found
    }
}

/// What a search can hear of the records of a page.
#[derive(Debug, Default)]
pub struct Sounds {
    names: Spoken,
    /// With what words that begin a name may begin.
    begins: Grams,
    fields: Spoken,
}

impl Sounds {
    /// Of the folded names and short fields of each slot.
    pub fn new<'t>(
        slots: usize,
        names: impl Fn(usize) -> &'t str,
        fields: impl Fn(usize) -> &'t str,
        builder: &mut GramsBuilder,
    ) -> Self {
        let mut sounds = Self::default();
        (0..slots).for_each(|slot| sounds.names.push(slot, names(slot), builder));
        sounds.names.finish(builder);
        (0..slots).for_each(|slot| sounds.fields.push(slot, fields(slot), builder));
        sounds.fields.finish(builder);
        for slot in 0..sounds.names.ends.len() {
            let units = sounds.names.get(slot);
            let starts = (0..units.len()).filter(|at| is_start(units, *at));
            starts.for_each(|at| each_beginning(&units[at..], |gram| builder.add(slot, gram)));
        }
        sounds.begins = builder.finish();
        sounds
    }

    /// Improves the tiers of those slots that sound like what is looked for.
    pub fn find(&self, heard: &mut Heard, among: &Set, tiers: &mut [u8; SLOTS]) {
        let mut put = |set: &Set, tier: u8| set.iter().for_each(|slot| tiers[slot] = tiers[slot].min(tier));
        put(&self.fields.find(heard, among), tier::FIELD_SOUNDS);
        let names = self.names.find(heard, among);
        put(&names, tier::SOUNDS_WITHIN);
        let mut begins = self.begins.having(heard.beginning).and(&names);
        if !heard.is_short {
            for slot in begins.iter() {
                if !heard.is_in(self.names.get(slot), true) {
                    begins.remove(slot);
                }
            }
        }
        put(&begins, tier::SOUNDS);
    }
}

fn is_start(units: &[u16], at: usize) -> bool {
    at == 0 || units[at - 1] == BREAK
}

/// A word as something to be heard.
#[derive(Debug, Clone)]
pub struct Heard {
    letters: Vec<u16>,
    /// What whoever sounds like it has to begin with somewhere.
    beginning: Gram,
    /// What whoever sounds like it has to have somewhere.
    pairs: Vec<Gram>,
    /// Whether whoever begins with that sounds like the whole word.
    is_short: bool,
    /// For each sound that was met, from each letter on, how many letters may be used up after it, as bits.
    steps: Vec<u64>,
    /// Where the steps of each sound begin; 0 for a sound that was not met yet.
    known: Vec<u32>,
}

impl Heard {
    /// A folded word; `None` if it cannot stand for Chinese characters.
    pub fn new(word: &str) -> Option<Self> {
        let letters: Vec<u16> = units(word).map(|(_, unit)| unit).take(LONGEST + 1).collect();
        let is_letter = |unit: &u16| (97..=122).contains(unit);
        let fits = letters.len() <= LONGEST && !letters.contains(&OTHER) && letters.iter().any(is_letter);
        let letter = |at: usize| letters.get(at).and_then(|unit| u8::try_from(*unit).ok()).and_then(grams::letter);
        let beginning = match (letter(0), letter(1)) {
            (Some(first), Some(second)) => grams::pair(first, second),
            (Some(first), None) => first,
            (None, _) => grams::han(*letters.first()?)?,
        };
        let is_short = letters.len() <= 2 && (0..letters.len()).all(|at| letter(at).is_some());
        let pairs = (1..letters.len()).filter_map(|at| Some(grams::pair(letter(at - 1)?, letter(at)?))).collect();
        let steps = vec![0; letters.len()];
        fits.then(|| Self { letters, beginning, pairs, is_short, steps, known: Vec::new() })
    }

    /// The places in a folded text that sound like the word, as ranges of its bytes.
    pub fn ranges(&mut self, folded: &str) -> Vec<(usize, usize)> {
        let (places, units): (Vec<usize>, Vec<u16>) = units(folded).unzip();
        let end = |at: usize| places[at] + folded[places[at]..].chars().next().map_or(0, char::len_utf8);
        let found = (0..units.len()).filter_map(|from| Some((from, from + self.length(&units[from..])? - 1)));
        found.map(|(from, last)| (places[from], end(last))).collect()
    }

    /// Whether units sound like the word somewhere, or where a field begins.
    fn is_in(&mut self, units: &[u16], at_start: bool) -> bool {
        let goal = 1_u64 << self.letters.len();
        let mut reached = 0;
        for (at, unit) in units.iter().enumerate() {
            if !at_start || is_start(units, at) {
                reached |= 1;
            }
            reached = self.step(reached, *unit);
            if reached & goal != 0 {
                return true;
            }
        }
        false
    }

    /// How many units from the first on sound like the whole word.
    fn length(&mut self, units: &[u16]) -> Option<usize> {
        let goal = 1_u64 << self.letters.len();
        let mut reached = 1_u64;
        for (count, unit) in units.iter().enumerate() {
            reached = self.step(reached, *unit);
            if reached == 0 {
                return None;
            }
            if reached & goal != 0 {
                return Some(count + 1);
            }
        }
        None
    }

    /// How many letters may be used up after one more unit, from how many may be before it; both as bits.
    fn step(&mut self, mut reached: u64, unit: u16) -> u64 {
        let mut next = 0;
        let sound = if unit < 0x80 { 0 } else { han::sound_number(unit) };
        let steps = if sound == 0 { 0 } else { self.steps_of(sound) };
        while reached != 0 {
            let at = reached.trailing_zeros() as usize;
            reached &= reached - 1;
            next |= self.steps[steps + at] | u64::from(self.letters[at] == unit) << (at + 1);
        }
        next
    }

    fn steps_of(&mut self, sound: u16) -> usize {
        let place = usize::from(sound);
        if self.known.len() <= place {
            self.known.resize(place + 1, 0);
        }
        if self.known[place] == 0 {
            self.known[place] = self.steps.len() as u32;
            let readings = &han::sound(sound).readings;
            for at in 0..self.letters.len() {
                let steps = readings.iter().fold(0, |all, reading| all | self.said(at, reading.as_bytes()));
                self.steps.push(steps);
            }
        }
        self.known[place] as usize
    }

    /// How many letters may be used up by one reading from a letter on, as bits.
    fn said(&self, at: usize, reading: &[u8]) -> u64 {
        let rest = &self.letters[at..];
        let same = rest.iter().zip(reading).take_while(|(a, b)| **a == u16::from(**b)).count();
        let mut next = 0;
        if same == rest.len() || same == reading.len() {
            next |= 1 << (at + same);
        }
        if same >= 1 {
            next |= 1 << (at + 1);
        }
        if same >= 2 && reading[1] == b'h' {
            next |= 1 << (at + 2);
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(word: &str, text: &str) -> Vec<String> {
        let Some(mut heard) = Heard::new(word) else { return Vec::new() };
        heard.ranges(text).into_iter().map(|(from, to)| text[from..to].to_owned()).collect()
    }

    #[test]
    fn names_are_found_by_full_sounds_initials_and_both() {
        for word in ["wangxiaoming", "wangxm", "wxm", "wxiaom", "wangxiaom", "王xm", "w小明", "w小m", "wang'xiao'ming"]
        {
            assert_eq!(heard(word, "王小明"), ["王小明"], "{word}");
        }
        assert_eq!(heard("xm", "王小明"), ["小明"]);
        assert_eq!(heard("zhsh", "张淑芬"), ["张淑"]);
        assert_eq!(heard("zhonghang", "中行"), ["中行"]);
        assert_eq!(heard("zhongxing", "中行"), ["中行"]);
        assert_eq!(heard("lvmq", "吕明清"), ["吕明清"]);
    }

    #[test]
    fn other_sounds_are_not_found() {
        for word in ["wangm", "wxmm", "angxm", "王小明", "wx.m", ""] {
            assert!(heard(word, "王小明").is_empty(), "{word}");
        }
    }

    #[test]
    fn every_beginning_of_what_is_found_is_found() {
        for word in ["wangxiaoming", "wxiaom", "王xiaom"] {
            for (end, _) in word.char_indices().skip(1).filter(|(end, _)| *end != "王".len()) {
                assert!(!heard(&word[..end], "王小明").is_empty(), "{}", &word[..end]);
            }
        }
    }
}
