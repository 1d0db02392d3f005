//! `cargo xtask serve`: the built app on this machine's own address, with the production headers.
//!
//! Every file is read once, at the start. So an address either is one of those files or is not
//! there (there is no path to climb), and a build made meanwhile cannot be served half old, half new.

use crate::dist;
use crate::headers::{CACHE_HASHED, CACHE_PLAIN, HEADERS, kind_of};
use crate::http::{self, Answer, Request};
use crate::places::{Tree, files_below, read};
use crate::shelf::HASHED_FOLDER;
use std::collections::HashMap;
use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::thread;

const USUAL_PORT: u16 = 8080;

pub fn run(tree: &Tree, words: &[String]) -> Result<(), String> {
    let port = asked_port(words)?;
    let build = dist::build(tree)?;
    let served = start(&build.folder, port)?;
    println!("{}", served.address);
    // It serves until it is stopped from outside; a fault in it has described itself by then.
    let _ = served.listening.join();
    Err("The server has stopped.".to_string())
}

fn asked_port(words: &[String]) -> Result<Option<u16>, String> {
    match words {
        [] => Ok(None),
        [flag, number] if flag == "--port" => number
            .parse()
            .map(Some)
            .map_err(|_| format!("--port needs a number from 1 to 65535, not {number}.")),
        [flag, ..] if flag == "--preview" => {
            Err("serve --preview is not there yet: use serve without it.".to_string())
        }
        [word, ..] => Err(format!("serve takes --port N and does not know {word}.")),
    }
}

/// A running server.
pub struct Served {
    pub address: String,
    listening: thread::JoinHandle<()>,
}

/// Starts serving a built folder. A port that was asked for must be free; the usual one may be
/// taken, and then any free one does.
pub fn start(folder: &Path, port: Option<u16>) -> Result<Served, String> {
    let files = Arc::new(load(folder)?);
    let open = |port: u16| TcpListener::bind(("127.0.0.1", port));
    let listener = match port {
        Some(port) => open(port)
            .map_err(|why| format!("Port {port} cannot be used ({why}): choose another with --port."))?,
        None => {
            open(USUAL_PORT).or_else(|_| open(0)).map_err(|why| format!("No port could be opened: {why}."))?
        }
    };
    let address = listener.local_addr().map_err(|why| format!("The server has no address: {why}."))?;
    let listening = thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let files = Arc::clone(&files);
            // A browser that goes away in the middle of an answer is no fault.
            thread::spawn(move || http::converse(stream, |request| answer(request, &files)));
        }
    });
    Ok(Served { address: format!("http://{address}/"), listening })
}

/// The files by address, the compressed copies among them under their own endings.
type Files = HashMap<String, Vec<u8>>;

fn load(folder: &Path) -> Result<Files, String> {
    let mut files = Files::new();
    for path in files_below(folder)? {
        let below =
            path.strip_prefix(folder).map_err(|why| format!("{} is out of place: {why}.", path.display()))?;
        files.insert(format!("/{}", below.to_string_lossy()), read(&path)?);
    }
    Ok(files)
}

fn answer<'a>(request: &Request, files: &'a Files) -> Answer<'a> {
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return with_headers("405 Method Not Allowed", b"Only GET is answered here.\n", "txt", CACHE_PLAIN);
    }
    let address = address_of(&request.target);
    let Some((address, plain)) = files.get_key_value(address) else {
        return with_headers("404 Not Found", b"There is no such file.\n", "txt", CACHE_PLAIN);
    };
    let accepted = accepted_encodings(&request.accept_encoding);
    let copy = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(encoding, _)| accepted.contains(encoding))
        .find_map(|(encoding, ending)| {
            files.get(&format!("{address}.{ending}")).map(|bytes| (encoding, bytes))
        });
    let cache = if address.starts_with(HASHED_FOLDER) { CACHE_HASHED } else { CACHE_PLAIN };
    let mut answer = with_headers("200 OK", copy.map_or(plain, |(_, bytes)| bytes), address, cache);
    if let Some((encoding, _)) = copy {
        answer.headers.push(("Content-Encoding", encoding));
    }
    answer
}

/// The file an address stands for: an address without an ending is a page of the app.
fn address_of(url: &str) -> &str {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    if path.rsplit('/').next().unwrap_or_default().contains('.') { path } else { "/index.html" }
}

/// The encodings a browser accepts; one it gives the weight nought is refused, not accepted.
fn accepted_encodings(line: &str) -> Vec<&str> {
    line.split(',')
        .map(str::trim)
        .filter(|one| !one.replace(' ', "").ends_with(";q=0"))
        .map(|one| one.split(';').next().unwrap_or_default().trim())
        .collect()
}

fn with_headers<'a>(status: &'static str, body: &'a [u8], file: &str, cache: &'static str) -> Answer<'a> {
    let mut headers: Vec<(&'static str, &'a str)> = HEADERS.to_vec();
    headers.push(("Content-Type", kind_of(file)));
    headers.push(("Cache-Control", cache));
    headers.push(("Vary", "Accept-Encoding"));
    Answer { status, headers, body }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_without_an_ending_is_a_page_of_the_app() {
        for (url, file) in [
            ("/", "/index.html"),
            ("/people/12?tab=plan", "/index.html"),
            ("/design", "/index.html"),
            ("/assets/app-0123456789ab.js", "/assets/app-0123456789ab.js"),
            ("/missing.js", "/missing.js"),
            ("/../Cargo.toml", "/../Cargo.toml"),
        ] {
            assert_eq!(address_of(url), file);
        }
    }

    #[test]
    fn only_a_known_file_is_sent_and_compressed_as_the_browser_accepts() {
        let file = |address: &str, text: &str| (address.to_string(), text.as_bytes().to_vec());
        let files = Files::from([file("/a.js", "plain"), file("/a.js.br", "b"), file("/a.js.gz", "g")]);
        for (target, accepted, status, body) in [
            ("/a.js", "gzip, deflate, br", "200 OK", "b"),
            ("/a.js", "gzip;q=1.0, br;q=0", "200 OK", "g"),
            ("/a.js", "", "200 OK", "plain"),
            ("/../a.js", "", "404 Not Found", "There is no such file.\n"),
            ("/b.js", "", "404 Not Found", "There is no such file.\n"),
        ] {
            let answer = answer(&Request::for_get(target, accepted), &files);
            assert_eq!((answer.status, answer.body), (status, body.as_bytes()), "{target} {accepted}");
            assert!(HEADERS.iter().all(|header| answer.headers.contains(header)), "{target}");
        }
    }
}
