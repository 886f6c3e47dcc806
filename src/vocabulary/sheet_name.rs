//! What a sheet is by its name.

use super::heading::{Bracket, bracket, strip_brackets};
use super::{PassedOver, SheetUse, Vocabulary};
use crate::ledger::fold;

/// Signs that join two names of one sheet.
const JOINTS: [char; 7] = ['・', '･', '／', '/', '＆', '&', '、'];

impl Vocabulary {
    /// What a sheet of this name is, if its name tells: as a whole, else without brackets, numbers and years, or by its parts at `_`, `-`
    /// and spaces. A part that says 記入例, 凡例 and the like goes before one that says 台帳; a part リスト or 目次 alone does not. A name that
    /// joins several of what is passed over is all of them: 使い方・コード表 explains codes.
    #[must_use]
    pub fn sheet(&self, name: &str) -> Option<SheetUse> {
        if let Some(known) = self.sheets.whole(&fold(name)) {
            return Some(known);
        }
        let unnumbered = |text: &str| fold(text.trim_matches(|letter: char| !letter.is_alphabetic()));
        let separates = |letter: char| letter.is_whitespace() || "_＿-－.．".contains(letter) || bracket(letter) != Bracket::None;
        let known: Vec<SheetUse> = name.split(separates).filter_map(|part| self.sheets.whole(&unnumbered(part))).collect();
        let outside = strip_brackets(name);
        let without_number = [outside.as_str(), name].into_iter().find_map(|text| self.sheets.whole(&unnumbered(text)));
        let passed =
            known.iter().find(|part| matches!(part, SheetUse::Pass(why) if !matches!(why, PassedOver::Choices | PassedOver::Contents)));
        passed.copied().or(without_number).or_else(|| known.first().copied()).or_else(|| self.joined(&outside))
    }

    /// What a sheet is whose name joins several of what is passed over: what explains signs goes before the rest.
    fn joined(&self, name: &str) -> Option<SheetUse> {
        let parts = name.split(JOINTS).map(|part| self.sheets.whole(&fold(part.trim())));
        let passed = parts.map(|part| if let Some(SheetUse::Pass(why)) = part { Some(why) } else { None });
        let passed: Vec<PassedOver> = passed.collect::<Option<_>>()?;
        let explains = |why: &&PassedOver| matches!(why, PassedOver::Legend | PassedOver::Choices);
        passed.iter().find(explains).map(|_| PassedOver::Legend).or_else(|| passed.first().copied()).map(SheetUse::Pass)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Sheet;

    #[test]
    fn a_name_may_join_several_of_what_is_passed_over() {
        let vocabulary = Vocabulary::built_in();
        for (name, passed) in [
            ("使い方・コード表", Some(PassedOver::Legend)),
            ("表紙／記入要領", Some(PassedOver::Legend)),
            ("表紙・目次", Some(PassedOver::Cover)),
            ("台帳・凡例", None),
            ("顧客・リスト", None),
        ] {
            let read = vocabulary.sheet(name).and_then(|of| if let SheetUse::Pass(why) = of { Some(why) } else { None });
            assert_eq!(read, passed, "{name}");
        }
    }

    #[test]
    fn sheets_are_known_by_their_names() {
        for (name, of) in [
            ("台帳", Some(SheetUse::Read(Sheet::Ledger))),
            ("個人情報管理台帳（人事部）", Some(SheetUse::Read(Sheet::Ledger))),
            ("台帳_2024", Some(SheetUse::Read(Sheet::Ledger))),
            ("01_台帳", Some(SheetUse::Read(Sheet::Ledger))),
            ("台帳（記入例）", Some(SheetUse::Pass(PassedOver::Example))),
            ("個人情報管理台帳 記入例", Some(SheetUse::Pass(PassedOver::Example))),
            ("台帳 リスト", Some(SheetUse::Read(Sheet::Ledger))),
            ("台帳(2)", Some(SheetUse::Read(Sheet::Ledger))),
            ("凡例1", Some(SheetUse::Pass(PassedOver::Legend))),
            ("様式第1号", None),
            ("Sheet1", None),
            ("人事総務部", None),
            ("表　紙", Some(SheetUse::Pass(PassedOver::Cover))),
            ("改訂履歴", Some(SheetUse::Pass(PassedOver::History))),
            ("リスト", Some(SheetUse::Pass(PassedOver::Choices))),
            ("記入例", Some(SheetUse::Pass(PassedOver::Example))),
            ("窓口", Some(SheetUse::Read(Sheet::Contacts))),
        ] {
            assert_eq!(Vocabulary::built_in().sheet(name), of, "{name}");
        }
    }
}
