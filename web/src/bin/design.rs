//! The door to the design page, at `/design`.
fn main() {
    trellis_web::design::start();
}
