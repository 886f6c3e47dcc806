//! 開示等手続, 必要書類 and 不開示事由: a procedure takes the papers and the grounds that its rows do not except.

use crate::declare::cell::{self, Legend, Reading};
use crate::ledger::{Fee, FeePer, Field, Organization, Procedure, RefusalGround, RequiredDocument, Right, Stated, Tax, fold};
use crate::vocabulary::Concept;

use super::{Found, Row};

/// The papers and grounds of an organization, each with the rights it is for; none is all.
#[derive(Debug, Default)]
pub(in crate::declare) struct Papers {
    documents: Vec<(Vec<Right>, RequiredDocument)>,
    grounds: Vec<(Vec<Right>, RefusalGround)>,
}

pub(super) fn read(rows: &[Row<'_>], of: &mut Organization, found: &mut Found) {
    for row in rows {
        let rights = row.read(Concept::Rights, found, cell::rights);
        if row.named(Concept::Rights, Field::Procedures, of, found).is_none() && row.value(Concept::Application).is_none() {
            continue;
        }
        let application = row.note(Concept::Application, found);
        let refused = application.as_ref().is_some_and(|text| fold(text) == fold("受け付けない"));
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
                continue;
            };
            let rights = row.read(Concept::Rights, found, cell::rights);
            let choose = row.value(Concept::Choose).and_then(|(_, value)| {
                let reading = cell::count(value, 1, row.vocabulary);
                row.take(Concept::Choose, reading, found)
            });
            for requester in row.read(Concept::Requesters, found, cell::requesters) {
                let document = RequiredDocument {
                    requester,
                    name: name.trim().into(),
                    group: row.note(Concept::Group, found),
                    choose,
                    issued_within: row.read(Concept::IssuedWithin, found, cell::issued_within),
                    conditions: row.note(Concept::Conditions, found),
                };
                self.documents.push((rights.clone(), document));
            }
        }
    }

    pub(super) fn grounds(&mut self, rows: &[Row<'_>], found: &mut Found) {
        for row in rows {
            let Some(text) = row.text(Concept::Ground, found) else {
                continue;
            };
            let rights = row.read(Concept::Rights, found, cell::rights);
            let basis = row.read(Concept::Article, found, |text, vocabulary| Reading::sure(cell::citations(text, vocabulary)));
            let kind = cell::ground(&text, row.vocabulary);
            self.grounds.push((rights, RefusalGround { kind, text: text.trim().into(), basis }));
        }
    }
}

/// Gives each procedure its papers, by who may ask and for what, and its grounds for refusal.
pub(in crate::declare) fn attach(of: &mut Organization, papers: &Papers) {
    for procedure in &mut of.procedures {
        let concerns = |rights: &[Right]| rights.is_empty() || rights.iter().any(|right| procedure.rights.contains(right));
        let documents = papers.documents.iter().filter(|(rights, document)| {
            concerns(rights) && (procedure.requesters.is_empty() || procedure.requesters.contains(&document.requester))
        });
        let documents: Vec<_> = documents.map(|(_, document)| document.clone()).collect();
        let grounds = papers.grounds.iter().filter(|(rights, _)| concerns(rights)).map(|(_, ground)| ground.clone()).collect();
        if procedure.accepted != Stated::No {
            procedure.documents = documents;
            procedure.refusal_grounds = grounds;
        }
    }
}
