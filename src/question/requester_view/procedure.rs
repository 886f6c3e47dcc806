//! How the right is asked for at the organization: the procedure that fits best, the papers, the grounds, the window.

use crate::ledger::{Contact, ContactRole, Organization, Procedure, RefusalGround, RequesterKind, RequiredDocument, Right};
use crate::question::Words;

/// The procedure under which a requester may ask for a right, for these categories of person; none where no procedure fits.
#[must_use]
pub fn fitting_procedure<'a>(
    organization: &'a Organization,
    right: Right,
    requester: RequesterKind,
    subjects: &Words,
) -> Option<&'a Procedure> {
    procedure(organization, right, requester, subjects).filter(|found| found.fits).map(|found| found.procedure)
}

/// A procedure that is for the right asked for.
#[derive(Clone, Copy)]
pub(super) struct Fitting<'a> {
    pub(super) procedure: &'a Procedure,
    /// Whether it is for this requester and these categories of person as well.
    pub(super) fits: bool,
}

/// The procedure that names the right and fits best: one for these categories of person before one that names none, one for this
/// requester likewise, the first where several are alike.
pub(super) fn procedure<'a>(
    organization: &'a Organization,
    right: Right,
    requester: RequesterKind,
    subjects: &Words,
) -> Option<Fitting<'a>> {
    let mut best: Option<((u8, u8), Fitting<'a>)> = None;
    for procedure in organization.procedures.iter().filter(|procedure| procedure.rights.contains(&right)) {
        let of_subject = fit(procedure.subjects.is_empty(), subjects.meet_any(&procedure.subjects));
        let of_requester = fit(procedure.requesters.is_empty(), procedure.requesters.contains(&requester));
        let found = Fitting { procedure, fits: of_subject > 0 && of_requester > 0 };
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

/// All that a requester must show: the lines of the requester and, where an agent asks, of the principal; each once.
#[must_use]
pub fn required_documents(procedure: &Procedure, requester: RequesterKind) -> Vec<RequiredDocument> {
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

pub(super) fn refusal_grounds(procedure: &Procedure, right: Right) -> Vec<RefusalGround> {
    let with_basis = |ground: &RefusalGround| {
        let basis = if ground.basis.is_empty() { ground.kind.basis(right).into_iter().collect() } else { ground.basis.clone() };
        RefusalGround { basis, ..ground.clone() }
    };
    procedure.refusal_grounds.iter().map(with_basis).collect()
}

pub(super) fn contact(organization: &Organization) -> Option<&Contact> {
    let of = |role: ContactRole| organization.contacts.iter().find(|contact| contact.roles.contains(&role));
    of(ContactRole::Requests).or_else(|| of(ContactRole::Complaints))
}
