//! `cargo xtask serve`: the built app on this machine's own address, with the production headers.
//!
//! Every file is read once, at the start. So an address either is one of those files or is not
//! there (there is no path to climb), and a build made meanwhile cannot be served half old, half new.

use crate::dist;
use crate::headers::{CACHE_HASHED, CACHE_PLAIN, HEADERS, kind_of};
use crate::places::{Tree, files_below, read};
use crate::shelf::HASHED_FOLDER;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

const USUAL_PORT: u16 = 8080;
/// A browser opens six connections to one address; more hands than that find nothing to do.
const HANDS: usize = 8;

pub fn run(tree: &Tree, words: &[String]) -> Result<(), String> {
    let port = asked_port(words)?;
    let build = dist::build(tree)?;
    let served = start(&build.folder, port)?;
    println!("{}", served.address);
    for hand in served.hands {
        // A hand ends only by a fault in the server, which its own message has described.
        let _ = hand.join();
    }
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
    hands: Vec<thread::JoinHandle<()>>,
}

/// Starts serving a built folder. A port that was asked for must be free; the usual one may be
/// taken, and then any free one does.
pub fn start(folder: &Path, port: Option<u16>) -> Result<Served, String> {
    let files = Arc::new(load(folder)?);
    let open = |port: u16| Server::http(("127.0.0.1", port));
    let server = match port {
        Some(port) => open(port)
            .map_err(|why| format!("Port {port} cannot be used ({why}): choose another with --port."))?,
        None => {
            open(USUAL_PORT).or_else(|_| open(0)).map_err(|why| format!("No port could be opened: {why}."))?
        }
    };
    let port = server.server_addr().to_ip().map_or(USUAL_PORT, |address| address.port());
    let server = Arc::new(server);
    let hands = (0..HANDS)
        .map(|_| {
            let (server, files) = (Arc::clone(&server), Arc::clone(&files));
            thread::spawn(move || {
                for request in server.incoming_requests() {
                    // A browser that has gone away in the middle of an answer is no fault.
                    let _ = answer(request, &files);
                }
            })
        })
        .collect();
    Ok(Served { address: format!("http://127.0.0.1:{port}/"), hands })
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

fn answer(request: Request, files: &Files) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(
            with_headers(Response::from_data("Only GET is answered here.\n"), "txt", CACHE_PLAIN)
                .with_status_code(405),
        );
    }
    let address = address_of(request.url());
    let Some(plain) = files.get(address) else {
        return request.respond(
            with_headers(Response::from_data("There is no such file.\n"), "txt", CACHE_PLAIN)
                .with_status_code(404),
        );
    };
    let accepted = accepted_encodings(&request);
    let copy = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(encoding, _)| accepted.iter().any(|one| one == encoding))
        .find_map(|(encoding, ending)| {
            files.get(&format!("{address}.{ending}")).map(|bytes| (encoding, bytes))
        });
    let cache = if address.starts_with(HASHED_FOLDER) { CACHE_HASHED } else { CACHE_PLAIN };
    let mut response =
        with_headers(Response::from_data(copy.map_or(plain, |(_, bytes)| bytes).clone()), address, cache);
    if let Some((encoding, _)) = copy {
        response.add_header(header("Content-Encoding", encoding));
    }
    request.respond(response)
}

/// The file an address stands for: an address without an ending is a page of the app.
fn address_of(url: &str) -> &str {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    if path.rsplit('/').next().unwrap_or_default().contains('.') { path } else { "/index.html" }
}

/// The encodings a browser accepts; one it gives the weight nought is refused, not accepted.
fn accepted_encodings(request: &Request) -> Vec<String> {
    let line = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    let line = line.map(|header| header.value.as_str()).unwrap_or_default();
    line.split(',')
        .map(str::trim)
        .filter(|one| !one.replace(' ', "").ends_with(";q=0"))
        .map(|one| one.split(';').next().unwrap_or_default().trim().to_string())
        .collect()
}

type Answer = Response<std::io::Cursor<Vec<u8>>>;

fn with_headers(mut response: Answer, file: &str, cache: &str) -> Answer {
    for (name, value) in HEADERS {
        response.add_header(header(name, value));
    }
    response.add_header(header("Content-Type", kind_of(file)));
    response.add_header(header("Cache-Control", cache));
    response.add_header(header("Vary", "Accept-Encoding"));
    // A known length lets the browser tell a cut-off answer from a whole one.
    response.with_chunked_threshold(usize::MAX)
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name.as_bytes(), value.as_bytes())
        .expect("the headers are plain letters from our own tables")
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
}
