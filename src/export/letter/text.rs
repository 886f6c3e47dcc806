//! A letter as plain text, for a mail or a terminal.

use crate::request::letter::{Block, Fact, Letter};

use super::{CONTACT, NUMBER};

/// The letter in lines; what is open to the desk is left out.
#[must_use]
pub fn text(letter: &Letter) -> String {
    let mut lines: Vec<String> = letter.number.iter().map(|number| format!("{NUMBER}　{number}")).collect();
    lines.push(letter.day());
    lines.push(String::new());
    lines.extend(letter.addressee.iter().cloned());
    lines.push(String::new());
    lines.extend(letter.sender.iter().cloned());
    lines.extend([String::new(), format!("　　{}", letter.title), String::new()]);
    lines.extend(letter.opening.iter().cloned());
    lines.extend([String::new(), "　　記".to_owned()]);
    for (number, section) in (1..).zip(&letter.sections) {
        lines.extend([String::new(), format!("{number}　{}", section.heading)]);
        section.blocks.iter().for_each(|block| write_block(&mut lines, block));
    }
    lines.extend([String::new(), "　　以上".to_owned()]);
    if !letter.contact.is_empty() {
        lines.extend([String::new(), CONTACT.to_owned()]);
        letter.contact.iter().for_each(|fact| write_fact(&mut lines, fact));
    }
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn write_block(lines: &mut Vec<String>, block: &Block) {
    match block {
        Block::Paragraph(text) => lines.push(format!("　{text}")),
        Block::List(items) => lines.extend(items.iter().map(|item| format!("　・{item}"))),
        Block::Facts(facts) => {
            lines.extend(facts.caption.iter().map(|caption| format!("　{caption}")));
            facts.rows.iter().for_each(|fact| write_fact(lines, fact));
        }
        Block::Table(table) => {
            for row in &table.rows {
                let filled = table.headings.iter().zip(row).enumerate().filter(|(_, (_, cell))| !cell.is_empty());
                for (at, (heading, cell)) in filled {
                    let label = if at == 0 { format!("・{heading}") } else { format!("　{heading}") };
                    write_fact(lines, &Fact { label, lines: cell.clone() });
                }
            }
        }
    }
}

fn write_fact(lines: &mut Vec<String>, fact: &Fact) {
    match fact.lines.as_slice() {
        [] => lines.push(format!("　{}：", fact.label)),
        [only] => lines.push(format!("　{}：{only}", fact.label)),
        several => {
            lines.push(format!("　{}：", fact.label));
            lines.extend(several.iter().map(|line| format!("　　　{line}")));
        }
    }
}
