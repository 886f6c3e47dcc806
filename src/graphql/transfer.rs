//! On what each way rests in which entries reach parties and countries (APPI 28).

use async_graphql::{Enum, InputObject, Object, SimpleObject};

use super::country::{Certainty, Country};
use super::entry::LedgerEntry;
use super::filter::of_domain;
use super::party::TransferBasis;
use super::stated::{Language, LawReference, Stated, provisions, spoken};
use crate::law::transfer as law;
use crate::ledger;
use crate::question::{self, Refusal, transfers};

/// One way in which an entry reaches a party or a country, and on what it rests.
pub struct Transfer {
    /// The entry.
    pub entry: LedgerEntry,
    /// The way.
    pub transfer: transfers::Transfer,
}

/// One way in which an entry reaches a party or a country, or may: what Article 28 makes of it by what the ledger says, and which duties
/// remain. Where several countries are known, each is a transfer; several candidates are one.
#[Object]
impl Transfer {
    /// The entry that reaches it.
    async fn entry(&self) -> LedgerEntry {
        self.entry.clone()
    }

    /// In what way the data gets there.
    async fn way(&self) -> TransferWay {
        self.transfer.case.way.into()
    }

    /// The place, provider, entrustee, recipient or joint use; empty where the ledger names none.
    async fn counterpart(&self) -> &str {
        &self.transfer.counterpart
    }

    /// The place that the provider provides, or the entrustee that entrusts further.
    async fn through(&self) -> Option<&str> {
        self.transfer.through.as_deref()
    }

    /// YES where the ledger says that it happens, POSSIBLE where it only foresees it.
    async fn stated(&self) -> Stated {
        self.transfer.stated.into()
    }

    /// The country, or the candidates where `certainty` is CANDIDATES; empty where none is named.
    async fn countries(&self) -> Vec<Country> {
        self.transfer.countries.iter().copied().map(Country).collect()
    }

    /// Whether the country is known, is one of several, or is not stated.
    async fn certainty(&self) -> Certainty {
        self.transfer.certainty.into()
    }

    /// Where it goes, as Article 28 tells places apart.
    async fn destination(&self) -> TransferDestination {
        self.transfer.case.destination.into()
    }

    /// Why the country cannot be named, where the ledger gives a reason.
    async fn no_country_reason(&self) -> Option<&str> {
        self.transfer.reason.as_deref()
    }

    /// Whether the party handles the personal data, as the ledger says of a provider or an entrustee.
    async fn handles_data(&self) -> Stated {
        self.transfer.case.handles.into()
    }

    /// Whether a recipient collects it from the person itself.
    async fn collected_directly(&self) -> Stated {
        self.transfer.case.collected.into()
    }

    /// The basis that the ledger states.
    async fn transfer(&self) -> TransferBasis {
        self.transfer.case.basis.into()
    }

    /// What Article 28 makes of it.
    async fn verdict(&self) -> TransferVerdict {
        self.transfer.verdict().into()
    }

    /// Why the verdict follows.
    async fn reason(
        &self,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the reason.")] language: Option<Language>,
    ) -> &str {
        self.transfer.row().reason(spoken(language))
    }

    /// The provisions that the verdict rests on.
    async fn basis(&self) -> Vec<LawReference> {
        provisions(&self.transfer.case.basis())
    }

    /// The duties that the ledger does not show met.
    async fn remaining(&self) -> Vec<TransferDutyKind> {
        self.transfer.remaining().map(Into::into).collect()
    }

    /// The duties that it leaves to the organization, with how far the ledger shows each met.
    async fn duties(&self) -> Vec<TransferDuty> {
        self.transfer.duties.iter().map(|(duty, met)| TransferDuty { duty: *duty, met: *met }).collect()
    }
}

/// Which transfers are asked about.
#[derive(InputObject, Debug, Default)]
pub struct TransferFilter {
    /// Of these verdicts; of all where none is named.
    verdicts: Option<Vec<TransferVerdict>>,
    /// In these ways; in all where none is named.
    ways: Option<Vec<TransferWay>>,
    /// To these places, as Article 28 tells them apart; to all where none is named.
    destinations: Option<Vec<TransferDestination>>,
    /// To these countries, by their codes, each candidate counting as one; to any or none where none is named.
    countries: Option<Vec<String>>,
}

impl TransferFilter {
    /// The question that it asks.
    ///
    /// # Errors
    /// Where a code is no country's.
    pub fn question(self) -> Result<transfers::Question, Refusal> {
        Ok(transfers::Question {
            verdicts: of_domain(self.verdicts).unwrap_or_default(),
            ways: of_domain(self.ways).unwrap_or_default(),
            destinations: of_domain(self.destinations).unwrap_or_default(),
            countries: self.countries.iter().flatten().map(|code| question::country(code)).collect::<Result<_, _>>()?,
        })
    }
}

/// Transfers to the same countries of which Article 28 makes the same.
pub struct TransferGroup(pub transfers::Group);

/// Transfers to the same countries, or the same candidates, of which Article 28 makes the same, with the duties that they leave.
#[Object]
impl TransferGroup {
    /// The country, or the candidates where `certainty` is CANDIDATES; empty where none is named.
    async fn countries(&self) -> Vec<Country> {
        self.0.countries.iter().copied().map(Country).collect()
    }

    /// Whether the country is known, is one of several, or is not stated.
    async fn certainty(&self) -> Certainty {
        self.0.certainty.into()
    }

    /// Where they go, as Article 28 tells places apart.
    async fn destination(&self) -> TransferDestination {
        self.0.destination.into()
    }

    /// What Article 28 makes of them.
    async fn verdict(&self) -> TransferVerdict {
        self.0.verdict.into()
    }

    /// In what ways the data gets there.
    async fn ways(&self) -> Vec<TransferWay> {
        self.0.ways.iter().copied().map(Into::into).collect()
    }

    /// How many transfers there are.
    async fn transfers(&self) -> usize {
        self.0.transfers
    }

    /// How many entries have one.
    async fn entries(&self) -> usize {
        self.0.entries
    }

    /// The duties that they leave.
    async fn duties(&self) -> Vec<TransferDutyCount> {
        let counts = self.0.duties.iter();
        counts.map(|(duty, count)| TransferDutyCount { kind: (*duty).into(), owed: count.owed, unmet: count.unmet }).collect()
    }
}

/// How many transfers leave a duty.
#[derive(SimpleObject)]
pub struct TransferDutyCount {
    /// What kind of duty.
    kind: TransferDutyKind,
    /// How many leave it.
    owed: usize,
    /// Of how many the ledger does not show it met.
    unmet: usize,
}

/// A duty that a transfer leaves to the organization.
pub struct TransferDuty {
    duty: law::Duty,
    met: ledger::Stated,
}

/// A duty that a transfer leaves to the organization, with its provisions.
#[Object]
impl TransferDuty {
    /// What kind of duty.
    async fn kind(&self) -> TransferDutyKind {
        self.duty.into()
    }

    /// What must be done.
    async fn text(
        &self,
        #[graphql(default_with = "Some(Language::Ja)", desc = "The language of the text.")] language: Option<Language>,
    ) -> &str {
        self.duty.text(spoken(language))
    }

    /// How far the ledger shows it met: YES where what it takes stands in the ledger, NO where the ledger shows that it was not done,
    /// such as a last check more than a year ago; NOT_STATED where it does not say, which is not NO.
    async fn met(&self) -> Stated {
        self.met.into()
    }

    /// The provisions that it rests on.
    async fn basis(&self) -> Vec<LawReference> {
        provisions(&self.duty.basis())
    }
}

/// In what way data reaches a party or a country.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "law::Way")]
pub enum TransferWay {
    /// It is kept there; the country is that of the server or the room.
    Server,
    /// It is kept with a party that provides the place; the country is that party's.
    Provider,
    /// It is entrusted (委託).
    Entrustee,
    /// An entrustee entrusts it further (再委託).
    SubEntrustee,
    /// It is provided to a third party (第三者提供).
    Recipient,
    /// It is used jointly (共同利用).
    JointUser,
}

/// Where data goes, as Article 28 tells places apart.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "law::Destination")]
pub enum TransferDestination {
    /// It is Japan, and nowhere else.
    Home,
    /// It is abroad, and every possible country is designated by the Commission.
    Designated,
    /// It is abroad, and not every possible country is designated.
    NotDesignated,
    /// It is abroad, but no country is named.
    Unnamed,
    /// Japan is one of several possibilities.
    PerhapsHome,
    /// The ledger says nothing of the country.
    NotStated,
}

/// What Article 28 makes of a transfer.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "law::Verdict")]
pub enum TransferVerdict {
    /// It stays in Japan, so that Article 28 does not apply.
    Domestic,
    /// Nothing is provided: it is only kept there, the party does not handle it, or collects it itself.
    NotAProvision,
    /// It rests on the designation of the country (Rules 15), and Article 27 applies as at home.
    DesignatedCountry,
    /// It rests on the equivalent system of the recipient (Rules 16), and Article 27 applies as at home.
    EquivalentSystem,
    /// It rests on the consent of the person.
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

/// A kind of duty that a transfer leaves.
#[derive(Enum, Debug, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "law::Duty")]
pub enum TransferDutyKind {
    /// It must rest on a basis that holds (APPI 28(1)).
    SettleBasis,
    /// The country must be found out (APPI 23, guideline 10-7).
    AscertainCountry,
    /// It must be found out whether anything is provided (guideline 2-17).
    AscertainProvision,
    /// The person must be told the country before it consents (Rules 17(2)(i)).
    TellCountry,
    /// The person must be told the system of that country (Rules 17(2)(ii)).
    TellSystem,
    /// The person must be told what the recipient does for protection (Rules 17(2)(iii), 17(4)).
    TellMeasures,
    /// Where the country cannot be told, the person must be told so, and why (Rules 17(3)(i)).
    TellWhyNoCountry,
    /// Where the country cannot be told, the person must be given what helps in its stead (Rules 17(3)(ii)).
    TellInsteadOfCountry,
    /// The measures of the recipient and the system of its country must be checked about once a year (Rules 18(1)(i)).
    CheckYearly,
    /// The organization must act where these measures falter, and stop where they cannot be kept up (Rules 18(1)(ii)).
    ActAndStop,
    /// The person must be informed of these measures on request (Rules 18(2), 18(3)).
    InformOnRequest,
    /// The system of the country must be known and heeded by security measures (APPI 23, guideline 10-7).
    KnowSystem,
    /// The country must be named among the measures that are made available (APPI 32(1)(iv), Order 10(i)).
    StateCountry,
    /// The entrustee must be supervised (APPI 25).
    Supervise,
    /// The joint use must be made known (APPI 27(5)(iii)).
    MakeJointUseKnown,
    /// The provision needs consent or an exception (APPI 27(1), 27(2)).
    ConsentOrException,
    /// A record of the provision must be kept (APPI 29(1)).
    KeepRecord,
    /// It must be made sure that the person has consented where the party is expected to get it as personal data (APPI 31(1), 31(3)).
    ConfirmConsent,
}
