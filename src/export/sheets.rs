//! A ledger as the sheets of its workbook, in the template's headings.

mod catalogues;
mod entries;
mod papers;
mod requests;

use std::fmt;

use chrono::NaiveDate;

use crate::language::Language;
use crate::ledger::{Entry, Organization, Text};

use super::pen::{Care, Pen};
use super::words::Word;
use crate::vocabulary::Vocabulary;

pub(super) use entries::entry_row;

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

/// The workbook of an organization and its entries, in words that a reader with this vocabulary takes back to the same. Sheets of which
/// nothing is stated are left out, 台帳 never.
#[must_use]
pub fn sheets<'a>(organization: &'a Organization, entries: impl Iterator<Item = &'a Entry>, vocabulary: &Vocabulary) -> Vec<Sheet> {
    let pen = Pen { vocabulary, home: organization.home, care: Care::EachCell };
    let first = of_organization(organization, &pen);
    let ledger = entries::ledger(&entries.collect::<Vec<_>>(), &first, &organization.code, pen);
    let mut sheets = vec![first, catalogues::policies(organization, &pen), ledger];
    sheets.extend([
        catalogues::places(organization, &pen),
        catalogues::entrustees(organization, &pen),
        catalogues::recipients(organization, &pen),
        catalogues::conditions(organization, &pen),
        catalogues::joint_uses(organization, &pen),
        catalogues::regimes(organization, &pen),
    ]);
    sheets.extend(requests::procedures(organization, &pen));
    sheets.extend([catalogues::contacts(organization, &pen), catalogues::measures(organization, &pen)]);
    sheets.retain(|sheet| !sheet.rows.is_empty() || sheet.name == entries::NAME);
    sheets
}

/// 事業者.
fn of_organization(of: &Organization, pen: &Pen<'_>) -> Sheet {
    let rows = [
        ("事業者コード", Written::from(&of.code)),
        ("名称", pen.first(&of.name)),
        ("住所", pen.note(of.address.as_ref())),
        ("代表者", pen.note(of.representative.as_ref())),
        ("所在国", of.home.name(Language::Ja).into()),
        ("事業内容", pen.note(of.business.as_ref())),
        ("個人情報保護管理者", pen.note(of.manager.as_ref())),
        ("準拠規格", pen.note(of.standard.as_ref())),
        ("認証", pen.sentences(&of.certifications)),
        ("制定日", day(of.established)),
        ("改定日", day(of.revised)),
        ("保管国", pen.whereabouts(&of.storage, false)),
        ("委託", of.entrusted.word().into()),
        ("第三者提供", of.provided.word().into()),
        ("共同利用", of.jointly_used.word().into()),
    ];
    let stated = rows.into_iter().filter(|(_, value)| *value != blank());
    Sheet { name: "事業者", headings: Vec::new(), rows: stated.map(|(label, value)| vec![label.into(), value]).collect() }
}

fn day(value: Option<NaiveDate>) -> Written {
    value.map_or_else(blank, Written::Day)
}

fn number(value: Option<u32>) -> Written {
    value.map_or_else(blank, Written::Number)
}

pub(super) fn blank() -> Written {
    Written::Words(String::new())
}
