//! No window for complaints is stated, or none that can be reached.
//!
//! The operator makes available to the person where complaints about its handling of retained personal data are taken (APPI 32(1)(iv),
//! Order 10(ii)), and endeavours to handle them properly and without delay (40(1)). A window that is stated for requests alone does not
//! tell where complaints go; nor does one of which neither address, telephone, mail nor another way is stated.
//!
//! To mend it, give a window of the sheet 窓口 the kind 苦情・相談, and state how it is reached.
//!
//! # 日本語
//!
//! 苦情の申出先の記載がないか、申出先に連絡する方法の記載がありません。
//!
//! 個人情報取扱事業者は、保有個人データの取扱いに関する苦情の申出先を、本人の知り得る状態に置かなければならず（個人情報保護法第32条第1項第4号、
//! 施行令第10条第2号）、苦情の適切かつ迅速な処理に努めなければなりません（第40条第1項）。開示等の請求だけを受け付ける窓口は、苦情の申出先を示しません。
//!
//! 直すには、シート「窓口」の「種別」に「苦情・相談」を加え、住所、電話、メールのいずれかを記入してください。

use super::super::{Look, Rule};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::ledger::{Contact, ContactRole, Field, Law};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::ComplaintsContactMissing,
    severity: Severity::Warning,
    message: [
        "苦情の申出先（連絡方法のあるもの）が記載されていません。",
        "No window for complaints is stated that tells how it is reached.",
    ],
    advice: [
        "シート「窓口」に「種別」を「苦情・相談」とする行を設け、住所、電話、メールのいずれかを記入してください。開示等の請求の窓口が苦情も受けるなら、その行の「種別」に加えます。",
        "Give a window of the sheet 窓口 the kind 苦情・相談, with an address, a telephone number or a mail address. Where the window for requests takes complaints too, add the kind there.",
    ],
    basis: &[(Law::Appi, "32(1)(iv)"), (Law::AppiOrder, "10(ii)"), (Law::Appi, "40(1)")],
    look: Look::Organization(look),
    file: include_str!("complaints_contact_missing.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    let contacts = &company.organization.contacts;
    let takes_complaints = |contact: &Contact| contact.roles.contains(&ContactRole::Complaints);
    if contacts.iter().any(|contact| takes_complaints(contact) && is_reached(contact)) || !super::may_hold_retained_data(company) {
        return;
    }
    let of_complaints: Vec<usize> = (0..contacts.len()).filter(|row| takes_complaints(&contacts[*row])).collect();
    let rows = if of_complaints.is_empty() { (0..contacts.len()).collect() } else { of_complaints };
    found.say(&[], rows.into_iter().flat_map(|row| company.cell_at(Field::Contacts, row)).collect());
}

/// Whether the window states a way to reach it. A note may tell another way, such as a form on a page.
fn is_reached(contact: &Contact) -> bool {
    contact.address.is_some() || contact.email.is_some() || contact.notes.is_some() || !contact.phones.is_empty()
}
