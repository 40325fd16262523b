//! A static host for the release, as GitHub Pages is one: no headers to choose, and the app under a
//! path instead of at the root. It remembers every request, and can be told to fail.

use crate::release::Release;
use crate::wait::until;
use crate::{hosted, probe, workshop};
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
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
    /// Whether the next release has taken the place of the first.
    renewed: AtomicBool,
    /// How many times the old page is still sent.
    stale: AtomicUsize,
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
    /// The path of the app; empty for [`UNDER`].
    pub(crate) under: &'static str,
    /// Whether the host knows no more kinds of files than any host.
    pub(crate) is_plain: bool,
    /// Whether the host does all that makes a page come fast, and puts nothing into it: what is measured.
    pub(crate) is_good: bool,
    /// The host has the next release, and sends the old page so many times before.
    pub(crate) old_pages: Option<usize>,
}

/// What has come in.
#[derive(Clone, Default)]
pub(crate) struct Log {
    /// The path of each request and the status of the answer.
    pub(crate) requests: Vec<(String, u16)>,
    /// The same of those that the service worker made by itself.
    pub(crate) kept: Vec<(String, u16)>,
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
            renewed: terms.old_pages.is_some().into(),
            stale: terms.old_pages.unwrap_or_default().into(),
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
                thread::spawn(move || while answer(&stream, &shared).unwrap_or(false) {});
            }
        });
        Site { address, shared }
    }

    /// Where the app is.
    pub(crate) fn url(&self) -> String {
        format!("http://{}{}", self.address, self.shared.terms.under())
    }

    /// Puts the next release in the place of this one, whose files are gone.
    pub(crate) fn deploys(&self) {
        self.shared.renewed.store(true, Ordering::Relaxed);
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

impl Terms {
    fn under(&self) -> &'static str {
        if self.under.is_empty() {
            UNDER
        } else {
            self.under
        }
    }

    /// The file that a path means. `None`: it is not under the app's.
    fn file(&self, path: &str) -> Option<String> {
        let name = path.strip_prefix(self.under())?;
        let is_folder = name.is_empty() || name.ends_with('/');
        Some([name, if is_folder { "index.html" } else { "" }].concat())
    }
}

/// Answers one request and closes, so that no connection outlives what it was opened for. Whether it stays
/// open nevertheless, as it does on a good host.
fn answer(mut stream: &TcpStream, shared: &Shared) -> io::Result<bool> {
    let Asked { path, body, worker } = read(stream)?;
    if path.is_empty() {
        // Opened in case it should be needed, and closed unused.
        return Ok(false);
    }
    if shared.terms.is_good {
        stream.set_nodelay(true)?;
        let file = shared.terms.file(&path).unwrap_or_default();
        stream.write_all(&hosted::answer(&dist(), &file, kind(&file, false)))?;
        return Ok(true);
    }
    let (status, kind, bytes) = respond(&path, body, shared);
    if !path.contains("__") {
        let mut log = shared.log.lock().unwrap();
        let log = if worker {
            &mut log.kept
        } else {
            &mut log.requests
        };
        log.push((path, status));
    }
    let length = bytes.len();
    let header = shared.terms.header;
    write!(
        stream,
        "HTTP/1.1 {status} -\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Cache-Control: max-age=600\r\n{header}Connection: close\r\n\r\n"
    )?;
    stream.write_all(&bytes)?;
    Ok(false)
}

/// What is asked for.
struct Asked {
    path: String,
    /// What is sent along.
    body: String,
    /// Whether it is the service worker that asks, and no page.
    worker: bool,
}

fn read(stream: &TcpStream) -> io::Result<Asked> {
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut length = 0;
    let mut worker = false;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim_end().to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().map_err(io::Error::other)?;
        }
        worker |= line.starts_with("referer:") && line.ends_with("/sw.js");
        if line.is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let path = request.split(' ').nth(1).unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    Ok(Asked {
        path: path.to_owned(),
        body: String::from_utf8_lossy(&body).into_owned(),
        worker,
    })
}

fn respond(path: &str, body: String, shared: &Shared) -> (u16, &'static str, Vec<u8>) {
    let Some(name) = path.strip_prefix(shared.terms.under()) else {
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
    let file = shared.terms.file(path).unwrap_or_default();
    match shared.release(&file).read(&dist(), &file) {
        Some(bytes) if !lost => {
            let bytes = probe::insert(&file, bytes, !shared.terms.instead.is_empty());
            (200, kind(&file, shared.terms.is_plain), bytes)
        }
        _ => (404, "text/html; charset=utf-8", nothing_here(&file)),
    }
}

/// What a host shows for an address that leads nowhere: the page for it, if the address is one of a page.
fn nothing_here(file: &str) -> Vec<u8> {
    let is_page = file.ends_with(".html") || !file.contains('.');
    match fs::read(dist().join("404.html")) {
        Ok(page) if is_page => probe::insert("404.html", page, false),
        Ok(_) | Err(_) => b"not here".to_vec(),
    }
}

impl Shared {
    /// The one of which a file is sent.
    fn release(&self, file: &str) -> Release {
        let is_stale = || {
            let less = |times: usize| times.checked_sub(1);
            let order = Ordering::Relaxed;
            file == "index.html" && self.stale.fetch_update(order, order, less).is_ok()
        };
        if self.renewed.load(Ordering::Relaxed) && !is_stale() {
            Release::Next
        } else {
            Release::This
        }
    }
}

fn kind(file: &str, is_plain: bool) -> &'static str {
    let ending = Path::new(file).extension();
    match ending.and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wasm") if !is_plain => "application/wasm",
        Some("webmanifest") if !is_plain => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// Where the release is.
pub(crate) fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}
