//! 開示等請求に対する回答書: what is decided, and what the ledger says of each category of data (APPI 32 to 39).

use chrono::NaiveDate;

use crate::language::Language;
use crate::ledger::{EntryNo, Fee, Ledger, RefusalGroundKind, Right};
use crate::question::requester_view::{EntryAnswer, EntryDecision, RequesterView};

use super::super::{Case, Decision, Grant, Person};
use super::frame::{Asked, addressee, request, sender, window};
use super::refusal::{Withheld, refused, remedies};
use super::wording::{day, deed, lines, named};
use super::{Block, Fact, Facts, Letter, Section, content, fee};

/// The answer to a request that is decided; none as long as it is not, where it was withdrawn, or where the ledger has no such
/// organization. Its day is that of the reply, or today as long as there was none.
///
/// `views` hold what the requester may see, a right each, of the ledger that the decision rests on. Without a person the letter is to
/// the one who asks, by no name.
#[must_use]
pub fn answer(case: &Case, ledger: &Ledger, views: &[RequesterView], person: Option<&Person>, today: NaiveDate) -> Option<Letter> {
    let organization = ledger.organization(&case.receipt.organization)?;
    let progress = case.progress();
    let decision = progress.decision.as_ref().filter(|_| case.withdrawn_on().is_none())?;
    let receipt = &case.receipt;
    let rights = &receipt.rights;
    let mut open = Vec::new();
    let seen = Seen::of(ledger, views, decision);

    let asked = Asked {
        rights,
        requester: receipt.requester,
        subjects: &receipt.subjects,
        items: receipt.items,
        received_on: Some(receipt.received_on),
        person,
    };
    let mut sections = vec![request(&asked), decided(case, decision)];
    sections.extend(held(ledger, &seen, decision, rights, &mut open));
    sections.extend(refused(decision, rights, &seen.withheld, &mut open));
    sections.extend(undetermined(ledger, &seen, &mut open));
    let fees: Vec<Fee> = views.iter().filter(|view| view.right.may_cost()).map(|view| view.fee.clone()).collect();
    sections.push(fee::settled(case, &progress, &fees, decision.grant, &mut open));
    sections.push(remedies(organization, decision, rights, &mut open));
    Some(Letter {
        title: "開示等請求に対する回答書".to_owned(),
        number: Some(receipt.number.to_string()),
        date: case.replied_on().unwrap_or(today),
        addressee: addressee(person),
        sender: sender(organization, &mut open),
        opening: vec![format!(
            "{}に受け付けました{}のご請求につきまして、下記のとおり回答いたします。",
            day(receipt.received_on),
            named(rights)
        )],
        sections,
        contact: window(organization, &mut open),
        open,
    })
}

/// What the ledger says of each entry that may be about the person.
struct Seen<'a> {
    /// Entries that may be seen, each with its answers to the rights under which they may.
    shown: Vec<(EntryNo, Vec<&'a EntryAnswer>)>,
    withheld: Vec<Withheld<'a>>,
    /// Entries of which the ledger says too little.
    undetermined: Vec<EntryNo>,
}

impl<'a> Seen<'a> {
    /// Nothing at all for one who may not be the person, or of whom nothing is held.
    fn of(ledger: &'a Ledger, views: &'a [RequesterView], decision: &Decision) -> Self {
        let mut seen = Self { shown: Vec::new(), withheld: Vec::new(), undetermined: Vec::new() };
        let silent = [RefusalGroundKind::IdentityNotVerified, RefusalGroundKind::NotHeld];
        if decision.grant == Grant::None && decision.grounds.iter().any(|ground| silent.contains(ground)) {
            return seen;
        }
        for view in views {
            for answer in &view.entries {
                match answer.decision {
                    EntryDecision::MaySee => match seen.shown.iter_mut().find(|(no, _)| *no == answer.entry) {
                        Some((_, answers)) => answers.push(answer),
                        None => seen.shown.push((answer.entry, vec![answer])),
                    },
                    EntryDecision::MayNotSee => {
                        let held = ledger.held(answer.entry);
                        if !seen.withheld.iter().any(|known| std::ptr::eq(known.held.entry, held.entry)) {
                            seen.withheld.push(Withheld { held, reasons: answer.reasons.clone(), basis: answer.basis.clone() });
                        }
                    }
                    EntryDecision::CannotTell if seen.undetermined.contains(&answer.entry) => {}
                    EntryDecision::CannotTell => seen.undetermined.push(answer.entry),
                }
            }
        }
        seen.shown.sort_by_key(|(no, _)| *no);
        seen
    }
}

/// 当社の決定.
fn decided(case: &Case, decision: &Decision) -> Section {
    let sentence = |right: &Right| {
        let deed = deed(*right);
        match decision.grant {
            Grant::Whole => format!("ご請求の全部に応じ、{deed}いたします。"),
            Grant::Part => format!("ご請求の一部に応じ、{deed}いたします。"),
            Grant::None => format!("ご請求に応じて{deed}することができません。"),
        }
    };
    let mut rows: Vec<Fact> = case.receipt.rights.iter().map(|right| Fact::new(right.name(Language::Ja), [sentence(right)])).collect();
    rows.extend(case.decided_on().map(|on| Fact::new("決定日", [day(on)])));
    if let Some(explanation) = decision.explanation.as_ref().filter(|_| decision.grant == Grant::Whole) {
        rows.push(Fact::new("ご説明", lines(explanation)));
    }
    Section::new("当社の決定", vec![Block::facts(rows)])
}

/// 対象となる保有個人データ: what the ledger says of each entry, where the request is granted at least in part.
fn held(ledger: &Ledger, seen: &Seen<'_>, decision: &Decision, rights: &[Right], open: &mut Vec<String>) -> Option<Section> {
    if decision.grant == Grant::None {
        return None;
    }
    let mut said = Vec::new();
    if seen.shown.is_empty() {
        said.push("ご請求の対象となることを確認できる区分は、当社の個人情報管理台帳に記載がありません。");
        open.push("応じる決定ですが、台帳からは対象と確かめられる区分がありません。決定と台帳を確かめてください。".to_owned());
    } else {
        said.push("当社の個人情報管理台帳に基づき、次のとおりお知らせいたします。");
    }
    if rights.iter().any(|right| matches!(right, Right::Disclosure | Right::DisclosureOfProvisionRecords)) {
        said.push("ご本人に関する記録そのものは、別紙のとおりです。");
        open.push(
            "ご本人に関する記録そのもの（開示するデータ）を別紙として添えてください。台帳には区分ごとの記載だけがあります。".to_owned(),
        );
    }
    let mut blocks = vec![Block::paragraph(said.concat())];
    let corrected = rights.iter().any(|right| matches!(right, Right::Correction | Right::Addition | Right::Deletion));
    if corrected && decision.explanation.is_none() {
        open.push("訂正等を行ったときは、その内容も通知する必要があります（個人情報保護法第34条第3項）。書き加えてください。".to_owned());
    }
    for (number, (no, answers)) in (1..).zip(&seen.shown) {
        let held = ledger.held(*no);
        for told in answers.iter().flat_map(|answer| &answer.told).filter(|told| !told.party.is_empty()) {
            let point = format!("「{}」にも連絡してください（{}）。", told.party, told.reason(Language::Ja));
            if !open.contains(&point) {
                open.push(point);
            }
        }
        blocks.push(Block::Facts(Facts { caption: Some(format!("({number}) {}", held.entry.name)), rows: content::facts(held, answers) }));
    }
    Some(Section::new("対象となる保有個人データ", blocks))
}

/// 台帳の記載からは判断できないもの: not said to be none.
fn undetermined(ledger: &Ledger, seen: &Seen<'_>, open: &mut Vec<String>) -> Option<Section> {
    if seen.undetermined.is_empty() {
        return None;
    }
    let names: Vec<String> = seen.undetermined.iter().map(|no| ledger.held(*no).entry.name.to_string()).collect();
    open.push(format!(
        "台帳の記載からは対象となるかを判断できない区分があります（{}）。調査の結果に改めてから送付してください。",
        names.join("、")
    ));
    let said = "次の区分については、当社の個人情報管理台帳の記載だけでは、ご本人の保有個人データが含まれるかを判断できません。";
    Some(Section::new("台帳の記載からは判断できないもの", vec![Block::paragraph(said), Block::List(names)]))
}
