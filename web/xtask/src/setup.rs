//! What the machine needs before building or testing; fetched when missing, left alone when there.

use crate::places::{Tree, read, write};
use crate::programs::{on_path, output, program, run};
use crate::shelf::hash_of;
use std::path::{Path, PathBuf};

pub const WASM: &str = "wasm32-unknown-unknown";

/// The compiler's wasm target.
pub fn wasm_target(tree: &Tree) -> Result<(), String> {
    let sysroot = output(
        program("rustc", &tree.root).args(["--print", "sysroot"]),
        "Install Rust 1.95 or newer, then run this again.",
    )?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    run(
        program("rustup", &tree.root).args(["target", "add", WASM]),
        "The wasm target is missing and rustup could not add it: run `rustup target add wasm32-unknown-unknown`.",
    )
}

/// The npm packages of a folder, exactly as its lock file says. A stamp beside the packages remembers
/// which lock file they came from, so that a second run costs nothing, and goes when they go.
pub fn npm_packages(folder: &Path) -> Result<(), String> {
    let lock = hash_of(&read(&folder.join("package-lock.json"))?);
    let stamp = folder.join("node_modules/.installed-from");
    if std::fs::read_to_string(&stamp).unwrap_or_default() == lock {
        return Ok(());
    }
    if !on_path("npm") {
        return Err("Node 20 with npm is needed to build: install it, then run this again.".to_string());
    }
    // The optional packages are native file watchers, which a single build has no use for.
    run(
        program("npm", folder)
            .args(["ci", "--omit=optional", "--no-fund", "--no-audit"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
        &format!(
            "npm could not install what {} lists: look at its message above.",
            folder.join("package-lock.json").display()
        ),
    )?;
    write(&stamp, lock.as_bytes())
}

/// The browser that tests run in, and the driver that wasm-bindgen's own tests need.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

pub fn browser(tree: &Tree) -> Result<Browser, String> {
    if let Some(found) = find_browser() {
        return Ok(found);
    }
    install_browser(tree)?;
    find_browser().ok_or_else(|| ASK_FOR_BROWSER.to_string())
}

const ASK_FOR_BROWSER: &str = "The browser tests need Chromium and its driver: install the packages \
chromium and chromium-driver, or say where they are with CHROMIUM and CHROMEDRIVER.";

fn find_browser() -> Option<Browser> {
    let at = |variable: &str, usual: &str| {
        let path = std::env::var_os(variable).map_or_else(|| PathBuf::from(usual), PathBuf::from);
        path.is_file().then_some(path)
    };
    Some(Browser {
        chromium: at("CHROMIUM", "/usr/bin/chromium")?,
        driver: at("CHROMEDRIVER", "/usr/bin/chromedriver")?,
    })
}

/// Only root on a machine with apt can install; everybody else is told what to ask for.
fn install_browser(tree: &Tree) -> Result<(), String> {
    let who = output(program("id", &tree.root).arg("-u"), ASK_FOR_BROWSER)?;
    if who.trim() != "0" || !on_path("apt-get") {
        return Err(ASK_FOR_BROWSER.to_string());
    }
    let apt = || {
        let mut command = program("apt-get", &tree.root);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    // A fresh machine may be busy with updates of its own; waiting for them is better than giving up.
    run(apt().args(["-o", "DPkg::Lock::Timeout=300", "update", "-qq"]), ASK_FOR_BROWSER)?;
    run(
        apt().args([
            "-o",
            "DPkg::Lock::Timeout=300",
            "install",
            "-y",
            "-qq",
            "--no-install-recommends",
            "chromium",
            "chromium-driver",
        ]),
        ASK_FOR_BROWSER,
    )
}
