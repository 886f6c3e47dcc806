//! One row of a ledger.

use chrono::NaiveDate;
use serde::Serialize;
use strum::{AsRefStr, EnumString, VariantArray};

use super::{Disclosure, Retention, Source, Stated, Text, Whereabouts};

/// One entry of a ledger: a record of personal information, as its row states it and no more.
///
/// What the organization says for the whole company is not in here; [`super::Held`] takes it over.
/// Parties are names; the organization's catalogues say more of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// 管理番号: as written, or made where none is written.
    pub control_no: Text,
    /// Which of the rows that bear this number, from 1. Two rows with one number are two entries.
    pub occurrence: u32,
    /// 個人情報の名称.
    pub name: Text,
    /// 本人の区分.
    pub subjects: Vec<Text>,
    /// 項目.
    pub items: Vec<Text>,
    /// 利用目的.
    pub purposes: Vec<Text>,
    /// 情報の性質.
    pub nature: Nature,
    /// 取得方法, as worded.
    pub acquisition: Vec<Text>,
    /// 取得元.
    pub acquired_from: Vec<AcquisitionSource>,
    /// 自社・受託の別.
    pub capacity: Capacity,
    /// 管理部門.
    pub department: Option<Text>,
    /// 管理責任者: a post.
    pub manager: Option<Text>,
    /// アクセス権者.
    pub accessors: Vec<Text>,
    /// 件数: of how many persons.
    pub count: Option<u32>,
    /// 媒体.
    pub media: Vec<Medium>,
    /// 保管場所: names of places.
    pub places: Vec<Text>,
    /// 保管国, as this row states it.
    pub storage: Whereabouts,
    /// 保存期間.
    pub retention: Retention,
    /// 廃棄方法.
    pub disposal: Option<Text>,
    /// 委託先: names of entrustees.
    pub entrustees: Vec<Text>,
    /// 委託の有無, as this row states it; YES where it names an entrustee.
    pub entrusted: Stated,
    /// 第三者提供先: names of recipients.
    pub recipients: Vec<Text>,
    /// 第三者提供の有無, likewise.
    pub provided: Stated,
    /// 共同利用: names of joint uses.
    pub joint_uses: Vec<Text>,
    /// 共同利用の有無, likewise.
    pub jointly_used: Stated,
    /// 要配慮個人情報 (APPI 2(3)).
    pub special_care: Stated,
    /// 特定個人情報 (Number Act 2(8)).
    pub individual_number: Stated,
    /// 開示対象 and 非開示の理由.
    pub disclosure: Disclosure,
    /// 見直し日.
    pub reviewed_on: Option<NaiveDate>,
    /// 備考.
    pub notes: Option<Text>,
    /// Columns that no field takes, with their headings.
    pub other_columns: Vec<OtherColumn>,
    /// Where each statement was read, in the order of the fields.
    pub sources: Vec<Source>,
}

/// What a column says that no field takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OtherColumn {
    /// The heading as written.
    pub heading: Text,
    /// The cell as written.
    pub text: Text,
}

/// In what capacity data is held.
#[derive(Default, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Capacity {
    /// In its own right.
    Own,
    /// As an entrustee (受託).
    EntrustedToUs,
    /// The ledger says nothing.
    #[default]
    NotStated,
}

/// What kind of information in law.
#[derive(Default, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Nature {
    /// 個人情報 (APPI 2(1)).
    PersonalInformation,
    /// 個人関連情報 (APPI 2(7)), such as cookies.
    PersonallyReferable,
    /// 仮名加工情報 (APPI 2(5)).
    Pseudonymized,
    /// 匿名加工情報 (APPI 2(6)).
    Anonymized,
    /// The ledger says nothing.
    #[default]
    NotStated,
}

/// From whom data is acquired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum AcquisitionSource {
    /// The person itself.
    Principal,
    /// Those who entrust it.
    Entrustor,
    /// Another third party.
    ThirdParty,
    /// A public office.
    PublicOffice,
    /// What is published.
    Published,
    /// A credit bureau.
    CreditBureau,
    /// Recorded by machine (logs, cookies).
    Automatic,
    /// Another source.
    Other,
}

/// On what data is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Medium {
    /// 紙.
    Paper,
    /// 電子.
    Electronic,
    /// Another medium, such as film.
    Other,
}
