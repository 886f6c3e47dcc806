//! A row of a sheet on one line of the terminal, with a cell of it marked.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::sheet::refusal::printable;
use crate::sheet::table::Row;

/// The widest that a cell beside the marked one is shown.
const BESIDE: usize = 16;
/// Between cells that stand beside one another.
const BETWEEN: &str = " │ ";
/// Between cells with others between them that are not shown.
const GAP: &str = " … ";

/// A row on one line.
pub(super) struct Excerpt {
    /// The row before the marked cell.
    pub before: String,
    /// The marked cell.
    pub marked: String,
    /// The row behind it.
    pub after: String,
}

/// The row, as far as it goes into that many columns: the marked cell, the first two by which a row is known, and those beside the
/// marked one. A marked cell that is blank is shown as `blank`.
pub(super) fn excerpt(row: &Row, column: u32, blank: &str, width: usize) -> Excerpt {
    let mut cells: Vec<(u32, String)> = row.cells.iter().map(|cell| (cell.column, one_line(&cell.value.text()))).collect();
    let marked = cells.partition_point(|(at, _)| *at < column);
    if cells.get(marked).is_none_or(|(at, _)| *at != column) {
        cells.insert(marked, (column, blank.to_owned()));
    }
    let most = (width * 2 / 3).max(BESIDE);
    let texts: Vec<String> =
        cells.iter().enumerate().map(|(place, (_, text))| cut(text, if place == marked { most } else { BESIDE })).collect();
    let shown = shown(&texts, marked, width);

    let mut excerpt = Excerpt { before: String::new(), marked: texts[marked].clone(), after: String::new() };
    let mut last = None;
    for &place in &shown {
        let line = if place <= marked { &mut excerpt.before } else { &mut excerpt.after };
        match last {
            None if place > 0 => line.push_str(GAP.trim_start()),
            None => {}
            Some(last) => line.push_str(if last + 1 == place { BETWEEN } else { GAP }),
        }
        if place != marked {
            line.push_str(&texts[place]);
        }
        last = Some(place);
    }
    if last.is_some_and(|last| last + 1 < texts.len()) {
        excerpt.after.push_str(GAP.trim_end());
    }
    excerpt
}

/// The cells that there is room for, in order.
fn shown(texts: &[String], marked: usize, width: usize) -> Vec<usize> {
    let beside = (1..texts.len()).flat_map(|step| [marked.checked_sub(step), Some(marked + step)]).flatten();
    let order = [0, 1].into_iter().chain(beside).filter(|place| *place < texts.len());
    let mut shown = vec![marked];
    let mut used = texts[marked].width() + 2 * GAP.width();
    for place in order {
        let more = texts[place].width() + BETWEEN.width();
        if !shown.contains(&place) && used + more <= width {
            shown.push(place);
            used += more;
        }
        if used + BETWEEN.width() >= width {
            break;
        }
    }
    shown.sort_unstable();
    shown
}

/// A text on one line, without anything that could disturb the terminal.
pub(super) fn one_line(text: &str) -> String {
    printable(&text.trim().replace("\r\n", "⏎").replace(['\n', '\r'], "⏎").replace('\t', " "))
}

/// A text that takes that many columns at most.
fn cut(text: &str, most: usize) -> String {
    if text.width() <= most {
        return text.to_owned();
    }
    let mut width = 1;
    let fits = |letter: &char| {
        width += letter.width().unwrap_or(0);
        width <= most
    };
    let mut cut: String = text.chars().take_while(fits).collect();
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::table::{Cell, Value};

    fn row(texts: &[&str]) -> Row {
        let cell = |(column, text): (u32, &&str)| Cell { column, value: Value::Text((*text).into()) };
        Row { number: 7, hidden: false, cells: (0..).zip(texts).filter(|(_, text)| !text.is_empty()).map(cell).collect() }
    }

    fn line(texts: &[&str], column: u32, width: usize) -> String {
        let Excerpt { before, marked, after } = excerpt(&row(texts), column, "（空欄）", width);
        assert!(before.width() + marked.width() + after.width() <= width.max(24), "{before}[{marked}]{after}");
        format!("{before}[{marked}]{after}")
    }

    #[test]
    fn the_marked_cell_is_shown_in_its_row() {
        let texts = ["3", "従業員名簿", "従業員", "氏名\n住所", "", "5～7年", "溶解"];
        assert_eq!(line(&texts, 5, 80), "3 │ 従業員名簿 │ 従業員 │ 氏名⏎住所 │ [5～7年] │ 溶解");
        assert_eq!(line(&texts, 4, 80), "3 │ 従業員名簿 │ 従業員 │ 氏名⏎住所 │ [（空欄）] │ 5～7年 │ 溶解");
        assert_eq!(line(&texts, 5, 36), "3 │ 従業員名簿 … [5～7年] │ 溶解");
        assert_eq!(line(&texts, 9, 24), "3 … [（空欄）]");
    }

    #[test]
    fn long_cells_are_cut_and_nothing_reaches_the_terminal_unseen() {
        assert_eq!(line(&["あ".repeat(40).as_str(), "x"], 0, 25), format!("[{}…] │ x", "あ".repeat(7)));
        assert_eq!(one_line("a\u{1b}[31mb\t\u{202e}c"), "a\u{FFFD}[31mb \u{FFFD}c");
    }
}
