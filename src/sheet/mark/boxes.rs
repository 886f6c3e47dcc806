//! The boxes in which a sheet's notes are shown. They are VML, which need not be well-formed, so it is only added to at its end.

use super::splice::Edited;
use crate::sheet::refusal::Reason;
use crate::sheet::table::Address;

/// How many shapes a block of their numbers has.
pub(super) const BLOCK: usize = 1024;

/// The kind of shape that a note's box is.
const KIND: &str = r#"<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>"#;

const NAMES: &str = r#"xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel""#;

/// How wide a box is, in points: some 26 Japanese letters.
const WIDTH: usize = 250;
/// How many columns of a terminal go into a line of a box.
const LINE_COLUMNS: usize = 52;
/// How high a line is, in points.
const LINE: usize = 13;
/// The most lines that a box shows.
const MOST_LINES: usize = 24;

/// A part with boxes for cells with notes, whose shapes are numbered from a block on.
pub(super) fn new(cells: &[(Address, &str)], block: usize) -> Edited {
    let blocks: Vec<String> = (block..=block + cells.len() / BLOCK).map(|block| block.to_string()).collect();
    let map = format!("<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{}\"/></o:shapelayout>", blocks.join(","));
    format!("<xml {NAMES}>{map}{KIND}{}</xml>", shapes(cells, block * BLOCK + 1)).into()
}

/// A part with the shapes that a sheet has, with boxes added.
pub(super) fn add(part: String, cells: &[(Address, &str)]) -> Result<Edited, Reason> {
    let at = part.rfind("</xml>").ok_or(Reason::Broken(None))?;
    for name in NAMES.split(' ') {
        let (prefix, _) = name.split_once('=').unwrap_or_default();
        if !part.contains(prefix) {
            return Err(Reason::Broken(None));
        }
    }
    let numbers = part.match_indices("_x0000_s").filter_map(|(at, word)| {
        let digits: String = part[at + word.len()..].chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<usize>().ok()
    });
    let last = numbers.max().unwrap_or(BLOCK);
    let kind = if part.contains("_x0000_t202\"") { "" } else { KIND };
    let added = format!("{kind}{}", shapes(cells, last.saturating_add(1)));
    Ok(Edited::new(part, vec![(at..at, added)]))
}

fn shapes(cells: &[(Address, &str)], first: usize) -> String {
    let shape = |(number, (at, note)): (usize, &(Address, &str))| {
        let height = lines(note).min(MOST_LINES) * LINE + LINE;
        let (row, column) = (at.row - 1, at.column);
        format!(
            "<v:shape id=\"_x0000_s{number}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;width:{WIDTH}pt;height:{height}pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
        )
    };
    (first..).zip(cells).map(shape).collect()
}

/// How many lines a note takes.
fn lines(note: &str) -> usize {
    note.lines().map(|line| unicode_width::UnicodeWidthStr::width(line).div_ceil(LINE_COLUMNS).max(1)).sum()
}

#[cfg(test)]
mod tests {
    use super::super::splice::written;
    use super::*;

    #[test]
    fn boxes_are_added_under_numbers_that_are_free() {
        let at = |row, column| Address { row, column };
        let first = written(&new(&[(at(3, 1), "短い")], 2));
        assert!(
            first.contains("data=\"2\"")
                && first.contains("id=\"_x0000_s2049\"")
                && first.contains("<x:Row>2</x:Row><x:Column>1</x:Column>")
        );
        let again = written(&add(first.clone(), &[(at(9, 0), "次")]).unwrap());
        assert!(again.starts_with(first.trim_end_matches("</xml>")) && again.contains("_x0000_s2050"), "{again}");
        assert_eq!(again.matches("<v:shapetype").count(), 1);
        assert!(add("<xml></xml>".to_owned(), &[]).is_err(), "names that the part does not know");
        assert_eq!(lines(&format!("一\n{}", "あ".repeat(27))), 3);
    }
}
