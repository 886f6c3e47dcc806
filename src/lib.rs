//! daicho
pub mod language;
pub mod sheet;
