//! A notice as Markdown: CommonMark with tables.

use super::block::{Block, Item, Table};
use super::escape::{Place, words};
use super::gap::Gap;
use super::words::{NOTHING, day, said};
use super::{Notice, Section};
use crate::law::{cited_together, law_date};

/// An empty comment, which keeps two lists apart that follow each other.
const APART: &str = "<!-- -->";

/// The whole notice.
pub(super) fn notice(notice: &Notice) -> String {
    let mut parts = vec![format!("# {}", words(&notice.title, Place::Heading))];
    for (number, section) in (1..).zip(&notice.sections) {
        parts.push(format!("## {number}. {}", words(section.matter.title(), Place::Heading)));
        parts.push(words(&basis(section), Place::Block(0)));
        if !section.text.is_empty() {
            parts.push(blocks(&section.text));
        }
        if !section.gaps.is_empty() {
            if section.text.last().is_some_and(is_list) {
                parts.push(APART.to_owned());
            }
            parts.push(list(&gaps(&section.gaps)));
        }
    }
    parts.push(words(&colophon(notice), Place::Block(0)));
    parts.join("\n\n") + "\n"
}

/// The provisions of a section, in brackets.
pub(super) fn basis(section: &Section) -> String {
    format!("（{}）", cited_together(&section.basis))
}

/// What the text was made from, and as of when the law is cited.
pub(super) fn colophon(notice: &Notice) -> String {
    format!(
        "この公表事項は、個人情報管理台帳（版{}）の記載だけから作成したものです。「法」は個人情報の保護に関する法律を、「施行令」及び「施行規則」は同法の施行令及び\
         施行規則をいい、引用する条文は{}時点のものです。",
        notice.revision,
        day(law_date())
    )
}

/// Gaps as lines of a list, those that differ only in what they are of together.
pub(super) fn gaps(gaps: &[Gap]) -> Vec<Item> {
    let mut lines: Vec<(&Gap, Vec<String>)> = Vec::new();
    for gap in gaps {
        let like = |(known, _): &&mut (&Gap, Vec<String>)| (known.lacks, known.why, known.required) == (gap.lacks, gap.why, gap.required);
        let name = (!gap.name.is_empty()).then(|| gap.name.clone());
        match lines.iter_mut().find(like) {
            Some((_, names)) => names.extend(name),
            None => lines.push((gap, name.into_iter().collect())),
        }
    }
    lines.into_iter().map(|(gap, below)| Item { text: format!("{}{}：{}。", gap.mark(), gap.lacks, gap.why), below }).collect()
}

/// Some blocks, a blank line between them.
pub(super) fn blocks(blocks: &[Block]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if is_list(block) && at > 0 && is_list(&blocks[at - 1]) {
            parts.push(APART.to_owned());
        }
        parts.push(match block {
            Block::Heading(text) => format!("### {}", words(text, Place::Heading)),
            Block::Paragraph(text) => words(text, Place::Block(0)),
            Block::List(items) => list(items),
            Block::Terms(terms) => terms.iter().map(|term| self::term(&term.name, &term.said)).collect::<Vec<_>>().join("\n"),
            Block::Table(table) => self::table(table),
        });
    }
    parts.join("\n\n")
}

fn is_list(block: &Block) -> bool {
    matches!(block, Block::List(_) | Block::Terms(_))
}

fn list(items: &[Item]) -> String {
    items.iter().map(|item| self::item(item, 0)).collect::<Vec<_>>().join("\n")
}

fn item(item: &Item, indent: usize) -> String {
    let line = |text: &str, indent: usize| format!("{}- {}", " ".repeat(indent), words(text, Place::Block(indent + 2)));
    let below = item.below.iter().map(|text| line(text, indent + 2));
    std::iter::once(line(&item.text, indent)).chain(below).collect::<Vec<_>>().join("\n")
}

fn term(name: &str, said: &[Item]) -> String {
    let name = words(name, Place::Block(2));
    match said {
        [only] if only.below.is_empty() => format!("- {name}：{}", words(&only.text, Place::Block(2))),
        several => {
            let lines = several.iter().map(|item| self::item(item, 2));
            std::iter::once(format!("- {name}：")).chain(lines).collect::<Vec<_>>().join("\n")
        }
    }
}

fn table(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let cell = |lines: &Vec<String>| {
        let lines: Vec<String> = lines.iter().filter(|line| said(line).is_some()).map(|line| words(line, Place::Cell)).collect();
        if lines.is_empty() { NOTHING.to_owned() } else { lines.join("<br>") }
    };
    let mut rows = vec![row(table.headings.iter().map(|heading| words(heading, Place::Cell)).collect())];
    rows.push(row(vec!["---".to_owned(); table.headings.len()]));
    rows.extend(table.rows.iter().map(|cells| row(cells.iter().map(cell).collect())));
    rows.join("\n")
}
