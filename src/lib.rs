//! daicho
pub mod clock;
pub mod config;
pub mod declare;
pub mod export;
pub mod finding;
pub mod language;
pub mod law;
pub mod ledger;
pub mod sheet;
