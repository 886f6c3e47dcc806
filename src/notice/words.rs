//! How a Japanese notice words what the ledger holds as values.

use chrono::{Datelike, NaiveDate};

use crate::language::Language;
use crate::ledger::{Certainty, Entry, RequesterKind, SafetyMeasureKind, Stated, Text, Whereabouts};

/// What stands where the ledger says nothing.
pub(super) const NOTHING: &str = "（記載なし）";

/// Who asks.
pub(super) fn requester(kind: RequesterKind) -> &'static str {
    match kind {
        RequesterKind::Principal => "本人",
        RequesterKind::LegalRepresentative => "法定代理人",
        RequesterKind::AuthorizedAgent => "本人が委任した代理人",
    }
}

/// A kind of measure, as the guideline names it.
pub(super) fn measures(kind: SafetyMeasureKind) -> &'static str {
    match kind {
        SafetyMeasureKind::BasicPolicy => "基本方針の策定",
        SafetyMeasureKind::Rules => "個人データの取扱いに係る規律の整備",
        SafetyMeasureKind::Organizational => "組織的安全管理措置",
        SafetyMeasureKind::Human => "人的安全管理措置",
        SafetyMeasureKind::Physical => "物理的安全管理措置",
        SafetyMeasureKind::Technical => "技術的安全管理措置",
        SafetyMeasureKind::EntrusteeSupervision => "委託先の監督",
        SafetyMeasureKind::ExternalEnvironment => "外的環境の把握",
    }
}

/// An entry by its number and name, for the one who has to complete the ledger.
pub(super) fn numbered(entry: &Entry) -> String {
    let again = if entry.occurrence > 1 { format!("（{}件目）", entry.occurrence) } else { String::new() };
    format!("{}{again}「{}」", entry.control_no, entry.name)
}

/// The lines of a ledger's words, without blank ones and without space around them. Every control that ends a line does.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']).map(str::trim).filter(|line| !is_blank(line))
}

/// Whether nothing can be read in a text.
fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || letter.is_control() || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{feff}'))
}

/// What a text says; none where it is blank.
pub(super) fn said(text: &str) -> Option<String> {
    (!is_blank(text)).then(|| text.to_owned())
}

/// What an optional text says.
pub(super) fn stated(text: Option<&Text>) -> Option<String> {
    text.and_then(|text| said(text))
}

/// What the texts of a list say.
pub(super) fn all(texts: &[Text]) -> Vec<String> {
    texts.iter().filter_map(|text| said(text)).collect()
}

/// A day as a Japanese text writes it.
pub(super) fn day(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// Where something is; none where nothing is said of it.
pub(super) fn whereabouts(of: &Whereabouts) -> Option<String> {
    let names: Vec<&str> = of.countries.iter().map(|country| country.name(Language::Ja)).collect();
    let place = match of.certainty {
        Certainty::Known if !names.is_empty() => Some(names.join("、")),
        Certainty::Candidates if !names.is_empty() => Some(format!("{}（いずれかは特定されていません）", names.join("又は"))),
        _ => match of.abroad {
            Stated::Yes => Some("外国（国名の記載はありません）".to_owned()),
            Stated::No => Some("国内".to_owned()),
            Stated::Possible | Stated::NotStated => None,
        },
    };
    let reason = stated(of.reason.as_ref()).map(|reason| format!("国を特定できない理由：{reason}"));
    let said: Vec<String> = place.into_iter().chain(reason).collect();
    (!said.is_empty()).then(|| said.join("\n"))
}
