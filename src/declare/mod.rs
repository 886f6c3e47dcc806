//! From tables to what an organization declares. Never fails: what it cannot read it reports, with the cell.

pub mod cell;

use std::collections::BTreeSet;

use crate::ledger::{Entry, Organization};

/// What workbooks declare of one organization.
#[derive(Debug, Clone, PartialEq)]
pub struct Declared {
    /// What they say of the organization; what they do not say is as in [`Organization::new`].
    pub organization: Organization,
    /// The entries, in the order read.
    pub entries: Vec<Entry>,
    /// The parts of the organization that the workbooks have a sheet for. Other parts are left as they were.
    pub parts: BTreeSet<Part>,
}

/// The sheets of a workbook, each a part of what an organization states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
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
    /// 開示等手続, with 必要書類 and 不開示事由.
    Procedures,
    /// 窓口.
    Contacts,
    /// 安全管理措置.
    SafetyMeasures,
}
