//! Tests that enter by the real door: the built program, real databases, real files.

mod any;
mod back_end;
mod store;
