//! The organization, its policies, measures, windows and the rights that it answers to.

use serde_json::{Value, json};

use super::super::unexpressed::Unexpressed;
use super::super::words::{Word, lines};
use super::party::{country, in_words, whereabouts};
use super::{Node, name_of, source};
use crate::ledger::{Contact, FeeKind, Organization, Policy, Procedure, SafetyMeasureKind, Stated};

pub(super) fn organization(of: &Organization, unexpressed: &mut Unexpressed) -> Value {
    let mut node = Node::new(Some(&name_of(&["organization", &of.code])), &["dpv:Organisation"]);
    node.put("dct:identifier", of.code.as_ref().into());
    node.put("rdfs:label", of.name.as_ref().into());
    node.put("dpv:hasName", of.name.as_ref().into());
    node.put("dpv:hasAddress", of.address.as_deref().into());
    node.put("dpv:hasCountry", country(of.home));
    node.put("dct:description", of.business.as_deref().into());
    if let Some(representative) = &of.representative {
        node.put("dpv:hasRepresentative", Node::labelled(&["dpv:Representative"], representative).into_value());
    }
    if let Some(manager) = &of.manager {
        // The privacy manager of the Act's practice is not the data protection officer of other laws.
        node.add("dpv:hasResponsibleEntity", Node::labelled(&["dpv:Entity"], manager).into_value());
    }
    node.put("dpv:hasContact", of.contacts.iter().map(contact).collect());
    node.put("dpv:hasPolicy", of.policies.iter().map(policy).collect());
    for measure in &of.safety_measures {
        let (property, class) = match measure.kind {
            SafetyMeasureKind::Physical => ("dpv:hasPhysicalMeasure", "dpv:PhysicalMeasure"),
            SafetyMeasureKind::Technical => ("dpv:hasTechnicalMeasure", "dpv:TechnicalMeasure"),
            _ => ("dpv:hasOrganisationalMeasure", "dpv:OrganisationalMeasure"),
        };
        let mut one = Node::labelled(&[class], &measure.text);
        one.put("dct:type", measure.kind.word().into());
        node.add(property, one.into_value());
    }
    for certification in &of.certifications {
        node.add("dpv:hasOrganisationalMeasure", Node::labelled(&["dpv:Certification"], certification).into_value());
    }
    for procedure in &of.procedures {
        rights(procedure, &mut node, unexpressed);
    }
    let company = |stated: Stated| stated.word();
    in_words(
        &mut node,
        &[
            ("準拠規格", of.standard.as_deref().unwrap_or_default()),
            ("保管国（全社）", &whereabouts(&of.storage)),
            ("保管国（全社）を特定できない理由", of.storage.reason.as_deref().unwrap_or_default()),
            ("委託（全社）", company(of.entrusted)),
            ("第三者提供（全社）", company(of.provided)),
            ("共同利用（全社）", company(of.jointly_used)),
        ],
        unexpressed,
    );
    let dates = of.established.is_some() || of.revised.is_some();
    unexpressed.left_out("制定日・改定日", usize::from(dates));
    unexpressed.left_out("方針の引用", of.policies.iter().map(|policy| policy.citations.len()).sum());
    unexpressed.left_out("提供の条件", of.provision_conditions.len());
    unexpressed.left_out("外国制度", of.regimes.len());
    node.put("dct:source", of.sources.iter().map(source).collect());
    node.into_value()
}

fn contact(of: &Contact) -> Value {
    let mut node = Node::labelled(&[], &of.name);
    node.put("dct:type", lines(&of.roles).into());
    node.put("dpv:hasAddress", of.address.as_deref().into());
    node.put("dpv:hasContact", of.phones.iter().chain(&of.email).map(AsRef::as_ref).collect());
    node.put("dct:description", of.hours.as_deref().into());
    node.put("rdfs:comment", of.notes.iter().map(AsRef::as_ref).collect());
    node.into_value()
}

fn policy(of: &Policy) -> Value {
    let mut node = Node::new(None, &["dpv:Policy"]);
    node.put("dct:title", of.name.as_ref().into());
    let day = |day: Option<chrono::NaiveDate>| match day {
        Some(day) => json!({ "@value": day.to_string(), "@type": "xsd:date" }),
        None => Value::Null,
    };
    node.put("dct:issued", day(of.established));
    node.put("dct:modified", day(of.revised));
    node.put("dct:description", of.text.as_deref().into());
    node.into_value()
}

/// The rights that a procedure is for, each with how it is exercised.
fn rights(of: &Procedure, node: &mut Node, unexpressed: &mut Unexpressed) {
    let mut notice = Node::new(None, &["dpv:RightExerciseNotice"]);
    let ways = [&of.application, &of.form, &of.reply];
    notice.put("dct:description", ways.into_iter().flatten().map(AsRef::as_ref).collect::<Vec<&str>>().join("\n").into());
    let fee = match of.fee.kind {
        FeeKind::NotStated => None,
        FeeKind::Free => Some("dpv:FeeNotRequired"),
        FeeKind::Fixed | FeeKind::Estimated | FeeKind::AtCost => Some("dpv:FeeRequired"),
    };
    if let Some(class) = fee {
        let words = of.fee.text.as_deref().unwrap_or(of.fee.kind.word());
        let mut fee = Node::new(None, &[class]);
        fee.put("rdfs:label", words.into());
        fee.put("rdf:value", of.fee.amount.map(|yen| format!("JPY {yen}")).into());
        notice.put("dpv:hasFee", fee.into_value());
    }
    in_words(
        &mut notice,
        &[
            ("開示等の請求ができる者", &lines(&of.requesters)),
            ("手数料の税", of.fee.tax.word()),
            ("手数料の単位", of.fee.per.word()),
            ("手数料の支払方法", &of.fee.payment.join("\n")),
            ("手数料の返還", of.fee.refundable.word()),
            ("手数料の見積り", of.fee.estimate_by_effort.word()),
            ("開示等の備考", of.notes.as_deref().unwrap_or_default()),
        ],
        unexpressed,
    );
    let accepted = if of.accepted == Stated::Yes { "" } else { of.accepted.word() };
    in_words(&mut notice, &[("請求の受付", accepted)], unexpressed);
    let notice = notice.into_value();
    // A procedure that names no right is one for any.
    let names = if of.rights.is_empty() { vec![""] } else { of.rights.iter().map(|right| right.word()).collect() };
    for name in names {
        let mut one = Node::labelled(&["dpv:DataSubjectRight"], name);
        one.put("dpv:isExercisedAt", notice.clone());
        for subject in &of.subjects {
            one.add("dpv:hasDataSubject", Node::labelled(&["dpv:DataSubject"], subject).into_value());
        }
        node.add("dpv:hasRight", one.into_value());
    }
    unexpressed.left_out("必要書類", of.documents.len());
    unexpressed.left_out("不開示事由", of.refusal_grounds.len());
}
