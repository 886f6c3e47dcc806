//! The tests that enter by the real doors, in one binary.

mod sheet;
