//! `daicho` (台帳, "ledger"): a declarative registry of personal-data ledgers with a GraphQL API.
//!
//! # One way for the data
//!
//! ```text
//! workbook -> sheet -> declare -> plan -> store -> ledger -> question -> graphql, web, cli, export
//!  a file    cells    entries   changes  a         a value   answers     what people see
//!            with     and       as a     revision  in memory
//!            places   findings  value
//! ```
//!
//! A [`ledger::Ledger`] is a value: everything that the organizations declared, as it stood at one revision, immutable and shared.
//! Every answer is a pure function of a ledger, a question and a day; so the past is as easy to ask as the present, and no question
//! goes to the database.
//!
//! # Rooms
//!
//! | room | what it is |
//! | --- | --- |
//! | [`ledger`] | what a ledger is: organizations, entries, and the value that answers are drawn from |
//! | [`law`] | the law as data, with its date and source |
//! | [`vocabulary`] | the words that a reader of ledgers must know, as data |
//! | [`sheet`] | a file to located cells, in a bounded child process, and the file with cells marked; knows no ledger |
//! | [`finding`] | what is wrong, missing or doubtful, said so that a person can act on it; the rules of law, one a file |
//! | [`declare`] | tables, or a Fides manifest's tree, to declarations; never fails, it finds |
//! | [`plan`] | two ledgers' difference as a value |
//! | [`question`] | one question a file |
//! | [`request`] | a person's request as a case: what is owed, what is missing, what may come next |
//! | [`notice`] | the matters to be made public, drawn from a ledger; two of them compared |
//! | [`store`] | the only user of the database: snapshots, revisions, accepted findings, persons' requests, credentials |
//! | [`access`] | who may come in |
//! | [`export`] | a ledger written down again: as its workbook, as JSON, as a DPV record, as a Fides manifest; the letters and the register of requests |
//! | [`graphql`] | newtypes over the domain, a resolver a question, limits; no logic |
//! | [`web`] | pages, GraphQL and health on one listener |
//! | [`cli`] | one command a file; the only writer to standard output |
//!
//! [`config`] is the only reader of the environment, [`clock`] the only reader of the clock.
//!
//! # What must never be
//!
//! - `ledger`, `law`, `vocabulary`, `declare`, `finding`, `plan`, `question`, `request` and `notice` know no database, network, file, clock or
//!   thread. Where one of them goes through much at once (rayon), what comes of it is the same on one processor.
//! - "The ledger does not say" is never answered as "no".
//! - No row is dropped in silence: it becomes an entry, or a finding says why not.
//! - Nothing stored is overwritten: versions of entries and organizations are immutable, retired ones stay.
//! - No workbook is parsed in the process that answers.
//!
//! `tests/it/tidy.rs` holds these walls.

pub mod access;
pub mod cli;
pub mod clock;
pub mod config;
pub mod declare;
pub mod export;
pub mod finding;
pub mod graphql;
pub mod language;
pub mod law;
pub mod ledger;
pub mod notice;
pub mod plan;
pub mod question;
pub mod request;
pub mod sheet;
pub mod store;
pub mod vocabulary;
pub mod web;
