//! Which field a matter becomes, and how several cells come together in one.

use crate::finding::Code;
use crate::ledger::{Field, Text, fold};
use crate::sheet::table::Value;
use crate::vocabulary::{Concept, Vocabulary};

use super::cell::{self, Doubt, Reading};
use super::column::Column;
use super::record::Written;

/// Whether words are a sentence rather than a list: one of the parts before a comma ends in a particle that goes on after it.
pub(super) fn is_sentence(text: &str) -> bool {
    const GO_ON: [&str; 12] = ["て", "では", "には", "において", "や", "際に", "時に", "が", "を", "過程で", "時点で", "場合は"];
    let parts: Vec<&str> = text.split(['、', '，']).collect();
    text.contains('。') || parts.iter().take(parts.len() - 1).any(|part| GO_ON.iter().any(|end| part.trim_end().ends_with(end)))
}

/// A period beside another one is doubted where it is of what is on paper, or of data (電子 under 保存期間), and where a further row of the
/// record says it `again` in the same column.
pub(super) fn further_retention(text: &Text, column: &Column, again: bool, vocabulary: &Vocabulary) -> Reading<()> {
    let of_medium = || column.heading.split('／').any(|part| vocabulary.media.whole(&fold(part)).is_some());
    if again || of_medium() { Reading::doubtful((), Doubt::new(Code::RetentionUnreadable, &[text])) } else { Reading::sure(()) }
}

/// The day that a bare number is under a heading that asks for one: 46477 under 廃棄予定日, where its cell has lost its format.
pub(super) fn day(written: &Written<'_>, vocabulary: &Vocabulary) -> Option<Text> {
    let asks = |heading: &str| heading.ends_with('日') || heading.ends_with("Date") || heading.ends_with("date");
    let is_number = matches!(written.value, Value::Number(_));
    let day = (is_number && asks(&written.column.heading)).then(|| cell::date(written.value, vocabulary).value)??;
    Some(day.to_string().into())
}

/// Whether a cell holds nothing but a mark where words are due.
pub(super) fn is_mark_for_words(concept: Concept, text: &str, vocabulary: &Vocabulary) -> bool {
    let takes_words = is_list(concept) || matches!(concept, Concept::Department | Concept::Disposal | Concept::Manager);
    takes_words && cell::is_bare_mark(text, vocabulary)
}

/// Whether a column is a list of free words.
pub(super) fn is_list(concept: Concept) -> bool {
    use Concept::{Accessors, Acquisition, Items, Places, Purposes, Subjects};
    matches!(concept, Accessors | Acquisition | Items | Places | Purposes | Subjects)
}

/// Adds what is not there yet.
pub(super) fn extend<T: PartialEq>(all: &mut Vec<T>, more: Vec<T>) {
    if all.is_empty() {
        *all = more;
        return;
    }
    for one in more {
        if !all.contains(&one) {
            all.push(one);
        }
    }
}

pub(super) fn join(text: &mut Option<Text>, more: Option<Text>, between: &str) {
    match (text.as_ref(), more) {
        (Some(before), Some(more)) if *before != more => *text = Some(format!("{before}{between}{more}").into()),
        (None, Some(more)) => *text = Some(more),
        _ => {}
    }
}

/// The field of an entry that a matter becomes.
pub(super) fn field_of(concept: Concept) -> Field {
    match concept {
        Concept::ControlNo => Field::ControlNo,
        Concept::Name => Field::Name,
        Concept::Subjects => Field::Subjects,
        Concept::Nature => Field::Nature,
        Concept::Items => Field::Items,
        Concept::Purposes => Field::Purposes,
        Concept::Acquisition => Field::Acquisition,
        Concept::AcquiredFrom => Field::AcquiredFrom,
        Concept::Capacity => Field::Capacity,
        Concept::Department => Field::Department,
        Concept::Manager => Field::Manager,
        Concept::Accessors => Field::Accessors,
        Concept::Count => Field::Count,
        Concept::Media | Concept::MediumPaper | Concept::MediumElectronic | Concept::MediumOther => Field::Media,
        Concept::Places => Field::Places,
        Concept::Storage => Field::Storage,
        Concept::Retention | Concept::RetentionStart | Concept::RetentionExceptions => Field::Retention,
        Concept::Disposal => Field::Disposal,
        Concept::Entrusted => Field::Entrusted,
        Concept::Entrustees => Field::Entrustments,
        Concept::Provided => Field::Provided,
        Concept::Recipients => Field::Provisions,
        Concept::JointlyUsed => Field::JointlyUsed,
        Concept::JointUses => Field::JointUses,
        Concept::SpecialCare => Field::SpecialCare,
        Concept::IndividualNumber => Field::IndividualNumber,
        Concept::Disclosure | Concept::DisclosureReasons => Field::Disclosure,
        Concept::ReviewedOn => Field::ReviewedOn,
        Concept::Notes => Field::Notes,
        _ => Field::OtherColumns,
    }
}
