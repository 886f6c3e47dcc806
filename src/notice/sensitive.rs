//! What needs special care (APPI 2(3), 20(2)), and what holds Individual Numbers (Number Act 9, 19).

use super::gap::{About, Gap};
use super::matter::Matter;
use super::section::Section;
use super::words::numbered;
use crate::ledger::{Entry, Held, Stated};

const WHY: &str = "法第32条第1項の事項ではありませんが、要配慮個人情報は本人の同意なく取得できず（法第20条第2項）、オプトアウトによる提供もできません（法第27条第2項）";

pub(super) fn section(published: &[Held<'_>]) -> Section {
    let mut section = Section::of(Matter::SpecialCare);
    let entries: Vec<&Entry> = published.iter().map(|held| held.entry).collect();
    let care = |entry: &Entry| entry.special_care;
    let number = |entry: &Entry| entry.individual_number;
    listed(&mut section, "次の個人情報には、要配慮個人情報が含まれます。", &entries, care, Stated::Yes);
    listed(&mut section, "次の個人情報には、要配慮個人情報が含まれることがあります。", &entries, care, Stated::Possible);
    if !entries.is_empty() && entries.iter().all(|entry| entry.special_care == Stated::No) {
        section.paragraph("要配慮個人情報は取り扱いません。");
    }
    listed(&mut section, "次の個人情報には、特定個人情報が含まれます。", &entries, number, Stated::Yes);
    listed(&mut section, "次の個人情報には、特定個人情報が含まれることがあります。", &entries, number, Stated::Possible);

    let gap = Gap::optional("要配慮個人情報の有無", WHY);
    if entries.iter().all(|entry| entry.special_care == Stated::NotStated) {
        section.lacks(gap);
    } else {
        for entry in entries.iter().filter(|entry| entry.special_care == Stated::NotStated) {
            section.lacks(gap.clone().of(About::Entry(entry.control_no.clone(), entry.occurrence), numbered(entry)));
        }
    }
    for entry in entries {
        section.speaks_of(About::Entry(entry.control_no.clone(), entry.occurrence));
    }
    section
}

fn listed(section: &mut Section, words: &str, entries: &[&Entry], of: impl Fn(&Entry) -> Stated, stated: Stated) {
    let names: Vec<String> = entries.iter().filter(|entry| of(entry) == stated).map(|entry| entry.name.to_string()).collect();
    if !names.is_empty() {
        section.paragraph(words);
        section.list(names);
    }
}
