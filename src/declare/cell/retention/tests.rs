use super::*;
use proptest::prelude::*;

fn read(text: &str, unit: Option<Unit>) -> String {
    let reading = retention(text, unit, Vocabulary::built_in());
    let Retention { kind, period, after, due_on, .. } = &reading.value;
    let period = period.map(|period| format!(" {period}")).unwrap_or_default();
    let after = after.as_ref().map(|after| format!(" {after}")).unwrap_or_default();
    let due = due_on.map(|due| format!(" {due}")).unwrap_or_default();
    let doubt = reading.doubts.first().map(|doubt| format!(" !{}", doubt.code.as_ref())).unwrap_or_default();
    format!("{}{period}{after}{due}{doubt}", kind.as_ref())
}

#[test]
fn each_phrase_says_one_thing_or_is_doubted() {
    let mut wrong = Vec::new();
    for (says, cells) in [
        (
            "PERIOD P5Y",
            "掲載の有無にかかわらず5年|採否を問わず、5年間|採否に関係なく5年保管|5年|5年間|５年間|五年|5年保存|5年間保管|原則5年|原則として5年間|保存期間：5年|5年で廃棄|5年経過後廃棄|①5年|5年※1|5カ年|5年以内|5年（税法による）|☐永年 ☑5年",
        ),
        ("PERIOD P3M", "3ヶ月|3か月|3カ月|3ケ月|3箇月|３ヵ月|三か月|3ヶ月間|3月間|3 months|3 mo"),
        ("PERIOD P6M", "半年|6か月|半年間|0.5年|6 months|six months|6-month"),
        ("PERIOD P1Y6M", "1年半|1年6ヶ月|1年6か月間|1.5年|1 year 6 months"),
        ("PERIOD P1095D", "1,095日|1095日間"),
        ("PERIOD P30D", "30 days, overwritten|Deleted after 30 days|automatically deleted after 30 days"),
        ("PERIOD P90D", "90日|90日間|90d|90 days|for 90 days|up to 90 days"),
        ("PERIOD P1D", "24時間|24時間で自動削除"),
        ("PERIOD P10Y", "A（10年）|第２種（10年）|長期（10年）"),
        ("UNTIL_EVENT 当日終了", "当日限り|当日限り（翌日廃棄）"),
        ("UNTIL_EVENT 当該年度終了", "当該年度限り|当該年度内"),
        ("PERMANENT", "第1種（永久）"),
        ("PERIOD P2W", "2週間|２週|2 weeks"),
        (
            "PERIOD P7Y",
            "7 years|seven years|P7Y|7 yrs|Retained for 7 years|Keep for 7 yrs|7年（会社法/法人税法）|社内規程に基づき7年|保存年限：7年",
        ),
        (
            "AFTER_EVENT P5Y 退職",
            "退職後5年|退職後、5年間保存|退職後 5年|退職\n後5年|退職日から5年|退職の日から5年間|在職中及び退職後5年|5年（退職後）|退職の5年後まで|退職後原則5年|退職後5年経過後廃棄|退職＋5年|5年（起算日：退職日）|退職まで保管し、その後5年",
        ),
        (
            "AFTER_EVENT P7Y 契約終了",
            "理由の如何を問わず契約終了後7年|契約終了後７年間|契約終了から7年|契約終了日より7年間|契約終了時から7年|契約期間中及び契約終了後7年",
        ),
        ("AFTER_EVENT P6Y 卒園", "☑卒園後6年　□永年|□永年⏎☑卒園後6年"),
        ("AFTER_EVENT P5Y 卒業又は退学", "卒業又は退学の日から起算して5年を経過する日の属する年度の末日|卒業又は退学後5年"),
        ("AFTER_EVENT P2Y 最終接触", "最終接触日から２年|最終接触の日から2年"),
        ("AFTER_EVENT P1Y 用済み", "用済み後1年保管|用済み後1年"),
        ("AFTER_EVENT P5Y 作成年度の翌年度", "作成年度の翌年度から5年"),
        ("AFTER_EVENT P5Y 利用目的達成", "利用目的達成後5年"),
        (
            "AFTER_EVENT P5Y contract ends",
            "5 years after contract ends|5 years after the contract ends|Kept for five years after contract ends|contract ends + 5 years",
        ),
        (
            "AFTER_EVENT P30D account deletion",
            "30 days after account deletion|30 days from account deletion|30 days following the account deletion",
        ),
        ("WHILE_NEEDED", "用が済み次第|用がなくなり次第|その場で返す|使い終わったら廃棄|要らなくなったらシュレッダー"),
        ("UNTIL_EVENT 採用決定", "採用決定まで|採用決定まで保管|採用決定迄|採用決定日まで"),
        ("UNTIL_EVENT 年度末", "年度末まで|年度末|年度末に廃棄"),
        ("UNTIL_EVENT 成人に達する", "成人に達するまで"),
        ("UNTIL_EVENT 契約解除", "契約解除されるまで|契約解除まで"),
        (
            "UNTIL_EVENT 退職",
            "退職するまで|退職後すぐ|退職後すぐに廃棄|退職まで|退職日まで|退職時|退職後速やかに廃棄|退職後廃棄|退職時に返却または廃棄",
        ),
        ("UNTIL_EVENT 退会", "退会した時|退会したときに削除|退会後即時削除|退会後随時廃棄|退会次第廃棄|退会次第、速やかに削除"),
        ("UNREADABLE !retention-unreadable", "状況次第で廃棄|予算次第"),
        ("UNTIL_EVENT 在職終了", "在職中|在職中保管|在職の間"),
        ("UNTIL_EVENT 掲載終了", "掲載中|掲載中のみ"),
        ("UNTIL_EVENT 在学終了", "在学中"),
        ("UNTIL_EVENT 契約終了", "契約がある間|契約が続く間は保管|契約がある限り"),
        ("UNTIL_EVENT 催し終了", "催しが終わったら廃棄|催しが済み次第、返却|催しが終わったら返す"),
        ("NOT_STATED !retention-undecided", "協議中|総務部と協議中|見直し中|回答待ち"),
        ("AFTER_EVENT P2Y 退会", "2 years after leaving the club / 退会後2年|退会後2年⏎2 years after leaving"),
        ("UNREADABLE !retention-unreadable", "2 years after leaving / 退会後3年"),
        ("AFTER_EVENT P5Y 契約期間", "契約期間中＋5年"),
        ("UNTIL_EVENT 契約期間", "契約期間中|契約期間"),
        ("UNTIL_EVENT 法定代理人の同意撤回", "法定代理人の同意撤回まで"),
        ("UNTIL_EVENT withdrawal of consent", "until withdrawal of consent|Until the withdrawal of consent"),
        ("UNTIL_EVENT opt-out", "Until opt-out|until the opt-out"),
        ("UNTIL_EVENT check-in/check-out", "until check-in/check-out"),
        ("UNTIL_EVENT business relationship", "As long as the business relationship continues"),
        ("UNTIL_EVENT contract", "as long as the contract is in force"),
        ("UNTIL_EVENT 2030-03-31", "R12.3.31|2030年3月31日|R12/3/31まで"),
        ("UNTIL_EVENT employment", "during employment|for the duration of employment"),
        (
            "PERMANENT",
            "永年（廃棄しない）|ずっと|期限を設けない|永年|永久|無期限|永年保管|永続(お客様削除依頼まで)|indefinitely|Permanent|期限なし",
        ),
        (
            "STATUTORY",
            "法定|法律で決められた期間|法令どおり|法定保存期間|法令で定める期間|法定保管年数|法令の定めによる期間|労働基準法に定める期間|statutory period|As required by law",
        ),
        (
            "STATUTORY P7Y",
            "法人税法施行規則第59条により7年|会社法第432条に基づき7年|法定保存期間（7年）|7年（法定）|法定7年|法人税法により7年|法定保存期間7年|statutory (7 years)|7 years (statutory)|税法上の保存期間（7年）",
        ),
        (
            "WHILE_NEEDED",
            "利用目的達成まで|利用目的の達成まで|必要な期間|目的達成後速やかに|都度廃棄|用済み後廃棄|用済み後直ちに廃棄|用済み後（直ちに）廃棄|取得後即時廃棄|受領後即日廃棄|不要になり次第|必要がなくなったら廃棄|利用目的に必要な範囲内で、または当社が別途保存期間を定めた場合には当該保存期間内|as long as necessary|Kept as long as necessary for the purpose",
        ),
        ("NOT_STATED", "|－|―|　"),
        ("NOT_STATED !retention-undecided", "未定|検討中|確認中|未定（2025年度に決定）|保存期間未定|TBD"),
        (
            "UNREADABLE !retention-unreadable",
            "5～7年|5〜7年|3年または5年|3年又は5年|5年（一部10年）|長期|適宜|紙：5年、電子：10年|5年以上|最低5年|5-7 years|3 or 5 years|5|数年|5、6年|退職まで又は契約終了後5年|法定保存期間又は退職後5年|5,6年|5年または契約終了まで|5年から7年|at least 5 years|6月|1年更新|文書管理規程に定める期間|随時更新|0年|0日|P0D|P2024Y|2024 years|→後5年|…まで|当分の間|当面の間保管|しばらくの間|取得後廃棄|1年経過後の年度末|1年未満|36時間|番号法に基づき速やかに廃棄|永年（電子化後は廃棄）",
        ),
    ] {
        wrong.extend(cells.split('|').map(|cell| (cell, read(&cell.replace('⏎', "\n"), None))).filter(|(_, read)| read != says));
    }
    assert_eq!(wrong, []);
}

#[test]
fn a_bare_number_counts_in_the_unit_of_the_heading() {
    for (heading, cell, says) in [
        ("保存期間（年）", "5", "PERIOD P5Y"),
        ("保存期間\n(単位：年)", "退職後5", "AFTER_EVENT P5Y 退職"),
        ("保存期間（ヶ月）", "18", "PERIOD P18M"),
        ("保存期間[日]", "90", "PERIOD P90D"),
        ("保存期間（年）", "3か月", "PERIOD P3M"),
        ("保存期間（年）", "5～7", "UNREADABLE !retention-unreadable"),
        ("Retention (days)", "30", "PERIOD P30D"),
        ("保存期間", "5", "UNREADABLE !retention-unreadable"),
        ("保管年数", "7", "PERIOD P7Y"),
        ("保存年限", "退職後5", "AFTER_EVENT P5Y 退職"),
        ("保管年数／(年)", "10", "PERIOD P10Y"),
        ("保存日数", "30", "PERIOD P30D"),
        ("保存年月", "5", "UNREADABLE !retention-unreadable"),
    ] {
        assert_eq!(read(cell, unit_of(heading)), says, "{heading} {cell}");
    }
}

#[test]
fn the_cell_is_kept_as_written() {
    let reading = retention("退職後　５年間", None, Vocabulary::built_in());
    assert_eq!(reading.value.text.as_deref(), Some("退職後　５年間"));
}

proptest! {
    #[test]
    fn no_cell_is_too_odd(text in "\\PC{0,40}", words in "[0-9一二十半年月日か後まで~/（）a-z 法定]{0,20}") {
        for text in [text, words] {
            let reading = retention(&text, unit_of(&text), Vocabulary::built_in());
            prop_assert_eq!(reading.value.kind == RetentionKind::Unreadable, reading.doubts.iter().any(|doubt| doubt.code == Code::RetentionUnreadable));
        }
    }
}
