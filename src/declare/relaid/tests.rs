//! Sheets that are drawn otherwise than a table or a form, and what is read of them with the cells where it stands.

use crate::declare::drawn::{cells, read, sheet, told};
use crate::finding::Code;
use crate::ledger::{Entry, Field, Stated};

fn number_and_name(entry: &Entry) -> String {
    format!("{} {}", entry.control_no, entry.name)
}

fn cell_of(entry: &Entry, field: Field) -> String {
    entry.sources.iter().find(|source| source.field == field).map(|source| source.cell.to_string()).unwrap_or_default()
}

#[test]
fn records_of_two_rows_are_read_under_the_heading_row_of_their_place() {
    let (declared, _) = read(vec![sheet(
        "台帳",
        "
        個人情報管理台帳
        No.|個人情報の名称|利用目的|媒体|委託先
        |項目|本人の区分|保管期間|第三者提供
        <1>|会員名簿|会報の発送|紙|北星印刷株式会社
        |氏名、住所|会員|退会後1年|なし
        <2>|落とし物の控え|持ち主への返還|電子|なし
        |氏名、品名|来館者|6か月|警察署
        ※ 委託先は契約中のもの",
    )]);
    let [members, lost] = declared.entries.as_slice() else { panic!("two entries: {:?}", declared.entries) };
    assert_eq!((number_and_name(members), number_and_name(lost)), ("1 会員名簿".into(), "2 落とし物の控え".into()));
    assert_eq!((members.items.len(), members.provided, members.entrusted), (2, Stated::No, Stated::Yes));
    assert_eq!((lost.provided, lost.entrusted, &*lost.subjects[0]), (Stated::Yes, Stated::No, "来館者"));
    assert_eq!((cell_of(members, Field::Name), cell_of(members, Field::Items)), ("B4".into(), "B5".into()));
    assert_eq!(cell_of(lost, Field::Provided), "E7");
}

#[test]
fn records_of_three_rows_with_merges_and_the_heading_again() {
    let told = told(
        "
        番号|個人データの名称|利用目的||備考
        |項目|件数|媒体|
        |所管部署|取得方法|保存期間|
        い-1|利用申込書|貸出し||原本は本館
        |氏名、住所|120件|紙|
        |貸出課|窓口で受領|5年|
        番号|個人データの名称|利用目的||備考
        |項目|件数|媒体|
        |所管部署|取得方法|保存期間|
        い-2|督促の記録|返却の督促||
        |氏名、電話番号|30件|電子|
        |整理課|自ら作成|1年|
        ~ A1:A3 E1:E3 C1:D1 A4:A6 E4:E6 C4:D4 A7:A9 E7:E9 C7:D7 A10:A12 E10:E12 C10:D10",
        |entry| {
            let department = entry.department.as_deref().unwrap_or_default().to_owned();
            let said = (entry.items.len(), entry.count, department, entry.notes.is_some());
            format!("{} {said:?}", number_and_name(entry))
        },
    );
    assert_eq!(told, [r#"い-1 利用申込書 (2, Some(120), "貸出課", true)"#, r#"い-2 督促の記録 (2, Some(30), "整理課", false)"#]);
}

#[test]
fn headings_in_two_languages_and_groups_are_no_records_of_two_rows() {
    let two_languages = "
        No.|個人情報の名称|利用目的|保管場所
        No.|Name of personal data|Purpose of use|Storage location
        <1>|会員名簿|会報の発送|事務室
        |||書庫
        <2>|寄付者名簿|礼状の送付|事務室";
    assert_eq!(told(two_languages, number_and_name), ["1 会員名簿", "2 寄付者名簿"]);
    let groups = "
        No.|個人情報の名称|利用目的|保管||外部委託
        |||場所|期間|委託先
        <1>|会員名簿|会報の発送|事務室|5年|なし
        <2>|寄付者名簿|礼状の送付|書庫|1年|なし";
    assert_eq!(told(groups, |entry| format!("{} {}", number_and_name(entry), entry.places.len())), ["1 会員名簿 1", "2 寄付者名簿 1"]);
}

#[test]
fn a_value_below_its_label_is_no_record_of_its_own() {
    let (declared, _) = read(vec![sheet(
        "カード",
        "
        個人情報カード
        管理番号|個人情報の名称|本人の区分
        甲-1|工事の依頼書|施主
        利用目的|取得方法|媒体
        見積り|面談|紙
        管理部門|廃棄方法|委託先
        営繕課|溶解|なし
        要配慮個人情報|有

        管理番号|個人情報の名称|本人の区分
        甲-2|入場者名簿|協力会社の従業員
        利用目的|取得方法|媒体
        安全の管理|名簿の提出|電子
        管理部門|廃棄方法|委託先
        工務課|シュレッダー|しらかば商会株式会社
        要配慮個人情報|無",
    )]);
    let [request, workers] = declared.entries.as_slice() else { panic!("two entries: {:?}", declared.entries) };
    assert_eq!((number_and_name(request), number_and_name(workers)), ("甲-1 工事の依頼書".into(), "甲-2 入場者名簿".into()));
    assert_eq!((request.special_care, workers.special_care), (Stated::Yes, Stated::No));
    assert_eq!((request.department.as_deref(), workers.disposal.as_deref()), (Some("営繕課"), Some("シュレッダー")));
    assert_eq!((cell_of(request, Field::Name), cell_of(workers, Field::Disposal)), ("B3".into(), "B15".into()));
}

const FIRST_PART: &str = "
        管理番号|個人情報の名称|本人の区分|利用目的
        K-1|会員名簿|会員|会報の発送
        K-2|寄付者名簿|寄付者|礼状の送付";

#[test]
fn a_table_that_goes_on_further_down_says_more_of_the_same_records() {
    let further = "

        （２／２）
        管理番号|個人情報の名称|保存期間|廃棄方法
        K-1|会員名簿|退会後1年|溶解
        K-2|寄付者名簿|5年|削除";
    let (declared, findings) = read(vec![sheet("台帳", &format!("{FIRST_PART}{further}"))]);
    let told: Vec<String> = declared.entries.iter().map(number_and_name).collect();
    assert_eq!(told, ["K-1 会員名簿", "K-2 寄付者名簿"]);
    assert_eq!(declared.entries[1].disposal.as_deref(), Some("削除"));
    assert_eq!(cell_of(&declared.entries[1], Field::Disposal), "D8");
    assert!(cells(&findings, Code::ControlNoRepeated).is_empty(), "no record is read twice");
}

#[test]
fn a_table_of_other_records_further_down_is_not_drawn_into_the_first() {
    let other = "

        管理番号|個人情報の名称|保存期間|廃棄方法
        K-1|会員名簿|退会後1年|溶解
        K-3|講師名簿|5年|削除";
    let (declared, _) = read(vec![sheet("台帳", &format!("{FIRST_PART}{other}"))]);
    let disposal: Vec<Option<&str>> = declared.entries.iter().take(2).map(|entry| entry.disposal.as_deref()).collect();
    assert_eq!(disposal, [None, None]);
}

#[test]
fn a_table_that_goes_on_to_the_right_says_more_of_the_record_in_its_row() {
    let told = told(
        "
        管理番号|個人情報の名称|本人の区分|利用目的||管理番号|個人情報の名称|保存期間|保管場所|廃棄方法
        K-1|会員名簿|会員|会報の発送||K-1|会員名簿|退会後1年|書庫|溶解
        K-2|寄付者名簿|寄付者|礼状の送付||K-2|寄付者名簿|5年|共有フォルダ|削除",
        |entry| format!("{} {} {}", number_and_name(entry), entry.purposes.len(), cell_of(entry, Field::Disposal)),
    );
    assert_eq!(told, ["K-1 会員名簿 1 J2", "K-2 寄付者名簿 1 J3"]);
}

#[test]
fn two_panels_of_one_list_stay_apart() {
    let told = told(
        "
        管理番号|個人情報の名称|本人の区分|利用目的||管理番号|個人情報の名称|本人の区分|利用目的
        K-1|会員名簿|会員|会報の発送||K-3|講師名簿|講師|講座の連絡
        K-2|寄付者名簿|寄付者|礼状の送付||K-4|来客名簿|来客|受付",
        number_and_name,
    );
    assert_eq!(told.len(), 4);
}

#[test]
fn lines_of_a_card_may_have_their_values_beside_their_labels() {
    let card = |number: &str, name: &str| {
        format!(
            "
        整理番号|{number}|管理部門|相談課
        個人情報の名称|{name}|対象者|相談者
        取得方法|件数|媒体|保管場所
        面談|120件|紙|書庫
        保管期間|廃棄方法|取扱者|委託先
        5年|溶解|相談員|なし
        備考|写しを作らない
"
        )
    };
    let (declared, findings) = read(vec![sheet("カード", &[card("C-1", "相談票"), card("C-2", "面談の記録")].concat())]);
    let told = |entry: &Entry| {
        let Entry { count, entrusted, notes, department, .. } = entry;
        let written = (number_and_name(entry), *count, *entrusted, notes.as_deref(), department.as_deref());
        format!("{written:?} {}", cell_of(entry, Field::Disposal))
    };
    let expected = |name: &str, cell: &str| format!(r#"("{name}", Some(120), No, Some("写しを作らない"), Some("相談課")) {cell}"#);
    let told: Vec<String> = declared.entries.iter().map(told).collect();
    assert!(findings.iter().any(|finding| finding.code == Code::SheetLaidOut), "how the sheet was read is said");
    assert_eq!(told, [expected("C-1 相談票", "B6"), expected("C-2 面談の記録", "B14")]);
}

const PARTIES: &str = "
        委託先一覧
        番号|名称|委託する業務
        <1>|北星印刷株式会社|印刷
        <2>|有限会社しらかば|発送";

#[test]
fn parties_named_by_their_number_in_the_list_are_those_of_the_list() {
    let ledger = "
        管理番号|個人情報の名称|利用目的|保管場所|委託先（番号は一覧を参照）
        A-1|会員名簿|会報の発送|事務室|1、2
        A-2|寄付者名簿|礼状の送付|書庫|<2>
        A-3|講師名簿|講座の連絡|書庫|－
        A-4|入会申込書|入会の手続|書庫|①②";
    let (declared, findings) = read(vec![sheet("台帳", ledger), sheet("委託先一覧", PARTIES)]);
    let named: Vec<(Stated, usize)> = declared.entries.iter().map(|entry| (entry.entrusted, entry.entrustees.len())).collect();
    assert_eq!(named, [(Stated::Yes, 2), (Stated::Yes, 1), (Stated::No, 0), (Stated::Yes, 2)]);
    let source = declared.entries[1].sources.iter().find(|source| source.cell.to_string() == "E3");
    assert_eq!(source.map(|source| &*source.text), Some("2"), "the cell is cited as it stands");
    assert!(cells(&findings, Code::CatalogueRowUnused).is_empty());
}

#[test]
fn a_number_that_the_list_has_not_is_no_party() {
    let ledger = "
        管理番号|個人情報の名称|利用目的|保管場所|委託先番号
        A-1|会員名簿|会報の発送|事務室|1
        A-2|寄付者名簿|礼状の送付|書庫|7";
    let (declared, _) = read(vec![sheet("台帳", ledger), sheet("委託先一覧", PARTIES)]);
    assert!(declared.entries.iter().all(|entry| entry.entrustees.iter().all(|name| !name.contains("北星"))));
}

#[test]
fn a_single_heading_below_another_and_one_below_each() {
    let single = "
        管理番号|個人情報の名称|利用目的|担当部署
        |||管理責任者
        A-1|社員名簿|連絡|人事課
        |||人事課長
        A-2|顧客名簿|発送|営業課
        |||営業課長";
    let whose = |entry: &Entry| format!("{} {:?} {:?}", entry.name, entry.department, entry.manager);
    let expected = [r#"社員名簿 Some("人事課") Some("人事課長")"#, r#"顧客名簿 Some("営業課") Some("営業課長")"#];
    assert_eq!(told(single, whose), expected);
    let each = "
        個人情報の名称|利用目的|保管場所
        項目|取得方法|保存期間
        社員名簿|連絡|金庫
        氏名、住所|本人|5年
        顧客名簿|発送|書庫
        氏名|本人|1年";
    let told = told(each, |entry| format!("{} {} {}", entry.name, entry.items.join("・"), entry.places.join("")));
    assert_eq!(told, ["社員名簿 氏名・住所 金庫", "顧客名簿 氏名 書庫"]);
}

#[test]
fn a_table_of_what_was_done_with_the_records_says_nothing_of_them() {
    let done = "

        廃棄の記録
        管理番号|個人情報の名称|廃棄日|廃棄方法
        K-1|会員名簿|2024/4/1|溶解
        K-2|寄付者名簿|2024/4/1|溶解";
    let (declared, _) = read(vec![sheet("台帳", &format!("{FIRST_PART}{done}"))]);
    assert!(declared.entries.iter().take(2).all(|entry| entry.disposal.is_none()));
}

#[test]
fn a_form_that_nobody_filled_in_is_no_record() {
    let blank = "
        個人情報取扱票
        １ 基本|管理番号
        |個人情報の名称
        |管理部門
        |管理責任者
        ２ 保管|媒体|□|紙
        |保管場所
        |保存期間
        |廃棄方法";
    assert!(told(blank, number_and_name).is_empty());
}

#[test]
fn a_legend_beside_the_table_explains_its_codes_and_is_no_part_of_its_records() {
    let (declared, findings) = read(vec![sheet(
        "台帳",
        "
        番号|個人情報の名称|利用目的|媒体|期間|廃棄方法||【凡例】
        <1>|会員名簿|会報の発送|<1>|ウ|a||媒体|<1>|紙
        <2>|来館者の記録|案内|<2>|ア|b|||<2>|電子
        <3>|落とし物の控え|持ち主への返還|<1>|ア|a||期間|ア|1年
        |||||||| ウ|退会後5年
        |||||||廃棄方法|a|シュレッダー
        ||||||||b|データの消去",
    )]);
    let told: Vec<String> = declared
        .entries
        .iter()
        .map(|entry| {
            let days = entry.retention.period.map(|period| period.to_string()).unwrap_or_default();
            format!("{} {} {days} {:?} {}", entry.control_no, entry.media.len(), entry.disposal, entry.other_columns.len())
        })
        .collect();
    let expected = [r#"1 1 P5Y Some("シュレッダー") 0"#, r#"2 1 P1Y Some("データの消去") 0"#, r#"3 1 P1Y Some("シュレッダー") 0"#];
    assert_eq!(told, expected);
    assert!(cells(&findings, Code::RowPassedOver).contains("H1"));
}

#[test]
fn a_part_is_not_drawn_into_another_where_a_cell_of_it_would_be_left_behind() {
    let further = "

        管理番号|個人情報の名称|保存期間|廃棄方法
        K-1|会員名簿|退会後1年|溶解|書庫は北棟
        K-2|寄付者名簿|5年|削除";
    let (declared, _) = read(vec![sheet("台帳", &format!("{FIRST_PART}{further}"))]);
    assert!(declared.entries[0].disposal.is_none());
    let beside = "
        管理番号|個人情報の名称|本人の区分|利用目的||管理番号|個人情報の名称|保存期間|廃棄方法
        K-1|会員名簿|会員|会報の発送||K-1|会員名簿|退会後1年|溶解
        K-2|寄付者名簿|寄付者|礼状の送付|||協賛者名簿|5年|削除";
    let (declared, findings) = read(vec![sheet("台帳", beside)]);
    let told = format!("{:?} {findings:?}", declared.entries);
    assert!(told.contains("協賛者名簿"), "{told}");
}

#[test]
fn a_heading_that_is_drawn_as_its_records_are_is_of_as_many_rows_whatever_its_words() {
    let drawing = "
        ~ A1:A2 A3:A4 A5:A6
        番号 | 名簿の名前 | だれのことか | 書いてあること | 使いみち | 責任をもつ者
             | 置いてある所 | とっておく期間 | 始末のしかた | さわってよい人 | 気をつけること
        1    | 組合員名簿 | 組合員       | 氏名           | 連絡     | 事務局長
             | 事務所     | ３年         | シュレッダー   | 事務員   | 写しをとらない
        2    | 会費の台帳 | 組合員       | 納入日         | 決算     | 理事長
             | 金庫       | ７年         | 溶かす         | 会計係   |";
    let said = |entry: &Entry| format!("{} {} {}", entry.control_no, entry.name, entry.places.join("+"));
    assert_eq!(told(drawing, said), ["1 組合員名簿 事務所", "2 会費の台帳 金庫"]);
}
