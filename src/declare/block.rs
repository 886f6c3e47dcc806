//! Labels and values from the top to the bottom of a form, divided into records.

use foldhash::{HashMap, HashMapExt as _};

use crate::ledger::fold;
use crate::sheet::table::{Address, Value};
use crate::vocabulary::Concept;

use super::column::{About, Column};

/// One label and what stands beside it.
#[derive(Debug, Clone)]
pub(super) struct Labelled {
    pub column: Column,
    /// Where the label stands.
    pub at: Address,
    /// The label as written.
    pub label: String,
    /// What stands beside it, by the column it stands in.
    pub values: Vec<(Address, Value)>,
}

impl Labelled {
    /// Whether it asks for the number or the name of a record.
    pub(super) fn names_record(&self) -> bool {
        matches!(self.column.about, About::One(Concept::ControlNo | Concept::Name)) && !self.is_title()
    }

    /// Whether it has no value and is no label of a ledger's: a title, or the number of a page. 個人情報台帳, a heading of names over a
    /// table, is the title of a form.
    pub(super) fn is_title(&self) -> bool {
        self.values.is_empty() && (self.column.about == About::Beside || self.names_ledger())
    }

    /// Whether it is a heading of names that is the title of a whole ledger: 個人情報台帳.
    pub(super) fn names_ledger(&self) -> bool {
        let is_of_ledger = || ["台帳", "一覧", "一覧表", "簿", "リスト"].iter().any(|end| self.label.trim().ends_with(end));
        self.column.about == About::One(Concept::Name) && is_of_ledger()
    }
}

/// The labels and values of one record, or of records side by side.
pub(super) type Block = Vec<Labelled>;

/// The labels of a form divided into records: one begins where what stands first in the one before stands again, or its number or its
/// name does, with whatever of that stands above these.
pub(super) fn divided_into_records(labels: Vec<Labelled>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut block = Block::new();
    // Where each label of the block stands first: a form may have thousands.
    let mut places: HashMap<String, usize> = HashMap::new();
    for labelled in labels {
        let begins = places.get(&labelled.label).is_some_and(|again| {
            let first = if labelled.is_title() { Some(0) } else { block.iter().position(|before| !before.is_title()) };
            Some(*again) == first || labelled.names_record()
        });
        if begins {
            let next = block.split_off(lead(&block));
            blocks.push(std::mem::replace(&mut block, next));
            places.clear();
            for (place, led) in block.iter().enumerate() {
                places.entry(led.label.clone()).or_insert(place);
            }
        }
        places.entry(labelled.label.clone()).or_insert(block.len());
        block.push(labelled);
    }
    blocks.push(block);
    blocks.into_iter().map(each_label_once).collect()
}

/// Where the labels at the end of a block begin that lead the next record: titles, and labels that stand above the number and the name.
fn lead(block: &[Labelled]) -> usize {
    let naming = block.iter().position(Labelled::names_record).unwrap_or_default();
    let leads = |last: &Labelled| last.is_title() || block[..naming].iter().any(|before| before.label == last.label);
    let behind = block.len() - block.iter().rev().take_while(|last| leads(last)).count();
    behind.max(naming + 1)
}

/// A block in which what stands beside a label that is repeated, or that only says 続き, is added to what was said before.
fn each_label_once(labels: Vec<Labelled>) -> Block {
    let mut block = Block::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for mut labelled in labels {
        let same = places.get(&labelled.label).copied();
        let goes_on = || fold(&labelled.label).contains(&fold("続き"));
        let of = same.or_else(|| block.len().checked_sub(1).filter(|_| goes_on()));
        if let Some(at) = of {
            block[at].values.append(&mut labelled.values);
            continue;
        }
        places.insert(labelled.label.clone(), block.len());
        block.push(labelled);
    }
    block
}

/// Blocks that repeat the number and the name of the one before go on with it on another page.
pub(super) fn joined_over_pages(blocks: Vec<Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::new();
    for block in blocks {
        match joined.last_mut() {
            Some(before) if is_same_record(before, &block) => {
                for labelled in block {
                    match before.iter_mut().find(|of| of.label == labelled.label) {
                        Some(of) if said(&of.values) == said(&labelled.values) => {}
                        Some(of) => of.values.extend(labelled.values),
                        None => before.push(labelled),
                    }
                }
            }
            _ => joined.push(block),
        }
    }
    joined
}

fn is_same_record(before: &Block, block: &Block) -> bool {
    let of = |block: &Block, concept: Concept| {
        block.iter().find(|labelled| labelled.column.about == About::One(concept)).map(|labelled| said(&labelled.values))
    };
    let (number, name) = (of(block, Concept::ControlNo), of(block, Concept::Name));
    if number.is_none() && name.is_none() {
        return of(before, Concept::Name).is_some();
    }
    number.is_some() && name.is_some() && number == of(before, Concept::ControlNo) && name == of(before, Concept::Name)
}

/// Keeps beside what a label under a group names, where one without a group names the record: 名称 under 請求の受付.
pub(super) fn name_once(block: &mut Block) {
    let is_name = |labelled: &Labelled| labelled.column.only() == Some(Concept::Name);
    if block.iter().any(|labelled| is_name(labelled) && labelled.column.group.is_empty() && !labelled.values.is_empty()) {
        for labelled in block.iter_mut().filter(|labelled| is_name(labelled) && !labelled.column.group.is_empty()) {
            labelled.column.about = About::Beside;
        }
    }
}

pub(super) fn said(values: &[(Address, Value)]) -> String {
    let lines: Vec<Vec<String>> =
        values.chunk_by(|a, b| a.0.row == b.0.row).map(|row| row.iter().map(|(_, value)| value.text().into_owned()).collect()).collect();
    lines.iter().map(|line| line.join("　")).collect::<Vec<_>>().join("\n")
}
