//! The vertical form.

use crate::declare::drawn::{read, sheet, told};
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
