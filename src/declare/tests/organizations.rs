//! Whose ledger it is.

use crate::declare::drawn::{read, sheet, workbook};
use crate::declare::{Options, Part, declare};
use crate::finding::Code;
use crate::ledger::{Capacity, Certainty, Stated};
use crate::vocabulary::Vocabulary;

const LEDGER: &str = "No|名称|利用目的|保管場所\n1|名簿|連絡|棚";
const COMPANY: &str = "
    事業者コード|rubato
    名称|株式会社るばーと
    保管国|シンガポール⏎米国
    委託|無";

#[test]
fn the_sheet_of_the_organization_says_who_it_is_and_what_holds_for_the_whole_company() {
    let (declared, findings) = read(vec![sheet("事業者", COMPANY), sheet("台帳", LEDGER)]);
    let of = &declared.organization;
    assert_eq!((&*of.code, &*of.name), ("rubato", "株式会社るばーと"));
    assert_eq!((of.storage.certainty, of.storage.countries.len()), (Certainty::Known, 2));
    assert_eq!((of.entrusted, of.provided), (Stated::No, Stated::NotStated));
    assert_eq!(declared.parts, [Part::Organization, Part::Ledger].into());
    assert!(!findings.iter().any(|finding| finding.code == Code::OrganizationUnnamed));
}

#[test]
fn a_workbook_without_a_code_takes_that_of_the_options_or_of_its_own_name() {
    let books = [workbook("Sales 2024.xlsx", vec![sheet("台帳", LEDGER)]), workbook("台帳.csv", vec![sheet("", LEDGER)])];
    let codes = |organization| {
        let (declared, findings) = declare(&books, &Options { organization, vocabulary: Vocabulary::built_in() });
        let unnamed = findings.iter().filter(|finding| finding.code == Code::OrganizationUnnamed).count();
        (declared.iter().map(|declared| declared.organization.code.to_string()).collect::<Vec<_>>(), unnamed)
    };
    let (own, unnamed) = codes(None);
    assert_eq!((own[0].as_str(), own.len(), unnamed), ("sales-2024", 2, 2));
    assert_eq!(codes(Some("rubato")), (vec!["rubato".to_owned()], 0));
}

#[test]
fn workbooks_of_one_code_are_one_organization() {
    let books = ["総務.xlsx", "営業.xlsx"].map(|name| workbook(name, vec![sheet("事業者", COMPANY), sheet("台帳", LEDGER)]));
    let (declared, findings) = declare(&books, &Options { organization: None, vocabulary: Vocabulary::built_in() });
    assert_eq!((declared.len(), declared[0].entries.len()), (1, 2));
    assert!(findings.iter().any(|finding| finding.code == Code::ControlNoRepeated));
}

#[test]
fn a_workbook_without_a_ledger_says_so() {
    let (declared, findings) = read(vec![sheet("施設", "ID|施設名|住所|緯度\n1|公民館|東町|34.8")]);
    assert!(declared.entries.is_empty() && declared.parts.is_empty());
    assert!(findings.iter().any(|finding| finding.code == Code::NoLedgerHere));
}

#[test]
fn covers_histories_and_lists_of_something_else_are_passed_over_with_a_reason() {
    let sheets = [
        ("表紙", "個人情報管理台帳\n株式会社"),
        ("改訂履歴", "版|改訂日|内容\n1|2024/4/1|制定"),
        ("廃棄記録", "廃棄日|個人情報の名称|件数|廃棄方法|担当部署\n2024/3/31|応募書類|<20>|溶解|総務部"),
        ("台帳", LEDGER),
    ];
    let (declared, findings) = read(sheets.map(|(name, drawing)| sheet(name, drawing)).into());
    assert_eq!(declared.entries.len(), 1);
    assert_eq!(findings.iter().filter(|finding| finding.code == Code::SheetPassedOver).count(), 3);
}

#[test]
fn a_ledger_may_bear_the_name_of_the_sheet_that_says_who_the_company_is() {
    let ledger = |sheet_name: &str, number: &str| {
        sheet(sheet_name, &format!("ID|個人情報の名称|本人|項目|利用目的|保存期間\n{number}|名簿|従業員|氏名|連絡|5年"))
    };
    let (declared, findings) = read(vec![ledger("Controller（自社）", "C-1"), ledger("Processor（受託）", "P-1")]);
    let told: Vec<_> = declared.entries.iter().map(|entry| (&*entry.control_no, entry.capacity)).collect();
    assert_eq!(told, [("C-1", Capacity::Own), ("P-1", Capacity::EntrustedToUs)], "{findings:?}");
}
