//! The query API in process: its contract, its answers, its limits.

mod answers;
mod contract;
mod imports;
mod limits;
pub mod registry;
mod transfers;
