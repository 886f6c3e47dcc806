//! What a ledger is: organizations, their entries, and the [`Ledger`] value that every answer is drawn from.
//!
//! Nothing here knows a database, a network, a file, a clock or a thread. An [`Entry`] is what a row says; a [`Held`] is that
//! row within its organization, where what the organization says for the whole company is taken over.

mod cell_name;
mod country;
mod disclosure;
mod entry;
mod flow;
mod fold;
mod held;
mod index;
mod law_reference;
mod organization;
mod party;
mod period;
mod procedure;
mod reach;
mod retention;
mod source;
mod stated;
mod value;
mod whereabouts;

pub use cell_name::CellName;
pub use country::Country;
pub use disclosure::{Disclosure, ExclusionReason};
pub use entry::{AcquisitionSource, Capacity, Entry, Medium, Nature, OtherColumn};
pub use flow::{Flow, FlowRole};
pub use fold::{compare_naturally, fold, initial, is_same_word};
pub use held::Held;
pub use law_reference::{Law, LawReference};
pub use organization::{Contact, ContactRole, CountryRegime, Organization, Policy, ProvisionCondition, SafetyMeasure, SafetyMeasureKind};
pub use party::{Entrustment, JointPurpose, JointUse, Place, Provision, TransferBasis};
pub use period::Period;
pub use procedure::{Fee, FeeKind, FeePer, Procedure, RefusalGround, RefusalGroundKind, RequesterKind, RequiredDocument, Right, Tax};
pub use reach::{Reach, Roles};
pub use retention::{Retention, RetentionKind};
pub use source::{Field, SheetName, Source};
pub use stated::{Stated, Text};
pub use value::{EntryNo, Ledger};
pub use whereabouts::{Certainty, Whereabouts};
