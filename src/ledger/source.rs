//! Where a statement was read.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use strum::{AsRefStr, EnumString, VariantArray};

use std::sync::Arc;

use super::{CellName, Text};

/// Where a stated fact was read, and how it was written there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The field that it became.
    pub field: Field,
    /// The workbook and the sheet.
    pub sheet: Arc<SheetName>,
    /// Where in the sheet.
    pub cell: CellName,
    /// The cell as written.
    pub text: Text,
}

/// A sheet of a workbook. Shared, since every cell of it names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SheetName {
    /// The workbook's file name.
    pub workbook: Text,
    /// The sheet's name; empty for a CSV file that stands alone.
    pub sheet: Text,
}

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut source = serializer.serialize_struct("Source", 5)?;
        source.serialize_field("field", &self.field)?;
        source.serialize_field("workbook", &self.sheet.workbook)?;
        source.serialize_field("sheet", &self.sheet.sheet)?;
        source.serialize_field("cell", &self.cell.to_string())?;
        source.serialize_field("text", &self.text)?;
        source.end()
    }
}

/// The fields of an entry or an organization, by their names in the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Field {
    /// 管理番号.
    ControlNo,
    /// 個人情報の名称, or the organization's 名称.
    Name,
    /// 本人の区分.
    Subjects,
    /// 項目.
    Items,
    /// 利用目的.
    Purposes,
    /// 情報の性質.
    Nature,
    /// 取得方法.
    Acquisition,
    /// 取得元.
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
    /// 保管場所.
    Places,
    /// 保管国.
    Storage,
    /// 保存期間.
    Retention,
    /// 廃棄方法.
    Disposal,
    /// 委託先.
    Entrustments,
    /// 委託の有無.
    Entrusted,
    /// 第三者提供先.
    Provisions,
    /// 第三者提供の有無.
    Provided,
    /// 共同利用.
    JointUses,
    /// 共同利用の有無.
    JointlyUsed,
    /// 要配慮個人情報.
    SpecialCare,
    /// 特定個人情報.
    IndividualNumber,
    /// 開示対象, 非開示の理由.
    Disclosure,
    /// 見直し日.
    ReviewedOn,
    /// 備考.
    Notes,
    /// Columns that no field takes.
    OtherColumns,
    /// 事業者コード.
    Code,
    /// 所在国.
    Home,
    /// 住所.
    Address,
    /// 代表者.
    Representative,
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
    /// 方針.
    Policies,
    /// 提供の条件.
    ProvisionConditions,
    /// 窓口.
    Contacts,
    /// 安全管理措置.
    SafetyMeasures,
    /// 外国制度.
    Regimes,
    /// 開示等手続, 必要書類, 不開示事由.
    Procedures,
}
