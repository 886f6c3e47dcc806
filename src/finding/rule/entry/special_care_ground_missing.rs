//! An entry holds special-care data, and the ledger does not tell on what ground it was acquired.
//!
//! Special-care personal information may be acquired only with the person's consent given before, or in the cases of APPI 20(2)(i) to
//! (viii). A person who provides it itself, in writing or by word of mouth, consents by that (guideline 3-3-2), so a row that comes from the
//! person alone is not found here; nor is what is learned while the person is treated, one that comes from an entrustor (Order 9(ii)), or is published. Otherwise the ground must be told:
//! consent, a statute such as the Industrial Safety and Health Act, protection of life, and so on, in the acquisition, the purpose, the notes
//! or another column.
//!
//! To mend it, state in 取得方法 or 備考 how consent was obtained, or which exception applies.
//!
//! # 日本語
//!
//! 要配慮個人情報を含むのに、取得の根拠が分からない行です。
//!
//! 要配慮個人情報は、個人情報保護法第20条第2項各号の場合を除き、あらかじめ本人の同意を得なければ取得できません。本人から書面又は口頭等により直接取得する
//! 場合は、本人が提供したことをもって同意があったものと解されるため（ガイドライン（通則編）3-3-2）、取得元が本人だけの行は指摘しません。委託元から受け取る
//! 場合（施行令第9条第2号）、公開されている場合、診療の過程で得る場合も同じです。それ以外は、同意、法令（労働安全衛生法など）、生命等の保護などの根拠が、取得方法、利用目的、備考
//! 又はその他の列に書かれている必要があります。
//!
//! 直すには、同意の取得方法又は該当する例外を、「取得方法」か「備考」に記入してください。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::law::phrases;
use crate::ledger::{AcquisitionSource, Field, Law, Stated};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::SpecialCareGroundMissing,
    severity: Severity::Warning,
    message: [
        "要配慮個人情報を取得した根拠（本人の同意、法令など）が記載されていません。",
        "On what ground the special-care data was acquired (consent, a statute) is not stated.",
    ],
    advice: [
        "本人から直接取得しているときは「取得元」に「本人」と、それ以外は同意の取得方法又は法第20条第2項のどの場合に当たるかを「取得方法」か「備考」に記入してください。",
        "Where the person provides it, write 本人 in 取得元; else state in 取得方法 or 備考 how consent was obtained or which case of APPI 20(2) applies.",
    ],
    basis: &[(Law::Appi, "20(2)"), (Law::Guideline, "3-3-2")],
    look: Look::Entry(look),
    file: include_str!("special_care_ground_missing.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    if row.special_care != Stated::Yes || !row.is_personal_information() || row.is_entrusted_to_us() {
        return;
    }
    let sources = &row.acquired_from;
    let own_ground = |source: &AcquisitionSource| {
        matches!(source, AcquisitionSource::Principal | AcquisitionSource::Entrustor | AcquisitionSource::Published)
    };
    if !sources.is_empty() && sources.iter().all(own_ground) || told(row) || sources.is_empty() && comes_from_person(row) {
        return;
    }
    found.say(&[Field::SpecialCare, Field::Acquisition, Field::AcquiredFrom]);
}

fn told(row: &Row<'_>) -> bool {
    let texts = row.acquisition.iter().chain(&row.purposes).chain(&row.notes);
    let mut texts = texts.filter(|text| row.company.judged(text, phrases::tells_special_care_ground));
    let mut columns = row.other_columns.iter();
    texts.next().is_some() || columns.any(|column| phrases::column_tells_special_care_ground(&column.heading, &column.text))
}

fn comes_from_person(row: &Row<'_>) -> bool {
    row.acquisition.iter().any(|text| row.company.judged(text, phrases::tells_from_person))
}
