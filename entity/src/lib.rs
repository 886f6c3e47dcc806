//! The rows of the store: one entity a table, and no behaviour.
//!
//! What the columns mean stands with the tables, in `migration/src/*.sql` and in the migrations themselves.
#![expect(missing_docs, reason = "a column is described once, where its table is made")]

pub mod acceptance;
pub mod contact;
pub mod credential;
pub mod entrustee;
pub mod entry;
pub mod entry_list;
pub mod entry_sheet;
pub mod entry_version;
pub mod finding;
pub mod finding_basis;
pub mod finding_source;
pub mod finding_word;
pub mod joint_use;
pub mod joint_use_purpose;
pub mod organization;
pub mod organization_basis;
pub mod organization_source;
pub mod organization_version;
pub mod organization_word;
pub mod place;
pub mod policy;
pub mod procedure;
pub mod provision_condition;
pub mod recipient;
pub mod refusal_ground;
pub mod regime;
pub mod request;
pub mod request_event;
pub mod request_ground;
pub mod request_line;
pub mod request_paper;
pub mod request_person;
pub mod request_right;
pub mod request_subject;
pub mod request_terms;
pub mod request_viewing;
pub mod required_document;
pub mod revision;
pub mod revision_workbook;
pub mod safety_measure;
pub mod sheet;
