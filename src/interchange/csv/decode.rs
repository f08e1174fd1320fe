//! Bytes that come in pieces, decoded to text. What cannot be decoded is an error with its place, never a replacement character.

use encoding_rs::DecoderResult;

use super::{
    encoding::{self, Encoding},
    lines::Lines,
    problem::FileProblem,
};

/// The byte order mark.
const MARK: char = '\u{FEFF}';

/// Decodes one file from its first byte on.
pub struct Decode {
    encoding: Encoding,
    decoder: encoding_rs::Decoder,
    /// Bytes of the file that have gone in.
    offset: u64,
    /// The last bytes that went in: a character may have begun there.
    tail: Vec<u8>,
}

impl Decode {
    /// A decoder at the start of a file. Byte order marks are left out.
    pub fn new(encoding: Encoding) -> Self {
        let decoder = encoding.table().new_decoder_with_bom_removal();
        Self { encoding, decoder, offset: 0, tail: Vec::new() }
    }

    /// Appends the text of the next bytes to `text`; `last` when no more will come. `lines` is where `text` begins, for the place of
    /// an error. After an error the decoder is of no more use.
    pub fn push(&mut self, bytes: &[u8], last: bool, text: &mut String, lines: &Lines) -> Result<(), FileProblem> {
        let from = text.len();
        let mut rest = bytes;
        loop {
            text.reserve(rest.len() + rest.len() / 2 + 16);
            let (result, read) = self.decoder.decode_to_string_without_replacement(rest, text, last);
            self.offset += read as u64;
            rest = &rest[read..];
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(length, behind) => {
                    without_marks(text, from);
                    let seen = bytes.len() - rest.len();
                    return Err(self.problem(
                        &bytes[..seen],
                        rest,
                        length.into(),
                        behind.into(),
                        lines.after(text.as_bytes()),
                    ));
                }
            }
        }
        self.keep_tail(bytes);
        without_marks(text, from);
        Ok(())
    }

    fn problem(&self, seen: &[u8], rest: &[u8], length: usize, behind: usize, line: u64) -> FileProblem {
        let all = [self.tail.as_slice(), seen].concat();
        let start = all.len().saturating_sub(length + behind);
        let bytes = all.get(start..start + length).unwrap_or_default().to_vec();
        // What the bytes before and behind look like; UTF-8 has just failed, so it only comes back for another encoding.
        let from = all.len().saturating_sub(4096);
        let around = [&all[from..], &rest[..rest.len().min(4096)]].concat();
        let likely = encoding::recognise(&around, false);
        let likely = std::iter::once(likely.encoding).chain(likely.alternatives).find(|other| *other != self.encoding);
        let offset = self.offset.saturating_sub((length + behind) as u64);
        FileProblem::Undecodable { encoding: self.encoding, offset, line, bytes, likely }
    }

    fn keep_tail(&mut self, bytes: &[u8]) {
        self.tail.extend_from_slice(&bytes[bytes.len().saturating_sub(8)..]);
        let from = self.tail.len().saturating_sub(8);
        self.tail.drain(..from);
    }
}

/// Takes marks out of the text behind `from`. They come from files that were joined, and are no letters anywhere.
fn without_marks(text: &mut String, from: usize) {
    if text[from..].contains(MARK) {
        let clean = text[from..].replace(MARK, "");
        text.truncate(from);
        text.push_str(&clean);
    }
}

/// Decodes bytes that are all there. `whole` when they are the whole file and not only its beginning.
pub fn decode(bytes: &[u8], whole: bool, encoding: Encoding) -> Result<String, FileProblem> {
    let mut text = String::new();
    Decode::new(encoding).push(bytes, whole, &mut text, &Lines::default())?;
    Ok(text)
}
