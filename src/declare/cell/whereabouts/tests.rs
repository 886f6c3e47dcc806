use proptest::prelude::*;

use super::*;

fn read(text: &str) -> String {
    let reading = whereabouts(text, Country::JAPAN, Vocabulary::built_in());
    let Whereabouts { certainty, abroad, countries, reason, .. } = &reading.value;
    let mut said = vec![certainty.as_ref().to_owned(), abroad.as_ref().to_owned()];
    said.extend(countries.iter().map(|country| country.code().to_owned()));
    said.extend(reason.iter().map(|word| format!("({word})")));
    said.extend(reading.doubts.iter().map(|doubt| format!("!{}", doubt.code.as_ref())));
    said.join(" ")
}

#[test]
fn each_cell_says_where_or_is_doubted() {
    let mut wrong = Vec::new();
    for (says, cells) in [
        (
            "KNOWN NO JP",
            "国内|日本|日本国内|Japan|JP|JPN|AWS 東京リージョン|AWS東京リージョン|ap-northeast-1|AWS 大阪リージョン（ap-northeast-3）|日本（AWS東京リージョン）|Japan East|asia-northeast1|自社|社内サーバー|国内データセンター|中国地方|東京都千代田区|東京又は大阪|海外なし|国外なし（国内のみ）|アジアパシフィック（東京）|本社サーバ室",
        ),
        (
            "KNOWN YES US",
            "米国|アメリカ|アメリカ合衆国|USA|U.S.|US|us-east-1|us-east-1a|AWS（オレゴン）|米国(カリフォルニア州サンフランシスコ市)|バージニア北部|米国、ただしサポートは別|Salesforce（米国）|海外（米国）|アメリカ リージョン|United States|米|米国（ジョージア州）|アメリカ合衆国(カリフォルニア州又はオレゴン州)",
        ),
        ("KNOWN YES GB", "英国|イギリス|UK|AWS (London)|GBR"),
        ("KNOWN YES DE", "eu-central-1|ドイツ|独|Germany|フランクフルト|欧州（ドイツ）"),
        ("KNOWN YES KR", "韓国|大韓民国|Korea"),
        ("KNOWN YES ID", "インドネシア"),
        ("KNOWN YES PG", "パプアニューギニア"),
        ("KNOWN YES IN", "インド"),
        ("KNOWN YES BA", "ボスニア・ヘルツェゴビナ"),
        (
            "KNOWN YES US SG",
            "米国、シンガポール|米国・シンガポール|アメリカ／シンガポール|米国及びシンガポール|米国とシンガポール|US, SG|米国\nシンガポール|United States and Singapore",
        ),
        ("KNOWN YES JP US", "国内及び米国|日本（バックアップ：米国）|日本、米国|国内、米国"),
        ("CANDIDATES NOT_STATED US JP", "米国または日本（自動選択）|米国又は日本|米国か日本|United States or Japan|米国、日本のいずれか"),
        ("CANDIDATES YES US IE", "米国又はアイルランド|米国もしくはアイルランド|米国、アイルランドのいずれか"),
        ("NOT_STATED YES !country-unnamed", "海外|国外|外国|EU|欧州|EEA|ヨーロッパ|日本以外|日本を除く|outside Japan|北米"),
        ("NOT_STATED YES (特定できない) !country-unnamed", "海外（特定できない）"),
        ("NOT_STATED YES (国名不明) !country-unnamed", "欧州（国名不明）"),
        ("NOT_STATED YES (国名は非公開ゆえに不明) !country-unnamed", "欧州(国名は非公開ゆえに不明)"),
        ("NOT_STATED NOT_STATED !country-unnamed", "アジア|APAC|全世界|グローバル|米国を除く"),
        ("KNOWN YES JP !country-unnamed", "国内、海外|日本（一部海外）"),
        ("CANDIDATES YES US", "米国？|米国の可能性あり"),
        ("NOT_STATED NOT_STATED", "|－|該当なし（紙）"),
        ("KNOWN YES US !country-unnamed", "米国ほか（特定できない）|米国など数か国|米国他|主に米国|mainly United States"),
        ("KNOWN NOT_STATED JP !country-unnamed", "主に国内"),
        ("KNOWN YES TH !country-unnamed", "東南アジア（主にタイ）"),
        ("NOT_STATED NOT_STATED !country-unnamed", "不特定"),
        ("NOT_STATED NOT_STATED !country-unknown", "ワカンダ|AWS|中国支店|status"),
        ("NOT_STATED NOT_STATED !country-unknown !did-you-mean", "シンガポル"),
        ("KNOWN NOT_STATED JP !country-unknown", "日本、ワカンダ|日本、他"),
    ] {
        for cell in cells.split('|') {
            let read = read(cell);
            if read != says {
                wrong.push((cell, read, says));
            }
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn every_country_is_known_by_its_names_and_codes() {
    let mut wrong = Vec::new();
    for country in Country::all() {
        for name in [country.name(crate::language::Language::Ja), country.name(crate::language::Language::En), country.code()] {
            // NA is read as N/A first.
            if name == "NA" {
                continue;
            }
            let read = whereabouts(name, Country::JAPAN, Vocabulary::built_in()).value;
            if read.countries != [country] {
                wrong.push((name.to_owned(), read.countries));
            }
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn what_is_still_asked_about_names_no_country() {
    let read = |text: &str| whereabouts(text, Country::JAPAN, Vocabulary::built_in());
    for text in ["確認中（法務に問い合わせ中）", "確認中（米国の支店に照会）"] {
        let reading = read(text);
        assert_eq!((reading.value.certainty, reading.doubts.len()), (Certainty::NotStated, 1), "{text}");
    }
    for (text, codes) in [("日本及び中", ["JP", "CN"]), ("日本および米", ["JP", "US"]), ("日本と中", ["JP", "CN"])] {
        let countries: Vec<Country> = codes.iter().filter_map(|code| Country::from_code(code)).collect();
        assert_eq!(read(text).value.countries, countries, "{text}");
    }
}

#[test]
fn home_is_where_the_organization_is() {
    let singapore = Country::from_code("SG").unwrap();
    assert_eq!(whereabouts("国内", singapore, Vocabulary::built_in()).value.countries, [singapore]);
}

proptest! {
    #[test]
    fn no_cell_is_too_odd(text in "\\PC{0,40}", words in "(日本|米国|以外|又は|（|）|、|EU|か|x| |インド|İ|not |outside ){0,8}") {
        for text in [text, words] {
            let reading = whereabouts(&text, Country::JAPAN, Vocabulary::built_in());
            prop_assert_eq!(reading.value.certainty == Certainty::NotStated, reading.value.countries.is_empty());
        }
    }
}
