//! A ledger as the sheets of its workbook, in the template's headings.

mod catalogues;
mod entries;
mod requests;

use std::fmt;

use chrono::NaiveDate;

use crate::language::Language;
use crate::ledger::{Entry, Organization, Text};

use super::words::{Word, whereabouts};

pub(super) use entries::{entry_row, retention};

/// What is written into a cell. Nothing is written for a blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// Words; a blank where there are none.
    Words(String),
    /// A number.
    Number(u32),
    /// A day.
    Day(NaiveDate),
}

impl From<String> for Written {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<&str> for Written {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<&Text> for Written {
    fn from(words: &Text) -> Self {
        Self::Words(words.to_string())
    }
}

impl fmt::Display for Written {
    /// As a CSV file has it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => f.write_str(words),
            Self::Number(number) => number.fmt(f),
            Self::Day(day) => day.fmt(f),
        }
    }
}

/// One sheet: its name, its headings, and its cells. 事業者 has no headings: its rows are label and value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The sheet's name.
    pub name: &'static str,
    /// The headings of its columns.
    pub headings: Vec<String>,
    /// Its rows; each has a cell for each heading.
    pub rows: Vec<Vec<Written>>,
}

impl Sheet {
    fn table(name: &'static str, headings: &[&str], rows: Vec<Vec<Written>>) -> Self {
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
        ("事業者コード", Written::from(&of.code)),
        ("名称", Written::from(&of.name)),
        ("住所", optional(of.address.as_ref())),
        ("代表者", optional(of.representative.as_ref())),
        ("所在国", of.home.name(Language::Ja).into()),
        ("事業内容", optional(of.business.as_ref())),
        ("個人情報保護管理者", optional(of.manager.as_ref())),
        ("準拠規格", optional(of.standard.as_ref())),
        ("認証", joined(&of.certifications)),
        ("制定日", day(of.established)),
        ("改定日", day(of.revised)),
        ("保管国", whereabouts(&of.storage).into()),
        ("委託", of.entrusted.word().into()),
        ("第三者提供", of.provided.word().into()),
        ("共同利用", of.jointly_used.word().into()),
    ];
    let stated = rows.into_iter().filter(|(_, value)| *value != blank());
    Sheet { name: "事業者", headings: Vec::new(), rows: stated.map(|(label, value)| vec![label.into(), value]).collect() }
}

/// Several values, one a line.
fn joined(values: &[Text]) -> Written {
    values.join("\n").into()
}

fn optional(value: Option<&Text>) -> Written {
    value.map_or_else(blank, Written::from)
}

fn day(value: Option<NaiveDate>) -> Written {
    value.map_or_else(blank, Written::Day)
}

fn number(value: Option<u32>) -> Written {
    value.map_or_else(blank, Written::Number)
}

fn blank() -> Written {
    Written::Words(String::new())
}
