//! Columns under a group heading: choices of its matter, and what is said about it beside.

use crate::declare::drawn::{cells, read, sheet, told};
use crate::finding::Code;
use crate::ledger::{Country, Entry, Stated};

/// What a table of these columns under one group, with these cells, says in its first entry; and whether columns stand beside.
fn grouped(group: &str, headings: &[&str], rows: &[&[&str]]) -> (Entry, bool) {
    let bars = "|".repeat(headings.len() - 1);
    let body: Vec<String> = rows.iter().map(|row| format!("1|名簿|連絡|{}", row.join("|"))).collect();
    let last = ["D", "E", "F", "G"][headings.len() - 1];
    let merges = format!("~ A1:A2 B1:B2 C1:C2 D1:{last}1");
    let drawing = format!("番号|個人情報の名称|利用目的|{group}{bars}\n|||{}\n{}\n{merges}", headings.join("|"), body.join("\n"));
    let (declared, findings) = read(vec![sheet("台帳", &drawing)]);
    (declared.entries[0].clone(), !cells(&findings, Code::ColumnKeptBeside).is_empty())
}

/// What an entry says under groups, in words.
fn said(entry: &Entry) -> String {
    let lists = [&entry.acquisition, &entry.accessors, &entry.places, &entry.entrustees, &entry.recipients, &entry.subjects];
    let lists: Vec<String> = lists.iter().map(|list| list.join("・")).chain(entry.disposal.as_deref().map(str::to_owned)).collect();
    let countries: Vec<&str> = entry.storage.countries.iter().map(Country::code).collect();
    let media: Vec<String> = entry.media.iter().map(|medium| format!("{medium:?}")).collect();
    let all = lists.into_iter().chain([countries.join("・"), media.join("・"), entry.manager.as_deref().unwrap_or_default().to_owned()]);
    all.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_said_about_the_matter_of_a_group_stands_beside_it() {
    for (group, headings, row, expected) in [
        ("廃棄", &["廃棄部署", "廃棄方法", "廃棄記録"][..], &["総務課", "溶解", "有"][..], "溶解"),
        ("廃棄", &["実施者", "方法"], &["総務課員", "裁断"], "裁断"),
        ("第三者提供", &["提供先", "記録の作成"], &["税務署", "有"], "税務署"),
        ("第三者提供", &["記録の作成"], &["有"], ""),
        ("委託先", &["名称", "契約書"], &["甲社", "有"], "甲社"),
        ("委託先", &["契約書", "監督"], &["有", "有"], ""),
        ("保管", &["場所", "施錠", "バックアップ"], &["書庫", "有", "有"], "書庫"),
        ("保管場所", &["施錠", "鍵の管理"], &["有", "総務課長"], ""),
        ("取得", &["方法", "同意"], &["書面", "有"], "書面"),
        ("共同利用", &["有無", "責任者", "管理責任者"], &["有", "本社", "本社"], ""),
        ("アクセス権", &["閲覧", "削除"], &["○", ""], ""),
        ("委託先", &["名称", "業務内容"], &["甲社", "配送"], "甲社"),
        ("委託先", &["名称", "業務"], &["甲社", "配送"], "甲社"),
        ("委託先", &["名称", "担当者"], &["甲社", "営業部員"], "甲社"),
        ("委託先", &["名称", "用途"], &["甲社", "配送"], "甲社"),
        ("第三者提供", &["提供先", "項目"], &["税務署", "氏名"], "税務署"),
        ("第三者提供", &["提供先", "目的"], &["税務署", "申告"], "税務署"),
        ("保管場所", &["名称", "区分"], &["書庫", "社内"], "書庫"),
        ("取得", &["いつ", "どのように"], &["入会時", "書面"], "書面"),
    ] {
        let (entry, beside) = grouped(group, headings, &[row]);
        assert_eq!((said(&entry).as_str(), beside), (expected, true), "{group} {headings:?}");
        assert!(!entry.other_columns.is_empty(), "{group} {headings:?}");
    }
}

#[test]
fn choices_of_a_group_are_read_as_choices() {
    for (group, headings, rows, expected) in [
        ("媒体", &["紙", "電子"][..], &[&["○", "○"][..], &["", "○"]][..], "Paper・Electronic"),
        ("委託先", &["甲社", "乙社"], &[&["○", "○"], &["", "○"]], "甲社・乙社"),
        ("外部に頼む", &["有無", "どこに"], &[&["有", "甲社"]], "甲社"),
        ("アクセス権者", &["営業部", "総務部", "担当者"], &[&["○", "", "○"], &["", "○", ""]], "営業部・担当者"),
        ("アクセス権", &["閲覧", "更新", "削除"], &[&["総務部", "総務課", "総務課長"]], "総務部・総務課・総務課長"),
        ("保管国", &["日本", "米国", "その他"], &[&["○", "○", ""], &["○", "", "韓国"]], "JP・US"),
        ("廃棄方法", &["裁断", "溶解", "消去"], &[&["○", "", "○"], &["", "○", ""]], "裁断\n消去"),
        ("取得", &["申込書", "契約書", "名刺"], &[&["○", "○", ""], &["", "", "○"]], "申込書・契約書"),
        ("保管場所", &["金庫", "サーバー"], &[&["○", "○"], &["", "○"]], "金庫・サーバー"),
        ("本人", &["顧客", "本人の家族"], &[&["○", "○"], &["○", ""]], "顧客・本人の家族"),
    ] {
        assert_eq!(said(&grouped(group, headings, rows).0), expected, "{group} {headings:?}");
    }
}

#[test]
fn what_is_under_a_group_about_others_is_not_the_records() {
    for (group, headings, row) in [
        ("外国にある第三者への提供", ["国", "場所"], ["ドイツ", "ベルリン"]),
        ("海外移転", ["国名", "場所"], ["ドイツ", "ベルリン"]),
        ("外に出す", ["どこに", "国"], ["甲社", "ドイツ"]),
        ("Third-party provision⏎第三者提供", ["Country⏎国", "場所"], ["ドイツ", "ベルリン"]),
        ("安全管理措置", ["紙", "電子"], ["施錠", "暗号化"]),
    ] {
        let (entry, beside) = grouped(group, &headings, &[&row]);
        assert_eq!((said(&entry).as_str(), beside, entry.other_columns.len()), ("", true, 2), "{group}");
    }
}

#[test]
fn a_branch_under_places_is_where_and_two_languages_ask_as_one() {
    let (entry, _) = grouped("保管場所", &["本店", "支店"], &[&["金庫", "書庫"]]);
    assert_eq!((said(&entry).as_str(), entry.department), ("金庫・書庫", None));
    for (row, stated) in [(["N", ""], Stated::No), (["Y", "丸八印刷"], Stated::Yes)] {
        let (entry, _) = grouped("Outsourcing⏎委託", &["Y/N⏎有無", "Vendor⏎委託先"], &[&row]);
        assert_eq!((entry.entrusted, entry.entrustees.len()), (stated, usize::from(stated == Stated::Yes)), "{row:?}");
    }
}

#[test]
fn what_stands_as_content_under_the_purpose_is_the_purpose() {
    let drawing = "番号|個人情報の名称|利用目的||保存期間\n||内容|公表|\n1|名簿|連絡のため|有|5年\n~ A1:A2 B1:B2 C1:D1 E1:E2";
    let (declared, _) = read(vec![sheet("台帳", drawing)]);
    assert_eq!(declared.entries[0].purposes.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), ["連絡のため"]);
    assert!(declared.entries[0].items.is_empty());
}

#[test]
fn groups_over_all_columns_are_sections_of_the_table() {
    let drawing = "
        ~ A1:C1 D1:E1 F1:H1
        WHAT |         |             | WHERE  |      | SIZE           |         |
        ID   | Dataset | Whose data  | System | Type | Rows (approx.) | Purpose | Notes
        1    | 会員    | 会員        | DB     | Data | 1200           | 連絡    |
        2    | 社員    | 社員        | 金庫   | Paper + Data | 64     | 労務    |";
    let said = |entry: &Entry| format!("{:?} {:?} {}", entry.media, entry.count, entry.places.join("+"));
    assert_eq!(told(drawing, said), ["[Electronic] Some(1200) DB", "[Paper, Electronic] Some(64) 金庫"]);
}

#[test]
fn a_sign_of_which_the_legend_says_more_than_yes_still_says_yes() {
    let drawing = "
        ◎＝原本がある所　○＝写しがある所
        ~ A2:A3 B2:B3 C2:C3 D2:D3 E2:G2
        番号 | 名称 | 対象 | 項目 | 置いてある所 |      |
             |      |      |      | 本社書庫     | 現場 | サーバー
        1    | 名簿 | 社員 | 氏名 | ◎           |      | ○
        2    | 台帳 | 会員 | 氏名 |              | ◎   |";
    let said = |entry: &Entry| entry.places.join("+");
    assert_eq!(told(drawing, said), ["本社書庫+サーバー", "現場"]);
}

#[test]
fn at_home_and_abroad_under_a_group_of_recipients_are_to_whom_it_is_given() {
    let drawing = "
        ~ A1:A2 B1:B2 C1:C2 D1:D2 E1:F1
        番号 | 名称   | 対象   | 項目 | 渡している相手 |
             |        |        |      | 国内           | 国外（送出機関など）
        1    | 履歴書 | 実習生 | 氏名 | 入管           | ハノイ人材有限会社
        2    | 日誌   | 実習生 | 氏名 | なし           | なし";
    let said = |entry: &Entry| format!("{:?} {}", entry.provided, entry.recipients.join("+"));
    assert_eq!(told(drawing, said), ["Yes 入管+ハノイ人材有限会社", "No "]);
}

#[test]
fn joint_use_under_a_group_of_provision_is_a_matter_of_its_own() {
    let drawing = "
        ~ A1:A2 B1:B2 C1:C2 D1:D2 E1:G1
        番号 | 名称   | 対象   | 項目 | 外部への提供等 |              |
             |        |        |      | 委託先         | 第三者提供先 | 共同利用
        1    | 加入者 | 加入者 | 氏名 | 株式会社甲     | －           | ●
        2    | 名簿   | 社員   | 氏名 | －             | 保険組合     | －";
    let said = |entry: &Entry| format!("{:?} {:?}", entry.provided, entry.jointly_used);
    assert_eq!(told(drawing, said), ["No Yes", "Yes No"]);
}

#[test]
fn a_choice_that_is_not_settled_or_no_longer_holds_is_asked_about() {
    let drawing = "
        ◎＝原本がある所　○＝廃止した所
        ~ A2:A3 B2:B3 C2:C3 D2:D3 E2:F2
        番号 | 名称 | 対象 | 項目 | 保管場所 |
             |      |      |      | 本社     | 支店
        1    | 名簿 | 社員 | 氏名 | ○       | ◎
        2    | 台帳 | 会員 | 氏名 | 要確認   | ◎";
    let said = |entry: &Entry| entry.places.join("+");
    assert_eq!(told(drawing, said), ["支店", "支店"]);
    let (_, findings) = read(vec![sheet("台帳", drawing)]);
    assert_eq!(cells(&findings, Code::MarkUnknown), ["E4".to_owned()].into());
    assert_eq!(cells(&findings, Code::NotYetAscertained), ["E5".to_owned()].into());
}
