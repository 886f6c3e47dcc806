//! What columns are about where headings are loose, said twice, or stand under groups.

use crate::declare::drawn::{cells, read, sheet, told};
use crate::finding::Code;
use crate::ledger::{Entry, Medium, RetentionKind, Stated};

#[test]
fn a_heading_in_two_languages_or_of_two_words_for_parties_does_not_divide_its_cells() {
    let drawing = "
        No.|個人情報⏎Personal data|内容⏎Data fields|目的⏎Why|媒体⏎Paper / IT|委託⏎Outsourced to|提供・共有先
        1|従業員|氏名,等級|人事管理|紙/IT|WarrantyPlus LLC|健康保険組合
        2|来訪者|氏名,会社名|構内保安|紙|無|代理店（株式会社もみじ販売）";
    let told = told(drawing, |entry| {
        format!(
            "{} {:?} {:?} {:?} {:?} {:?} {:?}",
            entry.name, entry.items, entry.media, entry.entrusted, entry.entrustees, entry.provided, entry.recipients
        )
    });
    assert_eq!(
        told,
        [
            r#"従業員 ["氏名", "等級"] [Paper, Electronic] Yes ["WarrantyPlus LLC"] Yes ["健康保険組合"]"#,
            r#"来訪者 ["氏名", "会社名"] [Paper] No [] Yes ["代理店（株式会社もみじ販売）"]"#,
        ]
    );
}

#[test]
fn whether_and_to_whom_in_one_column_is_one_matter() {
    for heading in ["委託", "委託先", "委託の有無及び委託先", "委託（有／無）及び委託先", "委託・委託先"] {
        let drawing = format!("No|名称|利用目的|{heading}\n1|名簿|連絡|有／㈱はるか\n2|写真|広報|㈱はるか\n3|票|受付|無\n4|簿|受付|有");
        let told = told(&drawing, |entry| format!("{:?} {:?}", entry.entrusted, entry.entrustees));
        assert_eq!(told, [r#"Yes ["㈱はるか"]"#, r#"Yes ["㈱はるか"]"#, "No []", "Yes []"], "{heading}");
    }
}

#[test]
fn what_names_the_record_loosely_is_what_it_holds_beside_a_name() {
    for (headings, name, items) in [
        ("ID|個人情報|内容|Purpose|Storage location", "Players", "Nickname"),
        ("ID|Processing|Personal data|Purpose|Storage location", "Players", "Nickname"),
        ("ID|文書・データの名称|データの中身|使う目的|置き場", "Players", "Nickname"),
        ("整理ID|データの呼び方|保持する項目|利用目的|格納先", "Players", "Nickname"),
        ("ID|業務|個人情報|Purpose|Storage location", "Players", "Nickname"),
        ("ID|台帳名|データ|Purpose|Storage location", "Players", "Nickname"),
    ] {
        let drawing = format!("{headings}\n1|Players|Nickname, e-mail|Support|DB\n2|Staff|Name, address|Payroll|DB");
        let (declared, _) = read(vec![sheet("台帳", &drawing)]);
        let entry = &declared.entries[0];
        assert_eq!((&*entry.name, entry.items.first().map(|item| &**item)), (name, Some(items)), "{headings}");
    }
    let (declared, _) = read(vec![sheet(
        "台帳",
        "ID|資産名|個人情報|利用目的|保管場所\n記入不要|名称を|○×を選択|具体的に|場所を\n1|名簿|○|連絡|棚\n2|写真|○|広報|棚",
    )]);
    assert!(declared.entries[0].items.is_empty() && &*declared.entries[0].name == "名簿", "{:?}", declared.entries[0]);
}

#[test]
fn a_name_under_a_group_of_contents_is_the_records_and_medium_under_a_period_is_no_medium() {
    let drawing = "
        番号|個人情報の内容||利用目的|保存期間||廃棄方法|
        |名称|項目||紙|電子|紙|電子
        1|申込書|氏名、住所|審査|契約終了後7年|契約終了後10年|溶解|削除
        ~ B1:C1 E1:F1 G1:H1";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let entry = &declared.entries[0];
    assert_eq!((&*entry.name, entry.items.len(), entry.media.len()), ("申込書", 2, 0));
    assert_eq!((entry.retention.kind, entry.retention.text.as_deref()), (RetentionKind::AfterEvent, Some("契約終了後7年")));
    assert_eq!(entry.disposal.as_deref(), Some("溶解\n削除"));
    assert_eq!(&*entry.other_columns[0].text, "契約終了後10年");
    assert!(cells(&findings, Code::RetentionUnreadable).contains("F3"), "{findings:?}");
}

#[test]
fn an_event_without_a_period_is_asked_about() {
    let drawing = "No|名称|利用目的|保存年限|起点\n1|契約書|管理|5年|契約終了\n2|鍵預り証|管理||鍵返却";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    assert_eq!(declared.entries[0].retention.after.as_deref(), Some("契約終了"));
    assert_eq!((declared.entries[1].retention.kind, &*declared.entries[1].other_columns[0].text), (RetentionKind::NotStated, "鍵返却"));
    assert_eq!(cells(&findings, Code::RetentionUnreadable), [String::from("E3")].into());
}

#[test]
fn a_mark_is_no_person_and_区分_under_parties_asks_whether() {
    let drawing = "
        No.|名称|属性|利用目的|入口|||保有の形||委託|||外部への提供|
        ||||本人|第三者|自動|紙|PC|区分|相手先|再委託|区分|相手先
        1|注文|購入者|発送|○|||○|○|○|A㈱|有|×|
        2|解析|来訪者|広告|||○||○|×|||○|B㈱
        ~ E1:G1 H1:I1 J1:L1 M1:N1";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let [order, traces] = declared.entries.as_slice() else { panic!("two entries") };
    assert_eq!(
        (order.subjects.len(), &*order.subjects[0], order.media.as_slice()),
        (1, "購入者", &[Medium::Paper, Medium::Electronic][..])
    );
    assert_eq!((order.entrusted, order.provided, &*order.entrustees[0]), (Stated::Yes, Stated::No, "A㈱"));
    assert_eq!((traces.entrusted, traces.provided, &*traces.recipients[0]), (Stated::No, Stated::Yes, "B㈱"));
    assert!(order.other_columns.iter().any(|other| &*other.heading == "委託／再委託" && &*other.text == "有"), "{order:?}");
    assert!(cells(&findings, Code::MarkUnknown).is_empty(), "{findings:?}");
}

#[test]
fn group_headings_may_be_numbered_and_a_label_and_its_value_are_none() {
    let numbered = "
        最終更新|2025-09-30|更新部署|室
        ① データ||② 保管||③ 消去|④ 法令上の整理|
        ID|データの名称|システム|クラウド／DCの所在|消去のタイミング|個人情報／個人関連情報|要配慮
        P1|従業員データ|人事SaaS|AWS 東京リージョン|契約終了から60日|個人情報|無
        ~ A2:B2 C2:D2 F2:G2";
    let bracketed = "
        |(1) データ||(2) 保管|||(3) 法令上の整理
        ID|データの名称|本人|システム|クラウドのリージョン|消去のタイミング|要配慮
        P1|従業員データ|社員|人事SaaS|東京|契約終了から60日|無
        x";
    let labelled = "
        組合名|うみべ生活協同組合
        ID|データの名称|システム|保管国|保存期間|委託先名（委託業務）|要配慮
        P1|従業員データ|人事SaaS|日本|契約終了から60日|電算センター（運用）|無";
    for (drawing, entrustees) in [(numbered, 0), (bracketed, 0), (labelled, 1)] {
        let (declared, findings) = read(vec![sheet("台帳", drawing)]);
        let entry = &declared.entries[0];
        assert_eq!((&*entry.name, entry.disposal.as_deref(), entry.media.len()), ("従業員データ", None, 0), "{drawing}");
        assert_eq!((entry.storage.countries.len(), entry.retention.after.as_deref()), (1, Some("契約終了")), "{drawing}");
        assert_eq!((entry.entrustees.len(), entry.places.len()), (entrustees, 1), "{drawing}");
        let heading = if drawing == bracketed { "A4" } else { "A1" };
        assert!(cells(&findings, Code::RowPassedOver).contains(heading), "{findings:?}");
    }
}

#[test]
fn rows_that_say_how_to_fill_in_and_numbers_not_in_use_are_no_entries() {
    let drawing = "
        管理番号|名称|対象者|項目|利用目的|件数|媒体|保管場所
        連番|正式名称で|だれの|漏れなく|具体的に|（人）|紙／電子|施錠の場所も
        L-01|送り状|荷送人|氏名|配送|10|紙|営業所
        L-02（空き番）
        L-03|（空き番）
        L-04|受付票|荷受人|氏名|再配達|20|電子|WMS";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    assert_eq!(declared.entries.iter().map(|entry| &*entry.name).collect::<Vec<_>>(), ["送り状", "受付票"]);
    let passed = cells(&findings, Code::RowPassedOver);
    assert!(["A2", "A4", "A5"].iter().all(|cell| passed.contains(*cell)), "{passed:?}");
}

#[test]
fn running_values_number_the_rows_and_do_not_name_them() {
    let unknown = "整理コード番|控えの品目|本人|利用目的|保存期間\nST-001|登録情報|社員|連絡|1年\nST-002|受付情報|顧客|連絡|1年";
    let unheaded = "|個人情報の名称|本人|利用目的|保存期間\n1|登録情報|社員|連絡|1年\n2|受付情報|顧客|連絡|1年";
    for (drawing, number) in [(unknown, false), (unheaded, true)] {
        let (declared, _) = read(vec![sheet("台帳", drawing)]);
        assert_eq!(declared.entries[1].name.as_ref(), "受付情報", "{drawing}");
        assert_eq!(declared.entries[1].control_no.as_ref() == "2", number, "{drawing}");
    }
}

#[test]
fn what_is_said_of_the_document_is_not_said_of_the_records() {
    let table = "No|名称|本人|利用目的|保存期間\n1|名簿|社員|連絡|1年";
    for (above, manager, department) in [
        ("Owner: Guest Services / Version 4 / Approved by the CPO", Some("Guest Services"), None),
        ("管理責任者：総務部長　第4版", Some("総務部長"), None),
        ("台帳兼点検表|点検欄（記入：各チーム）", None, None),
        ("台帳（総務部）", None, Some("総務部")),
    ] {
        let (declared, _) = read(vec![sheet("台帳", &format!("{above}\n\n{table}"))]);
        let entry = &declared.entries[0];
        assert_eq!((entry.manager.as_deref(), entry.department.as_deref()), (manager, department), "{above}");
    }
}

#[test]
fn ledgers_in_plain_words_are_ledgers_and_lists_of_something_else_are_not() {
    for drawing in [
        "整理番号|情報の呼び名|どなたの情報か|記載されている事柄|使用する目的|置き場\n1|カルテ|患者|病歴|診療|書庫",
        "No|文書・データの名前|だれの情報|主な記載内容|使う目的|集め方\n1|指導要録|在校生|成績|学習指導|作成",
        "Ref #|What we hold|Whose|What it contains|Why we use it|How long we keep it\nG-1|Cards|Guests|name|check-in|3 years",
        "|なにを|だれの|どんなことが|なんのために|いつまで\n1|名簿|こども|名前|連絡|1年",
    ] {
        assert_eq!(read(vec![sheet("Sheet1", drawing)]).0.entries.len(), 1, "{drawing}");
    }
    for drawing in [
        "No|品名|型番|数量|保管場所|備考\n1|机|A-1|3|倉庫|",
        "日付|科目|摘要|金額|担当\n4/1|旅費|出張|1000|総務",
        "Employee|Name|Department|Office|Start date\n1|A|Sales|Tokyo|2020-01-01",
    ] {
        assert_eq!(read(vec![sheet("Sheet1", drawing)]).0.entries.len(), 0, "{drawing}");
    }
}

#[test]
fn what_names_a_thing_names_the_record_beside_a_column_that_says_whether_or_what_kind() {
    for (naming, beside, cells) in [
        ("資産名称", "個人情報", ["有", "有（特定）"]),
        ("情報資産名", "個人情報", ["○（要配慮含む）", "○"]),
        ("文書名", "個人情報", ["P", "P"]),
        ("帳票名", "個人情報の種類", ["個人データ", "要配慮"]),
        ("データ名", "個人データの種別", ["個人データ", "要配慮"]),
        ("事務名", "個人情報の種類", ["個人データ", "要配慮"]),
    ] {
        let drawing =
            format!("番号|{naming}|{beside}|利用目的|保存期間\n1|顧客台帳|{}|連絡|5年\n2|社員台帳|{}|案内|5年", cells[0], cells[1]);
        let told = told(&drawing, |entry| format!("{} {:?}", entry.name, entry.items));
        assert_eq!(told, ["顧客台帳 []", "社員台帳 []"], "{naming} {beside}");
    }
    for (naming, beside) in
        [("個人情報の名称", "業務名"), ("個人情報", "業務名"), ("個人情報の種類", "業務名"), ("情報名", "個人情報の種類")]
    {
        let drawing = format!("番号|{beside}|{naming}|利用目的|保存期間\n1|販売|顧客台帳|連絡|5年\n2|人事|社員台帳|案内|5年");
        assert_eq!(told(&drawing, |entry| entry.name.to_string()), ["顧客台帳", "社員台帳"], "{naming} {beside}");
    }
}

#[test]
fn a_heading_in_two_languages_is_known_where_one_half_is() {
    let drawing = "No.|Processing activity⏎処理活動|Personal data⏎個人データ|Purpose / 利用目的|Retention / 残す期間\n1|Payroll|Name, salary|給与支払|5年";
    let told = told(drawing, |entry| format!("{} {:?} {:?}", entry.name, entry.items, entry.retention.text));
    assert_eq!(told, [r#"Payroll ["Name", "salary"] Some("5年")"#]);
}

#[test]
fn what_is_recorded_of_a_phase_or_may_go_wrong_in_it_is_no_field() {
    for (group, heading, cell) in [
        ("", "削除・廃棄の記録", "有"),
        ("", "保管・バックアップのリスク", "紛失"),
        ("リスク", "取得・入力", "誤入力"),
        ("局面ごとの安全管理措置", "取得", "本人確認"),
        ("局面ごとの安全管理措置", "廃棄", "立会い"),
    ] {
        let path = if group.is_empty() {
            format!("番号|個人情報の名称|利用目的|廃棄方法|{heading}\n")
        } else {
            format!("番号|個人情報の名称|利用目的|廃棄方法|{group}|\n||||{heading}|根拠\n~ A1:A2 B1:B2 C1:C2 D1:D2 E1:F1\n")
        };
        let (declared, _) = read(vec![sheet("台帳", &format!("{path}1|名簿|連絡|裁断|{cell}\n2|帳簿|案内|溶解|{cell}"))]);
        let entry = &declared.entries[0];
        assert_eq!(entry.disposal.as_deref(), Some("裁断"), "{heading}");
        assert!(entry.acquisition.is_empty() && entry.places.is_empty(), "{heading}");
        assert!(entry.other_columns.iter().any(|other| &*other.text == cell), "{heading}");
    }
}

#[test]
fn a_mark_where_words_are_due_is_asked_about() {
    let drawing = "番号|個人情報の名称|利用目的|取得|保管場所|廃棄\n1|名簿|連絡|○|○|○\n2|帳簿|案内|書面|書庫|溶解";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let [list, book] = declared.entries.as_slice() else { panic!("two entries: {:?}", declared.entries) };
    assert!(list.acquisition.is_empty() && list.places.is_empty() && list.disposal.is_none() && list.other_columns.len() == 3);
    assert_eq!((book.places.len(), book.disposal.as_deref()), (1, Some("溶解")));
    assert_eq!(cells(&findings, Code::MarkUnknown), ["D2", "E2", "F2"].map(String::from).into());
}

#[test]
fn a_period_under_each_of_two_media_is_looked_at() {
    let drawing = "番号|個人情報の名称|利用目的|紙媒体||電子媒体|\n|||保管場所|保存期間|保管場所|保存期間\n1|名簿|連絡|書庫|5年||\n2|動画|案内|||サーバー|90日\n3|帳簿|確認|書庫|5年|サーバー|1年\n~ A1:A2 B1:B2 C1:C2 D1:E1 F1:G1";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let periods: Vec<_> = declared.entries.iter().map(|entry| entry.retention.text.as_deref().unwrap_or("-")).collect();
    assert_eq!(periods, ["5年", "90日", "5年"]);
    assert_eq!(cells(&findings, Code::RetentionUnreadable), ["G5"].map(String::from).into());
}

#[test]
fn the_department_is_what_says_it_closely_and_all_of_its_levels() {
    for (one, other, department) in [
        ("拠点", "部門", "総務課"),
        ("事業所名", "担当課", "総務課"),
        ("支店", "係名", "総務課"),
        ("拠点", "担当者", "静岡"),
        ("部", "課", "静岡　総務課"),
        ("所管部", "所管課", "静岡　総務課"),
        ("学部", "学科", "静岡　総務課"),
        ("部門", "拠点", "静岡"),
        ("主管部門", "利用部門", "静岡"),
    ] {
        let drawing =
            format!("{one}|{other}|番号|個人情報の名称|利用目的|保存期間\n静岡|総務課|1|名簿|連絡|5年\n静岡|経理課|2|帳簿|案内|1年");
        let told = told(&drawing, |entry| entry.department.clone().unwrap_or_default().to_string());
        assert_eq!(told[0], department, "{one} {other}");
    }
}

#[test]
fn the_words_of_a_bracket_or_of_the_cells_tell_what_区分_asks_for() {
    for (heading, cells, capacity, subjects) in [
        ("区分（自社／受託）", ["受託", "自社"], "EntrustedToUs", 0),
        ("区分（自社／受託）", ["自社", "受託"], "Own", 0),
        ("区分", ["直接取得", "受託"], "Own", 0),
        ("情報の区分", ["自社", "受託"], "Own", 0),
        ("取得区分", ["自社", "受託"], "Own", 0),
        ("取扱区分", ["自社", "受託"], "Own", 0),
        ("区分", ["個人データ", "保有個人データ"], "NotStated", 0),
        ("区分", ["社外秘", "極秘"], "NotStated", 0),
        ("区分", ["顧客", "従業員"], "NotStated", 1),
    ] {
        let drawing = format!("番号|個人情報の名称|{heading}|利用目的\n1|名簿|{}|連絡\n2|帳簿|{}|案内", cells[0], cells[1]);
        let told = told(&drawing, |entry| format!("{:?} {}", entry.capacity, entry.subjects.len()));
        assert_eq!(told[0], format!("{capacity} {subjects}"), "{heading} {cells:?}");
    }
}

#[test]
fn a_phase_beside_a_matter_takes_nothing_of_its_cells() {
    let drawing =
        "番号|個人情報の名称|取得・入力|保管・バックアップ|保存|削除・廃棄の記録\n1|名簿|郵送、就職サイト|隔離サーバ、倉庫|5年|有";
    let told =
        told(drawing, |entry| format!("{:?} {} {:?} {:?}", entry.acquisition, entry.places.len(), entry.retention.kind, entry.disposal));
    assert_eq!(told, [r#"["郵送", "就職サイト"] 2 Period None"#]);
}

#[test]
fn of_two_columns_for_one_matter_the_one_that_is_meant_holds() {
    let drawing = "
        番号|個人情報の名称|利用目的|保存期間|廃棄予定年月|開示対象|開示の可否|件数||見直し|
        |||||||前年度|本年度|前回|今回
        1|名簿|連絡|5年|R16.3|非該当|可|100|120|2025/4/1|2026/4/1
        ~ A1:A2 B1:B2 C1:C2 D1:D2 E1:E2 F1:F2 G1:G2 H1:I1 J1:K1";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let entry = &declared.entries[0];
    let reviewed = entry.reviewed_on.map(|day| day.to_string());
    assert_eq!((entry.count, reviewed.as_deref(), entry.disclosure.eligible), (Some(120), Some("2026-04-01"), Stated::No));
    assert_eq!(entry.retention.kind, RetentionKind::Period);
    assert!(findings.iter().all(|finding| finding.code != Code::RetentionUnreadable), "{findings:?}");
}

#[test]
fn a_column_of_the_kinds_of_data_beside_the_names_holds_items_where_its_cells_list_them() {
    let table = |kinds: [&str; 2]| {
        format!("番号|資料名|個人情報の種別|利用目的\n1|会員名簿|{}|会報の発送\n2|来客の記録|{}|案内", kinds[0], kinds[1])
    };
    let items = |kinds: [&str; 2]| told(&table(kinds), |entry| format!("{} {}", entry.name, entry.items.len()));
    assert_eq!(items(["氏名、住所、会費", "氏名、用件"]), ["会員名簿 3", "来客の記録 2"]);
    assert_eq!(items(["会員情報", "来客情報"]), ["会員名簿 0", "来客の記録 0"]);
}

#[test]
fn media_side_by_side_are_marked_though_one_alone_is_no_heading() {
    let told = told(
        "
        番号|個人情報の名称|利用目的|紙|PC|他|保存期間
        1|会員名簿|会報の発送|●|●||5年
        2|講演の録音|記録|||●|1年
        3|会費の控え|会計|●|||5年",
        |entry| format!("{} {:?}", entry.name, entry.media),
    );
    assert_eq!(told, ["会員名簿 [Paper, Electronic]", "講演の録音 [Other]", "会費の控え [Paper]"]);
}

#[test]
fn a_group_does_not_make_another_matter_of_a_heading_that_is_known_alone() {
    let told = told(
        "
        番号|特　定||取扱い|
        |個人情報名|個人情報の項目|利用目的|保管場所
        1|会員名簿|氏名、住所|会報の発送|書庫
        ~ B1:C1 D1:E1",
        |entry| format!("{} {} {:?}", entry.name, entry.items.len(), entry.individual_number),
    );
    assert_eq!(told, ["会員名簿 2 NotStated"]);
}

#[test]
fn the_kind_of_keeping_is_how_long_or_on_what_as_its_cells_tell() {
    let told = |kinds: [&str; 2]| {
        let drawing = format!("番号|名称|利用目的|保管場所|保存⏎種別\n1|名簿|連絡|書庫|{}\n2|映像|防犯|装置|{}", kinds[0], kinds[1]);
        told(&drawing, |entry| format!("{} {:?} {:?} {}", entry.name, entry.media, entry.retention.kind, entry.places.join("・")))
    };
    assert_eq!(told(["法定（7年）", "完済後10年"]), ["名簿 [] Statutory 書庫", "映像 [] AfterEvent 装置"]);
    assert_eq!(told(["紙", "電子"]), ["名簿 [Paper] NotStated 書庫", "映像 [Electronic] NotStated 装置"]);
}

#[test]
fn what_one_column_denies_is_open_where_another_is_not_understood() {
    let drawing = "
        番号 | 名称     | 対象 | 項目 | 要配慮個人情報 | 要配慮情報の有無 | 開示対象 | 保有個人データ
        1    | 会員名簿 | 会員 | 氏名 | 無             | △               | 対象外   | ▲
        2    | 社員名簿 | 社員 | 氏名 | 無             |                  | 対象外   |
        3    | 応募書類 | 応募 | 氏名 | 無             | －               | 対象外   | －
        4    | 診断票   | 社員 | 氏名 | △             | 有               | ▲        | 対象";
    let stated = |entry: &Entry| format!("{:?} {:?}", entry.special_care, entry.disclosure.eligible);
    assert_eq!(told(drawing, stated), ["NotStated NotStated", "No No", "No No", "Yes Yes"]);
}
