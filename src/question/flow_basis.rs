//! Which provisions apply to a flow.

use crate::law::cite;
use crate::ledger::{Country, Flow, FlowRole, Law, LawReference, TransferBasis};

/// The provisions that apply to a flow from this home: those of its role, those of what leaves the country, and the one on which the
/// ledger says that the transfer rests.
#[must_use]
pub fn flow_basis(home: Country, flow: &Flow) -> Vec<LawReference> {
    let role: &[(Law, &str)] = match flow.role {
        FlowRole::Storage => &[(Law::Appi, "23")],
        FlowRole::Entrustment => &[(Law::Appi, "25"), (Law::Appi, "27(5)(i)")],
        FlowRole::Provision => &[(Law::Appi, "27(1)")],
        FlowRole::JointUse => &[(Law::Appi, "27(5)(iii)")],
    };
    let mut basis: Vec<LawReference> = role.iter().map(|(law, article)| cite(*law, article)).collect();
    if flow.leaves(home) {
        basis.push(cite(Law::Guideline, "10-7"));
        let to_a_third_party =
            flow.role != FlowRole::Storage || !matches!(flow.transfer, TransferBasis::NotStated | TransferBasis::NotAProvision);
        if to_a_third_party && flow.transfer != TransferBasis::NotAProvision {
            basis.push(cite(Law::Appi, "28(1)"));
        }
    }
    let rests_on = match flow.transfer {
        TransferBasis::DesignatedCountry => Some(cite(Law::AppiRules, "15")),
        TransferBasis::EquivalentSystem => Some(cite(Law::AppiRules, "16")),
        TransferBasis::LegalException => Some(cite(Law::Appi, "27(1)")),
        TransferBasis::Domestic | TransferBasis::Consent | TransferBasis::NotAProvision | TransferBasis::NotStated => None,
    };
    basis.extend(rests_on.filter(|provision| !basis.contains(provision)));
    basis
}
