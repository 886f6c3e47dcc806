use super::*;

fn legend() -> Legend {
    let mut legend = Legend::default();
    for (sign, meaning) in [("X", "Does not apply"), ("Z", "Kept by the head office"), ("K", "株式会社甲")] {
        legend.explain(sign, meaning);
    }
    legend
}

#[test]
fn parties_are_marks_and_names() {
    use Stated::{No, NotStated, Possible, Yes};
    for (text, stated, names) in [
        ("株式会社かもめ医療事務", Yes, &["株式会社かもめ医療事務"][..]),
        ("審査支払機関、保険者", Yes, &["審査支払機関", "保険者"]),
        ("税務署・年金事務所", Yes, &["税務署", "年金事務所"]),
        ("有（株式会社まなびシステム）", Yes, &["株式会社まなびシステム"]),
        ("有（A社、B社）", Yes, &["A社", "B社"]),
        ("あり：A社", Yes, &["A社"]),
        ("○ A社", Yes, &["A社"]),
        ("有（一部）", Yes, &[]),
        ("有（印刷業者）", Yes, &["印刷業者"]),
        ("有（警察からの照会時）", Yes, &[]),
        ("有（必要なとき、株式会社B）", Yes, &["株式会社B"]),
        ("有（甲国際、株式会社乙以外）", Yes, &["甲国際", "株式会社乙以外"]),
        ("関係各社", Yes, &["関係各社"]),
        ("株式会社やまなし", Yes, &["株式会社やまなし"]),
        ("有", Yes, &[]),
        ("〇〇株式会社（配送）", Yes, &["〇〇株式会社（配送）"]),
        ("ボディスキャン・ジャパン株式会社", Yes, &["ボディスキャン・ジャパン株式会社"]),
        ("無", No, &[]),
        ("なし（自社で処理）", No, &[]),
        ("－", No, &[]),
        ("×", No, &[]),
        ("", NotStated, &[]),
        ("法令に基づく場合を除き提供しない", No, &[]),
        ("自社内で処理", No, &[]),
        ("予定なし", No, &[]),
        ("（なし）", No, &[]),
        ("(無)", No, &[]),
        ("外部には出さない", No, &[]),
        ("In-house", No, &[]),
        ("X", No, &[]),
        ("K", Yes, &["株式会社甲"]),
        ("株式会社内製研究所", Yes, &["株式会社内製研究所"]),
        ("給与計算：ヒノキ社労士法人", Yes, &["ヒノキ社労士法人"]),
        ("発送：株式会社甲、印刷：㈲乙", Yes, &["株式会社甲", "㈲乙"]),
        ("SAP運用：独TN IT Services GmbH", Yes, &["独TN IT Services GmbH"]),
        ("再委託あり：株式会社甲", Yes, &["株式会社甲"]),
        ("有　委託先：一般社団法人甲町医師会　再委託：無", Yes, &["一般社団法人甲町医師会"]),
        ("○（甲株式会社　保守）", Yes, &["甲株式会社"]),
        ("○（甲株式会社　大阪支店）", Yes, &["甲株式会社　大阪支店"]),
        ("紹介会社へ結果を通知", Yes, &["紹介会社"]),
        ("A㈱へ委託", Yes, &["A㈱"]),
        ("税務署に提出する", Yes, &["税務署"]),
        ("当社、甲株式会社", Yes, &["当社", "甲株式会社"]),
        ("A㈱　B㈱", Yes, &["A㈱", "B㈱"]),
        ("あり　A㈱　B㈱", Yes, &["A㈱", "B㈱"]),
        ("甲商店　株式会社", Yes, &["甲商店　株式会社"]),
        ("2社（A社、B社）", Yes, &["A社", "B社"]),
        ("A社のみ", Yes, &["A社"]),
        ("一部委託", Yes, &[]),
        ("業務委託先あり", Yes, &[]),
        ("No. 5 Logistics Inc.", Yes, &["No. 5 Logistics Inc."]),
        ("yes - A Co., Ltd.", Yes, &["A Co., Ltd."]),
        ("Yes: A Inc.", Yes, &["A Inc."]),
        ("No outsourcing", No, &[]),
        ("なし（法令に基づく場合を除く）", No, &[]),
        ("窓口：甲", Yes, &["窓口：甲"]),
        ("委託することがあります", Possible, &[]),
    ] {
        let read = parties(text, Vocabulary::built_in(), &legend());
        let read_names: Vec<&str> = read.value.names.iter().map(AsRef::as_ref).collect();
        assert_eq!((read.value.stated, read_names.as_slice()), (stated, names), "{text}");
        assert!(read.doubts.is_empty(), "{text}: {:?}", read.doubts);
    }
    for text in [
        "△",
        "未確認",
        "？",
        "別紙参照",
        "原則なし",
        "変更なし",
        "委託先は把握していない",
        "甲以外には委託しない",
        "社内",
        "法令に基づく場合のみ",
        "求めがあれば提供",
        "グループ内で共有",
        "国内のみ",
        "3社（別紙）",
        "同意なしには提供しない",
        "海外への提供なし",
        "なし、ただしA社",
        "なし。ただしA社",
        "警察からの照会時",
        "Z",
        "123",
    ] {
        let read = parties(text, Vocabulary::built_in(), &legend());
        assert!(!read.doubts.is_empty() && read.value.names.is_empty(), "{text}");
    }
    for text in ["A㈱／2024/4/1", "A㈱、012"] {
        let read = parties(text, Vocabulary::built_in(), &Legend::default());
        assert_eq!((read.value.names.len(), read.doubts.len(), read.doubts[0].code), (1, 1, Code::WordUnknown), "{text}");
    }
    let partly = parties("自社内で処理、印刷は㈲乙", Vocabulary::built_in(), &Legend::default());
    assert_eq!((partly.value.stated, partly.value.names.len(), partly.doubts.len()), (Yes, 1, 1));
}

#[test]
fn what_is_said_of_parties_without_their_names_is_none() {
    use Stated::{No, NotStated, Yes};
    for (text, stated, names, is_asked) in [
        ("有（東商会：発送業務）", Yes, &["東商会"][..], false),
        ("○東商会", Yes, &["東商会"], false),
        ("○○商店", Yes, &["○○商店"], false),
        ("別紙１", Yes, &[], true),
        ("3社", Yes, &[], true),
        ("複数", Yes, &[], true),
        ("社名非公開", Yes, &[], true),
        ("有（3社）", Yes, &[], false),
        ("東商会、複数", Yes, &["東商会"], true),
        ("複数の印刷会社", Yes, &["複数の印刷会社"], false),
        ("都度選定", NotStated, &[], true),
        ("案件による", NotStated, &[], true),
        ("各店舗で契約", NotStated, &[], true),
        ("オプトアウト", NotStated, &[], true),
        ("必要に応じて", NotStated, &[], true),
        ("事故時のみ保険会社", Yes, &["保険会社"], true),
        ("求めに応じ警察", Yes, &["警察"], true),
        ("照会時に限り有", Yes, &[], false),
        ("国内あり", Yes, &[], false),
        ("外国あり（米国）", Yes, &[], false),
        ("禁止", No, &[], false),
        ("目的外利用禁止", NotStated, &[], true),
        ("法令による場合を除きなし", No, &[], false),
        ("税務署を除きなし", NotStated, &[], true),
    ] {
        let read = parties(text, Vocabulary::built_in(), &Legend::default());
        let named: Vec<&str> = read.value.names.iter().map(AsRef::as_ref).collect();
        assert_eq!((read.value.stated, named.as_slice(), !read.doubts.is_empty()), (stated, names, is_asked), "{text}");
    }
}

#[test]
fn an_exception_beside_nobody_is_asked_about() {
    for (text, is_asked) in [("無（ただし緊急時は医療機関）", true), ("なし（一部A社）", true), ("なし（法令に基づく場合を除く）", false)]
    {
        let read = parties(text, Vocabulary::built_in(), &legend());
        assert_eq!((read.value.stated, read.value.names.len(), !read.doubts.is_empty()), (Stated::No, 0, is_asked), "{text}");
    }
}
