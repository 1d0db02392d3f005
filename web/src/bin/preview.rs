//! The door to the preview of a definition, for authors: `cargo xtask serve --preview FILE` alone starts it.
fn main() {
    trellis_web::preview::start();
}
