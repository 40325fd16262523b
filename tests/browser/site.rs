//! A static host for the release, as GitHub Pages is one: no headers to choose, and the app under a
//! path instead of at the root. It remembers every request, and can be told to fail.

use crate::wait::until;
use crate::{probe, workshop};
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// The app may lie under any path; GitHub's project pages are like this.
pub(crate) const UNDER: &str = "/pydrill/";

/// The release, served on a port of its own.
pub(crate) struct Site {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    log: Mutex<Log>,
    terms: Terms,
    gone: AtomicBool,
}

/// What differs from an ordinary host.
#[derive(Clone, Copy, Default)]
pub(crate) struct Terms {
    /// Parts of the paths of files that are not there.
    pub(crate) lost: &'static [&'static str],
    /// A script that the page runs in place of the app; empty for the app.
    pub(crate) instead: &'static str,
    /// A script that runs in the page before its own.
    pub(crate) before: &'static str,
    /// Sent with every page.
    pub(crate) header: &'static str,
}

/// What has come in.
#[derive(Clone, Default)]
pub(crate) struct Log {
    /// The path of each request and the status of the answer.
    pub(crate) requests: Vec<(String, u16)>,
    /// What the page complained about.
    pub(crate) complaints: Vec<String>,
}

impl Site {
    /// Serves the release until the process ends.
    pub(crate) fn serve(terms: Terms) -> Site {
        assert!(
            dist().join("index.html").is_file(),
            "there is no release; `cargo xtask build`"
        );
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            terms,
            ..Shared::default()
        });
        let serving = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if serving.gone.load(Ordering::Relaxed) {
                    // The port is given back with the listener.
                    return;
                }
                let shared = Arc::clone(&serving);
                // A browser hangs up when it likes; what matters of that, the page complains about.
                thread::spawn(move || answer(stream, &shared).ok());
            }
        });
        Site { address, shared }
    }

    /// Where the app is.
    pub(crate) fn url(&self) -> String {
        format!("http://{}{UNDER}", self.address)
    }

    /// Takes the host off the network: whoever connects from now on is refused.
    pub(crate) fn disappears(&self) {
        self.shared.gone.store(true, Ordering::Relaxed);
        // What waits for the next visitor has to notice.
        let _ = TcpStream::connect(self.address);
        until("the port to be closed", || {
            match TcpStream::connect(self.address) {
                Ok(_) => Err("it is open"),
                Err(_) => Ok(()),
            }
        });
    }

    /// What has come in so far.
    pub(crate) fn log(&self) -> Log {
        self.shared.log.lock().unwrap().clone()
    }
}

/// Answers one request and closes, so that no connection outlives what it was opened for.
fn answer(mut stream: TcpStream, shared: &Shared) -> io::Result<()> {
    let (path, body) = read(&stream)?;
    if path.is_empty() {
        // Opened in case it should be needed, and closed unused.
        return Ok(());
    }
    let (status, kind, bytes) = respond(&path, body, shared);
    if !path.contains("__") {
        shared.log.lock().unwrap().requests.push((path, status));
    }
    let length = bytes.len();
    let header = shared.terms.header;
    write!(
        stream,
        "HTTP/1.1 {status} -\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Cache-Control: max-age=600\r\n{header}Connection: close\r\n\r\n"
    )?;
    stream.write_all(&bytes)
}

/// The path that is asked for, and what is sent along.
fn read(stream: &TcpStream) -> io::Result<(String, String)> {
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim_end().to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().map_err(io::Error::other)?;
        }
        if line.is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let path = request.split(' ').nth(1).unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    Ok((path.to_owned(), String::from_utf8_lossy(&body).into_owned()))
}

fn respond(path: &str, body: String, shared: &Shared) -> (u16, &'static str, Vec<u8>) {
    let Some(name) = path.strip_prefix(UNDER) else {
        return (404, "text/plain", b"outside the app".to_vec());
    };
    if name.ends_with(probe::COMPLAINTS) {
        shared.log.lock().unwrap().complaints.push(body);
        return (204, "text/plain", Vec::new());
    }
    if name.ends_with(probe::SCRIPT) {
        let script = [probe::JS, shared.terms.before].concat();
        return (200, "text/javascript", script.into_bytes());
    }
    if let Some((kind, bytes)) = workshop::file(name, &dist()) {
        return (200, kind, bytes);
    }
    if name.ends_with(probe::INSTEAD) {
        return (200, "text/javascript", shared.terms.instead.into());
    }
    let lost = shared.terms.lost.iter().any(|part| name.contains(part));
    let file = if name.is_empty() || name.ends_with('/') {
        format!("{name}index.html")
    } else {
        name.to_owned()
    };
    match fs::read(dist().join(&file)) {
        Ok(bytes) if !lost => {
            let bytes = probe::insert(&file, bytes, !shared.terms.instead.is_empty());
            (200, kind(&file), bytes)
        }
        _ => (404, "text/plain", b"not here".to_vec()),
    }
}

fn kind(file: &str) -> &'static str {
    match Path::new(file)
        .extension()
        .and_then(|ending| ending.to_str())
    {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}
