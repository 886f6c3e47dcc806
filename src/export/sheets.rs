//! A ledger as the sheets of its workbook, in the template's headings.

mod catalogues;
mod entries;
mod requests;

use crate::ledger::{Entry, Organization, Text};

use super::words::{Word, whereabouts};

/// One sheet: its name, its headings, and its cells as text. 事業者 has no headings: its rows are label and value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The sheet's name.
    pub name: &'static str,
    /// The headings of its columns.
    pub headings: Vec<String>,
    /// Its rows; each has a cell for each heading.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    fn table(name: &'static str, headings: &[&str], rows: Vec<Vec<String>>) -> Self {
        Self { name, headings: headings.iter().map(|&heading| heading.to_owned()).collect(), rows }
    }
}

/// The workbook of an organization and its entries. Sheets of which nothing is stated are left out, 台帳 never.
#[must_use]
pub fn sheets<'a>(organization: &'a Organization, entries: impl Iterator<Item = &'a Entry>) -> Vec<Sheet> {
    let mut sheets = vec![of_organization(organization), catalogues::policies(organization), entries::ledger(entries)];
    sheets.extend([
        catalogues::places(organization),
        catalogues::entrustees(organization),
        catalogues::recipients(organization),
        catalogues::conditions(organization),
        catalogues::joint_uses(organization),
        catalogues::regimes(organization),
    ]);
    sheets.extend(requests::procedures(organization));
    sheets.extend([catalogues::contacts(organization), catalogues::measures(organization)]);
    sheets.retain(|sheet| !sheet.rows.is_empty() || sheet.name == entries::NAME);
    sheets
}

/// 事業者.
fn of_organization(of: &Organization) -> Sheet {
    let rows = [
        ("事業者コード", of.code.to_string()),
        ("名称", of.name.to_string()),
        ("住所", optional(of.address.as_ref())),
        ("代表者", optional(of.representative.as_ref())),
        ("所在国", of.home.name(crate::language::Language::Ja).to_owned()),
        ("事業内容", optional(of.business.as_ref())),
        ("個人情報保護管理者", optional(of.manager.as_ref())),
        ("準拠規格", optional(of.standard.as_ref())),
        ("認証", joined(&of.certifications)),
        ("制定日", shown(of.established)),
        ("改定日", shown(of.revised)),
        ("保管国", whereabouts(&of.storage)),
        ("委託", of.entrusted.word().to_owned()),
        ("第三者提供", of.provided.word().to_owned()),
        ("共同利用", of.jointly_used.word().to_owned()),
    ];
    let stated = rows.into_iter().filter(|(_, value)| !value.is_empty());
    Sheet { name: "事業者", headings: Vec::new(), rows: stated.map(|(label, value)| vec![label.to_owned(), value]).collect() }
}

/// Several values, one a line.
fn joined(values: &[Text]) -> String {
    values.join("\n")
}

fn optional(value: Option<&Text>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn shown(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
