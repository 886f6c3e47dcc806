//! Which entries: conditions on an entry, together, in turn, or not.

use chrono::NaiveDate;

use super::{Refusal, Words};
use crate::ledger::{AcquisitionSource, Capacity, Country, EntryNo, FlowRole, Held, Ledger, Medium, Nature, RetentionKind, Roles, Stated};
use crate::vocabulary::Vocabulary;

/// The most conditions of one filter, those within `and`, `or` and `not` included.
const MOST_CONDITIONS: usize = 500;

/// Conditions on an entry, which all must hold; one that is not given holds. A list holds where one of its members does, so
/// that an empty list holds for no entry.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EntryFilter {
    /// All of these hold.
    pub and: Option<Vec<EntryFilter>>,
    /// One of these holds.
    pub or: Option<Vec<EntryFilter>>,
    /// This does not hold.
    pub not: Option<Box<EntryFilter>>,
    /// Within name, subjects, items, purposes, acquisition, department, places, parties or notes; folded.
    pub text: Option<String>,
    /// 管理番号.
    pub control_no: Option<Vec<String>>,
    /// 本人の区分, or a word for the same category.
    pub subjects: Option<Vec<String>>,
    /// 項目.
    pub items: Option<Vec<String>>,
    /// 利用目的.
    pub purposes: Option<Vec<String>>,
    /// 取得方法.
    pub acquisition: Option<Vec<String>>,
    /// 取得元.
    pub acquired_from: Option<Vec<AcquisitionSource>>,
    /// 情報の性質.
    pub nature: Option<Vec<Nature>>,
    /// 管理部門.
    pub departments: Option<Vec<String>>,
    /// 委託の有無.
    pub entrusted: Option<Stated>,
    /// 第三者提供の有無.
    pub provided: Option<Stated>,
    /// Kept in one of these countries, or perhaps.
    pub stored_in: Option<Vec<Country>>,
    /// Whether it is kept abroad; NOT_STATED where it cannot be told.
    pub stored_abroad: Option<Stated>,
    /// Reaching one of these countries by any role, or perhaps.
    pub reaches: Option<Vec<Country>>,
    /// 委託先.
    pub entrustees: Option<Vec<String>>,
    /// 第三者提供先.
    pub recipients: Option<Vec<String>>,
    /// 共同利用の有無.
    pub jointly_used: Option<Stated>,
    /// 要配慮個人情報.
    pub special_care: Option<Stated>,
    /// 特定個人情報.
    pub individual_number: Option<Stated>,
    /// 開示対象.
    pub disclosable: Option<Stated>,
    /// 自社・受託の別.
    pub capacity: Option<Capacity>,
    /// 媒体.
    pub media: Option<Vec<Medium>>,
    /// 保存期間.
    pub retention: Option<Vec<RetentionKind>>,
    /// 見直し日 before this day. An entry without a day does not meet it.
    pub reviewed_before: Option<NaiveDate>,
}

/// The entries that meet a filter, in the ledger's order.
///
/// # Errors
/// Where the filter has more than 500 conditions.
pub fn select(ledger: &Ledger, filter: &EntryFilter, vocabulary: &Vocabulary) -> Result<Vec<EntryNo>, Refusal> {
    let conditions = filter.conditions();
    if conditions > MOST_CONDITIONS {
        return Err(Refusal::FilterTooLarge { conditions, limit: MOST_CONDITIONS });
    }
    let condition = Condition::all_of(ledger, filter, vocabulary);
    Ok(ledger.entries().filter(|no| condition.holds(ledger, *no)).collect())
}

impl EntryFilter {
    /// How many filters it is made of, itself included.
    fn conditions(&self) -> usize {
        let parts = self.and.iter().flatten().chain(self.or.iter().flatten()).chain(self.not.as_deref());
        1 + parts.map(Self::conditions).sum::<usize>()
    }
}

/// A condition made ready: words folded, countries looked up.
enum Condition<'a> {
    All(Vec<Condition<'a>>),
    Any(Vec<Condition<'a>>),
    Not(Box<Condition<'a>>),
    Among(Vec<EntryNo>),
    Meets(Box<dyn Fn(Held<'a>) -> bool + 'a>),
    Reaches(Stated, Roles),
}

impl<'a> Condition<'a> {
    fn all_of(ledger: &'a Ledger, filter: &'a EntryFilter, vocabulary: &Vocabulary) -> Self {
        let mut all = Vec::new();
        let ready = |part: &'a EntryFilter| Self::all_of(ledger, part, vocabulary);
        all.extend(filter.and.iter().flatten().map(ready));
        all.extend(filter.or.as_ref().map(|parts| Self::Any(parts.iter().map(ready).collect())));
        all.extend(filter.not.as_deref().map(|part| Self::Not(Box::new(ready(part)))));
        all.extend(filter.stored_in.as_ref().map(|countries| Self::reaching(ledger, countries, Roles::from(FlowRole::Storage))));
        all.extend(filter.reaches.as_ref().map(|countries| Self::reaching(ledger, countries, Roles::ALL)));
        all.extend(filter.stored_abroad.map(|stated| Self::Reaches(stated, Roles::from(FlowRole::Storage))));
        words_of(filter, vocabulary, &mut all);
        values_of(filter, &mut all);
        Self::All(all)
    }

    fn reaching(ledger: &Ledger, countries: &[Country], roles: Roles) -> Self {
        let reaching = countries.iter().flat_map(|country| ledger.reaching(*country));
        let mut among: Vec<EntryNo> = reaching.filter(|(_, by)| by.meets(roles)).map(|(no, _)| no).collect();
        among.sort_unstable();
        among.dedup();
        Self::Among(among)
    }

    fn meets(is: impl Fn(Held<'a>) -> bool + 'a) -> Self {
        Self::Meets(Box::new(is))
    }

    fn holds(&self, ledger: &'a Ledger, no: EntryNo) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.holds(ledger, no)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(ledger, no)),
            Self::Not(part) => !part.holds(ledger, no),
            Self::Among(among) => among.binary_search(&no).is_ok(),
            Self::Meets(is) => is(ledger.held(no)),
            Self::Reaches(stated, roles) => ledger.reach(no).by(*roles) == *stated,
        }
    }
}

/// The conditions on words.
fn words_of<'a>(filter: &EntryFilter, vocabulary: &Vocabulary, all: &mut Vec<Condition<'a>>) {
    if let Some(part) = &filter.text {
        let words = Words::within(part);
        all.push(Condition::meets(move |held| {
            let entry = held.entry;
            let parties = entry.entrustees.iter().chain(&entry.recipients).chain(&entry.joint_uses);
            let lists = entry.subjects.iter().chain(&entry.items).chain(&entry.purposes).chain(&entry.acquisition).chain(&entry.places);
            words.meet(&entry.name) || words.meet_any(lists.chain(parties).chain(&entry.department).chain(&entry.notes))
        }));
    }
    if let Some(subjects) = &filter.subjects {
        let words = Words::subjects(subjects, vocabulary);
        all.push(Condition::meets(move |held| words.meet_any(&held.entry.subjects)));
    }
    let mut whole = |asked: &Option<Vec<String>>, of: fn(Held<'a>, &Words) -> bool| {
        if let Some(asked) = asked {
            let words = Words::whole(asked);
            all.push(Condition::meets(move |held| of(held, &words)));
        }
    };
    whole(&filter.control_no, |held, words| words.meet(&held.entry.control_no));
    whole(&filter.items, |held, words| words.meet_any(&held.entry.items));
    whole(&filter.purposes, |held, words| words.meet_any(&held.entry.purposes));
    whole(&filter.acquisition, |held, words| words.meet_any(&held.entry.acquisition));
    whole(&filter.departments, |held, words| words.meet_any(&held.entry.department));
    whole(&filter.entrustees, |held, words| words.meet_any(&held.entry.entrustees));
    whole(&filter.recipients, |held, words| words.meet_any(&held.entry.recipients));
}

/// The conditions on values.
fn values_of<'a>(filter: &'a EntryFilter, all: &mut Vec<Condition<'a>>) {
    let mut stated = |asked: Option<Stated>, of: fn(Held<'a>) -> Stated| {
        all.extend(asked.map(|asked| Condition::meets(move |held| of(held) == asked)));
    };
    stated(filter.entrusted, |held| held.entrusted());
    stated(filter.provided, |held| held.provided());
    stated(filter.jointly_used, |held| held.jointly_used());
    stated(filter.special_care, |held| held.entry.special_care);
    stated(filter.individual_number, |held| held.entry.individual_number);
    stated(filter.disclosable, |held| held.entry.disclosure.eligible);
    if let Some(sources) = &filter.acquired_from {
        all.push(Condition::meets(|held| held.entry.acquired_from.iter().any(|source| sources.contains(source))));
    }
    if let Some(natures) = &filter.nature {
        all.push(Condition::meets(|held| natures.contains(&held.entry.nature)));
    }
    if let Some(capacity) = filter.capacity {
        all.push(Condition::meets(move |held| held.entry.capacity == capacity));
    }
    if let Some(media) = &filter.media {
        all.push(Condition::meets(|held| held.entry.media.iter().any(|medium| media.contains(medium))));
    }
    if let Some(kinds) = &filter.retention {
        all.push(Condition::meets(|held| kinds.contains(&held.entry.retention.kind)));
    }
    if let Some(day) = filter.reviewed_before {
        all.push(Condition::meets(move |held| held.entry.reviewed_on.is_some_and(|reviewed| reviewed < day)));
    }
}
