//! The door to the handed-over tablet: `boot.js` starts it, and nothing else, as long as one is.
fn main() {
    trellis_web::handover::start();
}
