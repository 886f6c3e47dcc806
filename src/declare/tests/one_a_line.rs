//! Records that list one item a line, all else blank in the further rows.

use crate::declare::drawn::{cells, read, sheet};
use crate::finding::Code;
use crate::ledger::{Capacity, Entry, Stated};

const HEADINGS: &str = "番号|個人情報の名称|項目|利用目的|本人|保管場所|要配慮|備考";

fn told(entry: &Entry) -> String {
    format!("{} {} / {}", entry.name, entry.items.join("・"), entry.purposes.join("・"))
}

#[test]
fn a_further_line_of_two_cells_is_no_label_though_its_item_is_a_heading() {
    let drawing = format!(
        "{HEADINGS}\n1|扶養届|氏名|源泉徴収|社員|金庫|○\n||個人番号|社会保険\n||続柄\n2|在留確認簿|氏名|確認|社員|金庫|×\n||国籍|届出\n||在留期限"
    );
    let (declared, findings) = read(vec![sheet("台帳", &drawing)]);
    let entries: Vec<String> = declared.entries.iter().map(told).collect();
    assert_eq!(entries, ["扶養届 氏名・個人番号・続柄 / 源泉徴収・社会保険", "在留確認簿 氏名・国籍・在留期限 / 確認・届出"]);
    assert!(declared.entries.iter().all(|entry| entry.individual_number == Stated::NotStated));
    assert!(cells(&findings, Code::RowContinues).is_superset(&["C3", "D3", "C4"].map(String::from).into()));
}

#[test]
fn the_last_lines_before_the_heading_at_a_page_break_are_the_records_still() {
    for last in ["||級別\n||合格証番号", "||国籍|届出\n||合格証番号", "||個人番号|届出"] {
        let drawing =
            format!("{HEADINGS}\n1|合格者一覧|氏名|配置|社員|棚|×\n{last}\n{HEADINGS}\n2|居住者名簿|氏名|管理|居住者|棚|×\n||部屋番号");
        let (declared, _) = read(vec![sheet("台帳", &drawing)]);
        let items: Vec<usize> = declared.entries.iter().map(|entry| entry.items.len()).collect();
        assert_eq!(items, [1 + last.lines().count(), 2], "{last}");
    }
}

#[test]
fn lines_over_rows_stay_so_in_a_ledger_of_one_item_a_line() {
    let drawing = format!(
        "{HEADINGS}\n1|合格者一覧|氏名|配置|社員|棚|×\n||級別\n\n||受託した個人情報\n{HEADINGS}\n2|居住者名簿|氏名|管理|居住者|棚|×\n||部屋番号\n管理部門|営業部\n3|名刺|氏名|連絡|取引先|棚|×\n||会社名"
    );
    let (declared, _) = read(vec![sheet("台帳", &drawing)]);
    let told: Vec<_> = declared.entries.iter().map(|entry| (entry.items.len(), entry.department.as_deref())).collect();
    assert_eq!(told, [(2, None), (2, None), (2, Some("営業部"))]);
}

#[test]
fn an_item_may_be_called_like_a_note_a_total_or_another_table() {
    for item in ["注意事項", "合計", "例", "凡例"] {
        let drawing =
            format!("{HEADINGS}\n1|服薬表|氏名|管理|利用者|棚|×\n||薬の名前\n||{item}\n||服用時刻\n2|名刺|氏名|連絡|取引先|棚|×\n||会社名");
        let (declared, _) = read(vec![sheet("台帳", &drawing)]);
        let items: Vec<usize> = declared.entries.iter().map(|entry| entry.items.len()).collect();
        assert_eq!(items, [4, 2], "{item}");
    }
    let drawing = format!("{HEADINGS}\n1|服薬表|氏名|管理|利用者|棚|×\n||薬の名前\n※ 見直しは毎年四月\n||注意事項\n||年に一度は見直す");
    assert_eq!(read(vec![sheet("台帳", &drawing)]).0.entries[0].items.len(), 2);
}

#[test]
fn what_cells_tell_of_a_column_they_tell_on_all_pages() {
    let headings = "番号|個人情報の名称|項目|利用目的|区分|保管場所";
    let drawing = format!("{headings}\n1|社員名簿|氏名|連絡|自社|棚\n||住所\n{headings}\n2|居住者名簿|氏名|管理|受託|棚\n||部屋番号");
    let (declared, _) = read(vec![sheet("台帳", &drawing)]);
    let told: Vec<_> = declared.entries.iter().map(|entry| (entry.items.len(), entry.capacity)).collect();
    assert_eq!(told, [(2, Capacity::Own), (2, Capacity::EntrustedToUs)]);
}
