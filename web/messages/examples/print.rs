//! Shows what the build makes of a locales folder: `cargo run -p messages --example print -- web/locales`.

use std::path::PathBuf;

fn main() {
    let locales = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "web/locales".to_string()));
    match (messages::catalogues(&locales), messages::rust(&locales)) {
        (Ok(catalogues), Ok(source)) => {
            for (language, json) in catalogues {
                println!("{language}: {} bytes\n{json}\n", json.len());
            }
            println!("{source}");
        }
        (Err(faults), _) | (_, Err(faults)) => {
            faults.iter().for_each(|fault| eprintln!("{fault}"));
            std::process::exit(1);
        }
    }
}
