//! Ledgers as people draw them, and what a careful reader takes from them.

mod beside;
mod columns;
mod forms;
mod groups;
mod legends;
mod likely;
mod lines;
mod once;
mod one_a_line;
mod organizations;
mod over_forms;
mod pieces;
mod tables;
