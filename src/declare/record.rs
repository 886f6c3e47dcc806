//! One record of a ledger, as cells under their columns, understood as an entry.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::finding::Code;
use crate::ledger::{CellName, Country, Entry, Field, Medium, OtherColumn, RetentionKind, SheetName, Source, Stated, Text, fold};
use crate::sheet::table::{Address, Value};
use crate::vocabulary::{Concept, Sign, Vocabulary};

use super::above::Above;
use super::by_legend::speaks_of_access;
use super::cell::{self, Legend, Parties};
use super::column::{About, Column};
use super::draft::Draft;
use super::fields::{day, extend, field_of, further_retention, is_list, is_mark_for_words, is_sentence, join};
use super::found::{Found, cell_name};
use super::halves::halves;
use super::remembered::{Memory, Shared};
use super::spelled::{held_once, says_more_than_yes, spelled};

/// A cell of a record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'a> {
    /// The column or the label that it stands under.
    pub column: &'a Column,
    /// What it says: for 同上, what the cell above says.
    pub value: &'a Value,
    /// What is written in the cell itself.
    pub own: &'a Value,
    /// What the cell above says, where something stands there.
    pub above: Option<&'a Value>,
    /// The cell; none where the sheet's name says it.
    pub at: Option<Address>,
    /// What the ledger's own signs mean there.
    pub legend: &'a Legend,
}

/// Understands the records of one sheet.
pub(super) struct Reader<'v> {
    pub vocabulary: &'v Vocabulary,
    pub home: Country,
    sheet: Arc<SheetName>,
    shared: Shared,
    above: Above,
    memory: Memory,
}

/// Under which column something was read, and where a doubt about it goes.
struct Place<'p> {
    source: &'p Source,
    entry: usize,
    found: &'p mut Found,
}

impl Place<'_> {
    /// Doubts a list of words to tick of which none is.
    fn doubt_unticked(&mut self, concept: Concept, text: &Text) {
        if is_list(concept) && cell::is_unticked(text) {
            self.found.doubt(Some(self.entry), vec![cell::Doubt::new(Code::MarkContradictory, &[text])], self.source);
        }
    }

    fn take<T>(&mut self, reading: cell::Reading<T>) -> T {
        self.found.doubt(Some(self.entry), reading.doubts, self.source);
        reading.value
    }
}

impl<'v> Reader<'v> {
    pub(super) fn new(sheet: Arc<SheetName>, home: Country, vocabulary: &'v Vocabulary) -> Self {
        Self { vocabulary, home, sheet, shared: Shared::default(), above: Above::default(), memory: Memory::default() }
    }

    /// The entry that a record says, of a table of these matters; it becomes the one at this position of what is read.
    pub(super) fn entry(&mut self, record: &[Written<'_>], table: &BTreeSet<Concept>, position: usize, found: &mut Found) -> Entry {
        let mut draft = Draft::new(record, table);
        for written in record {
            self.cell(written, &mut draft, position, found);
        }
        draft.finish(position, found)
    }

    /// What one cell says.
    fn cell(&mut self, written: &Written<'_>, draft: &mut Draft<'_>, position: usize, found: &mut Found) {
        let words = cell::written(written.value);
        let field = match &written.column.about {
            About::One(concept) | About::Choice(concept, _) | About::Two(concept, _) => field_of(*concept),
            About::Beside => Field::OtherColumns,
        };
        let source = match written.at {
            Some(at) => Source { field, sheet: self.sheet.clone(), cell: cell_name(at), text: self.shared.text(written.own) },
            None => Source { field, sheet: self.sheet.clone(), cell: CellName::NONE, text: self.sheet.sheet.clone() },
        };
        let mut place = Place { source: &source, entry: position, found };
        let Some(text) = place.take(words).map(|words| self.shared.words(words)) else {
            draft.sources.push(source);
            return;
        };
        let text = &*text;
        let stated = match &written.column.about {
            About::One(concept) => {
                place.doubt_unticked(*concept, text);
                if is_mark_for_words(*concept, text, self.vocabulary) && spelled(*concept, text, written.legend, self.vocabulary).is_none()
                {
                    place.take(cell::Reading::doubtful((), cell::Doubt::new(Code::MarkUnknown, &[text])));
                    draft.entry.other_columns.push(OtherColumn { heading: self.shared.own(&written.column.heading), text: text.clone() });
                    draft.sources.push(Source { field: Field::OtherColumns, ..source });
                    return;
                }
                self.one(*concept, text, written, draft, &mut place)
            }
            About::Two(one, other) => {
                let halves = halves(self.vocabulary, *one, *other, text, written.legend);
                if halves.is_unsure {
                    place.found.doubt(Some(position), vec![cell::Doubt::new(Code::MarkUnknown, &[text])], &source);
                    draft.entry.other_columns.push(OtherColumn { heading: self.shared.own(&written.column.heading), text: text.clone() });
                }
                for (concept, part) in &halves.parts {
                    let part = self.shared.keep(part);
                    if self.one(*concept, &part, written, draft, &mut place) {
                        draft.sources.push(Source { field: field_of(*concept), ..source.clone() });
                    }
                }
                halves.is_unsure
            }
            About::Choice(concept, option) => self.choice(*concept, option, text, written, draft, &mut place),
            About::Beside => {
                // 無 in a column that no field takes is an answer as 有 is; only a dash says nothing.
                let is_said = cell::note(text).is_some();
                if is_said {
                    let text = day(written, self.vocabulary).or_else(|| cell::literal(text)).unwrap_or_else(|| text.clone());
                    draft.entry.other_columns.push(OtherColumn { heading: self.shared.own(&written.column.heading), text });
                }
                is_said
            }
        };
        if stated {
            draft.sources.push(source);
        }
    }

    /// One of several columns for the choices of a matter: its heading is what holds, where it is marked.
    fn choice(
        &mut self,
        concept: Concept,
        option: &Text,
        text: &Text,
        written: &Written<'_>,
        draft: &mut Draft<'_>,
        place: &mut Place<'_>,
    ) -> bool {
        let reading = cell::mark(text, self.vocabulary, written.legend);
        // ◎＝原本がある所 says more than that it is there, and so that it is.
        let says_more = || matches!(written.legend.meanings(text), [meaning] if says_more_than_yes(text, meaning));
        let is_chosen =
            if reading.doubts.is_empty() { matches!(reading.value.stated, Stated::Yes | Stated::Possible) } else { says_more() };
        if is_chosen && written.legend.meanings(text).iter().any(|said| held_once(said)) {
            place.take(cell::Reading::doubtful((), cell::Doubt::new(Code::MarkUnknown, &[text])));
            return false;
        }
        if is_chosen && concept == Concept::Department && written.legend.meanings(text).iter().any(|said| speaks_of_access(said)) {
            self.one(Concept::Accessors, option, written, draft, place);
            draft.sources.push(Source { field: Field::Accessors, ..place.source.clone() });
            return false;
        }
        if is_chosen {
            return self.one(concept, option, written, draft, place);
        }
        if reading.doubts.is_empty() {
            return reading.value.stated == Stated::No;
        }
        if cell::is_nothing(text, self.vocabulary) {
            return false;
        }
        let is_unsettled = self.vocabulary.signs.whole(&fold(text)) == Some(Sign::Unsettled);
        let is_word = text.chars().filter(|letter| letter.is_alphanumeric()).count() >= 2;
        if is_word && !is_unsettled {
            return self.one(concept, text, written, draft, place);
        }
        place.take(reading);
        false
    }

    /// What a cell says of one matter. Whether it says anything.
    fn one(&mut self, concept: Concept, text: &Text, written: &Written<'_>, draft: &mut Draft<'_>, place: &mut Place<'_>) -> bool {
        let vocabulary = self.vocabulary;
        let spelled = spelled(concept, text, written.legend, vocabulary).map(|meaning| self.shared.keep(&meaning));
        let text = spelled.as_ref().unwrap_or(text);
        match concept {
            Concept::ControlNo => draft.number(text, vocabulary),
            Concept::Name => draft.name(text, vocabulary),
            Concept::Subjects => extend(&mut draft.entry.subjects, self.list_or_above(text, written, place)),
            Concept::Items => extend(&mut draft.entry.items, self.list_or_above(text, written, place)),
            Concept::Purposes => {
                let words = self.sentences(text);
                let words = self.completed(words, text, written, place, |text| cell::sentences(text, vocabulary));
                extend(&mut draft.entry.purposes, words);
            }
            Concept::Acquisition => {
                let ways = self.acquisition(text, draft);
                extend(&mut draft.entry.acquisition, ways);
            }
            Concept::AcquiredFrom => {
                let sources = self.memory.acquired_from.or_read(text, |text| cell::acquired_from(text, vocabulary));
                let words = self.acquisition(text, draft);
                draft.acquired_words.extend(words);
                let kinds = if draft.has_place_for(Concept::Acquisition) { place.take(sources) } else { sources.value };
                extend(&mut draft.entry.acquired_from, kinds);
            }
            Concept::Accessors => extend(&mut draft.entry.accessors, self.list_or_above(text, written, place)),
            Concept::Places => extend(&mut draft.entry.places, self.list_or_above(text, written, place)),
            Concept::Nature => draft.entry.nature = place.take(self.memory.natures.or_read(text, |text| cell::nature(text, vocabulary))),
            Concept::Capacity => {
                let read = |text: &str| cell::capacity(text, written.column.asked, vocabulary);
                draft.entry.capacity = place.take(self.memory.capacities.or_read(&written.column.asked, text, read));
            }
            Concept::Department => join(&mut draft.entry.department, self.note_or_choice(text, place), "　"),
            Concept::Manager => join(&mut draft.entry.manager, self.note_or_choice(text, place), "　"),
            Concept::Disposal => join(&mut draft.entry.disposal, self.note_or_choice(text, place), "\n"),
            Concept::Notes => join(&mut draft.entry.notes, self.note(text), "\n"),
            Concept::Count => {
                let count = place.take(cell::count(written.value, written.column.scale, vocabulary));
                draft.entry.count = draft.entry.count.or(count);
            }
            Concept::Media => {
                let media = self.memory.media.or_read(text, |text| cell::media(text, vocabulary));
                extend(&mut draft.entry.media, place.take(media));
                if !draft.has_place_for(Concept::Places)
                    && let Some(places) = cell::places_of_media(text, vocabulary)
                {
                    extend(&mut draft.entry.places, self.list(&places));
                    draft.sources.push(Source { field: Field::Places, ..place.source.clone() });
                }
            }
            Concept::MediumPaper => return self.medium(Medium::Paper, text, written, draft, place),
            Concept::MediumElectronic => return self.medium(Medium::Electronic, text, written, draft, place),
            Concept::MediumOther => return self.medium(Medium::Other, text, written, draft, place),
            Concept::Storage => {
                let home = self.home;
                let reading = self.memory.storages.or_read(text, |text| cell::whereabouts(text, home, vocabulary));
                draft.storage(place.take(reading), text, home);
            }
            Concept::Retention => self.retention(text, written, draft, place),
            Concept::RetentionStart => {
                let nothing = cell::is_nothing(text, vocabulary);
                if !nothing {
                    let cell = OtherColumn { heading: self.shared.own(&written.column.heading), text: text.clone() };
                    draft.retention_start(cell::starting_event(text, vocabulary), cell, place.source);
                }
                return !nothing;
            }
            Concept::RetentionExceptions => extend(&mut draft.entry.retention.exceptions, self.sentences(text)),
            Concept::ReviewedOn => {
                let date = place.take(match written.value {
                    Value::Text(whole) => self.memory.dates.or_read(whole, |_| cell::date(written.value, vocabulary)),
                    other => cell::date(other, vocabulary),
                });
                draft.entry.reviewed_on = draft.entry.reviewed_on.or(date);
            }
            Concept::DisclosureReasons => {
                let reasons = cell::exclusion_reasons(text, vocabulary);
                extend(&mut draft.entry.disclosure.reasons, reasons);
            }
            Concept::Disclosure => {
                let read = |text: &str| cell::disclosure(text, vocabulary, written.legend);
                let reading = self.memory.disclosures.or_read(written.legend, text, read);
                let is_doubted = !reading.doubts.is_empty();
                draft.disclosure(place.take(reading), is_doubted);
            }
            Concept::SpecialCare | Concept::IndividualNumber => self.mark(concept, text, written, draft, place),
            Concept::Entrusted | Concept::Provided | Concept::JointlyUsed => self.whether(concept, text, written, draft, place),
            Concept::Entrustees | Concept::Recipients | Concept::JointUses => {
                let (mut parties, _) = self.parties(text, written, place);
                let names = |text: &str| cell::parties(text, vocabulary, written.legend).value.names;
                parties.names = self.completed(parties.names, text, written, place, names);
                draft.parties(concept, parties, place.source);
            }
            _ => {
                let text = cell::literal(text).unwrap_or_else(|| text.clone());
                draft.entry.other_columns.push(OtherColumn { heading: self.shared.own(&written.column.heading), text });
            }
        }
        true
    }

    /// How long it is kept. What a further column says otherwise stays beside, whether or not it can be read.
    fn retention(&mut self, text: &Text, written: &Written<'_>, draft: &mut Draft<'_>, place: &mut Place<'_>) {
        let (vocabulary, unit) = (self.vocabulary, written.column.unit);
        let reading = self.memory.retentions.or_read(&unit, text, |text| cell::retention(text, unit, vocabulary));
        let read = if draft.entry.retention.kind == RetentionKind::NotStated { place.take(reading) } else { reading.value };
        if draft.retention(read) {
            place.take(further_retention(text, written.column, draft.says_again(written), vocabulary));
            draft.entry.other_columns.push(OtherColumn { heading: self.shared.own(&written.column.heading), text: text.clone() });
        }
    }

    /// What a column of 有無 says; where there is no column of names beside it, it may name them too.
    fn whether(&mut self, concept: Concept, text: &Text, written: &Written<'_>, draft: &mut Draft<'_>, place: &mut Place<'_>) {
        let names = match concept {
            Concept::Entrusted => Concept::Entrustees,
            Concept::Provided => Concept::Recipients,
            _ => Concept::JointUses,
        };
        if draft.has(names) {
            self.mark(concept, text, written, draft, place);
        } else {
            let (parties, is_doubted) = self.parties(text, written, place);
            draft.yes_or_no(concept, parties.stated, is_doubted);
            draft.parties(names, parties, place.source);
        }
    }

    /// What a column for one medium says: a mark, or the words of what is kept so.
    fn medium(&mut self, medium: Medium, text: &Text, written: &Written<'_>, draft: &mut Draft<'_>, place: &mut Place<'_>) -> bool {
        let reading = cell::mark(text, self.vocabulary, written.legend);
        let words = !reading.doubts.is_empty() && text.chars().filter(|letter| letter.is_alphanumeric()).count() >= 2;
        if words || matches!(reading.value.stated, Stated::Yes | Stated::Possible) {
            extend(&mut draft.entry.media, vec![medium]);
            if words
                && super::column::heading(&written.column.group, crate::vocabulary::Sheet::Ledger, self.vocabulary) == Some(Concept::Places)
            {
                extend(&mut draft.entry.places, self.list(text));
            }
            return true;
        }
        place.take(reading).stated == Stated::No
    }

    /// What a column of 有無 says, and nothing else.
    fn mark(&mut self, concept: Concept, text: &Text, written: &Written<'_>, draft: &mut Draft<'_>, place: &mut Place<'_>) {
        let (vocabulary, legend) = (self.vocabulary, written.legend);
        let reading = self.memory.marks.or_read(legend, text, |text| cell::mark(text, vocabulary, legend));
        draft.yes_or_no(concept, reading.value.stated, !reading.doubts.is_empty());
        place.take(reading);
    }

    /// The parties that a cell names, and whether it is doubted.
    fn parties(&mut self, text: &Text, written: &Written<'_>, place: &mut Place<'_>) -> (Parties, bool) {
        let (vocabulary, legend) = (self.vocabulary, written.legend);
        let reading = self.memory.parties.or_read(legend, text, |text| cell::parties(text, vocabulary, legend));
        let is_doubted = !reading.doubts.is_empty();
        (place.take(reading), is_doubted)
    }

    fn list(&mut self, text: &Text) -> Vec<Text> {
        let vocabulary = self.vocabulary;
        self.memory.lists.or_read(text, |text| cell::Reading::sure(cell::list(text, vocabulary))).value
    }

    fn list_or_above(&mut self, text: &Text, written: &Written<'_>, place: &mut Place<'_>) -> Vec<Text> {
        let vocabulary = self.vocabulary;
        let words = self.list(text);
        self.completed(words, text, written, place, |text| cell::list(text, vocabulary))
    }

    /// The words of a cell, with those of the cell above where one of them is 同上.
    fn completed(
        &mut self,
        words: Vec<Text>,
        text: &Text,
        written: &Written<'_>,
        place: &mut Place<'_>,
        read: impl FnOnce(&str) -> Vec<Text>,
    ) -> Vec<Text> {
        let complete = self.above.complete(words, (text, written.column.index), written.above, self.vocabulary, read);
        complete.unwrap_or_else(|rest| {
            place.found.doubt(Some(place.entry), vec![cell::Doubt::new(Code::DittoWithoutAbove, &[text])], place.source);
            rest
        })
    }

    /// The words of a cell of free words; of printed ones with boxes, those that are ticked.
    fn note_or_choice(&mut self, text: &Text, place: &mut Place<'_>) -> Option<Text> {
        match cell::chosen(text) {
            None => self.note(text),
            Some(words) if words.is_empty() => {
                place.take(cell::Reading::doubtful(None, cell::Doubt::new(Code::MarkContradictory, &[text])))
            }
            Some(words) => Some(self.shared.keep(&words.join("、").into())),
        }
    }

    fn note(&mut self, text: &Text) -> Option<Text> {
        let vocabulary = self.vocabulary;
        self.memory.notes.or_read(text, |text| cell::Reading::sure(cell::note(text).filter(|_| !cell::is_none(text, vocabulary)))).value
    }

    fn sentences(&mut self, text: &Text) -> Vec<Text> {
        let vocabulary = self.vocabulary;
        self.memory.sentences.or_read(text, |text| cell::Reading::sure(cell::sentences(text, vocabulary))).value
    }

    /// Ways of acquisition: words are divided as a list; sentences, and whatever stands in the template's own columns, are not.
    fn acquisition(&mut self, text: &Text, draft: &Draft<'_>) -> Vec<Text> {
        let own_columns =
            [Concept::Nature, Concept::AcquiredFrom, Concept::RetentionExceptions].iter().all(|concept| draft.has_place_for(*concept));
        if own_columns || is_sentence(text) { self.sentences(text) } else { self.list(text) }
    }
}
