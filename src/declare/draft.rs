//! An entry while its cells are read: several columns may speak of one matter, and one column of several.

use std::collections::BTreeSet;

use crate::finding::Code;
use crate::ledger::{
    Capacity, Country, Disclosure, Entry, Field, OtherColumn, Retention, RetentionKind, Source, Stated, Text, Whereabouts,
};
use crate::vocabulary::{Concept, Vocabulary};

use super::cell::{self, Parties};
use super::fields::extend;
use super::found::Found;
use super::record::Written;
use super::worded::is_entrusted_on;

/// An entry that is not finished yet.
#[derive(Debug)]
pub(super) struct Draft<'t> {
    pub entry: Entry,
    pub sources: Vec<Source>,
    /// Words of 取得元, which say how it is acquired where there is no column for that.
    pub acquired_words: Vec<Text>,
    /// What 起算点 says: the event, the cell as it stands, and where.
    start: Option<(Option<Text>, OtherColumn, Source)>,
    record: &'t [Written<'t>],
    in_table: &'t BTreeSet<Concept>,
    /// What each column of yes or no says.
    stated: Vec<(Concept, Stated)>,
    /// The matters of which a cell says what is not understood.
    unsure: BTreeSet<Concept>,
    /// What each column of names says by naming or denying, and where.
    named: Vec<(Concept, Stated, Source)>,
}

impl<'t> Draft<'t> {
    /// Nothing yet, of a record in a table that has columns for these matters.
    pub(super) fn new(record: &'t [Written<'t>], in_table: &'t BTreeSet<Concept>) -> Self {
        Self {
            entry: Entry::default(),
            sources: Vec::with_capacity(record.len()),
            acquired_words: Vec::new(),
            start: None,
            record,
            in_table,
            stated: Vec::new(),
            unsure: BTreeSet::new(),
            named: Vec::new(),
        }
    }

    /// Whether the record says something of a matter.
    pub(super) fn has(&self, concept: Concept) -> bool {
        self.record.iter().any(|written| written.column.concerns(concept))
    }

    /// Whether the record has a place for a matter, filled or not.
    pub(super) fn has_place_for(&self, concept: Concept) -> bool {
        self.has(concept) || self.in_table.contains(&concept)
    }

    pub(super) fn number(&mut self, text: &Text, vocabulary: &Vocabulary) {
        if self.entry.control_no.is_empty() {
            self.entry.control_no = cell::name(text, vocabulary).unwrap_or_default();
        }
    }

    pub(super) fn name(&mut self, text: &Text, vocabulary: &Vocabulary) {
        let Some(name) = cell::name(text, vocabulary) else {
            return;
        };
        if self.entry.name.is_empty() {
            self.entry.name = name;
        } else if self.entry.name != name {
            self.entry.name = format!("{}　{name}", self.entry.name).into();
        }
    }

    pub(super) fn storage(&mut self, storage: Whereabouts, text: &Text, home: Country) {
        let before = &self.entry.storage;
        self.entry.storage = if before.text.is_none() && !before.is_stated() {
            storage
        } else if before.certainty == storage.certainty {
            let countries = before.countries.iter().chain(&storage.countries).copied().collect();
            let both = before.text.as_ref().map(|before| format!("{before}\n{text}").into());
            Whereabouts { certainty: before.certainty, ..Whereabouts::known(countries, home, both) }
        } else if storage.is_stated() && !before.is_stated() {
            storage
        } else {
            return;
        };
    }

    /// How long it is kept. Whether a column before it says otherwise.
    pub(super) fn retention(&mut self, retention: Retention) -> bool {
        let before = &mut self.entry.retention;
        if before.kind == RetentionKind::NotStated {
            let exceptions = std::mem::take(&mut before.exceptions);
            *before = retention;
            extend(&mut before.exceptions, exceptions);
            return false;
        }
        retention.kind != RetentionKind::NotStated && retention.text != before.text
    }

    /// Whether a cell stands in a column that says something of the record already, in a row above.
    pub(super) fn says_again(&self, written: &Written<'_>) -> bool {
        let is_before = |before: &&Written<'_>| before.column == written.column;
        self.record.iter().take_while(|other| other.at != written.at).filter(is_before).any(|before| before.own != written.own)
    }

    /// From when the period counts, by a column of its own.
    pub(super) fn retention_start(&mut self, event: Option<Text>, cell: OtherColumn, source: &Source) {
        self.start = self.start.take().or_else(|| Some((event, cell, source.clone())));
    }

    /// A bare period counts from the event; beside any other retention the column is kept as it stands.
    /// An event without a period is asked about.
    fn join_start(&mut self, position: usize, found: &mut Found) {
        let Some((event, cell, source)) = self.start.take() else { return };
        let retention = &mut self.entry.retention;
        match (retention.kind, event) {
            (RetentionKind::NotStated, Some(_)) if retention.text.is_none() => {
                found.push(Some(position), Code::RetentionUnreadable, vec![cell.text.clone()], vec![source]);
                self.entry.other_columns.push(cell);
            }
            (RetentionKind::Period, Some(event)) => {
                retention.kind = RetentionKind::AfterEvent;
                retention.after = Some(event);
            }
            (RetentionKind::AfterEvent, Some(event)) if retention.after.as_ref() == Some(&event) => {}
            _ => self.entry.other_columns.push(cell),
        }
    }

    fn doubt(&mut self, concept: Concept, stated: Stated, is_doubted: bool) {
        if is_doubted && stated == Stated::NotStated {
            self.unsure.insert(concept);
        }
    }

    pub(super) fn disclosure(&mut self, disclosure: Disclosure, is_doubted: bool) {
        self.doubt(Concept::Disclosure, disclosure.eligible, is_doubted);
        let reasons = std::mem::take(&mut self.entry.disclosure.reasons);
        let eligible = either(self.entry.disclosure.eligible, disclosure.eligible);
        self.entry.disclosure = disclosure;
        self.entry.disclosure.eligible = eligible;
        extend(&mut self.entry.disclosure.reasons, reasons);
    }

    /// What one of the cells about a matter says. Where another of them is not understood, a no of this one is not the whole of it.
    pub(super) fn yes_or_no(&mut self, concept: Concept, stated: Stated, is_doubted: bool) {
        self.doubt(concept, stated, is_doubted);
        self.stated.push((concept, stated));
    }

    pub(super) fn parties(&mut self, concept: Concept, parties: Parties, source: &Source) {
        self.named.push((concept, parties.stated, source.clone()));
        let names = match concept {
            Concept::Entrustees => &mut self.entry.entrustees,
            Concept::Recipients => &mut self.entry.recipients,
            _ => &mut self.entry.joint_uses,
        };
        extend(names, parties.names);
    }

    /// The entry, with what is said of one matter in several places brought together.
    pub(super) fn finish(mut self, position: usize, found: &mut Found) -> Entry {
        let settled = |concept, stated| if stated == Stated::No && self.unsure.contains(&concept) { Stated::NotStated } else { stated };
        let said = |concept| self.stated.iter().filter(move |(of, _)| *of == concept).map(|(_, stated)| *stated).reduce(either);
        let of = |concept| said(concept).map(|stated| settled(concept, stated));
        let pairs = [
            (Concept::Entrusted, Concept::Entrustees, !self.entry.entrustees.is_empty()),
            (Concept::Provided, Concept::Recipients, !self.entry.recipients.is_empty()),
            (Concept::JointlyUsed, Concept::JointUses, !self.entry.joint_uses.is_empty()),
        ];
        let [entrusted, provided, jointly_used] = pairs.map(|(whether, names, any)| {
            let by_names = || self.named.iter().filter(|(of, ..)| *of == names).map(|(_, stated, _)| *stated).reduce(either);
            let own = of(whether);
            if own == Some(Stated::No)
                && any
                && let Some((.., source)) = self.named.iter().find(|(of, ..)| *of == names)
            {
                found.push(Some(position), Code::StatementsDisagree, vec![source.text.clone()], vec![source.clone()]);
            }
            match own {
                Some(Stated::NotStated) if any => Stated::Yes,
                Some(stated) => stated,
                None => by_names().unwrap_or_default(),
            }
        });
        let eligible = settled(Concept::Disclosure, self.entry.disclosure.eligible);
        self.entry.disclosure.eligible = eligible;
        self.entry.special_care = of(Concept::SpecialCare).unwrap_or_default();
        self.entry.individual_number = of(Concept::IndividualNumber).unwrap_or_default();
        // That nobody is entrusted on says only of what was entrusted to the company, or in a ledger that tells both apart, that nobody is.
        let is_on = |written: &Written<'_>| {
            written.column.only() == Some(Concept::Entrusted) && is_entrusted_on(written.column) && written.column.likeness.is_some()
        };
        let is_open = entrusted == Stated::No && self.entry.capacity == Capacity::NotStated && self.record.iter().any(is_on);
        self.entry.entrusted = if is_open { Stated::NotStated } else { entrusted };
        self.entry.provided = provided;
        self.entry.jointly_used = jointly_used;
        if !self.has_place_for(Concept::Acquisition) {
            self.entry.acquisition = std::mem::take(&mut self.acquired_words);
        }
        self.join_start(position, found);
        self.entry.media.sort_unstable();
        self.entry.media.dedup();
        self.sources.sort_by_key(|source| source.field);
        self.sources.dedup_by(|a, b| a.field == b.field && a.cell == b.cell && a.field != Field::OtherColumns);
        self.entry.occurrence = 1;
        let mut entry = self.entry;
        entry.sources = self.sources;
        entry.sources.shrink_to_fit();
        entry.other_columns.shrink_to_fit();
        entry
    }
}

/// What two columns together say of one matter: yes where one says yes.
fn either(a: Stated, b: Stated) -> Stated {
    match (a, b) {
        (Stated::Yes, _) | (_, Stated::Yes) => Stated::Yes,
        (Stated::Possible, _) | (_, Stated::Possible) => Stated::Possible,
        (Stated::No, _) | (_, Stated::No) => Stated::No,
        _ => Stated::NotStated,
    }
}
