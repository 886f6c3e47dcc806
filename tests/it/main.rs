//! The tests that enter by the real doors, in one binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod sheet;
