//! `cargo xtask serve`: the built app on this machine's own address, with the production headers.
//!
//! Every file is read once, at the start. So an address either is one of those files or is not
//! there (there is no path to climb), and a build made meanwhile cannot be served half old, half new.

use crate::dist;
use crate::headers::{CACHE_HASHED, CACHE_PLAIN, HEADERS, kind_of};
use crate::http::{self, Answer, Request};
use crate::places::{Tree, files_below, read};
use crate::preview;
use crate::shelf::HASHED_FOLDER;
use std::borrow::Cow;
use std::collections::HashMap;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

const USUAL_PORT: u16 = 8080;

pub fn run(tree: &Tree, words: &[String]) -> Result<(), String> {
    let wanted = Wanted::read(words)?;
    let served = match wanted.preview {
        Some(file) => preview::start(tree, file, wanted.port)?,
        None => start(&dist::build(tree)?.folder, wanted.port)?,
    };
    println!("{}", served.address);
    // It serves until it is stopped from outside; a fault in it has described itself by then.
    let _ = served.listening.join();
    Err("The server has stopped.".to_string())
}

/// What the words after `serve` ask for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wanted {
    port: Option<u16>,
    preview: Option<PathBuf>,
}

impl Wanted {
    fn read(words: &[String]) -> Result<Wanted, String> {
        let mut wanted = Wanted::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match (word.as_str(), words.next()) {
                ("--port", Some(number)) => {
                    let sentence = || format!("--port needs a number from 1 to 65535, not {number}.");
                    wanted.port = Some(number.parse().map_err(|_| sentence())?);
                }
                ("--preview", Some(file)) => wanted.preview = Some(PathBuf::from(file)),
                ("--port", None) => return Err("--port needs a number from 1 to 65535.".to_string()),
                ("--preview", None) => {
                    return Err("--preview needs the file of a definition, such as \
                                instruments/brief-check-in/definition.json."
                        .to_string());
                }
                (word, _) => {
                    return Err(format!("serve takes --port N and --preview FILE and does not know {word}."));
                }
            }
        }
        Ok(wanted)
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
    let files = load(folder)?;
    listen(Ports { asked: port, usual: USUAL_PORT }, answer, files)
}

/// The port that was asked for, and the one that is tried first when none was.
pub struct Ports {
    pub asked: Option<u16>,
    pub usual: u16,
}

/// Answers every request of every browser from these files, each connection in a thread of its own.
pub fn listen(
    ports: Ports,
    answer: impl for<'a> Fn(&Request, &'a Files) -> Answer<'a> + Send + Sync + 'static,
    files: Files,
) -> Result<Served, String> {
    let open = |port: u16| TcpListener::bind(("127.0.0.1", port));
    let listener = match ports.asked {
        Some(port) => open(port)
            .map_err(|why| format!("Port {port} cannot be used ({why}): choose another with --port."))?,
        None => open(ports.usual)
            .or_else(|_| open(0))
            .map_err(|why| format!("No port could be opened: {why}."))?,
    };
    let address = listener.local_addr().map_err(|why| format!("The server has no address: {why}."))?;
    let shared = Arc::new((answer, files));
    let listening = thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let shared = Arc::clone(&shared);
            // A browser that goes away in the middle of an answer is no fault.
            thread::spawn(move || http::converse(stream, |request| (shared.0)(request, &shared.1)));
        }
    });
    Ok(Served { address: format!("http://{address}/"), listening })
}

/// The files by address, the compressed copies among them under their own endings.
pub type Files = HashMap<String, Vec<u8>>;

fn load(folder: &Path) -> Result<Files, String> {
    let mut files = Files::new();
    for path in files_below(folder)? {
        let below =
            path.strip_prefix(folder).map_err(|why| format!("{} is out of place: {why}.", path.display()))?;
        files.insert(format!("/{}", below.to_string_lossy()), read(&path)?);
    }
    Ok(files)
}

pub fn answer<'a>(request: &Request, files: &'a Files) -> Answer<'a> {
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return with_headers(
            "405 Method Not Allowed",
            &b"Only GET is answered here.\n"[..],
            "txt",
            CACHE_PLAIN,
        );
    }
    let address = address_of(&request.target);
    let Some((address, plain)) = files.get_key_value(address) else {
        return with_headers("404 Not Found", &b"There is no such file.\n"[..], "txt", CACHE_PLAIN);
    };
    let accepted = accepted_encodings(&request.accept_encoding);
    let copy = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(encoding, _)| accepted.contains(encoding))
        .find_map(|(encoding, ending)| {
            files.get(&format!("{address}.{ending}")).map(|bytes| (encoding, bytes))
        });
    let cache = if address.starts_with(HASHED_FOLDER) { CACHE_HASHED } else { CACHE_PLAIN };
    let mut answer =
        with_headers("200 OK", copy.map_or(plain, |(_, bytes)| bytes).as_slice(), address, cache);
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

pub fn with_headers<'a>(
    status: &'static str,
    body: impl Into<Cow<'a, [u8]>>,
    file: &str,
    cache: &'static str,
) -> Answer<'a> {
    let mut headers: Vec<(&'static str, &'a str)> = HEADERS.to_vec();
    headers.push(("Content-Type", kind_of(file)));
    headers.push(("Cache-Control", cache));
    headers.push(("Vary", "Accept-Encoding"));
    Answer { status, headers, body: body.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_after_serve_stand_in_any_order_and_a_word_it_does_not_know_is_refused() {
        let file = || Some(PathBuf::from("a.json"));
        let rows: [(&str, Result<Wanted, &str>); 8] = [
            ("", Ok(Wanted::default())),
            ("--port 81", Ok(Wanted { port: Some(81), preview: None })),
            ("--preview a.json", Ok(Wanted { port: None, preview: file() })),
            ("--port 81 --preview a.json", Ok(Wanted { port: Some(81), preview: file() })),
            ("--preview a.json --port 81", Ok(Wanted { port: Some(81), preview: file() })),
            ("--port 65536", Err("--port needs")),
            ("--preview", Err("--preview needs")),
            ("--previow a.json", Err("serve takes")),
        ];
        for (said, expected) in rows {
            let words: Vec<String> = said.split_whitespace().map(str::to_owned).collect();
            match (Wanted::read(&words), expected) {
                (Ok(wanted), Ok(expected)) => assert_eq!(wanted, expected, "{said}"),
                (Err(sentence), Err(begins)) => assert!(sentence.starts_with(begins), "{said}: {sentence}"),
                (got, _) => panic!("{said}: {got:?}"),
            }
        }
    }

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
            assert_eq!((answer.status, &*answer.body), (status, body.as_bytes()), "{target} {accepted}");
            assert!(HEADERS.iter().all(|header| answer.headers.contains(header)), "{target}");
        }
    }
}
