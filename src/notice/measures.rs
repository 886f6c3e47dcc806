//! The measures taken for security, by kind (APPI 23, 32(1)(iv), Order 10(i), guideline 10-1 to 10-7).

use strum::VariantArray;

use super::gap::{About, Gap};
use super::matter::Matter;
use super::section::Section;
use super::words::{measures, said};
use crate::ledger::{Organization, SafetyMeasureKind};

const WHY_ALL: &str = "保有個人データの安全管理のために講じた措置を、本人の知り得る状態に置く必要があります（法第32条第1項第4号、施行令第10条第1号）。\
    安全管理に支障を及ぼすおそれがあるものを除きます";

const WHY_KIND: &str =
    "この区分の措置を講じていれば、安全管理に支障を及ぼすおそれがあるものを除き、その内容を加えます（施行令第10条第1号）";

pub(super) fn section(of: &Organization) -> Section {
    let mut section = Section::of(Matter::Measures);
    let mut missing = Vec::new();
    for kind in SafetyMeasureKind::VARIANTS.iter().copied() {
        let taken: Vec<String> =
            of.safety_measures.iter().filter(|measure| measure.kind == kind).filter_map(|measure| said(&measure.text)).collect();
        section.speaks_of(About::Measures(kind));
        if taken.is_empty() {
            missing.push(kind);
        } else {
            section.heading(measures(kind));
            section.list(taken);
        }
    }
    if missing.len() == SafetyMeasureKind::VARIANTS.len() {
        section.lacks(Gap::required("安全管理のために講じた措置", WHY_ALL));
        return section;
    }
    for kind in missing {
        section.lacks(Gap::optional("安全管理措置", WHY_KIND).of(About::Measures(kind), measures(kind)));
    }
    section
}
