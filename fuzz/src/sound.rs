//! What holds of every workbook that was read, whatever the file was.

use daicho::sheet::limits;
use daicho::sheet::table::{Address, Cell, Table, Value, Workbook};

/// Looks at all that a workbook holds.
///
/// # Panics
///
/// Where something of it is not as the types' own words say.
pub fn workbook(workbook: &Workbook) {
    assert!(workbook.tables.len() <= limits::SHEETS, "{} sheets", workbook.tables.len());
    assert!(workbook.remarks.len() <= limits::REMARKS as usize + 1, "{} remarks", workbook.remarks.len());
    for remark in &workbook.remarks {
        remark.address.iter().for_each(address);
    }
    workbook.tables.iter().for_each(table);
    let cells: usize = workbook.tables.iter().flat_map(|table| &table.rows).map(|row| row.cells.len()).sum();
    assert!(cells as u64 <= limits::CELLS, "{cells} cells");
}

fn table(table: &Table) {
    assert!(table.merges.len() <= limits::MERGES, "{} merged areas", table.merges.len());
    assert!(table.merges.is_sorted_by(|a, b| a < b), "merged areas in reading order, each once");
    for area in &table.merges {
        address(&area.first);
        address(&area.last);
        assert!(area.first.row <= area.last.row && area.first.column <= area.last.column, "{area:?} is no area");
    }
    assert!(table.hidden_columns.iter().all(|column| *column < limits::COLUMNS), "a hidden column that there is not");
    assert!(table.rows.is_sorted_by(|a, b| a.number < b.number), "rows ascending, each once");
    for row in &table.rows {
        assert!(!row.cells.is_empty(), "row {} has no cell", row.number);
        assert!(row.cells.is_sorted_by(|a, b| a.column < b.column), "cells ascending, each once");
        for cell in &row.cells {
            address(&Address { row: row.number, column: cell.column });
            value(cell);
        }
    }
}

fn address(at: &Address) {
    assert!((1..=limits::ROWS).contains(&at.row) && at.column < limits::COLUMNS, "{at} is no place of a sheet");
    assert_eq!(Address::parse(&at.to_string()), Some(*at), "an address is read as it is written");
}

fn value(cell: &Cell) {
    match &cell.value {
        Value::Text(text) => {
            assert!(!text.trim().is_empty(), "a cell of white space alone is not filled");
            assert!(!text.contains('\r'), "every line end is the same");
            assert!(text.chars().count() <= limits::CELL_CHARACTERS, "a cell of {} bytes", text.len());
        }
        Value::Formula(formula) => assert!(formula.chars().count() <= limits::CELL_CHARACTERS, "a formula of {} bytes", formula.len()),
        Value::Number(_) | Value::Boolean(_) | Value::Date(_) | Value::Error(_) => {}
    }
}
