//! What the ledger says of each matter, in lines that a person can read.

use super::matter::counts;
use super::{EntryAnswer, Matter};
use crate::language::Language;
use crate::ledger::{AcquisitionSource, Certainty, Flow, FlowRole, Held, Ledger, Right, Stated, Text, Whereabouts};
use crate::question::Label;

/// What the ledger says of one matter that answers the right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The matter.
    pub matter: Matter,
    /// YES where the ledger says something of it, NO where it denies it, POSSIBLE where it foresees it, else NOT_STATED.
    pub stated: Stated,
    /// Whether something of it is left open, beside what is said.
    pub open: bool,
    /// What it says, a line each; empty where it says nothing, or only yes or no.
    pub lines: Vec<String>,
}

impl EntryAnswer {
    /// What the ledger says of each matter that answers the right, in a language; nothing of an entry that may not be seen.
    #[must_use]
    pub fn said(&self, ledger: &Ledger, language: Language) -> Vec<Said> {
        let held = ledger.held(self.entry);
        let said = |matter: Matter| {
            let lines = self.lines(held, matter, language);
            let stated = match matter {
                Matter::Recipients => yes_by_name(held.provided(), &lines),
                Matter::Entrustees => yes_by_name(held.entrusted(), &lines),
                Matter::JointUses => yes_by_name(held.jointly_used(), &lines),
                Matter::SubEntrustees => subcontracting(held),
                Matter::Countries => countries(held, self.right),
                _ if lines.is_empty() => Stated::NotStated,
                _ => Stated::Yes,
            };
            Said { matter, stated, open: self.not_stated.contains(&matter), lines }
        };
        self.matters.iter().copied().map(said).collect()
    }

    fn lines(&self, held: Held<'_>, matter: Matter, language: Language) -> Vec<String> {
        let as_written = |words: &[Text]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
        let entry = held.entry;
        match matter {
            Matter::Purposes => {
                let of = |purpose: &super::Purpose| match &purpose.joint_use {
                    Some(joint) => beside(&purpose.text, joint, language),
                    None => purpose.text.to_string(),
                };
                self.purposes.iter().map(of).collect()
            }
            Matter::Items => as_written(&entry.items),
            Matter::Acquisition => {
                let sources = entry.acquired_from.iter().map(|source| source.label(language).to_owned());
                as_written(&entry.acquisition).into_iter().chain(sources).collect()
            }
            Matter::Recipients => held.provisions().iter().map(|party| at(&party.recipient, &party.country, language)).collect(),
            Matter::Entrustees => held.entrustments().iter().map(|party| at(&party.entrustee, &party.country, language)).collect(),
            Matter::SubEntrustees => {
                let through = |name: &str, stated: Stated| match language {
                    Language::Ja => format!("{name}による再委託：{}", stated.label(language)),
                    Language::En => format!("by {name}: {}", stated.label(language)),
                };
                held.entrustments().iter().map(|party| through(&party.entrustee, party.subcontracting)).collect()
            }
            Matter::JointUses => {
                let with =
                    |name: &Text, scope: Option<&Text>| scope.map_or_else(|| name.to_string(), |scope| beside(name, scope, language));
                held.joint_uses().iter().map(|joint| with(&joint.name, joint.scope.as_ref())).collect()
            }
            Matter::Countries => held.flows().iter().filter(|flow| counts(flow, self.right)).map(|flow| reached(flow, language)).collect(),
            Matter::Retention => {
                let retention = &entry.retention;
                let period = || retention.period.map(|period| period.to_string());
                retention.text.as_ref().map(ToString::to_string).or_else(period).into_iter().collect()
            }
        }
    }
}

/// A party that is named is one, also where no cell says so.
fn yes_by_name(stated: Stated, lines: &[String]) -> Stated {
    if lines.is_empty() { stated } else { Stated::Yes }
}

/// YES where a country is named for a way that the right asks about, or it is said to be abroad; NO where the ledger denies the only way.
fn countries(held: Held<'_>, right: Right) -> Stated {
    let flows: Vec<Flow> = held.flows().into_iter().filter(|flow| counts(flow, right)).collect();
    match flows.iter().any(|flow| flow.country.is_some() || flow.abroad == Stated::Yes) {
        true => Stated::Yes,
        false if flows.is_empty() && held.provided() == Stated::No => Stated::No,
        false => Stated::NotStated,
    }
}

/// YES by one entrustee is enough; NO only where each is said to entrust nothing further, or nothing is entrusted.
fn subcontracting(held: Held<'_>) -> Stated {
    let each: Vec<Stated> = held.entrustments().iter().map(|party| party.subcontracting).collect();
    let first = |stated: Stated| each.contains(&stated).then_some(stated);
    let nothing = if each.is_empty() && held.entrusted() != Stated::No { Stated::NotStated } else { Stated::No };
    first(Stated::Yes).or_else(|| first(Stated::Possible)).or_else(|| first(Stated::NotStated)).unwrap_or(nothing)
}

fn beside(words: &str, of: &str, language: Language) -> String {
    language.pick(format!("{words}（{of}）"), format!("{words} ({of})"))
}

/// A party with the countries in which it is, or may be.
fn at(name: &str, country: &Whereabouts, language: Language) -> String {
    if country.countries.is_empty() {
        return name.to_owned();
    }
    let names: Vec<&str> = country.countries.iter().map(|country| country.name(language)).collect();
    let between = if country.certainty == Certainty::Candidates { language.pick("または", " or ") } else { language.pick("、", ", ") };
    beside(name, &names.join(between), language)
}

/// A country, as what it is reached, and how surely.
fn reached(flow: &Flow, language: Language) -> String {
    let country = match (flow.country, flow.abroad) {
        (Some(country), _) => country.name(language),
        (None, Stated::Yes) => language.pick("国外（国名なし）", "abroad (unnamed)"),
        (None, _) => Stated::NotStated.label(language),
    };
    let perhaps = if flow.certainty == Certainty::Candidates { language.pick("（候補）", " (one of several)") } else { "" };
    let role = flow.role.label(language);
    let to = if flow.counterpart.is_empty() { role.to_owned() } else { beside(role, &flow.counterpart, language) };
    language.pick(format!("{to}：{country}{perhaps}"), format!("{to}: {country}{perhaps}"))
}

impl Label for FlowRole {
    fn label(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Storage => ("保管", "storage"),
            Self::Entrustment => ("委託", "entrustment"),
            Self::Provision => ("第三者提供", "provision"),
            Self::JointUse => ("共同利用", "joint use"),
        };
        language.pick(ja, en)
    }
}

impl Label for AcquisitionSource {
    fn label(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Principal => ("本人", "the person"),
            Self::Entrustor => ("委託元", "who entrusts it"),
            Self::ThirdParty => ("第三者", "a third party"),
            Self::PublicOffice => ("公的機関", "a public office"),
            Self::Published => ("公表情報", "published information"),
            Self::CreditBureau => ("信用情報機関", "a credit bureau"),
            Self::Automatic => ("自動取得", "recorded automatically"),
            Self::Other => ("その他", "another source"),
        };
        language.pick(ja, en)
    }
}
