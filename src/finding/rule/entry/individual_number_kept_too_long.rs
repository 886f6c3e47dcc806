//! Individual Numbers are kept for ever, or past the day on which they were to be disposed of.
//!
//! Specific personal information may be kept only where Number Act 19 allows it (20): as long as statutory affairs of tax and social security
//! need it, and as long as a statute has the papers kept; then it is to be disposed of, or the number to be masked. No statute has Individual
//! Numbers kept for ever. A period, a period after an event and a statutory period are fine; so is "while the purpose needs it", since the
//! purpose can only be a statutory one. A row that states nothing is found by retention-missing. A row that says that the numbers are masked
//! or deleted while the rest is kept is not found here.
//!
//! To mend it, set a period such as 退職後7年 or 法定保存期間, and dispose of what is overdue or mask the numbers.
//!
//! # 日本語
//!
//! 個人番号を永年保存とし、又は廃棄の期限を過ぎて保管している行です。
//!
//! 特定個人情報は番号法第19条各号の場合にしか保管できず（第20条）、税・社会保障の事務に必要な間と、法令が書類の保存を義務付ける期間を過ぎたときは、
//! できるだけ速やかに廃棄し、又は個人番号の部分を復元できないよう消さなければなりません。個人番号の永年保存を定める法令はありません。期間、
//! 「退職後7年」のような期間、法定保存期間は問題なく、「利用目的の達成まで」も、利用目的が法定の事務に限られるため指摘しません。記載のない行は
//! retention-missing が指摘します。個人番号だけを削除又はマスキングして残りを保存する旨の記載があれば、指摘しません。
//!
//! 直すには、「退職後7年」「法定保存期間」などの期間を定め、期限を過ぎたものは廃棄するか個人番号をマスキングしてください。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::law::phrases;
use crate::ledger::{Field, Law, RetentionKind, Stated, Text};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::IndividualNumberKeptTooLong,
    severity: Severity::Error,
    message: [
        "個人番号を含む情報の保存期間が「{0}」です。法定の事務に必要な期間を超えて保管することはできません。",
        "Individual Numbers are kept longer than statutory affairs need them: {1}.",
    ],
    advice: [
        "「退職後7年」「法定保存期間」のように期間を定め、期限を過ぎたものは廃棄するか個人番号の部分をマスキングし、その旨を「備考」に記入してください。",
        "Set a period such as 退職後7年 or 法定保存期間. Dispose of what is overdue, or mask the numbers and say so in 備考.",
    ],
    basis: &[(Law::NumberAct, "20")],
    look: Look::Entry(look),
    file: include_str!("individual_number_kept_too_long.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    if row.individual_number != Stated::Yes || are_removed(row) {
        return;
    }
    let lapsed = row.retention.due_on.filter(|due| *due < row.company.today);
    let words: Option<[Text; 2]> = match lapsed {
        Some(due) => Some([format!("{due}まで").into(), format!("until {due}").into()]),
        None if row.retention.kind == RetentionKind::Permanent => {
            let text = row.retention.text.clone().unwrap_or_else(|| "永年".into());
            Some([text.clone(), text])
        }
        None => None,
    };
    if let Some(words) = words {
        found.say_of(words.to_vec(), &[Field::IndividualNumber, Field::Retention]);
    }
}

/// Whether the row says that the numbers are taken out of what is kept.
fn are_removed(row: &Row<'_>) -> bool {
    let texts = row.retention.text.iter().chain(&row.retention.exceptions).chain(&row.disposal).chain(&row.notes);
    texts.into_iter().any(|text| row.company.judged(text, phrases::tells_numbers_removed))
}
