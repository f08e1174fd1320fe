//! Finds the ends of things in JSON that comes in pieces of any size: containers are opened or taken whole, as the caller
//! wishes. What is taken whole is only bracketed here; whether it is JSON, its parser says.

use super::{MAX_DEPTH, MAX_RECORD, error::Cause, place::Position};

/// The two kinds of container.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bracket {
    /// `{ }`
    Object,
    /// `[ ]`
    Array,
}

/// What comes next in an open container.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A container was opened.
    Open(Bracket),
    /// The innermost open container ends.
    Close,
    /// A name begins here; the next token is the name.
    Member,
    /// A name, as it stands between its quotes.
    Name(&'a [u8]),
    /// The whole text of a value.
    Value(&'a [u8]),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expect {
    Value,
    ValueOrEnd,
    Name,
    NameOrEnd,
    Colon,
    CommaOrEnd,
    RestOfName,
    RestOfValue,
    Nothing,
}

/// Where within a value the last piece ended.
#[derive(Debug, Clone, Copy, Default)]
struct Scan {
    depth: u32,
    string: bool,
    escape: bool,
}

/// Splits one JSON text.
#[derive(Debug)]
pub(super) struct Splitter {
    open: Vec<Bracket>,
    expect: Expect,
    scan: Scan,
    /// The beginning of a value that the last piece did not end.
    held: Vec<u8>,
    /// Whether what is held was handed out.
    handed: bool,
    start: Position,
    here: Position,
}

/// The longest name of a field, in bytes.
const MAX_NAME: usize = 1_000;

impl Splitter {
    /// Starts at the beginning of a file.
    pub fn new() -> Self {
        Self {
            open: Vec::new(),
            expect: Expect::Value,
            scan: Scan::default(),
            held: Vec::new(),
            handed: false,
            start: Position::START,
            here: Position::START,
        }
    }

    /// Where the next byte stands.
    pub fn here(&self) -> Position {
        self.here
    }

    /// Whether the outermost container was closed.
    pub fn is_done(&self) -> bool {
        self.expect == Expect::Nothing
    }

    /// Leaves out bytes that do not belong to the text.
    pub fn skip(&mut self, bytes: &[u8]) {
        // A byte order mark is no character of the first line.
        self.here.byte += bytes.len() as u64;
    }

    /// The next token with the place where it begins, taken off `input`; `None` when the piece is used up. With `open`, a
    /// container is opened; without, it is a value like any other.
    ///
    /// # Errors
    /// Where it is no JSON, and why.
    pub fn next<'s, 'i: 's>(
        &'s mut self,
        input: &mut &'i [u8],
        open: bool,
    ) -> Result<Option<(Position, Token<'s>)>, (Position, Cause)> {
        if self.handed {
            self.held.clear();
            self.handed = false;
        }
        loop {
            if matches!(self.expect, Expect::RestOfName | Expect::RestOfValue) {
                return self.rest(input);
            }
            let blank = input.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
            self.take(input, blank);
            let Some(byte) = input.first() else { return Ok(None) };
            let start = self.here;
            match (self.expect, byte) {
                (Expect::Value | Expect::ValueOrEnd, b'{' | b'[') if open => {
                    self.take(input, 1);
                    let (bracket, expect) = match byte {
                        b'{' => (Bracket::Object, Expect::NameOrEnd),
                        _ => (Bracket::Array, Expect::ValueOrEnd),
                    };
                    self.open.push(bracket);
                    self.expect = expect;
                    return Ok(Some((start, Token::Open(bracket))));
                }
                (Expect::ValueOrEnd | Expect::NameOrEnd | Expect::CommaOrEnd, b'}' | b']') if self.closes(*byte) => {
                    self.take(input, 1);
                    self.open.pop();
                    self.expect = self.after_value();
                    return Ok(Some((start, Token::Close)));
                }
                (Expect::Value | Expect::ValueOrEnd, byte) if !matches!(byte, b',' | b':' | b'}' | b']') => {
                    self.begin(Expect::RestOfValue);
                }
                (Expect::Name | Expect::NameOrEnd, b'"') => {
                    self.begin(Expect::RestOfName);
                    return Ok(Some((start, Token::Member)));
                }
                (Expect::Colon, b':') => {
                    self.take(input, 1);
                    self.expect = Expect::Value;
                }
                (Expect::CommaOrEnd, b',') => {
                    self.take(input, 1);
                    self.expect = if self.open.last() == Some(&Bracket::Object) { Expect::Name } else { Expect::Value };
                }
                _ => return Err((start, Cause::Syntax)),
            }
        }
    }

    fn closes(&self, byte: u8) -> bool {
        self.open.last() == Some(if byte == b'}' { &Bracket::Object } else { &Bracket::Array })
    }

    fn after_value(&self) -> Expect {
        if self.open.is_empty() { Expect::Nothing } else { Expect::CommaOrEnd }
    }

    fn take<'a>(&mut self, input: &mut &'a [u8], count: usize) -> &'a [u8] {
        let (taken, rest) = input.split_at(count);
        self.here.advance(taken);
        *input = rest;
        taken
    }

    fn begin(&mut self, expect: Expect) {
        self.start = self.here;
        self.scan = Scan::default();
        self.expect = expect;
    }

    /// Goes on with a name or a value that is taken whole.
    fn rest<'s, 'i: 's>(
        &'s mut self,
        input: &mut &'i [u8],
    ) -> Result<Option<(Position, Token<'s>)>, (Position, Cause)> {
        let is_name = self.expect == Expect::RestOfName;
        let end = match self.scan.end(input) {
            Ok(end) => end,
            Err(at) => return Err((self.here.behind(&input[..at]), Cause::TooDeep)),
        };
        let taken = self.take(input, end.unwrap_or(input.len()));
        if self.held.len() + taken.len() > if is_name { MAX_NAME } else { MAX_RECORD } {
            return Err((self.start, Cause::TooLong));
        }
        if end.is_none() || !self.held.is_empty() {
            self.held.extend_from_slice(taken);
        }
        if end.is_none() {
            return Ok(None);
        }
        self.expect = if is_name { Expect::Colon } else { self.after_value() };
        let start = self.start;
        let text = if self.held.is_empty() {
            taken
        } else {
            self.handed = true;
            &self.held
        };
        let token = if is_name { Token::Name(&text[1..text.len() - 1]) } else { Token::Value(text) };
        Ok(Some((start, token)))
    }
}

impl Scan {
    /// How many of the bytes belong to the value, when its end is among them. `Err` says where it becomes too deep.
    fn end(&mut self, bytes: &[u8]) -> Result<Option<usize>, usize> {
        for (at, byte) in bytes.iter().enumerate() {
            if self.escape {
                self.escape = false;
            } else if self.string {
                match byte {
                    b'\\' => self.escape = true,
                    b'"' => {
                        self.string = false;
                        if self.depth == 0 {
                            return Ok(Some(at + 1));
                        }
                    }
                    _ => {}
                }
            } else {
                match byte {
                    b'"' => self.string = true,
                    b'{' | b'[' if self.depth == MAX_DEPTH => return Err(at),
                    b'{' | b'[' => self.depth += 1,
                    b'}' | b']' if self.depth <= 1 => return Ok(Some(at + self.depth as usize)),
                    b'}' | b']' => self.depth -= 1,
                    b',' | b' ' | b'\t' | b'\n' | b'\r' if self.depth == 0 => return Ok(Some(at)),
                    _ => {}
                }
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Opens the two outermost levels and takes the rest whole, a piece at a time.
    fn split(text: &[u8], piece: usize) -> Result<Vec<String>, Cause> {
        let mut splitter = Splitter::new();
        let mut tokens = Vec::new();
        let mut depth = 0;
        for piece in text.chunks(piece) {
            let mut input = piece;
            while let Some((start, token)) = splitter.next(&mut input, depth < 2).map_err(|(_, cause)| cause)? {
                match token {
                    Token::Open(_) => depth += 1,
                    Token::Close => depth -= 1,
                    _ => {}
                }
                let shown = match token {
                    Token::Name(text) | Token::Value(text) => String::from_utf8_lossy(text).into_owned(),
                    other => format!("{other:?}"),
                };
                tokens.push(format!("{}:{} {shown}", start.line, start.column));
            }
        }
        assert!(splitter.is_done());
        Ok(tokens)
    }

    #[test]
    fn pieces_of_any_size_are_split_alike() {
        let text = "{ \"a\": [1, {\"b\": \"]}\\\"\"}\n, \"x\",[[]]], \"知\" : {} ,\"c\":null\n}\n".as_bytes();
        let whole = split(text, text.len()).unwrap();
        assert_eq!(whole[4..8], ["1:9 1", "1:12 {\"b\": \"]}\\\"\"}", "2:3 \"x\"", "2:7 [[]]"]);
        for piece in 1..text.len() {
            assert_eq!(split(text, piece), Ok(whole.clone()), "pieces of {piece}");
        }
    }

    #[test]
    fn what_is_not_bracketed_right_is_refused() {
        for bad in ["{]", "{\"a\"}", "{\"a\":}", "[,]", "[1,]", "{\"a\":1,}", "{,}", "{} 1", "{a:1}", "[1 2]", "[1]]"] {
            assert_eq!(split(bad.as_bytes(), 3), Err(Cause::Syntax), "{bad}");
        }
        assert_eq!(split(&b"[[".repeat(50_000), 999), Err(Cause::TooDeep));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in "[\\[\\]{}\",:\\\\a1 \n]{0,60}", piece in 1..20_usize) {
            let mut splitter = Splitter::new();
            for piece in bytes.as_bytes().chunks(piece) {
                let mut input = piece;
                while let Ok(Some(_)) = splitter.next(&mut input, true) {}
            }
        }
    }
}
