//! What both letters have around their matter: whom they are to, from whom, what was asked, and whom to ask.

use crate::ledger::{Contact, ContactRole, Organization, RequesterKind, Right, Text};

use super::super::Person;
use super::wording::{asker, day, lines, with_article};
use super::{Block, Fact, Section};
use chrono::NaiveDate;

/// What is asked for, by whom.
pub(super) struct Asked<'a> {
    pub(super) rights: &'a [Right],
    pub(super) requester: RequesterKind,
    pub(super) subjects: &'a [Text],
    pub(super) items: u32,
    /// The day on which it reached the organization.
    pub(super) received_on: Option<NaiveDate>,
    pub(super) person: Option<&'a Person>,
}

/// Whom the letter is to. One of whom nothing is known any more, or not yet, is addressed as the one who asks.
pub(super) fn addressee(person: Option<&Person>) -> Vec<String> {
    let Some(person) = person else { return vec!["ご請求者　様".to_owned()] };
    let name = person.requester.as_ref().unwrap_or(&person.principal);
    let mut addressee: Vec<String> = person.contact.iter().flat_map(|contact| lines(contact)).map(str::to_owned).collect();
    addressee.push(format!("{name}　様"));
    addressee
}

/// From whom it is: as far as the ledger states it.
pub(super) fn sender(organization: &Organization, open: &mut Vec<String>) -> Vec<String> {
    let window = contact(organization, ContactRole::Requests);
    let address = organization.address.as_ref().or_else(|| window.and_then(|window| window.address.as_ref()));
    if address.is_none() {
        open.push("差出人の住所が台帳にありません。住所を書き加えてください（個人情報保護法第32条第1項第1号）。".to_owned());
    }
    let mut sender: Vec<String> = address.into_iter().flat_map(|address| lines(address)).map(str::to_owned).collect();
    sender.push(organization.name.to_string());
    match &organization.manager {
        Some(post) if post.contains("個人情報保護管理") => sender.push(post.to_string()),
        Some(post) => sender.push(format!("個人情報保護管理者　{post}")),
        None => open.push("個人情報保護管理者の職名が台帳にありません。差出人の職名を書き加えてください。".to_owned()),
    }
    sender
}

/// ご請求の内容.
pub(super) fn request(asked: &Asked<'_>) -> Section {
    let mut rows = Vec::new();
    if let Some(received_on) = asked.received_on {
        rows.push(Fact::new("受付日", [day(received_on)]));
    }
    rows.push(Fact::new("ご請求の種類", asked.rights.iter().map(|right| with_article(*right))));
    if let Some(person) = asked.person.filter(|person| person.requester.is_some()) {
        rows.push(Fact::new("ご本人", [format!("{}　様", person.principal)]));
    }
    rows.push(Fact::new("ご請求者", [asker(asked.requester)]));
    if !asked.subjects.is_empty() {
        let subjects: Vec<&str> = asked.subjects.iter().map(AsRef::as_ref).collect();
        rows.push(Fact::new("ご本人の区分", [subjects.join("、")]));
    }
    if asked.items > 1 {
        rows.push(Fact::new("件数", [format!("{}件", asked.items)]));
    }
    Section::new("ご請求の内容", vec![Block::facts(rows)])
}

/// The window for something; the first, where several are.
pub(super) fn contact(organization: &Organization, role: ContactRole) -> Option<&Contact> {
    organization.contacts.iter().find(|contact| contact.roles.contains(&role))
}

/// お問い合わせ先: the window for requests, else that for complaints.
pub(super) fn window(organization: &Organization, open: &mut Vec<String>) -> Vec<Fact> {
    let window = contact(organization, ContactRole::Requests).or_else(|| contact(organization, ContactRole::Complaints));
    if window.is_none() {
        open.push("開示等の窓口が台帳にありません。お問い合わせ先を書き加えてください。".to_owned());
    }
    window.map(|window| facts_of(window, "窓口")).unwrap_or_default()
}

/// How to reach a window, as far as the ledger states it.
pub(super) fn facts_of(contact: &Contact, label: &str) -> Vec<Fact> {
    let mut facts = vec![Fact::new(label, [contact.name.to_string()])];
    if let Some(address) = &contact.address {
        facts.push(Fact::new("住所", lines(address)));
    }
    if !contact.phones.is_empty() {
        let phones: Vec<&str> = contact.phones.iter().map(AsRef::as_ref).collect();
        facts.push(Fact::new("電話", [phones.join("、")]));
    }
    for (label, value) in [("電子メール", &contact.email), ("受付時間", &contact.hours)] {
        facts.extend(value.as_ref().map(|value| Fact::new(label, lines(value))));
    }
    facts
}
