use super::*;

fn legend() -> Legend {
    let mut legend = Legend::default();
    legend.explain_line("△：一部が該当する（該当として扱う）　◇＝該当しない　☆＝未確認　◎：すべての患者等について該当");
    for (sign, meaning) in [
        ("▽", "該当しないが準じて管理する"),
        ("－", "調査対象外（未調査）"),
        ("◆", "電子のみ"),
        ("X", "Does not apply"),
        ("P", "Applies to part of the data subjects"),
        ("Q", "Not yet examined"),
    ] {
        legend.explain(sign, meaning);
    }
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
        ("◎", Yes, None),
        ("▽", No, None),
        ("X", No, None),
        ("P", Yes, None),
        ("なし※", No, None),
        ("No*", No, None),
        ("一部○", Yes, None),
        ("場合により○", Possible, None),
        ("該当情報の予定なし", No, Some("該当情報の予定なし")),
    ] {
        let read = mark(text, Vocabulary::built_in(), &legend());
        assert_eq!((read.value.stated, read.value.remark.as_deref()), (stated, remark), "{text}");
        assert!(read.doubts.is_empty(), "{text}: {:?}", read.doubts);
    }
}

#[test]
fn a_dash_is_no_where_no_legend_explains_it() {
    assert_eq!(mark("－", Vocabulary::built_in(), &Legend::default()).value.stated, Stated::No);
}

#[test]
fn doubtful_marks_are_not_stated() {
    for (text, code) in [
        ("▲", Code::MarkUnknown),
        ("◆", Code::MarkUnknown),
        ("－", Code::NotYetAscertained),
        ("☆", Code::NotYetAscertained),
        ("Q", Code::NotYetAscertained),
        ("○→×", Code::MarkContradictory),
        ("原則含まない", Code::MarkUnknown),
        ("病歴以外は含まない", Code::MarkUnknown),
        ("把握していない", Code::NotYetAscertained),
        ("本店", Code::MarkUnknown),
        ("未確認", Code::NotYetAscertained),
        ("？", Code::NotYetAscertained),
        ("未確認（7月に確認予定）", Code::NotYetAscertained),
        ("有・無", Code::MarkContradictory),
        ("はい／いいえ", Code::MarkContradictory),
        ("□有 □無", Code::MarkContradictory),
        ("☑有 ☑無", Code::MarkContradictory),
    ] {
        let read = mark(text, Vocabulary::built_in(), &legend());
        assert_eq!(read.value.stated, Stated::NotStated, "{text}");
        assert_eq!(read.doubts.first().map(|doubt| doubt.code), Some(code), "{text}");
    }
}

#[test]
fn an_exception_beside_no_is_asked_about() {
    for (text, is_asked) in [
        ("なし（ただし診断書は有）", true),
        ("なし（※例外あり）", true),
        ("なし（ただし法令による場合を除く）", false),
        ("無（紙のみ）", false),
    ] {
        let read = mark(text, Vocabulary::built_in(), &Legend::default());
        assert_eq!((read.value.stated, !read.doubts.is_empty()), (Stated::No, is_asked), "{text}");
    }
}
