//! Random bits from the browser: for ids, names and secrets that nobody else may have or guess.

/// 128 of them.
pub fn random() -> u128 {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("every browser with WebAssembly has a source of random numbers");
    u128::from_le_bytes(bytes)
}
