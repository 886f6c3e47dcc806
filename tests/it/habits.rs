//! Ledgers in the habits of six departments, as workbooks through the program: what a careful person reads in them is read.

use rust_xlsxwriter::{Format, Workbook};
use serde_json::{Value, json};

use crate::program::Desk;

/// A workbook of drawn sheets: a row a line, cells between bars, `⏎` for a line end, `<12>` for a number, `~ A1:B2` for merged areas.
fn drawn(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, drawing) in sheets {
        let page = workbook.add_worksheet().set_name(*name).unwrap();
        let mut row = 0;
        for line in drawing.trim_matches('\n').lines().map(str::trim_start) {
            if let Some(merges) = line.strip_prefix("~ ") {
                for area in merges.split(' ') {
                    let (first, last) = area.split_once(':').unwrap();
                    let ((top, left), (bottom, right)) = (place(first), place(last));
                    let text = drawing.lines().map(str::trim_start).nth(usize::try_from(top).unwrap() + 1).unwrap();
                    let text = text.split('|').nth(usize::from(left)).unwrap().replace('⏎', "\n");
                    page.merge_range(top, left, bottom, right, &text, &Format::new()).unwrap();
                }
                continue;
            }
            for (column, text) in (0..).zip(line.split('|')).filter(|(_, text)| !text.is_empty()) {
                let number = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).and_then(|number| number.parse::<f64>().ok());
                match number {
                    Some(number) => page.write_number(row, column, number).unwrap(),
                    None => page.write_string(row, column, text.replace('⏎', "\n")).unwrap(),
                };
            }
            row += 1;
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// The row and the column of an address such as `B3`, from 0.
fn place(address: &str) -> (u32, u16) {
    let column = u16::from(address.as_bytes()[0] - b'A');
    (address[1..].parse::<u32>().unwrap() - 1, column)
}

/// What the program reads in the sheets.
fn read(sheets: &[(&str, &str)]) -> Value {
    let desk = Desk::new();
    let path = desk.write("台帳.xlsx", drawn(sheets));
    let outcome = desk.run(&["read", "--format", "json", path.to_str().unwrap()]);
    serde_json::from_str(&outcome.out).unwrap_or_else(|_| panic!("{}{}", outcome.out, outcome.err))
}

/// The entry of a number.
fn entry<'a>(read: &'a Value, control_no: &str) -> &'a Value {
    let mut all = read["entries"].as_array().unwrap().iter();
    all.find(|entry| entry["controlNo"] == control_no).unwrap_or_else(|| panic!("no {control_no} in {read}"))
}

fn numbers(read: &Value) -> Vec<&str> {
    read["entries"].as_array().unwrap().iter().map(|entry| entry["controlNo"].as_str().unwrap()).collect()
}

/// The cells that findings of a kind name.
fn cells(read: &Value, code: &str) -> Vec<String> {
    let of = read["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == code);
    of.flat_map(|finding| finding["sources"].as_array().unwrap()).map(|source| source["cell"].as_str().unwrap().to_owned()).collect()
}

fn countries(whereabouts: &Value) -> Vec<&str> {
    whereabouts["countries"].as_array().unwrap().iter().map(|country| country["code"].as_str().unwrap()).collect()
}

#[test]
fn headings_in_two_languages_a_start_of_its_own_and_dittos_within_lists() {
    let read = read(&[(
        "Inventory",
        "
        Personal Data Inventory / 個人データ台帳 (FY2025)
        Dept: Product Division / 部門：プロダクト本部
        ID|Data set⏎（データ名）|Data subjects⏎本人の区分|Data items / 項目|Purpose / 利用目的|Source / 取得元|System / 保管システム|Region / リージョン|Retention / 保存期間|Trigger event / 起算点|# of persons / 件数|Processor / 委託先|Sensitive? / 要配慮個人情報|Owner / 責任者
        P-01|Customer accounts|Customers|name, email|Service delivery|the data subject|AWS（東京）|ap-northeast-1|3 years|account deletion|approx. 12,000|Stripe, Inc.、SendGrid|No|Head of Product
        P-02|問い合わせ履歴|同上、見込み客|氏名／本文|問い合わせ対応|本人|Zendesk|米国またはEU|2年|対応完了日の翌日|約8,500名|〃|N|〃
        ※ P-02 は2025年度に移行予定
        P-03|閲覧記録|〃、訪問者|IP address; cookie ID|分析|自動取得|GCP（大阪）|asia-northeast2|退会後90日|退会|不明|－|N|〃
        P-04|控え|訪問者|氏名|連絡|本人|金庫|日本|永年|作成日|9件|－|N|〃
        Total|||||||||<20500>",
    )]);
    assert_eq!(numbers(&read), ["P-01", "P-02", "P-03", "P-04"]);
    let (first, second, third, last) = (entry(&read, "P-01"), entry(&read, "P-02"), entry(&read, "P-03"), entry(&read, "P-04"));
    assert_eq!((&first["department"], &first["count"]), (&json!("プロダクト本部"), &json!(12_000)));
    assert_eq!(first["acquiredFrom"], json!(["PRINCIPAL"]));
    assert_eq!((&first["retention"]["kind"], &first["retention"]["after"]), (&json!("AFTER_EVENT"), &json!("account deletion")));
    let entrustees =
        |entry: &Value| entry["entrustments"].as_array().unwrap().iter().map(|party| party["entrustee"].clone()).collect::<Vec<_>>();
    assert_eq!(entrustees(first), [json!("Stripe, Inc."), json!("SendGrid")]);
    assert_eq!(entrustees(second), entrustees(first));
    assert_eq!(second["subjects"], json!(["Customers", "見込み客"]));
    assert_eq!(third["subjects"], json!(["Customers", "見込み客", "訪問者"]));
    assert_eq!((&second["retention"]["period"], &second["retention"]["after"]), (&json!("P2Y"), &json!("対応完了")));
    assert_eq!((&second["storage"]["certainty"], countries(&second["storage"])), (&json!("CANDIDATES"), vec!["US"]));
    assert_eq!((&third["retention"]["after"], &third["otherColumns"]), (&json!("退会"), &json!([])));
    // Beside 永年 a start is no part of the retention, and is kept as it stands.
    assert_eq!(last["retention"]["kind"], "PERMANENT");
    assert_eq!(last["otherColumns"], json!([{ "heading": "Trigger event / 起算点", "text": "作成日" }]));
}

#[test]
fn a_department_a_sheet_under_headings_of_three_rows_with_totals() {
    let sheet = |department: &str, rows: &str| {
        format!(
            "
            {department}　個人情報管理台帳
            管理番号|個人情報|||利用|保管||||外部との関係||開示
            |名称|内容||利用目的|媒体||場所|期間|委託|提供|
            ||項目|件数||紙|電子|||||
            {rows}
            ~ A2:A4 B2:D2 B3:B4 C3:D3 E3:E4 F2:I2 F3:G3 H3:H4 I3:I4 J2:K2 J3:J4 K3:K4 L2:L4"
        )
    };
    let general =
        sheet("総務課", "総-1|職員名簿|氏名、続柄|約350名|人事管理|○|○|人事システム|退職後5年|無|有（共済組合）|対象\n計|||<470>");
    let nursing = sheet(
        "看護部",
        "看-1|看護記録|氏名、病歴|1万2千件|診療|○|○|電子カルテ|診療完結の日から5年|有（甲システム株式会社）|－|対象\n看-2|当直表|同上、当直日|40名|勤務管理|○||詰所|1年|〃|〃|対象外",
    );
    let read = read(&[("表紙", "個人情報管理台帳"), ("総務課", &general), ("看護部", &nursing), ("集計", "部署|件数\n総務課|<470>")]);
    assert_eq!(numbers(&read), ["看-1", "看-2", "総-1"]);
    let (record, duty, staff) = (entry(&read, "看-1"), entry(&read, "看-2"), entry(&read, "総-1"));
    assert_eq!((&staff["department"], &record["department"]), (&json!("総務課"), &json!("看護部")));
    assert_eq!((&staff["count"], &record["count"], &duty["count"]), (&json!(350), &json!(12_000), &json!(40)));
    assert_eq!((&record["media"], &duty["media"]), (&json!(["PAPER", "ELECTRONIC"]), &json!(["PAPER"])));
    assert_eq!(duty["items"], json!(["氏名", "病歴", "当直日"]));
    assert_eq!((&duty["entrustments"][0]["entrustee"], &duty["provided"]), (&json!("甲システム株式会社"), &json!("NO")));
    assert_eq!((&staff["provisions"][0]["recipient"], &duty["disclosure"]["eligible"]), (&json!("共済組合"), &json!("NO")));
}

#[test]
fn two_tables_on_a_sheet_with_notes_between_rows_and_countries_beside_places() {
    let read = read(&[(
        "台帳",
        "
        個人情報一覧（営業管理部）　　　作成：令和7年4月1日
        |
        【1】当社が取得する個人情報
        No.|情報名|対象者|項目|取得経路|利用目的|保管場所（国）|保存年限|件数（概数）|見直し
        1|顧客台帳|顧客|氏名・住所|申込書|商品発送⏎アフターサービス|本社（日本）|取引終了後7年|約3千名|R7.4.1
        （以下は2025年度追加分）
        2|DM送付先|見込客|氏名・住所|展示会、名簿業者|DM送付|発送センター|2年|<1500>|令和7年4月1日
        　　小計||||||||<4500>
        注）件数は概数である。
        |
        【2】受託した個人情報
        No.|情報名|委託元|対象者|項目|利用目的|保管場所（国）|保存年限|件数（概数）|返却・廃棄
        3|配送先データ|甲商店|甲商店の顧客|氏名・住所|配送|倉庫（日本）|業務終了後1か月|800件|返却
        4|コールログ|乙通信|問合せ者|音声・電話番号|電話応対|クラウド（シンガポール）|90日|不明|消去
        合計||||||||<800>
        以上",
    )]);
    assert_eq!(numbers(&read), ["1", "2", "3", "4"]);
    let entries = ["1", "2", "3", "4"].map(|number| entry(&read, number));
    assert_eq!(
        entries.map(|entry| entry["capacity"].clone()),
        ["OWN", "OWN", "ENTRUSTED_TO_US", "ENTRUSTED_TO_US"].map(|word| json!(word))
    );
    assert_eq!(
        entries.map(|entry| entry["places"][0]["name"].clone()),
        ["本社", "発送センター", "倉庫", "クラウド"].map(|word| json!(word))
    );
    assert_eq!(entries.map(|entry| countries(&entry["storage"])), [vec!["JP"], vec![], vec!["JP"], vec!["SG"]]);
    assert_eq!(entries.map(|entry| entry["count"].clone()), [json!(3000), json!(1500), json!(800), Value::Null]);
    assert_eq!((&entries[0]["reviewedOn"], &entries[3]["disposal"]), (&json!("2025-04-01"), &json!("消去")));
}

#[test]
fn a_school_asks_in_plain_words() {
    let read = read(&[(
        "R7",
        "
        学校法人　個人情報取扱台帳（令和７年度）
        |
        整理番号|帳票・データ名|誰の情報か|記載事項|何のために使うか|入手の方法|置き場所|国内／国外|保存する期間|起算日|捨て方|人数|外部委託|第三者への提供|開示|要配慮|最終点検日
        ①|生徒指導要録|在校生|氏名、学習の記録|指導|本校で作成|校長室金庫|国内|20年|卒業日の翌日|溶解|約六百名|しない|転学先の学校|○|×|R7/5/1
        ②|健康診断票|同上|同上、身長・体重|健康管理|学校医による健診|保健室|〃|5年|卒業日の翌日|〃|600名|する（○○健診センター）|しない|○|○|令和7年5月1日
        ③|奨学金申請書|申請者及び保護者|氏名、収入|審査|本人から|事務室|〃|当該年度末まで||シュレッダー|38人|しない|日本学生支援機構|○|×|平成31年5月1日
        |||||||||||計|<1238>",
    )]);
    let [first, second, third] = ["①", "②", "③"].map(|number| entry(&read, number));
    assert_eq!((&first["purposes"], &second["disposal"], &first["count"]), (&json!(["指導"]), &json!("溶解"), &json!(600)));
    assert_eq!(second["items"], json!(["氏名", "学習の記録", "身長", "体重"]));
    assert_eq!((&first["retention"]["period"], &first["retention"]["after"]), (&json!("P20Y"), &json!("卒業")));
    assert_eq!((&third["retention"]["kind"], &third["retention"]["after"]), (&json!("UNTIL_EVENT"), &json!("当該年度末")));
    assert_eq!((countries(&third["storage"]), &third["provided"]), (vec!["JP"], &json!("YES")));
    assert_eq!((&second["entrusted"], &second["specialCare"]), (&json!("YES"), &json!("YES")));
    assert_eq!(cells(&read, "era-overrun"), ["Q6"]);
}

#[test]
fn forms_one_below_the_other_say_which_lines_they_do_not_read() {
    let form = |name: &str, page: &str| {
        format!(
            "個人情報ファイル簿（単票）
            ||作成日|令和6年4月1日
            個人情報ファイルの名称|{name}
            個人情報ファイルの利用目的|住民への通知
            記録項目|1氏名、2住所
            記録範囲|納税義務者
            記録情報の経常的提供先|なし
            備考|－
            {page}"
        )
    };
    let drawing = format!("{}\n|\n{}", form("課税台帳", "- 1 -"), form("予防接種台帳", "- 2 -"));
    let read = read(&[("ファイル簿", &drawing)]);
    let names: Vec<_> = read["entries"].as_array().unwrap().iter().map(|entry| entry["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    let passed = cells(&read, "row-passed-over");
    for cell in ["A1", "C2", "A9", "A11", "C12", "A19"] {
        assert!(passed.contains(&cell.to_owned()), "{cell} is mentioned: {passed:?}");
    }
}

#[test]
fn cells_under_no_heading_are_kept_and_mentioned_also_between_tables_side_by_side() {
    let read = read(&[(
        "台帳",
        "
        番号|名称|利用目的|保管場所|||番号|名称|利用目的|保管場所
        1|顧客名簿|販売|棚|要確認||3|社員名簿|人事|金庫|総務で保管
        2|名刺|連絡|箱|||4|応募者名簿|採用|サーバー
        |||||四半期ごとに見直す|5|来客名簿|入館管理|受付",
    )]);
    assert_eq!(numbers(&read), ["1", "2", "3", "4", "5"]);
    assert_eq!(entry(&read, "1")["otherColumns"], json!([{ "heading": "（E列）", "text": "要確認" }]));
    assert_eq!(entry(&read, "3")["otherColumns"], json!([{ "heading": "（K列）", "text": "総務で保管" }]));
    assert_eq!(cells(&read, "column-kept-beside"), ["E1", "K1"]);
    assert_eq!(cells(&read, "row-passed-over"), ["F4"]);
}

#[test]
fn regions_for_countries_and_marks_with_names() {
    let read = read(&[(
        "GDPR",
        "
        番号|業務|本人|利用目的|保管先|保管国|保管期間|規模|委託|第三者提供|備考
        T1|採用|応募者|選考|Workday|EU域内（アイルランド）|選考後6か月|3千名|有（乙BPO株式会社）|無|
        T2|取引先管理|取引先|連絡|Salesforce|東京／バージニア|取引終了まで|5万件|無|有：グループ会社（香港）|
        T3|出張手配|従業員|手配|AWS（東京）、AWS（ロンドン）|日本・英国|出張後1年|450名|有（乙トラベル）|航空会社、ホテル|
        T4|メルマガ|購読者|配信|Mailchimp|海外（米国）|配信停止後30日|12,345名（2025年3月末）|Mailchimp（米国）|しない|停止は随時
        |||||||||合計|<65795>",
    )]);
    let storage = ["T1", "T2", "T3", "T4"].map(|number| countries(&entry(&read, number)["storage"]));
    assert_eq!(storage, [vec!["IE"], vec!["JP", "US"], vec!["JP", "GB"], vec!["US"]]);
    let entrusted = ["T1", "T2", "T3", "T4"].map(|number| entry(&read, number)["entrustments"][0]["entrustee"].clone());
    assert_eq!(entrusted, [json!("乙BPO株式会社"), Value::Null, json!("乙トラベル"), json!("Mailchimp（米国）")]);
    assert_eq!(entry(&read, "T2")["provisions"][0]["recipient"], "グループ会社（香港）");
    let counts = ["T1", "T2", "T3", "T4"].map(|number| entry(&read, number)["count"].clone());
    assert_eq!(counts, [3000, 50_000, 450, 12_345].map(|count| json!(count)));
}
