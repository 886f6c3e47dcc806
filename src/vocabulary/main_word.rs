//! What the last word of a heading makes likely, where the heading as a whole is not known.

use strum::EnumString;

use super::heading::{Frame, parties_of, strip_brackets, strip_marks};
use super::{Concept, Lexicon, Sheet, Vocabulary};
use crate::ledger::{Text, fold};

/// The most letters of a heading whose words are looked for.
const LONGEST: usize = 60;

/// How many letters a telling word has at least that may be all of a heading: 管理職.
const WHOLE: usize = 3;

/// Words for others, which make no other matter of words for entrusting and giving.
const OTHERS: [&str; 8] = ["外部", "社外", "他の", "会社", "事業者", "法人", "団体", "協力"];

/// Words that make another matter of the main word behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum OtherMatter {
    /// 廃棄 of 廃棄部署.
    Words,
}

impl Vocabulary {
    /// The main word that a heading ends with, and what it is about: 委託先 of 解析等の委託先. Nothing where the words before it make another
    /// matter of it: 再委託先, 廃棄部署. It is a likeness, to be said where it is acted on.
    #[must_use]
    pub fn by_main_word(&self, sheet: Sheet, text: &str) -> Option<(Text, Concept)> {
        let folded = fold(&strip_brackets(&strip_marks(text)));
        let without_after = self.frames.without_ending(&folded, Frame::After);
        std::iter::once(folded.as_str()).chain(without_after).find_map(|spelling| self.main_word_of(sheet, spelling))
    }

    /// Whether a heading that is not known speaks of looking over what is written, and of no other matter: 内容を確認した日, but not 次回の確認.
    #[must_use]
    pub fn speaks_of_review(&self, text: &str) -> bool {
        const REVIEW: [&str; 12] =
            ["見直し", "見直", "棚卸し", "棚卸", "棚おろし", "たなおろし", "点検", "確認", "更新", "チェック", "レビュー", "直し"];
        const HOW_OFTEN: [&str; 10] = ["年次", "月次", "定期", "実施", "前回", "直近", "最終", "最新", "最後の", "最後に"];
        let without = |text: String, words: &[&str]| words.iter().fold(text, |text, word| text.replace(&fold(word), ""));
        let heading = without(fold(&strip_brackets(&strip_marks(text))), &HOW_OFTEN);
        let whole = heading.len();
        let rest = without(heading, &REVIEW);
        // 本人確認 is no review.
        rest.len() < whole && !rest.contains("本人") && self.other_matters.within(&rest).is_empty()
    }

    /// The word within a heading that tells what it is about, where all that tell are of one matter and no other word makes another matter
    /// of it: いつまで of いつまで取っておくか. A place, a person or a record may be named beside what is asked of it: 保管庫のある国 asks for
    /// the country. What the cells say must confirm it.
    #[must_use]
    pub fn by_telling_words(&self, sheet: Sheet, text: &str) -> Option<(Text, Concept)> {
        const MAY_STAND_BESIDE: [Concept; 4] = [Concept::Name, Concept::Places, Concept::Subjects, Concept::Items];
        let words = self.telling_words.get(&sheet).filter(|_| text.chars().nth(LONGEST).is_none())?;
        let bare = strip_brackets(&strip_marks(text));
        let is_english = bare.is_ascii();
        let folded = if is_english { fold(&bare.replace(|letter: char| !letter.is_ascii_alphanumeric(), " ")) } else { fold(&bare) };
        let found = if is_english { english(&bare, words) } else { words.within(&folded) };
        let asked = || found.iter().filter(|(.., concept)| !MAY_STAND_BESIDE.contains(concept));
        let last = || found.iter().rfind(|(.., concept)| *concept != Concept::Name).or(found.last());
        let (start, end, concept) = *asked().next_back().or_else(last)?;
        // A heading that is no more than a short word is known, or left out with a reason: 病歴 may be but an item.
        let may_be_whole = folded.is_ascii() || folded.chars().count() >= WHOLE && concept != Concept::SpecialCare;
        let (word, _) = words.taught(&folded[start..end]).filter(|_| end - start < folded.len() || may_be_whole)?;
        let mut rest = folded.clone();
        for (start, end, _) in found.iter().rev().filter(|_| !is_english) {
            rest.replace_range(start..end, "／");
        }
        // Others are who is entrusted, and to whom it is given: 外部の業者への委託.
        if parties_of(concept).is_some() {
            rest = OTHERS.iter().fold(rest, |rest, other| rest.replace(&fold(other), "／"));
        }
        // With whom it is used jointly may stand there, and who the persons are: 事業連合との共同利用, 患者・その他の別.
        let is_other = !matches!(concept, Concept::JointlyUsed | Concept::Subjects) && !self.other_matters.within(&rest).is_empty();
        (!is_other && concept != Concept::Unrelated && asked().all(|(.., other)| *other == concept)).then(|| (word.clone(), concept))
    }

    fn main_word_of(&self, sheet: Sheet, folded: &str) -> Option<(Text, Concept)> {
        let words = self.main_words.get(&sheet)?;
        let (at, word, concept) = folded.char_indices().skip(1).find_map(|(at, _)| {
            let (word, concept) = words.taught(&folded[at..])?;
            Some((at, word.clone(), concept))
        })?;
        self.other_matters.within(&folded[..at]).is_empty().then_some((word, concept))
    }
}

/// The known words among those of an English heading, of one to three each: where each begins and ends once folded, and its meaning. Folded
/// as a whole, its words would run together.
fn english(heading: &str, known: &Lexicon<Concept>) -> Vec<(usize, usize, Concept)> {
    let words: Vec<String> =
        heading.split(|letter: char| !letter.is_ascii_alphanumeric()).map(fold).filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    let (mut at, mut nth) = (0, 0);
    while nth < words.len() {
        let meant = (1..=3).rev().filter(|many| nth + many <= words.len()).find_map(|many| {
            let whole = words[nth..nth + many].concat();
            known.whole(&whole).map(|concept| (many, whole.len(), concept))
        });
        let (many, length) = meant.map_or((1, words[nth].len()), |(many, length, _)| (many, length));
        found.extend(meant.map(|(.., concept)| (at, at + length, concept)));
        (at, nth) = (at + length, nth + many);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_may_speak_of_review() {
        for (heading, does) in [
            ("内容を確認した日", true),
            ("棚卸し実施", true),
            ("令和6年度チェック", true),
            ("年次点検", true),
            ("前回の棚おろし日", true),
            ("次回の確認", false),
            ("本人確認の日", false),
            ("委託先の点検", false),
            ("本人確認書類の提出", false),
            ("契約日", false),
        ] {
            assert_eq!(Vocabulary::built_in().speaks_of_review(heading), does, "{heading}");
        }
    }

    #[test]
    fn words_within_a_heading_tell_what_it_asks() {
        let words = Vocabulary::built_in();
        for (heading, concept) in [
            ("外部の業者への委託", Some(Concept::Entrusted)),
            ("委託先の評価", None),
            ("いつまで取っておくか", Some(Concept::Retention)),
            ("お預かり期間", Some(Concept::Retention)),
            ("捨てるとき", Some(Concept::Disposal)),
            ("だれからどうやって", Some(Concept::Acquisition)),
            ("ｻｰﾊﾞｰ・保管庫のある国", Some(Concept::Storage)),
            ("病気・アレルギーのことが入っているか", Some(Concept::SpecialCare)),
            ("事業連合との共同利用", Some(Concept::JointlyUsed)),
            ("取扱情報", Some(Concept::Name)),
            ("取扱情報の中身", Some(Concept::Items)),
            ("Collected through", Some(Concept::Acquisition)),
            ("How long do we keep it", Some(Concept::Retention)),
            ("受注No.", Some(Concept::ControlNo)),
            ("案件CD", Some(Concept::ControlNo)),
            ("患者・その他の別", Some(Concept::Subjects)),
            ("契約の期間", None),
            ("委託先の評価", None),
            ("第三者提供の記録", None),
            ("Vendor review", None),
            ("国籍", None),
            ("研究期間", None),
            ("病歴", None),
            ("旧保管場所", None),
            ("資格", None),
        ] {
            assert_eq!(words.by_telling_words(Sheet::Ledger, heading).map(|(_, concept)| concept), concept, "{heading}");
        }
    }

    #[test]
    fn the_last_word_tells_unless_another_matter_stands_before_it() {
        let words = Vocabulary::built_in();
        for (heading, concept) in [
            ("解析等の委託先", Some(Concept::Entrustees)),
            ("治験対象者の範囲", Some(Concept::Subjects)),
            ("票の保存期間（年）", Some(Concept::Retention)),
            ("日頃の廃棄方法", Some(Concept::Disposal)),
            ("再委託先", None),
            ("廃棄部署", None),
            ("契約期間", None),
            ("開示対象者", None),
            ("監査の目的", None),
            ("委託先の管理責任者", None),
            ("委託先", None),
            ("資格", None),
            ("", None),
        ] {
            assert_eq!(words.by_main_word(Sheet::Ledger, heading).map(|(_, concept)| concept), concept, "{heading}");
        }
    }
}
