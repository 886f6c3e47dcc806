//! daicho
pub mod clock;
pub mod declare;
pub mod finding;
pub mod language;
pub mod law;
pub mod ledger;
pub mod plan;
pub mod sheet;
pub mod store;
