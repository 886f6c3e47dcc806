//! The rules of law, on made-up ledgers and on the examples.

mod case;
mod citations;
mod entries;
mod entries_in_law;
mod examples;
mod made;
mod organizations;
mod parties;
mod procedures;
mod transfers;

pub use examples::five;
