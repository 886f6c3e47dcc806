//! 開示対象 and 非開示の理由.

use super::{Aside, Doubt, Legend, Reading, list, mark};
use crate::finding::Code;
use crate::ledger::{Disclosure, ExclusionReason, Stated, fold};
use crate::vocabulary::Vocabulary;

/// What a cell of 開示対象 says; a reason may stand in its bracket: 対象外（受託）.
///
/// The ledger's legend goes first. A part of the entry (一部対象) is neither yes nor no.
#[must_use]
pub fn disclosure(text: &str, vocabulary: &Vocabulary, legend: &Legend) -> Reading<Disclosure> {
    if let Some(aside) = Aside::of(text) {
        return disclosure(aside.words, vocabulary, legend).map(|read| Disclosure { text: aside.text, ..read });
    }
    let text_kept = (!text.trim().is_empty()).then(|| text.into());
    let words = match legend.meanings(text) {
        [] => Some(fold(text)),
        [meaning] => Some(fold(meaning)),
        _ => None,
    };
    if let Some((eligible, reasons)) = words.as_ref().and_then(|words| worded(words, vocabulary)) {
        return Reading::sure(Disclosure { eligible, reasons, text: text_kept });
    }
    if words.is_some_and(|words| is_part(&words)) {
        return Reading::doubtful(Disclosure { text: text_kept, ..Disclosure::default() }, Doubt::new(Code::MarkUnknown, &[text]));
    }
    mark(text, vocabulary, legend).map(|mark| {
        let reasons = match (mark.stated, &mark.remark) {
            (Stated::No, Some(remark)) => reasons(&fold(remark), vocabulary),
            _ => Vec::new(),
        };
        Disclosure { eligible: mark.stated, reasons, text: text_kept }
    })
}

/// The reasons that a cell of 非開示の理由 names.
#[must_use]
pub fn exclusion_reasons(text: &str, vocabulary: &Vocabulary) -> Vec<ExclusionReason> {
    let mut all: Vec<ExclusionReason> = Vec::new();
    for element in list(text, vocabulary) {
        all.extend(reasons(&fold(&element), vocabulary).into_iter().filter(|reason| *reason != ExclusionReason::NoReasonGiven));
    }
    once(all)
}

/// What words say, a reason in their bracket with them.
fn worded(folded: &str, vocabulary: &Vocabulary) -> Option<(Stated, Vec<ExclusionReason>)> {
    let outside = folded.split('(').next().unwrap_or_default();
    let eligible = word(outside)?;
    Some((eligible, if eligible == Stated::No { reasons(&folded[outside.len()..], vocabulary) } else { Vec::new() }))
}

/// What the words of such a column say beside the marks that every column has: 開示対象, 非開示, 保有個人データに該当しない.
fn word(folded: &str) -> Option<Stated> {
    // 委託元で開示 is another's.
    let folded = ["当社で", "自社で", "弊社で", "当院で", "当方で"].iter().find_map(|by| folded.strip_prefix(by)).unwrap_or(folded);
    let column = ["保有個人で-たに", "保有個人で-たで", "保有個人で-たの", "保有個人で-た", "開示等の", "開示等", "開示請求の", "開示の"];
    let rest = column.iter().find_map(|column| folded.strip_prefix(column)).unwrap_or(folded);
    let no = [
        "非開示",
        "不開示",
        "開示不可",
        "開示しない",
        "開示対象外",
        "開示対象でない",
        "開示非対象",
        "対象外",
        "対象でない",
        "非対象",
        "非該当",
        "該当しない",
        "非保有個人で-た",
        "ではない",
        "でない",
        "はない",
        "ない",
        "一時保有",
        "当たらない",
        "あたらない",
        "否",
        "外",
        "不可",
        "以外",
        "出さない",
        "見せない",
        "応じない",
        "notdisclosed",
        "notsubject",
    ];
    let yes = [
        "開示",
        "開示可",
        "開示する",
        "開示対象",
        "対象",
        "該当",
        "該当する",
        "可",
        "ある",
        "である",
        "応じる",
        "出す",
        "見せる",
        "開示対応",
        "開示に対応",
        "開示対応する",
        "disclosed",
        "subjecttodisclosure",
    ];
    let is_column = rest.len() < folded.len() && rest.is_empty();
    if no.contains(&rest) || no.contains(&folded) {
        return Some(Stated::No);
    }
    (yes.contains(&rest) || yes.contains(&folded) || is_column).then_some(Stated::Yes)
}

/// Whether only a part of the entry is said to be disclosed, or not.
fn is_part(folded: &str) -> bool {
    let outside = folded.split('(').next().unwrap_or_default();
    ["一部", "部分", "要確認", "個別判断", "個別に判断", "partly", "partial"].iter().any(|part| outside.starts_with(part))
}

/// The reasons that words name, in their order, each once.
fn reasons(folded: &str, vocabulary: &Vocabulary) -> Vec<ExclusionReason> {
    once(match vocabulary.exclusion.whole(folded) {
        Some(reason) => vec![reason],
        None => vocabulary.exclusion.within(folded).into_iter().map(|(_, _, reason)| reason).collect(),
    })
}

fn once(reasons: Vec<ExclusionReason>) -> Vec<ExclusionReason> {
    let mut seen = Vec::with_capacity(reasons.len());
    for reason in reasons {
        if !seen.contains(&reason) {
            seen.push(reason);
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, legend: &Legend) -> String {
        let reading = disclosure(text, Vocabulary::built_in(), legend);
        let reasons: Vec<_> = reading.value.reasons.iter().map(AsRef::as_ref).collect();
        format!("{} {}", reading.value.eligible.as_ref(), reasons.join(" ")).trim().to_owned()
    }

    #[test]
    fn the_words_of_the_column_are_read() {
        let mut wrong = Vec::new();
        for (cells, says) in [
            (
                "対象|開示|該当|開示対象|保有個人データ|保有個人データに該当|保有個人データに該当する|保有個人データである|開示対象（一部非開示）",
                "YES",
            ),
            ("対象外|非開示|非対象|非該当|開示対象外|保有個人データに該当しない|保有個人データでない|不開示|一時保有", "NO"),
            ("対象外（受託）|対象外（委託元が対応）|非開示（受託データのため）", "NO ENTRUSTED_TO_US"),
            ("対象外（生命・身体・財産）", "NO LIFE_BODY_PROPERTY"),
            ("当社で開示対応|開示対応", "YES"),
            ("一部対象|一部開示|要確認|委託元で開示対応|委託元で開示", "NOT_STATED"),
        ] {
            for cell in cells.split('|') {
                let read = read(cell, &Legend::default());
                if read != says {
                    wrong.push((cell, read));
                }
            }
        }
        assert_eq!(wrong, []);
        assert_eq!(disclosure("一部対象", Vocabulary::built_in(), &Legend::default()).doubts.len(), 1);
    }

    #[test]
    fn the_reasons_that_the_workbook_writes_are_read() {
        let cell = "受託\n生命・身体・財産\n違法・不当な行為\n国の安全\n犯罪予防\n仮名加工情報\n個人データでない";
        let all = [
            ExclusionReason::EntrustedToUs,
            ExclusionReason::LifeBodyProperty,
            ExclusionReason::UnlawfulActs,
            ExclusionReason::NationalSecurity,
            ExclusionReason::CrimePrevention,
            ExclusionReason::Pseudonymized,
            ExclusionReason::NotPersonalData,
        ];
        for (line, reason) in cell.lines().zip(all) {
            assert_eq!(exclusion_reasons(line, Vocabulary::built_in()), [reason], "{line}");
        }
        assert!(exclusion_reasons("その他の事情", Vocabulary::built_in()).is_empty());
    }

    #[test]
    fn grounds_are_known_by_how_policies_word_them() {
        use crate::ledger::RefusalGroundKind::{
            BreachOfLaw, CrimePrevention, GovernmentCooperation, HindranceToBusiness, IdentityNotVerified, NationalSecurity,
            PurposeEvident, RightsOfOperator, RightsOfPersonOrOthers, UnlawfulActs,
        };
        for (text, is) in [
            ("お客さま本人または第三者の生命、身体、財産その他の権利利益を害するおそれがある場合", RightsOfPersonOrOthers),
            ("個人情報を開示することで、本人、又は第三者の生命、身体、財産、その他権利及び利益に害が及ぶ場合", RightsOfPersonOrOthers),
            ("当社の業務の適正な実施に著しい支障を及ぼすおそれがある場合", HindranceToBusiness),
            ("個人情報の開示請求が、当社の業務に顕著な支障を及ぼす恐れがある場合", HindranceToBusiness),
            ("個人情報の開示が、法令に違反する場合", BreachOfLaw),
            ("違法または不当な行為を助長し、または誘発するおそれのある場合", UnlawfulActs),
            ("国の安全が害されるおそれ、他国若しくは国際機関との信頼関係が損なわれるおそれ", NationalSecurity),
            ("犯罪の予防、鎮圧、または捜査その他の公共の安全と秩序維持に支障が及ぶおそれのある場合", CrimePrevention),
            ("当該本人が識別される個人情報の利用目的が明らかな場合", PurposeEvident),
            ("当社の権利または正当な利益を害するおそれがある場合", RightsOfOperator),
            ("国の機関または地方公共団体が法令の定める事務を遂行することに対して協力する必要がある場合", GovernmentCooperation),
            ("個人情報の開示請求が、本人による要求であると確認できない場合", IdentityNotVerified),
        ] {
            assert_eq!(Vocabulary::built_in().grounds.first_within(&fold(text)), Some(is), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_cell_is_too_odd(text in "\\PC{0,40}") {
            let _ = (disclosure(&text, Vocabulary::built_in(), &Legend::default()), exclusion_reasons(&text, Vocabulary::built_in()));
        }
    }
}
