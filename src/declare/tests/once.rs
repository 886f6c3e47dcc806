//! What is said once for many rows, and what a ledger's own legend says.

use crate::declare::drawn::{cells, read, sheet, told};
use crate::finding::Code;
use crate::ledger::{Capacity, Entry, RetentionKind, Stated};

fn department(entry: &Entry) -> String {
    format!("{} {}", entry.name, entry.department.as_deref().unwrap_or("?"))
}

#[test]
fn the_block_above_the_heading_holds_for_rows_without_a_column_of_their_own() {
    let drawing = "
        個人情報取扱台帳
        所管部署：カスタマー本部　管理責任者：本部長||保管国|日本

        No|情報名|利用目的|保管場所
        1|会員情報|会員管理|会員DB";
    let (declared, _) = read(vec![sheet("台帳", drawing)]);
    let entry = &declared.entries[0];
    assert_eq!(entry.department.as_deref(), Some("カスタマー本部"));
    assert_eq!(entry.manager.as_deref(), Some("本部長"));
    assert_eq!(entry.storage.countries.iter().map(|country| country.code().to_owned()).collect::<Vec<_>>(), ["JP"]);
    assert!(entry.sources.iter().any(|source| source.cell.to_string() == "D2" && &*source.text == "日本"));
}

#[test]
fn a_label_that_stands_apart_ends_what_was_said_before_it() {
    let drawing = "
        部署：営業本部　　責任者：営業本部長　　更新：2025/10/1　内線：123

        No|情報名|利用目的|保管場所
        1|会員情報|会員管理|会員DB";
    let (declared, _) = read(vec![sheet("台帳", drawing)]);
    let entry = &declared.entries[0];
    assert_eq!((entry.department.as_deref(), entry.manager.as_deref()), (Some("営業本部"), Some("営業本部長")));
}

#[test]
fn the_title_of_a_table_holds_for_it_alone() {
    let drawing = "
        １．自社で取得した個人情報
        No|情報名|利用目的|保存期間|要配慮
        1|会員情報|会員管理|5年|△

        ２．受託した個人情報
        No|情報名|利用目的|委託元
        2|DM発送先|発送代行|丸八百貨店

        凡例：○＝該当　×＝非該当　△＝一部該当
        【改訂履歴】
        版|日付|内容
        1|2022/4/1|制定";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    assert_eq!(declared.entries.iter().map(|entry| entry.capacity).collect::<Vec<_>>(), [Capacity::Own, Capacity::EntrustedToUs]);
    assert_eq!(declared.entries[0].special_care, Stated::Yes);
    assert!(cells(&findings, Code::MarkUnknown).is_empty());
}

#[test]
fn lines_over_groups_of_rows_name_the_department() {
    let drawing = "
        名称|利用目的|保管場所
        ■管理本部
        ●人事課
        名簿|連絡|棚
        ●経理課
        台帳|支払|棚
        ■営業本部
        顧客|販売|棚";
    assert_eq!(told(drawing, department), ["名簿 人事課", "台帳 経理課", "顧客 営業本部"]);
}

#[test]
fn the_name_of_a_sheet_is_the_department_where_nothing_else_says_it() {
    let drawing = "No|名称|利用目的|保管場所\n1|名簿|連絡|棚";
    let own = "No|名称|利用目的|管理部門\n2|台帳|連絡|";
    let (declared, _) = read(vec![sheet("総務部", drawing), sheet("営業部", own), sheet("Sheet3", &drawing.replace('1', "3"))]);
    assert_eq!(declared.entries.iter().map(department).collect::<Vec<_>>(), ["名簿 総務部", "台帳 ?", "名簿 ?"]);
}

#[test]
fn a_legend_goes_before_conventions_and_one_of_a_column_holds_there_alone() {
    let legend = "
        記号|意味
        ×|未確認
        空欄|該当しない

        媒体|意味
        P|紙
        D|電子データ";
    let drawing = "
        No|名称|利用目的|媒体|要配慮個人情報|特定個人情報
        1|名簿|連絡|P・D|×|";
    let (declared, _) = read(vec![sheet("凡例", legend), sheet("台帳", drawing)]);
    let entry = &declared.entries[0];
    assert_eq!(entry.media.len(), 2);
    assert_eq!((entry.special_care, entry.individual_number), (Stated::NotStated, Stated::No));
}

#[test]
fn a_ditto_without_anything_above_is_reported() {
    let (declared, findings) = read(vec![sheet("台帳", "No|名称|利用目的|保管場所\n1|名簿|連絡|同上")]);
    assert!(declared.entries[0].places.is_empty());
    assert_eq!(cells(&findings, Code::DittoWithoutAbove), [String::from("D2")].into());
    let (declared, findings) =
        read(vec![sheet("台帳", "No|名称|利用目的|委託|第三者提供|保管場所\n1|名簿|連絡|同左|無|書庫\n2|台帳|連絡|無|同左|書庫")]);
    let stated = |at: usize| (declared.entries[at].entrusted, declared.entries[at].provided);
    assert_eq!((stated(0), stated(1)), ((Stated::NotStated, Stated::No), (Stated::No, Stated::No)));
    assert_eq!(cells(&findings, Code::DittoWithoutAbove), [String::from("D2")].into());
}

#[test]
fn a_legend_stands_above_the_heading_in_cells_side_by_side() {
    let drawing = "
        凡例|◎：同意あり|○：有|△：検討中|－：未調査
        媒体区分|1：紙|2：電子
        No.|個人情報名|利用目的|媒体区分|第三者提供|共同利用|要配慮個人情報
        1|会員名簿|会員管理|1,2|○|－|△";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let entry = &declared.entries[0];
    assert_eq!(entry.media.len(), 2);
    assert_eq!((entry.provided, entry.jointly_used, entry.special_care), (Stated::Yes, Stated::NotStated, Stated::NotStated));
    let doubted: Vec<_> = findings.iter().flat_map(|finding| &finding.sources).map(|source| source.cell.to_string()).collect();
    assert!(doubted.contains(&"F4".to_owned()) && doubted.contains(&"G4".to_owned()), "{doubted:?}");
}

#[test]
fn a_sign_under_one_heading_is_read_anew_where_another_legend_holds() {
    let legend = "
        委託の有無|意味
        ○|なし
        ×|あり";
    let drawing = "
        委託の有無|○

        No|名称|利用目的
        1|名簿|連絡

        ２．支店の分
        No|名称|利用目的|委託の有無
        2|台帳|支払|○";
    let (declared, _) = read(vec![sheet("凡例", legend), sheet("台帳", drawing)]);
    assert_eq!(declared.entries.iter().map(|entry| entry.entrusted).collect::<Vec<_>>(), [Stated::Yes, Stated::No]);
}

#[test]
fn a_line_that_says_who_heads_it_names_a_unit_whatever_its_end() {
    let told = told(
        "
        番号|個人情報の名称|利用目的|保管場所
        ■ ふれあい作業場こぶし　（管理責任者：所長）
        <1>|利用契約書|契約|事務室
        ■ 法人本部事務局　（管理責任者：事務局長）
        <2>|職員台帳|人事|金庫
        ■ 採用　（管理責任者：人事部長）
        <3>|履歴書|選考|金庫",
        |entry| format!("{} {:?}", entry.name, entry.department),
    );
    assert_eq!(told, [r#"利用契約書 Some("ふれあい作業場こぶし")"#, r#"職員台帳 Some("法人本部事務局")"#, "履歴書 None"]);
}

#[test]
fn who_answers_for_all_is_not_who_answers_for_each_where_a_column_names_him() {
    let told = told(
        "
        個人情報一覧||管理責任者：代表社員
        番号|個人情報の名称|利用目的|保管場所|班別の責任者名札
        <1>|契約書|契約|事務室|第一班長",
        |entry| format!("{} {:?}", entry.name, entry.manager),
    );
    assert_eq!(told, ["契約書 None"]);
}

#[test]
fn a_sheet_among_those_of_units_is_one_that_its_own_title_has_in_brackets() {
    let ledger = |title: &str| {
        format!(
            "
        |個人情報調査票（{title}）
        個人情報の名称|本人|利用目的|保管場所
        受付の記録|来客|案内|受付台"
        )
    };
    let sheets = ["総務課", "会計課", "外来看護"].map(|name| sheet(name, &ledger(name)));
    let (declared, _) = read([sheets.to_vec(), vec![sheet("様式例", &ledger("共同の窓口"))]].concat());
    let departments: Vec<Option<&str>> = declared.entries.iter().map(|entry| entry.department.as_deref()).collect();
    assert_eq!(departments[..3], [Some("総務課"), Some("会計課"), Some("外来看護")]);
    assert!(declared.entries.iter().all(|entry| entry.other_columns.is_empty()), "a title over the heading is no group of it");
}

#[test]
fn a_label_does_not_begin_within_another() {
    let drawing = "台帳\n※保管場所：A：書庫、B：金庫　保存期間：A：1年、永：永年\nNo|名称|利用目的|保存期間\n1|名簿|連絡|永";
    let (declared, _) = read(vec![sheet("台帳", drawing)]);
    assert_eq!(declared.entries[0].retention.kind, RetentionKind::Permanent);
}

#[test]
fn a_post_may_be_called_as_labels_are() {
    let table = "No|名称|利用目的|保管場所\n1|名簿|連絡|棚";
    for (line, manager) in [
        ("事業所名|みほんの家|管理責任者||管理者", Some("管理者")),
        ("管理責任者|管理者|所長", None),
        ("責任者|担当者", None),
        ("管理者|責任者", None),
    ] {
        let (declared, _) = read(vec![sheet("台帳", &format!("{line}\n\n{table}"))]);
        let read = declared.entries[0].manager.as_deref().filter(|read| manager.is_some() || *read == "管理者");
        assert_eq!(read, manager, "{line}");
    }
}

#[test]
fn a_department_with_a_label_goes_before_the_place_in_the_title_above_it() {
    let drawing = "
        市立青葉スポーツセンター　利用者情報の管理表
        指定管理者：青葉グループ | 担当：体育館係

        番号 | 名称 | 対象   | 項目
        1    | 登録 | 利用者 | 氏名";
    let said = |entry: &Entry| entry.department.as_deref().unwrap_or_default().to_owned();
    assert_eq!(told(drawing, said), ["体育館係"]);
    assert_eq!(told(&drawing.replace("市立青葉スポーツセンター", "営業部"), said), ["営業部"]);
}
