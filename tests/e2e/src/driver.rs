//! A chromedriver of our own, ended by its id.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crate::{Failure, Result};

/// A running chromedriver.
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts one on a free port, which it chooses itself. Chromium on Linux takes its language from the environment.
    ///
    /// # Errors
    /// If it is not installed or does not come up.
    pub fn start(locale: &str) -> Result<Self> {
        // The driver takes a free port for IPv6 and then the same one for IPv4, which somebody else may have by then.
        Self::start_once(locale).or_else(|_| Self::start_once(locale)).or_else(|_| Self::start_once(locale))
    }

    fn start_once(locale: &str) -> Result<Self> {
        let program = match std::env::var_os("KITH_CHROMEDRIVER") {
            Some(program) => program,
            None => xtask::tools::browser()?.chromedriver.into_os_string(),
        };
        let mut child = Command::new(program)
            .arg("--port=0")
            .env("LANGUAGE", locale.replace('-', "_"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Failure::Driver(error.to_string()))?;
        let (tell, told) = mpsc::channel();
        if let Some(output) = child.stdout.take() {
            std::thread::spawn(move || {
                let mut said = String::new();
                // Reads on after the port is known: a full pipe would stop the driver.
                for line in BufReader::new(output).lines().map_while(std::result::Result::ok) {
                    if let Some(port) = port_in(&line) {
                        let _ = tell.send(Ok(port));
                    }
                    said.push_str(&line);
                    said.push('\n');
                }
                let _ = tell.send(Err(said));
            });
        }
        match told.recv_timeout(Duration::from_secs(60)) {
            Ok(Ok(port)) => Ok(Self { child, port }),
            Ok(Err(said)) => {
                let _ = child.wait();
                Err(Failure::Driver(said))
            }
            Err(_) => {
                let _ = child.kill();
                let _ = child.wait();
                Err(Failure::Driver("it did not name its port within a minute".to_owned()))
            }
        }
    }

    /// Ends a session and with it Chromium, without a runtime.
    pub fn end_session(&self, id: &str) {
        let ask = || {
            let mut connection = TcpStream::connect(("127.0.0.1", self.port))?;
            connection.set_read_timeout(Some(Duration::from_secs(10)))?;
            write!(connection, "DELETE /session/{id} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
            connection.read(&mut [0])
        };
        // If it does not answer there is nothing more that can be done for a clean end.
        let _ = ask();
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The session is closed before; a driver that is gone already needs no ending.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `ChromeDriver was started successfully on port 38213.`
fn port_in(line: &str) -> Option<u16> {
    line.strip_prefix("ChromeDriver was started successfully on port ")?.strip_suffix('.')?.parse().ok()
}
