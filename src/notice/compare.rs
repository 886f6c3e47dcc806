//! What of a published text is no longer true: two notices of one organization, statement by statement.

use std::collections::BTreeMap;
use std::fmt;

use super::block::Statement;
use super::escape::{Place, words};
use super::gap::Gap;
use super::matter::Matter;
use super::{Notice, Section};

/// What a later notice says otherwise than an earlier one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The matters that differ, in their order.
    pub sections: Vec<SectionChange>,
}

/// What differs of a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionChange {
    /// The matter.
    pub matter: Matter,
    /// What was said before and no longer holds.
    pub no_longer: Vec<Statement>,
    /// What is said for the first time.
    pub new: Vec<Statement>,
    /// What was missing and is stated now.
    pub now_stated: Vec<Gap>,
    /// What was stated, or not asked for, and is missing now.
    pub now_missing: Vec<Gap>,
    /// What was missing of something that the notice no longer speaks of.
    pub no_longer_asked: Vec<Gap>,
}

/// Holds a notice against an earlier one. The order in which things are said is no difference.
#[must_use]
pub fn compare(before: &Notice, after: &Notice) -> Comparison {
    let matters = after.sections.iter().map(|section| section.matter);
    let gone = before.sections.iter().map(|section| section.matter).filter(|matter| of(after, *matter).is_none());
    let changes = matters.chain(gone).map(|matter| SectionChange::between(matter, of(before, matter), of(after, matter)));
    Comparison { sections: changes.filter(|change| !change.is_empty()).collect() }
}

fn of(notice: &Notice, matter: Matter) -> Option<&Section> {
    notice.sections.iter().find(|section| section.matter == matter)
}

impl SectionChange {
    fn between(matter: Matter, before: Option<&Section>, after: Option<&Section>) -> Self {
        let statements = |section: Option<&Section>| section.map(Section::statements).unwrap_or_default();
        let (said, says) = (statements(before), statements(after));
        let gaps = |section: Option<&Section>| section.map(|section| section.gaps.clone()).unwrap_or_default();
        let (lacked, lacks) = (gaps(before), gaps(after));
        let closed: Vec<Gap> = lacked.iter().filter(|gap| !lacks.iter().any(|still| still.key() == gap.key())).cloned().collect();
        let speaks = |gap: &Gap| after.is_some_and(|section| section.about.contains(&gap.about));
        let (now_stated, no_longer_asked) = closed.into_iter().partition(speaks);
        Self {
            matter,
            no_longer: without(&said, &says),
            new: without(&says, &said),
            now_stated,
            now_missing: lacks.iter().filter(|gap| !lacked.iter().any(|already| already.key() == gap.key())).cloned().collect(),
            no_longer_asked,
        }
    }

    fn is_empty(&self) -> bool {
        let gaps = [&self.now_stated, &self.now_missing, &self.no_longer_asked];
        self.no_longer.is_empty() && self.new.is_empty() && gaps.iter().all(|gaps| gaps.is_empty())
    }
}

/// The statements that are made more often than in `others`, in their order.
fn without(statements: &[Statement], others: &[Statement]) -> Vec<Statement> {
    let mut left: BTreeMap<&Statement, usize> = BTreeMap::new();
    for statement in others {
        *left.entry(statement).or_default() += 1;
    }
    let mut more = Vec::new();
    for statement in statements {
        match left.get_mut(statement) {
            Some(count) if *count > 0 => *count -= 1,
            _ => more.push(statement.clone()),
        }
    }
    more
}

impl Comparison {
    /// Whether the later notice says all that the earlier one says, and no more.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }
}

impl fmt::Display for Comparison {
    /// As Markdown, with the same care for the ledger's words as the notice.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return writeln!(f, "公表した内容は、台帳の記載と一致しています。");
        }
        for (at, section) in self.sections.iter().enumerate() {
            if at > 0 {
                writeln!(f)?;
            }
            writeln!(f, "## {}", section.matter.title())?;
            list(f, "公表した内容のうち、もはや当てはまらないもの", &section.no_longer)?;
            list(f, "新たに記載されたもの", &section.new)?;
            list(f, "記載がなかったもののうち、記載されたもの", &section.now_stated)?;
            list(f, "記載がなくなったもの、新たに記載が要るもの", &section.now_missing)?;
            list(f, "記載がなかったもののうち、対象がなくなったもの", &section.no_longer_asked)?;
        }
        Ok(())
    }
}

fn list(f: &mut fmt::Formatter<'_>, what: &str, lines: &[impl fmt::Display]) -> fmt::Result {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n{what}：\n")?;
    lines.iter().try_for_each(|line| writeln!(f, "- {}", words(&line.to_string(), Place::Block(2))))
}
