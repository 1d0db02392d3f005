//! The built command, run as a person runs it: what goes in, what comes out, and the exit code.

mod authored;
mod cases;
mod change;
mod changes;
mod check;
mod describe;
mod fhir;
mod long;
mod reliability;
mod score;
mod spelling;
mod stored;

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

/// What a run came to.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

/// A folder of its own for one test, emptied first.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        if path.exists() {
            fs::remove_dir_all(&path).expect("the folder of an earlier run goes");
        }
        fs::create_dir_all(&path).expect("a folder for this test");
        Folder(path)
    }

    fn with(self, name: &str, text: impl AsRef<[u8]>) -> Folder {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder in it");
        fs::write(path, text).expect("a file for this test");
        self
    }

    /// Names of the files that are there, in order.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("the folder is there");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("a readable entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn run(&self, arguments: &[&str]) -> Outcome {
        self.run_with(arguments, "")
    }

    /// Runs `trellis` in this folder with a text on standard input.
    fn run_with(&self, arguments: &[&str], input: impl AsRef<[u8]> + Send) -> Outcome {
        let mut child = Command::new(env!("CARGO_BIN_EXE_trellis"))
            .args(arguments)
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command was built with these tests");
        let mut stdin = child.stdin.take().expect("it is piped");
        // Fed from beside, so that a long result can be read meanwhile.
        let output = thread::scope(|beside| {
            beside.spawn(move || {
                // A command that stops at a bad argument reads nothing, and the pipe breaks: that is no fault.
                let _ = stdin.write_all(input.as_ref());
            });
            child.wait_with_output().expect("the command ends")
        });
        let text = |bytes| String::from_utf8(bytes).expect("the command writes UTF-8");
        Outcome { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

/// Three items, one of several options; a total with two bands and a count of one item.
const DEFINITION: &str = r#"{
  "format": 1, "id": "little-one", "version": "1.2.0", "title": "Little one", "offered": false, "wording": "ours",
  "licence": {"terms": "MIT OR Apache-2.0", "wording": "Anyone may use it."},
  "source": {"citation": "Made up, for a test.", "confidence": "ours"},
  "settings": ["community", "custody"], "modes": ["joint"],
  "options": {
    "three": [{"code": 2, "topic": "yes"}, {"code": 1, "topic": "some, or \"so\""}, {"code": 0, "topic": "no"}],
    "needs": [{"code": 1, "topic": "food"}, {"code": 2, "topic": "phone"}, {"code": 0, "topic": "nothing"}]
  },
  "sections": [{"id": "all", "intention": "strength"}],
  "items": [
    {"id": "a", "section": "all", "topic": "first", "kind": "choice", "options": "three"},
    {"id": "b", "section": "all", "topic": "second", "kind": "choice", "options": "three"},
    {"id": "in_here", "section": "all", "topic": "inside", "kind": "number", "from": 0, "to": 10, "setting": "custody"},
    {"id": "needs", "section": "all", "topic": "needs", "kind": "several", "options": "needs", "alone": [0]}
  ],
  "scales": [
    {"id": "total", "intention": "strength", "range": [0, 4], "higher_is": "better",
      "key": {"rule": "sum", "items": ["a", "b"], "reversed": ["b"], "missing": {"rule": "complete"}},
      "bands": [{"from": 0, "name": "low"}, {"from": 3, "name": "high, at last"}],
      "bands_source": {"citation": "Made up.", "confidence": "ours"},
      "source": {"citation": "Made up.", "confidence": "derived"}},
    {"id": "inside", "intention": "rating", "range": [0, 10], "higher_is": "better",
      "key": {"rule": "sum", "items": ["in_here"], "missing": {"rule": "complete"}},
      "source": {"citation": "Made up.", "confidence": "ours"}}
  ]
}"#;

const WORDING: &str = r#"{
  "format": 1, "instrument": "little-one", "version": "1.2.0", "language": "en", "provenance": "ours",
  "licence": "MIT OR Apache-2.0", "title": "Little one",
  "sections": {"all": {"title": "All"}},
  "options": {
    "three": {"2": "Yes", "1": "Sometimes", "0": "No"},
    "needs": {"1": "Food", "2": "Phone", "0": "Nothing"}
  },
  "items": {
    "a": {"text": "One?"}, "b": {"text": "Two?"},
    "in_here": {"text": "And here?", "ends": ["worst", "best"]}, "needs": {"text": "What cannot wait?"}
  },
  "scales": {"total": {"name": "Total"}, "inside": {"name": "In here"}}
}"#;

#[test]
fn a_command_that_makes_no_sense_exits_with_two() {
    let folder = Folder::new("usage");
    let rows: [&[&str]; 11] = [
        &[],
        &["juggle"],
        &["check"],
        &["score"],
        &["codebook"],
        &["score", "barc-10", "--tall"],
        &["score", "barc-10", "--in"],
        &["score", "barc-10", "--threads", "0"],
        &["change"],
        &["change", "barc-10", "--wide"],
        &["codebook", "barc-10", "--format", "xml"],
    ];
    for arguments in rows {
        let outcome = folder.run(arguments);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(
            outcome.stderr.contains("--help") || outcome.stderr.contains("Usage: trellis"),
            "{arguments:?}: {}",
            outcome.stderr
        );
    }
}

#[test]
fn help_and_version_exit_with_nought() {
    let folder = Folder::new("help");
    for argument in ["--help", "--version"] {
        assert_eq!(folder.run(&[argument]).code, Some(0), "{argument}");
    }
    // Every command teaches by example.
    for command in ["instruments", "check", "codebook", "score", "change"] {
        let outcome = folder.run(&[command, "--help"]);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""), "{command}");
        assert!(outcome.stdout.contains(&format!("    trellis {command}")), "{}", outcome.stdout);
    }
    assert_eq!(folder.run(&["--version"]).stdout, "trellis 0.1.0\n");
}
