//! Reads a backup a piece at a time, and believes nothing before the end.

use super::{
    Backup, TOO_LARGE,
    error::{Cause, ReadError},
    grammar::{Contents, Intake},
    looks::Looks,
    place::Position,
    seal::Seal,
    splitter::{Splitter, Token},
};

/// Reads a backup. Hand it the file in pieces, in order, then ask for the [`Backup`]:
///
/// ```
/// # use kith::interchange::backup::{ReadError, Reader};
/// # fn read(file: &[u8]) -> Result<(), ReadError> {
/// let mut reader = Reader::new(file.len() as u64)?;
/// for piece in file.chunks(Reader::PIECE) {
///     reader.feed(piece)?;
///     // A page lets the browser breathe here.
/// }
/// let backup = reader.finish()?;
/// # Ok(())
/// # }
/// ```
///
/// It holds the records, not the text: a piece is forgotten once it was read.
#[derive(Debug)]
pub struct Reader {
    /// The first bytes, until there are enough of them to tell what file it is.
    first: Option<Vec<u8>>,
    splitter: Splitter,
    seal: Seal,
    intake: Intake,
    failed: Option<ReadError>,
}

impl Reader {
    /// Bytes of a piece that is read in a few milliseconds.
    pub const PIECE: usize = 128 << 10;

    /// Starts to read a file of `size` bytes.
    ///
    /// # Errors
    /// [`Cause::TooLarge`], before a byte was read.
    pub fn new(size: u64) -> Result<Self, ReadError> {
        if size >= TOO_LARGE {
            return Err(Cause::TooLarge.at(Position::START.place()));
        }
        Ok(Self {
            first: Some(Vec::new()),
            splitter: Splitter::new(),
            seal: Seal::default(),
            intake: Intake::new(),
            failed: None,
        })
    }

    /// Reads the next piece, of any size.
    ///
    /// # Errors
    /// [`ReadError`] as soon as something is wrong; the same one from then on.
    pub fn feed(&mut self, piece: &[u8]) -> Result<(), ReadError> {
        let piece = match self.first.take() {
            None => return self.read(piece),
            Some(mut first) => {
                first.extend_from_slice(piece);
                first
            }
        };
        if piece.len() < Looks::MAGIC {
            self.first = Some(piece);
            return self.failed.clone().map_or(Ok(()), Err);
        }
        self.read_first(&piece)
    }

    /// Reads the first bytes of the file, or all of it.
    fn read_first(&mut self, piece: &[u8]) -> Result<(), ReadError> {
        if let Some(looks) = Looks::of(piece) {
            return self.fail(Cause::WrongFile(looks).at(Position::START.place()));
        }
        let text = piece.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(piece);
        self.splitter.skip(&piece[..piece.len() - text.len()]);
        self.read(text)
    }

    fn read(&mut self, piece: &[u8]) -> Result<(), ReadError> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        match self.read_tokens(piece) {
            Ok(()) => Ok(()),
            Err(error) => self.fail(error),
        }
    }

    fn fail(&mut self, error: ReadError) -> Result<(), ReadError> {
        self.failed = Some(error.clone());
        Err(error)
    }

    fn read_tokens(&mut self, piece: &[u8]) -> Result<(), ReadError> {
        if self.splitter.here().byte + piece.len() as u64 >= TOO_LARGE {
            return Err(Cause::TooLarge.at(self.intake.place(self.splitter.here())));
        }
        let mut input = piece;
        if self.intake.is_at_start() {
            let blank = piece.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            match piece.get(blank) {
                Some(b'{') | None => {}
                Some(byte) => {
                    let position = self.splitter.here().behind(&piece[..blank]);
                    return Err(Cause::WrongFile(Looks::of_byte(*byte)).at(position.place()));
                }
            }
        }
        loop {
            match self.splitter.next(&mut input, self.intake.opens()) {
                Ok(Some((start, token))) => {
                    if token == Token::Member && self.intake.is_at_top() {
                        self.seal.close(piece, piece.len() - input.len());
                    }
                    self.intake.take(&token, start)?;
                }
                Ok(None) => break,
                Err((position, cause)) => return Err(cause.at(self.intake.place(position))),
            }
        }
        self.seal.pass(piece);
        Ok(())
    }

    /// What was read, now that the file has ended.
    ///
    /// # Errors
    /// [`ReadError`] when it ended too early, or something is missing or differs.
    pub fn finish(mut self) -> Result<Backup, ReadError> {
        if let Some(first) = self.first.take() {
            self.read_first(&first)?;
        }
        if let Some(error) = self.failed {
            return Err(error);
        }
        let here = self.splitter.here();
        if !self.splitter.is_done() {
            let cause = if self.intake.is_at_start() { Cause::WrongFile(Looks::Empty) } else { Cause::Cut };
            return Err(cause.at(self.intake.place(here)));
        }
        let Contents { saved, book, history, sha256 } = self.intake.finish().map_err(|cause| cause.at(here.place()))?;
        if sha256.is_some_and(|sha256| sha256 != self.seal.of_closed()) {
            return Err(Cause::Checksum.at(Position::START.place()));
        }
        Ok(Backup { saved, book, history })
    }
}
