//! A folder over HTTP on loopback, as any static host would serve it.
//!
//! Each answer asks the browser to check again before it reuses its copy, so that a rebuilt page is never mixed with an old one.
//! Nothing is added that a plain host would not send: what works here works there. One thread and one answer for each connection:
//! when the server is dropped, it is gone at once.

mod file;
mod request;

use std::io::{ErrorKind, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::Error;
use file::Answer;
use request::{Refused, Request};

/// Serves until it is dropped.
pub struct Server {
    address: SocketAddr,
    base: String,
    ending: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
}

/// A port that is ours, not serving yet.
pub struct Listening {
    listener: TcpListener,
    address: SocketAddr,
}

/// A browser that opens a connection ahead of time may leave it without a request.
const PATIENCE: Duration = Duration::from_secs(30);

impl Listening {
    /// Takes a port of 127.0.0.1; 0 is any free one.
    ///
    /// # Errors
    /// [`Error::PortInUse`], or [`Error::Listen`] with the system's reason.
    pub fn on(port: u16) -> Result<Self, Error> {
        let failed = |error: std::io::Error| match error.kind() {
            ErrorKind::AddrInUse => Error::PortInUse(port),
            _ => Error::Listen { port, reason: error.to_string() },
        };
        let listener = TcpListener::bind(("127.0.0.1", port)).map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        Ok(Self { listener, address })
    }

    /// Serves a folder below a path that begins and ends with a slash, such as `/` or `/some/sub/path/`.
    pub fn serve(self, folder: &Path, base: &str) -> Server {
        let Self { listener, address } = self;
        let ending = Arc::new(AtomicBool::new(false));
        let accepting = {
            let (ending, folder, base) = (Arc::clone(&ending), Arc::<Path>::from(folder), Arc::<str>::from(base));
            std::thread::spawn(move || {
                for connection in listener.incoming() {
                    if ending.load(Ordering::SeqCst) {
                        break;
                    }
                    // A connection that broke before it was taken is the browser's to try again.
                    let Ok(connection) = connection else { continue };
                    let (folder, base) = (Arc::clone(&folder), Arc::clone(&base));
                    // The browser may leave in the middle of an answer; there is nobody to tell.
                    std::thread::spawn(move || drop(respond(connection, &folder, &base)));
                }
            })
        };
        Server { address, base: base.to_owned(), ending, accepting: Some(accepting) }
    }
}

impl Server {
    /// Serves a folder on a free port, below a path that begins and ends with a slash.
    ///
    /// # Errors
    /// [`Error::Listen`] with the system's reason.
    pub fn start(folder: &Path, base: &str) -> Result<Self, Error> {
        Ok(Listening::on(0)?.serve(folder, base))
    }

    /// The page's address, such as `http://127.0.0.1:8080/`.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.base)
    }

    /// The port in use.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(accepting) = self.accepting.take() {
            // It ends only by a panic, which has been reported.
            let _ = accepting.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ending.store(true, Ordering::SeqCst);
        if let Some(accepting) = self.accepting.take() {
            // Wakes the thread, which then closes the port. If it cannot be reached it has ended already.
            if TcpStream::connect(self.address).is_ok() {
                let _ = accepting.join();
            }
        }
    }
}

fn respond(mut connection: TcpStream, folder: &Path, base: &str) -> std::io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    let request = match Request::read(&mut connection)? {
        Ok(request) => request,
        Err(refused) => return send(&mut connection, refused.status(), &[], b"", true),
    };
    let body_wanted = request.method != "HEAD";
    let plain = [("Content-Type", "text/plain; charset=utf-8")];
    match file::answer(folder, base, &request.target) {
        Answer::File { etag, .. } if request.if_none_match.as_deref() == Some(etag.as_str()) => {
            send(&mut connection, "304 Not Modified", &[("ETag", &etag), ("Cache-Control", "no-cache")], b"", false)
        }
        Answer::File { bytes, kind, etag } => {
            let headers = [
                ("Content-Type", kind),
                ("ETag", &etag),
                ("Cache-Control", "no-cache"),
                ("X-Content-Type-Options", "nosniff"),
            ];
            send(&mut connection, "200 OK", &headers, &bytes, body_wanted)
        }
        Answer::Moved(path) => send(&mut connection, "301 Moved Permanently", &[("Location", &path)], b"", body_wanted),
        Answer::NotFound => send(&mut connection, "404 Not Found", &plain, b"There is no such file.\n", body_wanted),
        Answer::Unreadable(reason) => {
            send(&mut connection, "500 Internal Server Error", &plain, reason.as_bytes(), body_wanted)
        }
    }
}

fn send(
    to: &mut TcpStream,
    status: &str,
    headers: &[(&str, &str)],
    body: &[u8],
    with_body: bool,
) -> std::io::Result<()> {
    let mut head = format!("HTTP/1.1 {status}\r\nConnection: close\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    if !status.starts_with("304") {
        head.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    head.push_str("\r\n");
    to.write_all(head.as_bytes())?;
    if with_body {
        to.write_all(body)?;
    }
    to.flush()
}

impl Refused {
    fn status(&self) -> &'static str {
        match self {
            Self::Malformed => "400 Bad Request",
            Self::Method => "405 Method Not Allowed",
            Self::TooLong => "431 Request Header Fields Too Large",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::{Listening, Server};
    use crate::Error;

    fn asked(server: &Server, request: &str) -> String {
        let mut connection = TcpStream::connect(server.address).unwrap();
        connection.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        answer
    }

    fn served() -> (tempfile::TempDir, Server) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("index.html"), "<p>Kith").unwrap();
        let server = Server::start(folder.path(), "/sub/").unwrap();
        (folder, server)
    }

    #[test]
    fn an_unchanged_file_is_not_sent_again() {
        let (folder, server) = served();
        let first = asked(&server, "GET /sub/ HTTP/1.1\r\nHost: x\r\n\r\n");
        assert!(first.starts_with("HTTP/1.1 200") && first.ends_with("\r\n\r\n<p>Kith"), "{first}");
        let etag = first.lines().find_map(|line| line.strip_prefix("ETag: ")).unwrap();
        let again = format!("GET /sub/ HTTP/1.1\r\nIf-None-Match: {etag}\r\n\r\n");
        assert!(asked(&server, &again).starts_with("HTTP/1.1 304"));
        std::fs::write(folder.path().join("index.html"), "<p>Changed").unwrap();
        assert!(asked(&server, &again).ends_with("<p>Changed"));
    }

    #[test]
    fn only_reading_is_understood() {
        let (_folder, server) = served();
        assert!(asked(&server, "HEAD /sub/ HTTP/1.1\r\n\r\n").ends_with("Content-Length: 7\r\n\r\n"));
        assert!(asked(&server, "POST /sub/ HTTP/1.1\r\nContent-Length: 0\r\n\r\n").starts_with("HTTP/1.1 405"));
        assert!(asked(&server, "nonsense\r\n\r\n").starts_with("HTTP/1.1 400"));
        assert!(
            asked(&server, &format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(65))).starts_with("HTTP/1.1 431")
        );
        assert!(asked(&server, "GET /sub HTTP/1.1\r\n\r\n").contains("Location: /sub/"));
        assert!(asked(&server, "GET / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn idle_connections_keep_nobody_waiting() {
        let (_folder, server) = served();
        let _idle: Vec<_> = (0..50).map(|_| TcpStream::connect(server.address).unwrap()).collect();
        assert!(asked(&server, "GET /sub/ HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 200"));
    }

    #[test]
    fn a_port_in_use_is_said_and_a_dropped_server_frees_it() {
        let (_folder, server) = served();
        let port = server.port();
        assert!(matches!(Listening::on(port), Err(Error::PortInUse(taken)) if taken == port));
        drop(server);
        assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    }
}
