//! An entry does not say where its data is kept.
//!
//! Whoever must protect data (APPI 23) must know where it is; JIS Q 15001 has the place among the least that a ledger holds. Without the
//! place a request for disclosure or erasure cannot be carried out from the ledger, nor can it be told whether the data is abroad.
//!
//! To mend it, write the place in the column 保管場所: a cabinet, a server, a cloud service. What more is known of a place stands once in
//! the sheet 保管場所.
//!
//! # 日本語
//!
//! 保管場所が記載されていない行です。
//!
//! 安全管理措置（個人情報保護法第23条）を講ずるには、個人データがどこにあるかを把握していなければなりません。JIS Q 15001も保管場所を台帳の必須の
//! 記載としています。保管場所が分からないと、開示や消去の請求に台帳から対応できず、外国にあるかどうかも判断できません。
//!
//! 直すには、「保管場所」の列に、書庫、サーバー、クラウドサービスなどの名称を記入してください。詳しい事項はシート「保管場所」に一度だけ記入します。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::ledger::{Field, Law};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::StoragePlaceMissing,
    severity: Severity::Warning,
    message: ["保管場所が記載されていません。", "It is not stated where the data is kept."],
    advice: [
        "「保管場所」に、書庫、サーバー、クラウドサービスなどの名称を記入してください。",
        "Write in 保管場所 the cabinet, server or cloud service that holds the data.",
    ],
    basis: &[(Law::Appi, "23"), (Law::JisQ15001, "A.3.3.1")],
    look: Look::Entry(look),
    file: include_str!("storage_place_missing.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    if row.places.is_empty() && row.is_personal_data() {
        found.say(&[Field::Places]);
    }
}
