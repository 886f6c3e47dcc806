//! Rules that look at what an organization states for the whole company.

mod abroad_regime_missing;
mod address_missing;
mod agent_procedure_missing;
mod article_outdated;
mod complaints_contact_missing;
mod contacts_contradict;
mod document_obsolete;
mod entrustment_contradicts;
mod fee_missing;
mod fee_not_allowed;
mod jis_columns_missing;
mod representative_missing;
mod review_overdue;
mod right_not_accepted;
mod safety_measures_missing;
mod standard_superseded;
mod storage_country_unpublished;

use super::Rule;
use crate::finding::Company;
use crate::finding::row::{is_entrusted_to_us, is_personal_data};
use crate::language::Language;
use crate::ledger::{Field, Procedure, Right, Source, Stated};

/// The rules, in the order of their kinds.
pub(super) const RULES: &[&Rule] = &[
    &abroad_regime_missing::RULE,
    &address_missing::RULE,
    &representative_missing::RULE,
    &complaints_contact_missing::RULE,
    &safety_measures_missing::RULE,
    &storage_country_unpublished::RULE,
    &review_overdue::RULE,
    &jis_columns_missing::RULE,
    &right_not_accepted::RULE,
    &fee_not_allowed::RULE,
    &fee_missing::RULE,
    &document_obsolete::RULE,
    &agent_procedure_missing::RULE,
    &standard_superseded::RULE,
    &article_outdated::RULE,
    &contacts_contradict::RULE,
    &entrustment_contradicts::RULE,
];

/// What rights are called, in Japanese and English.
fn named(rights: &[Right]) -> [String; 2] {
    let names = |language: Language| rights.iter().map(|right| right.name(language)).collect::<Vec<_>>();
    [names(Language::Ja).join("、"), names(Language::En).join(", ")]
}

/// The procedures that accept requests, with their places in the sheet 開示等手続.
fn accepting<'a>(company: &Company<'a>) -> impl Iterator<Item = (usize, &'a Procedure)> {
    let procedures = company.organization.procedures.iter().enumerate();
    procedures.filter(|(_, procedure)| procedure.accepted != Stated::No)
}

/// The cells that name the rights of these procedures.
fn cells_of_procedures(company: &Company<'_>, rows: impl IntoIterator<Item = usize>) -> Vec<Source> {
    rows.into_iter().flat_map(|row| company.cell_at(Field::Procedures, row)).collect()
}

/// Whether the organization may hold retained personal data: not where every entry is held for others or is no personal data.
fn may_hold_retained_data(company: &Company<'_>) -> bool {
    let mut entries = company.entries().peekable();
    entries.peek().is_none() || entries.any(|held| is_personal_data(held.entry) && !is_entrusted_to_us(held.entry))
}
