//! Cells that hold one or more of a few known words.

use super::Reading;
use crate::ledger::{
    AcquisitionSource, Capacity, ContactRole, Medium, Nature, RefusalGroundKind, RequesterKind, Right, SafetyMeasureKind, TransferBasis,
};
use crate::vocabulary::Vocabulary;

/// 媒体.
#[must_use]
pub fn media(text: &str, vocabulary: &Vocabulary) -> Reading<Vec<Medium>> {
    let _ = (text, vocabulary);
    Reading::sure(Vec::new())
}

/// 自社・受託の別.
#[must_use]
pub fn capacity(text: &str, vocabulary: &Vocabulary) -> Reading<Capacity> {
    let _ = (text, vocabulary);
    Reading::sure(Capacity::NotStated)
}

/// 情報の性質.
#[must_use]
pub fn nature(text: &str, vocabulary: &Vocabulary) -> Reading<Nature> {
    let _ = (text, vocabulary);
    Reading::sure(Nature::NotStated)
}

/// 取得元: the kinds that its words tell without a guess.
#[must_use]
pub fn acquired_from(text: &str, vocabulary: &Vocabulary) -> Reading<Vec<AcquisitionSource>> {
    let _ = (text, vocabulary);
    Reading::sure(Vec::new())
}

/// 請求の種類.
#[must_use]
pub fn rights(text: &str, vocabulary: &Vocabulary) -> Reading<Vec<Right>> {
    let _ = (text, vocabulary);
    Reading::sure(Vec::new())
}

/// 請求できる者.
#[must_use]
pub fn requesters(text: &str, vocabulary: &Vocabulary) -> Reading<Vec<RequesterKind>> {
    let _ = (text, vocabulary);
    Reading::sure(Vec::new())
}

/// 種別 of 窓口.
#[must_use]
pub fn contact_roles(text: &str, vocabulary: &Vocabulary) -> Reading<Vec<ContactRole>> {
    let _ = (text, vocabulary);
    Reading::sure(Vec::new())
}

/// 区分 of 安全管理措置.
#[must_use]
pub fn safety_measure(text: &str, vocabulary: &Vocabulary) -> Reading<Option<SafetyMeasureKind>> {
    let _ = (text, vocabulary);
    Reading::sure(None)
}

/// 越境移転の根拠.
#[must_use]
pub fn transfer(text: &str, vocabulary: &Vocabulary) -> Reading<TransferBasis> {
    let _ = (text, vocabulary);
    Reading::sure(TransferBasis::NotStated)
}

/// 事由: what kind of ground the words are.
#[must_use]
pub fn ground(text: &str, vocabulary: &Vocabulary) -> RefusalGroundKind {
    let _ = (text, vocabulary);
    RefusalGroundKind::Other
}
