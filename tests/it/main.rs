//! Tests that enter by the real door: the built program, real databases, real files.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod acceptances;
mod any;
mod article_28;
mod back_end;
mod check;
mod crash;
mod examples;
mod findings;
mod graphql;
mod habits;
mod interchange;
mod letters;
mod lists;
mod manifests;
mod notice;
mod practice;
mod program;
mod report;
mod requester;
mod requests;
mod revisions;
mod round_trip;
mod sayable;
mod server;
mod sheet;
mod store;
mod tidy;
