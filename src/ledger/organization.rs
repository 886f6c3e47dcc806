//! An organization and what it says for the whole company.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use strum::{AsRefStr, EnumString, VariantArray};

use super::{Country, Entrustment, JointUse, LawReference, Place, Procedure, Provision, Source, Stated, Text, Whereabouts};

/// An operator (個人情報取扱事業者) and all that it states apart from its ledger's rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Short and stable, e.g. `arrow-trust`: small letters, digits and hyphens.
    pub code: Text,
    /// 名称.
    pub name: Text,
    /// 所在国.
    pub home: Country,
    /// 住所.
    pub address: Option<Text>,
    /// 代表者: a post.
    pub representative: Option<Text>,
    /// 事業内容.
    pub business: Option<Text>,
    /// 個人情報保護管理者: a post.
    pub manager: Option<Text>,
    /// 準拠規格, e.g. `JIS Q 15001:2006`.
    pub standard: Option<Text>,
    /// 認証.
    pub certifications: Vec<Text>,
    /// 制定日.
    pub established: Option<NaiveDate>,
    /// 改定日.
    pub revised: Option<NaiveDate>,
    /// 方針: published policies, the main one first.
    pub policies: Vec<Policy>,
    /// 保管国, said for the whole company. An entry that states no country takes these as candidates.
    pub storage: Whereabouts,
    /// 委託, said for the whole company; an entry that says nothing takes it over.
    pub entrusted: Stated,
    /// 第三者提供, likewise.
    pub provided: Stated,
    /// 共同利用, likewise.
    pub jointly_used: Stated,
    /// 提供の条件.
    pub provision_conditions: Vec<ProvisionCondition>,
    /// 窓口.
    pub contacts: Vec<Contact>,
    /// 安全管理措置.
    pub safety_measures: Vec<SafetyMeasure>,
    /// 外国制度.
    pub regimes: Vec<CountryRegime>,
    /// 開示等手続, with their 必要書類 and 不開示事由.
    pub procedures: Vec<Procedure>,
    /// 共同利用, by name.
    pub joint_uses: BTreeMap<Text, JointUse>,
    /// 保管場所, by name.
    pub places: BTreeMap<Text, Place>,
    /// 委託先, by name.
    pub entrustees: BTreeMap<Text, Entrustment>,
    /// 提供先, by name.
    pub recipients: BTreeMap<Text, Provision>,
    /// Where each statement was read.
    pub sources: Vec<Source>,
}

impl Organization {
    /// An organization of which nothing but its code is known; its name is its code until a source gives one.
    #[must_use]
    pub fn new(code: Text) -> Self {
        Self {
            name: code.clone(),
            code,
            home: Country::JAPAN,
            address: None,
            representative: None,
            business: None,
            manager: None,
            standard: None,
            certifications: Vec::new(),
            established: None,
            revised: None,
            policies: Vec::new(),
            storage: Whereabouts::default(),
            entrusted: Stated::default(),
            provided: Stated::default(),
            jointly_used: Stated::default(),
            provision_conditions: Vec::new(),
            contacts: Vec::new(),
            safety_measures: Vec::new(),
            regimes: Vec::new(),
            procedures: Vec::new(),
            joint_uses: BTreeMap::new(),
            places: BTreeMap::new(),
            entrustees: BTreeMap::new(),
            recipients: BTreeMap::new(),
            sources: Vec::new(),
        }
    }
}

/// 方針: a published policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Policy {
    /// 名称.
    pub name: Text,
    /// 制定日.
    pub established: Option<NaiveDate>,
    /// 改定日.
    pub revised: Option<NaiveDate>,
    /// 引用: articles and standards as it cites them.
    pub citations: Vec<Text>,
    /// 本文.
    pub text: Option<Text>,
}

/// 提供の条件: on what condition data is provided to others without asking again (APPI 27(1)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProvisionCondition {
    /// 条件, as worded.
    pub text: Text,
    /// 条文.
    pub basis: Vec<LawReference>,
}

/// 窓口: where a person turns to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// What it is for.
    pub roles: Vec<ContactRole>,
    /// Its name.
    pub name: Text,
    /// Its address.
    pub address: Option<Text>,
    /// Its telephone numbers.
    pub phones: Vec<Text>,
    /// Its mail address.
    pub email: Option<Text>,
    /// Its hours, as worded.
    pub hours: Option<Text>,
    /// 備考.
    pub notes: Option<Text>,
}

/// What a window is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ContactRole {
    /// Requests for disclosure and the like (APPI 37(1)).
    Requests,
    /// Complaints (APPI 40, Order 10(ii)).
    Complaints,
    /// The privacy manager.
    Manager,
    /// The accredited personal information protection organization (Order 10(iii)).
    AccreditedOrganization,
}

/// 安全管理措置: a measure (APPI 23).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SafetyMeasure {
    /// What kind of measure.
    pub kind: SafetyMeasureKind,
    /// The measure as worded.
    pub text: Text,
}

/// Kinds of measures (guideline 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum SafetyMeasureKind {
    /// 基本方針の策定.
    BasicPolicy,
    /// 規律の整備.
    Rules,
    /// 組織的安全管理措置.
    Organizational,
    /// 人的安全管理措置.
    Human,
    /// 物理的安全管理措置.
    Physical,
    /// 技術的安全管理措置.
    Technical,
    /// 委託先の監督 (APPI 25).
    EntrusteeSupervision,
    /// 外的環境の把握 (guideline 10-7).
    ExternalEnvironment,
}

/// 外国制度: what the organization has ascertained of a foreign country's system (guideline 10-7, APPI 28(2)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CountryRegime {
    /// The country.
    pub country: Country,
    /// 制度の概要.
    pub summary: Option<Text>,
    /// Systems that may seriously affect a person's rights (government access, data localization).
    pub concerns: Option<Text>,
    /// 講ずる措置.
    pub measures: Option<Text>,
    /// 確認日.
    pub checked_on: Option<NaiveDate>,
    /// 出典.
    pub source: Option<Text>,
}
