//! A letter as a Word document that the desk may still edit: A4, a font for Japanese, headings and tables that are real ones.

use std::io::{self, Cursor};

use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, LineSpacing, LineSpacingType, NumPages, PageMargin, PageNum, Paragraph, Run, RunFonts, Shading,
    SpecialIndentType, Style, StyleType, TableBorder, TableBorderPosition, TableCell, TableCellMargins, TableLayoutType, TableRow,
    WidthType,
};

use crate::request::letter::{Block, Fact, Letter};

use super::{CONTACT, NUMBER};

/// A font for letters that Word has in Japan, and that other programs replace by one of their own.
const FONT: &str = "Yu Mincho";

/// A4, in twentieths of a point.
const PAPER: (u32, u32) = (11_906, 16_838);
/// The margin on each side, 20 mm.
const MARGIN: i32 = 1_134;
/// The margin above and below, 14 mm; the page's number stands within the lower one.
const MARGIN_ABOVE: i32 = 794;
/// How wide the text is.
const WIDTH: usize = 9_638;
/// How wide the labels of facts are.
const LABEL: usize = 2_200;

/// How high a line is, 14.5 points. It is set, since the font's own lines are nearly twice as high as its letters.
const LINE: i32 = 290;

/// Styles by their ids in the document.
const TITLE: &str = "Title";
const HEADING: &str = "Heading1";
const CAPTION: &str = "Heading2";
const CELL: &str = "Cell";

/// The letter as the bytes of a `.docx` file; what is open to the desk is left out.
///
/// # Errors
/// Never for a letter, which is written to memory; the type is that of the library.
pub fn docx(letter: &Letter) -> io::Result<Vec<u8>> {
    let mut document = styled(Docx::new());
    let right = |text: &str| paragraph(text).align(AlignmentType::Right);
    if let Some(number) = &letter.number {
        document = document.add_paragraph(right(&format!("{NUMBER}　{number}")));
    }
    document = document.add_paragraph(right(&letter.day()));
    for line in &letter.addressee {
        document = document.add_paragraph(paragraph(line));
    }
    for line in &letter.sender {
        document = document.add_paragraph(right(line));
    }
    document = document.add_paragraph(paragraph(&letter.title).style(TITLE));
    for text in &letter.opening {
        document = document.add_paragraph(indented(text));
    }
    document = document.add_paragraph(paragraph("記").align(AlignmentType::Center));
    for (number, section) in (1..).zip(&letter.sections) {
        document = document.add_paragraph(paragraph(&format!("{number}　{}", section.heading)).style(HEADING).keep_next(true));
        for (at, block) in section.blocks.iter().enumerate() {
            document = add(document, block, at + 1 < section.blocks.len());
        }
    }
    document = document.add_paragraph(right("以上"));
    if !letter.contact.is_empty() {
        document = document.add_paragraph(paragraph(CONTACT).style(HEADING).keep_next(true));
        document = add_table(document, &[], &letter.contact.iter().map(row_of).collect::<Vec<_>>());
    }
    let mut bytes = Cursor::new(Vec::new());
    document.pack(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes.into_inner())
}

fn styled(document: Docx) -> Docx {
    let heading = |id: &str, name: &str, level| {
        let spacing = lines_of(LINE).before(80).after(30);
        Style::new(id, StyleType::Paragraph).name(name).outline_lvl(level).line_spacing(spacing)
    };
    let title = Style::new(TITLE, StyleType::Paragraph).name("Title").size(28).bold().align(AlignmentType::Center);
    let number = Paragraph::new().align(AlignmentType::Center).add_page_num(PageNum::new());
    document
        .page_size(PAPER.0, PAPER.1)
        .page_margin(PageMargin {
            top: MARGIN_ABOVE,
            bottom: MARGIN_ABOVE,
            left: MARGIN,
            right: MARGIN,
            header: 397,
            footer: 397,
            gutter: 0,
        })
        .default_fonts(RunFonts::new().ascii(FONT).hi_ansi(FONT).east_asia(FONT).cs(FONT))
        .default_size(20)
        .default_line_spacing(lines_of(LINE))
        .add_style(title.line_spacing(lines_of(LINE + 80).before(160).after(120)))
        .add_style(heading(HEADING, "heading 1", 0).bold())
        .add_style(heading(CAPTION, "heading 2", 1))
        .add_style(Style::new(CELL, StyleType::Paragraph).name("Cell").size(18).line_spacing(lines_of(LINE - 40)))
        .footer(Footer::new().add_paragraph(number.add_run(Run::new().add_text(" / ")).add_num_pages(NumPages::new())))
}

fn lines_of(height: i32) -> LineSpacing {
    LineSpacing::new().line_rule(LineSpacingType::Exact).line(height)
}

/// Adds a block. A paragraph stays on the page of what it leads to.
fn add(document: Docx, block: &Block, leads_on: bool) -> Docx {
    match block {
        Block::Paragraph(text) => document.add_paragraph(indented(text).keep_next(leads_on)),
        Block::List(lines) => {
            let item = |(number, line): (usize, &String)| {
                paragraph(&format!("{number}. {line}")).indent(Some(420), Some(SpecialIndentType::Hanging(420)), None, None)
            };
            (1..).zip(lines).map(item).fold(document, Docx::add_paragraph)
        }
        Block::Facts(facts) => {
            let caption = facts.caption.iter().map(|caption| paragraph(caption).style(CAPTION).keep_next(true));
            let document = caption.fold(document, Docx::add_paragraph);
            add_table(document, &[], &facts.rows.iter().map(row_of).collect::<Vec<_>>())
        }
        Block::Table(table) => add_table(document, &table.headings, &table.rows),
    }
}

fn row_of(fact: &Fact) -> Vec<Vec<String>> {
    vec![vec![fact.label.clone()], fact.lines.clone()]
}

/// A table with headings, or with labels in its first column where it has none.
fn add_table(document: Docx, headings: &[String], rows: &[Vec<Vec<String>>]) -> Docx {
    let Some(columns) = rows.first().map(Vec::len).filter(|columns| *columns > 0) else { return document };
    let grid = if headings.is_empty() { vec![LABEL, WIDTH - LABEL] } else { widths(columns) };
    let head = (!headings.is_empty()).then(|| {
        let cells = headings.iter().zip(&grid).map(|(heading, width)| cell(std::slice::from_ref(heading), *width, true));
        TableRow::new(cells.collect()).cant_split()
    });
    let body = rows.iter().map(|row| {
        let cells = row.iter().zip(&grid).enumerate().map(|(at, (lines, width))| cell(lines, *width, headings.is_empty() && at == 0));
        TableRow::new(cells.collect()).cant_split()
    });
    let sides = [
        TableBorderPosition::Top,
        TableBorderPosition::Bottom,
        TableBorderPosition::Left,
        TableBorderPosition::Right,
        TableBorderPosition::InsideH,
        TableBorderPosition::InsideV,
    ];
    let table = docx_rs::Table::new(head.into_iter().chain(body).collect())
        .set_grid(grid)
        .width(WIDTH, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(20, 100, 20, 100));
    let table = sides.into_iter().fold(table, |table, side| table.set_border(TableBorder::new(side).size(4).color("777777")));
    // Two tables without a paragraph between them become one.
    document.add_table(table).add_paragraph(Paragraph::new().line_spacing(lines_of(80)).size(6))
}

/// How wide the columns of a table with headings are: the second, which says most, gets what the others leave.
fn widths(columns: usize) -> Vec<usize> {
    match columns {
        2 => vec![WIDTH - 2_900, 2_900],
        3 => vec![2_400, WIDTH - 4_900, 2_500],
        4 => vec![1_500, WIDTH - 5_700, 1_450, 2_750],
        _ => vec![WIDTH / columns.max(1); columns],
    }
}

fn cell(lines: &[String], width: usize, shaded: bool) -> TableCell {
    let several = lines.len() > 1;
    let mut cell = TableCell::new().width(width, WidthType::Dxa);
    if shaded {
        cell = cell.shading(Shading::new().fill("F2F0EA"));
    }
    for line in lines {
        let written = if several { paragraph(&format!("・{line}")) } else { paragraph(line) };
        let written = written.style(CELL);
        let hanging = SpecialIndentType::Hanging(190);
        cell = cell.add_paragraph(if several { written.indent(Some(190), Some(hanging), None, None) } else { written });
    }
    // A cell without a paragraph makes the document one that Word has to repair.
    if lines.is_empty() { cell.add_paragraph(Paragraph::new()) } else { cell }
}

fn indented(text: &str) -> Paragraph {
    paragraph(text).indent(None, Some(SpecialIndentType::FirstLine(210)), None, None)
}

/// A paragraph of a text, its lines broken where the text breaks them. Control characters, which XML cannot hold, are left out.
fn paragraph(text: &str) -> Paragraph {
    let mut run = Run::new();
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run = run.add_text(line.chars().filter(|letter| !letter.is_control()).collect::<String>());
    }
    Paragraph::new().add_run(run)
}
