//! Lines above tables, over groups of rows and below the last of them.

use crate::declare::drawn::{cells, read, sheet, told};
use crate::finding::Code;
use crate::ledger::{Entry, Medium, Stated};

const HEADINGS: &str = "番号|個人情報の名称|本人|利用目的|保管場所|保存期間|備考";
const ROWS: &str = "1|顧客名簿|顧客|案内|書庫|5年|\n2|社員名簿|社員|連絡|金庫|退職後3年|";

fn whose(entry: &Entry) -> String {
    format!("{} {}", entry.department.as_deref().unwrap_or("-"), entry.manager.as_deref().unwrap_or("-"))
}

#[test]
fn a_line_over_the_rows_directly_below_the_heading_is_no_heading() {
    for line in ["紙媒体", "■ 電子データ", "１．受託", "(1) 特定個人情報", "個人情報", "第三者提供", "廃止", "備考", "|紙媒体", "HR"]
    {
        for merged in ["", "\n~ A2:G2"] {
            let (declared, findings) = read(vec![sheet("台帳", &format!("{HEADINGS}\n{line}\n{ROWS}{merged}"))]);
            let told: Vec<_> = declared.entries.iter().map(|entry| format!("{} {}", entry.control_no, entry.name)).collect();
            assert_eq!(told, ["1 顧客名簿", "2 社員名簿"], "{line}{merged}");
            assert!(!cells(&findings, Code::RowPassedOver).is_empty(), "{line}{merged}");
        }
    }
    let (declared, _) = read(vec![sheet("台帳", &format!("{HEADINGS}\n媒体|紙媒体\n{ROWS}"))]);
    assert_eq!(declared.entries[1].media, [Medium::Paper]);
}

#[test]
fn a_second_row_of_headings_may_be_a_single_word() {
    for drawing in [
        "番号|個人情報の名称|利用目的|保管||備考\n|||場所||\n1|名簿|連絡|書庫|棚3|x",
        "番号|個人情報の名称|利用目的|保管|備考\n|||場所|\n1|名簿|連絡|書庫|x\n~ A1:A2 B1:B2 C1:C2 E1:E2",
        "個人情報|||利用目的|保管場所\n番号|名称|本人||\n1|名簿|社員|連絡|書庫",
    ] {
        let told = told(drawing, |entry| format!("{} {} {:?} {:?}", entry.control_no, entry.name, entry.purposes, entry.places));
        assert_eq!(told, [r#"1 名簿 ["連絡"] ["書庫"]"#], "{drawing}");
    }
}

#[test]
fn a_department_above_the_table_is_the_records_where_the_line_says_nothing_else() {
    for (line, department) in [
        ("総務部", Some("総務部")),
        ("総務部　個人情報管理台帳", Some("総務部")),
        ("個人情報管理台帳（総務部）", Some("総務部")),
        ("個人情報台帳：総務部", Some("総務部")),
        ("管理本部 人事課", Some("管理本部　人事課")),
        ("東支部", Some("東支部")),
        ("支部名|本部事務局", Some("本部事務局")),
        ("総務部　更新：2025/4/1", Some("総務部")),
        ("更新|2025/4/1⏎所管|総務部", Some("総務部")),
        ("Sales Department", Some("Sales Department")),
        ("FOOD & BEVERAGE", Some("FOOD & BEVERAGE")),
        ("Prepared by Privacy Office", None),
        ("問合せ先：総務課（内線21）", None),
        ("お問い合わせ　総務課", None),
        ("作成：総務部", None),
        ("作成|総務部", None),
        ("作成者：総務部", None),
        ("発行：総務部", None),
        ("事務局：総務部", None),
        ("承認：管理部　作成：営業部", None),
        ("承認|作成⏎管理部|営業部", None),
        ("株式会社みほん 営業部 御中", None),
        ("（総務部→各課）", None),
        ("個人情報一覧（工事部・総務部）", None),
        ("工事部　総務部", None),
        ("総務部・経理部共通", None),
        ("共通（全課）", None),
        ("顧問先関係", None),
    ] {
        let drawing = format!("{}\n\n{HEADINGS}\n{ROWS}", line.replace('⏎', "\n"));
        let (declared, _) = read(vec![sheet("台帳", &drawing)]);
        assert_eq!(declared.entries[0].department.as_deref(), department, "{line}");
    }
}

#[test]
fn a_line_may_name_the_department_and_who_answers_for_it() {
    let drawing = format!(
        "問合せ先：総務課⏎内線21\n\n{HEADINGS}\n【会員課】　取扱責任者：会員課長\n1|a|b|c|d|1年\n■ 駅前店　　管理責任者：駅前店長\n2|a|b|c|d|1年\n営業部（責任者：営業部長）\n3|a|b|c|d|1年\n【経理課】責任者：経理課長\n4|a|b|c|d|1年\n【共通】\n5|a|b|c|d|1年"
    );
    assert_eq!(told(&drawing, whose), ["会員課 会員課長", "駅前店 駅前店長", "営業部 営業部長", "経理課 経理課長", "- -"]);
    let apart = format!("{HEADINGS}\n総務部|||責任者：総務部長\n1|a|b|c|d|1年\n【営業部】|責任者：営業部長\n2|a|b|c|d|1年");
    assert_eq!(told(&apart, whose), ["総務部 総務部長", "営業部 営業部長"]);
    assert_eq!(told(&format!("総務部　責任者：総務部長\n\n{HEADINGS}\n{ROWS}"), whose)[0], "総務部 総務部長");
}

#[test]
fn a_line_that_names_no_department_ends_the_one_before() {
    let drawing = format!("{HEADINGS}\nHUMAN RESOURCES\n1|a|b|c|d|1年\nELECTRONIC RECORDS\n2|a|b|c|d|1年");
    assert_eq!(told(&drawing, whose), ["HUMAN RESOURCES -", "- -"]);
}

#[test]
fn boxes_for_signatures_are_no_records() {
    for boxes in [
        "\n承認|審査|作成\n部長|課長|係員\n（印）|（印）|（印）",
        "||||承認|確認|作成\n||||総務部長|総務課長|総務課員",
        "承認|総務部長\n作成|総務課員",
        "作成|総務課長|令和8年4月1日\n承認|個人情報保護管理者|令和8年4月2日",
        "\n承認|審査|作成\n部長|課長|係員\n\n番号|個人情報の名称|本人|利用目的|保管場所|保存期間|備考\n3|名刺|取引先|連絡|棚|1年|",
    ] {
        let (declared, findings) = read(vec![sheet("台帳", &format!("{HEADINGS}\n{ROWS}\n{boxes}"))]);
        let told: Vec<_> = declared.entries.iter().map(|entry| format!("{} {} {}", entry.name, entry.places.len(), whose(entry))).collect();
        let all = ["顧客名簿 1 - -", "社員名簿 1 - -", "名刺 1 - -"];
        assert_eq!(told, all[..if boxes.contains("名刺") { 3 } else { 2 }], "{boxes}");
        assert!(!cells(&findings, Code::RowPassedOver).is_empty(), "{boxes}");
    }
    let drawing = format!("{HEADINGS}\n1|承認|社員|決裁|棚|1年|\n2|監査|監査役|監査|棚|1年|");
    assert_eq!(told(&drawing, |entry| entry.name.to_string()), ["承認", "監査"]);
    let drawing = "情報名|本人の区分|管理責任者|利用目的\n会員名簿|会員|営業部長|案内\n応募者|求職者|人事課長";
    assert_eq!(told(drawing, |entry| entry.name.to_string()), ["会員名簿", "応募者"]);
}

#[test]
fn examples_and_guides_are_no_records_and_what_only_looks_so_is_one() {
    for row in [
        "EX|顧客名簿|顧客|案内|書庫|5年|",
        "※例|顧客名簿|顧客|案内|書庫|5年|",
        "9|（記入例）顧客名簿|顧客|案内|書庫|5年|",
        "9|顧客名簿（例）|顧客|案内|書庫|5年|",
        "9|顧客名簿|顧客|案内|書庫|5年|※記入例",
        "※自動採番|※必須|※選択|※具体的に|※必須|※年数|※任意",
        "9|廃止",
        "9|別台帳へ移管",
    ] {
        let (declared, findings) = read(vec![sheet("台帳", &format!("{HEADINGS}\n{row}\n{ROWS}"))]);
        assert_eq!(declared.entries.len(), 2, "{row}");
        assert!(cells(&findings, Code::RowPassedOver).contains("A2"), "{row}");
    }
    for row in [
        "EX-01|顧客名簿|顧客|案内|書庫|5年|",
        "9|例規集配布先|顧客|案内|書庫|5年|",
        "9|見本市来場者|顧客|案内|書庫|5年|見本あり",
        "9|廃止届|顧客|案内|書庫|5年|",
    ] {
        assert_eq!(read(vec![sheet("台帳", &format!("{HEADINGS}\n{row}\n{ROWS}"))]).0.entries.len(), 3, "{row}");
    }
}

#[test]
fn who_the_document_goes_to_is_no_recipient_of_the_data() {
    for line in ["提出先：監査室", "送付先：本社総務部", "提出先|監査室"] {
        let (declared, _) = read(vec![sheet("台帳", &format!("{line}\n\n{HEADINGS}\n{ROWS}"))]);
        assert!(declared.entries.iter().all(|entry| entry.provided == Stated::NotStated && entry.recipients.is_empty()), "{line}");
    }
}

#[test]
fn a_part_of_the_organization_in_brackets_or_behind_a_mark_holds_for_the_rows_below() {
    for (line, department) in [
        ("＜総務課＞", "総務課"),
        ("＝総務課＝", "総務課"),
        ("Ⅰ．総務課", "総務課"),
        ("Ⅰ総務課", "総務課"),
        ("A.総務課", "総務課"),
        ("◎総務課", "総務課"),
        ("【総務課管理分】", "総務課"),
        ("＜寺務所＞", "寺務所"),
        ("＜松の丘霊園管理事務所＞", "松の丘霊園管理事務所"),
        ("■人事", "人事"),
        ("【図書館】", "図書館"),
        ("【みほん法律事務所株式会社】", "-"),
        ("【採用】", "-"),
        ("人事", "-"),
    ] {
        let drawing = format!("番号|個人情報の名称|利用目的|保存期間\n{line}\n1|名簿|連絡|5年\n■共用の物\n2|帳簿|案内|5年");
        let (declared, findings) = read(vec![sheet("台帳", &drawing)]);
        assert_eq!(declared.entries[0].department.as_deref().unwrap_or("-"), department, "{line}");
        let told = findings.iter().filter(|finding| finding.code == Code::RowPassedOver && finding.words[0].contains("分からない"));
        let cells: Vec<String> = told.flat_map(|finding| finding.sources.iter().map(|source| source.cell.to_string())).collect();
        assert_eq!(cells.contains(&"A2".to_owned()), department == "-", "{line}");
    }
}

#[test]
fn sheets_are_named_after_parts_of_the_organization_where_several_are() {
    let table = "番号|個人情報の名称|利用目的|保存期間\n1|名簿|連絡|5年";
    let departments = |names: &[&str]| {
        let (declared, _) = read(names.iter().map(|name| sheet(name, table)).collect());
        declared.entries.iter().map(|entry| entry.department.as_deref().unwrap_or("-").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(departments(&["営業", "人事", "製造部"]), ["営業", "人事", "製造部"]);
    assert_eq!(departments(&["人事"]), ["-"]);
    assert_eq!(departments(&["営業部R8", "営業部のコピー"]), ["営業部", "営業部"]);
    assert_eq!(departments(&["顧客", "採用"]), ["-", "-"]);
}

#[test]
fn a_row_of_an_asset_that_holds_no_personal_information_is_no_record() {
    for heading in ["個人情報の有無", "個人情報含有", "個人情報"] {
        for none in ["無", "×", "－"] {
            let drawing = format!("番号|資産名称|{heading}|利用目的|保存期間\n1|顧客台帳|有|連絡|5年\n2|図面|{none}|設計|5年");
            assert_eq!(told(&drawing, |entry| entry.name.to_string()), ["顧客台帳"], "{heading} {none}");
        }
    }
}

#[test]
fn a_row_of_nothing_but_labels_is_no_record() {
    let told = told(
        "
        管理番号|個人情報の名称|利用目的|保管場所
        A-1|会員名簿|会報の発送|事務室
        A-3|来客名簿|受付|事務室
        委託先|廃棄方法|管理部門|保存期間
        A-2|寄付者名簿|礼状の送付|書庫",
        |entry| entry.name.to_string(),
    );
    assert_eq!(told, ["会員名簿", "来客名簿", "寄付者名簿"]);
}

#[test]
fn the_title_of_a_page_with_its_number_is_no_record() {
    for page in ["（2/2頁）", "2／2ページ", "Page 2 of 2"] {
        let drawing = format!(
            "
            個人情報の記録簿|||||（1/2頁）
            番号|担当課|個人情報の名称|利用目的|保存期間|備考
            <1>|受付課|来館者名簿|案内|1年
            個人情報の記録簿|||||{page}
            番号|担当課|個人情報の名称|利用目的|保存期間|備考
            <2>|総務課|会員名簿|会報の発送|5年"
        );
        assert_eq!(told(&drawing, |entry| entry.name.to_string()), ["来館者名簿", "会員名簿"], "{page}");
    }
}

#[test]
fn a_column_of_who_keeps_it_and_where_takes_the_department_from_the_line_above_where_it_has_but_the_place() {
    let told = told(
        "
        番号|個人情報の名称|利用目的|保管部署・場所|保存期間
        【営業部】
        <1>|会員名簿|会報の発送|営業部書庫、会員システム|5年
        <2>|来客の記録|案内|受付課／書棚|1年",
        |entry| format!("{:?} {}", entry.department, entry.places.join("・")),
    );
    assert_eq!(told, [r#"Some("営業部") 営業部書庫・会員システム"#, r#"Some("受付課") 書棚"#]);
}

#[test]
fn a_line_may_name_a_place_of_work_and_a_section_of_it() {
    let departments = |lines: &[&str]| {
        let rows = |line: &&str| format!("\n{line}\n1|名簿|連絡|5年");
        let drawing = format!("番号|個人情報の名称|利用目的|保存期間{}", lines.iter().map(rows).collect::<String>());
        let (declared, findings) = read(vec![sheet("台帳", &drawing)]);
        let likely = findings.iter().filter(|finding| finding.words.first().is_some_and(|reason| reason.contains("ならって")));
        let likely: usize = likely.map(|finding| finding.sources.len()).sum();
        let told = declared.entries.iter().map(|entry| entry.department.as_deref().unwrap_or("-").to_owned()).collect::<Vec<_>>();
        (told, likely)
    };
    let told = departments(&[
        "■ 湯の宿本館　フロント",
        "■ 朝湯館　フロント",
        "■ 朝湯館　婚礼・宴会",
        "■ ゲレンデ事業部",
        "■ 本社　営業企画",
        "■ 本社　総務",
    ]);
    assert_eq!(told.1, 2);
    assert_eq!(
        told.0,
        ["湯の宿本館　フロント", "朝湯館　フロント", "朝湯館　婚礼・宴会", "ゲレンデ事業部", "本社　営業企画", "本社　総務"]
    );
    let told = departments(&["■ 本社　総務", "■ 本社　顧客名簿", "■ 別館　婚礼・宴会", "■ 紙媒体　総務", "本社　営業企画"]);
    assert_eq!(told, (["本社　総務", "本社", "-", "-", "本社"].map(String::from).to_vec(), 0));
}

#[test]
fn a_line_may_name_the_department_in_both_languages_or_by_its_division() {
    let told = |line: &str| told(&format!("{HEADINGS}\n{line}\n1|a|b|c|d|1年"), whose).remove(0);
    for (line, expected) in [
        ("人事・総務 HR & GA", "人事・総務 HR & GA -"),
        ("営業・サービス Sales & Service", "営業・サービス Sales & Service -"),
        ("営業 Sales data", "- -"),
        ("顧客 Customers", "- -"),
        ("人事・総務", "- -"),
        ("【教室部門】（教室長が管理）", "教室部門 教室長"),
        ("【教室部門】（全32教室）", "教室部門 -"),
        ("みほん塾（全32教室）", "- -"),
        ("【主管部門】", "- -"),
        ("【名簿】（紙が管理）", "- -"),
    ] {
        assert_eq!(told(line), expected, "{line}");
    }
}
