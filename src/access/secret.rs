//! Secrets, and what is kept of them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// A new secret of 256 random bits, fit for a URL.
///
/// # Panics
/// Where the system has no randomness to give: nothing safe can be done then.
pub(super) fn fresh() -> String {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What is kept of a secret: its SHA-256, in the same letters. A secret of 256 random bits needs no slower hash.
pub(super) fn digest(secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(secret.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_differ_and_digests_do_not_show_them() {
        let (one, other) = (fresh(), fresh());
        assert_ne!(one, other);
        assert_eq!(digest(&one), digest(&one));
        assert_ne!(digest(&one), one);
    }
}
