//! Who else must be told when data is corrected, suspended or erased, or its provision stops (APPI 34, 35).

use strum::AsRefStr;

use crate::language::Language;
use crate::law::cite;
use crate::law::transfer::{Case, Data, Destination, Verdict, Way};
use crate::ledger::{
    Entrustment, Held, JointUse, Law, LawReference, Place, Provision, Right, Stated, Text, TransferBasis, Whereabouts, fold,
};
use crate::vocabulary::{Area, Vocabulary};

/// Someone who keeps or uses the data too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// As what it has the data.
    pub role: ToldRole,
    /// The entrustee, the provider of a place, the joint use or the recipient, as the ledger names it; empty where it names none.
    pub party: Text,
    /// Through whom it is told: the entrustee for those to whom it entrusts further, the responsible operator of a joint use.
    pub through: Option<Text>,
    /// What is known of it beside: the work entrusted, the place, the range of joint users, how a person stops the provision.
    pub detail: Option<Text>,
    /// Where it is.
    pub country: Whereabouts,
    /// Whether it has the data: YES, POSSIBLE where the ledger foresees it, NOT_STATED where it says too little of the party.
    pub stated: Stated,
    /// Why it is told: the provisions; none where no provision asks for it.
    pub basis: Vec<LawReference>,
    right: Right,
}

/// As what someone has the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, AsRefStr)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ToldRole {
    /// 委託先.
    Entrustee,
    /// 再委託先.
    SubEntrustee,
    /// The provider of a 保管場所 who handles the data.
    PlaceProvider,
    /// 共同利用者.
    JointUser,
    /// 第三者提供先.
    Recipient,
}

impl Told {
    /// Why it is told, in a sentence for the desk.
    #[must_use]
    pub fn reason(&self, language: Language) -> &'static str {
        let (ja, en) = match (self.role, self.right) {
            (ToldRole::Recipient, Right::SuspensionOfProvision) => ("この提供先への提供を停止するため", "the provision to it stops"),
            (_, Right::SuspensionOfProvision) => (
                "外国にある第三者への提供（28条）に当たり得るため",
                "it may be a provision to a third party in a foreign country (Article 28)",
            ),
            (ToldRole::Recipient, _) => (
                "提供済みのデータは提供先に残るため（通知は法の義務ではないが、連絡が望ましい）",
                "what was provided stays with it (the Act does not oblige the organization to tell it; it is good practice)",
            ),
            (ToldRole::Entrustee, _) => (
                "委託先が取り扱うデータにも同じ措置をとらせるため",
                "the same must be done with the data that it handles for the organization",
            ),
            (ToldRole::SubEntrustee, _) => (
                "再委託先のデータにも委託先を通じて同じ措置をとらせるため",
                "the same must be done, through the entrustee, by those to whom it entrusts the data further",
            ),
            (ToldRole::PlaceProvider, _) => (
                "保管場所の提供者が取り扱うデータにも同じ措置をとらせるため",
                "the same must be done with the data that the provider of the place handles",
            ),
            (ToldRole::JointUser, _) => (
                "共同利用者が利用するデータについても、管理責任者を通じて同じ措置をとるため",
                "the same must be done, through the responsible operator, with the data that joint users use",
            ),
        };
        language.pick(ja, en)
    }
}

/// Who else must be told of what is done with an entry; nobody, where the right only asks to be told something.
pub(super) fn told(held: Held<'_>, right: Right, vocabulary: &Vocabulary) -> Vec<Told> {
    let telling = Telling { held, right, vocabulary };
    match right {
        Right::NoticeOfPurpose | Right::Disclosure | Right::DisclosureOfProvisionRecords => Vec::new(),
        Right::SuspensionOfProvision => telling.of_provision(),
        Right::Correction | Right::Addition | Right::Deletion | Right::SuspensionOfUse | Right::Erasure => telling.of_data(),
    }
}

struct Telling<'a> {
    held: Held<'a>,
    right: Right,
    vocabulary: &'a Vocabulary,
}

impl Telling<'_> {
    /// Those who have the data, whatever it rests on.
    fn of_data(&self) -> Vec<Told> {
        let (held, entry) = (self.held, self.held.entry);
        let mut told = Vec::new();
        for party in held.entrustments() {
            told.push(self.entrustee(&party));
            if matches!(party.subcontracting, Stated::Yes | Stated::Possible) {
                let through = Some(party.entrustee.clone());
                told.push(Told { through, stated: party.subcontracting, ..self.nobody(ToldRole::SubEntrustee) });
            }
        }
        self.nameless(&mut told, ToldRole::Entrustee, held.entrusted(), entry.entrustees.is_empty());
        told.extend(held.places().iter().filter_map(|place| self.provider_of(place)));
        told.extend(held.joint_uses().iter().map(|joint| self.joint_user(joint)));
        self.nameless(&mut told, ToldRole::JointUser, held.jointly_used(), entry.joint_uses.is_empty());
        told.extend(held.provisions().iter().map(|party| self.recipient(party)));
        self.nameless(&mut told, ToldRole::Recipient, held.provided(), entry.recipients.is_empty());
        told
    }

    /// Those to whom it is provided: third parties, and those in foreign countries to whom Article 28 applies whatever they have it
    /// for.
    fn of_provision(&self) -> Vec<Told> {
        let (held, entry) = (self.held, self.held.entry);
        let mut told: Vec<Told> = held.provisions().iter().map(|party| self.recipient(party)).collect();
        self.nameless(&mut told, ToldRole::Recipient, held.provided(), entry.recipients.is_empty());
        let entrustments = held.entrustments();
        let entrusted = entrustments.iter().filter(|party| self.under_28(Way::Entrustee, Stated::Yes, &party.country, party.transfer));
        told.extend(entrusted.map(|party| self.entrustee(party)));
        let places = held.places();
        let kept = |place: &Place| self.under_28(Way::Provider, place.handles_data, &place.provider_country, TransferBasis::NotStated);
        told.extend(places.iter().filter(|place| kept(place)).filter_map(|place| self.provider_of(place)));
        let used = |joint: &JointUse| self.under_28(Way::JointUser, Stated::Yes, &held.joint_users(joint), TransferBasis::NotStated);
        told.extend(held.joint_uses().iter().filter(|joint| used(joint)).map(|joint| self.joint_user(joint)));
        told
    }

    /// Whether Article 28 takes a party for a third party in a foreign country, to whom consent alone allows a provision.
    fn under_28(&self, way: Way, handles: Stated, country: &Whereabouts, basis: TransferBasis) -> bool {
        let (data, destination) = (Data::of(self.held.entry), Destination::of(country, self.held.organization.home));
        let case = Case { data, way, handles, collected: Stated::NotStated, destination, basis };
        destination.is_abroad() && matches!(case.verdict(), Verdict::Consent | Verdict::BasisMissing | Verdict::BasisFails)
    }

    fn entrustee(&self, party: &Entrustment) -> Told {
        Told {
            party: party.entrustee.clone(),
            detail: party.work.clone(),
            country: party.country.clone(),
            ..self.nobody(ToldRole::Entrustee)
        }
    }

    /// A provider of a place that is another than the organization and is not said to leave the data alone.
    fn provider_of(&self, place: &Place) -> Option<Told> {
        let provider = place.provider.clone().filter(|_| place.handles_data != Stated::No)?;
        let folded = fold(&provider);
        let itself = folded == fold(&self.held.organization.name) || self.vocabulary.areas.whole(&folded) == Some(Area::Home);
        let party = Some(provider).filter(|_| !itself)?;
        let (detail, country) = (Some(place.name.clone()), place.provider_country.clone());
        Some(Told { party, detail, country, stated: place.handles_data, ..self.nobody(ToldRole::PlaceProvider) })
    }

    fn joint_user(&self, joint: &JointUse) -> Told {
        Told {
            party: joint.name.clone(),
            through: joint.responsible.clone(),
            detail: joint.scope.clone(),
            ..self.nobody(ToldRole::JointUser)
        }
    }

    fn recipient(&self, party: &Provision) -> Told {
        Told {
            party: party.recipient.clone(),
            detail: party.opt_out.clone(),
            country: party.country.clone(),
            ..self.nobody(ToldRole::Recipient)
        }
    }

    /// One of whom the ledger says that there is, or may be, one, without a name.
    fn nameless(&self, told: &mut Vec<Told>, role: ToldRole, stated: Stated, unnamed: bool) {
        if unnamed && matches!(stated, Stated::Yes | Stated::Possible) {
            told.push(Told { stated, ..self.nobody(role) });
        }
    }

    fn nobody(&self, role: ToldRole) -> Told {
        let rests_on: &[(Law, &str)] = match (role, self.right) {
            (ToldRole::Recipient, _) => &[],
            (_, Right::SuspensionOfProvision) => &[(Law::Appi, "28(1)")],
            (ToldRole::Entrustee | ToldRole::SubEntrustee | ToldRole::PlaceProvider, _) => &[(Law::Appi, "25")],
            (ToldRole::JointUser, _) => &[(Law::Appi, "27(5)(iii)"), (Law::Guideline, "3-6-3")],
        };
        let no_duty = role == ToldRole::Recipient && self.right != Right::SuspensionOfProvision;
        let basis = if no_duty { Vec::new() } else { self.basis(rests_on) };
        let (party, country) = (Text::default(), Whereabouts::default());
        Told { role, party, through: None, detail: None, country, stated: Stated::Yes, basis, right: self.right }
    }

    /// These provisions, and those by which what is asked for is done.
    fn basis(&self, rests_on: &[(Law, &str)]) -> Vec<LawReference> {
        let done: &[(Law, &str)] = match self.right {
            Right::Correction | Right::Addition | Right::Deletion => &[(Law::Appi, "34(2)")],
            Right::SuspensionOfProvision => &[(Law::Appi, "35(4)"), (Law::Appi, "35(6)")],
            _ => &[(Law::Appi, "35(2)"), (Law::Appi, "35(6)")],
        };
        rests_on.iter().chain(done).map(|(law, article)| cite(*law, article)).collect()
    }
}
