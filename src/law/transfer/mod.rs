//! On what data reaching a party or a country rests (APPI 25, 27, 28): the decision table of Article 28.
//!
//! A [`Case`] is what the ledger says of one way in which data gets somewhere. [`decide`] finds the one row of the [`TABLE`] that it falls
//! under, and so the [`Verdict`]; [`Case::duties`] are the duties that remain, each with its provision.
//!
//! A server's country is not where a recipient is: keeping data on a server abroad provides it to nobody, but its country's system must be
//! known. A provider that does not handle the data gets nothing either; one that does is an entrustee. For a recipient in a foreign
//! country that is neither designated nor keeps an equivalent system, Article 28(1) stands in the place of Article 27, so that
//! entrustment and joint use (27(5)) are no exemption there. All this is for personal data; of personally referable information Article 31 asks
//! other things.

mod data;
mod destination;
mod duty;
mod evidence;
mod groups;
mod table;

use std::sync::LazyLock;

use strum::{AsRefStr, EnumString, VariantArray};

pub use self::data::Data;
pub use self::destination::Destination;
pub use self::duty::Duty;
pub use self::evidence::Evidence;
pub use self::table::TABLE;
use super::cite;
use crate::language::Language;
use crate::ledger::{Law, LawReference, Stated, TransferBasis};

/// A way in which data reaches a party or a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Way {
    /// Kept on a server, or in a room: its country.
    Server,
    /// Kept with somebody who provides the place: that party's country.
    Provider,
    /// Entrusted (委託).
    Entrustee,
    /// Entrusted further by an entrustee (再委託).
    SubEntrustee,
    /// Provided to a third party (第三者提供).
    Recipient,
    /// Used jointly (共同利用).
    JointUser,
}

/// What the ledger says of one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Case {
    /// What the data is.
    pub data: Data,
    /// The way.
    pub way: Way,
    /// Whether the party handles the personal data. Of a recipient or a joint user it does not matter.
    pub handles: Stated,
    /// Whether a recipient collects it from the person itself. Of other ways it does not matter.
    pub collected: Stated,
    /// Where it goes.
    pub destination: Destination,
    /// The basis that the ledger states.
    pub basis: TransferBasis,
}

/// What Article 28 makes of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Verdict {
    /// It stays at home, or the ledger says so; Article 28 does not apply.
    Domestic,
    /// Nothing is provided.
    NotAProvision,
    /// It rests on the designation of the country (Rules 15).
    DesignatedCountry,
    /// It rests on the recipient's equivalent system (Rules 16).
    EquivalentSystem,
    /// It rests on the person's consent.
    Consent,
    /// It rests on an exception of Article 27(1).
    LegalException,
    /// Article 28 asks for a basis, and the ledger states none.
    BasisMissing,
    /// The basis that the ledger states does not hold for what it says of the party or the country.
    BasisFails,
    /// The ledger says too little to tell.
    CannotTell,
    /// It is no personal data, so that Article 28 does not apply.
    NotPersonalData,
}

/// A row of the decision table.
#[derive(Debug)]
pub struct Row {
    /// Its name, stable.
    pub id: &'static str,
    /// What the data is.
    pub data: &'static [Data],
    /// The ways that it is for, each with what must be said of the party.
    pub who: &'static [Who],
    /// Where the data goes.
    pub destinations: &'static [Destination],
    /// The basis that the ledger states.
    pub bases: &'static [TransferBasis],
    /// What follows.
    pub verdict: Verdict,
    /// The provisions that the verdict rests on, beside those of the way (see [`Case::basis`]).
    pub rests_on: &'static [(Law, &'static str)],
    /// Why, in Japanese and English.
    pub why: [&'static str; 2],
}

/// Ways, and what the ledger says of the party.
#[derive(Debug)]
pub struct Who {
    /// The ways.
    pub ways: &'static [Way],
    /// Whether the party handles the data.
    pub handles: &'static [Stated],
    /// Whether a recipient collects it from the person itself.
    pub collected: &'static [Stated],
}

impl Row {
    /// Whether a case falls under it.
    #[must_use]
    pub fn covers(&self, case: Case) -> bool {
        let who = self
            .who
            .iter()
            .any(|who| who.ways.contains(&case.way) && who.handles.contains(&case.handles) && who.collected.contains(&case.collected));
        who && self.data.contains(&case.data) && self.destinations.contains(&case.destination) && self.bases.contains(&case.basis)
    }

    /// Why the verdict follows.
    #[must_use]
    pub fn reason(&self, language: Language) -> &'static str {
        let [ja, en] = self.why;
        language.pick(ja, en)
    }
}

/// The row that a case falls under. There is one for every case.
#[must_use]
pub fn decide(case: Case) -> &'static Row {
    &TABLE[ROW_OF_CASE[case.number()]]
}

/// The row of each case by its number, so that a case is looked up and not searched for.
static ROW_OF_CASE: LazyLock<Vec<usize>> = LazyLock::new(|| {
    let row = |case: Case| TABLE.iter().position(|row| row.covers(case)).expect("every case falls under a row");
    Case::all().map(row).collect()
});

impl Case {
    /// Every case there is, by number.
    pub fn all() -> impl Iterator<Item = Self> {
        let said = || Stated::VARIANTS.iter().copied();
        let ways = || Way::VARIANTS.iter().copied();
        let destinations = || Destination::VARIANTS.iter().copied();
        let kinds = Data::VARIANTS.iter().copied();
        let parties = kinds.flat_map(move |data| ways().flat_map(move |way| said().map(move |handles| (data, way, handles))));
        let places = parties.flat_map(move |party| said().flat_map(move |collected| destinations().map(move |to| (party, collected, to))));
        places.flat_map(|((data, way, handles), collected, destination)| {
            let bases = TransferBasis::VARIANTS.iter().copied();
            bases.map(move |basis| Self { data, way, handles, collected, destination, basis })
        })
    }

    /// Its place among all cases.
    fn number(self) -> usize {
        let said = Stated::VARIANTS.len();
        let way = self.data as usize * Way::VARIANTS.len() + self.way as usize;
        let party = (way * said + self.handles as usize) * said + self.collected as usize;
        (party * Destination::VARIANTS.len() + self.destination as usize) * TransferBasis::VARIANTS.len() + self.basis as usize
    }

    /// What Article 28 makes of it.
    #[must_use]
    pub fn verdict(self) -> Verdict {
        decide(self).verdict
    }

    /// The provisions that the verdict rests on: those of its row, and those of its way where Article 27 applies as at home.
    #[must_use]
    pub fn basis(self) -> Vec<LawReference> {
        let row = decide(self);
        let as_at_home = matches!(row.verdict, Verdict::Domestic | Verdict::DesignatedCountry | Verdict::EquivalentSystem);
        let of_way = if as_at_home { self.of_way() } else { &[] };
        row.rests_on.iter().chain(of_way).map(|(law, article)| cite(*law, article)).collect()
    }

    /// What applies to its way at home.
    fn of_way(self) -> &'static [(Law, &'static str)] {
        match self.way {
            Way::Server => &[(Law::Appi, "23")],
            Way::Provider if self.handles != Stated::Yes => &[(Law::Appi, "23")],
            Way::Provider | Way::Entrustee | Way::SubEntrustee => &[(Law::Appi, "25"), (Law::Appi, "27(5)(i)")],
            Way::Recipient => &[(Law::Appi, "27(1)")],
            Way::JointUser => &[(Law::Appi, "27(5)(iii)")],
        }
    }

    /// The duties that remain, in the order of [`Duty`].
    pub fn duties(self) -> impl Iterator<Item = Duty> {
        let verdict = self.verdict();
        Duty::VARIANTS.iter().copied().filter(move |duty| duty.is_owed(self, verdict))
    }
}

#[cfg(test)]
mod tests;
