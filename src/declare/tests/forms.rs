//! The vertical form.

use crate::declare::drawn::{cells, read, sheet, told};
use crate::finding::Code;
use crate::ledger::Stated;

const FORM: &str = "
    個人情報取扱事務登録簿
    登録番号|第12号||登録年月日|令和5年4月1日
    事務の名称|図書館利用者登録事務||担当課|生涯学習課
    事務の目的|図書館資料の貸出し
    対象者の範囲|利用登録者||件数|約8,000件
    記録項目|氏名、住所
    |電話番号、生年月日
    収集先|本人||要配慮個人情報|無
    経常的提供先|なし||委託|有（株式会社ライブラリ）

    個人情報取扱事務登録簿
    登録番号|第13号||登録年月日|令和5年4月1日
    事務の名称|講座受講者管理事務||担当課|公民館
    事務の目的|講座の運営
    2/3ページ
    登録番号|第13号
    事務の名称|講座受講者管理事務
    記録項目|氏名||備考|講座終了後に廃棄
    経常的提供先|－||委託|無";

#[test]
fn several_forms_to_a_sheet_also_over_pages() {
    let (declared, _) = read(vec![sheet("様式", FORM)]);
    let [library, course] = declared.entries.as_slice() else { panic!("two entries: {:?}", declared.entries) };
    assert_eq!((&*library.control_no, library.count, library.items.len()), ("第12号", Some(8000), 4));
    assert_eq!(library.department.as_deref(), Some("生涯学習課"));
    assert_eq!((library.entrusted, library.provided), (Stated::Yes, Stated::No));
    assert_eq!(&*library.entrustees[0], "株式会社ライブラリ");
    assert_eq!((&*course.control_no, course.items.len(), course.notes.as_deref()), ("第13号", 1, Some("講座終了後に廃棄")));
}

#[test]
fn a_single_label_beside_the_others_is_one() {
    let form = "
        登録番号|001-23||所管課|市民課
        事務の名称|資格事務
        事務の目的|資格の管理
        対象者の範囲|被保険者
        記録項目|■氏名 ■住所 □職業
        保存期間|5年
        ";
    let (declared, _) = read(vec![sheet("様式", form)]);
    let entry = &declared.entries[0];
    assert_eq!((&*entry.control_no, entry.department.as_deref()), ("001-23", Some("市民課")));
    assert_eq!(entry.items.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), ["氏名", "住所"]);
}

#[test]
fn records_stand_side_by_side_where_the_table_is_turned() {
    let drawing = "
        項目|1|2|3
        管理番号|X-1|X-2|X-3
        個人情報の名称|顧客台帳|社員台帳|応募者
        利用目的|販売|人事|採用
        保管場所|金庫|同左|サーバー
        管理部門|営業部|総務部|総務部";
    let told = told(drawing, |entry| format!("{} {} {:?} {:?}", entry.control_no, entry.name, entry.places, entry.items));
    assert_eq!(told, [r#"X-1 顧客台帳 ["金庫"] []"#, r#"X-2 社員台帳 ["金庫"] []"#, r#"X-3 応募者 ["サーバー"] []"#]);
}

#[test]
fn a_label_that_is_not_known_is_one_where_it_stands_second_in_its_line() {
    let form = "
        個人情報管理票
        管理番号|A-1|作成部署|総務部
        個人情報の名称|顧客名簿|様式|第2号
        本人|顧客|人数の根拠|顧客DB
        利用目的|案内
        保管場所|書庫
        保存期間|5年|更新の時期|毎年
        記録項目|氏名、住所";
    let (declared, findings) = read(vec![sheet("様式", form)]);
    let [entry] = declared.entries.as_slice() else { panic!("one entry: {:?}", declared.entries) };
    assert_eq!((&*entry.control_no, &*entry.name, entry.retention.text.as_deref()), ("A-1", "顧客名簿", Some("5年")));
    let beside: Vec<_> = entry.other_columns.iter().map(|other| format!("{}={}", other.heading, other.text)).collect();
    assert_eq!(beside, ["作成部署=総務部", "様式=第2号", "人数の根拠=顧客DB", "更新の時期=毎年"]);
    assert_eq!(cells(&findings, Code::ColumnKeptBeside), ["C2", "C3", "C4", "C7"].map(String::from).into());
}

#[test]
fn labels_that_no_field_takes_are_told_where_records_stand_side_by_side_too() {
    let drawing = "
        項目|1|2|3
        管理番号|X-1|X-2|X-3
        個人情報の名称|顧客台帳|社員台帳|応募者
        利用目的|販売|人事|採用
        保管場所|金庫|同左|サーバー
        鍵を持つ人|部長|課長|課長";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    assert_eq!(declared.entries.len(), 3);
    assert_eq!(&*declared.entries[2].other_columns[0].text, "課長");
    assert_eq!(cells(&findings, Code::ColumnKeptBeside), [String::from("A6")].into());
}

#[test]
fn how_to_fill_in_a_form_beside_it_is_no_further_record() {
    let (declared, findings) = read(vec![sheet(
        "様式",
        "
        管理番号|乙-1|||【記入のポイント】
        個人情報の名称|来客の記録|||・様式一枚に一種類のデータを書く
        利用目的|入館の管理|||・分からない点は事務局に聞く
        保管場所|守衛室
        媒体|☑紙　□電子
        廃棄方法|溶解
        備考|毎月確認",
    )]);
    let names: Vec<&str> = declared.entries.iter().map(|entry| &*entry.name).collect();
    assert_eq!(names, ["来客の記録"]);
    assert_eq!(declared.entries[0].media.len(), 1);
    assert!(cells(&findings, Code::RowPassedOver).contains("E2"), "the words beside are told as passed over");
}

#[test]
fn the_box_of_the_number_may_stand_beside_the_title() {
    let form = |number: &str, name: &str| {
        format!(
            "
        個人情報ファイル簿|||番号|{number}
        個人情報ファイルの名称|{name}
        利用目的|学校の運営
        記録項目|氏名、住所
        記録情報の収集方法|本人から"
        )
    };
    let told = told(&format!("{}\n{}", form("学-1", "児童の名簿"), form("学-2", "保護者の名簿")), |entry| {
        format!("{} {}", entry.control_no, entry.name)
    });
    assert_eq!(told, ["学-1 児童の名簿", "学-2 保護者の名簿"]);
}

#[test]
fn choices_marked_in_rows_of_a_turned_table_are_those_of_their_group() {
    let told = told(
        "
        整理番号||<1>|<2>
        個人情報の名称||会員名簿|相談の記録
        利用目的||会報の発送|相談への対応
        記録項目|氏名|○|○
        |住所|○|
        |健康状態||○
        媒体|紙||○
        |電子|○|
        保管場所||事務室|相談室",
        |entry| format!("{} {} {} {}", entry.name, entry.items.join("・"), entry.media.len(), entry.places.join("")),
    );
    assert_eq!(told, ["会員名簿 氏名・住所 1 事務室", "相談の記録 氏名・健康状態 1 相談室"]);
}

#[test]
fn a_group_of_boxes_is_not_ticked_and_a_sub_label_is_no_name() {
    let told = told(
        "
        登録番号|丙-1
        個人情報の名称|就学の相談
        利用目的|相談への対応
        記録項目|基本的事項|■氏名 □住所
        |家庭の状況|□家族構成 □収入
        |心身の状況|■病歴
        担当部署|（部署名）|教育支援課
        |（電　話）|内線 12
        保管場所|書庫",
        |entry| {
            let beside: Vec<String> = entry.other_columns.iter().map(|of| format!("{} {}", of.heading, of.text)).collect();
            format!("{} {} {:?} {}", entry.name, entry.items.join("・"), entry.department, beside.join("、"))
        },
    );
    assert_eq!(told, [r#"就学の相談 氏名・病歴 Some("教育支援課") 担当部署（電　話） 内線 12"#]);
}

#[test]
fn labels_right_beside_their_groups_are_no_further_form() {
    let told = told(
        "
        様式第３号
        整理番号||み-1
        個人情報ファイルの名称||検診の申込者ファイル
        事務をつかさどる組織|課名|保健課
        |係名|検診係
        利用目的||検診の案内
        記録項目||氏名、住所
        外部委託|有無|■有　□無
        |委託先|株式会社みほん検診
        記録の形態|記録媒体|■紙　□電子
        |保存期間|5年
        開示請求を受理する組織|名称|みほん市総務課（情報公開窓口）
        |所在地|みほん市本町1番1号
        ~ A4:A5 A8:A9 A10:A11 A12:A13",
        |entry| format!("{} {} {} {:?} {}", entry.control_no, entry.name, entry.items.len(), entry.places, entry.entrustees.len()),
    );
    assert_eq!(told, ["み-1 検診の申込者ファイル 2 [] 1"]);
}

#[test]
fn a_name_under_a_group_is_not_the_one_of_the_record() {
    let told = told(
        "
        整理番号||み-1
        個人情報ファイルの名称||検診の申込者ファイル
        担当|課名|保健課
        |係名|検診係
        利用目的||検診の案内
        記録項目||氏名、住所
        記録の形態|記録媒体|■紙　□電子
        |保存期間|5年
        請求の受付|名称|みほん市総務課
        ~ A3:A4 A7:A8",
        |entry| format!("{} {}", entry.control_no, entry.name),
    );
    assert_eq!(told, ["み-1 検診の申込者ファイル"]);
}
