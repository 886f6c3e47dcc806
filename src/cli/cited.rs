//! The rows that findings point to, kept of the workbooks once the rest of them is let go.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Finding;
use crate::ledger::{Source, Text};
use crate::sheet::table::{Address, Area, Row, Table, Workbook};

/// Rows by workbook, sheet and number.
#[derive(Default)]
pub(super) struct Cited {
    rows: BTreeMap<(Text, Text, u32), Row>,
    /// The first cells of merged areas, by cells within that findings point to.
    merged: BTreeMap<(Text, Text, Address), Address>,
}

impl Cited {
    /// Keeps what the findings point to. Of two workbooks of one name nothing is kept, since a finding does not say which it means.
    pub(super) fn new(workbooks: &[Workbook], findings: &[Finding]) -> Self {
        let mut wanted: BTreeMap<(&str, &str), BTreeSet<Address>> = BTreeMap::new();
        for source in findings.iter().flat_map(|finding| &finding.sources) {
            if let Some(at) = address(source) {
                wanted.entry((&source.sheet.workbook, &source.sheet.sheet)).or_default().insert(at);
            }
        }
        let mut cited = Self::default();
        for workbook in workbooks {
            if workbooks.iter().filter(|other| other.name == workbook.name).count() > 1 {
                continue;
            }
            for table in &workbook.tables {
                if let Some(wanted) = wanted.get(&(&*workbook.name, &*table.name)) {
                    cited.keep(workbook, table, wanted);
                }
            }
        }
        cited
    }

    fn keep(&mut self, workbook: &Workbook, table: &Table, wanted: &BTreeSet<Address>) {
        let merges = Merges::new(&table.merges);
        for &at in wanted {
            let mut row = at.row;
            // Of a merged area only the first cell is filled.
            if table.value(at).is_none()
                && let Some(first) = merges.first(at)
            {
                self.merged.insert((workbook.name.clone(), table.name.clone(), at), first);
                row = first.row;
            }
            if let Ok(place) = table.rows.binary_search_by_key(&row, |row| row.number) {
                self.rows.entry((workbook.name.clone(), table.name.clone(), row)).or_insert_with(|| table.rows[place].clone());
            }
        }
    }

    /// The cell that a person sees where a finding points to.
    pub(super) fn cell(&self, source: &Source) -> Option<Address> {
        let at = address(source)?;
        let key = (source.sheet.workbook.clone(), source.sheet.sheet.clone(), at);
        Some(self.merged.get(&key).copied().unwrap_or(at))
    }

    /// That cell's row.
    pub(super) fn row(&self, source: &Source) -> Option<&Row> {
        let at = self.cell(source)?;
        self.rows.get(&(source.sheet.workbook.clone(), source.sheet.sheet.clone(), at.row))
    }
}

/// The cell that a source names.
fn address(source: &Source) -> Option<Address> {
    source.cell.place().map(|(row, column)| Address { row, column })
}

/// Merged areas, with how far down those up to each reach, so that a cell's area is found without looking at all of them.
struct Merges<'a> {
    areas: &'a [Area],
    reach: Vec<u32>,
}

impl<'a> Merges<'a> {
    fn new(areas: &'a [Area]) -> Self {
        let mut deepest = 0;
        let reach = areas.iter().map(|area| {
            deepest = deepest.max(area.last.row);
            deepest
        });
        Self { areas, reach: reach.collect() }
    }

    fn first(&self, at: Address) -> Option<Address> {
        let before = self.areas.partition_point(|area| area.first <= at);
        let candidates = self.areas[..before].iter().zip(&self.reach).rev().take_while(|(_, reach)| **reach >= at.row);
        candidates.map(|(area, _)| area).find(|area| area.contains(at)).map(|area| area.first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merged_cell_is_its_areas_first() {
        let area = |first: &str, last: &str| Area { first: Address::parse(first).unwrap(), last: Address::parse(last).unwrap() };
        let mut areas = vec![area("A2", "A90"), area("B2", "C2"), area("B4", "B6"), area("D9", "D9")];
        areas.sort_unstable();
        let merges = Merges::new(&areas);
        let cases = [("A50", Some("A2")), ("C2", Some("B2")), ("B3", None), ("B6", Some("B4")), ("A91", None), ("A1", None)];
        for (at, first) in cases {
            assert_eq!(merges.first(Address::parse(at).unwrap()), first.and_then(Address::parse), "{at}");
        }
    }
}
