//! Cells that hold one or more of a few known words.
//!
//! A cell is read part by part. A part is known as a whole, else without its bracket, else by the known words within it where that tells
//! enough (媒体, 取得元 tell kinds of things that have longer names; 請求の種類 is joined in words such as 訂正・追加又は削除). A part that is
//! not known is a doubt, with the words that are expected or, where there is one, a word it may be a slip for.

use super::blank::is_nothing;
use super::choice::{is_unticked, ticked};
use super::list::list;
use super::number::without_brackets;
use super::{Doubt, Reading};
use crate::finding::Code;
use crate::ledger::{
    AcquisitionSource, ContactRole, Nature, RefusalGroundKind, RequesterKind, Right, SafetyMeasureKind, Text, TransferBasis, fold,
};
use crate::vocabulary::{Lexicon, Sign, Vocabulary};

/// 情報の性質.
#[must_use]
pub fn nature(text: &str, vocabulary: &Vocabulary) -> Reading<Nature> {
    one(text, vocabulary, &vocabulary.nature, Nature::NotStated)
}

/// 取得元: the kinds that its words tell without a guess. Other words are names, and no doubt.
#[must_use]
pub fn acquired_from(text: &str, vocabulary: &Vocabulary) -> Reading<Vec<AcquisitionSource>> {
    let parts = list(text, vocabulary);
    let known = parts.iter().filter_map(|part| whole(part, &vocabulary.acquired_from));
    Reading::sure(each_once(known))
}

/// 請求の種類.
#[must_use]
pub fn rights(text: &str, vocabulary: &Vocabulary) -> Reading<Vec<Right>> {
    several(text, vocabulary, &vocabulary.rights)
}

/// 請求できる者.
#[must_use]
pub fn requesters(text: &str, vocabulary: &Vocabulary) -> Reading<Vec<RequesterKind>> {
    several(text, vocabulary, &vocabulary.requesters)
}

/// 種別 of 窓口.
#[must_use]
pub fn contact_roles(text: &str, vocabulary: &Vocabulary) -> Reading<Vec<ContactRole>> {
    several(text, vocabulary, &vocabulary.contact_roles)
}

/// 区分 of 安全管理措置.
#[must_use]
pub fn safety_measure(text: &str, vocabulary: &Vocabulary) -> Reading<Option<SafetyMeasureKind>> {
    let known = whole(text, &vocabulary.safety_measures).or_else(|| only(&vocabulary.safety_measures, text));
    match known {
        Some(kind) => Reading::sure(Some(kind)),
        None if is_nothing(text, vocabulary) => Reading::sure(None),
        None => Reading::doubtful(None, unknown(text, &vocabulary.safety_measures, vocabulary)),
    }
}

/// 越境移転の根拠.
#[must_use]
pub fn transfer(text: &str, vocabulary: &Vocabulary) -> Reading<TransferBasis> {
    one(text, vocabulary, &vocabulary.transfer, TransferBasis::NotStated)
}

/// 事由: what kind of ground the words are. Where words of several kinds stand in it, the first; where none, another ground.
#[must_use]
pub fn ground(text: &str, vocabulary: &Vocabulary) -> RefusalGroundKind {
    let folded = fold(text);
    let known = vocabulary.grounds.whole(&folded).or_else(|| vocabulary.grounds.first_within(&folded));
    known.unwrap_or(RefusalGroundKind::Other)
}

/// One value of a cell. A dash or blank is not stated, unless the column has a word for it.
pub(super) fn one<T: Copy + PartialEq>(text: &str, vocabulary: &Vocabulary, lexicon: &Lexicon<T>, not_stated: T) -> Reading<T> {
    if fold(text).is_empty() {
        return Reading::sure(not_stated);
    }
    if let Some([only]) = ticked(text).as_deref() {
        return one(only, vocabulary, lexicon, not_stated);
    }
    if let Some(value) = whole(text, lexicon).or_else(|| only(lexicon, text)) {
        return Reading::sure(value);
    }
    if is_nothing(text, vocabulary) {
        return Reading::sure(not_stated);
    }
    Reading::doubtful(not_stated, unknown(text, lexicon, vocabulary))
}

/// The values of a cell, in the order written.
pub(super) fn several<T: Copy + PartialEq>(text: &str, vocabulary: &Vocabulary, lexicon: &Lexicon<T>) -> Reading<Vec<T>> {
    if fold(text).is_empty() {
        return Reading::sure(Vec::new());
    }
    if let Some(value) = whole(text, lexicon) {
        return Reading::sure(vec![value]);
    }
    let mut values = Vec::new();
    let mut doubts = Vec::new();
    if is_unticked(text) {
        doubts.push(Doubt::new(Code::MarkContradictory, &[text]));
    }
    for part in list(text, vocabulary) {
        let known = whole(&part, lexicon);
        let folded = fold(&part);
        let within = || if denies(&folded) { Vec::new() } else { lexicon.within(&folded) };
        let found: Vec<T> = known.map_or_else(|| within().iter().map(|(.., value)| *value).collect(), |value| vec![value]);
        if found.is_empty() {
            doubts.push(unknown(&part, lexicon, vocabulary));
        }
        values.extend(found);
    }
    Reading { value: each_once(values), doubts }
}

/// What a part means as a whole, or without its bracket, or with 等 at its end.
fn whole<T: Copy + PartialEq>(part: &str, lexicon: &Lexicon<T>) -> Option<T> {
    let folded = fold(part);
    let outside = without_brackets(part);
    let outside = outside.split(['(', '[', '【']).next().unwrap_or_default();
    let bare = outside.trim_end_matches("など").trim_end_matches(['等', '他', '。']);
    [folded.as_str(), outside, bare].into_iter().find_map(|spelling| lexicon.whole(spelling))
}

/// The one meaning of the words within a text, if there is but one and the text does not deny it.
fn only<T: Copy + PartialEq>(lexicon: &Lexicon<T>, text: &str) -> Option<T> {
    let folded = fold(text);
    let found = if denies(&folded) { Vec::new() } else { lexicon.within(&folded) };
    let (.., first) = found.first()?;
    found.iter().all(|(.., other)| other == first).then_some(*first)
}

/// Whether a folded text says that a word in it does not hold: 個人情報以外, 受託ではない, 受託していない.
fn denies(folded: &str) -> bool {
    ["以外", "でない", "ではない", "除く", "しない", "いない", "ません", "不可", "なし"].iter().any(|word| folded.contains(word))
}

fn each_once<T: PartialEq>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut once = Vec::new();
    for value in values {
        if !once.contains(&value) {
            once.push(value);
        }
    }
    once
}

/// The doubt about a part that is not known.
fn unknown<T: Copy + PartialEq>(part: &str, lexicon: &Lexicon<T>, vocabulary: &Vocabulary) -> Doubt {
    let part = part.trim();
    if vocabulary.signs.whole(&fold(part)) == Some(Sign::Unsettled) {
        return Doubt::new(Code::NotYetAscertained, &[part]);
    }
    let near = lexicon.near(&fold(part));
    match near.first() {
        Some((word, _)) => Doubt::new(Code::DidYouMean, &[part, word]),
        None => Doubt::new(Code::WordUnknown, &[part, &expected(lexicon).join("、")]),
    }
}

/// One word for each meaning, the first one in the order of their folded form that is short.
fn expected<T: Copy + PartialEq>(lexicon: &Lexicon<T>) -> Vec<String> {
    let mut chosen: Vec<(T, Text)> = Vec::new();
    for (word, meaning) in lexicon.words() {
        match chosen.iter_mut().find(|(known, _)| *known == meaning) {
            Some((_, shortest)) if is_plainer(word, shortest) => *shortest = word.clone(),
            Some(_) => {}
            None => chosen.push((meaning, word.clone())),
        }
    }
    chosen.into_iter().map(|(_, word)| word.to_string()).collect()
}

/// Whether a word is rather what a Japanese workbook would hold: not Latin, no sign, and shorter.
fn is_plainer(word: &str, than: &str) -> bool {
    let rank = |word: &str| (word.is_ascii() || !word.chars().all(char::is_alphabetic), word.chars().count());
    rank(word) < rank(than)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_a_few_words_is_read_or_doubted() {
        let words = Vocabulary::built_in();
        assert_eq!(nature("個人関連情報", words).value, Nature::PersonallyReferable);
        assert_eq!(nature("個人関係情報", words).doubts[0].code, Code::DidYouMean);
        assert_eq!(acquired_from("本人、求人サイト", words), Reading::sure(vec![AcquisitionSource::Principal]));
        assert_eq!(contact_roles("開示等の請求\n苦情・相談", words).value, [ContactRole::Requests, ContactRole::Complaints]);
        assert_eq!(safety_measure("組織的安全管理措置", words).value, Some(SafetyMeasureKind::Organizational));
        assert_eq!(safety_measure("未定", words).doubts[0].code, Code::NotYetAscertained);
    }

    #[test]
    fn every_word_that_the_template_writes_is_read_back() {
        let words = Vocabulary::built_in();
        for (word, value) in [
            ("個人情報", Nature::PersonalInformation),
            ("個人関連情報", Nature::PersonallyReferable),
            ("仮名加工情報", Nature::Pseudonymized),
            ("匿名加工情報", Nature::Anonymized),
        ] {
            assert_eq!(nature(word, words), Reading::sure(value), "{word}");
        }
        for (word, value) in [
            ("本人", AcquisitionSource::Principal),
            ("委託元", AcquisitionSource::Entrustor),
            ("第三者", AcquisitionSource::ThirdParty),
            ("公的機関", AcquisitionSource::PublicOffice),
            ("公表情報", AcquisitionSource::Published),
            ("信用情報機関", AcquisitionSource::CreditBureau),
            ("自動取得", AcquisitionSource::Automatic),
            ("その他", AcquisitionSource::Other),
        ] {
            assert_eq!(acquired_from(word, words), Reading::sure(vec![value]), "{word}");
        }
        for (word, value) in [
            ("開示等の請求", ContactRole::Requests),
            ("苦情・相談", ContactRole::Complaints),
            ("個人情報保護管理者", ContactRole::Manager),
            ("認定個人情報保護団体", ContactRole::AccreditedOrganization),
        ] {
            assert_eq!(contact_roles(word, words), Reading::sure(vec![value]), "{word}");
        }
        for (word, value) in [
            ("基本方針の策定", SafetyMeasureKind::BasicPolicy),
            ("規律の整備", SafetyMeasureKind::Rules),
            ("組織的", SafetyMeasureKind::Organizational),
            ("人的", SafetyMeasureKind::Human),
            ("物理的", SafetyMeasureKind::Physical),
            ("技術的", SafetyMeasureKind::Technical),
            ("委託先の監督", SafetyMeasureKind::EntrusteeSupervision),
            ("外的環境の把握", SafetyMeasureKind::ExternalEnvironment),
        ] {
            assert_eq!(safety_measure(word, words), Reading::sure(Some(value)), "{word}");
        }
    }

    #[test]
    fn words_of_requests_are_read_back_and_read_together() {
        let words = Vocabulary::built_in();
        for (word, value) in [
            ("利用目的の通知", Right::NoticeOfPurpose),
            ("開示", Right::Disclosure),
            ("第三者提供記録の開示", Right::DisclosureOfProvisionRecords),
            ("訂正", Right::Correction),
            ("追加", Right::Addition),
            ("削除", Right::Deletion),
            ("利用停止", Right::SuspensionOfUse),
            ("消去", Right::Erasure),
            ("第三者提供の停止", Right::SuspensionOfProvision),
        ] {
            assert_eq!(rights(word, words), Reading::sure(vec![value]), "{word}");
        }
        assert_eq!(rights("訂正、追加又は削除", words).value, [Right::Correction, Right::Addition, Right::Deletion]);
        for (word, value) in [
            ("本人", RequesterKind::Principal),
            ("法定代理人", RequesterKind::LegalRepresentative),
            ("任意代理人", RequesterKind::AuthorizedAgent),
        ] {
            assert_eq!(requesters(word, words), Reading::sure(vec![value]), "{word}");
        }
        for (word, value) in [
            ("国内", TransferBasis::Domestic),
            ("指定国", TransferBasis::DesignatedCountry),
            ("基準適合体制", TransferBasis::EquivalentSystem),
            ("本人の同意", TransferBasis::Consent),
            ("法令上の例外", TransferBasis::LegalException),
            ("提供に当たらない", TransferBasis::NotAProvision),
            ("", TransferBasis::NotStated),
        ] {
            assert_eq!(transfer(word, words), Reading::sure(value), "{word}");
        }
        for (words_of_ground, kind) in [
            ("本人又は第三者の生命、身体、財産その他の権利利益を害するおそれがある場合", RefusalGroundKind::RightsOfPersonOrOthers),
            ("当社の業務の適正な実施に著しい支障を及ぼすおそれがある場合", RefusalGroundKind::HindranceToBusiness),
            ("法令に違反することとなる場合", RefusalGroundKind::BreachOfLaw),
            ("個人情報の開示請求が、本人による要求であると確認できない場合", RefusalGroundKind::IdentityNotVerified),
            ("例外事項により、開示事項の一部あるいは全部の開示に対応できない場合", RefusalGroundKind::Other),
        ] {
            assert_eq!(ground(words_of_ground, words), kind, "{words_of_ground}");
        }
    }
}
