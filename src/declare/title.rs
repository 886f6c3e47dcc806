//! What a title says without a label: `総務部　個人情報管理台帳`, `受託した個人情報`, `紙媒体`.

use crate::ledger::fold;
use crate::sheet::table::{Address, Value};
use crate::vocabulary::{Concept, Vocabulary};

use super::column::Column;
use super::department::{department, joined_unit, marked_unit};
use super::halves::is_person;
use super::once::{AllSaid, Said};
use super::site::{in_both_languages, known_section};

/// What a title says without a label: a department, 自社 or 受託, a medium, a category of person.
pub(super) fn in_title(text: &str, place: Option<Address>, vocabulary: &Vocabulary) -> AllSaid {
    let mut said = AllSaid::new();
    let mut say = |concept: Concept, value: &str| {
        said.insert(concept, Said { column: Column::once(concept, ""), value: Value::Text(value.into()), at: place });
    };
    let named = known_section(text, vocabulary)
        .or_else(|| joined_unit(text, vocabulary))
        .or_else(|| department(text, vocabulary))
        .or_else(|| marked_unit(text, vocabulary));
    if let Some(department) = named.or_else(|| in_both_languages(text, vocabulary)) {
        say(Concept::Department, &department);
    }
    if let Some(post) = managed_by(text) {
        say(Concept::Manager, post);
    }
    let folded = fold(text);
    if ["受託", "預託", "委託された", "委託を受けた"].iter().any(|word| folded.contains(&fold(word))) {
        say(Concept::Capacity, "受託");
    } else if ["自社", "当社が取得", "当社取得"].iter().any(|word| folded.contains(&fold(word))) {
        say(Concept::Capacity, "自社");
    }
    let bare = matter(text);
    if let Some(bare) = bare.as_deref() {
        let medium = bare.trim_end_matches("媒体").trim_end_matches("で保管");
        if vocabulary.media.whole(&fold(bare)).is_some() || vocabulary.media.whole(&fold(medium)).is_some() {
            say(Concept::Media, bare);
        } else if vocabulary.subjects_like(bare).len() > 1 {
            say(Concept::Subjects, bare);
        }
    }
    said
}

/// Who is said in a bracket to manage what a line names: 【教務部門】（教務部長が管理）.
fn managed_by(text: &str) -> Option<&str> {
    let (line, within) = text.trim().strip_suffix(['）', ')'])?.rsplit_once(['（', '('])?;
    let post = ["が管理する", "が管理"].iter().find_map(|end| within.trim().strip_suffix(end))?;
    let is_post = is_person(post) && post.chars().count() <= 15 && post.chars().all(char::is_alphanumeric);
    (!line.trim().is_empty() && is_post).then_some(post)
}

/// The words of a title without its marks, its number and the words that only say that it is personal information.
fn matter(text: &str) -> Option<String> {
    let title = plain(text);
    let mut rest = title.as_str();
    for tail in ["管理台帳", "台帳", "一覧表", "一覧", "個人情報", "個人データ", "情報", "データ", "に関する", "の", "関係", "関連"]
    {
        rest = rest.strip_suffix(tail).unwrap_or(rest);
    }
    (!rest.is_empty() && rest.chars().count() <= 15).then(|| rest.to_owned())
}

/// A title without marks and numbers before it and brackets around it.
pub(super) fn plain(text: &str) -> String {
    let marks = |letter: char| {
        letter.is_whitespace()
            || letter.is_ascii_digit()
            || ('０'..='９').contains(&letter)
            || ('①'..='⑳').contains(&letter)
            || ('Ⅰ'..='Ⅻ').contains(&letter)
            || "【】「」『』〔〕［］[]<>〈〉《》≪≫＜＞＝=■□●○◎◆◇▼▽▲△★☆・－-―ー.．、，,:：*＊()（）_＿#＃".contains(letter)
    };
    text.trim_start_matches(marks).trim_end_matches(|letter: char| marks(letter) && letter != 'ー').to_owned()
}
