//! What a requester may see, what it costs and what must be shown (APPI 32 to 38).
//!
//! The view says what the ledger supports: MAY_SEE where it says that an entry is disclosed, or that the organization holds it in
//! its own right, since what is retained is disclosed by default of law (APPI 16(4), 33(1)); MAY_NOT_SEE with the reason and its
//! provision; CANNOT_TELL where the ledger says too little. Personally referable or anonymized information is not shown to be
//! retained personal data by being the organization's own, so that it cannot be told either, unless the ledger says.

mod decision;
mod matter;
mod procedure;
mod purpose;
mod said;
mod subjects;
mod told;

pub use decision::EntryDecision;
pub use matter::Matter;
pub use procedure::{fitting_procedure, required_documents};
pub use purpose::Purpose;
pub use said::Said;
pub use subjects::{SaidIn, SubjectMatch};
pub use told::{Told, ToldRole};

use subjects::Found;

use super::{Refusal, Words, organization};
use crate::law::cite;
use crate::ledger::{
    Contact, EntryNo, ExclusionReason, Fee, Law, LawReference, Ledger, Procedure, RefusalGround, RequesterKind, RequiredDocument, Right,
    Stated,
};
use crate::vocabulary::Vocabulary;

/// The most categories of person that one question may name. A person is in a few.
const MOST_SUBJECTS: usize = 100;

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
    /// What was asked for.
    pub right: Right,
    /// The organization's words that were taken for those asked for, the surest first of each.
    pub matched: Vec<SubjectMatch>,
    /// The organization's words that may have been meant and were not taken: to be asked about.
    pub nearly_matched: Vec<SubjectMatch>,
    /// The words asked for that no entry is about.
    pub unmatched: Vec<String>,
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

/// What the requester may see of an entry, and what of it answers the right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryAnswer {
    /// The entry.
    pub entry: EntryNo,
    /// What was asked for.
    pub right: Right,
    /// The answer.
    pub decision: EntryDecision,
    /// Why not.
    pub reasons: Vec<ExclusionReason>,
    /// The provisions that the decision rests on.
    pub basis: Vec<LawReference>,
    /// Whether the request has anything to do with the entry: NO where it may not be seen, or where the ledger says that there is
    /// nothing to stop or no record to show.
    pub touched: Stated,
    /// The matters that answer the right; none where it may not be seen.
    pub matters: Vec<Matter>,
    /// The matters among them of which the ledger says nothing, or too little.
    pub not_stated: Vec<Matter>,
    /// The purposes that concern the person, where purposes answer the right.
    pub purposes: Vec<Purpose>,
    /// Who else must be told when the request is granted.
    pub told: Vec<Told>,
}

/// Answers what a requester may see.
///
/// # Errors
/// Where the ledger has no such organization, or more than 100 categories of person are named.
pub fn requester_view(ledger: &Ledger, question: &Question, vocabulary: &Vocabulary) -> Result<RequesterView, Refusal> {
    let organization = organization(ledger, &question.organization)?;
    if question.subjects.len() > MOST_SUBJECTS {
        return Err(Refusal::TooManySubjects { subjects: question.subjects.len(), limit: MOST_SUBJECTS });
    }
    let found = Found::find(ledger, organization, &question.subjects, &vocabulary.subjects);
    let silent = ledger.without_subject().filter(|no| std::ptr::eq(ledger.held(*no).organization, organization));
    let mut nos: Vec<EntryNo> = found.entries.iter().copied().chain(silent).collect();
    nos.sort_unstable();
    let entries = nos.into_iter().map(|no| answer(ledger, no, &found, question.right, vocabulary)).collect();

    let named = procedure::procedure(organization, question.right, question.requester, &Words::subjects(&question.subjects, vocabulary));
    let fitting = named.filter(|named| named.fits).map(|named| named.procedure);
    let accepted = fitting.map_or(Stated::NotStated, |procedure| if procedure.accepted == Stated::No { Stated::No } else { Stated::Yes });
    let named = named.map(|named| named.procedure);
    Ok(RequesterView {
        right: question.right,
        matched: found.matched,
        nearly_matched: found.nearly_matched,
        unmatched: found.unmatched,
        accepted,
        entries,
        procedure: named.cloned(),
        documents: fitting.map(|procedure| required_documents(procedure, question.requester)).unwrap_or_default(),
        fee: fitting.map(|procedure| procedure.fee.clone()).unwrap_or_default(),
        refusal_grounds: named.map(|procedure| procedure::refusal_grounds(procedure, question.right)).unwrap_or_default(),
        contact: procedure::contact(organization).cloned(),
        basis: basis(question),
    })
}

/// Answers for several rights at once, one view a right in the order asked, a right named twice once; the right of the question itself
/// is not asked for unless it is among them.
///
/// # Errors
/// As [`requester_view`].
pub fn requester_views(
    ledger: &Ledger,
    question: &Question,
    rights: &[Right],
    vocabulary: &Vocabulary,
) -> Result<Vec<RequesterView>, Refusal> {
    let mut asked: Vec<Right> = Vec::new();
    for right in rights {
        if !asked.contains(right) {
            asked.push(*right);
        }
    }
    let of = |right: Right| requester_view(ledger, &Question { right, ..question.clone() }, vocabulary);
    asked.into_iter().map(of).collect()
}

fn answer(ledger: &Ledger, no: EntryNo, found: &Found, right: Right, vocabulary: &Vocabulary) -> EntryAnswer {
    let held = ledger.held(no);
    let (decision, reasons, basis) = decision::decide(held, found.entries.contains(&no), right);
    let seen = decision != EntryDecision::MayNotSee;
    let matters = if seen { Matter::answering(right).to_vec() } else { Vec::new() };
    let told = if seen { told::told(held, right, vocabulary) } else { Vec::new() };
    EntryAnswer {
        entry: no,
        right,
        decision,
        reasons,
        basis,
        touched: decision::touched(held, decision, right, &told),
        purposes: if matters.contains(&Matter::Purposes) { purpose::purposes(held, found) } else { Vec::new() },
        not_stated: matters.iter().copied().filter(|matter| matter.is_open(held, right)).collect(),
        matters,
        told,
    }
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
