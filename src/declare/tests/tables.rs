//! Where the table is, what its columns are, and which rows are entries.

use crate::declare::drawn::{cells, read, sheet, told};
use crate::finding::Code;
use crate::ledger::{Capacity, Medium, Stated};

#[test]
fn headings_over_two_rows_and_under_groups_without_merges() {
    let drawing = "
        大和精機の台帳
        番号|個人情報の名称|本人|取得||保管|||委託||第三者提供|
        |||方法|利用目的|媒体|場所|期間|有無|委託先|有無|提供先
        例|顧客名簿|顧客|書面|連絡|紙|棚|5年|有|A社|無|
        【総務部】
        1|従業員名簿|従業員|本人から|人事管理|紙|金庫|退職後5年|無||無|
        2|年賀状リスト|取引先|名刺|年賀状|電子|サーバー|1年|有|北川印刷|無|
        |小計|
        【製造部】
        3|作業員名簿|作業員|会社から|入構管理|〃|守衛所|3年|無|－|有|元請会社
        4
        - 1 -
        番号|個人情報の名称|本人|取得||保管|||委託||第三者提供|
        |||方法|利用目的|媒体|場所|期間|有無|委託先|有無|提供先
        5|来客カード|来訪者|本人|入館管理|〃|同上|1年|無||無|
        注1）件数は記載しない。
        以上";
    let told = told(drawing, |entry| {
        format!(
            "{} {} {} {:?} {:?} {:?}",
            entry.control_no,
            entry.name,
            entry.department.as_deref().unwrap_or("?"),
            entry.media,
            entry.places,
            entry.entrusted
        )
    });
    assert_eq!(
        told,
        [
            r#"1 従業員名簿 総務部 [Paper] ["金庫"] No"#,
            r#"2 年賀状リスト 総務部 [Electronic] ["サーバー"] Yes"#,
            r#"3 作業員名簿 製造部 [Electronic] ["守衛所"] No"#,
            r#"5 来客カード 製造部 [Electronic] ["守衛所"] No"#,
        ]
    );
}

#[test]
fn a_heading_said_again_on_a_new_page_does_not_cut_off_what_stands_above() {
    let drawing = "
        ||個人情報管理台帳||作成 情報システム部
        No|名称|対象者|利用目的|保管場所
        1|名簿|社員|連絡|棚
        |小計 1件|

        ||||- 1 -

        No|名称|対象者|利用目的|保管場所
        2|写真|同上|広報|〃";
    let told = told(drawing, |entry| format!("{} {:?} {:?}", entry.name, entry.subjects, entry.places));
    assert_eq!(told, [r#"名簿 ["社員"] ["棚"]"#, r#"写真 ["社員"] ["棚"]"#]);
}

#[test]
fn own_and_entrusted_under_区分_are_capacities_and_a_period_goes_before_a_time_of_disposal() {
    let drawing = "
        番号|名称|区分|||保管||消去|
        ||自社|受託|要配慮|場所|期間|方法|時期
        1|社員台帳|○||○|棚|退職後7年|裁断|期間満了時
        2|名簿||○||棚|業務終了後1か月|返却|業務終了時
        3|（欠番）";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let told: Vec<_> = declared
        .entries
        .iter()
        .map(|entry| (entry.capacity, entry.special_care, entry.subjects.len(), entry.retention.text.as_deref().unwrap_or("?")))
        .collect();
    assert_eq!(told, [(Capacity::Own, Stated::Yes, 0, "退職後7年"), (Capacity::EntrustedToUs, Stated::NotStated, 0, "業務終了後1か月")]);
    assert!(cells(&findings, Code::RowPassedOver).contains("A5"), "{findings:?}");
}

#[test]
fn a_group_may_stand_over_a_single_column() {
    let drawing = "
        業務|情報|取得・入力||移送|利用・加工|保管|||委託|提供|備考
        ||取得元|手段||目的|媒体|場所|期間
        営業|見込客リスト|来場者本人|名刺|社内便|案内|紙|営業部|2年|なし|なし
        経理|個人取引先口座|取引先本人|請求書|－|支払|紙|棚|法定7年|なし|税務署";
    let told = told(drawing, |entry| format!("{} {:?} {:?} {:?}", entry.name, entry.purposes, entry.places, entry.retention.text));
    assert_eq!(told, [r#"見込客リスト ["案内"] ["営業部"] Some("2年")"#, r#"個人取引先口座 ["支払"] ["棚"] Some("法定7年")"#,]);
}

#[test]
fn of_a_register_of_assets_what_holds_no_personal_information_is_passed_over() {
    let drawing = "
        管理No|情報資産名|個人情報の有無|本人|利用目的|保管場所
        1|給与システム|有|社員|給与支払|サーバー
        2|製品図面|無||設計|サーバー
        3|顧客DB||顧客|営業|クラウド";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    assert_eq!(declared.entries.iter().map(|entry| &*entry.name).collect::<Vec<_>>(), ["給与システム", "顧客DB"]);
    assert!(cells(&findings, Code::RowPassedOver).contains("A3"), "{findings:?}");
}

#[test]
fn columns_that_no_field_takes_are_told_of_each_table() {
    let drawing = "
        No|名称|項目|利用目的|保管先|重要度
        1|会員|氏名|案内|棚|A

        No|名称|項目|印字の段取り|保管先|危険度
        2|宛名|住所|印字|棚|B";
    let (_, findings) = read(vec![sheet("台帳", drawing)]);
    assert_eq!(cells(&findings, Code::ColumnKeptBeside), ["F1", "D4", "F4"].map(String::from).into());
}

#[test]
fn a_list_of_which_nothing_is_ticked_is_doubted() {
    let drawing = "
        No|名称|本人|項目|利用目的
        1|会員|☐顧客 ☐社員|☑氏名 ☐住所|案内";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    assert_eq!((declared.entries[0].subjects.len(), declared.entries[0].items.len()), (0, 1));
    assert_eq!(cells(&findings, Code::MarkContradictory), ["C2"].map(String::from).into());
}

#[test]
fn names_of_a_group_that_make_different_words_make_none() {
    let drawing = "
        No|名称|利用目的|保管場所|委託・提供|
        ||||有無|先
        1|会員|案内|棚|有|甲社";
    let (declared, _) = read(vec![sheet("台帳", drawing)]);
    assert!(declared.entries[0].entrustees.is_empty() && declared.entries[0].recipients.is_empty());
}

#[test]
fn headings_may_be_questions() {
    let drawing = "
        【必須】通番|【必須】個人情報名|【必須】誰の情報ですか？|何のために使いますか？|要配慮個人情報を含みますか？（はい／いいえ）|いつ捨てますか？|外部に委託していますか？
        1|カルテ|来店客|施術の記録|はい|退会した時|いいえ";
    let told = told(drawing, |entry| {
        format!(
            "{} {:?} {:?} {:?} {:?} {:?}",
            entry.name, entry.subjects, entry.purposes, entry.special_care, entry.retention.after, entry.entrusted
        )
    });
    assert_eq!(told, [r#"カルテ ["来店客"] ["施術の記録"] Yes Some("退会") No"#]);
}

#[test]
fn every_row_that_is_no_entry_is_reported() {
    let drawing = "
        No|名称|利用目的|保管場所
        記入例|顧客名簿|販売|棚
        1|名簿|連絡|棚
        合計|<1>
        ※ 以上のほかにはない。";
    let (_, findings) = read(vec![sheet("台帳", drawing)]);
    assert_eq!(cells(&findings, Code::RowPassedOver), ["A2", "A4", "A5"].map(String::from).into());
}

#[test]
fn names_that_only_look_like_totals_or_examples_are_entries() {
    let drawing = "
        No|名称|利用目的|保管場所
        1|例規集配布先|配布|棚
        2|家計調査票|調査|棚
        3|注文書|受注|棚
        4|設計担当者名簿|連絡|棚";
    assert_eq!(told(drawing, |entry| entry.name.to_string()), ["例規集配布先", "家計調査票", "注文書", "設計担当者名簿"]);
}

#[test]
fn merges_down_hold_for_each_row_and_a_merged_number_makes_one_record() {
    let drawing = "
        管理番号|名称|項目|媒体|保管場所|利用目的|管理部門
        S-1|従業員台帳|氏名|紙|金庫|人事|総務部
        ||住所|電子|サーバー||
        S-2|株主名簿|氏名|紙|金庫|株主管理|
        ||持株数||||
        ~ A2:A3 B2:B3 F2:F3 G2:G5";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let [first, second] = declared.entries.as_slice() else { panic!("two entries") };
    assert_eq!((first.items.len(), first.media.len(), first.places.len()), (2, 2, 2));
    assert_eq!(second.department.as_deref(), Some("総務部"));
    assert_eq!(second.items.len(), 2);
    assert_eq!(cells(&findings, Code::RowContinues), [String::from("C5")].into());
}

#[test]
fn marked_columns_are_the_choices_of_their_group() {
    let drawing = "
        ID|個人データ名|自社/受託||保有項目|||取得方法||委託||開示等の対象||利用目的
        ||自社|受託|氏名|住所|電話番号|直接|間接|有|無|対象|対象外|
        D-1|予約台帳|○||○||○|○|||○|○||予約
        D-3|送客データ||○|○||||○|○|||○|送客
        ~ C1:D1 E1:G1 H1:I1 J1:K1 L1:M1 A1:A2 B1:B2 N1:N2";
    let (declared, _) = read(vec![sheet("台帳", drawing)]);
    let [own, entrusted] = declared.entries.as_slice() else { panic!("two entries") };
    assert_eq!((own.capacity, entrusted.capacity), (Capacity::Own, Capacity::EntrustedToUs));
    assert_eq!(own.items.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), ["氏名", "電話番号"]);
    assert_eq!((own.entrusted, entrusted.entrusted), (Stated::No, Stated::Yes));
    assert_eq!((own.disclosure.eligible, entrusted.disclosure.eligible), (Stated::Yes, Stated::No));
    assert_eq!(&*entrusted.acquisition[0], "間接");
}

#[test]
fn two_tables_stand_side_by_side() {
    let drawing = "
        教務課|||||庶務課|||
        番号|名称|利用目的|保存期間||番号|名称|利用目的|保存期間
        1|学籍簿|学籍管理|永年||11|職員録|人事|退職後5年
        2|成績表|成績管理|5年|||||";
    let told = told(drawing, |entry| format!("{} {} {}", entry.control_no, entry.name, entry.department.as_deref().unwrap_or("?")));
    assert_eq!(told, ["1 学籍簿 教務課", "2 成績表 教務課", "11 職員録 庶務課"]);
}

#[test]
fn a_ledger_without_names_is_named_by_the_column_that_tells_rows_apart() {
    let drawing = "
        媒体|本人の区分|利用目的|項目|保管場所
        紙|従業員|雇用管理|氏名|棚
        紙|顧客|販売|氏名|棚";
    assert_eq!(told(drawing, |entry| format!("{} {:?}", entry.name, entry.subjects)), [r#"従業員 ["従業員"]"#, r#"顧客 ["顧客"]"#]);
}

#[test]
fn nothing_is_said_of_what_has_no_column_and_a_blank_says_nothing() {
    let drawing = "
        No|名称|利用目的|委託先|要配慮個人情報
        1|名簿|連絡||";
    let (declared, _) = read(vec![sheet("台帳", drawing)]);
    let entry = &declared.entries[0];
    assert_eq!([entry.entrusted, entry.provided, entry.jointly_used, entry.special_care, entry.individual_number], [Stated::NotStated; 5]);
    assert_eq!(entry.disclosure.eligible, Stated::NotStated);
}

#[test]
fn a_column_of_presence_decides_and_a_contradiction_is_reported() {
    let drawing = "
        No|名称|利用目的|委託|
        |||有無|委託先名
        1|名簿|連絡|無|A社
        2|台帳|連絡|有|B社
        ~ D1:E1 A1:A2 B1:B2 C1:C2";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    assert_eq!(declared.entries.iter().map(|entry| entry.entrusted).collect::<Vec<_>>(), [Stated::No, Stated::Yes]);
    assert_eq!(cells(&findings, Code::StatementsDisagree), [String::from("E3")].into());
}

#[test]
fn numbers_are_as_written_repeated_ones_are_told_apart_and_missing_ones_made() {
    let drawing = "
        No|名称|利用目的|件数
        <1>|名簿|連絡|<10>
        1|台帳|連絡|#REF!
        |控え|連絡|=A1";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    let numbers: Vec<_> = declared.entries.iter().map(|entry| (entry.control_no.to_string(), entry.occurrence)).collect();
    assert_eq!(numbers[..2], [("1".into(), 1), ("1".into(), 2)]);
    assert!(numbers[2].0.starts_with("auto-"));
    assert_eq!(cells(&findings, Code::ControlNoRepeated), ["A2", "A3"].map(String::from).into());
    assert_eq!(cells(&findings, Code::ControlNoMissing), [String::from("A4")].into());
    assert_eq!(cells(&findings, Code::ErrorInCell), [String::from("D3")].into());
    assert_eq!(cells(&findings, Code::FormulaWithoutValue), [String::from("D4")].into());
}

#[test]
fn made_numbers_stay_when_rows_move() {
    let number = |drawing: &str, name: &str| {
        let (declared, _) = read(vec![sheet("台帳", drawing)]);
        declared.entries.iter().find(|entry| &*entry.name == name).map(|entry| entry.control_no.to_string())
    };
    let before = number("名称|利用目的|保管場所\n名簿|連絡|棚\n台帳|販売|棚", "台帳");
    let after = number("名称|利用目的|保管場所\n台帳|販売|棚\n新しい表|連絡|棚\n名簿|連絡|棚", "台帳");
    assert_eq!(before, after);
}

#[test]
fn unknown_columns_are_kept_with_their_headings_and_every_statement_has_its_cell() {
    let drawing = "
        No|名称|利用目的|媒体||おまけ
        ||||紙|
        1|名簿※1|連絡|紙|○|大事";
    let (declared, _) = read(vec![sheet("台帳", drawing)]);
    let entry = &declared.entries[0];
    assert_eq!(&*entry.name, "名簿");
    assert_eq!(entry.media, [Medium::Paper]);
    assert!(entry.other_columns.iter().any(|column| &*column.heading == "おまけ" && &*column.text == "大事"));
    let sources: Vec<_> = entry.sources.iter().map(|source| format!("{}={}", source.field.as_ref(), source.cell)).collect();
    assert!(sources.contains(&"name=B3".to_owned()) && sources.contains(&"purposes=C3".to_owned()), "{sources:?}");
    assert!(entry.sources.is_sorted_by_key(|source| source.field));
}

#[test]
fn a_list_of_something_else_below_the_ledger_is_passed_over() {
    let drawing = "
        番号|名称|利用目的|保管場所
        H-1|履歴書|採用|書庫

        【参考】アクセス権一覧
        システム|権限者|付与日
        人事システム|人事部員|2024/4/1";
    let (declared, findings) = read(vec![sheet("台帳", drawing)]);
    assert_eq!(declared.entries.len(), 1);
    assert_eq!(cells(&findings, Code::RowPassedOver), ["A4", "A5", "A6"].map(String::from).into());
}

#[test]
fn headings_over_three_rows_with_a_choice_of_words() {
    let drawing = "
        管理番号|個人情報の概要||||取扱いの状況||||備考
        |名称|対象者|項目||取得||保管|委託等|
        |||基本情報|その他|方法|目的|場所|委託先|
        1-001|契約者ファイル|契約者|氏名、住所|口座|申込書|契約管理|書庫|外部倉庫㈱|電子化予定
        ~ A1:A3 B1:E1 F1:I1 J1:J3 B2:B3 C2:C3 D2:E2 F2:G2";
    let (declared, _) = read(vec![sheet("台帳", drawing)]);
    let entry = &declared.entries[0];
    assert_eq!(entry.items.len(), 3);
    assert_eq!((entry.acquisition.len(), entry.purposes.len(), entry.places.len(), entry.entrustees.len()), (1, 1, 1, 1));
    assert_eq!(entry.notes.as_deref(), Some("電子化予定"));
}

#[test]
fn a_unit_said_above_the_table_counts_for_its_numbers() {
    let drawing = "
        台帳|||（単位：千件）
        番号|個人情報の名称|利用目的|件数
        1|口座情報|口座管理|12.5
        2|相談票|相談|3万";
    assert_eq!(told(drawing, |entry| format!("{:?}", entry.count)), ["Some(12500)", "Some(30000)"]);
}

#[test]
fn a_column_that_no_field_takes_keeps_no_as_it_keeps_yes() {
    let drawing = "
        番号|個人情報の名称|利用目的|持出しの際の許可
        1|名簿|連絡|無
        2|写真|広報|なし
        3|日報|管理|－";
    let kept = told(drawing, |entry| entry.other_columns.iter().map(|column| column.text.as_ref()).collect::<Vec<_>>().join(","));
    assert_eq!(kept, ["無", "なし", ""]);
}

#[test]
fn a_heading_in_two_languages_names_whole_parties() {
    let drawing = "
        番号|個人情報の名称|利用目的|委託⏎Outsourced to|提供・共有先
        1|名簿|連絡|WarrantyPlus LLC|健康保険組合
        2|写真|広報|自社内で処理|A株式会社、B株式会社
        3|日報|管理|原則なし|なし";
    let read = told(drawing, |entry| format!("{:?} {:?} {:?} {:?}", entry.entrusted, entry.entrustees, entry.provided, entry.recipients));
    assert_eq!(
        read,
        [r#"Yes ["WarrantyPlus LLC"] Yes ["健康保険組合"]"#, r#"No [] Yes ["A株式会社", "B株式会社"]"#, "NotStated [] No []",]
    );
}

#[test]
fn numbers_in_a_column_stand_for_what_a_note_says_of_them() {
    let drawing = "
        番号|個人情報の名称|利用目的
        1|口座情報|1,2
        2|相談票|3
        【利用目的】1：口座開設　2：本人確認　3：苦情対応";
    assert_eq!(told(drawing, |entry| entry.purposes.join("|")), ["口座開設、本人確認", "苦情対応"]);
}

#[test]
fn a_number_under_a_heading_that_asks_for_a_day_is_that_day() {
    let drawing = "
        番号|個人情報の名称|利用目的|鍵の返却日|鍵の番号
        1|名簿|連絡|<46477>|<46477>";
    let kept = told(drawing, |entry| entry.other_columns.iter().map(|column| column.text.as_ref()).collect::<Vec<_>>().join(","));
    assert_eq!(kept, ["2027-03-31,46477"]);
}

#[test]
fn a_number_that_is_no_longer_in_use_is_no_record() {
    for name in ["欠番", "（欠番：旧名簿　令和2年廃止）", "（廃止）", "統合（No.1へ）", "新規追加予定", "空き", "No.1に統合"]
    {
        for rest in ["|||", "|||令和6年に整理", "||<30>|"] {
            let drawing =
                format!("番号|個人情報の名称|利用目的|保存期間|件数|備考\n1|名簿|連絡|5年|<10>|\n2|{name}|{rest}\n3|帳簿|案内|5年|<20>|");
            assert_eq!(told(&drawing, |entry| entry.control_no.to_string()), ["1", "3"], "{name} {rest}");
        }
    }
    let drawing = "番号|個人情報の名称|利用目的|保存期間\n1|廃止|連絡|5年\n2|廃止会員名簿||";
    assert_eq!(told(drawing, |entry| entry.control_no.to_string()), ["1", "2"]);
}
