//! What the ledger's own signs stand for in a column of words.

use crate::ledger::{Stated, Text};
use crate::vocabulary::{Concept, Vocabulary};

use super::cell::{self, Legend};
use super::signs::LONGEST_SIGN;

/// What a legend makes of a sign in a column that is not of yes or no.
pub(super) fn spelled(concept: Concept, text: &Text, legend: &Legend, vocabulary: &Vocabulary) -> Option<Text> {
    use Concept::{
        ControlNo, Count, Disclosure, Entrusted, Entrustees, IndividualNumber, JointUses, JointlyUsed, MediumElectronic, MediumOther,
        MediumPaper, Name, Notes, Provided, Recipients, ReviewedOn, SpecialCare,
    };
    let reads_signs_itself = matches!(
        concept,
        Disclosure | Entrusted | Entrustees | Provided | Recipients | JointlyUsed | JointUses | SpecialCare | IndividualNumber
    );
    let takes_none = matches!(concept, ControlNo | Name | Notes | Count | ReviewedOn | MediumPaper | MediumElectronic | MediumOther);
    if legend.is_empty() || reads_signs_itself || takes_none || cell::is_nothing(text, vocabulary) {
        return None;
    }
    let meaning = spelled_out(text, legend)?;
    let yes_or_no = cell::mark(&meaning, vocabulary, &Legend::default());
    (yes_or_no.value.stated == Stated::NotStated).then_some(meaning)
}

/// Whether a sign that says yes by itself still does by its meaning, which says more: ◎＝原本がある所.
pub(super) fn says_more_than_yes(sign: &str, meaning: &str) -> bool {
    ["◎", "○", "〇", "◯", "●"].contains(&sign.trim()) && !["予定", "検討", "ない", "なし", "無"].iter().any(|word| meaning.contains(word))
}

/// Whether what a sign means held once: ○＝廃止した所.
pub(super) fn held_once(meaning: &str) -> bool {
    ["廃止", "旧", "以前", "過去", "移管"].iter().any(|word| meaning.contains(word))
}

/// What a sign, or a list of signs, stands for by a legend.
fn spelled_out(text: &str, legend: &Legend) -> Option<Text> {
    if legend.is_empty() || text.chars().count() > LONGEST_SIGN * 2 {
        return None;
    }
    if let [meaning, ..] = legend.meanings(text) {
        return Some(meaning.clone());
    }
    let mut parts: Vec<&str> =
        text.split(['、', '，', ',', '・', '/', '／', '\n', ' ', '\u{3000}']).filter(|part| !part.is_empty()).collect();
    // ①② and 甲乙: such signs are parted by themselves.
    if let [only] = parts.as_slice()
        && only.chars().all(|letter| !letter.is_numeric() || ('①'..='⑳').contains(&letter))
    {
        parts = only.split("").filter(|letter| !letter.is_empty()).collect();
    }
    let meanings: Option<Vec<&str>> = parts.iter().map(|part| legend.meanings(part).first().map(AsRef::as_ref)).collect();
    meanings.filter(|meanings| meanings.len() > 1).map(|meanings| meanings.join("、").into())
}
