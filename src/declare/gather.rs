//! All workbooks of one organization, brought together.

use std::collections::BTreeSet;

use crate::finding::{Code, Finding};
use crate::ledger::{Country, Organization, Text};
use crate::sheet::table::Workbook;
use crate::vocabulary::{PassedOver, Sheet, SheetUse, Vocabulary};

use super::catalogue::{self, Papers};
use super::found::Found;
use super::grid::Grid;
use super::read::{Read, Setting};
use super::signs::Signs;
use super::{Declared, Part, ledger_sheet, numbers, once, organization, parties, sheet_use, vertical};

/// A workbook with its sheets and what their names say that they are.
pub(super) struct Opened<'a> {
    pub name: &'a Text,
    pub sheets: Vec<(Grid<'a>, Option<SheetUse>)>,
}

impl<'a> Opened<'a> {
    pub(super) fn new(workbook: &'a Workbook, vocabulary: &Vocabulary) -> Self {
        let sheets = workbook.tables.iter().map(|table| {
            let grid = Grid::new(&workbook.name, table);
            let mut by_name = vocabulary.sheet(&table.name);
            let is_misnamed = match by_name {
                Some(SheetUse::Read(Sheet::Organization)) => sheet_use::heads_records(&grid, vocabulary),
                Some(SheetUse::Read(part)) => part != Sheet::Ledger && !sheet_use::has_headings(&grid, part, vocabulary),
                _ => false,
            };
            by_name = by_name.filter(|_| !is_misnamed);
            (grid, by_name)
        });
        Self { name: &workbook.name, sheets: sheets.collect() }
    }

    fn of_organization(&self) -> impl Iterator<Item = &Grid<'a>> {
        self.sheets.iter().filter(|(_, by_name)| *by_name == Some(SheetUse::Read(Sheet::Organization))).map(|(grid, _)| grid)
    }

    /// The code that its sheet 事業者 gives.
    pub(super) fn code(&self, vocabulary: &Vocabulary, found: &mut Found) -> Option<Text> {
        self.of_organization().find_map(|grid| organization::code(grid, vocabulary, found))
    }
}

/// What the workbooks of one organization declare, and what was found in them.
pub(super) fn gather(code: &Text, workbooks: &[Opened<'_>], vocabulary: &Vocabulary, found: Found) -> (Declared, Vec<Finding>) {
    let sheets_of_organization = || workbooks.iter().flat_map(Opened::of_organization);
    let home = sheets_of_organization().find_map(|grid| organization::home(grid, vocabulary)).unwrap_or(Country::JAPAN);
    let setting = Setting { vocabulary, home, sheets_are_units: false };
    let mut of = Organization::new(code.clone());
    of.home = home;
    let mut read = Read { found, ..Read::default() };
    let mut parts = BTreeSet::new();
    for grid in sheets_of_organization() {
        organization::read(grid, vocabulary, &mut of, &mut read.found);
        parts.insert(Part::Organization);
    }
    let mut papers = Papers::default();
    for workbook in workbooks {
        let before = parts.len();
        read_workbook(workbook, setting, &mut of, &mut papers, (&mut read, &mut parts));
        let has_organization = workbook.of_organization().next().is_some();
        if parts.len() == before && !has_organization && !parts.contains(&Part::Ledger) {
            read.found.note(Code::NoLedgerHere, &[workbook.name], Vec::new());
        }
    }
    catalogue::attach(&mut of, &papers, &mut read.found);
    numbers::settle(&mut read);
    parties::compare(&of, &parts, &mut read);
    let entries = &read.entries;
    let findings = read.found.findings.into_iter().map(|(about, finding)| {
        let entry = about.and_then(|at| entries.get(at)).map(|entry| (entry.control_no.clone(), entry.occurrence));
        Finding { organization: code.clone(), entry, ..finding }
    });
    let findings = findings.collect();
    (Declared { organization: of, entries: read.entries, parts }, findings)
}

fn read_workbook(
    workbook: &Opened<'_>,
    setting: Setting<'_>,
    of: &mut Organization,
    papers: &mut Papers,
    (read, parts): (&mut Read, &mut BTreeSet<Part>),
) {
    let mut signs = Signs::default();
    for (grid, by_name) in &workbook.sheets {
        match by_name {
            Some(SheetUse::Pass(PassedOver::Legend)) => signs.take_rows(grid.rows(), setting.vocabulary),
            Some(SheetUse::Pass(PassedOver::Choices)) => signs.take_codes(grid.rows(), setting.vocabulary),
            None if sheet_use::explains_codes(grid, setting.vocabulary) => signs.take_codes(grid.rows(), setting.vocabulary),
            _ => {}
        }
    }
    let by_unit =
        workbook.sheets.iter().filter(|(grid, by_name)| by_name.is_none() && once::is_of_unit(&grid.table.name, setting.vocabulary));
    let setting = Setting { sheets_are_units: by_unit.count() >= 2, ..setting };
    let (mut ledgers, mut lists) = (0, Vec::new());
    for (grid, by_name) in &workbook.sheets {
        sheet_use::mention_hidden(grid, &mut read.found);
        match by_name {
            Some(SheetUse::Read(Sheet::Organization) | SheetUse::Pass(_)) => {}
            Some(SheetUse::Read(part)) if *part != Sheet::Ledger => {
                parts.extend(catalogue::read(grid, *part, setting, of, papers, &mut read.found));
            }
            _ if grid.rows().is_empty() => {}
            None if sheet_use::lists_something_else(grid, setting.vocabulary) => lists.push(grid),
            _ => {
                if is_ledger(grid, &signs, setting, read) {
                    ledgers += 1;
                } else {
                    sheet_use::pass(grid, ["台帳の見出しがない", "no headings of a ledger"], &mut read.found);
                }
            }
        }
    }
    for grid in lists {
        if ledgers == 0 && is_ledger(grid, &signs, setting, read) {
            ledgers += 1;
        } else {
            sheet_use::pass(grid, ["台帳以外の一覧", "a list of something else"], &mut read.found);
        }
    }
    for (grid, by_name) in &workbook.sheets {
        let Some(SheetUse::Pass(reason)) = by_name else {
            continue;
        };
        let may_hold_ledger = !matches!(reason, PassedOver::Legend | PassedOver::History | PassedOver::Contents);
        if ledgers == 0 && may_hold_ledger && is_ledger(grid, &signs, setting, read) {
            ledgers += 1;
        } else {
            sheet_use::pass(grid, sheet_use::reason(*reason), &mut read.found);
        }
    }
    if ledgers > 0 {
        parts.insert(Part::Ledger);
    }
}

fn is_ledger(grid: &Grid<'_>, signs: &Signs, setting: Setting<'_>, read: &mut Read) -> bool {
    ledger_sheet::read(grid, signs, setting, read) || vertical::read(grid, signs, setting, read)
}
