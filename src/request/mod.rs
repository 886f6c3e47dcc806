//! A person's request as a case: what is owed, what is missing, what may come next (APPI 32 to 39).
//!
//! ```text
//! ledger ─▶ receive ─▶ Case ─▶ step(case, act) ─▶ Happening, kept by the store ─▶ Case …
//!                       │
//!                       └▶ answer, guidance: what the person is sent
//! ```
//!
//! A [`Case`] is what was received and all that happened since, in order; its [`State`] is drawn from them and stands nowhere else, so
//! that it cannot contradict the record. What papers and what fee the procedure asks for is fixed on receipt: who asked under one
//! procedure is not held to a later one. Who the person is, is no part of a case: it is kept apart, shown to the desk alone, and erased.

mod case;
mod days;
mod decision;
mod fee;
pub mod letter;
mod papers;
mod receive;
mod refused;
mod state;
mod step;
mod target;

pub use case::{Case, Event, EventKind, Happening, Owed, Person, Progress, Receipt, Shown};
pub use days::day_in_japan;
pub use decision::{Decision, Grant, grounds_of_law};
pub use fee::{Charge, Charges, DueFee, FeeWarning, charges};
pub use papers::{PaperFault, PaperGroup, groups, judge};
pub use receive::{Application, Received, idempotency_key, receive, views};
pub use refused::{Fault, Missing, Refused, Status};
pub use state::{Act, State, Verdict, verdict};
pub use step::{Done, Step, step};
pub use target::{Target, Terms};

#[cfg(test)]
mod tests;
