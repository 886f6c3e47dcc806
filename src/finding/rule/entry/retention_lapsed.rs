//! The day on which an entry's data falls due for disposal has passed, and the ledger still has it.
//!
//! What is no longer needed is to be erased without delay (APPI 22), and a person may ask for its erasure (35(5)). The due day itself is
//! still within the period. Individual Numbers that are overdue are found by individual-number-kept-too-long, since keeping them is
//! forbidden.
//!
//! To mend it, dispose of the data and take the row out of the ledger, or state the new day and why it is kept longer.
//!
//! # 日本語
//!
//! 保存期間の満了日を過ぎても台帳に残っている行です。
//!
//! 利用する必要がなくなった個人データは遅滞なく消去するよう努めなければならず（個人情報保護法第22条）、本人は消去を請求できます（第35条第5項）。
//! 満了日の当日はまだ期間内です。個人番号については、保管自体が禁じられるため、individual-number-kept-too-long が指摘します。
//!
//! 直すには、廃棄して台帳から除くか、保存を続ける理由とともに新しい期限を記入してください。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{Field, Law, Stated};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::RetentionLapsed,
    severity: Severity::Warning,
    message: ["保存期間は{0}に満了しています。", "The retention ended on {0}."],
    advice: [
        "廃棄して台帳から除いてください。保存を続けるときは、その理由と新しい期限を記入してください。",
        "Dispose of the data and take it out of the ledger. Where it must be kept longer, state why and until when.",
    ],
    basis: &[(Law::Appi, "22")],
    look: Look::Entry(look),
    file: include_str!("retention_lapsed.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    let lapsed = row.retention.due_on.filter(|due| *due < row.company.today);
    if let Some(due) = lapsed
        && row.individual_number != Stated::Yes
        && row.is_personal_data()
    {
        found.say_of(vec![due.to_string().into()], &[Field::Retention]);
    }
}
