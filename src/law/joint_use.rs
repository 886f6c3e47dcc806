//! The matters of a joint use that must be made known (APPI 27(5)(iii)).

use super::phrases;
use crate::ledger::{JointUse, Organization};

/// Which of them the ledger lacks, in Japanese and English. Address and representative of the organization itself are its own.
#[must_use]
pub fn missing_matters(joint: &JointUse, organization: &Organization) -> Vec<[&'static str; 2]> {
    let itself = joint.responsible.as_ref().is_some_and(|party| phrases::is_organization_itself(party, &organization.name));
    let address = joint.responsible_address.is_some() || itself && organization.address.is_some();
    let representative = joint.responsible_representative.is_some() || itself && organization.representative.is_some();
    let matters = [
        (!joint.items.is_empty(), ["項目", "items"]),
        (joint.scope.is_some(), ["共同して利用する者の範囲", "the range of users"]),
        (!joint.purposes.is_empty(), ["利用目的", "purposes"]),
        (joint.responsible.is_some(), ["管理責任者の名称", "the responsible party's name"]),
        (address, ["管理責任者の住所", "the responsible party's address"]),
        (representative, ["管理責任者の代表者", "the responsible party's representative"]),
    ];
    matters.into_iter().filter(|(told, _)| !told).map(|(_, matter)| matter).collect()
}
