//! Policies, the standard, certifications, and since when they hold.

use super::block::Term;
use super::gap::Gap;
use super::matter::Matter;
use super::section::Section;
use super::words::{all, day, lines, said, stated};
use crate::ledger::{Organization, Policy};

const WHY: &str = "公表は義務付けられていません";

pub(super) fn section(of: &Organization) -> Section {
    let mut section = Section::of(Matter::Policies);
    let rows = [
        ("準拠する規格", Vec::from_iter(stated(of.standard.as_ref()))),
        ("認証", all(&of.certifications)),
        ("制定日", Vec::from_iter(of.established.map(day))),
        ("改定日", Vec::from_iter(of.revised.map(day))),
    ];
    for (lacks, _) in rows.iter().filter(|(lacks, said)| said.is_empty() && *lacks != "改定日") {
        section.lacks(Gap::optional(lacks, WHY));
    }
    section.terms(rows.into_iter().filter(|(_, said)| !said.is_empty()).map(|(name, said)| Term::list(name, said)).collect());
    for policy in &of.policies {
        describe(&mut section, policy);
    }
    if of.policies.is_empty() {
        let why = "公表は義務付けられていませんが、基本方針を策定することは安全管理措置の一つです（ガイドライン（通則編）10-1）";
        section.lacks(Gap::optional("個人情報保護に関する方針", why));
    }
    section
}

fn describe(section: &mut Section, policy: &Policy) {
    section.heading(said(&policy.name).unwrap_or_else(|| "方針".to_owned()));
    let rows = [
        ("制定日", Vec::from_iter(policy.established.map(day))),
        ("改定日", Vec::from_iter(policy.revised.map(day))),
        ("引用する法令等", all(&policy.citations)),
        ("本文", stated(policy.text.as_ref()).iter().flat_map(|text| lines(text)).map(str::to_owned).collect()),
    ];
    let terms: Vec<Term> = rows.into_iter().filter(|(_, said)| !said.is_empty()).map(|(name, said)| Term::list(name, said)).collect();
    if terms.is_empty() {
        section.paragraph("この方針を定めています。");
    }
    section.terms(terms);
}
