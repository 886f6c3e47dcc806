//! How much is made of a manifest.

use std::cell::Cell;
use std::rc::Rc;

/// How much is made of one manifest, in bytes. What a system says is said of each of its records, and what a key is called wherever the
/// key stands, so that a few bytes of a manifest can become any number of bytes here.
const MOST: u64 = 128 << 20;
/// What an organization counts for before anything is said of it, in bytes: each takes the whole way of an import.
const ORGANIZATION: u64 = 256 << 10;

/// How much may still be made of a manifest.
#[derive(Debug, Clone)]
pub(super) struct Allowance(Rc<Cell<Option<u64>>>);

impl Allowance {
    pub(super) fn new() -> Self {
        Self(Rc::new(Cell::new(Some(MOST))))
    }

    /// Takes so much of it; false once there is not enough.
    pub(super) fn take(&self, bytes: u64) -> bool {
        self.0.set(self.0.get().and_then(|left| left.checked_sub(bytes)));
        !self.is_used_up()
    }

    /// Takes what an organization needs.
    pub(super) fn take_organization(&self) -> bool {
        self.take(ORGANIZATION)
    }

    /// Whether something was not made.
    pub(super) fn is_used_up(&self) -> bool {
        self.0.get().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_up_stays_used_up() {
        let allowance = Allowance::new();
        assert!(allowance.take(MOST) && !allowance.is_used_up());
        assert!(!allowance.take(1) && allowance.clone().is_used_up());
        assert!(!allowance.take(0));
    }
}
