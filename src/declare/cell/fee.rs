//! 手数料, 税, 単位, 発行期限.

use super::retention::span::{length, spans};
use super::retention::tidy::{parts, plain};
use super::retention::{english_period, is_english};
use super::{Aside, Doubt, Reading, is_nothing, written};
use crate::finding::Code;
use crate::ledger::{Fee, FeeKind, FeePer, Period, Tax, Text, fold};
use crate::sheet::table::Value;
use crate::vocabulary::{Lexicon, Vocabulary};

/// Words that leave open whether, or how much, is asked. A fee that may be asked is none that is.
const OPEN: [&str; 22] = [
    "場合",
    "ことがあ",
    "こともあ",
    "可能性",
    "程度",
    "以上",
    "以下",
    "以内",
    "から",
    "約",
    "~",
    "または",
    "又は",
    "もしくは",
    "若しくは",
    "未定",
    "別途定",
    "上限",
    "最大",
    "maybe",
    "mayask",
    "upto",
];

/// What a cell of 手数料 says: a number of yen, 無料, 実費, 見積り; and what it says beside of tax and unit.
///
/// A sentence that a fee may be asked says no kind of fee: its words are kept, and doubted.
#[must_use]
pub fn fee(value: &Value, vocabulary: &Vocabulary) -> Reading<Fee> {
    if let Value::Number(yen) = value {
        let text = Some(value.text().as_ref().into());
        return match whole_yen(*yen) {
            Some(amount) => Reading::sure(Fee { text, ..of_amount(amount) }),
            None => Reading::doubtful(Fee { text, ..Fee::default() }, Doubt::new(Code::FeeUnreadable, &[&value.text()])),
        };
    }
    let Reading { value: words, doubts } = written(value);
    match words.filter(|words| !words.trim().is_empty()) {
        Some(words) => match Aside::of(&words) {
            Some(aside) => of_words(&aside.words.into(), vocabulary).map(|read| Fee { text: aside.text, ..read }),
            None => of_words(&words, vocabulary),
        },
        None => Reading { value: Fee::default(), doubts },
    }
}

/// A spreadsheet's number as yen, where it is whole and no less than nothing.
fn whole_yen(yen: f64) -> Option<u32> {
    let words = format!("{yen}");
    words.parse().ok()
}

/// 0 yen is no fee.
fn of_amount(amount: u32) -> Fee {
    if amount == 0 {
        Fee { kind: FeeKind::Free, ..Fee::default() }
    } else {
        Fee { kind: FeeKind::Fixed, amount: Some(amount), ..Fee::default() }
    }
}

fn of_words(words: &Text, vocabulary: &Vocabulary) -> Reading<Fee> {
    let kept = Fee { text: Some(words.clone()), ..Fee::default() };
    let folded = fold(&plain(words));
    let parts = parts(words);
    let main = fold(&parts.main);
    let whole = vocabulary.fees.whole(&main).filter(|_| parts.brackets.is_empty());
    if whole.is_none() && is_nothing(words, vocabulary) {
        return Reading::sure(kept);
    }
    let doubtful = || Reading::doubtful(kept.clone(), Doubt::new(Code::FeeUnreadable, &[words]));
    let open = OPEN.iter().any(|word| main.contains(word));
    if open && whole.is_none() {
        return doubtful();
    }
    let tax = vocabulary.tax.first_within(&folded).unwrap_or_default();
    let per = per_within(&folded, vocabulary).unwrap_or_default();
    let fee = match amounts(&main).as_slice() {
        [(amount, _)] => Some(Fee { tax, per, ..of_amount(*amount) }),
        [] => {
            let mut kinds: Vec<FeeKind> = match vocabulary.fees.whole(&main) {
                Some(kind) => vec![kind],
                None => vocabulary.fees.within(&main).into_iter().map(|(_, _, kind)| kind).collect(),
            };
            kinds.dedup();
            match kinds.as_slice() {
                [kind] => Some(Fee { kind: *kind, ..Fee::default() }),
                _ => None,
            }
        }
        [_, ..] => with_tax(&main, vocabulary).map(|amount| Fee { tax: Tax::Included, per, ..of_amount(amount) }),
    };
    fee.map_or_else(doubtful, |fee| Reading::sure(Fee { text: kept.text.clone(), ..fee }))
}

/// The amounts of yen in folded words, and where each ends: 1,200円, ¥800, 800.
fn amounts(folded: &str) -> Vec<(u32, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(begin) = folded[at..].find(|letter: char| letter.is_ascii_digit()).map(|place| at + place) {
        let length = folded[begin..].find(|letter: char| !letter.is_ascii_digit() && letter != ',').unwrap_or(folded.len() - begin);
        let end = begin + length;
        let digits: String = folded[begin..end].chars().filter(char::is_ascii_digit).collect();
        let (times, rest) = match folded[end..].chars().next() {
            Some('万') => (10_000, &folded[end + '万'.len_utf8()..]),
            Some('千') => (1_000, &folded[end + '千'.len_utf8()..]),
            _ => (1, &folded[end..]),
        };
        let marked = folded[..begin].ends_with(['¥', '\\']) || rest.starts_with('円') || rest.starts_with("yen") || rest.starts_with("jpy");
        let alone = begin == 0 && end == folded.len();
        if let (true, Some(amount)) = (marked || alone, digits.parse::<u32>().ok().and_then(|digits| digits.checked_mul(times))) {
            found.push((amount, end));
        }
        at = end;
    }
    found
}

/// Of several amounts, the one that the words call 税込.
fn with_tax(folded: &str, vocabulary: &Vocabulary) -> Option<u32> {
    let mut included = vocabulary.tax.within(folded).into_iter().filter(|(_, _, tax)| *tax == Tax::Included);
    let (begin, end, _) = included.next()?;
    let all = amounts(folded);
    // 税込1,100円 names it before the amount, 1,100円税込 after it.
    let after = amounts(&folded[end..]).first().map(|(amount, _)| *amount);
    let before = all.iter().rev().find(|(_, ends)| *ends <= begin).map(|(amount, _)| *amount);
    after.or(before).filter(|_| included.next().is_none())
}

/// Whether tax is included.
#[must_use]
pub fn tax(text: &str, vocabulary: &Vocabulary) -> Reading<Tax> {
    word(text, &vocabulary.tax, "税込、税抜", vocabulary, |folded| vocabulary.tax.first_within(folded))
}

/// What a fee is charged for.
#[must_use]
pub fn fee_per(text: &str, vocabulary: &Vocabulary) -> Reading<FeePer> {
    word(text, &vocabulary.per, "1回、1件", vocabulary, |folded| per_within(folded, vocabulary))
}

/// The unit that the words say: 1回の請求ごと, 1件につき.
fn per_within(folded: &str, vocabulary: &Vocabulary) -> Option<FeePer> {
    // 件 alone is a unit only as the whole cell.
    vocabulary.per.within(folded).into_iter().find(|(from, to, _)| folded[*from..*to].chars().count() > 1).map(|(_, _, per)| per)
}

/// One of a few words; a blank or a dash says nothing.
fn word<T: Copy + PartialEq + Default>(
    text: &str,
    lexicon: &Lexicon<T>,
    expected: &str,
    vocabulary: &Vocabulary,
    within: impl Fn(&str) -> Option<T>,
) -> Reading<T> {
    if is_nothing(text, vocabulary) {
        return Reading::sure(T::default());
    }
    let folded = fold(text);
    match lexicon.whole(&folded).or_else(|| within(&folded)) {
        Some(meaning) => Reading::sure(meaning),
        None => Reading::doubtful(T::default(), Doubt::new(Code::WordUnknown, &[text, expected])),
    }
}

/// How old a document may be: 3か月以内.
#[must_use]
pub fn issued_within(text: &str, vocabulary: &Vocabulary) -> Reading<Option<Period>> {
    if is_nothing(text, vocabulary) {
        return Reading::sure(None);
    }
    let main = parts(text).main.replace("月以内", "月間以内");
    let found = if is_english(&main) {
        english_period(text)
    } else {
        let spans = spans(&main);
        let first = spans.first().map(|span| span.period);
        let ranges = spans.first().is_some_and(|span| main[..span.start].ends_with(['-', '–', '、']));
        first.filter(|first| spans.iter().all(|span| length(span.period) == length(*first)) && !main.contains(['~', '超']) && !ranges)
    };
    match found {
        Some(period) => Reading::sure(Some(period)),
        None => Reading::doubtful(None, Doubt::new(Code::PeriodUnreadable, &[text])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(value: &Value) -> String {
        let reading = fee(value, Vocabulary::built_in());
        let Fee { kind, amount, tax, per, .. } = reading.value;
        let amount = amount.map(|amount| format!(" {amount}")).unwrap_or_default();
        let beside = [(tax != Tax::NotStated).then_some(tax.as_ref()), (per != FeePer::NotStated).then_some(per.as_ref())];
        let words: Vec<_> = std::iter::once(kind.as_ref()).chain(beside.into_iter().flatten()).collect();
        let doubt = if reading.doubts.is_empty() { "" } else { " !" };
        format!("{}{amount}{doubt}", words.join(" "))
    }

    #[test]
    fn a_fee_is_an_amount_or_a_kind() {
        let mut wrong = Vec::new();
        for (cells, says) in [
            ("800|800円|８００円|¥800|手数料800円|800 yen", "FIXED 800"),
            ("1,200円", "FIXED 1200"),
            ("1,000円（税抜）", "FIXED EXCLUDED 1000"),
            ("1回の請求ごとに1,000円（税込）", "FIXED INCLUDED REQUEST 1000"),
            ("1件につき500円", "FIXED ITEM 500"),
            ("1,000円、税込1,100円", "FIXED INCLUDED 1100"),
            ("無料|無償|なし|0円|手数料はいただきません|free of charge", "FREE"),
            ("実費|実費を請求します|at cost", "AT_COST"),
            ("見積り|別途お見積り", "ESTIMATED"),
            (
                "実費を勘案した合理的な範囲内の手数料を頂戴する場合があります。|800円～1,200円|約800円|応相談|800円または1,000円",
                "NOT_STATED !",
            ),
            ("|－", "NOT_STATED"),
        ] {
            wrong.extend(cells.split('|').map(|cell| (cell, read(&Value::Text(cell.into())))).filter(|(_, read)| read != says));
        }
        assert_eq!(wrong, []);
        assert_eq!(read(&Value::Number(800.0)), "FIXED 800");
        assert_eq!(read(&Value::Number(0.5)), "NOT_STATED !");
        assert_eq!(read(&Value::Number(-1.0)), "NOT_STATED !");
    }

    #[test]
    fn tax_and_unit_and_age_are_read() {
        let known = Vocabulary::built_in();
        for (cell, is) in [("税込", Tax::Included), ("税抜き", Tax::Excluded), ("消費税別", Tax::Excluded), ("", Tax::NotStated)] {
            assert_eq!(tax(cell, known), Reading::sure(is), "{cell}");
        }
        for (cell, is) in
            [("1回", FeePer::Request), ("１回の請求ごと", FeePer::Request), ("1件", FeePer::Item), ("1件につき", FeePer::Item)]
        {
            assert_eq!(fee_per(cell, known), Reading::sure(is), "{cell}");
        }
        assert_eq!(fee_per("1年", known).doubts.len(), 1);
        for (cell, is) in [
            ("3か月以内", "P3M"),
            ("発行後3ヶ月以内", "P3M"),
            ("作成日より3ヶ月以内のもの", "P3M"),
            ("三月以内", "P3M"),
            ("within 3 months", "P3M"),
            ("6か月", "P6M"),
            ("30日以内（原本）", "P30D"),
        ] {
            assert_eq!(issued_within(cell, known).value.map(|period| period.to_string()).as_deref(), Some(is), "{cell}");
        }
        assert_eq!(issued_within("有効期限内", known).doubts.len(), 1);
    }

    proptest! {
        #[test]
        fn no_cell_is_too_odd(text in "\\PC{0,40}", words in "[0-9,円万千税込～¥件回]{0,16}", number in any::<f64>()) {
            for text in [text, words] {
                let _ = (fee(&Value::Text(text.as_str().into()), Vocabulary::built_in()), issued_within(&text, Vocabulary::built_in()));
                let _ = (tax(&text, Vocabulary::built_in()), fee_per(&text, Vocabulary::built_in()));
            }
            let _ = fee(&Value::Number(number), Vocabulary::built_in());
        }
    }
}
