//! Places, entrustees, recipients and joint users.

use serde_json::{Value, json};

use super::super::unexpressed::Unexpressed;
use super::super::words::Word;
use super::Node;
use crate::language::Language;
use crate::ledger::{Certainty, Country, Entrustment, JointUse, Place, Provision, Stated, TransferBasis, Whereabouts};

/// A country in DPV's own list of locations.
pub(super) fn country(of: Country) -> Value {
    json!({ "@id": format!("loc:{}", of.code()) })
}

/// Adds the countries that are certain; candidates and words that name no country stand in a comment.
pub(super) fn countries(node: &mut Node, of: &Whereabouts, matter: &str, unexpressed: &mut Unexpressed) {
    if of.certainty == Certainty::Known {
        for one in &of.countries {
            node.add("dpv:hasCountry", country(*one));
        }
        return;
    }
    uncertain(node, of, matter, unexpressed);
}

/// Puts where something is, as far as the ledger says, into a comment.
pub(super) fn uncertain(node: &mut Node, of: &Whereabouts, matter: &str, unexpressed: &mut Unexpressed) {
    let reason = of.reason.as_deref().unwrap_or_default();
    let said = [(format!("確定していない{matter}"), whereabouts(of)), (format!("{matter}を特定できない理由"), reason.to_owned())];
    for (matter, words) in &said {
        in_words(node, &[(matter, words)], unexpressed);
    }
}

/// Where something is, as written; else by its countries, or that it is abroad.
pub(super) fn whereabouts(of: &Whereabouts) -> String {
    if let Some(text) = &of.text {
        return text.to_string();
    }
    let names: Vec<&str> = of.countries.iter().map(|country| country.name(Language::Ja)).collect();
    match (names.is_empty(), of.abroad) {
        (false, _) => names.join(if of.certainty == Certainty::Candidates { " または " } else { "、" }),
        (true, Stated::Yes) => "海外".to_owned(),
        (true, _) => String::new(),
    }
}

pub(super) fn place(of: &Place, unexpressed: &mut Unexpressed) -> Value {
    let mut place = Node::labelled(&["dpv:Location"], &of.name);
    countries(&mut place, &of.server_country, "保管国", unexpressed);
    in_words(
        &mut place,
        &[
            ("提供事業者", of.provider.as_deref().unwrap_or_default()),
            ("提供事業者の国", &whereabouts(&of.provider_country)),
            ("提供事業者の国を特定できない理由", of.provider_country.reason.as_deref().unwrap_or_default()),
            ("個人データの取扱い", of.handles_data.word()),
        ],
        unexpressed,
    );
    note(&mut place, of.notes.as_deref());
    let mut condition = Node::new(None, &["dpv:StorageLocation"]);
    condition.put("dpv:hasLocation", place.into_value());
    condition.into_value()
}

pub(super) fn processor(of: &Entrustment, unexpressed: &mut Unexpressed) -> Value {
    let mut party = party("dpv:DataProcessor", &of.entrustee);
    party.put("dct:description", of.work.as_deref().into());
    countries(&mut party, &of.country, "委託先の国", unexpressed);
    transfer(&mut party, of.transfer);
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    in_words(
        &mut party,
        &[("契約日", &day(of.contracted_on)), ("再委託", of.subcontracting.word()), ("確認日", &day(of.checked_on))],
        unexpressed,
    );
    note(&mut party, of.notes.as_deref());
    party.into_value()
}

pub(super) fn recipient(of: &Provision, unexpressed: &mut Unexpressed) -> Value {
    let mut party = party("dpv:ThirdParty", &of.recipient);
    countries(&mut party, &of.country, "提供先の国", unexpressed);
    if let Some(basis) = &of.legal_basis {
        party.add("dpv:hasLegalBasis", Node::labelled(&["dpv:LegalBasis"], basis).into_value());
    }
    transfer(&mut party, of.transfer);
    in_words(
        &mut party,
        &[("本人からの直接収集", of.collected_directly.word()), ("停止の方法", of.opt_out.as_deref().unwrap_or_default())],
        unexpressed,
    );
    note(&mut party, of.notes.as_deref());
    party.into_value()
}

pub(super) fn joint_users(of: &JointUse, unexpressed: &mut Unexpressed) -> Value {
    let mut users = Node::labelled(&["dpv:JointDataControllers"], &of.name);
    users.put("dct:description", of.scope.as_deref().into());
    for item in &of.items {
        users.add("dpv:hasPersonalData", Node::labelled(&["dpv:PersonalData"], item).into_value());
    }
    for purpose in &of.purposes {
        let mut node = Node::labelled(&["dpv:Purpose"], &purpose.text);
        if let Some(subject) = &purpose.subject {
            node.put("dpv:hasDataSubject", Node::labelled(&["dpv:DataSubject"], subject).into_value());
        }
        users.add("dpv:hasPurpose", node.into_value());
    }
    if let Some(responsible) = &of.responsible {
        let mut entity = party("dpv:LegalEntity", responsible);
        entity.put("dpv:hasAddress", of.responsible_address.as_deref().into());
        if let Some(representative) = &of.responsible_representative {
            entity.put("dpv:hasRepresentative", Node::labelled(&["dpv:Representative"], representative).into_value());
        }
        users.add("dpv:hasResponsibleEntity", entity.into_value());
    }
    let foreign = if of.includes_foreign == Stated::NotStated { "" } else { of.includes_foreign.word() };
    in_words(&mut users, &[("共同利用の取得方法", &of.acquisition.join("\n")), ("外国の利用者", foreign)], unexpressed);
    users.into_value()
}

fn party(class: &str, name: &str) -> Node {
    let mut party = Node::labelled(&[class], name);
    party.put("dpv:hasName", name.into());
    party
}

fn transfer(party: &mut Node, basis: TransferBasis) {
    if basis != TransferBasis::NotStated {
        party.add("dpv:hasLegalBasis", Node::labelled(&["dpv:DataTransferLegalBasis"], basis.word()).into_value());
    }
}

fn note(node: &mut Node, notes: Option<&str>) {
    if let Some(notes) = notes {
        node.add("rdfs:comment", notes.into());
    }
}

/// Puts what DPV has no term for into comments, each under its heading.
pub(super) fn in_words(node: &mut Node, said: &[(&str, &str)], unexpressed: &mut Unexpressed) {
    for (matter, words) in said.iter().filter(|(_, words)| !words.is_empty()) {
        unexpressed.in_words(matter);
        node.add("rdfs:comment", format!("{matter}：{words}").into());
    }
}
