//! The ten-line door: everything is in the library, so that its pure parts are tested natively.

use trellis_web::inside::{INSIDE, Inside};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Where the wasm is cut: what only `INSIDE` leads to is fetched after the first page.
#[wasm_split(inside, fallible)]
fn inside() -> Result<&'static Inside, SplitLoaderError> {
    Ok(&INSIDE)
}

fn main() {
    trellis_web::start(|| Box::pin(async { inside().await.ok() }));
}
