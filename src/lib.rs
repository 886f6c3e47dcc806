//! daicho
pub mod sheet;
