//! A letter as a CSV file, a row a statement.

use crate::export::{Sheet, Written};
use crate::request::letter::{Block, Fact, Letter};

use super::{CONTACT, NUMBER};

/// A person opens the file with a double click; without this mark, spreadsheets in Japan take it for Shift_JIS.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The letter as the bytes of a CSV file in UTF-8: 区分, 対象, 項目 and 内容.
///
/// # Errors
/// Never for a letter; the type is that of the library.
pub fn csv(letter: &Letter) -> Result<Vec<u8>, csv::Error> {
    let headings = ["区分", "対象", "項目", "内容"].map(str::to_owned).to_vec();
    let sheet = Sheet { name: "回答", headings, rows: rows(letter) };
    Ok([MARK, &crate::export::csv(&sheet)?].concat())
}

fn rows(letter: &Letter) -> Vec<Vec<Written>> {
    let mut rows = Vec::new();
    let mut add = |section: &str, about: &str, label: &str, said: &str| {
        rows.push([section, about, label, said].map(Written::from).to_vec());
    };
    add("書面", "", "標題", &letter.title);
    if let Some(number) = &letter.number {
        add("書面", "", NUMBER, number);
    }
    add("書面", "", "日付", &letter.date.to_string());
    add("書面", "", "宛名", &letter.addressee.join("\n"));
    add("書面", "", "差出人", &letter.sender.join("\n"));
    letter.opening.iter().for_each(|text| add("書面", "", "本文", text));
    for section in &letter.sections {
        let heading = section.heading.as_str();
        for block in &section.blocks {
            match block {
                Block::Paragraph(text) => add(heading, "", "", text),
                Block::List(lines) => lines.iter().for_each(|line| add(heading, "", "", line)),
                Block::Facts(facts) => {
                    let caption = facts.caption.as_deref().unwrap_or_default();
                    facts.rows.iter().for_each(|fact| add(heading, caption, &fact.label, &fact.lines.join("\n")));
                    if facts.rows.is_empty() && !caption.is_empty() {
                        add(heading, caption, "", "");
                    }
                }
                Block::Table(table) => {
                    for row in &table.rows {
                        let about = row.first().map(|cell| cell.join("\n")).unwrap_or_default();
                        for (label, cell) in table.headings.iter().zip(row) {
                            add(heading, &about, label, &cell.join("\n"));
                        }
                    }
                }
            }
        }
    }
    let contact = |Fact { label, lines }: &Fact| add(CONTACT, "", label, &lines.join("\n"));
    letter.contact.iter().for_each(contact);
    rows
}
