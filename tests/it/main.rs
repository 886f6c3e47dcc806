//! Tests that enter by the real door: the built program, real databases, real files.

mod crash;
mod examples;
mod graphql;
mod program;
mod revisions;
mod server;
mod sheet;
mod tidy;
