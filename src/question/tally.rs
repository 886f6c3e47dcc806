//! How many entries there are of each kind.

use std::collections::BTreeMap;

use strum::VariantArray;

use super::label::Label;
use super::{EntryFilter, Refusal, select};
use crate::language::Language;
use crate::ledger::{EntryNo, FlowRole, Held, Ledger, Medium, RetentionKind, Stated, Text};
use crate::vocabulary::Vocabulary;

/// What entries are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TallyBy {
    /// 保管国: where it is kept, candidates included.
    Country,
    /// 管理部門.
    Department,
    /// 本人の区分.
    Subject,
    /// 委託先.
    Entrustee,
    /// 保存期間.
    RetentionKind,
    /// 開示対象.
    Disclosure,
    /// 媒体.
    Medium,
}

/// How many entries are of a kind. An entry of several kinds counts in each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TallyRow {
    /// A country's code, a word as written or the name of a value; `ABROAD` for a country that is not named, and `NOT_STATED`.
    pub key: Text,
    /// How many entries.
    pub entries: usize,
    label: Kind,
}

/// A kind of entries.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Country(crate::ledger::Country),
    Abroad,
    Word(Text),
    Retention(RetentionKind),
    Medium(Medium),
    Stated(Stated),
}

impl TallyRow {
    /// The kind in words.
    #[must_use]
    pub fn label(&self, language: Language) -> String {
        match &self.label {
            Kind::Country(country) => country.name(language).to_owned(),
            Kind::Abroad => language.pick("海外(国名の記載なし)", "abroad, country not named").to_owned(),
            Kind::Word(word) => word.to_string(),
            Kind::Retention(kind) => kind.label(language).to_owned(),
            Kind::Medium(medium) => medium.label(language).to_owned(),
            Kind::Stated(stated) => stated.label(language).to_owned(),
        }
    }
}

impl Kind {
    fn key(&self) -> Text {
        match self {
            Self::Country(country) => country.code().into(),
            Self::Abroad => "ABROAD".into(),
            Self::Word(word) => word.clone(),
            Self::Retention(kind) => kind.as_ref().into(),
            Self::Medium(medium) => medium.as_ref().into(),
            Self::Stated(stated) => stated.as_ref().into(),
        }
    }
}

/// Counts the entries that meet a filter; most entries first.
///
/// # Errors
/// Where the filter is refused.
pub fn tally(ledger: &Ledger, by: TallyBy, filter: Option<&EntryFilter>, vocabulary: &Vocabulary) -> Result<Vec<TallyRow>, Refusal> {
    let among = filter.map(|filter| select(ledger, filter, vocabulary)).transpose()?;
    let counted = |no: EntryNo| among.as_ref().is_none_or(|among| among.binary_search(&no).is_ok());
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    if by == TallyBy::Country {
        for country in ledger.countries() {
            let stored = ledger.reaching(country).filter(|(_, roles)| roles.contains(FlowRole::Storage));
            let entries = stored.filter(|(no, _)| counted(*no)).count();
            if entries > 0 {
                counts.insert(Kind::Country(country), entries);
            }
        }
    }
    let mut once = Vec::new();
    for no in ledger.entries().filter(|no| counted(*no)) {
        kinds(ledger, no, by, &mut once);
        once.sort_unstable();
        once.dedup();
        for kind in once.drain(..) {
            *counts.entry(kind).or_default() += 1;
        }
    }
    let rows = counts.into_iter().map(|(label, entries)| TallyRow { key: label.key(), entries, label });
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by(|a, b| b.entries.cmp(&a.entries).then_with(|| a.key.cmp(&b.key)));
    Ok(rows)
}

/// The kinds of an entry, except the countries that it is kept in, which the ledger's index counts.
fn kinds(ledger: &Ledger, no: EntryNo, by: TallyBy, kinds: &mut Vec<Kind>) {
    let Held { entry, .. } = ledger.held(no);
    let words = |words: &[Text]| words.iter().cloned().map(Kind::Word).collect::<Vec<_>>();
    match by {
        TallyBy::Country => {
            let reach = ledger.reach(no);
            kinds.extend(reach.unnamed.contains(FlowRole::Storage).then_some(Kind::Abroad));
            kinds.extend(reach.open.contains(FlowRole::Storage).then_some(Kind::Stated(Stated::NotStated)));
            return;
        }
        TallyBy::Department => kinds.extend(entry.department.clone().map(Kind::Word)),
        TallyBy::Subject => kinds.extend(words(&entry.subjects)),
        TallyBy::Entrustee => {
            kinds.extend(words(&entry.entrustees));
            let denied = ledger.held(no).entrusted() == Stated::No;
            kinds.extend(denied.then_some(Kind::Stated(Stated::No)));
        }
        TallyBy::RetentionKind => kinds.push(Kind::Retention(entry.retention.kind)),
        TallyBy::Disclosure => kinds.push(Kind::Stated(entry.disclosure.eligible)),
        TallyBy::Medium => kinds.extend(Medium::VARIANTS.iter().filter(|medium| entry.media.contains(medium)).copied().map(Kind::Medium)),
    }
    if kinds.is_empty() {
        kinds.push(Kind::Stated(Stated::NotStated));
    }
}
