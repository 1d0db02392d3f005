//! wasm-bindgen's test runner at the version Cargo.lock names, so that nothing has to be installed.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())?;
    Ok(())
}
