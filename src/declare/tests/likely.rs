//! Columns whose headings are not known, or say too little: their main words and the cells below tell, and it is said.

use crate::declare::drawn::{cells, read, sheet, told};
use crate::finding::Code;
use crate::ledger::{Entry, Medium, RetentionKind, Stated};

#[test]
fn a_main_word_tells_where_nothing_speaks_against_it() {
    let drawing = "
        No|名称|利用目的|治験対象者の範囲|票の保存期間|集計等の委託先|前の委託先|日頃の廃棄方法|データ取得日
        1|問診票|治療|患者、その家族|終了後5年|㈱はるか|㈱なつ|裁断|2024/4/1
        2|同意書|同意の記録|患者|3年|なし||溶解|2024/4/1";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let entry = &declared.entries[0];
    assert_eq!(entry.subjects.iter().map(AsRef::as_ref).collect::<Vec<_>>(), ["患者", "その家族"]);
    assert_eq!((entry.retention.kind, entry.retention.after.as_deref()), (RetentionKind::AfterEvent, Some("終了")));
    assert_eq!((entry.entrusted, &*entry.entrustees[0], declared.entries[1].entrusted), (Stated::Yes, "㈱はるか", Stated::No));
    assert_eq!(entry.disposal.as_deref(), Some("裁断"));
    assert_eq!(cells(&findings, Code::ColumnTakenFor), ["D1", "E1", "F1", "H1"].map(String::from).into());
    assert_eq!(cells(&findings, Code::ColumnKeptBeside), ["G1", "I1"].map(String::from).into());
}

#[test]
fn a_column_that_is_only_alike_is_asked_about_and_stays_beside() {
    for (heading, cells_below, asked) in [
        // The cells speak against it, two columns claim it, or it is a slip of the pen.
        ("票の取置き期間", ["5年", "3年"], true),
        ("備品の貸出期間", ["営業課", "総務課"], false),
        ("票の保存期間", ["営業課", "総務課"], true),
        ("利用者の範胃", ["営業課", "総務課"], true),
        ("満了の目安", ["退職後5年", "3年"], true),
        ("満了の目安", ["毎年見る", "3年"], false),
        ("契約の種類", ["売買", "賃貸"], false),
    ] {
        let drawing = format!("No|名称|利用目的|対象者|{heading}\n1|名簿|連絡|社員|{}\n2|票|受付|顧客|{}", cells_below[0], cells_below[1]);
        let (declared, findings) = read(vec![sheet("台帳", &drawing)]);
        assert_eq!(&*declared.entries[0].other_columns[0].text, cells_below[0], "{heading}");
        assert_eq!(cells(&findings, Code::DidYouMean).contains("E1"), asked, "{heading} {findings:?}");
    }
    let (_, findings) = read(vec![sheet("台帳", "No|名称|利用目的|第一相の治験対象者|第二相の治験対象者\n1|票|治療|患者|家族")]);
    assert!(cells(&findings, Code::ColumnTakenFor).is_empty());
    let (declared, findings) =
        read(vec![sheet("台帳", "No|名称|利用目的|対象者|治験対象者|保存期間|票の保管期間\n1|票|治療|患者|家族|1年|5年")]);
    assert_eq!((declared.entries[0].other_columns.len(), cells(&findings, Code::DidYouMean).len()), (2, 0));
}

#[test]
fn numbers_days_and_what_becomes_of_records_are_told_by_the_cells() {
    let drawing = "
        綴りの番号|名称|利用目的|対象者|来店の件数|作業中の置き場所|運用の確認日|終わった後の処置
        K-1|名簿|連絡|社員|<120>|棚|<45474>|溶解
        K-2|写真|広報|社員|<80>|金庫|<45475>|返却する";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let entry = &declared.entries[0];
    assert_eq!((&*entry.control_no, entry.count, entry.disposal.as_deref()), ("K-1", Some(120), Some("溶解")));
    assert_eq!((&*entry.places[0], entry.reviewed_on.is_some()), ("棚", true));
    assert_eq!(cells(&findings, Code::ColumnTakenFor), ["A1", "E1", "F1", "G1", "H1"].map(String::from).into());
    for (headings, rows) in [
        // Numbers that come twice, or stand behind the name, count something else; a count is a number, and a day a day.
        ("区画番号|名称|利用目的|対象者", ["1|名簿|連絡|社員", "1|写真|広報|社員"]),
        ("名称|利用目的|対象者|保険証番号", ["名簿|連絡|社員|1", "写真|広報|社員|2"]),
        ("名称|利用目的|対象者|来店の件数", ["名簿|連絡|社員|多い", "写真|広報|社員|少ない"]),
        ("名称|利用目的|対象者|運用の確認日", ["名簿|連絡|社員|総務課", "写真|広報|社員|営業課"]),
        ("名称|利用目的|対象者|申込の処理方法", ["名簿|連絡|社員|受付順", "写真|広報|社員|抽選"]),
        ("名称|利用目的|対象者|使い終わったあと", ["名簿|連絡|社員|5年後廃棄", "写真|広報|社員|3年後廃棄"]),
        ("名称|利用目的|対象者|次回の点検", ["名簿|連絡|社員|2030/4/1", "写真|広報|社員|2030/4/1"]),
    ] {
        let (declared, findings) = read(vec![sheet("台帳", &format!("{headings}\n{}\n{}", rows[0], rows[1]))]);
        assert_eq!(declared.entries[0].other_columns.len(), 1, "{headings}");
        assert!(cells(&findings, Code::ColumnTakenFor).is_empty(), "{headings}");
    }
}

#[test]
fn days_of_review_and_ways_of_disposal_are_told_where_one_column_has_them() {
    let drawing = "No|名称|利用目的|対象者|内容を見た確認|使い終わったら後の始末\n1|名簿|連絡|社員|2024/7/1|シュレッダー\n2|写真|広報|社員|R6.7.2|データ消去";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let entry = &declared.entries[1];
    assert_eq!((entry.reviewed_on.is_some(), entry.disposal.as_deref()), (true, Some("データ消去")));
    assert_eq!(cells(&findings, Code::ColumnTakenFor), ["E1", "F1"].map(String::from).into());
    let two = "No|名称|利用目的|対象者|春に見た確認|秋に見た確認\n1|名簿|連絡|社員|2024/4/1|2024/10/1";
    let (declared, findings) = read(vec![sheet("台帳", two)]);
    assert_eq!((declared.entries[0].reviewed_on, cells(&findings, Code::ColumnTakenFor).len()), (None, 0));
}

#[test]
fn a_way_of_keeping_is_a_medium_where_its_cells_say_so() {
    for (headings, row, media, places) in [
        ("保管場所|保管方法", "書庫|紙・電子", 2, 1),
        ("保管場所|保管方法", "書庫|施錠した棚", 0, 1),
        ("保管場所|保管方法", "書庫|紙（耐火金庫に施錠）", 0, 1),
        ("保管場所|保管方法", "書庫|紙及び電子", 2, 1),
        ("利用者|保管方法", "社員|紙", 1, 0),
        ("利用者|保管方法", "社員|サーバ", 0, 1),
        ("保管場所|保有形態", "書庫|電子データ", 1, 1),
        ("保管場所|媒体|保管方法", "書庫|紙|電子", 1, 1),
    ] {
        let (declared, findings) = read(vec![sheet("台帳", &format!("No|名称|利用目的|{headings}\n1|名簿|連絡|{row}"))]);
        let entry = &declared.entries[0];
        assert_eq!((entry.media.len(), entry.places.len()), (media, places), "{headings} {row}");
        assert_eq!(cells(&findings, Code::ColumnTakenFor).is_empty(), media == 0 || headings.contains("媒体"), "{headings} {row}");
    }
}

#[test]
fn media_that_it_was_acquired_on_give_way_to_those_that_it_is_kept_on() {
    let drawing = "
        No|名称|利用目的|取得||保管|
        |||方法|媒体|媒体|場所
        1|申込書|審査|郵送|紙|電子|書庫
        ~ D1:E1 F1:G1";
    let (declared, _) = read(vec![sheet("台帳", drawing)]);
    let entry = &declared.entries[0];
    assert_eq!((entry.media.as_slice(), entry.acquisition.len()), (&[Medium::Electronic][..], 1), "{entry:?}");
    let (declared, _) = read(vec![sheet("台帳", "No|名称|利用目的|取得媒体\n1|申込書|審査|紙")]);
    assert_eq!(declared.entries[0].media, [Medium::Paper]);
}

#[test]
fn a_place_stands_behind_its_medium() {
    for (heading, cell, media, places) in [
        ("媒体（保管場所）", "紙（書庫）、電子（会員ソフト）", 2, &["書庫", "会員ソフト"][..]),
        ("保管場所・媒体", "書庫／紙", 1, &["書庫"]),
        ("紙・データの保管先", "書庫、会員ソフト", 0, &["書庫", "会員ソフト"]),
        ("媒体", "紙：書庫、電子：会員ソフト", 2, &["書庫", "会員ソフト"]),
        ("媒体", "紙（原本）、電子（写し）", 2, &[]),
    ] {
        let (declared, _) = read(vec![sheet("台帳", &format!("No|名称|利用目的|保存期間|{heading}\n1|名簿|連絡|1年|{cell}"))]);
        let entry = &declared.entries[0];
        assert_eq!(entry.media.len(), media, "{heading} {cell}");
        assert_eq!(entry.places.iter().map(AsRef::as_ref).collect::<Vec<_>>(), places, "{heading} {cell}");
    }
}

#[test]
fn companies_under_tasks_of_entrustment_are_entrustees() {
    let drawing = "
        No|名称|利用目的|委託先|||
        |||印刷|システム|監督の方法|旧業者
        1|名簿|連絡|A社|㈱はこぶ|年1回の点検|B社
        2|写真|広報|なし|－||
        ~ A1:A2 B1:B2 C1:C2 D1:G1";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let [list, photo] = declared.entries.as_slice() else { panic!("two entries") };
    assert_eq!(list.entrustees.iter().map(AsRef::as_ref).collect::<Vec<_>>(), ["A社", "㈱はこぶ"]);
    assert_eq!((list.entrusted, photo.entrusted, list.other_columns.len()), (Stated::Yes, Stated::No, 2));
    assert_eq!(cells(&findings, Code::ColumnTakenFor), ["D2", "E2"].map(String::from).into());
}

#[test]
fn a_unit_in_the_bracket_of_保存_makes_a_period_of_it() {
    for (heading, cell, kept) in [("保存（年）", "<10>", Some("P10Y")), ("保管（月）", "<6>", Some("P6M")), ("保存", "書庫", None)]
    {
        let (declared, _) = read(vec![sheet("台帳", &format!("No|名称|利用目的|対象者|{heading}\n1|名簿|連絡|社員|{cell}"))]);
        let entry = &declared.entries[0];
        assert_eq!(entry.retention.period.map(|period| period.to_string()).as_deref(), kept, "{heading}");
        assert_eq!(entry.places.is_empty(), kept.is_some(), "{heading}");
    }
}

#[test]
fn boxes_under_a_matter_of_one_word_are_ticked_or_asked_about() {
    let drawing = "
        No|名称|利用目的|管理部門|廃棄方法
        1|名簿|連絡|■総務部　□営業部|☑溶解　☐裁断
        2|写真|広報|□総務部　□営業部|消去
        3|票|受付|営業部|□溶解　□裁断";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let told: Vec<_> = declared.entries.iter().map(|entry| (entry.department.as_deref(), entry.disposal.as_deref())).collect();
    assert_eq!(told, [(Some("総務部"), Some("溶解")), (None, Some("消去")), (Some("営業部"), None)]);
    assert_eq!(cells(&findings, Code::MarkContradictory), ["D3", "E4"].map(String::from).into());
}

#[test]
fn a_second_period_in_a_further_row_is_asked_about() {
    let drawing = "No|名称|利用目的|媒体|保存期間|保管場所\n1|名簿|連絡|紙|1年|棚\n|||電子|5年|\n2|写真|広報|紙|1年|棚\n|||電子|1年|";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    assert_eq!(declared.entries.len(), 2);
    assert_eq!(cells(&findings, Code::RetentionUnreadable), [String::from("E3")].into());
}

#[test]
fn departments_that_have_access_may_each_have_a_column() {
    let drawing = "
        No|名称|利用目的|アクセスできる部署||
        |||受注課|物流課|その他
        1|名簿|連絡|○||監査室
        2|送り状|発送|○|○|
        ~ D1:F1";
    let (declared, _) = read(vec![sheet("台帳", drawing)]);
    let told: Vec<Vec<&str>> = declared.entries.iter().map(|entry| entry.accessors.iter().map(AsRef::as_ref).collect()).collect();
    assert_eq!(told, [vec!["受注課", "監査室"], vec!["受注課", "物流課"]]);
}

#[test]
fn plain_words_are_told_by_the_cells() {
    let drawing = "
        No|名称|利用目的|対象者|項目|紙|パソコン|他|官公庁への届出|健康・信仰等の情報|捨てるときは
        1|名簿|連絡|社員|氏名|●|●||労働局|○|シュレッダー
        2|票|受付|顧客|氏名|||●|無|？|溶解";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let [first, second] = declared.entries.as_slice() else { panic!("{declared:?}") };
    assert_eq!((&*first.media, &*second.media), ([Medium::Paper, Medium::Electronic].as_slice(), [Medium::Other].as_slice()));
    assert_eq!((first.provided, &*first.recipients[0], second.provided), (Stated::Yes, "労働局", Stated::No));
    assert_eq!((first.special_care, second.special_care), (Stated::Yes, Stated::NotStated));
    assert_eq!(first.disposal.as_deref(), Some("シュレッダー"));
    assert_eq!(cells(&findings, Code::ColumnTakenFor), ["G1", "H1", "I1", "J1", "K1"].map(String::from).into());
}

#[test]
fn plain_words_stay_beside_where_the_cells_speak_against_them() {
    for (heading, below) in
        [("病歴", "○"), ("健康・体力", "○"), ("身体・病歴", "骨折して入院"), ("行政への報告", "2024/4/1"), ("PC", "受付の隣")]
    {
        let drawing = format!("No|名称|利用目的|対象者|紙|{heading}\n1|名簿|連絡|社員|○|{below}\n2|票|受付|顧客|○|{below}");
        let (declared, _) = read(vec![sheet("台帳", &drawing)]);
        assert_eq!(declared.entries[0].other_columns.len(), 1, "{heading} {declared:?}");
    }
}

#[test]
fn the_kind_of_what_is_held_may_be_a_list_of_items() {
    let drawing = "
        No|個人情報を含む資料名|個人情報の種別|利用目的|対象者
        1|名簿|氏名、住所|連絡|社員
        2|票|氏名、電話番号|受付|顧客";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    assert_eq!(declared.entries[0].items.iter().map(AsRef::as_ref).collect::<Vec<_>>(), ["氏名", "住所"]);
    assert_eq!(cells(&findings, Code::ColumnTakenFor), ["C1".to_owned()].into());
}

#[test]
fn a_heading_that_is_like_another_is_taken_where_its_cells_are_told_by_themselves() {
    let drawing = "
        番号 | 名称 | 対象 | 項目 | 配慮が要る情報 | 紙のしまい場所 | データの入っている所 | 台帳の点検をした日
        1    | 名簿 | 社員 | 氏名 | ×             | 書庫           | 給与システム         | 2024/4/1
        2    | 台帳 | 会員 | 氏名 | ○             | －             | 会員DB               | 2024/4/2";
    let said = |entry: &Entry| format!("{:?} {} {}", entry.special_care, entry.places.join("+"), entry.reviewed_on.is_some());
    assert_eq!(told(drawing, said), ["No 書庫+給与システム true", "Yes 会員DB true"]);
    let (_, findings) = read(vec![sheet("台帳", drawing)]);
    assert!(cells(&findings, Code::ColumnTakenFor).contains("E1"), "{findings:?}");
}
