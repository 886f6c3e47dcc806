//! A ledger of any size as the workbook that the product exports, always the same: what companies write, with its variety.
//!
//! Of the 31 columns of a row 26 or so are filled. The number and the name are the row's own, and so is each fifth note; counts are of
//! 5,000 kinds, reviews of 84 days. The rest is said in the five to twelve ways that a company has for it, several of them lists, each
//! column at a pace of its own, so that rows are not alike though their cells repeat.

use std::fs::{self, File};
use std::path::Path;

use daicho::export::{Sheet, Written, harmless, workbook};

/// The name of the workbook.
pub const XLSX: &str = "台帳.xlsx";

/// The name of the folder of CSV files.
pub const CSV: &str = "台帳";

/// The sheet of entries.
pub const LEDGER: &str = "台帳";

/// Writes the ledger into a folder, as xlsx and as CSV.
pub fn make(folder: &Path, rows: usize) {
    let sheets = [organization(), ledger(rows)];
    fs::create_dir(folder.join(CSV)).expect("a folder");
    for sheet in &sheets {
        let file = File::create(folder.join(CSV).join(format!("{}.csv", sheet.name))).expect("a file");
        let mut writer = csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(file);
        if !sheet.headings.is_empty() {
            writer.write_record(&sheet.headings).expect("the headings are written");
        }
        for row in &sheet.rows {
            writer.write_record(row.iter().map(|cell| harmless(&cell.to_string()))).expect("a row is written");
        }
        writer.flush().expect("the file is written");
    }
    fs::write(folder.join(XLSX), workbook(&sheets).expect("the ledger fits a workbook")).expect("the workbook is written");
}

fn organization() -> Sheet {
    let lines = [("事業者コード", "bench"), ("名称", "比較株式会社"), ("所在国", "日本"), ("個人情報保護管理者", "管理本部長")];
    let rows = lines.iter().map(|(label, value)| vec![(*label).into(), (*value).into()]).collect();
    Sheet { name: "事業者", headings: Vec::new(), rows }
}

const DEPARTMENTS: [&str; 12] = [
    "総務部",
    "人事部",
    "営業部",
    "情報システム部",
    "経理部",
    "広報室",
    "法務部",
    "品質保証部",
    "物流部",
    "店舗運営部",
    "研究所",
    "監査室",
];
const SUBJECTS: [&str; 7] = ["お客様", "取引先", "従業員", "採用応募者", "株主", "お客様\n取引先", "従業員\n退職者"];
const ITEMS: [&str; 8] = [
    "氏名\n住所\n電話番号",
    "氏名\nメールアドレス",
    "氏名\n生年月日\n性別\n住所\n電話番号\nメールアドレス",
    "氏名\n社員番号\n所属",
    "氏名\n住所\n電話番号\n購入履歴",
    "氏名\n会社名\n部署\n役職\n電話番号\nメールアドレス",
    "氏名\n学歴\n職歴",
    "氏名\n健康診断の結果",
];
const PURPOSES: [&str; 9] = [
    "商品の発送のため",
    "お問い合わせへの回答のため",
    "契約の締結および履行のため",
    "給与の計算および支払のため",
    "採用選考のため",
    "法令に定める義務の履行のため",
    "商品の発送のため\nアフターサービスのため",
    "新商品のご案内のため",
    "健康管理のため",
];
const NAMES: [&str; 8] = ["名簿", "申込書", "契約書", "問い合わせ記録", "アンケート", "名刺", "台帳", "申請書"];
const PLACES: [&str; 6] = ["本社サーバー", "総務部 書庫", "顧客管理システム", "クラウドストレージ", "各店舗 金庫", "外部倉庫"];
const RETENTIONS: [&str; 9] =
    ["5年", "退職後3年", "契約終了後10年", "永年", "法定保存期間", "採用決定まで", "1年", "利用目的に必要な範囲内", "7年"];
const NOTES: [&str; 4] = ["", "年に一度棚卸しを行う", "紙と電子の両方で保管する", ""];

fn ledger(rows: usize) -> Sheet {
    let headings = [
        "管理番号",
        "個人情報の名称",
        "本人の区分",
        "情報の性質",
        "項目",
        "利用目的",
        "取得方法",
        "取得元",
        "自社・受託の別",
        "管理部門",
        "管理責任者",
        "アクセス権者",
        "件数",
        "媒体",
        "保管場所",
        "保管国",
        "保存期間",
        "保存の例外",
        "廃棄方法",
        "委託の有無",
        "委託先",
        "第三者提供の有無",
        "第三者提供先",
        "共同利用の有無",
        "共同利用",
        "要配慮個人情報",
        "特定個人情報",
        "開示対象",
        "非開示の理由",
        "見直し日",
        "備考",
    ];
    Sheet { name: LEDGER, headings: headings.map(str::to_owned).to_vec(), rows: (0..rows).map(row).collect() }
}

/// One of the words; each column goes through its own at a pace of its own, so that rows differ.
fn one<'w>(words: &[&'w str], number: usize) -> &'w str {
    words[number % words.len()]
}

fn row(at: usize) -> Vec<Written> {
    let department = one(&DEPARTMENTS, at / 3);
    let entrusted = at.is_multiple_of(3);
    let provided = at.is_multiple_of(11);
    let refused = at.is_multiple_of(17);
    let reviewed = format!("{}-{:02}-{:02}", 2023 + at % 3, 1 + at % 12, 1 + at % 28);
    vec![
        format!("{}-{at:06}", one(&["A", "B", "K", "S"], at)).into(),
        format!("{}の{}（{department} {at}）", one(&["お客様", "取引先", "従業員", "応募者"], at), one(&NAMES, at / 4)).into(),
        one(&SUBJECTS, at).into(),
        "個人情報".into(),
        one(&ITEMS, at / 2).into(),
        one(&PURPOSES, at).into(),
        one(&["書面", "Webサイト", "電話", "対面", "書面\nWebサイト"], at).into(),
        one(&["本人", "本人", "委託元", "第三者"], at / 5).into(),
        if at.is_multiple_of(7) { "受託" } else { "自社" }.into(),
        department.into(),
        format!("{department}長").into(),
        one(&["部門長", "部門長\n担当者", "全部員"], at / 2).into(),
        Written::Number(u32::try_from(at % 5_000 * 7).unwrap_or_default()),
        one(&["紙", "電子", "紙\n電子"], at).into(),
        one(&PLACES, at / 2).into(),
        one(&["日本", "日本", "日本", "シンガポール", "アメリカ", ""], at).into(),
        one(&RETENTIONS, at).into(),
        if at.is_multiple_of(13) { "係争中のものは終了まで" } else { "" }.into(),
        one(&["溶解", "消去", "シュレッダー", "溶解（証明書を受領）"], at / 3).into(),
        if entrusted { "有" } else { "無" }.into(),
        if entrusted { one(&["東都データ株式会社", "北陸印刷株式会社", "南海ロジ株式会社"], at / 3) } else { "" }.into(),
        if provided { "有" } else { "無" }.into(),
        if provided { one(&["健康保険組合", "信用情報機関"], at / 11) } else { "" }.into(),
        "無".into(),
        "".into(),
        if at % 8 == 7 { "有" } else { "無" }.into(),
        if at.is_multiple_of(19) { "有" } else { "無" }.into(),
        if refused { "対象外" } else { "対象" }.into(),
        if refused { "受託した情報のため" } else { "" }.into(),
        Written::Day(reviewed.parse().expect("a day of the calendar")),
        if at % 5 == 4 {
            format!("次回の見直しで{}番の台帳との統合を検討する", at / 2).into()
        } else {
            one(&NOTES, at).into()
        },
    ]
}
