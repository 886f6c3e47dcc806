//! Two statements of one window have different hours.
//!
//! The operator states where requests and complaints are taken (APPI 37(1), Order 12(i), Order 10(ii)), so that a person reaches it. Two
//! rows of the sheet 窓口 that have a telephone number in common, or the same name and nothing that tells them apart, are one window.
//! Where they state different hours, one of them sends people to a closed door. Rows of different purpose, such as one for requests and
//! one of the manager, may share a switchboard and keep hours of their own; they are not compared.
//!
//! To mend it, find out the hours that are kept, and state them once.
//!
//! # 日本語
//!
//! 同じ窓口に、異なる受付時間の記載があります。
//!
//! 個人情報取扱事業者は、開示等の請求や苦情の申出先を本人に示します（個人情報保護法第37条第1項、施行令第12条第1号、第10条第2号）。電話番号が同じ窓口、
//! 又は名称が同じで住所・電話・メールで区別できない窓口は、一つの窓口です。受付時間が異なると、本人は受付時間外に連絡することになります。
//! 代表電話を共有する種別の異なる窓口（開示等の請求と個人情報保護管理者など）は、比べません。
//!
//! 直すには、実際の受付時間を確かめ、一つにしてください。

use super::super::{Look, Rule};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::ledger::{Contact, Field, Law, Text, fold, is_same_word};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::ContactsContradict,
    severity: Severity::Warning,
    message: ["同じ窓口（{0}）に、異なる受付時間が記載されています：{1}。", "One window ({0}) is stated with different hours: {2}."],
    advice: [
        "実際の受付時間を確かめ、シート「窓口」の記載を一つにしてください。別の窓口であれば、名称と電話番号を分けます。",
        "Find out the hours that are kept and state them once in the sheet 窓口. Where these are two windows, give each its own name and number.",
    ],
    basis: &[(Law::Appi, "37(1)"), (Law::AppiOrder, "12(i)"), (Law::AppiOrder, "10(ii)")],
    look: Look::Organization(look),
    file: include_str!("contacts_contradict.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    let contacts = &company.organization.contacts;
    let mut told: Vec<usize> = Vec::new();
    for (first, one) in contacts.iter().enumerate() {
        let Some(hours) = one.hours.as_ref().filter(|_| !told.contains(&first)) else { continue };
        let (mut word, mut rows, mut stated) = (None, vec![first], vec![hours]);
        for (row, other) in contacts.iter().enumerate().skip(first + 1) {
            let Some(of_other) = other.hours.as_ref().filter(|_| share_a_purpose(one, other)) else { continue };
            if let Some(same) = same_window(one, other) {
                word.get_or_insert(same);
                told.push(row);
                rows.push(row);
                if !stated.iter().any(|hours| is_same_word(hours, of_other)) {
                    stated.push(of_other);
                }
            }
        }
        if let (Some(word), true) = (word, stated.len() > 1) {
            let japanese = stated.iter().map(|hours| format!("「{hours}」")).collect::<Vec<_>>().join("と");
            let english = stated.iter().map(AsRef::as_ref).collect::<Vec<_>>().join("; ");
            found.say(&[&word, &japanese, &english], rows.into_iter().flat_map(|row| company.cell_at(Field::Contacts, row)).collect());
        }
    }
}

/// What makes two rows one window: a telephone number in common or, where nothing tells them apart, the name.
fn same_window(one: &Contact, other: &Contact) -> Option<Text> {
    let in_common = one.phones.iter().find(|phone| other.phones.iter().any(|another| digits(another) == digits(phone)));
    let told_apart = !one.phones.is_empty() && !other.phones.is_empty()
        || differ(one.address.as_ref(), other.address.as_ref())
        || differ(one.email.as_ref(), other.email.as_ref());
    in_common.or_else(|| (!told_apart && is_same_word(&one.name, &other.name)).then_some(&one.name)).cloned()
}

fn share_a_purpose(one: &Contact, other: &Contact) -> bool {
    one.roles.is_empty() || other.roles.is_empty() || one.roles.iter().any(|role| other.roles.contains(role))
}

/// The digits of a telephone number, as it is dialled at home.
fn digits(phone: &str) -> String {
    let digits: String = fold(phone).chars().filter(char::is_ascii_digit).collect();
    digits.strip_prefix("81").map_or_else(|| digits.clone(), |national| format!("0{}", national.trim_start_matches('0')))
}

fn differ(one: Option<&Text>, other: Option<&Text>) -> bool {
    one.zip(other).is_some_and(|(one, other)| fold(one) != fold(other))
}
