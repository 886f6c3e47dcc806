//! Data is said to be entrusted, and no entrustee is named.
//!
//! Whoever entrusts personal data supervises the entrustee as far as needed (APPI 25): it chooses, makes a contract and follows the
//! handling. A ledger that does not say to whom the data goes cannot show that. What the organization says for the whole company counts for
//! a row that is silent, but only where no entrustee is named anywhere: beside rows that name some, a blank row does not say that it has one.
//!
//! To mend it, name the entrustees in the column 委託先, or write 無 in 委託の有無.
//!
//! # 日本語
//!
//! 委託するとしながら、委託先の名称がない行です。
//!
//! 個人データの取扱いを委託する場合は、委託先の選定、契約の締結、取扱状況の把握により、必要かつ適切な監督をしなければなりません（個人情報保護法第25条）。
//! 委託先が分からない台帳では、これを示せません。会社全体について「委託 有」とあるときは、台帳と一覧のどこにも委託先の名称がない場合に限り、
//! 記載のない行も指摘します。
//!
//! 直すには、「委託先」の列に名称を記入するか、委託していないときは「委託の有無」に「無」と記入してください。

use super::super::{Look, Rule};
use super::goes_unnamed;
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{Field, Law};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::EntrusteeUnnamed,
    severity: Severity::Warning,
    message: ["委託するとしていますが、委託先が記載されていません。", "Data is entrusted, and no entrustee is named."],
    advice: [
        "「委託先」に名称を記入してください。委託していないときは「委託の有無」に「無」と記入してください。",
        "Name the entrustees in 委託先, or write 無 in 委託の有無 where nothing is entrusted.",
    ],
    basis: &[(Law::Appi, "25"), (Law::Guideline, "3-4-4")],
    look: Look::Entry(look),
    file: include_str!("entrustee_unnamed.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    let company = row.company;
    let anywhere = !company.namings().entrustees.is_empty() || !company.organization.entrustees.is_empty();
    if goes_unnamed(row.entrusted, company.organization.entrusted, !row.entrustees.is_empty(), anywhere) && row.is_personal_data() {
        found.say(&[Field::Entrusted]);
    }
}
