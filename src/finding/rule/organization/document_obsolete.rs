//! A paper is asked for that no longer exists.
//!
//! The list of papers by which a person or an agent shows who they are is part of the procedure that the operator sets and makes
//! available (APPI 37(1), 32(1)(iii), Order 12); it may not lay too heavy a burden on the person (37(4)). A paper of which none can be
//! valid any more cannot be shown, and the desk must not accept one that is: certificates of alien registration ended on 2015-07-08,
//! health insurance cards on 2025-12-01, Basic Resident Register cards on 2025-12-31. A paper that is no longer issued, while those issued
//! stay valid, such as the pension book, is found only where no other may be shown instead.
//!
//! To mend it, take the paper off the sheet 必要書類 and name what took its place. Of the My Number card only the front may be copied,
//! as its back shows the Individual Number.
//!
//! # 日本語
//!
//! 既に存在しない書類の提出を求めています。
//!
//! 本人又は代理人であることを確認する書類は、請求を受け付ける方法の一部として定め、本人の知り得る状態に置くもので（個人情報保護法第37条第1項、
//! 第32条第1項第3号、施行令第12条）、本人に過重な負担を課してはなりません（第37条第4項）。有効なものがもうない書類は提出できず、窓口も受け取っては
//! なりません。外国人登録証明書は2015年7月8日、健康保険証は2025年12月1日、住民基本台帳カードは2025年12月31日までです。年金手帳のように発行は
//! 終わっても交付済みのものが有効な書類は、ほかの書類で代えられないときだけ指摘します。
//!
//! 直すには、シート「必要書類」からその書類を外し、代わりの書類を記入してください。マイナンバーカードの写しは、個人番号のない表面に限ります。

use std::collections::BTreeSet;

use super::super::{Look, Rule};
use super::accepting;
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::language::Language;
use crate::law::documents::{Document, all_obsolete};
use crate::ledger::{Field, Law, RequiredDocument};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::DocumentObsolete,
    severity: Severity::Warning,
    message: ["必要書類の「{0}」は、{1}。", "The papers asked for include {0}: {2}."],
    advice: [
        "シート「必要書類」から外し、{3}など、現在有効な書類に改めてください。マイナンバーカードの写しを求めるときは表面に限ります。",
        "Take it off the sheet 必要書類 and name a valid one, such as {3}. Ask for a copy of the front only of a My Number card.",
    ],
    basis: &[(Law::Appi, "37(1)"), (Law::Appi, "37(4)"), (Law::AppiOrder, "12")],
    look: Look::Organization(look),
    file: include_str!("document_obsolete.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    let mut told = BTreeSet::new();
    for (row, procedure) in accepting(company) {
        for paper in &procedure.documents {
            let gone = gone(paper, &procedure.documents, company);
            if gone.is_empty() || !told.insert(paper.name.clone()) {
                continue;
            }
            let [japanese, english] = [Language::Ja, Language::En]
                .map(|language| gone.iter().map(|document| how_it_ended(document, company, language)).collect::<Vec<_>>().join("、"));
            let now = successors(&gone).join("、");
            let mut cells = company.cell_named(Field::Procedures, &paper.name);
            if cells.is_empty() {
                cells = company.cell_at(Field::Procedures, row);
            }
            found.say(&[&paper.name, &japanese, &english, &now], cells);
        }
    }
}

/// Which documents that a line of the list names are gone. One of which those issued stay valid is, where nothing may be shown instead.
fn gone(paper: &RequiredDocument, all: &[RequiredDocument], company: &Company<'_>) -> Vec<&'static Document> {
    let named = all_obsolete(&paper.name, company.today);
    let may_replace = |other: &RequiredDocument| {
        other.requester == paper.requester
            && paper.group.is_some()
            && other.group == paper.group
            && all_obsolete(&other.name, company.today).is_empty()
    };
    let alone = !all.iter().any(may_replace);
    named.into_iter().filter(|document| document.expired(company.today) || alone).collect()
}

/// What took their place, each once. The My Number card goes by the name that people know.
fn successors(gone: &[&'static Document]) -> Vec<&'static str> {
    let mut names = Vec::new();
    for name in gone.iter().flat_map(|document| &document.now).map(String::as_str) {
        let name = if name == "個人番号カード" { "マイナンバーカード" } else { name };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn how_it_ended(document: &Document, company: &Company<'_>, language: Language) -> String {
    let name = document.name.text(language);
    match document.last_valid.filter(|_| document.expired(company.today)) {
        Some(last) => language.pick(
            format!("有効なものがもうありません（{name}は{}まで）", last.format("%Y年%-m月%-d日")),
            format!("none is valid any more ({name}, until {last})"),
        ),
        None => language.pick(
            format!("新たに発行されていません（{name}の発行は{}まで）", document.last_issued.format("%Y年%-m月%-d日")),
            format!("none is issued any more ({name}, until {})", document.last_issued),
        ),
    }
}
