//! What was said so far on a sheet for the rows to come.

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::fold;
use crate::sheet::table::{Address, Row, Value};
use crate::vocabulary::Concept;

use super::column::Column;
use super::grid::{Grid, words};
use super::header::{Header, Headings};
use super::line::Reason;
use super::mention::{Passed, pass};
use super::once::{self, AllSaid, Said};
use super::read::Setting;
use super::section::Section;
use super::site::site_and_section;

/// What was said so far for the rows to come.
#[derive(Default)]
pub(super) struct Hold {
    /// By labels and by the sheet's name, for the whole sheet.
    pub sheet: AllSaid,
    /// By lines over groups of rows, the outer group first, each with the mark that its line begins with.
    pub groups: Vec<(String, AllSaid)>,
    /// Places of work of which a line names a section that is known.
    pub sites: BTreeSet<String>,
}

impl Hold {
    /// Takes in the block above a heading: labels hold for the sheet from here on, titles for the table below.
    pub(super) fn take_block<'a>(&mut self, grid: &Grid<'a>, section: &Section, headings: &mut Headings<'a>, passed: &mut Passed) {
        let rows = &grid.rows()[section.block.0..section.block.1];
        let (said, labelled) = once::of_labels(grid, rows, headings);
        let label = said.get(&Concept::Department).and_then(|said| said.at).map(|at| at.row);
        self.sheet.extend(said);
        for (nth, (row, labelled)) in rows.iter().zip(labelled).enumerate() {
            if labelled || row.cells.len() > 3 {
                pass(grid, row, if labelled { Reason::Label } else { Reason::GroupLine }, passed);
                continue;
            }
            let mut reason = Reason::GroupLine;
            let above = nth.checked_sub(1).map(|above| &rows[above]);
            let own = |place: &usize| !once::is_of_others(above, row, *place, headings.vocabulary);
            let own: Vec<u32> = (0..row.cells.len()).filter(own).map(|place| row.cells[place].column).collect();
            for column in own {
                let says_nothing = once::of_title(row, column, headings).is_empty();
                if !(says_nothing && (section.block.0 == 0 || row.cells.len() > 1)) {
                    reason = if self.take_group(row, column, headings) { Reason::GroupLikely } else { reason };
                    // Below the name of a place of work a label says which part of it: 青葉スポーツセンター above 担当：体育館係.
                    if label.is_some_and(|label| label >= row.number)
                        && let Some((_, said)) = self.groups.last_mut()
                        && said.get(&Concept::Department).is_some_and(|said| is_place_of_work(&said.value.text()))
                    {
                        said.remove(&Concept::Department);
                    }
                }
            }
            pass(grid, row, reason, passed);
        }
    }

    /// Takes in a line over a group of rows: it ends the groups of its own kind and those within them. Whether it is taken for a department
    /// as lines are that name another section of the same place of work.
    pub(super) fn take_group<'a>(&mut self, row: &'a Row, column: u32, headings: &mut Headings<'a>) -> bool {
        let text = row.value(column).and_then(words).unwrap_or_default();
        let before = fold(text).chars().take_while(|letter| !letter.is_alphabetic()).collect::<Vec<_>>();
        let mark: String = before.into_iter().map(|letter| if letter.is_numeric() { '0' } else { letter }).collect();
        if let Some(at) = self.groups.iter().position(|(of, _)| *of == mark) {
            self.groups.truncate(at);
        }
        let mut said = once::of_title(row, column, headings);
        let likely = site_and_section(text, headings.vocabulary).filter(|(site, _)| self.sites.contains(site));
        let likely = likely.map(|(site, section)| format!("{site}　{section}"));
        let likely = likely.filter(|name| said.get(&Concept::Department).is_none_or(|said| said.value.text() != name.as_str()));
        if let Some(name) = &likely {
            let at = Some(Address { row: row.number, column });
            let column = Column::once(Concept::Department, "");
            said.insert(Concept::Department, Said { column, value: Value::Text(name.as_str().into()), at });
        }
        self.groups.push((mark, said));
        likely.is_some()
    }

    /// Adds what further cells of the line say: 【営業部】｜責任者：営業部長.
    pub(super) fn add_to_group<'a>(&mut self, row: &'a Row, headings: &mut Headings<'a>) {
        if let Some((_, said)) = self.groups.last_mut() {
            for cell in row.cells.iter().skip(1) {
                said.extend(once::of_title(row, cell.column, headings));
            }
        }
    }

    /// What holds for a record: what is said nearest.
    pub(super) fn said(&self) -> BTreeMap<Concept, &Said> {
        let groups = self.groups.iter().flat_map(|(_, said)| said.iter());
        self.sheet.iter().chain(groups).map(|(concept, said)| (*concept, said)).collect()
    }
}

/// Whether a part of the organization is called as a place where people work, and not as a department: スポーツセンター, but not 営業部.
fn is_place_of_work(name: &str) -> bool {
    !name.ends_with(['部', '課', '係', '室', '科', '局', '班'])
}

/// What the group heading says that stands over all columns of a table, as over one of two tables side by side.
pub(super) fn over_all(grid: &Grid<'_>, table: &Header, setting: Setting<'_>) -> AllSaid {
    let top = &grid.rows()[table.rows.0];
    let outer = |column: &Column| column.group.split('／').next().unwrap_or_default().to_owned();
    let (Some(first), true) = (table.columns.first(), table.rows.0 < table.rows.1) else {
        return AllSaid::new();
    };
    let title = outer(first);
    if title.is_empty() || table.columns.iter().any(|column| outer(column) != title) {
        return AllSaid::new();
    }
    once::of_heading(&title, Address { row: top.number, column: first.index }, setting.vocabulary)
}

/// Matters that a column of one of them answers too.
pub(super) fn family(concept: Concept) -> Vec<Concept> {
    use Concept::{Entrusted, Entrustees, JointUses, JointlyUsed, Media, MediumElectronic, MediumOther, MediumPaper, Provided, Recipients};
    let families: [&[Concept]; 4] = [
        &[Entrusted, Entrustees],
        &[Provided, Recipients],
        &[JointlyUsed, JointUses],
        &[Media, MediumPaper, MediumElectronic, MediumOther],
    ];
    families.into_iter().find(|family| family.contains(&concept)).map_or_else(|| vec![concept], <[Concept]>::to_vec)
}
