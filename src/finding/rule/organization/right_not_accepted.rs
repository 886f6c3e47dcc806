//! No procedure accepts a right that the Act gives.
//!
//! The operator makes available to the person how it answers requests: for notice of the purpose of use (APPI 32(2)), disclosure
//! (33(1)), disclosure of the records of provision to third parties (33(5), since April 2022), correction, addition and deletion (34(1)),
//! suspension of use, erasure and stop of provision (35(1), (3), (5)). These stand together in 32(1)(iii). The person has the right
//! whether the procedure names it or not; whoever looks at the procedure must be able to see it, and the desk must know that it has to
//! accept it. Rights of one article that are missing are told together. An organization that states no procedure at all has one finding
//! that says so. One that holds data only for others, or no personal data, holds no retained personal data and is asked for nothing.
//!
//! A right counts as accepted where a row of the sheet 開示等手続 names it and does not say 受け付けない.
//!
//! To mend it, name the right in 請求の種類 of a row, or give it a row of its own.
//!
//! # 日本語
//!
//! 法律上の請求のうち、受け付ける手続の記載がないものがあります。
//!
//! 個人情報取扱事業者は、利用目的の通知（個人情報保護法第32条第2項）、開示（第33条第1項）、第三者提供記録の開示（同条第5項、令和4年4月から）、
//! 訂正・追加・削除（第34条第1項）、利用停止・消去・第三者提供の停止（第35条第1項・第3項・第5項）の請求に応じる手続を、本人の知り得る状態に
//! 置かなければなりません（第32条第1項第3号）。手続に書かれていなくても本人は請求できるので、窓口が受け付けられるようにしておく必要があります。
//! 手続の記載が全くない事業者には、その旨を1件だけ指摘します。受託した情報だけを取り扱うなど、保有個人データのない事業者には指摘しません。
//!
//! 直すには、シート「開示等手続」の「請求の種類」にその請求を加えるか、行を設けてください。

use std::collections::BTreeSet;

use super::super::{Look, Rule};
use super::{accepting, cells_of_procedures, may_hold_retained_data, named};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::ledger::{Field, Law, Right, Stated};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::RightNotAccepted,
    severity: Severity::Warning,
    message: ["「{0}」の請求を受け付ける手続が{1}。", "{3} for requests for {2}."],
    advice: [
        "シート「開示等手続」に「請求の種類」を{0}とする行を設けるか、既にある行の「請求の種類」に加えて、受付方法を記入してください。",
        "Name it in 請求の種類 of the sheet 開示等手続, or give it a row of its own, and state how to apply: {2}.",
    ],
    basis: &[(Law::Appi, "32(1)(iii)")],
    look: Look::Organization(look),
    file: include_str!("right_not_accepted.rs"),
};

/// The rights, those together that a reader looks for together.
const GROUPS: [&[Right]; 5] = [
    &[Right::NoticeOfPurpose],
    &[Right::Disclosure],
    &[Right::DisclosureOfProvisionRecords],
    &[Right::Correction, Right::Addition, Right::Deletion],
    &[Right::SuspensionOfUse, Right::Erasure, Right::SuspensionOfProvision],
];

const NOT_STATED: [&str; 2] = ["記載されていません", "No procedure is stated"];

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    let procedures = &company.organization.procedures;
    if !may_hold_retained_data(company) {
        return;
    }
    if procedures.is_empty() {
        let all = ["開示等", "all that APPI 32(2) to 35 give"];
        return found.say(&[all[0], NOT_STATED[0], all[1], NOT_STATED[1]], company.cells(Field::Name));
    }
    let accepted: BTreeSet<Right> = accepting(company).flat_map(|(_, procedure)| procedure.rights.iter().copied()).collect();
    for group in GROUPS {
        let missing: Vec<Right> = group.iter().copied().filter(|right| !accepted.contains(right)).collect();
        let (refused, unnamed): (Vec<Right>, Vec<Right>) =
            missing.into_iter().partition(|right| refusing(company, *right).next().is_some());
        say(found, company, &unnamed, NOT_STATED);
        say(found, company, &refused, ["なく、受け付けないとされています", "Acceptance is denied"]);
    }
}

fn say(found: &mut FoundOfCompany<'_>, company: &Company<'_>, rights: &[Right], [how_ja, how_en]: [&str; 2]) {
    if rights.is_empty() {
        return;
    }
    let [japanese, english] = named(rights);
    let bases: Vec<_> = rights.iter().map(|right| right.basis()).collect();
    let further: Vec<_> = bases.iter().map(|basis| (basis.law, basis.article.as_ref())).collect();
    let refusing: BTreeSet<usize> = rights.iter().flat_map(|right| refusing(company, *right)).collect();
    let rows = if refusing.is_empty() { (0..company.organization.procedures.len()).collect() } else { refusing };
    found.say_by(&[&japanese, how_ja, &english, how_en], cells_of_procedures(company, rows), &further);
}

/// The rows that say that a right is not accepted.
fn refusing<'a>(company: &Company<'a>, right: Right) -> impl Iterator<Item = usize> + use<'a> {
    let procedures = company.organization.procedures.iter().enumerate();
    procedures.filter(move |(_, procedure)| procedure.accepted == Stated::No && procedure.rights.contains(&right)).map(|(row, _)| row)
}
