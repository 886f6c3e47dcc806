//! 開示等手続, 必要書類 and 不開示事由: a procedure takes the papers and the grounds that its rows do not except.

use crate::declare::cell::{self, Legend, Reading};
use crate::finding::Code;
use crate::ledger::{
    Fee, FeePer, Field, Organization, Procedure, RefusalGround, RequiredDocument, Right, Source, Stated, Tax, is_same_word,
};
use crate::vocabulary::Concept;

use super::{Found, Row};

/// The papers and grounds of an organization.
#[derive(Debug, Default)]
pub(in crate::declare) struct Papers {
    documents: Vec<Paper<RequiredDocument>>,
    grounds: Vec<Paper<RefusalGround>>,
    /// The cells that name the papers.
    cells: Vec<Source>,
}

/// A paper or a ground, the rights it is for (none is all), and where it stands.
#[derive(Debug)]
struct Paper<T> {
    rights: Vec<Right>,
    what: T,
    at: Option<Source>,
}

impl Paper<RequiredDocument> {
    fn fits(&self, procedure: &Procedure) -> bool {
        concerns(&self.rights, procedure) && (procedure.requesters.is_empty() || procedure.requesters.contains(&self.what.requester))
    }
}

impl Paper<RefusalGround> {
    fn fits(&self, procedure: &Procedure) -> bool {
        concerns(&self.rights, procedure)
    }
}

fn concerns(rights: &[Right], procedure: &Procedure) -> bool {
    rights.is_empty() || rights.iter().any(|right| procedure.rights.contains(right))
}

pub(super) fn read(rows: &[Row<'_>], of: &mut Organization, found: &mut Found) {
    for row in rows {
        let rights = row.read(Concept::Rights, found, cell::rights);
        if row.named(Concept::Rights, Field::Procedures, of, found).is_none() && row.value(Concept::Application).is_none() {
            row.lacks("請求の種類", found);
            continue;
        }
        let refused = row.text(Concept::Application, found).is_some_and(|text| is_same_word(&text, "受け付けない"));
        let application = row.note(Concept::Application, found);
        of.procedures.push(Procedure {
            rights,
            accepted: if refused { Stated::No } else { Stated::Yes },
            requesters: row.read(Concept::Requesters, found, cell::requesters),
            subjects: row.list(Concept::Subjects, found),
            application: application.filter(|_| !refused),
            form: row.note(Concept::Form, found),
            reply: row.note(Concept::Reply, found),
            documents: Vec::new(),
            fee: fee(row, found),
            refusal_grounds: Vec::new(),
            notes: row.note(Concept::Notes, found),
        });
    }
}

fn fee(row: &Row<'_>, found: &mut Found) -> Fee {
    let mut fee = row.value(Concept::Fee).map_or_else(Fee::default, |(_, value)| {
        let reading = cell::fee(value, row.vocabulary);
        row.take(Concept::Fee, reading, found)
    });
    let tax = row.read(Concept::Tax, found, cell::tax);
    if tax != Tax::NotStated {
        fee.tax = tax;
    }
    let per = row.read(Concept::Per, found, cell::fee_per);
    if per != FeePer::NotStated {
        fee.per = per;
    }
    fee.payment = row.sentences(Concept::Payment, found);
    fee.refundable = row.stated(Concept::Refundable, found);
    let estimate =
        row.read(Concept::Estimate, found, |text, vocabulary| cell::mark(text, vocabulary, &Legend::default()).map(|mark| mark.stated));
    if estimate != Stated::NotStated {
        fee.estimate_by_effort = estimate;
    }
    fee
}

impl Papers {
    pub(super) fn documents(&mut self, rows: &[Row<'_>], found: &mut Found) {
        for row in rows {
            let Some(name) = row.text(Concept::Document, found) else {
                row.lacks("書類", found);
                continue;
            };
            let rights = row.read(Concept::Rights, found, cell::rights);
            let choose = row.value(Concept::Choose).and_then(|(_, value)| {
                let reading = cell::count(value, 1, row.vocabulary);
                row.take(Concept::Choose, reading, found)
            });
            let requesters = row.read(Concept::Requesters, found, cell::requesters);
            if requesters.is_empty() {
                row.lacks("請求者", found);
            }
            self.cells.extend(row.value(Concept::Document).map(|(at, value)| row.source(Field::Procedures, at, value)));
            for requester in requesters {
                let document = RequiredDocument {
                    requester,
                    name: cell::whole(&name),
                    group: row.note(Concept::Group, found),
                    choose,
                    issued_within: row.read(Concept::IssuedWithin, found, cell::issued_within),
                    conditions: row.note(Concept::Conditions, found),
                };
                self.documents.push(Paper { rights: rights.clone(), what: document, at: row.first() });
            }
        }
    }

    pub(super) fn grounds(&mut self, rows: &[Row<'_>], found: &mut Found) {
        for row in rows {
            let Some(text) = row.text(Concept::Ground, found) else {
                row.lacks("事由", found);
                continue;
            };
            let rights = row.read(Concept::Rights, found, cell::rights);
            let basis = row.read(Concept::Article, found, |text, vocabulary| Reading::sure(cell::citations(text, vocabulary)));
            let text = cell::whole(&text);
            let kind = cell::ground(&text, row.vocabulary);
            self.grounds.push(Paper { rights, what: RefusalGround { kind, text, basis }, at: row.first() });
        }
    }
}

/// Gives each procedure its papers, by who may ask and for what, and its grounds for refusal; says which fit none. The cells that name
/// papers stand after those that name the procedures' rights, wherever their sheet stands.
pub(in crate::declare) fn attach(of: &mut Organization, papers: &Papers, found: &mut Found) {
    of.sources.extend(papers.cells.iter().cloned());
    for procedure in of.procedures.iter_mut().filter(|procedure| procedure.accepted != Stated::No) {
        let documents: Vec<_> = papers.documents.iter().filter(|paper| paper.fits(procedure)).map(|paper| paper.what.clone()).collect();
        procedure.refusal_grounds = papers.grounds.iter().filter(|paper| paper.fits(procedure)).map(|paper| paper.what.clone()).collect();
        procedure.documents = documents;
    }
    let fits_none = |fits: &dyn Fn(&Procedure) -> bool| !of.procedures.iter().any(fits);
    for paper in papers.documents.iter().filter(|paper| fits_none(&|procedure| paper.fits(procedure))) {
        found.note(Code::PaperUnattached, &[&paper.what.name], paper.at.iter().cloned().collect());
    }
    for paper in papers.grounds.iter().filter(|paper| fits_none(&|procedure| paper.fits(procedure))) {
        found.note(Code::PaperUnattached, &[&paper.what.text], paper.at.iter().cloned().collect());
    }
}
