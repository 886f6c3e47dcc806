//! daicho
fn main() {}
