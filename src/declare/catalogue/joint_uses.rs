//! 共同利用: rows of one name are one joint use, each with its purposes; a blank keeps what an earlier row said.

use crate::declare::fields::extend;
use crate::ledger::{Field, JointPurpose, JointUse, Organization, Stated, Text};
use crate::vocabulary::Concept;

use super::{Found, Row};

pub(super) fn read(rows: &[Row<'_>], of: &mut Organization, found: &mut Found) {
    let mut last: Option<Text> = None;
    for row in rows {
        let Some(name) = row.named(Concept::Name, Field::JointUses, of, found).or_else(|| last.clone()) else {
            row.lacks("名称", found);
            continue;
        };
        last = Some(name.clone());
        let joint = of.joint_uses.entry(name.clone()).or_insert_with(|| JointUse { name, ..JointUse::default() });
        extend(&mut joint.items, row.list(Concept::Items, found));
        keep(&mut joint.scope, row.note(Concept::Scope, found));
        keep(&mut joint.responsible, row.note(Concept::Responsible, found).or_else(|| row.note(Concept::Manager, found)));
        keep(&mut joint.responsible_address, row.note(Concept::ResponsibleAddress, found));
        keep(&mut joint.responsible_representative, row.note(Concept::ResponsibleRepresentative, found));
        extend(&mut joint.acquisition, row.sentences(Concept::Acquisition, found));
        let foreign = row.stated(Concept::IncludesForeign, found);
        if foreign != Stated::NotStated {
            joint.includes_foreign = foreign;
        }
        let subject = row.note(Concept::Subjects, found);
        let purposes = row.sentences(Concept::Purposes, found);
        joint.purposes.extend(purposes.into_iter().map(|text| JointPurpose { subject: subject.clone(), text }));
    }
}

fn keep(said: &mut Option<Text>, row: Option<Text>) {
    if row.is_some() {
        *said = row;
    }
}
