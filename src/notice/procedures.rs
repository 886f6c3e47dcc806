//! How requests are made and answered: forms, papers, fees, grounds for refusal (APPI 32(1)(iii), 37, 38, Order 12, 13).

use std::collections::BTreeSet;

use strum::VariantArray;

use super::block::Term;
use super::gap::{About, Gap};
use super::matter::Matter;
use super::section::Section;
use super::words::{all, lines, requester, said, stated};
use super::{documents, fee};
use crate::language::Language;
use crate::law::cited_together;
use crate::ledger::{Organization, Procedure, RefusalGround, Right, Stated, Text};

const WHY_RIGHT: &str = "求め又は請求に応じる手続を、本人の知り得る状態に置く必要があります（法第32条第1項第3号）";
const WHY_FEE: &str = "手数料を徴収する場合は、その額を定め、本人の知り得る状態に置く必要があります（法第32条第1項第3号、第38条）";
const WHY_WAY: &str = "定めがなければ、本人は任意の方法で請求することができます（法第37条第1項、施行令第12条）";
const WHY_REPLY: &str = "開示は、本人が請求した方法により行います（法第33条第2項）";
const WHY_GROUNDS: &str =
    "記載がなくても、利用目的の通知は法第32条第2項ただし書、開示は法第33条第2項各号に当たる場合に限り拒むことができます";

pub(super) fn section(of: &Organization) -> Section {
    let mut section = Section::of(Matter::Procedures);
    for procedure in &of.procedures {
        describe(&mut section, procedure);
    }
    together(&mut section, of, "必要な書類", |procedure| documents::terms(&procedure.documents), Section::terms);
    let grounds = |procedure: &Procedure| procedure.refusal_grounds.iter().filter_map(ground).collect::<Vec<String>>();
    together(&mut section, of, "請求に応じられない場合", grounds, Section::list);
    gaps(&mut section, of);
    section
}

/// The rights and persons that a procedure is for.
fn label(procedure: &Procedure) -> String {
    let rights: Vec<&str> = procedure.rights.iter().map(|right| right.name(Language::Ja)).collect();
    let rights = if rights.is_empty() { "請求の種類の記載がないもの".to_owned() } else { rights.join("、") };
    let subjects = all(&procedure.subjects);
    if subjects.is_empty() { rights } else { format!("{rights}（{}）", subjects.join("、")) }
}

fn describe(section: &mut Section, procedure: &Procedure) {
    section.heading(label(procedure));
    if procedure.accepted == Stated::No {
        section.paragraph("この請求には応じていません。");
    }
    let requesters: Vec<&str> = procedure.requesters.iter().map(|kind| requester(*kind)).collect();
    let subjects = all(&procedure.subjects);
    let one = |words: Vec<&str>| Vec::from_iter((!words.is_empty()).then(|| words.join("、")));
    let several = |text: Option<&Text>| stated(text).iter().flat_map(|text| lines(text)).map(str::to_owned).collect::<Vec<_>>();
    let rows = [
        ("請求できる方", one(requesters)),
        ("対象となる方", one(subjects.iter().map(String::as_str).collect())),
        ("受付の方法", several(procedure.application.as_ref())),
        ("様式", several(procedure.form.as_ref())),
        ("手数料", fee::words(&procedure.fee)),
        ("手数料の支払方法", fee::payment(&procedure.fee)),
        ("手数料の返還", fee::refund(&procedure.fee).into_iter().map(str::to_owned).collect()),
        ("回答の方法", several(procedure.reply.as_ref())),
        ("備考", several(procedure.notes.as_ref())),
    ];
    let terms: Vec<Term> = rows.into_iter().filter(|(_, said)| !said.is_empty()).map(|(name, said)| Term::list(name, said)).collect();
    if terms.is_empty() && procedure.accepted != Stated::No {
        section.paragraph("請求に応じます。");
    }
    section.terms(terms);
}

/// What several procedures have alike is told once, under the rights that it is for.
fn together<T: PartialEq + Default>(
    section: &mut Section,
    of: &Organization,
    what: &str,
    part: impl Fn(&Procedure) -> T,
    tell: impl Fn(&mut Section, T),
) {
    let mut alike: Vec<(T, Vec<String>)> = Vec::new();
    for procedure in &of.procedures {
        let part = part(procedure);
        match alike.iter_mut().find(|(known, _)| *known == part) {
            Some((_, labels)) => labels.push(label(procedure)),
            None => alike.push((part, vec![label(procedure)])),
        }
    }
    for (part, labels) in alike.into_iter().filter(|(part, _)| *part != T::default()) {
        let of_which = if labels.len() == of.procedures.len() { "全ての請求".to_owned() } else { labels.join("、") };
        section.heading(format!("{what}：{of_which}"));
        tell(section, part);
    }
}

/// A ground, with the provisions that the source cites for it.
fn ground(ground: &RefusalGround) -> Option<String> {
    let cited = said(&cited_together(&ground.basis)).map(|cited| format!("（{cited}）"));
    said(&ground.text).map(|text| text + &cited.unwrap_or_default())
}

fn gaps(section: &mut Section, of: &Organization) {
    let answered: BTreeSet<Right> =
        of.procedures.iter().filter(|procedure| procedure.accepted != Stated::No).flat_map(|procedure| procedure.rights.clone()).collect();
    for right in Right::VARIANTS.iter().copied() {
        section.speaks_of(About::Right(right));
        if !answered.contains(&right) {
            section.lacks(Gap::required("請求に応じる手続", WHY_RIGHT).of(About::Right(right), right.name(Language::Ja)));
        }
    }
    for procedure in of.procedures.iter().filter(|procedure| procedure.accepted != Stated::No) {
        let may_cost = procedure.rights.iter().any(|right| right.may_cost());
        let reply = procedure.rights.iter().any(|right| matches!(right, Right::Disclosure | Right::DisclosureOfProvisionRecords));
        let nothing = [
            ("受付の方法", WHY_WAY, stated(procedure.application.as_ref()).is_none()),
            ("本人又は代理人であることの確認の方法", WHY_WAY, documents::terms(&procedure.documents).is_empty()),
            ("手数料の額", WHY_FEE, may_cost && fee::words(&procedure.fee).is_empty()),
            ("手数料の支払方法", WHY_WAY, procedure.fee.amount.is_some_and(|amount| amount > 0) && fee::payment(&procedure.fee).is_empty()),
            ("回答の方法", WHY_REPLY, reply && stated(procedure.reply.as_ref()).is_none()),
        ];
        let about = About::Procedure(label(procedure));
        section.speaks_of(about.clone());
        for (lacks, why, _) in nothing.into_iter().filter(|(.., is)| *is) {
            section.lacks(Gap::optional(lacks, why).of(about.clone(), label(procedure)));
        }
    }
    if of.procedures.iter().all(|procedure| procedure.refusal_grounds.is_empty()) {
        section.lacks(Gap::optional("請求に応じられない場合", WHY_GROUNDS));
    }
}
