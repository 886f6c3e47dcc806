//! Cells of countries: kept as written, each country once, what is not understood told; and names that are understood are understood
//! again when they are written out.
#![no_main]

use std::collections::BTreeSet;

use daicho::declare::cell::{is_nothing, whereabouts};
use daicho::language::Language;
use daicho::ledger::{Certainty, Country, Stated};
use daicho::vocabulary::Vocabulary;
use daicho_fuzz::word;
use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target};

const WORDS: [&str; 58] = [
    "日本", "国内", "米国", "アメリカ", "英国", "中国", "韓国", "インド", "インドネシア", "アイルランド", "シンガポール", "ドイツ", "EU", "欧州", "EEA", "アジア",
    "APAC", "海外", "国外", "外国", "以外", "を除く", "及び", "と", "か", "または", "のいずれか", "？", "US", "USA", "JP", "GB", "NA", "CAN", "Japan",
    "United States", "except", "outside", "and", "or", "AWS", "東京", "大阪", "us-east-1", "ap-northeast-1", "リージョン", "サーバー", "カリフォルニア州",
    "国名不明", "ワカンダ", "シンガポル", "ただし", "なお", "コンゴ", "ボスニア・ヘルツェゴビナ", "全世界", "自社", "可能性あり",
];

fuzz_target!(|text: &str| -> Corpus {
    let words = Vocabulary::built_in();
    for home in [Country::JAPAN, Country::from_code("DE").expect("a country")] {
        let reading = whereabouts(text, home, words);
        let value = &reading.value;
        assert_eq!(whereabouts(text, home, words), reading, "the same cell says the same");
        assert_eq!(value.text.as_deref(), (!text.trim().is_empty()).then_some(text), "the cell is kept as written");
        let distinct: BTreeSet<_> = value.countries.iter().collect();
        assert_eq!(distinct.len(), value.countries.len(), "each country once: {:?}", value.countries);
        assert_eq!(value.certainty == Certainty::NotStated, value.countries.is_empty(), "a country is named, or none: {value:?}");
        let abroad = value.countries.iter().any(|country| *country != home);
        match value.certainty {
            Certainty::Known if abroad => assert_eq!(value.abroad, Stated::Yes, "one that is known to be abroad"),
            Certainty::Candidates | Certainty::NotStated if value.countries.contains(&home) => {
                assert_ne!(value.abroad, Stated::Yes, "one of the candidates is at home");
            }
            _ => {}
        }
        if value.abroad == Stated::No {
            assert_eq!(value.countries, [home], "at home, and nowhere else");
        }
        // A bracket behind a dash is a remark.
        let nothing = is_nothing(text.split(['（', '(']).next().unwrap_or_default(), words);
        assert!(value.is_stated() || nothing || !reading.doubts.is_empty(), "what says something is understood or doubted");
        assert!(value.reason.as_ref().is_none_or(|reason| text.contains(reason.as_ref())), "a reason is what the cell says");
        again(&value.countries, home);
    }
    Corpus::Keep
});

/// The names of countries in a row are those countries.
fn again(countries: &[Country], home: Country) {
    if countries.is_empty() {
        return;
    }
    for (language, joint) in [(Language::Ja, "、"), (Language::Ja, "\n"), (Language::En, ", ")] {
        let written = countries.iter().map(|country| country.name(language)).collect::<Vec<_>>().join(joint);
        let read = whereabouts(&written, home, Vocabulary::built_in());
        assert_eq!((read.value.certainty, read.value.countries.as_slice(), read.doubts.len()), (Certainty::Known, countries, 0), "{written}");
    }
}

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { word::mutate(data, size, max_size, seed, &WORDS) });
