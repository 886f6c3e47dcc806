//! How far the ledger shows a duty met.

use chrono::NaiveDate;

use super::reached::{Party, Reached};
use crate::law::joint_use::missing_matters;
use crate::law::transfer::{Duty, Verdict};
use crate::ledger::{Held, Stated};

/// YES where what the duty takes stands in the ledger, NO where the ledger shows that it was not done, NOT_STATED where it does not say.
pub(super) fn met(duty: Duty, held: Held<'_>, reached: &Reached<'_>, today: NaiveDate) -> Stated {
    let evidence = reached.evidence(held.organization);
    match duty {
        Duty::SettleBasis if reached.case.verdict() == Verdict::BasisFails => Stated::No,
        Duty::TellCountry => yes(evidence.tells_country()),
        Duty::TellSystem => yes(evidence.tells_system()),
        Duty::TellMeasures => yes(evidence.tells_measures()),
        Duty::TellWhyNoCountry => yes(evidence.tells_why_no_country()),
        Duty::CheckYearly => evidence.checked_within_a_year(today),
        Duty::KnowSystem => yes(evidence.knows_system()),
        Duty::StateCountry => yes(evidence.names_country()),
        Duty::Supervise => yes(evidence.is_entrusted && evidence.checked_within_a_year(today) == Stated::Yes),
        Duty::MakeJointUseKnown => {
            yes(matches!(reached.party, Party::Joint(joint) if missing_matters(joint, held.organization).is_empty()))
        }
        Duty::ConsentOrException => {
            yes(matches!(reached.party, Party::Provided(party) if party.legal_basis.as_ref().is_some_and(|basis| !basis.trim().is_empty())))
        }
        Duty::SettleBasis
        | Duty::AscertainCountry
        | Duty::AscertainProvision
        | Duty::TellInsteadOfCountry
        | Duty::ActAndStop
        | Duty::InformOnRequest
        | Duty::KeepRecord
        | Duty::ConfirmConsent => Stated::NotStated,
    }
}

/// What is not shown is not denied.
fn yes(shown: bool) -> Stated {
    if shown { Stated::Yes } else { Stated::NotStated }
}
