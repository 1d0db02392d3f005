//! The ten-line door: everything is in the library, so that its pure parts are tested natively.
fn main() {
    trellis_web::start();
}
