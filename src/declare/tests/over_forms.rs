//! Where a record of a form begins, forms side by side, and what is said once for several.

use crate::declare::drawn::{cells, read, sheet, told};
use crate::finding::Code;
use crate::ledger::Entry;

/// An entry's number, name, department and count.
fn short(entry: &Entry) -> String {
    let count = entry.count.map(|count| format!(" {count}")).unwrap_or_default();
    format!("{} {} {}{count}", entry.control_no, entry.name, entry.department.as_deref().unwrap_or("-"))
}

#[test]
fn labels_above_the_number_are_of_the_record_below() {
    for lead in
        ["担当課|総務課⏎件数|<100>", "担当課|総務課|件数|<100>", "件数|<100>|担当課|総務課", "担当課|総務課⏎見直し日|2026/1/1⏎件数|<100>"]
    {
        let form = |nth: u32, lead: &str| {
            format!("{}\n番号|{nth}\n個人情報の名称|名簿{nth}\n本人|会員\n利用目的|連絡\n保存期間|5年\n", lead.replace('⏎', "\n"))
        };
        let other = lead.replace("総務", "経理").replace("100", "200");
        for (title, between) in [
            ("個人情報取扱票\n", ""),
            ("個人情報取扱票\n\n", "\n"),
            ("", "\n"),
            ("", "個人情報取扱票（No.2）\n"),
            ("台帳\n", ""),
            ("個人情報台帳\n\n", "\n"),
        ] {
            let drawing = format!("{title}{}{between}{}", form(1, lead), form(2, &other));
            assert_eq!(told(&drawing, short), ["1 名簿1 総務課 100", "2 名簿2 経理課 200"], "{drawing}");
        }
    }
}

#[test]
fn labels_above_turned_tables_are_of_the_table_below() {
    let drawing = "
        個人情報一覧

        担当課|報道課||編成課
        番号|1|2|3
        個人情報の名称|連絡簿|映像|応募者
        利用目的|連絡|放送|抽選
        保存期間|5年|1年|2年

        担当課|営業課|
        番号|4|5
        個人情報の名称|名刺|当選者
        利用目的|営業|発送
        保存期間|3年|1年
        ~ B3:C3 B9:C9";
    let expected = ["1 連絡簿 報道課", "2 映像 報道課", "3 応募者 編成課", "4 名刺 営業課", "5 当選者 営業課"];
    assert_eq!(told(drawing, short), expected);
}

#[test]
fn two_labels_a_line_are_of_one_record() {
    let form = |nth: u32| {
        format!(
            "番号|{nth}|個人情報の名称|名簿{nth}|担当課|総務課\n本人|会員|件数|<{nth}>\n利用目的|連絡|媒体|紙\n保管場所|書庫|保存期間|5年\n"
        )
    };
    let drawing = format!("個人情報取扱票\n\n{}\n{}", form(1), form(2));
    assert_eq!(told(&drawing, short), ["1 名簿1 総務課 1", "2 名簿2 総務課 2"]);
    let short_form = "番号|1|個人情報の名称|名簿\n本人|会員|媒体|紙\n利用目的|連絡|保存期間|5年";
    assert_eq!(told(short_form, short), ["1 名簿 -"]);
}

#[test]
fn forms_that_stand_side_by_side_are_a_record_each() {
    let drawing = "
        個人情報取扱票

        番号|1||番号|2
        個人情報の名称|名簿1||個人情報の名称|名簿2
        本人|会員||本人|社員
        担当課|総務課||担当課|人事課
        利用目的|連絡||利用目的|案内
        ||||送付
        保存期間|1年||保存期間|2年";
    let told = told(drawing, |entry| format!("{} {:?} {:?}", short(entry), entry.subjects, entry.purposes));
    assert_eq!(told, [r#"1 名簿1 総務課 ["会員"] ["連絡"]"#, r#"2 名簿2 人事課 ["社員"] ["案内", "送付"]"#]);
}

#[test]
fn what_stands_above_all_forms_holds_for_each() {
    let form = |nth: u32| format!("番号|{nth}\n個人情報の名称|名簿{nth}\n利用目的|連絡\n保存期間|5年\n");
    for above in ["部署|総務課", "部署：総務課", "部署：総務課|管理責任者：総務課長", "■総務課", "【総務課】"]
    {
        let drawing = format!("個人情報取扱票\n{above}\n\n{}\n{}", form(1), form(2));
        assert_eq!(told(&drawing, short), ["1 名簿1 総務課", "2 名簿2 総務課"], "{above}");
    }
    for line in ["【総務課】", "■総務課", "部署：総務課", "総務課"] {
        let other = line.replace("総務", "経理");
        let drawing = format!("個人情報取扱票\n{line}\n{}\n{other}\n{}{}", form(1), form(2), form(3));
        assert_eq!(told(&drawing, short), ["1 名簿1 総務課", "2 名簿2 経理課", "3 名簿3 経理課"], "{line}");
    }
    let drawing = format!("■総務課\n{}\n■共用の物\n{}", form(1), form(2));
    assert_eq!(told(&drawing, short), ["1 名簿1 総務課", "2 名簿2 -"]);
}

#[test]
fn what_stands_above_a_turned_table_holds_for_each_record() {
    let table = "番号|1|2\n個人情報の名称|名簿1|名簿2\n利用目的|連絡|案内\n保存期間|1年|2年";
    for above in ["部署|総務課", "所管部署：総務課|管理責任者：総務課長", "【総務課】"] {
        assert_eq!(told(&format!("個人情報一覧\n{above}\n\n{table}"), short), ["1 名簿1 総務課", "2 名簿2 総務課"], "{above}");
    }
    // Without a blank row between, it is of the record that it stands over.
    assert_eq!(told(&format!("個人情報一覧\n部署|総務課\n{table}"), short), ["1 名簿1 総務課", "2 名簿2 -"]);
}

#[test]
fn what_is_said_to_be_the_same_is_what_stands_to_the_left_where_the_table_is_turned() {
    for same in ["〃", "同上", "同左", "→"] {
        let drawing = format!(
            "番号|1|2|3\n個人情報の名称|名簿1|名簿2|名簿3\n利用目的|連絡|案内|{same}\n担当課|総務課|{same}|{same}\n保存期間|{same}|2年|3年"
        );
        let told = told(&drawing, |entry| format!("{} {:?}", short(entry), entry.purposes));
        assert_eq!(told, [r#"1 名簿1 総務課 ["連絡"]"#, r#"2 名簿2 総務課 ["案内"]"#, r#"3 名簿3 総務課 ["案内"]"#], "{same}");
    }
    let drawing = "番号|1|2\n個人情報の名称|名簿1|名簿2\n利用目的|連絡|案内\n委託先|〃|〃\n保存期間|1年|2年";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    assert!(declared.entries.iter().all(|entry| entry.entrustees.is_empty()));
    assert_eq!(cells(&findings, Code::DittoWithoutAbove), ["B4", "C4"].map(String::from).into());
}

#[test]
fn groups_beside_the_labels_tell_what_a_label_asks() {
    let form = |nth: u32| {
        format!(
            "基本|番号|{nth}\n|個人情報の名称|名簿{nth}\n|本人|会員\n利用|利用目的|連絡\n保管|場所|書庫\n|期間|{nth}年\n委託|有無|有\n|委託先|東商会\n提供|有無|無\n|提供先|\n"
        )
    };
    let merged = "~ A1:A3 A5:A6 A7:A8 A9:A10";
    for drawing in
        [format!("{}\n{}", form(1), form(2)), format!("個人情報取扱票\n\n{}{}", form(1), form(2)), format!("{}{merged}", form(1))]
    {
        let told = told(&drawing, |entry| {
            let retention = entry.retention.text.as_deref().unwrap_or_default();
            format!("{} {:?} {retention} {:?} {:?} {:?}", short(entry), entry.places, entry.entrusted, entry.entrustees, entry.provided)
        });
        assert_eq!(told[0], r#"1 名簿1 - ["書庫"] 1年 Yes ["東商会"] No"#, "{drawing}");
        assert!(told.len() == 1 || told[1] == r#"2 名簿2 - ["書庫"] 2年 Yes ["東商会"] No"#, "{drawing}");
    }
}

#[test]
fn what_stands_over_the_records_of_a_turned_table_is_their_number() {
    for corner in ["項目", "台帳項目", "記載項目", "項目＼No."] {
        for numbers in [["1", "2"], ["No.1", "No.2"], ["A-1", "A-2"]] {
            let [one, two] = numbers;
            let drawing = format!("{corner}|{one}|{two}\n個人情報の名称|名簿1|名簿2\n本人|会員|社員\n利用目的|連絡|案内\n保存期間|1年|2年");
            assert_eq!(told(&drawing, short), [format!("{one} 名簿1 -"), format!("{two} 名簿2 -")], "{corner} {numbers:?}");
        }
    }
}

#[test]
fn a_legend_below_a_turned_table_says_what_its_blanks_mean() {
    let drawing =
        "番号|1|2\n個人情報の名称|名簿1|名簿2\n利用目的|連絡|案内\n要配慮個人情報|○|\n保存期間|1年|2年\n\n○：含む　空欄：含まない";
    assert_eq!(told(drawing, |entry| format!("{:?}", entry.special_care)), ["Yes", "No"]);
}

#[test]
fn numbers_over_a_turned_table_need_no_label_and_the_table_three() {
    let drawing = "|①|②|③\n個人情報の名称|名簿1|名簿2|名簿3\n利用目的|連絡|案内|確認\n保存期間|1年|2年|3年";
    assert_eq!(told(drawing, short), ["① 名簿1 -", "② 名簿2 -", "③ 名簿3 -"]);
}
