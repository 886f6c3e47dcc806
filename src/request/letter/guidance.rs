//! 手続のご案内: what to send, where, what it costs, and what happens then (APPI 37, 38).

use chrono::NaiveDate;

use crate::ledger::{ContactRole, Organization, Procedure, Right, Stated};
use crate::question::requester_view::RequesterView;

use super::super::{Case, Person, Received};
use super::frame::{Asked, addressee, contact, facts_of, request, sender, window};
use super::wording::{NOT_IN_LEDGER, day, lines, named};
use super::{Block, Fact, Letter, Section, fee, papers};

/// The guidance for a request that came in, or that someone means to make: `received` says what the procedures ask for, `views` hold the
/// procedures, a right each, and `case` what of that has come in, where there is a case already. Without a person the letter is to the
/// one who asks, by no name.
#[must_use]
pub fn guidance(
    organization: &Organization,
    received: &Received,
    views: &[RequesterView],
    case: Option<&Case>,
    person: Option<&Person>,
    today: NaiveDate,
) -> Letter {
    let application = &received.application;
    let rights = &application.rights;
    let owed = case.map_or(&received.owed, |case| &case.owed);
    let mut open = Vec::new();
    let procedures = procedures(views);
    for right in rights.iter().filter(|right| !procedures.iter().any(|(of, _)| of.contains(right))) {
        open.push(format!(
            "{}の手続が台帳にありません（この請求者、この区分について）。窓口での扱いを確かめてください。",
            named(&[*right])
        ));
    }
    let asked = Asked {
        rights,
        requester: application.requester,
        subjects: &application.subjects,
        items: application.items,
        received_on: case.map(|case| case.receipt.received_on),
        person,
    };
    let opening = match case {
        Some(case) => format!(
            "{}に受け付けました{}のご請求につきまして、お手続を下記のとおりご案内いたします。",
            day(case.receipt.received_on),
            named(rights)
        ),
        None => format!("{}のご請求のお手続を、下記のとおりご案内いたします。", named(rights)),
    };
    let sections = vec![
        request(&asked),
        papers::section(owed, case, today),
        application_section(organization, &procedures),
        fee::asked(&received.charges, owed.fee, rights, case),
        course(received, &procedures, case),
    ];
    Letter {
        title: "開示等のご請求の手続について（ご案内）".to_owned(),
        number: case.map(|case| case.receipt.number.to_string()),
        date: today,
        addressee: addressee(person),
        sender: sender(organization, &mut open),
        opening: vec![opening],
        sections,
        contact: window(organization, &mut open),
        open,
    }
}

/// The procedures that are for what is asked, each with the rights that it is for. One that is for others alone is none of them.
fn procedures(views: &[RequesterView]) -> Vec<(Vec<Right>, &Procedure)> {
    let mut found: Vec<(Vec<Right>, &Procedure)> = Vec::new();
    for view in views.iter().filter(|view| view.accepted != Stated::NotStated) {
        let Some(procedure) = &view.procedure else { continue };
        match found.iter_mut().find(|(_, known)| *known == procedure) {
            Some((rights, _)) => rights.push(view.right),
            None => found.push((vec![view.right], procedure)),
        }
    }
    found
}

/// お申込みの方法: the form, the way, and where to.
fn application_section(organization: &Organization, procedures: &[(Vec<Right>, &Procedure)]) -> Section {
    let mut rows: Vec<Fact> = Vec::new();
    for (rights, procedure) in procedures {
        if procedure.accepted == Stated::No {
            rows.push(Fact::new("受付", [format!("{}のご請求は、受け付けておりません。", named(rights))]));
        }
        rows.extend(procedure.form.iter().map(|form| Fact::new("請求書の書式", lines(form))));
        rows.extend(procedure.application.iter().map(|way| Fact::new("お申込みの方法", lines(way))));
    }
    let window = contact(organization, ContactRole::Requests).or_else(|| contact(organization, ContactRole::Complaints));
    let reached: Vec<String> = window.map(|window| facts_of(window, "")).unwrap_or_default().iter().filter_map(to_send).collect();
    if !reached.is_empty() {
        rows.push(Fact::new("送付先", reached));
    }
    if rows.is_empty() {
        rows.push(Fact::new("お申込みの方法", [NOT_IN_LEDGER]));
    }
    let rows = once(rows);
    Section::new("お申込みの方法", vec![Block::facts(rows)])
}

/// Name, address and mail address of a window: where something can be sent to.
fn to_send(fact: &Fact) -> Option<String> {
    let sendable = matches!(fact.label.as_str(), "" | "住所" | "電子メール");
    sendable.then(|| fact.lines.join(" "))
}

/// 今後の流れ: in steps, with the day by which the organization means to answer.
fn course(received: &Received, procedures: &[(Vec<Right>, &Procedure)], case: Option<&Case>) -> Section {
    let owed = case.map_or(&received.owed, |case| &case.owed);
    let mut steps: Vec<String> = Vec::new();
    if !owed.papers.is_empty() {
        steps.push("書類を受領し、ご本人（代理人によるご請求の場合は、代理権を含みます。）を確認いたします。".to_owned());
    }
    if owed.fee.estimate_first {
        steps.push("手数料の見積りの額をお知らせし、お支払いを確認いたします。".to_owned());
    } else if owed.fee.yen > 0 {
        steps.push("手数料のお支払いを確認いたします。".to_owned());
    }
    steps.push("調査を行い、ご請求に応じるかを決定いたします。".to_owned());
    let due_on = case.map_or(received.due_on, |case| case.receipt.due_on);
    let days = (due_on - received.application.received_on).num_days();
    steps.push(match case {
        Some(_) => format!("受付日から{days}日以内（{}まで）を目標に、遅滞なく回答いたします。", day(due_on)),
        None => format!("ご請求の受付日から{days}日以内を目標に、遅滞なく回答いたします。"),
    });
    let mut blocks = vec![Block::List(steps)];
    let mut rows: Vec<Fact> = Vec::new();
    for (_, procedure) in procedures {
        let reply = procedure.reply.iter().map(|reply| Fact::new("回答の方法", lines(reply)));
        let notes = procedure.notes.iter().map(|notes| Fact::new("ご留意いただきたいこと", lines(notes)));
        rows.extend(reply.chain(notes));
    }
    let rows = once(rows);
    if !rows.is_empty() {
        blocks.push(Block::facts(rows));
    }
    Section::new("今後の流れ", blocks)
}

/// Each fact once: several procedures say the same.
fn once(facts: Vec<Fact>) -> Vec<Fact> {
    let mut seen: Vec<Fact> = Vec::new();
    for fact in facts {
        if !seen.contains(&fact) {
            seen.push(fact);
        }
    }
    seen
}
