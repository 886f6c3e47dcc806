//! The whole of what an entry states as its purpose is a general phrase.
//!
//! The purpose of use is specified as far as possible (APPI 17(1)): in the end for which business and in which way the data is used, so
//! that a person can expect it. The PPC's guideline 3-1-1 gives "to use it for our business activities" and "to use it for marketing
//! activities" as purposes that are not specified. A row is found here only where everything in its purpose is such a phrase; beside a
//! specific purpose they do no harm. Data that is held for another company has the purpose of the entrusted work and is not looked at.
//!
//! To mend it, say for which business and for what the data is used: "to ship what was ordered in our mail-order business, and to answer
//! questions about it".
//!
//! # 日本語
//!
//! 利用目的の全体が一般的・抽象的な語句にとどまる行です。
//!
//! 利用目的は、最終的にどのような事業の用に供され、どのような目的で利用されるかを本人が想定できる程度に、できる限り特定しなければなりません
//! （個人情報保護法第17条第1項）。ガイドライン（通則編）3-1-1は、特定していない例として「事業活動に用いるため」「マーケティング活動に用いるため」を
//! 挙げています。記載の全てがこのような語句である場合だけを指摘し、具体的な目的と並べて書かれている場合や、受託した情報は指摘しません。
//!
//! 直すには、「通信販売事業における商品の発送、お問い合わせへの回答のため」のように、どの事業で何に使うかを記入してください。

use super::super::{Look, Rule};
use crate::finding::{Code, FoundOfRow, Row, Severity};
use crate::law::phrases;
use crate::ledger::{Field, Law};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::PurposeVague,
    severity: Severity::Warning,
    message: [
        "利用目的「{0}」は抽象的で、利用目的を特定したことになりません。",
        "The purpose {0} is too general to be a specified purpose.",
    ],
    advice: [
        "「利用目的」に、どの事業で何のために使うのかを、本人が想定できるよう具体的に記入してください。",
        "Say in 利用目的 for which business and for what the data is used, so that a person can expect it.",
    ],
    basis: &[(Law::Appi, "17(1)"), (Law::Guideline, "3-1-1")],
    look: Look::Entry(look),
    file: include_str!("purpose_vague.rs"),
};

fn look(row: &Row<'_>, found: &mut FoundOfRow<'_>) {
    let is_vague = |purpose| row.company.judged(purpose, phrases::is_vague_purpose);
    let vague = !row.purposes.is_empty() && row.purposes.iter().all(is_vague);
    if vague && row.is_personal_information() && !row.is_entrusted_to_us() {
        found.say_of(vec![row.purposes.join("、").into()], &[Field::Purposes]);
    }
}
