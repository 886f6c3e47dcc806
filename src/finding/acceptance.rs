//! Findings that someone answers for leaving as they are, until a day.

use std::collections::BTreeMap;

use chrono::{DateTime, Months, NaiveDate, Utc};

use super::{Code, Finding};
use crate::language::Language;
use crate::ledger::Text;

/// The most characters of a reason.
const LONGEST_REASON: usize = 2_000;
/// How many months ahead a finding may come back at the latest.
const LATEST_MONTHS: u32 = 36;

/// Which finding: its kind, what it is about, and the word that tells it from others of its kind there.
///
/// It holds no revision and no number, so that the finding of tomorrow is the one that was accepted today; and it holds the word, so
/// that what is said of one window or one party is not accepted of another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FindingKey {
    /// The organization's code.
    pub organization: Text,
    /// What kind.
    pub code: Code,
    /// The entry's control number and occurrence, where it is about one entry.
    pub entry: Option<(Text, u32)>,
    /// The first word of its message, where it has words.
    pub about: Option<Text>,
}

/// A finding that someone answers for leaving as it is, until a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Its number in the registry.
    pub id: i64,
    /// The finding.
    pub key: FindingKey,
    /// Why it may stay as it is.
    pub reason: Text,
    /// The day on which it comes back.
    pub until: NaiveDate,
    /// Who accepted it.
    pub by: Text,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom and when it was withdrawn.
    pub withdrawn: Option<(Text, DateTime<Utc>)>,
}

impl Finding {
    /// What tells this finding from all others.
    #[must_use]
    pub fn key(&self) -> FindingKey {
        FindingKey {
            organization: self.organization.clone(),
            code: self.code,
            entry: self.entry.clone(),
            about: self.words.first().cloned(),
        }
    }
}

impl Acceptance {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds(&self, today: NaiveDate) -> bool {
        self.withdrawn.is_none() && today < self.until
    }
}

/// Why a finding cannot be accepted, or that cannot be withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unacceptable {
    /// The ledger has no such finding today, or several of which it is not told which.
    NoSuchFinding,
    /// There is no such acceptance, or it was withdrawn before.
    NoSuchAcceptance,
    /// The reason is blank or too long.
    Reason {
        /// How many characters it has.
        characters: usize,
    },
    /// The day is not after today, or too far off.
    Day {
        /// The day.
        until: NaiveDate,
        /// The latest that may be named.
        latest: NaiveDate,
    },
}

impl Unacceptable {
    /// What is wrong and the way out, in a sentence.
    #[must_use]
    pub fn message(self, language: Language) -> String {
        match self {
            Self::NoSuchFinding => language.pick(
                "そのような指摘は今の台帳に一つだけ見つかりません。管理番号と対象の語（about）を確かめてください。".to_owned(),
                "the ledger does not have exactly one such finding today; check the control number and the word that it is about"
                    .to_owned(),
            ),
            Self::NoSuchAcceptance => language.pick(
                "その番号の、有効な受容はありません。".to_owned(),
                "there is no acceptance of that number that was not withdrawn before".to_owned(),
            ),
            Self::Reason { characters } => language.pick(
                format!("理由は1字以上{LONGEST_REASON}字以内で記入してください（{characters}字でした）。"),
                format!("give a reason of 1 to {LONGEST_REASON} characters; it has {characters}"),
            ),
            Self::Day { until, latest } => language.pick(
                format!("再び指摘する日は、明日から{latest}までの日にしてください（{until}でした）。"),
                format!("the day on which it comes back lies after today and not after {latest}; it was {until}"),
            ),
        }
    }
}

/// Whether a reason and a day can be taken.
///
/// # Errors
/// What is wrong with them.
pub fn acceptable(reason: &str, until: NaiveDate, today: NaiveDate) -> Result<(), Unacceptable> {
    let characters = reason.trim().chars().count();
    if !(1..=LONGEST_REASON).contains(&characters) {
        return Err(Unacceptable::Reason { characters });
    }
    let latest = today.checked_add_months(Months::new(LATEST_MONTHS)).unwrap_or(NaiveDate::MAX);
    if until <= today || until > latest {
        return Err(Unacceptable::Day { until, latest });
    }
    Ok(())
}

/// The acceptances that hold on a day, by what they accept.
#[derive(Debug, Default)]
pub struct Accepted(BTreeMap<FindingKey, Acceptance>);

impl Accepted {
    /// Those of a list that hold on a day. Of two of one finding the newer counts.
    #[must_use]
    pub fn on(today: NaiveDate, acceptances: impl IntoIterator<Item = Acceptance>) -> Self {
        let holding = acceptances.into_iter().filter(|acceptance| acceptance.holds(today));
        let mut by_key: BTreeMap<FindingKey, Acceptance> = BTreeMap::new();
        for acceptance in holding {
            let newer = by_key.get(&acceptance.key).is_none_or(|known| known.id < acceptance.id);
            if newer {
                by_key.insert(acceptance.key.clone(), acceptance);
            }
        }
        Self(by_key)
    }

    /// The acceptance of a finding.
    #[must_use]
    pub fn of(&self, finding: &Finding) -> Option<&Acceptance> {
        if self.0.is_empty() { None } else { self.0.get(&finding.key()) }
    }

    /// Whether nothing is accepted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn acceptance(id: i64, about: &str, until: &str) -> Acceptance {
        let key = FindingKey { organization: "kou".into(), code: Code::FeeNotAllowed, entry: None, about: Some(about.into()) };
        let until = until.parse().unwrap();
        Acceptance { id, key, reason: "…".into(), until, by: "審査".into(), at: DateTime::UNIX_EPOCH, withdrawn: None }
    }

    #[test]
    fn an_acceptance_covers_its_finding_until_its_day() {
        let finding = |word: &str| Finding {
            code: Code::FeeNotAllowed,
            organization: "kou".into(),
            entry: None,
            words: vec![word.into(), "1000".into()],
            sources: Vec::new(),
            basis: Vec::new(),
        };
        let mut withdrawn = acceptance(4, "追加", "2027-01-01");
        withdrawn.withdrawn = Some(("審査".into(), DateTime::UNIX_EPOCH));
        let all =
            [acceptance(1, "訂正", "2026-04-01"), acceptance(2, "訂正", "2026-06-01"), acceptance(3, "削除", "2026-04-01"), withdrawn];
        let id = |today: &str, word: &str| {
            let accepted = Accepted::on(today.parse().unwrap(), all.clone());
            accepted.of(&finding(word)).map(|acceptance| acceptance.id)
        };
        assert_eq!(id("2026-03-31", "訂正"), Some(2), "the newer counts");
        assert_eq!(id("2026-05-31", "訂正"), Some(2));
        assert_eq!(id("2026-06-01", "訂正"), None, "it comes back on that day");
        assert_eq!(id("2026-03-31", "削除"), Some(3));
        assert_eq!(id("2026-04-01", "削除"), None);
        assert_eq!(id("2026-03-31", "追加"), None, "withdrawn");
        assert_eq!(id("2026-03-31", "消去"), None, "another word is another finding");
    }
}
