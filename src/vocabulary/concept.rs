//! The sheets that a workbook may have, and what their columns are about.

use strum::{AsRefStr, EnumString, VariantArray};

/// A kind of sheet that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Sheet {
    /// 事業者.
    Organization,
    /// 方針.
    Policies,
    /// 台帳.
    Ledger,
    /// 保管場所.
    Places,
    /// 委託先.
    Entrustees,
    /// 提供先.
    Recipients,
    /// 提供の条件.
    ProvisionConditions,
    /// 共同利用.
    JointUses,
    /// 外国制度.
    Regimes,
    /// 開示等手続.
    Procedures,
    /// 必要書類.
    Documents,
    /// 不開示事由.
    RefusalGrounds,
    /// 窓口.
    Contacts,
    /// 安全管理措置.
    SafetyMeasures,
}

/// Why a sheet, by its name, is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum PassedOver {
    /// 表紙.
    Cover,
    /// 目次.
    Contents,
    /// 改訂履歴.
    History,
    /// 凡例, 記入要領; its signs still hold for the ledger.
    Legend,
    /// 記入例.
    Example,
    /// リスト, マスタ: the choices of drop-downs.
    Choices,
    /// 集計: counts drawn from the ledger.
    Summary,
}

/// What a sheet is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetUse {
    /// It is read as this.
    Read(Sheet),
    /// It is passed over.
    Pass(PassedOver),
}

/// What a column is about. One word serves every sheet that has such a column: the [`Sheet`] tells which 名称 is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Concept {
    /// 管理番号.
    ControlNo,
    /// 名称: of the record, the organization, the party, the policy, the window.
    Name,
    /// 本人の区分.
    Subjects,
    /// 情報の性質.
    Nature,
    /// 項目.
    Items,
    /// 利用目的.
    Purposes,
    /// 取得方法.
    Acquisition,
    /// 取得元: its kind in the template's words, names elsewhere.
    AcquiredFrom,
    /// 自社・受託の別.
    Capacity,
    /// 管理部門.
    Department,
    /// 管理責任者, or the organization's 個人情報保護管理者.
    Manager,
    /// アクセス権者.
    Accessors,
    /// 件数.
    Count,
    /// 媒体.
    Media,
    /// A column of its own for paper, with marks.
    MediumPaper,
    /// A column of its own for data, with marks.
    MediumElectronic,
    /// A column of its own for another medium, with marks.
    MediumOther,
    /// 保管場所.
    Places,
    /// 保管国.
    Storage,
    /// 保存期間.
    Retention,
    /// 保存の例外.
    RetentionExceptions,
    /// 起算点: from when the period of 保存期間 counts.
    RetentionStart,
    /// 廃棄方法.
    Disposal,
    /// 委託の有無.
    Entrusted,
    /// 委託先.
    Entrustees,
    /// 第三者提供の有無.
    Provided,
    /// 第三者提供先.
    Recipients,
    /// 共同利用の有無.
    JointlyUsed,
    /// 共同利用 by name.
    JointUses,
    /// 要配慮個人情報.
    SpecialCare,
    /// 特定個人情報.
    IndividualNumber,
    /// 開示対象.
    Disclosure,
    /// 非開示の理由.
    DisclosureReasons,
    /// 見直し日.
    ReviewedOn,
    /// 備考.
    Notes,
    /// A column that real ledgers have and no field takes: 作成日, 機密区分, リスク; kept beside the entry with its heading.
    Unrelated,
    /// 事業者コード.
    Code,
    /// 住所.
    Address,
    /// 代表者.
    Representative,
    /// 所在国.
    Home,
    /// 事業内容.
    Business,
    /// 準拠規格.
    Standard,
    /// 認証.
    Certifications,
    /// 制定日.
    Established,
    /// 改定日.
    Revised,
    /// 引用.
    Citations,
    /// 本文.
    Text,
    /// 提供事業者.
    Provider,
    /// 提供事業者の国.
    ProviderCountry,
    /// 国を特定できない理由.
    CountryReason,
    /// 個人データの取扱い.
    HandlesData,
    /// 国: of a party, or of a foreign system.
    Country,
    /// 委託業務.
    Work,
    /// 契約日.
    ContractedOn,
    /// 再委託.
    Subcontracting,
    /// 越境移転の根拠.
    Transfer,
    /// 確認日.
    CheckedOn,
    /// 提供の根拠.
    LegalBasis,
    /// 本人からの直接収集.
    CollectedDirectly,
    /// 停止の方法.
    OptOut,
    /// 条件.
    Conditions,
    /// 条文.
    Article,
    /// 範囲.
    Scope,
    /// 共同利用の管理責任者.
    Responsible,
    /// 管理責任者の住所.
    ResponsibleAddress,
    /// 管理責任者の代表者.
    ResponsibleRepresentative,
    /// 外国の利用者.
    IncludesForeign,
    /// 制度の概要.
    Summary,
    /// 権利利益に影響する制度.
    Concerns,
    /// 講ずる措置, 措置.
    Measures,
    /// 出典.
    Source,
    /// 請求の種類.
    Rights,
    /// 請求できる者, 請求者.
    Requesters,
    /// 受付方法.
    Application,
    /// 書式.
    Form,
    /// 回答方法.
    Reply,
    /// 手数料.
    Fee,
    /// 税.
    Tax,
    /// 単位.
    Per,
    /// 支払方法.
    Payment,
    /// 返還.
    Refundable,
    /// 見積り.
    Estimate,
    /// 書類.
    Document,
    /// 組.
    Group,
    /// 必要数.
    Choose,
    /// 発行期限.
    IssuedWithin,
    /// 事由.
    Ground,
    /// 種別, 区分.
    Kind,
    /// 電話.
    Phones,
    /// メール.
    Email,
    /// 受付時間.
    Hours,
}
