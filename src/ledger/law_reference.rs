//! A provision that a statement rests on.

use serde::Serialize;
use strum::{AsRefStr, EnumString, VariantArray};

use super::stated::Text;

/// A provision of law. Its title, and how it is written as JSON, stand with the law's data.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LawReference {
    /// The law.
    pub law: Law,
    /// The article, paragraph and item, e.g. `28(1)`, `33(2)(i)`, `10-7`; as cited where the reference could not be read.
    pub article: Text,
}

/// The texts that a ledger or an answer cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Law {
    /// 個人情報の保護に関する法律.
    Appi,
    /// 個人情報の保護に関する法律施行令.
    AppiOrder,
    /// 個人情報の保護に関する法律施行規則.
    AppiRules,
    /// 行政手続における特定の個人を識別するための番号の利用等に関する法律.
    NumberAct,
    /// 個人情報の保護に関する法律についてのガイドライン（通則編）.
    Guideline,
    /// JIS Q 15001 個人情報保護マネジメントシステム－要求事項.
    #[serde(rename = "JIS_Q_15001")]
    #[strum(serialize = "JIS_Q_15001")]
    JisQ15001,
    /// 電気通信事業法.
    TelecommunicationsBusinessAct,
    /// Another text; the article holds the words as cited.
    Other,
}
