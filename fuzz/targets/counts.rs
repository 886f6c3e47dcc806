//! Counts, marks, parties and lists: what a cell says is understood or told, and nothing is made up that it does not say.
#![no_main]

use daicho::declare::cell::{Legend, count, is_nothing, list, literals, mark, parties, scale_of, sentences};
use daicho::ledger::{Stated, fold};
use daicho::sheet::table::Value;
use daicho::vocabulary::Vocabulary;
use daicho_fuzz::word;
use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target};

const WORDS: [&str; 62] = [
    "約", "件", "名", "人", "万", "千", "百", "億", "1,000", "3.5", "4294967295", "以上", "未満", "不明", "多数", "／年", "○", "×", "△", "□", "■", "☑", "有",
    "無", "あり", "該当", "非該当", "含む", "含まない", "可能性あり", "することがあります", "提供している", "ア．", "(1)", "1.", "・", "A社", "株式会社",
    "テスト", "・ジャパン", "氏名", "住所", "委託先", "別紙参照", "一部", "のみ", "同意", "法令", "等", "など", "その他", "及び/又は", "https://a.example/b",
    "2024/7/1", "凡例：", "=", "「", "」", "ジョブ", "カード", "国", "：",
];

/// Words for a number that nobody knows, which are no doubt.
const NOT_KNOWN: [&str; 6] = ["不明", "不詳", "分からない", "わからない", "把握していない", "unknown"];

fuzz_target!(|text: &str| -> Corpus {
    let words = Vocabulary::built_in();
    let nothing = is_nothing(text, words);
    let value = Value::Text(text.into());
    for scale in [1, scale_of(text)] {
        let reading = count(&value, scale, words);
        match reading.value {
            Some(number) => {
                assert!(fold(text).chars().any(|letter| letter.is_ascii_digit() || "一二三四五六七八九十百千万億".contains(letter)), "a number from none");
                assert_eq!(count(&Value::Text(number.to_string().as_str().into()), 1, words).value, Some(number), "a number is read as it is written");
            }
            None => {
                let known = NOT_KNOWN.iter().any(|word| fold(text).contains(&fold(word)));
                assert!(nothing || known || !reading.doubts.is_empty(), "what says something is a number or doubted");
            }
        }
    }
    let mut legend = Legend::default();
    marks(text, &legend);
    legend.explain_line(text);
    let _ = (mark(text, words, &legend), parties(text, words, &legend));
    for elements in [list(text, words), sentences(text, words)] {
        // Between marks a word stands as it is, also an empty one: that is how the export writes it.
        let as_it_stands = literals(text).is_some();
        assert!(as_it_stands || elements.iter().all(|element| !element.trim().is_empty()), "an element says something: {elements:?}");
        assert!(word::stands_in(&elements.concat(), text), "the elements are what the cell says, in its order: {elements:?}");
        // Of words to tick only those that are ticked are said.
        let to_tick = text.contains(['□', '☐', '▢', '◻']);
        assert!(nothing || to_tick || !elements.is_empty() || !text.chars().any(char::is_alphabetic), "words are not lost");
    }
    Corpus::Keep
});

fn marks(text: &str, legend: &Legend) {
    let words = Vocabulary::built_in();
    let reading = mark(text, words, legend);
    let blank = text.trim().is_empty();
    assert!(!blank || reading.value.stated == Stated::NotStated, "a blank says nothing");
    assert!(blank || reading.value.stated != Stated::NotStated || !reading.doubts.is_empty(), "a sign is understood or doubted: {reading:?}");
    assert!(reading.value.remark.as_ref().is_none_or(|remark| word::stands_in(remark, text)), "a remark is what the cell says: {reading:?}");
    let reading = parties(text, words, legend);
    assert!(!blank || reading.value.stated == Stated::NotStated, "a blank names nobody");
    assert!(blank || reading.value.stated != Stated::NotStated || !reading.doubts.is_empty(), "a party is understood or doubted: {reading:?}");
    assert!(reading.value.names.is_empty() || matches!(reading.value.stated, Stated::Yes | Stated::Possible), "names of none: {reading:?}");
    assert!(word::stands_in(&reading.value.names.concat(), text), "names are what the cell says: {reading:?}");
}

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { word::mutate(data, size, max_size, seed, &WORDS) });
