//! Entrustment is denied for the whole company and yet stated or foreseen.
//!
//! The sheet 事業者 says that nothing is entrusted (委託: 無), while an entry is entrusted, the sheet 委託先 names a party, or a policy or a
//! security measure rules what is done where data is entrusted. Who entrusts has to supervise the entrustee (APPI 25), and the person
//! is told of it among the measures (32(1)(iv)); a denial that does not hold hides both. A rule for the case that data is entrusted
//! (委託する場合は) may stand on purpose beside the denial. Then one of the two statements says too much, and a person should look.
//!
//! To mend it, find out whether anything is entrusted. If so, correct 委託 and name the entrustees; if not, empty the sheet 委託先, correct
//! the rows, and take the rule out of the published texts.
//!
//! # 日本語
//!
//! 委託は全社で「無」とされているのに、委託の記載又は委託を予定する定めがあります。
//!
//! シート「事業者」の「委託」が「無」であるのに、台帳の行やシート「委託先」に委託の記載があるか、方針や安全管理措置に「委託する場合は…」という定めがあります。
//! 委託するときは委託先を監督しなければならず（個人情報保護法第25条）、その措置は本人の知り得る状態に置く安全管理措置に含まれます（第32条第1項第4号）。
//! 委託しないと公表しながら委託する場合の定めを置くと、どちらが実態か分かりません。念のための定めであっても、確かめる必要があります。
//!
//! 直すには、委託の実態を確かめてください。委託があれば「委託」を改めて委託先を記入し、なければ委託を示す行や定めを改めます。

use super::super::{Look, Rule};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::ledger::{Field, Law, Source, Stated, Text};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::EntrustmentContradicts,
    severity: Severity::Warning,
    message: ["{0}は全社で「無」とされていますが、{1}。", "Entrustment ({0}) is denied for the whole company, yet {2}."],
    advice: [
        "委託の実態を確かめてください。委託があればシート「事業者」の「委託」を改めて「委託先」に記入し、なければ委託を示す行や定めを改めます。",
        "Find out whether anything is entrusted. If so, correct 委託 of the sheet 事業者 and name the entrustees; if not, correct the rows and rules that say otherwise.",
    ],
    basis: &[(Law::Appi, "25"), (Law::Appi, "32(1)(iv)")],
    look: Look::Organization(look),
    file: include_str!("entrustment_contradicts.rs"),
};

/// How many cells of entries the finding shows.
const FEW: usize = 20;

/// Words by which a sentence rules what is done where data is entrusted to others.
const FORESEEING: [&str; 13] = [
    "委託する場合",
    "委託する際",
    "委託するとき",
    "委託する時",
    "委託することがあ",
    "委託する可能性",
    "委託を行う場合",
    "委託を行う際",
    "委託しています",
    "委託しており",
    "委託先を選定",
    "委託先の選定",
    "委託先に対",
];

/// Words by which a sentence says that the case does not occur, or that the data is others'.
const DENYING: [&str; 8] = [
    "委託することはありません",
    "委託する場合はありません",
    "委託は行っていません",
    "委託を行っていません",
    "委託は行いません",
    "委託していません",
    "委託しません",
    "当社へ委託",
];

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    let organization = company.organization;
    if organization.entrusted != Stated::No {
        return;
    }
    let (mut japanese, mut english, mut cells) = (Vec::new(), Vec::new(), company.cells(Field::Entrusted));
    let entries: Vec<_> = company.entries().map(|held| held.entry).filter(|entry| entry.entrusted.or(Stated::No) != Stated::No).collect();
    if !entries.is_empty() {
        japanese.push(format!("台帳の{}件が委託を「有」又は「可能性あり」としています", entries.len()));
        english.push(format!("{} entries state or foresee it", entries.len()));
        let of_entries = entries.iter().flat_map(|entry| &entry.sources);
        cells.extend(of_entries.filter(|source| matches!(source.field, Field::Entrusted | Field::Entrustments)).take(FEW).cloned());
    }
    if let Some(first) = organization.entrustees.keys().next() {
        let count = organization.entrustees.len();
        japanese.push(format!("シート「委託先」に「{first}」など{count}件の記載があります"));
        english.push(format!("the sheet 委託先 names {count}, {first} among them"));
        cells.extend(company.cells(Field::Entrustments).into_iter().take(FEW));
    }
    let ruling = rules(company);
    if let Some((clause, _)) = ruling.first() {
        japanese.push(format!("「{clause}」という定めがあります"));
        english.push(format!("it is foreseen: {clause}"));
        cells.extend(ruling.into_iter().flat_map(|(_, cells)| cells));
    }
    if !japanese.is_empty() {
        found.say(&["委託", &japanese.join("。また、"), &english.join("; ")], cells);
    }
}

/// The sentences of policies and security measures that foresee entrustment, with their cells.
fn rules(company: &Company<'_>) -> Vec<(String, Vec<Source>)> {
    let mut rules = Vec::new();
    for (row, policy) in company.organization.policies.iter().enumerate() {
        let sentence = policy.text.as_ref().and_then(foreseeing);
        rules.extend(sentence.map(|sentence| (sentence, company.cell_at(Field::Policies, row))));
    }
    for measure in &company.organization.safety_measures {
        let cells = || company.cells(Field::SafetyMeasures).into_iter().filter(|cell| cell.text.contains(measure.text.as_ref())).collect();
        rules.extend(foreseeing(&measure.text).map(|sentence| (sentence, cells())));
    }
    rules
}

/// The first sentence of a text that foresees entrustment.
fn foreseeing(text: &Text) -> Option<String> {
    let mut sentences = text.split(['。', '\n']).map(str::trim);
    let foresees =
        |sentence: &&str| FORESEEING.iter().any(|word| sentence.contains(word)) && !DENYING.iter().any(|word| sentence.contains(word));
    sentences.find(foresees).map(shortened)
}

/// As much of a sentence as tells what it is about.
fn shortened(sentence: &str) -> String {
    const MOST: usize = 40;
    let mut letters = sentence.chars();
    let mut beginning: String = letters.by_ref().take(MOST).collect();
    if letters.next().is_some() {
        beginning.push('…');
    }
    beginning
}
