//! The sheets beside the ledger.

use crate::declare::Part;
use crate::declare::drawn::{cells, read, sheet};
use crate::finding::Code;
use crate::ledger::{FeeKind, RequesterKind, Right, Stated};

const LEDGER: &str = "No|名称|利用目的|保管場所|委託先|共同利用\n1|名簿|連絡|会員DB|A社、B社|グループ各社";

#[test]
fn procedures_take_the_papers_and_grounds_that_concern_them() {
    let procedures = "
        請求の種類|請求できる者|受付方法|手数料|税|単位|支払方法|返還|見積り
        開示|本人⏎法定代理人|郵送|1,200円|税込|1回|郵便切手⏎定額小為替|無|
        訂正⏎追加|本人|郵送|無料||||
        消去||受け付けない";
    let papers = "
        請求の種類|請求者|書類|組|必要数|発行期限
        |本人|運転免許証|A|1|
        |本人|旅券|A|1|
        開示|法定代理人|戸籍謄本|||3か月以内";
    let grounds = "
        請求の種類|事由|条文
        |本人確認ができない場合|
        開示|業務の適正な実施に著しい支障を及ぼすおそれがある場合|個人情報保護法第33条第2項第2号";
    let (declared, _) =
        read(vec![sheet("開示等手続", procedures), sheet("必要書類", papers), sheet("不開示事由", grounds), sheet("台帳", LEDGER)]);
    let [disclosure, correction, erasure] = declared.organization.procedures.as_slice() else { panic!("three procedures") };
    assert_eq!(disclosure.rights, [Right::Disclosure]);
    assert_eq!((disclosure.fee.kind, disclosure.fee.amount, disclosure.fee.payment.len()), (FeeKind::Fixed, Some(1200), 2));
    assert_eq!(disclosure.fee.refundable, Stated::No);
    assert_eq!((disclosure.documents.len(), disclosure.refusal_grounds.len()), (3, 2));
    assert_eq!(correction.rights, [Right::Correction, Right::Addition]);
    assert_eq!((correction.documents.len(), correction.refusal_grounds.len(), correction.fee.kind), (2, 1, FeeKind::Free));
    assert!(correction.documents.iter().all(|document| document.requester == RequesterKind::Principal));
    assert_eq!((erasure.accepted, disclosure.accepted), (Stated::No, Stated::Yes));
}

#[test]
fn rows_of_one_joint_use_are_one_and_blanks_keep_what_was_said() {
    let joint = "
        名称|項目|範囲|本人の区分|利用目的|管理責任者|外国の利用者
        グループ各社|氏名⏎住所|国内の各社|お客様|連絡|株式会社親|無
        グループ各社|||従業員|人事||";
    let (declared, _) = read(vec![sheet("共同利用", joint), sheet("台帳", LEDGER)]);
    let joint = &declared.organization.joint_uses["グループ各社"];
    assert_eq!((joint.items.len(), joint.purposes.len(), joint.includes_foreign), (2, 2, Stated::No));
    assert_eq!(joint.responsible.as_deref(), Some("株式会社親"));
    assert_eq!(joint.purposes[1].subject.as_deref(), Some("従業員"));
}

#[test]
fn names_without_a_row_and_rows_without_a_name_are_noted() {
    let entrustees = "名称|国|委託業務\nA社|日本|発送\nC社|米国|保守";
    let (declared, findings) = read(vec![sheet("委託先", entrustees), sheet("台帳", LEDGER)]);
    assert!(declared.parts.contains(&Part::Entrustees));
    assert_eq!(declared.organization.entrustees.len(), 2);
    assert_eq!(cells(&findings, Code::PartyNotInCatalogue), [String::from("E2")].into());
    assert_eq!(cells(&findings, Code::CatalogueRowUnused), [String::from("A3")].into());
    assert_eq!(findings.iter().filter(|finding| finding.code == Code::CatalogueAbsent).count(), 2);
}

#[test]
fn what_a_sheet_beside_the_ledger_says_is_read_or_mentioned() {
    let measures = "
        区分|措置|担当
        技術的|アクセス制御|情報部
        ※ 毎年見直す
        技術的||総務部";
    let procedures = "
        請求の種類|請求できる者
        開示|本人";
    let papers = "
        請求者|書類|請求の種類
        本人|証明書|訂正
        |申請書|";
    let sheets = vec![sheet("安全管理措置", measures), sheet("開示等手続", procedures), sheet("必要書類", papers), sheet("台帳", LEDGER)];
    let (declared, findings) = read(sheets);
    assert_eq!(declared.organization.safety_measures.len(), 1);
    assert_eq!(cells(&findings, Code::ColumnNotRead), [String::from("C1")].into());
    assert_eq!(cells(&findings, Code::RowPassedOver), [String::from("A3")].into());
    assert_eq!(cells(&findings, Code::RowIncomplete), ["A4", "B3"].map(String::from).into());
    assert_eq!(cells(&findings, Code::PaperUnattached), [String::from("A2")].into());
}

#[test]
fn a_list_of_services_is_no_ledger_though_its_headings_are_not_known() {
    let ledger = "No|名称|本人|利用目的|保管場所\n1|名簿|社員|連絡|Kumo";
    let known = "サービス名|提供会社|提供会社の国|用途\nKumo|クモ社|カナダ|通知";
    let (declared, findings) = read(vec![sheet("台帳", ledger), sheet("利用サービス一覧", known)]);
    assert_eq!(declared.entries.len(), 1);
    assert_eq!(declared.organization.places.len(), 1, "{findings:?}");
    let unknown = "呼び名|サービス名|提供先|用途\nKumo|くも|クモ社|通知";
    let (declared, findings) = read(vec![sheet("台帳", ledger), sheet("委託先一覧", unknown)]);
    assert_eq!(declared.entries.len(), 1, "{findings:?}");
    assert!(!cells(&findings, Code::SheetPassedOver).is_empty());
    for ledger in [ledger, "No|名称|利用目的|保管場所\n1|名簿|連絡|棚"] {
        let (declared, _) = read(vec![sheet("委託先", ledger)]);
        assert_eq!(declared.entries.len(), 1, "{ledger}");
    }
}
