//! The matters of a notice, and what each rests on.

use serde::Serialize;
use strum::{AsRefStr, VariantArray};

use crate::law::cite;
use crate::ledger::{Law, LawReference};

/// A matter of the notice, in the order in which it is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Matter {
    /// Who the operator is.
    Operator,
    /// Who answers for the handling.
    Manager,
    /// What data is used for.
    Purposes,
    /// What needs special care.
    SpecialCare,
    /// What is used jointly.
    JointUse,
    /// What is provided to third parties.
    Provision,
    /// What is entrusted.
    Entrustment,
    /// How data is kept safe.
    Measures,
    /// In which countries it is kept or handled.
    Countries,
    /// How requests are made and answered.
    Procedures,
    /// Where requests go.
    Requests,
    /// Where complaints go.
    Complaints,
    /// The accredited organization.
    Accredited,
    /// Policies, standards and their dates.
    Policies,
}

impl Matter {
    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Operator => "事業者の名称、住所及び代表者",
            Self::Manager => "個人情報保護管理者",
            Self::Purposes => "個人情報の利用目的",
            Self::SpecialCare => "要配慮個人情報及び特定個人情報",
            Self::JointUse => "個人データの共同利用",
            Self::Provision => "個人データの第三者への提供",
            Self::Entrustment => "個人データの取扱いの委託",
            Self::Measures => "安全管理のために講じた措置",
            Self::Countries => "個人データを保管し、又は取り扱う国",
            Self::Procedures => "開示等の請求等に応じる手続",
            Self::Requests => "開示等の請求等の申出先",
            Self::Complaints => "苦情の申出先",
            Self::Accredited => "認定個人情報保護団体",
            Self::Policies => "個人情報保護に関する方針、準拠する規格及び制定・改定の日",
        }
    }

    /// The provisions that it rests on.
    #[must_use]
    pub fn basis(self) -> Vec<LawReference> {
        let provisions: &[(Law, &str)] = match self {
            Self::Operator => &[(Law::Appi, "32(1)(i)")],
            Self::Manager => &[(Law::Guideline, "10-3")],
            Self::Purposes => &[(Law::Appi, "32(1)(ii)"), (Law::Appi, "21(1)"), (Law::Appi, "21(4)"), (Law::Appi, "16(4)")],
            Self::SpecialCare => &[(Law::Appi, "2(3)"), (Law::Appi, "20(2)"), (Law::NumberAct, "9"), (Law::NumberAct, "19")],
            Self::JointUse => &[(Law::Appi, "27(5)(iii)"), (Law::Appi, "27(6)")],
            Self::Provision => &[(Law::Appi, "27(1)"), (Law::Appi, "28(1)")],
            Self::Entrustment => &[(Law::Appi, "27(5)(i)"), (Law::Appi, "25")],
            Self::Measures => &[(Law::Appi, "32(1)(iv)"), (Law::AppiOrder, "10(i)"), (Law::Appi, "23")],
            Self::Countries => &[(Law::AppiOrder, "10(i)"), (Law::Guideline, "10-7"), (Law::Appi, "28(1)")],
            Self::Procedures => {
                &[(Law::Appi, "32(1)(iii)"), (Law::Appi, "37(1)"), (Law::Appi, "37(3)"), (Law::Appi, "38(2)"), (Law::AppiOrder, "12")]
            }
            Self::Requests => &[(Law::Appi, "37(1)"), (Law::AppiOrder, "12(i)")],
            Self::Complaints => &[(Law::AppiOrder, "10(ii)"), (Law::Appi, "40(1)")],
            Self::Accredited => &[(Law::AppiOrder, "10(iii)")],
            Self::Policies => &[(Law::Guideline, "10-1")],
        };
        provisions.iter().map(|(law, article)| cite(*law, article)).collect()
    }
}
