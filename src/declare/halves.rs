//! Cells that speak of two matters, such as 責任者・取扱部署 or 委託・第三者提供.

use super::cell::{self, Legend};
use super::compound::last_bracket;
use super::department::{department, is_unit};
use crate::ledger::{Country, Stated, Text};
use crate::vocabulary::{Concept, Vocabulary, parties_of};

/// What a cell says of each of two matters.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Halves {
    /// What it says, and of which matter.
    pub parts: Vec<(Concept, Text)>,
    /// Whether it says something of which it cannot be told which matter is meant.
    pub is_unsure: bool,
}

impl Halves {
    fn of(parts: impl IntoIterator<Item = (Concept, Option<Text>)>) -> Self {
        let parts = parts.into_iter().filter_map(|(concept, part)| Some((concept, part?))).collect();
        Self { parts, is_unsure: false }
    }
}

/// The parts of a cell that speaks of two matters, each to its own.
pub(super) fn halves(vocabulary: &Vocabulary, one: Concept, other: Concept, text: &Text, legend: &Legend) -> Halves {
    match (one, other) {
        (Concept::Places, Concept::Storage) => {
            let (place, country) = place_and_country(text, vocabulary);
            Halves::of([(one, place), (other, country)])
        }
        (Concept::Media, Concept::Places) | (Concept::Places, Concept::Media) => {
            let (media, places) = cell::media_and_places(text, one == Concept::Places, vocabulary);
            Halves::of([(Concept::Media, media), (Concept::Places, places)])
        }
        // 収集先・収集方法: from whom, and how, both say how it is acquired.
        (Concept::AcquiredFrom, Concept::Acquisition) | (Concept::Acquisition, Concept::AcquiredFrom) => {
            Halves::of([(Concept::AcquiredFrom, Some(text.clone())), (Concept::Acquisition, Some(text.clone()))])
        }
        (Concept::Department, Concept::Places) | (Concept::Places, Concept::Department) => {
            let (department, place) = department_and_place(text, vocabulary);
            Halves::of([(Concept::Department, department), (Concept::Places, place)])
        }
        _ => match (parties_of(one), parties_of(other)) {
            // 委託 and its English: the names say whether, too.
            (Some((_, names)), Some((_, same))) if names == same => Halves::of([(names, Some(text.clone()))]),
            (Some(_), Some(_)) => of_parties(vocabulary, one, other, text, legend),
            _ => {
                let (first, second) = divided(vocabulary, one, other, text);
                Halves::of([(one, first), (other, second)])
            }
        },
    }
}

/// A cell of two matters that each may have parties: `委託（A社）` is of one, `委託：無、提供：B社` of both, 無 of both; A社 may be of either.
fn of_parties(vocabulary: &Vocabulary, one: Concept, other: Concept, text: &Text, legend: &Legend) -> Halves {
    let parts = cell::list(text, vocabulary);
    let labelled: Option<Vec<(Concept, Option<Text>)>> = parts
        .iter()
        .map(|part| {
            let concept = [one, other].into_iter().find(|concept| speaks_of(part, *concept))?;
            Some((concept, Some(without_label(part).into())))
        })
        .collect();
    match labelled.filter(|labelled| !labelled.is_empty()) {
        Some(labelled) => Halves::of(labelled),
        None if cell::parties(text, vocabulary, legend).value.stated == Stated::No => {
            Halves::of([one, other].map(|of| (of, Some(text.clone()))))
        }
        None => Halves { parts: Vec::new(), is_unsure: !text.trim().is_empty() },
    }
}

/// Whether a part begins with the words by which a cell says that it speaks of a matter of parties.
fn speaks_of(part: &str, concept: Concept) -> bool {
    let words: &[&str] = match concept {
        Concept::Entrusted | Concept::Entrustees => &["外部委託", "業務委託", "委託先", "委託"],
        Concept::Provided | Concept::Recipients => &["第三者提供先", "第三者提供", "提供先", "提供"],
        _ => &["共同利用者", "共同利用先", "共同利用"],
    };
    words.iter().any(|word| part.strip_prefix(word).is_some_and(|rest| !rest.starts_with('元')))
}

/// What stands behind a label and a colon; all of it where there is none.
fn without_label(part: &str) -> &str {
    part.split_once(['：', ':', '＝', '=']).map_or(part, |(_, said)| said.trim())
}

/// The two parts of a cell, divided at a sign, or at a blank where a name hardly holds one.
fn divided(vocabulary: &Vocabulary, one: Concept, other: Concept, text: &Text) -> (Option<Text>, Option<Text>) {
    use Concept::{Department, Disposal, Manager, Retention};
    let blanks: &[char] =
        if [one, other].iter().all(|of| matches!(of, Department | Manager | Retention | Disposal)) { &['　', ' '] } else { &[] };
    let signs = ['\n', '／', '/', '・', '、'];
    let divided = signs.iter().chain(blanks).find_map(|mark| text.split_once(*mark));
    let bracketed = || text.strip_suffix(['）', ')']).and_then(|rest| rest.split_once(['（', '(']));
    // 金庫、書庫（10年）: the bracket says how long, whatever stands before it.
    let at_last = if (one, other) == (Concept::Places, Retention) { last_bracket(text) } else { None };
    let divided = at_last.or(divided);
    let Some((first, second)) = divided.or_else(bracketed) else {
        let is_person = is_person(text);
        return match (one, other) {
            (Manager, Department) if !is_person => (None, Some(text.clone())),
            (Department, Manager) if is_person => (None, Some(text.clone())),
            _ => (Some(text.clone()), None),
        };
    };
    let (first, second) = (first.trim(), second.trim());
    let swapped = match (one, other) {
        (Manager, Department) => is_person(second) && !is_person(first),
        (Department, Manager) => is_person(first) && !is_person(second),
        (Retention, _) => {
            let reads = |words: &str| cell::retention(words, None, vocabulary).doubts.is_empty();
            !reads(first) && reads(second)
        }
        _ => false,
    };
    if swapped { (Some(second.into()), Some(first.into())) } else { (Some(first.into()), Some(second.into())) }
}

/// Who keeps it and where: `総務課／書庫`, `総務課（書庫）`, or one of them alone. 総務課書庫 is a place, whosever it is.
pub(super) fn department_and_place(text: &str, vocabulary: &Vocabulary) -> (Option<Text>, Option<Text>) {
    let names_unit = |words: &str| department(words, vocabulary).as_deref() == Some(words) || is_unit(words, vocabulary);
    let is_of_units = |words: &str| words.split(['\n', '／', '/', '、', '・', ' ', '\u{3000}']).all(|part| names_unit(part.trim()));
    if is_of_units(text) {
        return (Some(text.into()), None);
    }
    let bracketed = || text.strip_suffix(['）', ')']).and_then(|rest| rest.split_once(['（', '(']));
    let signs = ['\n', '／', '/', '：', ':', '・', '、', ' ', '\u{3000}'];
    let divided = signs.iter().filter_map(|sign| text.split_once(*sign)).chain(bracketed());
    for (first, second) in divided.map(|(first, second)| (first.trim(), second.trim())) {
        match (is_of_units(first), is_of_units(second)) {
            (true, false) => return (Some(first.into()), Some(second.into())),
            (false, true) => return (Some(second.into()), Some(first.into())),
            _ => {}
        }
    }
    (None, Some(text.into()))
}

/// A place with its country in a bracket, 本社（日本）; a place alone, or a country alone.
fn place_and_country(text: &Text, vocabulary: &Vocabulary) -> (Option<Text>, Option<Text>) {
    let names_country = |words: &str| cell::whereabouts(words, Country::JAPAN, vocabulary).doubts.is_empty();
    let bracketed = text.strip_suffix(['）', ')']).and_then(|rest| rest.rsplit_once(['（', '(']));
    match bracketed {
        Some((place, country)) if names_country(country) => (Some(place.trim().into()), Some(country.trim().into())),
        _ if names_country(text) => (None, Some(text.clone())),
        _ => (Some(text.clone()), None),
    }
}

/// Whether words name a post rather than a department.
pub(super) fn is_person(words: &str) -> bool {
    ["長", "者", "役", "主任", "リーダー"].iter().any(|end| words.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_goes_to_the_matter_that_it_speaks_of() {
        use Concept::{Department, Disposal, Entrusted, Entrustees, JointUses, Manager, Places, Provided, Recipients, Retention};
        for (one, other, text, parts) in [
            (Entrusted, Entrustees, "WarrantyPlus LLC", &[(Entrustees, "WarrantyPlus LLC")][..]),
            (Provided, Recipients, "A株式会社、B株式会社", &[(Recipients, "A株式会社、B株式会社")]),
            (Entrusted, Provided, "委託（A㈱）", &[(Entrusted, "委託（A㈱）")]),
            (Entrusted, Provided, "提供（税務署）", &[(Provided, "提供（税務署）")]),
            (Entrusted, Provided, "委託：無、提供：税務署", &[(Entrusted, "無"), (Provided, "税務署")]),
            (Entrusted, Provided, "委託なし／提供あり", &[(Entrusted, "委託なし"), (Provided, "提供あり")]),
            (Entrusted, Provided, "無", &[(Entrusted, "無"), (Provided, "無")]),
            (Entrustees, JointUses, "－", &[(Entrustees, "－"), (JointUses, "－")]),
            (Department, Places, "総務課書庫、文書システム", &[(Places, "総務課書庫、文書システム")]),
            (Department, Places, "総務課／書庫", &[(Department, "総務課"), (Places, "書庫")]),
            (Places, Department, "書庫（総務課）", &[(Department, "総務課"), (Places, "書庫")]),
            (Department, Places, "総務課、営業課", &[(Department, "総務課、営業課")]),
            (Manager, Department, "総務部　総務部長", &[(Manager, "総務部長"), (Department, "総務部")]),
            (Retention, Disposal, "5年 シュレッダー", &[(Retention, "5年"), (Disposal, "シュレッダー")]),
            (Disposal, Concept::Notes, "BLUE BOX社に依頼", &[(Disposal, "BLUE BOX社に依頼")]),
        ] {
            let read = halves(Vocabulary::built_in(), one, other, &text.into(), &Legend::default());
            let read: Vec<(Concept, &str)> = read.parts.iter().map(|(concept, part)| (*concept, part.as_ref())).collect();
            assert_eq!(read, parts, "{text}");
        }
    }

    #[test]
    fn what_may_be_of_either_matter_is_unsure() {
        for text in ["A㈱", "有", "A㈱、委託（B㈱）", "委託元と共有"] {
            let read = halves(Vocabulary::built_in(), Concept::Entrusted, Concept::Provided, &text.into(), &Legend::default());
            assert_eq!(read, Halves { parts: Vec::new(), is_unsure: true }, "{text}");
        }
    }
}
