//! What is not done, on which grounds, and what the person can do about it (APPI 36, 39, 40).

use crate::ledger::{ContactRole, ExclusionReason, Held, LawReference, Organization, RefusalGroundKind, Right};

use super::super::{Decision, Grant};
use super::frame::{contact, facts_of};
use super::wording::{cited, lines};
use super::{Block, Fact, Facts, Section, Table};

/// An entry that the ledger says is not disclosed, with the reasons.
pub(super) struct Withheld<'a> {
    pub(super) held: Held<'a>,
    pub(super) reasons: Vec<ExclusionReason>,
    pub(super) basis: Vec<LawReference>,
}

/// お応えできない部分とその理由; none where nothing is refused or withheld.
pub(super) fn refused(decision: &Decision, rights: &[Right], withheld: &[Withheld<'_>], open: &mut Vec<String>) -> Option<Section> {
    let mut blocks = Vec::new();
    if decision.grant != Grant::Whole {
        blocks.push(grounds(&decision.grounds, rights));
        if decision.grounds.iter().any(|ground| hides(*ground)) {
            open.push(
                "施行令第5条の事由を書くと、それだけでデータの存否が分かることがあります。回答書に書くかを確かめてください。".to_owned(),
            );
        }
        if let Some(explanation) = &decision.explanation {
            blocks.push(Block::facts(vec![Fact::new("理由のご説明", lines(explanation))]));
        }
    }
    let (hidden, named): (Vec<&Withheld<'_>>, Vec<&Withheld<'_>>) =
        withheld.iter().partition(|entry| entry.reasons.iter().any(|reason| reason.hides_existence()));
    for entry in hidden {
        open.push(format!(
            "「{}」（{}）は、存否が明らかになること自体が害となるもの（個人情報保護法施行令第5条）として台帳にあるため、回答書に載せていません。",
            entry.held.entry.name, entry.held.entry.control_no
        ));
    }
    for entry in named.iter().filter(|entry| entry.reasons.contains(&ExclusionReason::NoReasonGiven)) {
        open.push(format!(
            "「{}」（{}）が開示の対象外である理由が台帳にありません。理由を確かめて書き加えてください（個人情報保護法第36条）。",
            entry.held.entry.name, entry.held.entry.control_no
        ));
    }
    if !named.is_empty() {
        blocks.push(Block::paragraph("次のものは、保有個人データに当たらないなどの理由により、ご請求の対象となりません。"));
        blocks.push(entries(&named));
    }
    let heading = if decision.grant == Grant::Whole {
        "ご請求の対象とならないもの"
    } else {
        "お応えできない部分とその理由"
    };
    (!blocks.is_empty()).then(|| Section::new(heading, blocks))
}

fn hides(ground: RefusalGroundKind) -> bool {
    matches!(ground, RefusalGroundKind::UnlawfulActs | RefusalGroundKind::NationalSecurity | RefusalGroundKind::CrimePrevention)
}

/// The grounds in the law's words, for each right that the law has them for.
fn grounds(kinds: &[RefusalGroundKind], rights: &[Right]) -> Block {
    let mut rows: Vec<Vec<Vec<String>>> = Vec::new();
    for kind in kinds {
        for right in rights {
            let Some(basis) = kind.basis(*right) else { continue };
            let row = vec![vec![kind.words(*right).to_owned()], cited(&[basis])];
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
    }
    Block::Table(Table { headings: vec!["お応えできない事由".to_owned(), "根拠となる条文".to_owned()], rows })
}

/// The entries, those withheld for the same reasons in one row.
fn entries(withheld: &[&Withheld<'_>]) -> Block {
    let headings = ["個人情報の名称", "理由", "根拠となる条文"].map(str::to_owned).to_vec();
    let mut rows: Vec<Vec<Vec<String>>> = Vec::new();
    for entry in withheld {
        let name = entry.held.entry.name.to_string();
        let reasons: Vec<String> = entry.reasons.iter().map(|reason| reason.words().to_owned()).collect();
        let basis = if entry.basis.is_empty() { vec!["―".to_owned()] } else { cited(&entry.basis) };
        match rows.iter_mut().find(|row| row[1] == reasons && row[2] == basis) {
            Some(row) => row[0].push(name),
            None => rows.push(vec![vec![name], reasons, basis]),
        }
    }
    Block::Table(Table { headings, rows })
}

/// 苦情のお申出先, and where something is refused the suit that may be brought.
pub(super) fn remedies(organization: &Organization, decision: &Decision, rights: &[Right], open: &mut Vec<String>) -> Section {
    let mut blocks = Vec::new();
    let requests = contact(organization, ContactRole::Requests);
    match contact(organization, ContactRole::Complaints).or(requests) {
        Some(window) if requests.is_none_or(|requests| requests == window) => {
            blocks.push(Block::paragraph("個人情報の取扱いに関する苦情は、末尾のお問い合わせ先で承ります。"));
        }
        Some(window) => blocks
            .push(Block::Facts(Facts {
                caption: Some("当社における苦情のお申出先".to_owned()), rows: facts_of(window, "窓口")
            })),
        None => open.push("苦情の申出先が台帳にありません。書き加えてください（個人情報保護法施行令第10条第2号）。".to_owned()),
    }
    if let Some(accredited) = contact(organization, ContactRole::AccreditedOrganization) {
        blocks.push(Block::Facts(Facts {
            caption: Some("当社が対象事業者となっている認定個人情報保護団体".to_owned()),
            rows: facts_of(accredited, "名称"),
        }));
    }
    if decision.grant != Grant::Whole {
        blocks.extend(suit(rights).map(Block::Paragraph));
    }
    Section::new("苦情のお申出先等", blocks)
}

/// The suit that may be brought: at once, since the request was refused. A notice of purpose is asked for, not claimed.
fn suit(rights: &[Right]) -> Option<String> {
    let claimed = rights.iter().any(|right| *right != Right::NoticeOfPurpose);
    claimed.then(|| {
        "当社が応じないこととした部分について、ご本人は裁判所に訴えを提起することができます。当社がご請求を拒んだ場合ですので、ご請求の到達した日から2週間の経過を待つ必要はありません（個人情報保護法第39条第1項ただし書）。".to_owned()
    })
}
