//! The project's own commands. Each is one row of `COMMANDS`; adding one is adding a file and a row.

mod bench;
mod cut;
mod dist;
mod gather;
mod headers;
mod hosting;
mod http;
mod notices;
mod page;
mod pictures;
mod places;
mod preview;
mod programs;
mod serve;
mod setup;
mod shelf;
mod sizes;
mod soak;
mod style;
mod tally;
mod test;
mod wasm;

use places::Tree;

/// What a command is called, what it does, and the function that does it.
struct Command {
    name: &'static str,
    line: &'static str,
    run: fn(&Tree, &[String]) -> Result<(), String>,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        line: "serve [--port N] [--preview FILE]   build the app and show it at http://127.0.0.1:8080/, or show a definition",
        run: serve::run,
    },
    Command {
        name: "dist",
        line: "dist                  build the app into target/dist, ready for any web host",
        run: dist::run,
    },
    Command {
        name: "test",
        line: "test [rust|wasm|browser] [-- more]   run every test, or one kind of them",
        run: test::run,
    },
    Command {
        name: "bench",
        line: "bench [app|scale]     measure the app against its budgets and scoring beside pandas and polars, into BENCHMARKS.md",
        run: bench::run,
    },
    Command {
        name: "soak",
        line: "soak [NAME] [--seeds A..B] [--minutes M]   hours of trying to prove it wrong, into assessment-core/EVIDENCE.md",
        run: soak::run,
    },
];

fn main() -> std::process::ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = words.split_first() else {
        eprintln!("{}", help());
        return std::process::ExitCode::from(2);
    };
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprintln!("There is no command called {name}.\n{}", help());
        return std::process::ExitCode::from(2);
    };
    let outcome = Tree::find().and_then(|tree| (command.run)(&tree, rest));
    match outcome {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(sentence) => {
            // An empty sentence means the command has already said everything.
            if !sentence.is_empty() {
                eprintln!("{sentence}");
            }
            std::process::ExitCode::FAILURE
        }
    }
}

fn help() -> String {
    let mut text = String::from("The commands are:");
    for command in COMMANDS {
        text.push_str("\n  cargo xtask ");
        text.push_str(command.line);
    }
    text
}
