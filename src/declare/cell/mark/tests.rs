use super::*;

fn legend() -> Legend {
    let mut legend = Legend::default();
    legend.explain_line("△：一部が該当する（該当として扱う）　◇＝該当しない　☆＝未確認");
    legend
}

#[test]
fn marks_say_yes_no_or_nothing() {
    use Stated::{No, NotStated, Possible, Yes};
    for (text, stated, remark) in [
        ("○", Yes, None),
        ("〇", Yes, None),
        ("レ", Yes, None),
        ("TRUE", Yes, None),
        ("○（健康情報）", Yes, Some("健康情報")),
        ("〇（土石流）", Yes, Some("土石流")),
        ("有", Yes, None),
        ("該当", Yes, None),
        ("■有", Yes, None),
        ("□有　■無", No, None),
        ("☑有 □無", Yes, None),
        ("☐有 ☑無", No, None),
        ("☑有（氏名）　☐無", Yes, Some("氏名")),
        ("■", Yes, None),
        ("× （提携法人が窓口）", No, Some("提携法人が窓口")),
        ("－", No, None),
        ("なし", No, None),
        ("対象外", No, None),
        ("含まない", No, None),
        ("", NotStated, None),
        ("　", NotStated, None),
        ("可能性あり", Possible, None),
        ("委託することがあります。", Possible, Some("委託することがあります。")),
        ("病歴・障害", Yes, Some("病歴・障害")),
        ("△", Yes, None),
        ("◇", No, None),
        ("☆", NotStated, None),
    ] {
        let read = mark(text, Vocabulary::built_in(), &legend());
        assert_eq!((read.value.stated, read.value.remark.as_deref()), (stated, remark), "{text}");
        assert!(read.doubts.is_empty(), "{text}: {:?}", read.doubts);
    }
}

#[test]
fn doubtful_marks_are_not_stated() {
    for (text, code) in [
        ("△", Code::MarkUnknown),
        ("◎", Code::MarkUnknown),
        ("山田", Code::MarkUnknown),
        ("未確認", Code::NotYetAscertained),
        ("？", Code::NotYetAscertained),
        ("未確認（7月に確認予定）", Code::NotYetAscertained),
        ("有・無", Code::MarkContradictory),
        ("はい／いいえ", Code::MarkContradictory),
        ("□有 □無", Code::MarkContradictory),
        ("☑有 ☑無", Code::MarkContradictory),
    ] {
        let read = mark(text, Vocabulary::built_in(), &Legend::default());
        assert_eq!(read.value.stated, Stated::NotStated, "{text}");
        assert_eq!(read.doubts.first().map(|doubt| doubt.code), Some(code), "{text}");
    }
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
        ("委託することがあります", Possible, &[]),
    ] {
        let read = parties(text, Vocabulary::built_in(), &Legend::default());
        let read_names: Vec<&str> = read.value.names.iter().map(AsRef::as_ref).collect();
        assert_eq!((read.value.stated, read_names.as_slice()), (stated, names), "{text}");
        assert!(read.doubts.is_empty(), "{text}: {:?}", read.doubts);
    }
    for text in ["△", "未確認", "？", "別紙参照"] {
        assert!(!parties(text, Vocabulary::built_in(), &Legend::default()).doubts.is_empty(), "{text}");
    }
}
