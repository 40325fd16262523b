//! One request, and all of the answer to it, over plain HTTP.

use crate::step::Failure;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;

/// A release that is served.
pub(super) struct Site {
    pub(super) port: u16,
    /// With `/` at both ends.
    pub(super) under: String,
}

/// What came back.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Site {
    /// Asks for a path of the release by someone who takes this encoding.
    pub(super) fn ask(&self, path: &str, takes: &str) -> Result<Answer, Failure> {
        let address = format!("{}{path}", self.under);
        let told = |cause| Failure::file(Path::new(&address))(cause);
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).map_err(told)?;
        write!(
            stream,
            "GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAccept-Encoding: {takes}\r\nConnection: close\r\n\r\n",
            self.port
        )
        .map_err(told)?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).map_err(told)?;
        answer(&bytes).ok_or_else(|| {
            Failure::wrong(
                format!("the answer to {address} is none of HTTP"),
                "look at it with another program",
            )
        })
    }
}

impl Answer {
    /// What a header says.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers.iter();
        let found = all.find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Reads what came back.
pub(super) fn answer(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let (head, rest) = bytes.split_at(end);
    let head = std::str::from_utf8(head).ok()?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let header = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((name.to_ascii_lowercase(), value.trim().to_owned()))
    };
    let headers: Vec<(String, String)> = lines.filter_map(header).collect();
    let body = rest.get(4..)?;
    let is_chunked = headers.contains(&("transfer-encoding".to_owned(), "chunked".to_owned()));
    let body = match is_chunked {
        true => joined(body)?,
        false => body.to_vec(),
    };
    Some(Answer {
        status,
        headers,
        body,
    })
}

/// A body that came in pieces.
fn joined(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n")?;
        let size = std::str::from_utf8(rest.get(..end)?).ok()?;
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        if size == 0 {
            return Some(whole);
        }
        let from = end + 2;
        whole.extend(rest.get(from..from + size)?);
        rest = rest.get(from + size + 2..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_whole_and_in_pieces() {
        let whole =
            answer(b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nlost").unwrap();
        assert_eq!((whole.status, &*whole.body), (404, &b"lost"[..]));
        assert_eq!(whole.header("content-type"), Some("text/html"));
        let pieces =
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nspa\r\n1\r\nm\r\n0\r\n\r\n";
        assert_eq!(answer(pieces).unwrap().body, b"spam");
        assert!(answer(b"HTTP/1.1 200 OK\r\n").is_none());
    }
}
