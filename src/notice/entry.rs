//! Which entries a notice speaks of, and as what.

use super::Withheld;
use crate::ledger::{Capacity, Entry, ExclusionReason, Held, Nature, Stated, Text};

/// As what an entry is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum As {
    /// As personal information that the operator holds in its own right, or of which the ledger does not say in what capacity.
    Own,
    /// As data that is handled for someone else: no retained personal data, since the entrustee has no authority over it (APPI 16(4)).
    Entrusted,
    /// As personally referable information (APPI 2(7)).
    PersonallyReferable,
    /// As pseudonymized information, to which APPI 32 to 39 do not apply (APPI 41(9)).
    Pseudonymized,
    /// As anonymized information (APPI 2(6)).
    Anonymized,
    /// As what the ledger says to be no personal data.
    NotPersonalData,
}

impl As {
    /// What an entry is published as.
    pub(super) fn of(entry: &Entry) -> Self {
        let excluded = |reason| entry.disclosure.eligible == Stated::No && entry.disclosure.reasons.contains(&reason);
        match (entry.capacity, entry.nature) {
            (Capacity::EntrustedToUs, _) => Self::Entrusted,
            (Capacity::NotStated, _) if excluded(ExclusionReason::EntrustedToUs) => Self::Entrusted,
            (_, Nature::PersonallyReferable) => Self::PersonallyReferable,
            (_, Nature::Pseudonymized) => Self::Pseudonymized,
            (_, Nature::Anonymized) => Self::Anonymized,
            _ if excluded(ExclusionReason::Pseudonymized) => Self::Pseudonymized,
            _ if excluded(ExclusionReason::NotPersonalData) => Self::NotPersonalData,
            _ => Self::Own,
        }
    }
}

/// Entries that may be spoken of, and those that may not; each in the ledger's order.
pub(super) struct Sorted<'a> {
    pub(super) published: Vec<Held<'a>>,
    /// Those whose existence must not become known.
    pub(super) secret: Vec<Held<'a>>,
}

/// Sets apart the entries of which the ledger says that their existence becoming known would do harm (Order 5).
pub(super) fn sort<'a>(entries: impl Iterator<Item = Held<'a>>) -> Sorted<'a> {
    let (published, secret) = entries.partition(|held| harms(held.entry).next().is_none());
    Sorted { published, secret }
}

impl Sorted<'_> {
    /// Whether something that the organization has a sheet for may be spoken of: not where secret entries alone name it.
    pub(super) fn may_name(&self, name: &Text, of: impl Fn(&Entry) -> &[Text]) -> bool {
        let named = |among: &[Held<'_>]| among.iter().any(|held| of(held.entry).contains(name));
        named(&self.published) || !named(&self.secret)
    }

    /// The entries that are not spoken of, as the one who publishes must know them.
    pub(super) fn withheld(&self) -> Vec<Withheld> {
        let withheld = |Held { entry, .. }: &Held<'_>| Withheld {
            control_no: entry.control_no.clone(),
            occurrence: entry.occurrence,
            basis: harms(entry).filter_map(ExclusionReason::basis).collect(),
        };
        self.secret.iter().map(withheld).collect()
    }
}

fn harms(entry: &Entry) -> impl Iterator<Item = ExclusionReason> + '_ {
    use ExclusionReason::{CrimePrevention, LifeBodyProperty, NationalSecurity, UnlawfulActs};
    let reasons = entry.disclosure.reasons.iter().copied().filter(|_| entry.disclosure.eligible == Stated::No);
    reasons.filter(|reason| matches!(reason, LifeBodyProperty | UnlawfulActs | NationalSecurity | CrimePrevention))
}
