//! The rules of law, on made-up ledgers and on the examples.

mod citations;
mod examples;
mod made;
mod organizations;
mod procedures;
