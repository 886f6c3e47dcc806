//! From tables to what an organization declares. Never fails: what it cannot read it reports, with the cell.
//!
//! A workbook's sheets are told apart (`sheet_use`); a ledger sheet is divided into tables and their columns (`section`, `header`,
//! `column`, `grouped`, `in_bracket`) and lines (`line`, `one_a_line`, `no_record`, `example`, `signature`), or into forms (`vertical`,
//! `form`, `side_group`, `block`, `sub_label`, `over_forms`, `side_by_side`). What headings leave open the cells tell (`tell`, `likely`,
//! `plain`, `short`; `worded`, `party_group`, `marked_group` and `compound` with `below`), or the legend (`by_legend`). What is said once
//! holds for many rows (`once`, `spoken`, `title`, `department`, `site`), what a legend, or the heading itself, explains holds for its signs
//! and headings (`signs`, `spelled`, `code_tables`, `shortened`, `abbreviated`); the rows are read in pieces (`rows`, `in_order`), and a
//! record becomes an entry (`record`, `draft`) with the meaning of each cell (`cell`); the other sheets say more of the organization
//! (`organization`, `catalogue`). A Fides manifest is first made into such sheets (`fides`), and a sheet drawn otherwise is laid out as one
//! of them is (`relaid`).

mod abbreviated;
mod above;
mod below;
mod block;
mod by_legend;
mod catalogue;
pub mod cell;
mod code_tables;
mod column;
mod compound;
mod department;
mod draft;
#[cfg(test)]
mod drawn;
mod example;
mod fides;
mod fields;
mod form;
mod found;
mod gather;
mod grid;
mod grouped;
mod halves;
mod header;
mod hold;
mod in_bracket;
mod in_order;
mod ledger_sheet;
mod likely;
mod line;
mod marked_group;
mod mention;
mod no_record;
mod numbers;
mod once;
mod one_a_line;
mod organization;
mod over_forms;
mod parties;
mod party_group;
mod plain;
mod read;
mod record;
mod relaid;
mod remembered;
mod rows;
mod section;
mod settle;
mod sheet_use;
mod short;
mod shortened;
mod side_by_side;
mod side_group;
mod signature;
mod signs;
mod site;
mod spelled;
mod spoken;
mod sub_label;
mod tell;
mod title;
mod vertical;
mod worded;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::finding::{Code, Finding};
use crate::ledger::{Entry, Organization, Text, fold};
use crate::sheet::table::Workbook;
use crate::vocabulary::{Sheet, SheetUse, Vocabulary};

use column::{About, Column};
use found::Found;
use gather::{Opened, gather};

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

/// What reading needs to know beside the workbooks.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// The code of the organization that workbooks without 事業者コード belong to.
    pub organization: Option<&'a str>,
    /// The words that are known.
    pub vocabulary: &'a Vocabulary,
}

/// What workbooks declare, an organization each, in the order in which their codes are met; and what a person should look at.
///
/// Workbooks of one 事業者コード are one organization. One without it belongs to the organization of the options or, where there is
/// none, to one of its own: its code is made of the file's name, and an `organization-unnamed` finding says so.
#[must_use]
pub fn declare(workbooks: &[Workbook], options: &Options<'_>) -> (Vec<Declared>, Vec<Finding>) {
    let fides::Ledgers { workbooks, places, cut, passed_over } = fides::as_ledgers(workbooks);
    let (workbooks, relaid) = relaid::laid_anew(workbooks, options.vocabulary);
    let mut organizations: Vec<(Text, Vec<Opened<'_>>, Found)> = Vec::new();
    for workbook in &workbooks {
        let opened = Opened::new(workbook, options.vocabulary);
        let mut found = Found::default();
        if cut.contains(&workbook.name) {
            found.note(Code::ManifestTooLarge, &[&workbook.name], Vec::new());
        }
        for source in passed_over.get(&workbook.name).into_iter().flatten() {
            let words = [&*source.text, "台帳の内容でない", "no part of a ledger"];
            found.note(Code::SheetPassedOver, &words, vec![source.clone()]);
        }
        let read = opened.sheets.iter().filter(|(_, by_name)| !matches!(by_name, Some(SheetUse::Pass(_))));
        read.for_each(|(grid, _)| relaid.mention(opened.name, grid, &mut found));
        let given = opened.code(options.vocabulary, &mut found).or_else(|| options.organization.map(Text::from));
        let code = given.unwrap_or_else(|| {
            let code = code_of(&workbook.name);
            found.note(Code::OrganizationUnnamed, &[&code, &workbook.name], Vec::new());
            code
        });
        match organizations.iter_mut().find(|(of, ..)| *of == code) {
            Some((_, workbooks, all)) => {
                workbooks.push(opened);
                all.findings.extend(found.findings);
            }
            None => organizations.push((code, vec![opened], found)),
        }
    }
    let mut declared = Vec::with_capacity(organizations.len());
    let mut findings = Vec::new();
    for (code, workbooks, found) in organizations {
        let (mut one, mut more) = gather(&code, &workbooks, options.vocabulary, found);
        if !places.is_empty() || !relaid.is_empty() {
            let sources = one.organization.sources.iter_mut().chain(one.entries.iter_mut().flat_map(|entry| &mut entry.sources));
            for source in sources.chain(more.iter_mut().flat_map(|finding| &mut finding.sources)) {
                places.correct(source);
                relaid.correct(source);
            }
        }
        declared.push(one);
        findings.extend(more);
    }
    (declared, findings)
}

/// Whether a heading of a ledger is of no field, and is kept as it stands.
#[must_use]
pub fn is_heading_of_nothing(heading: &str, vocabulary: &Vocabulary) -> bool {
    let column = Column::new(0, &[heading], Sheet::Ledger, vocabulary);
    !heading.trim().is_empty() && column.about == About::Beside && &*column.heading == heading && cell::literal(heading).is_none()
}

/// Whether a row of a catalogue that begins with these words is taken for a note, an example or the end of the table.
#[must_use]
pub fn is_remark(text: &str, vocabulary: &Vocabulary) -> bool {
    line::beginning(&fold(text), &vocabulary.not_entries).is_some()
}

/// A code made of a file's name: its Latin letters and digits, or else a number that the name always gives.
fn code_of(file: &str) -> Text {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let words = stem.split(|letter: char| !letter.is_alphanumeric()).map(fold);
    let words: Vec<String> =
        words.map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect()).filter(|word: &String| !word.is_empty()).collect();
    let code: String = words.join("-").chars().take(64).collect();
    if code.chars().any(|letter| letter.is_ascii_alphabetic()) { code.into() } else { format!("org-{}", numbers::stable(&[stem])).into() }
}
