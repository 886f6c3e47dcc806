//! What a letter says of one entry of the ledger, as each right asks: what is stated, and that the rest is not.

use std::collections::BTreeSet;

use crate::language::Language;
use crate::ledger::{AcquisitionSource, Certainty, Held, Retention, RetentionKind, Right, Stated, Text, Whereabouts};
use crate::question::requester_view::{EntryAnswer, Matter};

use super::Fact;
use super::wording::{NOT_IN_LEDGER, lines};

/// The matters of an entry that answer the rights, in the order of the letter. To whom an entrustee entrusts further is no matter of the
/// letter: they are told through the entrustee.
pub(super) fn facts(held: Held<'_>, answers: &[&EntryAnswer]) -> Vec<Fact> {
    let matters: BTreeSet<Matter> = answers.iter().flat_map(|answer| &answer.matters).copied().collect();
    let disclosed = answers.iter().any(|answer| answer.right == Right::Disclosure);
    let fact = |matter: Matter| {
        Some(match matter {
            Matter::Purposes => stated("利用目的", purposes(answers)),
            Matter::Items => stated("項目", held.entry.items.iter().map(ToString::to_string).collect()),
            Matter::Acquisition => stated("取得の方法・取得元", sources(held)),
            Matter::Recipients => Fact::new("第三者への提供", recipients(held)),
            Matter::Entrustees => Fact::new("委託先", entrustees(held)),
            Matter::SubEntrustees => return None,
            Matter::JointUses => Fact::new("共同利用", joint_uses(held)),
            // The countries of recipients stand with them.
            Matter::Countries if !disclosed => return None,
            Matter::Countries => Fact::new("保管している国", [countries(&held.storage())]),
            Matter::Retention => stated("保存期間", retention(&held.entry.retention)),
        })
    };
    matters.into_iter().filter_map(fact).collect()
}

fn stated(label: &str, lines: Vec<String>) -> Fact {
    if lines.is_empty() { Fact::new(label, [NOT_IN_LEDGER]) } else { Fact { label: label.to_owned(), lines } }
}

/// The purposes that concern the person, each once.
fn purposes(answers: &[&EntryAnswer]) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for purpose in answers.iter().flat_map(|answer| &answer.purposes) {
        let of_joint_use = if purpose.joint_use.is_some() { "（共同利用）" } else { "" };
        let purpose = format!("{}{of_joint_use}", purpose.text);
        if !said.contains(&purpose) {
            said.push(purpose);
        }
    }
    said
}

fn sources(held: Held<'_>) -> Vec<String> {
    let mut sources: Vec<String> = held.entry.acquisition.iter().map(ToString::to_string).collect();
    let from: Vec<&str> = held.entry.acquired_from.iter().map(|source| of_source(*source)).collect();
    if !from.is_empty() {
        sources.push(format!("取得元：{}", from.join("、")));
    }
    sources
}

fn of_source(source: AcquisitionSource) -> &'static str {
    match source {
        AcquisitionSource::Principal => "ご本人",
        AcquisitionSource::Entrustor => "委託元",
        AcquisitionSource::ThirdParty => "第三者",
        AcquisitionSource::PublicOffice => "公的機関",
        AcquisitionSource::Published => "公表されている情報",
        AcquisitionSource::CreditBureau => "信用情報機関",
        AcquisitionSource::Automatic => "自動的な記録",
        AcquisitionSource::Other => "その他",
    }
}

/// What is said where the ledger names no party: that there is none, that there may be, or that it is silent.
fn nameless(stated: Stated, deed: &str, party: &str) -> String {
    match stated {
        Stated::Yes => format!("{deed}います。{party}の名称は、{NOT_IN_LEDGER}"),
        Stated::Possible => format!("{deed}いる場合があります。{party}の名称は、{NOT_IN_LEDGER}"),
        Stated::No => format!("{deed}いません。"),
        Stated::NotStated => NOT_IN_LEDGER.to_owned(),
    }
}

fn entrustees(held: Held<'_>) -> Vec<String> {
    let parties = held.entrustments();
    if parties.is_empty() {
        return vec![nameless(held.entrusted(), "取扱いを委託して", "委託先")];
    }
    let party = |name: &Text, country: &Whereabouts, work: &Option<Text>| match work {
        Some(work) => format!("{name}（国：{}、業務：{work}）", country_of(country)),
        None => format!("{name}（国：{}）", country_of(country)),
    };
    parties.iter().map(|of| party(&of.entrustee, &of.country, &of.work)).collect()
}

fn recipients(held: Held<'_>) -> Vec<String> {
    let parties = held.provisions();
    if parties.is_empty() {
        return vec![nameless(held.provided(), "第三者に提供して", "提供先")];
    }
    let mut said: Vec<String> = Vec::new();
    for of in &parties {
        said.push(format!("{}（国：{}）", of.recipient, country_of(&of.country)));
        said.extend(of.legal_basis.iter().map(|basis| format!("提供の根拠：{}", one_line(basis))));
        said.extend(of.opt_out.iter().map(|way| format!("提供を止める方法：{}", one_line(way))));
    }
    said
}

fn joint_uses(held: Held<'_>) -> Vec<String> {
    let uses = held.joint_uses();
    if uses.is_empty() {
        return vec![nameless(held.jointly_used(), "共同して利用して", "共同利用者")];
    }
    let mut said: Vec<String> = Vec::new();
    for of in &uses {
        said.push(of.name.to_string());
        let responsible = [("範囲", &of.scope), ("管理について責任を有する者", &of.responsible)];
        said.extend(responsible.iter().filter_map(|(label, value)| Some(format!("{label}：{}", one_line(value.as_ref()?)))));
    }
    said
}

fn one_line(text: &str) -> String {
    lines(text).collect::<Vec<_>>().join(" ")
}

/// A party's country, within a sentence.
fn country_of(whereabouts: &Whereabouts) -> String {
    if whereabouts.is_stated() { countries(whereabouts).trim_end_matches('。').to_owned() } else { "台帳に記載なし".to_owned() }
}

/// Countries, as far as they can be told.
fn countries(whereabouts: &Whereabouts) -> String {
    let names: Vec<&str> = whereabouts.countries.iter().map(|country| country.name(Language::Ja)).collect();
    let names = names.join("、");
    let said = match (whereabouts.certainty, whereabouts.abroad) {
        (Certainty::Known, _) => names,
        (Certainty::Candidates, _) => format!("{names}のいずれか又は複数（台帳の記載からは特定できません。）"),
        (Certainty::NotStated, Stated::Yes) => "外国（国名は台帳に記載がありません。）".to_owned(),
        (Certainty::NotStated, _) => NOT_IN_LEDGER.to_owned(),
    };
    match whereabouts.reason.as_ref() {
        Some(reason) => format!("{said} {}", one_line(reason)),
        None => said,
    }
}

/// How long it is kept: as written, else as read.
fn retention(of: &Retention) -> Vec<String> {
    let period = of.period.map(|period| period.in_japanese()).unwrap_or_default();
    let event = of.after.as_deref().unwrap_or_default();
    let read = match of.kind {
        RetentionKind::Period => period,
        RetentionKind::AfterEvent => format!("{event}後{period}"),
        RetentionKind::UntilEvent => of.due_on.map_or_else(|| format!("{event}まで"), |day| format!("{}まで", super::wording::day(day))),
        RetentionKind::Statutory => "法令の定める期間".to_owned(),
        RetentionKind::Permanent => "期限を定めず保存します。".to_owned(),
        RetentionKind::WhileNeeded => "利用目的の達成に必要な期間".to_owned(),
        RetentionKind::NotStated | RetentionKind::Unreadable => String::new(),
    };
    let said = of.text.as_deref().unwrap_or(&read);
    let mut said: Vec<String> = lines(said).map(str::to_owned).collect();
    said.extend(of.exceptions.iter().map(|exception| format!("例外：{exception}")));
    said
}
