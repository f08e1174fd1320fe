//! The little that has to be known of a request.

use std::io::Read;

/// What is asked for.
pub struct Request {
    /// `GET` or `HEAD`.
    pub method: String,
    /// The address as it stands in the request's line.
    pub target: String,
    /// The copy that the browser has.
    pub if_none_match: Option<String>,
}

/// Why a request is not answered with a file.
pub enum Refused {
    /// Not HTTP.
    Malformed,
    /// Anything but reading.
    Method,
    /// More than a browser sends.
    TooLong,
}

const LONGEST: usize = 32 * 1024;
const MOST_HEADERS: usize = 64;

impl Request {
    /// Reads up to the empty line.
    ///
    /// # Errors
    /// The outer one if the connection ends or stays silent, the inner one if the request is not for us.
    pub fn read(connection: &mut impl Read) -> std::io::Result<Result<Self, Refused>> {
        let mut bytes = Vec::new();
        let mut part = [0; 4096];
        loop {
            let read = connection.read(&mut part)?;
            if read == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            bytes.extend_from_slice(&part[..read]);
            if let Some(outcome) = Self::parse(&bytes).transpose() {
                return Ok(outcome);
            }
            if bytes.len() > LONGEST {
                return Ok(Err(Refused::TooLong));
            }
        }
    }

    /// Nothing while the end has not come.
    fn parse(bytes: &[u8]) -> Result<Option<Self>, Refused> {
        let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
        let mut request = httparse::Request::new(&mut headers);
        match request.parse(bytes) {
            Ok(httparse::Status::Complete(_)) => {}
            Ok(httparse::Status::Partial) => return Ok(None),
            Err(httparse::Error::TooManyHeaders) => return Err(Refused::TooLong),
            Err(_) => return Err(Refused::Malformed),
        }
        let (Some(method @ ("GET" | "HEAD")), Some(target)) = (request.method, request.path) else {
            return Err(Refused::Method);
        };
        let if_none_match = request.headers.iter().find(|header| header.name.eq_ignore_ascii_case("If-None-Match"));
        let if_none_match = if_none_match.map(|header| String::from_utf8_lossy(header.value).into_owned());
        Ok(Some(Self { method: method.to_owned(), target: target.to_owned(), if_none_match }))
    }
}
