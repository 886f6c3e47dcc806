//! What a requester may see, what it costs and what must be shown (APPI 32 to 38).
//!
//! The view says what the ledger supports: MAY_SEE where it says that an entry is disclosed, or that the organization holds it in
//! its own right, since what is retained is disclosed by default of law (APPI 16(4), 33(1)); MAY_NOT_SEE with the reason and its
//! provision; CANNOT_TELL where the ledger says too little. Personally referable or anonymized information is not shown to be
//! retained personal data by being the organization's own, so that it cannot be told either, unless the ledger says.

use super::{Refusal, Synonyms, Words, organization};
use crate::law::cite;
use crate::ledger::{
    Capacity, Contact, ContactRole, EntryNo, ExclusionReason, Fee, Held, Law, LawReference, Ledger, Nature, Organization, Procedure,
    RefusalGround, RequesterKind, RequiredDocument, Right, Stated,
};

/// Who asks for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The organization's code.
    pub organization: String,
    /// 本人の区分 that the person belongs to.
    pub subjects: Vec<String>,
    /// What is asked for.
    pub right: Right,
    /// Who asks.
    pub requester: RequesterKind,
}

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub struct RequesterView {
    /// Whether the organization accepts the request.
    pub accepted: Stated,
    /// The entries about these categories of person, and those that do not say whom they are about, in the ledger's order.
    pub entries: Vec<EntryAnswer>,
    /// The procedure that is for this right, the one that fits best.
    pub procedure: Option<Procedure>,
    /// All that the requester must show: an agent's papers first, then the principal's.
    pub documents: Vec<RequiredDocument>,
    /// What it costs.
    pub fee: Fee,
    /// On which grounds it may be refused, each with the provisions that the organization cites, else those of the law.
    pub refusal_grounds: Vec<RefusalGround>,
    /// Where to turn to.
    pub contact: Option<Contact>,
    /// The provisions that the answer rests on.
    pub basis: Vec<LawReference>,
}

/// What the requester may see of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryAnswer {
    /// The entry.
    pub entry: EntryNo,
    /// The answer.
    pub decision: EntryDecision,
    /// Why not.
    pub reasons: Vec<ExclusionReason>,
    /// The provisions that the decision rests on.
    pub basis: Vec<LawReference>,
}

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

/// Answers what a requester may see.
///
/// # Errors
/// Where the ledger has no such organization.
pub fn requester_view(ledger: &Ledger, question: &Question, synonyms: Synonyms<'_>) -> Result<RequesterView, Refusal> {
    let organization = organization(ledger, &question.organization)?;
    let subjects = Words::subjects(&question.subjects, synonyms);
    let of_organization = |no: &EntryNo| std::ptr::eq(ledger.held(*no).organization, organization);
    let about = subjects.folded().flat_map(|subject| ledger.about(subject)).filter(of_organization).map(|no| (no, true));
    let mut nos: Vec<(EntryNo, bool)> = about.chain(ledger.without_subject().filter(of_organization).map(|no| (no, false))).collect();
    nos.sort_unstable();
    nos.dedup();
    let entries = nos.into_iter().map(|(no, about)| decide(no, ledger.held(no), about, question.right)).collect();

    let found = procedure(organization, question, &subjects);
    let fitting = found.filter(|found| found.fits).map(|found| found.procedure);
    let accepted = fitting.map_or(Stated::NotStated, |procedure| if procedure.accepted == Stated::No { Stated::No } else { Stated::Yes });
    let named = found.map(|found| found.procedure);
    Ok(RequesterView {
        accepted,
        entries,
        procedure: named.cloned(),
        documents: fitting.map(|procedure| documents(procedure, question.requester)).unwrap_or_default(),
        fee: fitting.map(|procedure| procedure.fee.clone()).unwrap_or_default(),
        refusal_grounds: named.map(|procedure| refusal_grounds(procedure, question.right)).unwrap_or_default(),
        contact: contact(organization).cloned(),
        basis: basis(question),
    })
}

fn decide(no: EntryNo, held: Held<'_>, about: bool, right: Right) -> EntryAnswer {
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
        return EntryAnswer { entry: no, decision: EntryDecision::MayNotSee, reasons, basis };
    }
    let personal = matches!(entry.nature, Nature::PersonalInformation | Nature::NotStated);
    let by_default = entry.disclosure.eligible == Stated::NotStated && entry.capacity == Capacity::Own && personal;
    let retained = cite(Law::Appi, "16(4)");
    let (decision, basis) = match (about, entry.disclosure.eligible) {
        (true, Stated::Yes) => (EntryDecision::MaySee, vec![right.basis()]),
        (true, _) if by_default => (EntryDecision::MaySee, vec![retained, right.basis()]),
        _ => (EntryDecision::CannotTell, vec![retained]),
    };
    EntryAnswer { entry: no, decision, reasons, basis }
}

/// A procedure that is for the right asked for.
#[derive(Clone, Copy)]
struct Found<'a> {
    procedure: &'a Procedure,
    /// Whether it is for this requester and these categories of person as well.
    fits: bool,
}

/// The procedure that names the right and fits best: one for these categories of person before one that names none, one for this
/// requester likewise, the first where several are alike.
fn procedure<'a>(organization: &'a Organization, question: &Question, subjects: &Words) -> Option<Found<'a>> {
    let mut best: Option<((u8, u8), Found<'a>)> = None;
    for procedure in organization.procedures.iter().filter(|procedure| procedure.rights.contains(&question.right)) {
        let of_subject = fit(procedure.subjects.is_empty(), subjects.meet_any(&procedure.subjects));
        let of_requester = fit(procedure.requesters.is_empty(), procedure.requesters.contains(&question.requester));
        let found = Found { procedure, fits: of_subject > 0 && of_requester > 0 };
        let rank = if found.fits { (of_subject + 2, of_requester) } else { (of_subject.min(of_requester), of_subject + of_requester) };
        if best.as_ref().is_none_or(|(so_far, _)| rank > *so_far) {
            best = Some((rank, found));
        }
    }
    best.map(|(_, found)| found)
}

fn fit(silent: bool, named: bool) -> u8 {
    match (named, silent) {
        (true, _) => 2,
        (false, true) => 1,
        (false, false) => 0,
    }
}

/// The lines of the requester and, where an agent asks, of the principal; each once.
fn documents(procedure: &Procedure, requester: RequesterKind) -> Vec<RequiredDocument> {
    let of = |kind: RequesterKind| procedure.documents.iter().filter(move |line| line.requester == kind);
    let principal = (requester != RequesterKind::Principal).then(|| of(RequesterKind::Principal));
    let mut documents: Vec<RequiredDocument> = Vec::new();
    for line in of(requester).chain(principal.into_iter().flatten()) {
        if !documents.contains(line) {
            documents.push(line.clone());
        }
    }
    documents
}

fn refusal_grounds(procedure: &Procedure, right: Right) -> Vec<RefusalGround> {
    let with_basis = |ground: &RefusalGround| {
        let basis = if ground.basis.is_empty() { ground.kind.basis(right).into_iter().collect() } else { ground.basis.clone() };
        RefusalGround { basis, ..ground.clone() }
    };
    procedure.refusal_grounds.iter().map(with_basis).collect()
}

fn contact(organization: &Organization) -> Option<&Contact> {
    let of = |role: ContactRole| organization.contacts.iter().find(|contact| contact.roles.contains(&role));
    of(ContactRole::Requests).or_else(|| of(ContactRole::Complaints))
}

fn basis(question: &Question) -> Vec<LawReference> {
    let mut basis = vec![question.right.basis(), cite(Law::Appi, "37(1)")];
    if question.requester != RequesterKind::Principal {
        basis.push(cite(Law::Appi, "37(3)"));
    }
    if question.right.may_cost() {
        basis.push(cite(Law::Appi, "38(1)"));
    }
    basis
}
