//! An entry's data is kept for ever, and the ledger gives no reason.
//!
//! What is no longer needed is to be erased without delay (APPI 22), so keeping for ever needs a need without an end: a statute, the
//! history of the company, a school register, proof that former members may ask for at any time. Such a reason may stand in the retention
//! itself (永年（学校教育法による）), in its exceptions, the purpose, the notes or another column, in any words that the reader knows for
//! reasons; then the row is not found here. Individual Numbers are found by individual-number-kept-too-long instead.
//!
//! To mend it, set a period, or state beside 永年 why no end can be set.
//!
//! # 日本語
//!
//! 永年保存とされ、その理由が記載されていない行です。
//!
//! 利用する必要がなくなった個人データは遅滞なく消去するよう努めなければならないため（個人情報保護法第22条）、永年保存には終わりのない必要がなければ
//! なりません。法令の定め、社史・歴史資料、学籍簿、いつでも求められ得る証明などがこれに当たります。理由が、保存期間の欄（「永年（学校教育法による）」）、
//! 保存の例外、利用目的、備考又はその他の列に書かれていれば、指摘しません。個人番号は individual-number-kept-too-long が指摘します。
//!
//! 直すには、保存期間を定めるか、「永年」の理由を「保存期間」又は「備考」に記入してください。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::law::phrases;
use crate::ledger::{Field, Law, RetentionKind, Stated};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::RetentionPermanent,
    severity: Severity::Warning,
    message: ["保存期間が「{0}」で、その理由が記載されていません。", "The data is kept for ever ({0}), and no reason is given."],
    advice: [
        "保存期間を定めてください。期限を定められないときは、その理由（法令の定め、歴史資料など）を「保存期間」か「備考」に記入してください。",
        "Set a period. Where none can be set, state why (a statute, a record of history) in 保存期間 or 備考.",
    ],
    basis: &[(Law::Appi, "22"), (Law::Guideline, "3-4-1")],
    look: Look::Entry(look),
    file: include_str!("retention_permanent.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    let permanent = row.retention.kind == RetentionKind::Permanent && row.individual_number != Stated::Yes && row.is_personal_data();
    if permanent && !has_reason(row) {
        found.say_of(vec![row.retention.text.clone().unwrap_or_else(|| "永年".into())], &[Field::Retention]);
    }
}

fn has_reason(row: &Row<'_>) -> bool {
    let in_cell = row.retention.text.iter().any(|text| row.company.judged(text, phrases::retention_gives_reason));
    let mut beside = row.purposes.iter().chain(&row.notes).chain(row.other_columns.iter().map(|column| &column.text));
    in_cell || !row.retention.exceptions.is_empty() || beside.any(|text| row.company.judged(text, phrases::gives_reason_to_keep))
}
