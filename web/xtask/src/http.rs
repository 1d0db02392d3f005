//! As much of HTTP/1.1 as a browser on this machine needs: one request after another on a
//! connection, answers of known length. Each connection has its own thread, so that one a browser
//! keeps open and silent never makes another wait.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// What was asked.
#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    /// The address as it was sent, with its question mark if it had one.
    pub target: String,
    pub accept_encoding: String,
    /// How many bytes follow that nobody here wants.
    unwanted: u64,
    last: bool,
}

#[cfg(test)]
impl Request {
    pub fn for_get(target: &str, accept_encoding: &str) -> Request {
        let (method, target) = ("GET".to_string(), target.to_string());
        Request { method, target, accept_encoding: accept_encoding.to_string(), unwanted: 0, last: false }
    }
}

/// What is sent back.
pub struct Answer<'a> {
    pub status: &'static str,
    pub headers: Vec<(&'static str, &'a str)>,
    pub body: Cow<'a, [u8]>,
}

/// A browser that says nothing for this long has its connection closed.
const PATIENCE: Duration = Duration::from_secs(60);
/// A head longer than this is no browser's.
const LONGEST_HEAD: u64 = 32 * 1024;

/// Answers every request of a connection until the browser leaves.
pub fn converse<'a>(stream: TcpStream, answer: impl Fn(&Request) -> Answer<'a>) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut writer = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = read_request(&mut reader)? {
        io::copy(&mut (&mut reader).take(request.unwanted), &mut io::sink())?;
        let bytes = write_answer(&answer(&request), request.method == "HEAD", request.last);
        writer.write_all(&bytes)?;
        if request.last {
            break;
        }
    }
    Ok(())
}

/// The next request, or `None` when the browser has closed the connection.
fn read_request(reader: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut head = reader.take(LONGEST_HEAD);
    let mut line = String::new();
    if head.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace();
    let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next()) else {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "this is not HTTP"));
    };
    let mut request = Request {
        method: method.to_string(),
        target: target.to_string(),
        accept_encoding: String::new(),
        unwanted: 0,
        last: version == "HTTP/1.0",
    };
    loop {
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the request has no end"));
        }
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "accept-encoding" => request.accept_encoding = value.to_string(),
            "connection" => request.last |= value.eq_ignore_ascii_case("close"),
            "content-length" => request.unwanted = value.parse().unwrap_or(0),
            // A body of unknown length cannot be passed over, so nothing after it can be read.
            "transfer-encoding" => request.last = true,
            _ => {}
        }
    }
    Ok(Some(request))
}

/// The answer's bytes in one piece, so that they leave in as few packets as possible.
fn write_answer(answer: &Answer, head_only: bool, last: bool) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {}\r\nContent-Length: {}\r\n", answer.status, answer.body.len());
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(if last { "Connection: close\r\n\r\n" } else { "\r\n" });
    let mut bytes = head.into_bytes();
    if !head_only {
        bytes.extend_from_slice(&answer.body);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_read_one_after_another_until_the_browser_leaves() {
        let mut sent = "GET /a?b HTTP/1.1\r\nAccept-Encoding: br, gzip\r\n\r\n\
                        HEAD /c HTTP/1.1\r\nconnection: Close\r\n\r\n"
            .as_bytes();
        let second = Request { method: "HEAD".to_string(), last: true, ..Request::for_get("/c", "") };
        assert_eq!(read_request(&mut sent).ok(), Some(Some(Request::for_get("/a?b", "br, gzip"))));
        assert_eq!(read_request(&mut sent).ok(), Some(Some(second)));
        assert_eq!(read_request(&mut sent).ok(), Some(None));
    }

    #[test]
    fn what_is_not_http_or_has_no_end_is_refused() {
        for sent in ["nonsense\r\n\r\n", "GET / HTTP/1.1\r\nHost: here\r\n"] {
            assert!(read_request(&mut sent.as_bytes()).is_err(), "{sent}");
        }
        assert!(read_request(&mut vec![b'a'; 40_000].as_slice()).is_err());
    }
}
