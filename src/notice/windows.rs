//! Where a person turns to: requests, complaints, the one who answers for the handling, the accredited organization.

use super::block::{Item, Term};
use super::gap::Gap;
use super::matter::Matter;
use super::section::Section;
use super::words::{all, said, stated};
use crate::ledger::{Contact, ContactRole, Organization};

/// Who answers for the handling (guideline 10-3).
pub(super) fn manager(of: &Organization) -> Section {
    let mut section = Section::of(Matter::Manager);
    let post = stated(of.manager.as_ref());
    section.terms(post.iter().map(|post| Term::new("個人情報保護管理者", post)).collect());
    let found = contacts(&mut section, of, ContactRole::Manager);
    if post.is_none() && !found {
        section.lacks(Gap::optional(
            "個人情報保護管理者",
            "法第32条第1項の事項ではありませんが、責任者を置くことは組織的安全管理措置の一つです（ガイドライン（通則編）10-3）",
        ));
    }
    section
}

/// Where requests go (APPI 37(1), Order 12(i)).
pub(super) fn requests(of: &Organization) -> Section {
    let mut section = Section::of(Matter::Requests);
    if !contacts(&mut section, of, ContactRole::Requests) {
        section.lacks(Gap::required(
            "開示等の請求等の申出先",
            "請求に応じる手続の一部として、申出先を本人の知り得る状態に置く必要があります（法第32条第1項第3号、施行令第12条第1号）",
        ));
    }
    section
}

/// Where complaints go (Order 10(ii)).
pub(super) fn complaints(of: &Organization) -> Section {
    let mut section = Section::of(Matter::Complaints);
    if !contacts(&mut section, of, ContactRole::Complaints) {
        section.lacks(Gap::required(
            "苦情の申出先",
            "保有個人データの取扱いに関する苦情の申出先を、本人の知り得る状態に置く必要があります（施行令第10条第2号）",
        ));
    }
    section
}

/// The accredited organization (Order 10(iii)).
pub(super) fn accredited(of: &Organization) -> Section {
    let mut section = Section::of(Matter::Accredited);
    if !contacts(&mut section, of, ContactRole::AccreditedOrganization) {
        let why = "認定個人情報保護団体の対象事業者である場合に限り、その名称及び苦情の解決の申出先を本人の知り得る状態に置く必要があります（施行令第10条第3号）";
        section.lacks(Gap::optional("認定個人情報保護団体の名称及び苦情の解決の申出先", why));
    }
    section
}

/// Lists the windows of a role; whether there is one.
fn contacts(section: &mut Section, of: &Organization, role: ContactRole) -> bool {
    let windows: Vec<Item> = of.contacts.iter().filter(|contact| contact.roles.contains(&role)).filter_map(window).collect();
    let found = !windows.is_empty();
    section.list(windows);
    found
}

fn window(contact: &Contact) -> Option<Item> {
    let list = |words: Vec<String>| (!words.is_empty()).then(|| words.join("、"));
    let lines = [
        ("住所", stated(contact.address.as_ref())),
        ("電話", list(all(&contact.phones))),
        ("メール", stated(contact.email.as_ref())),
        ("受付時間", stated(contact.hours.as_ref())),
        ("備考", stated(contact.notes.as_ref())),
    ];
    let below: Vec<String> = lines.into_iter().filter_map(|(name, said)| Some(format!("{name}：{}", said?))).collect();
    match said(&contact.name) {
        Some(text) => Some(Item { text, below }),
        None if below.is_empty() => None,
        None => Some(Item { text: "窓口".to_owned(), below }),
    }
}
