//! Rules that look at one entry.

mod department_missing;
mod entrusted_marked_disclosable;
mod entrustee_unnamed;
mod exclusion_reason_missing;
mod individual_number_jointly_used;
mod individual_number_kept_too_long;
mod individual_number_provided;
mod items_missing;
mod joint_use_unnamed;
mod manager_missing;
mod own_marked_entrusted;
mod purpose_missing;
mod purpose_vague;
mod recipient_unnamed;
mod retention_lapsed;
mod retention_missing;
mod retention_permanent;
mod special_care_ground_missing;
mod storage_country_missing;
mod storage_place_missing;
mod subjects_missing;

use super::Rule;
use crate::ledger::Stated;

/// The rules, in the order of their kinds.
pub(super) const RULES: &[&Rule] = &[
    &purpose_missing::RULE,
    &purpose_vague::RULE,
    &subjects_missing::RULE,
    &items_missing::RULE,
    &department_missing::RULE,
    &manager_missing::RULE,
    &storage_place_missing::RULE,
    &storage_country_missing::RULE,
    &retention_missing::RULE,
    &retention_lapsed::RULE,
    &retention_permanent::RULE,
    &special_care_ground_missing::RULE,
    &individual_number_jointly_used::RULE,
    &individual_number_provided::RULE,
    &individual_number_kept_too_long::RULE,
    &entrustee_unnamed::RULE,
    &recipient_unnamed::RULE,
    &joint_use_unnamed::RULE,
    &exclusion_reason_missing::RULE,
    &entrusted_marked_disclosable::RULE,
    &own_marked_entrusted::RULE,
];

/// Whether data goes to parties of which the row names none. What is said for the whole company is taken over only where no party of the
/// kind is named anywhere: beside rows that name some, a blank one does not say that it has any.
fn goes_unnamed(of_row: Stated, of_company: Stated, named_by_row: bool, named_anywhere: bool) -> bool {
    !named_by_row && (of_row == Stated::Yes || !named_anywhere && of_row.or(of_company) == Stated::Yes)
}
