//! What is decided, and on which grounds (APPI 32(2), 33(2), 34(2), 35(2) and (4), 36).

use strum::{AsRefStr, EnumString, VariantArray};

use super::Fault;
use crate::language::Language;
use crate::ledger::{LawReference, Organization, RefusalGround, RefusalGroundKind, Right, Text};
use crate::question::Label;

/// How much of a request is granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Grant {
    /// All of it.
    Whole,
    /// A part.
    Part,
    /// Nothing.
    None,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// How much is granted.
    pub grant: Grant,
    /// On which grounds the rest is refused.
    pub grounds: Vec<RefusalGroundKind>,
    /// The sentence for the person that gives the reason (APPI 36).
    pub explanation: Option<Text>,
    /// The ledger's revision that the decision rests on.
    pub revision: i32,
}

/// The grounds on which the law lets one of these rights be refused, each with its provisions.
#[must_use]
pub fn grounds_of_law(rights: &[Right]) -> Vec<(RefusalGroundKind, Vec<LawReference>)> {
    let with_basis = |kind: &RefusalGroundKind| {
        let mut basis: Vec<LawReference> = rights.iter().filter_map(|right| kind.basis(*right)).collect();
        basis.sort();
        basis.dedup();
        (!basis.is_empty()).then_some((*kind, basis))
    };
    RefusalGroundKind::VARIANTS.iter().filter_map(with_basis).collect()
}

impl Decision {
    /// The longest sentence for the person, in letters.
    pub const LONGEST_EXPLANATION: usize = 2_000;

    /// Its grounds as the organization's procedures word them, or as the law does where they do not; each with its provisions.
    #[must_use]
    pub fn grounds_in_words(&self, organization: &Organization, rights: &[Right]) -> Vec<RefusalGround> {
        let lawful = grounds_of_law(rights);
        let ground = |kind: &RefusalGroundKind| {
            let procedures = organization.procedures.iter().filter(|procedure| procedure.rights.iter().any(|right| rights.contains(right)));
            let stated = procedures.flat_map(|procedure| &procedure.refusal_grounds).find(|ground| ground.kind == *kind);
            let of_law = lawful.iter().find(|(lawful, _)| lawful == kind).map(|(_, basis)| basis.clone()).unwrap_or_default();
            let basis = stated.map(|ground| ground.basis.clone()).filter(|basis| !basis.is_empty()).unwrap_or(of_law);
            let text = stated.map_or_else(|| kind.label(Language::Ja).into(), |ground| ground.text.clone());
            RefusalGround { kind: *kind, text, basis }
        };
        self.grounds.iter().map(ground).collect()
    }

    /// Whether it can be taken on these rights: what is refused needs a ground that the law has for one of them, and a sentence that
    /// gives the person the reason; what is wholly granted has neither.
    ///
    /// # Errors
    /// Where it cannot.
    pub fn check(&self, rights: &[Right]) -> Result<(), Fault> {
        let length = self.explanation.as_deref().map_or(0, |text| text.chars().count());
        if length > Self::LONGEST_EXPLANATION {
            return Err(Fault::TooLong { what: "explanation", length, limit: Self::LONGEST_EXPLANATION });
        }
        if self.grant == Grant::Whole {
            return if self.grounds.is_empty() { Ok(()) } else { Err(Fault::GroundsOfWhole) };
        }
        let lawful = grounds_of_law(rights);
        if self.grounds.is_empty() {
            return Err(Fault::GroundNeeded { lawful: lawful.into_iter().map(|(kind, _)| kind).collect() });
        }
        if let Some(ground) = self.grounds.iter().find(|ground| !lawful.iter().any(|(kind, _)| kind == *ground)) {
            return Err(Fault::NotAGroundOfLaw { ground: *ground, lawful: lawful.into_iter().map(|(kind, _)| kind).collect() });
        }
        if self.explanation.as_deref().is_none_or(|text| text.trim().is_empty()) {
            return Err(Fault::ExplanationNeeded);
        }
        Ok(())
    }
}
