//! A sheet's cells in their colours. A cell that the sheet does not have is put where it belongs, with the look of its row or column.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::events::{BytesStart, Event};

use super::Colour;
use super::splice::{Edit, Walk, prefix, tag};
use super::styles::Styles;
use crate::sheet::outline::address;
use crate::sheet::package::{attribute, is_true};
use crate::sheet::refusal::Reason;
use crate::sheet::table::Address;

/// What may stand in a sheet before the relation to the boxes of its notes, in the format's order (ECMA-376, CT_Worksheet).
const BEFORE_BOXES: [&str; 30] = [
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetCalcPr",
    "sheetProtection",
    "protectedRanges",
    "scenarios",
    "autoFilter",
    "sortState",
    "dataConsolidate",
    "customSheetViews",
    "mergeCells",
    "phoneticPr",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
];

/// A sheet's edits, and what its notes need to know.
pub(super) struct Coloured {
    /// The edits.
    pub edits: Vec<Edit>,
    /// The id of the relation to the boxes of the notes that it has.
    pub boxes: Option<String>,
    /// Where such a relation goes.
    pub boxes_at: usize,
    /// The prefix of its elements' names.
    pub prefix: String,
}

/// Colours cells of a sheet.
pub(super) fn colour(sheet: &str, wanted: &BTreeMap<Address, Colour>, styles: &mut Styles) -> Result<Coloured, Reason> {
    let mut here = Here { wanted, styles, edits: Vec::new(), columns: Vec::new(), prefix: String::new(), row: 0 };
    let (mut boxes, mut boxes_at) = (None, None);
    let mut walk = Walk::new(sheet);
    while let Some(step) = walk.next()? {
        let (element, is_empty) = match &step.event {
            Event::Start(element) => (element, false),
            Event::Empty(element) => (element, true),
            _ => continue,
        };
        let name = element.local_name();
        let name = name.as_ref();
        match (step.depth, name) {
            (0, "worksheet") => here.prefix = prefix(element),
            (0, _) => return Err(Reason::Broken(None)),
            (1, "legacyDrawing") => boxes = attribute(element, "id")?,
            (1, _) => {
                let mut end = step.range.end;
                match name {
                    "sheetData" if is_empty => here.fill_data(element, step.range.clone())?,
                    "sheetData" => end = here.data(&mut walk)?,
                    "cols" if !is_empty => end = here.columns(&mut walk)?,
                    _ if !is_empty => end = walk.pass()?.end,
                    _ => {}
                }
                if BEFORE_BOXES.contains(&name) {
                    boxes_at = Some(end);
                }
            }
            _ => {}
        }
    }
    Ok(Coloured { edits: here.edits, boxes, boxes_at: boxes_at.ok_or(Reason::Broken(None))?, prefix: here.prefix })
}

/// The walk through a sheet's cells.
struct Here<'a> {
    wanted: &'a BTreeMap<Address, Colour>,
    styles: &'a mut Styles,
    edits: Vec<Edit>,
    /// Columns that have a look of their own: the first and last, from 1, and the look.
    columns: Vec<(u32, u32, u32)>,
    prefix: String,
    /// The row last met.
    row: u32,
}

impl Here<'_> {
    fn columns(&mut self, walk: &mut Walk<'_>) -> Result<usize, Reason> {
        while let Some(step) = walk.next()? {
            match &step.event {
                Event::End(_) if step.depth == 1 => return Ok(step.range.end),
                Event::Start(element) | Event::Empty(element) => {
                    let number = |name| Ok::<_, Reason>(attribute(element, name)?.and_then(|number| number.parse().ok()));
                    if let (Some(first), Some(last), Some(look)) = (number("min")?, number("max")?, number("style")?) {
                        self.columns.push((first, last, look));
                    }
                }
                _ => {}
            }
        }
        Err(Reason::Broken(None))
    }

    /// The rows that a sheet has, with those that it lacks put between them; where its data ends.
    fn data(&mut self, walk: &mut Walk<'_>) -> Result<usize, Reason> {
        while let Some(step) = walk.next()? {
            match &step.event {
                Event::End(_) if step.depth == 1 => {
                    self.rows_before(u32::MAX, step.range.start)?;
                    return Ok(step.range.end);
                }
                Event::Start(element) if element.local_name().as_ref() == "row" => self.row(walk, element, step.range.clone(), false)?,
                Event::Empty(element) if element.local_name().as_ref() == "row" => self.row(walk, element, step.range.clone(), true)?,
                _ => {}
            }
        }
        Err(Reason::Broken(None))
    }

    /// A sheet without any rows.
    fn fill_data(&mut self, element: &BytesStart<'_>, at: Range<usize>) -> Result<(), Reason> {
        if self.wanted.is_empty() {
            return Ok(());
        }
        let end = format!("</{}>", element.name().into_inner());
        self.edits.push((at.clone(), tag(element, &[], false)?));
        self.rows_before(u32::MAX, at.end)?;
        self.edits.push((at.end..at.end, end));
        Ok(())
    }

    /// Puts in the rows with wanted cells from the row last met to another, without both.
    fn rows_before(&mut self, row: u32, at: usize) -> Result<(), Reason> {
        let wanted = self.wanted;
        let first = Address { row: self.row + 1, column: 0 };
        let mut rows: BTreeMap<u32, String> = BTreeMap::new();
        if first.row < row {
            for (address, colour) in wanted.range(first..Address { row, column: 0 }) {
                let cell = self.cell(*address, *colour, None)?;
                rows.entry(address.row).or_default().push_str(&cell);
            }
        }
        let p = &self.prefix;
        let text: String = rows.into_iter().map(|(row, cells)| format!("<{p}row r=\"{row}\">{cells}</{p}row>")).collect();
        if !text.is_empty() {
            self.edits.push((at..at, text));
        }
        Ok(())
    }

    fn row(&mut self, walk: &mut Walk<'_>, element: &BytesStart<'_>, at: Range<usize>, is_empty: bool) -> Result<(), Reason> {
        let row = match attribute(element, "r")? {
            Some(number) => number.parse().map_err(|_| Reason::Broken(None))?,
            None => self.row.saturating_add(1),
        };
        if row <= self.row || row == u32::MAX {
            // Rows out of order: what is put in between might be there already.
            return Err(Reason::Broken(None));
        }
        self.rows_before(row, at.start)?;
        self.row = row;
        let mut wanted = self.wanted.range(Address { row, column: 0 }..Address { row: row + 1, column: 0 }).peekable();
        if wanted.peek().is_none() {
            return if is_empty { Ok(()) } else { walk.pass().map(drop) };
        }
        let custom = attribute(element, "customFormat")?.is_some_and(|custom| is_true(&custom));
        let look = if custom { attribute(element, "s")?.and_then(|look| look.parse().ok()) } else { None };
        // `spans` says which columns have cells, which may no longer hold; programs do without it.
        self.edits.push((at.clone(), tag(element, &[("spans", None)], false)?));
        let mut column = 0;
        let end = loop {
            if is_empty {
                break at.end..at.end;
            }
            let Some(step) = walk.next()? else { return Err(Reason::Broken(None)) };
            let (cell, cell_is_empty) = match &step.event {
                Event::End(_) if step.depth == 2 => break step.range,
                Event::Start(cell) if step.depth == 3 && cell.local_name().as_ref() == "c" => (cell, false),
                Event::Empty(cell) if step.depth == 3 && cell.local_name().as_ref() == "c" => (cell, true),
                _ => continue,
            };
            let here = match attribute(cell, "r")? {
                Some(text) => address(&text).ok_or(Reason::Broken(None))?.column,
                None => column,
            };
            if here < column {
                return Err(Reason::Broken(None));
            }
            column = here + 1;
            while let Some((address, colour)) = wanted.next_if(|(address, _)| address.column < here) {
                let text = self.cell(*address, *colour, look)?;
                self.edits.push((step.range.start..step.range.start, text));
            }
            if let Some((_, colour)) = wanted.next_if(|(address, _)| address.column == here) {
                let own = attribute(cell, "s")?.and_then(|look| look.parse().ok()).unwrap_or(0);
                let look = self.styles.coloured(own, *colour)?.to_string();
                self.edits.push((step.range.clone(), tag(cell, &[("s", Some(&look))], cell_is_empty)?));
            }
        };
        for (address, colour) in wanted {
            let text = self.cell(*address, *colour, look)?;
            self.edits.push((end.start..end.start, text));
        }
        if is_empty {
            self.edits.push((end.start..end.start, format!("</{}>", element.name().into_inner())));
        }
        Ok(())
    }

    /// A cell that the sheet lacks, with the look of its row or else of its column.
    fn cell(&mut self, at: Address, colour: Colour, row_look: Option<u32>) -> Result<String, Reason> {
        let column = at.column + 1;
        let of_column = || self.columns.iter().find(|(first, last, _)| (*first..=*last).contains(&column)).map(|(.., look)| *look);
        let look = row_look.or_else(of_column).unwrap_or(0);
        let look = self.styles.coloured(look, colour)?;
        Ok(format!("<{}c r=\"{at}\" s=\"{look}\"/>", self.prefix))
    }
}

#[cfg(test)]
mod tests {
    use super::super::splice::Edited;
    use super::super::splice::written;
    use super::*;

    const STYLES: &str = "<styleSheet><fills><fill/><fill/></fills><cellXfs><xf/><xf/><xf/></cellXfs></styleSheet>";

    fn coloured(sheet: &str, cells: &[&str]) -> Result<String, Reason> {
        let wanted = cells.iter().map(|cell| (address(cell).unwrap(), [1, 2, 3])).collect();
        let mut styles = Styles::read(STYLES.to_owned()).unwrap();
        let coloured = colour(sheet, &wanted, &mut styles)?;
        Ok(written(&Edited::new(sheet.to_owned(), coloured.edits)))
    }

    #[test]
    fn cells_are_coloured_where_they_are_and_put_in_where_they_are_not() {
        let rows = r#"<row r="2" spans="1:2" ht="9"><c r="A2" s="1" t="s"><v>7</v></c><c r="C2"/></row><row r="5"/>"#;
        let sheet = format!(r#"<worksheet><cols><col min="2" max="3" style="2"/></cols><sheetData>{rows}</sheetData></worksheet>"#);
        let expected = [
            r#"<row r="1"><c r="A1" s="3"/></row>"#,
            r#"<row r="2" ht="9"><c r="A2" t="s" s="4"><v>7</v></c><c r="B2" s="5"/><c r="C2"/><c r="D2" s="3"/></row>"#,
            r#"<row r="3"><c r="B3" s="5"/></row><row r="5"><c r="C5" s="5"/></row><row r="9"><c r="A9" s="3"/></row>"#,
        ];
        let text = coloured(&sheet, &["A9", "C5", "B3", "D2", "B2", "A2", "A1"]).unwrap();
        assert_eq!(text, sheet.replace(rows, &expected.concat()));
        assert_eq!(coloured(&sheet, &[]).unwrap(), sheet);
    }

    #[test]
    fn rows_and_cells_need_not_say_where_they_are() {
        let sheet = "<x:worksheet><x:sheetData><x:row><x:c/><x:c/></x:row><x:row><x:c/></x:row></x:sheetData></x:worksheet>";
        let expected = "<x:worksheet><x:sheetData><x:row><x:c/><x:c s=\"3\"/></x:row><x:row><x:c/><x:c r=\"B2\" s=\"3\"/></x:row></x:sheetData></x:worksheet>";
        assert_eq!(coloured(sheet, &["B1", "B2"]).unwrap(), expected);
        let empty = coloured("<worksheet><sheetData/></worksheet>", &["B2"]).unwrap();
        assert_eq!(empty, "<worksheet><sheetData><row r=\"2\"><c r=\"B2\" s=\"3\"/></row></sheetData></worksheet>");
    }

    #[test]
    fn a_sheet_out_of_order_is_not_touched() {
        assert!(coloured(r#"<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>"#, &["A1"]).is_err());
        assert!(coloured(r#"<worksheet><sheetData><row r="1"><c r="B1"/><c r="A1"/></row></sheetData></worksheet>"#, &["C1"]).is_err());
        assert!(coloured("<chartsheet/>", &[]).is_err());
    }

    #[test]
    fn the_boxes_go_where_the_format_has_them() {
        let sheet = "<worksheet><sheetData/><mergeCells><mergeCell/></mergeCells><drawing id='r'/><tableParts/><extLst><drawing/></extLst></worksheet>";
        let mut styles = Styles::read(STYLES.to_owned()).unwrap();
        let coloured = colour(sheet, &BTreeMap::new(), &mut styles).unwrap();
        assert_eq!(&sheet[coloured.boxes_at..], "<tableParts/><extLst><drawing/></extLst></worksheet>");
        assert_eq!(coloured.boxes, None);
    }
}
