//! Whether a requester may see an entry, and whether the request has anything to do with it.

use crate::law::cite;
use crate::ledger::{AcquisitionSource, Capacity, ExclusionReason, Held, Law, LawReference, Nature, Right, Stated};

use super::{Told, ToldRole};

/// What the ledger supports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryDecision {
    /// The requester may see it.
    MaySee,
    /// It may not.
    MayNotSee,
    /// The ledger says too little.
    CannotTell,
}

/// A decision, why not, and the provisions that it rests on.
pub(super) type Decided = (EntryDecision, Vec<ExclusionReason>, Vec<LawReference>);

/// Decides of an entry; `about` tells that it is about the category of person asked for.
pub(super) fn decide(held: Held<'_>, about: bool, right: Right) -> Decided {
    let entry = held.entry;
    let mut reasons = Vec::new();
    if entry.capacity == Capacity::EntrustedToUs {
        reasons.push(ExclusionReason::EntrustedToUs);
    }
    if entry.nature == Nature::Pseudonymized {
        reasons.push(ExclusionReason::Pseudonymized);
    }
    if entry.disclosure.eligible == Stated::No {
        let stated = entry.disclosure.reasons.iter().filter(|reason| !reasons.contains(reason)).copied().collect::<Vec<_>>();
        reasons.extend(stated);
        if reasons.is_empty() {
            reasons.push(ExclusionReason::NoReasonGiven);
        }
    }
    if !reasons.is_empty() {
        let basis = reasons.iter().filter_map(|reason| reason.basis()).collect();
        return (EntryDecision::MayNotSee, reasons, basis);
    }
    let personal = matches!(entry.nature, Nature::PersonalInformation | Nature::NotStated);
    let by_default = entry.disclosure.eligible == Stated::NotStated && entry.capacity == Capacity::Own && personal;
    let retained = cite(Law::Appi, "16(4)");
    let (decision, basis) = match (about, entry.disclosure.eligible) {
        (true, Stated::Yes) => (EntryDecision::MaySee, vec![right.basis()]),
        (true, _) if by_default => (EntryDecision::MaySee, vec![retained, right.basis()]),
        _ => (EntryDecision::CannotTell, vec![retained]),
    };
    (decision, reasons, basis)
}

/// Whether the request has anything to do with the entry: what may not be seen is not touched, nor is a stop of provision where the
/// ledger says that nothing is provided. Where it cannot be told whose data it is, it cannot be told whether it is touched.
pub(super) fn touched(held: Held<'_>, decision: EntryDecision, right: Right, told: &[Told]) -> Stated {
    let asked_for = match right {
        Right::SuspensionOfProvision if told.iter().any(|told| told.role != ToldRole::Recipient) => Stated::Yes,
        Right::SuspensionOfProvision => held.provided(),
        Right::DisclosureOfProvisionRecords => records(held),
        _ => Stated::Yes,
    };
    match (decision, asked_for) {
        (EntryDecision::MayNotSee, _) | (_, Stated::No) => Stated::No,
        (EntryDecision::MaySee, stated) => stated,
        (EntryDecision::CannotTell, _) => Stated::NotStated,
    }
}

/// Whether there are records of provision or of receipt (APPI 29(1), 30(3)). What an entrustor hands over leaves none (30(1) proviso).
fn records(held: Held<'_>) -> Stated {
    let sources = &held.entry.acquired_from;
    let from_others = sources.iter().any(|source| matches!(source, AcquisitionSource::ThirdParty | AcquisitionSource::CreditBureau));
    match (held.provided(), from_others) {
        (Stated::Yes, _) | (_, true) => Stated::Yes,
        (Stated::No, false) if sources.is_empty() => Stated::NotStated,
        (provided, false) => provided,
    }
}
