//! Data is said to be provided to third parties, and no recipient is named.
//!
//! Provision to third parties needs consent or an exception (APPI 27(1)), and as a rule a record of who received what (29(1)), which the
//! person may ask to see (33(5)). A ledger that does not name the recipient can show none of these, nor whether the recipient is abroad
//! (28). What the organization says for the whole company counts for a row that is silent, but only where no recipient is named anywhere.
//!
//! To mend it, name the recipients in the column 第三者提供先, or write 無 in 第三者提供の有無.
//!
//! # 日本語
//!
//! 第三者に提供するとしながら、提供先の名称がない行です。
//!
//! 第三者提供には本人の同意又は例外に当たることが必要で（個人情報保護法第27条第1項）、原則として提供先を記録し（第29条第1項）、本人の請求に応じて開示
//! しなければなりません（第33条第5項）。提供先が分からない台帳では、これらも、外国にある第三者への提供（第28条）かどうかも示せません。会社全体について
//! 「第三者提供 有」とあるときは、台帳と一覧のどこにも提供先の名称がない場合に限り、記載のない行も指摘します。
//!
//! 直すには、「第三者提供先」の列に名称を記入するか、提供していないときは「第三者提供の有無」に「無」と記入してください。

use super::super::{Look, Rule};
use super::goes_unnamed;
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{Field, Law};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::RecipientUnnamed,
    severity: Severity::Warning,
    message: [
        "第三者に提供するとしていますが、提供先が記載されていません。",
        "Data is provided to third parties, and no recipient is named.",
    ],
    advice: [
        "「第三者提供先」に名称を記入してください。提供していないときは「第三者提供の有無」に「無」と記入してください。",
        "Name the recipients in 第三者提供先, or write 無 in 第三者提供の有無 where nothing is provided.",
    ],
    basis: &[(Law::Appi, "27(1)"), (Law::Appi, "29(1)")],
    look: Look::Entry(look),
    file: include_str!("recipient_unnamed.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    let company = row.company;
    let anywhere = !company.namings().recipients.is_empty() || !company.organization.recipients.is_empty();
    if goes_unnamed(row.provided, company.organization.provided, !row.recipients.is_empty(), anywhere) && row.is_personal_data() {
        found.say(&[Field::Provided]);
    }
}
