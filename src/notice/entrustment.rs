//! Entrustment, as stated for the whole company (APPI 25, 27(5)(i)).

use super::gap::Gap;
use super::matter::Matter;
use super::section::Section;
use crate::ledger::{Organization, Stated};

pub(super) fn section(of: &Organization) -> Section {
    let mut section = Section::of(Matter::Entrustment);
    match of.entrusted {
        Stated::Yes => section.paragraph("個人データの取扱いの全部又は一部を委託します。"),
        Stated::Possible => section.paragraph("個人データの取扱いの全部又は一部を委託することがあります。"),
        Stated::No => section.paragraph("個人データの取扱いを委託することはありません。"),
        Stated::NotStated => {
            let why = "法第32条第1項の事項ではありませんが、委託する場合は委託先の監督（法第25条）が要り、外国にある委託先には法第28条が適用されます";
            section.lacks(Gap::optional("委託の有無", why));
        }
    }
    section
}
