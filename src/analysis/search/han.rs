//! Chinese characters: the simplified form that stands for all forms of one, and how they are read.

use std::sync::LazyLock;

use pinyin::ToPinyinMulti;
use rustc_hash::FxHashMap;

use super::grams::{self, Gram};

/// The characters looked at: the first extension and the common block, U+3400 to U+9FFF. Others stand for themselves and have no
/// sound.
const FIRST: u32 = 0x3400;
const COUNT: usize = 0xa000 - 0x3400;

/// Characters that a converter of sentences leaves alone because only the words around them tell, and forms that differ in the
/// stroke only. To who searches they are the same.
const SAME: &str = "乾干 著着 藉借 瞭了 夥伙 於于 麽么 幺么 覆复 徵征 鍾钟 锺钟 畫画 闔合 祇只 隻只 週周 峯峰 羣群 眞真 戶户 説说 説说 産产 綫线 \
    裡里 裏里 夠够 嘆叹 歎叹 牀床 砲炮 粧妆 衞卫 啓启 敎教 淸清 靑青 録录 緖绪 髙高 査查 值値 吿告 爲为 妳你 嚐尝 噹当 佈布 佔占 \
    捨舍 遊游 蹟迹 跡迹 姊姐 菸烟 煙烟 拚拼 痲麻 鬆松 鬱郁 矽硅 甦苏 堃坤 喆哲 昇升 陞升 恆恒 滙汇 証证 註注 傢家 週周";

static HAN: LazyLock<Han> = LazyLock::new(Han::new);

/// How a character may be read.
#[derive(Debug, Default)]
pub struct Sound {
    /// Every reading without its tone, `ü` both as `u` and as `v`.
    pub readings: Vec<String>,
    /// With which letters they begin.
    pub initials: Vec<Gram>,
    /// With which two letters they begin.
    pub beginnings: Vec<Gram>,
    /// All pairs of letters in them.
    pub pairs: Vec<Gram>,
    /// The letters after which the next character may begin.
    pub lasts: Vec<Gram>,
}

impl Sound {
    fn new(readings: Vec<String>) -> Self {
        let letters = |reading: &String| reading.bytes().filter_map(grams::letter).collect::<Vec<_>>();
        let (mut initials, mut beginnings, mut pairs, mut lasts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for reading in &readings {
            let letters = letters(reading);
            initials.extend(letters.first());
            let in_a_row = || letters.windows(2).map(|two| grams::pair(two[0], two[1]));
            beginnings.extend(in_a_row().next());
            pairs.extend(in_a_row());
            // Where the whole reading, its first letter, or the two of `zh` were said.
            lasts.extend(letters.first().into_iter().chain(letters.last()));
            lasts.extend(letters.get(1).filter(|_| reading.as_bytes()[1] == b'h'));
        }
        for all in [&mut initials, &mut beginnings, &mut pairs, &mut lasts] {
            all.sort_unstable();
            all.dedup();
        }
        Self { readings, initials, beginnings, pairs, lasts }
    }
}

struct Han {
    simplified: Vec<u16>,
    /// For each character the number of its sound; 0 is silence.
    sound: Vec<u16>,
    sounds: Vec<Sound>,
}

impl Han {
    fn new() -> Self {
        let code = |c: char| u16::try_from(u32::from(c)).ok().filter(|code| place(u32::from(*code)).is_some());
        let mut simplified: Vec<u16> = (FIRST..).take(COUNT).map(|code| code as u16).collect();
        for c in (FIRST..).take(COUNT).filter_map(char::from_u32) {
            let simple = fast2s::convert(c.encode_utf8(&mut [0; 4]));
            if let Some(simple) = simple.chars().next().and_then(code) {
                simplified[(u32::from(c) - FIRST) as usize] = simple;
            }
        }
        for pair in SAME.split_whitespace() {
            let mut chars = pair.chars().filter_map(code);
            if let (Some(from), Some(to)) = (chars.next(), chars.next()) {
                simplified[usize::from(from) - FIRST as usize] = to;
            }
        }
        // A simplified form may itself be another form of one.
        for at in 0..COUNT {
            let mut end = simplified[at];
            for _ in 0..4 {
                end = simplified[usize::from(end) - FIRST as usize];
            }
            simplified[at] = end;
        }
        let (sound, sounds) = sounds(&simplified);
        Self { simplified, sound, sounds }
    }
}

/// The sounds of all simplified characters: each is read as any of the forms that it stands for.
fn sounds(simplified: &[u16]) -> (Vec<u16>, Vec<Sound>) {
    let mut readings: Vec<Vec<String>> = vec![Vec::new(); COUNT];
    for (c, simple) in (FIRST..).filter_map(char::from_u32).zip(simplified) {
        let all = &mut readings[usize::from(*simple) - FIRST as usize];
        for reading in c.to_pinyin_multi().into_iter().flatten() {
            let plain = reading.plain();
            for letter in if plain.contains('ü') { &["u", "v"][..] } else { &[""] } {
                let reading = plain.replace('ü', letter).replace('ê', "e");
                if reading.bytes().all(|byte| byte.is_ascii_lowercase()) && !all.contains(&reading) {
                    all.push(reading);
                }
            }
        }
    }
    let (mut sounds, mut numbers) = (vec![Sound::default()], FxHashMap::default());
    let sound = readings.into_iter().map(|mut readings| {
        if readings.is_empty() {
            return 0;
        }
        readings.sort_unstable();
        *numbers.entry(readings).or_insert_with_key(|readings| {
            sounds.push(Sound::new(readings.clone()));
            u16::try_from(sounds.len() - 1).expect("there are fewer sounds than characters")
        })
    });
    (sound.collect(), sounds)
}

fn place(code: u32) -> Option<usize> {
    let at = code.checked_sub(FIRST)? as usize;
    (at < COUNT).then_some(at)
}

/// The form that stands for all forms of a character.
pub fn simplified(c: char) -> char {
    let simple = place(u32::from(c)).and_then(|at| char::from_u32(HAN.simplified[at].into()));
    simple.unwrap_or(c)
}

/// The number of the sound of a simplified character; 0 for what is not Chinese or has no known reading.
pub fn sound_number(code: u16) -> u16 {
    place(code.into()).map_or(0, |at| HAN.sound[at])
}

/// How characters of a sound are read.
pub fn sound(number: u16) -> &'static Sound {
    &HAN.sounds[usize::from(number)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_has_every_reading() {
        let readings = |c| &sound(sound_number(u16::try_from(u32::from(c)).unwrap())).readings;
        assert!(readings('行').contains(&"hang".to_owned()) && readings('行').contains(&"xing".to_owned()));
        assert!(readings('吕').contains(&"lu".to_owned()) && readings('吕').contains(&"lv".to_owned()));
        assert!(readings('干').contains(&"qian".to_owned()), "as 乾, which is written 干 too");
        assert!(readings('x').is_empty());
    }

    #[test]
    fn every_form_stands_for_itself_or_for_one_that_does() {
        for c in (FIRST..).take(COUNT).filter_map(char::from_u32) {
            assert_eq!(simplified(simplified(c)), simplified(c), "{c}");
        }
    }
}
