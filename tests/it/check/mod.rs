//! The rules of law, on made-up ledgers and on the examples.

mod examples;
mod organizations;
