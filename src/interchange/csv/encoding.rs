//! Which encoding a file is in. A byte order mark decides; then whether the bytes are UTF-8 or UTF-16; then how much they look
//! like Chinese or like a Western language. Not here: decoding (`decode`), the look of Chinese (`hanzi`).

use encoding_rs as rs;

use super::hanzi;

/// An encoding that a file may be read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, low byte first; Excel calls it "Unicode text".
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB18030 with GBK and GB2312 in it: simplified Chinese.
    Gb18030,
    /// Big5 with the Hong Kong characters: traditional Chinese.
    Big5,
    /// Windows-1252 with ISO 8859-1 in it: Western European.
    Windows1252,
    /// Windows-1250: Central European. Never recognised, only chosen.
    Windows1250,
    /// Windows-1251: Cyrillic. Never recognised, only chosen.
    Windows1251,
    /// Shift_JIS: Japanese. Never recognised, only chosen.
    ShiftJis,
    /// EUC-KR: Korean. Never recognised, only chosen.
    EucKr,
    /// Mac Roman, written by Excel on older Macs. Never recognised, only chosen.
    MacRoman,
}

/// How sure something is that was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Something had to be taken; the user should look.
    Guess,
    /// Most of what was seen speaks for it.
    Likely,
    /// Nothing that was seen speaks against it.
    Certain,
}

impl Encoding {
    /// Every encoding, in the order in which a form offers them.
    pub const ALL: [Self; 11] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Gb18030,
        Self::Big5,
        Self::Windows1252,
        Self::Windows1250,
        Self::Windows1251,
        Self::ShiftJis,
        Self::EucKr,
        Self::MacRoman,
    ];

    /// The name of the WHATWG Encoding Standard; the same in every language.
    pub fn name(self) -> &'static str {
        self.table().name()
    }

    /// The decoder's tables.
    pub(super) fn table(self) -> &'static rs::Encoding {
        match self {
            Self::Utf8 => rs::UTF_8,
            Self::Utf16Le => rs::UTF_16LE,
            Self::Utf16Be => rs::UTF_16BE,
            Self::Gb18030 => rs::GB18030,
            Self::Big5 => rs::BIG5,
            Self::Windows1252 => rs::WINDOWS_1252,
            Self::Windows1250 => rs::WINDOWS_1250,
            Self::Windows1251 => rs::WINDOWS_1251,
            Self::ShiftJis => rs::SHIFT_JIS,
            Self::EucKr => rs::EUC_KR,
            Self::MacRoman => rs::MACINTOSH,
        }
    }
}

/// An encoding, how sure it is, and what else it may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// The best one.
    pub encoding: Encoding,
    /// How sure that is.
    pub confidence: Confidence,
    /// Others that the bytes allow, the likelier first.
    pub alternatives: Vec<Encoding>,
}

impl Recognised {
    fn certain(encoding: Encoding) -> Self {
        Self { encoding, confidence: Confidence::Certain, alternatives: Vec::new() }
    }
}

/// Recognises the encoding of the first bytes of a file; some ten thousand are plenty. `whole` when these are all bytes, so that
/// a character cut in two at the end is an error and no accident.
pub fn recognise(head: &[u8], whole: bool) -> Recognised {
    if head.starts_with(b"\xEF\xBB\xBF") {
        return Recognised::certain(Encoding::Utf8);
    }
    if head.starts_with(b"\xFF\xFE") {
        return Recognised::certain(Encoding::Utf16Le);
    }
    if head.starts_with(b"\xFE\xFF") {
        return Recognised::certain(Encoding::Utf16Be);
    }
    if head.starts_with(b"\x84\x31\x95\x33") {
        return Recognised::certain(Encoding::Gb18030);
    }
    if let Some(encoding) = utf16(head) {
        return Recognised { encoding, confidence: Confidence::Likely, alternatives: vec![Encoding::Utf8] };
    }
    let (sound, broken) = utf8(head, whole);
    if broken == 0 {
        return Recognised::certain(Encoding::Utf8);
    }
    if sound >= 10 * broken {
        // UTF-8 that was damaged somewhere: read it as such, so that the place is told.
        let mut others = legacy(&without_utf8(head));
        others.alternatives.insert(0, others.encoding);
        return Recognised { encoding: Encoding::Utf8, confidence: Confidence::Likely, ..others };
    }
    legacy(head)
}

/// UTF-16 without a mark: digits, delimiters and line ends put zero bytes on one side of the pairs only.
fn utf16(head: &[u8]) -> Option<Encoding> {
    let zeros = |offset| head.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    let (encoding, more, less) = if low_first > high_first {
        (Encoding::Utf16Le, low_first, high_first)
    } else {
        (Encoding::Utf16Be, high_first, low_first)
    };
    if more * 40 < head.len() || less * 20 > more || more == 0 {
        return None;
    }
    let even = &head[..head.len() & !1];
    let text = encoding.table().decode_without_bom_handling_and_without_replacement(even);
    // A pair of surrogates may be cut at the end of the sample: judge without it.
    let text = text.or_else(|| {
        let cut = even.len().checked_sub(2)?;
        encoding.table().decode_without_bom_handling_and_without_replacement(&even[..cut])
    })?;
    (!super::foreign::is_binary(&text)).then_some(encoding)
}

/// How many characters outside of ASCII are sound UTF-8, and how many places are not.
fn utf8(head: &[u8], whole: bool) -> (usize, usize) {
    let (mut sound, mut broken) = (0, 0);
    let mut rest = head;
    loop {
        let (valid, error) = match std::str::from_utf8(rest) {
            Ok(_) => (rest.len(), None),
            Err(error) => (error.valid_up_to(), Some(error)),
        };
        // Every byte of UTF-8 that begins a longer character is at least C2.
        sound += rest[..valid].iter().filter(|&&byte| byte >= 0xC2).count();
        let Some(error) = error else { return (sound, broken) };
        match error.error_len() {
            Some(length) => {
                broken += 1;
                rest = &rest[valid + length..];
            }
            None => return (sound, broken + usize::from(whole)),
        }
    }
}

/// ASCII and what is not UTF-8: what another encoding has to explain in a text that is mostly UTF-8.
fn without_utf8(head: &[u8]) -> Vec<u8> {
    let mut left = Vec::with_capacity(head.len());
    for chunk in head.utf8_chunks() {
        left.extend(chunk.valid().bytes().filter(u8::is_ascii));
        left.extend(chunk.invalid());
    }
    left
}

/// Neither UTF-8 nor UTF-16: the best of the older encodings.
fn legacy(head: &[u8]) -> Recognised {
    let mut scores = [Encoding::Gb18030, Encoding::Big5, Encoding::Windows1252]
        .map(|encoding| (hanzi::score(head, encoding), encoding));
    scores.sort_by(|a, b| b.0.total_cmp(&a.0));
    let [(best, encoding), (second, _), _] = scores;
    let confidence = match best - second {
        _ if best < 0.5 => Confidence::Guess,
        lead if lead > 1.0 => Confidence::Likely,
        _ => Confidence::Guess,
    };
    let encoding = if best < 0.0 { Encoding::Windows1252 } else { encoding };
    let alternatives = scores.iter().map(|(_, other)| *other).filter(|other| *other != encoding).collect();
    Recognised { encoding, confidence, alternatives }
}
