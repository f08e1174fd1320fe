//! Bytes that no one can guess.

/// `N` random bytes from the browser's cryptographic source, at most 65,536.
#[cfg(target_arch = "wasm32")]
pub fn bytes<const N: usize>() -> [u8; N] {
    use wasm_bindgen::JsCast;
    let crypto = super::global::global("crypto").and_then(|value| value.dyn_into::<web_sys::Crypto>().ok());
    let mut bytes = [0; N];
    crypto
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok())
        .expect("every browser that runs WebAssembly has a source of randomness, in pages and in workers");
    bytes
}

/// `N` bytes that differ from call to call; good enough for ids in native tests, for no secret.
#[cfg(not(target_arch = "wasm32"))]
pub fn bytes<const N: usize>() -> [u8; N] {
    use std::hash::{BuildHasher, RandomState};
    let mut bytes = [0; N];
    for chunk in bytes.chunks_mut(8) {
        // Each state has its own random keys.
        chunk.copy_from_slice(&RandomState::new().hash_one(0_u8).to_le_bytes()[..chunk.len()]);
    }
    bytes
}

#[cfg(test)]
mod tests {
    #[test]
    fn two_draws_differ() {
        assert_ne!(super::bytes::<16>(), super::bytes::<16>());
        assert_eq!(super::bytes::<11>().len(), 11);
    }
}
