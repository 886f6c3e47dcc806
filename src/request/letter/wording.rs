//! Days, amounts and phrases as a Japanese letter writes them.

use chrono::{Datelike, NaiveDate};

use crate::language::Language;
use crate::ledger::{LawReference, RequesterKind, Right};

/// What is said of a matter on which the ledger is silent.
pub(super) const NOT_IN_LEDGER: &str = "当社の個人情報管理台帳に記載がありません。";

/// `2026年11月25日`.
pub(super) fn day(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// `1,200円`.
pub(super) fn yen(amount: u32) -> String {
    let digits = amount.to_string();
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    format!("{written}円")
}

/// `「開示」「利用目的の通知」`.
pub(super) fn named(rights: &[Right]) -> String {
    rights.iter().map(|right| format!("「{}」", right.name(Language::Ja))).collect()
}

/// `開示（個人情報保護法第33条第1項）`.
pub(super) fn with_article(right: Right) -> String {
    format!("{}（{}）", right.name(Language::Ja), right.basis().in_japanese())
}

/// Provisions as a Japanese text cites them, each once.
pub(super) fn cited(references: &[LawReference]) -> Vec<String> {
    let mut cited: Vec<String> = Vec::new();
    for reference in references.iter().map(LawReference::in_japanese) {
        if !cited.contains(&reference) {
            cited.push(reference);
        }
    }
    cited
}

/// Who asks, in the words of a letter.
pub(super) fn asker(requester: RequesterKind) -> &'static str {
    match requester {
        RequesterKind::Principal => "ご本人",
        RequesterKind::LegalRepresentative => "ご本人の法定代理人",
        RequesterKind::AuthorizedAgent => "ご本人の委任による代理人",
    }
}

/// What is done for a right: `開示`, so that `いたします` and `することができません` can follow.
pub(super) fn deed(right: Right) -> &'static str {
    match right {
        Right::NoticeOfPurpose => "利用目的を通知",
        Right::Disclosure => "保有個人データを開示",
        Right::DisclosureOfProvisionRecords => "第三者提供記録を開示",
        Right::Correction => "内容を訂正",
        Right::Addition => "内容を追加",
        Right::Deletion => "内容を削除",
        Right::SuspensionOfUse => "利用を停止",
        Right::Erasure => "消去",
        Right::SuspensionOfProvision => "第三者への提供を停止",
    }
}

/// The lines of a cell, without blank ones.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_and_days_read_as_in_a_letter() {
        let amounts = [0, 800, 1_200, 10_000_000].map(yen);
        assert_eq!(amounts, ["0円", "800円", "1,200円", "10,000,000円"]);
        assert_eq!(day(NaiveDate::from_ymd_opt(2026, 4, 1).unwrap()), "2026年4月1日");
    }
}
