//! Rules that look at the places, parties and joint uses that an organization's entries name.
//!
//! A party is looked at once, however many entries name it: as the catalogue has it or, where none has it, as a name of which nothing more
//! is said. A party that only rows without personal data name is not looked at.

mod consent_information_missing;
mod entrustment_contract_missing;
mod equivalent_system_unchecked;
mod joint_use_incomplete;
mod joint_use_responsible_unfit;
mod named;
mod party_country_missing;
mod provider_country_missing;
mod provision_ground_missing;
mod server_country_missing;
mod subcontracting_unknown;
mod transfer;
mod transfer_basis_fails;
mod transfer_basis_missing;

use super::Rule;

/// The rules, in the order of their kinds.
pub(super) const RULES: &[&Rule] = &[
    &provider_country_missing::RULE,
    &server_country_missing::RULE,
    &party_country_missing::RULE,
    &transfer_basis_missing::RULE,
    &transfer_basis_fails::RULE,
    &consent_information_missing::RULE,
    &equivalent_system_unchecked::RULE,
    &entrustment_contract_missing::RULE,
    &subcontracting_unknown::RULE,
    &provision_ground_missing::RULE,
    &joint_use_incomplete::RULE,
    &joint_use_responsible_unfit::RULE,
];
