//! Rules at places, entrustees, recipients and joint uses: what is not said of them.

use daicho::finding::{Code, Severity};
use daicho::ledger::{Entrustment, Field, JointUse, Medium, Nature, Place, Provision, Stated, TransferBasis, Whereabouts};

use super::case::{Case, at_entries_and_parties, entrustee, joint_use, ledger, place, recipient, row, show, some};
use super::made::{Made, day, known, source, words};

const CLOUD: &str = "受注クラウド";
const CARRIER: &str = "乙運輸";
const PAYMENT: &str = "丙決済";

fn somewhere(made: &mut Made) {
    entrustee(made, CARRIER).country = Whereabouts::default();
    entrustee(made, CARRIER).transfer = TransferBasis::NotStated;
}

fn server_unknown(made: &mut Made) {
    place(made, CLOUD).server_country = Whereabouts::default();
}

fn provider_unknown(made: &mut Made) {
    place(made, CLOUD).provider_country = Whereabouts::default();
}

fn without_contract(made: &mut Made) {
    entrustee(made, CARRIER).contracted_on = None;
}

fn without_ground(made: &mut Made) {
    recipient(made, PAYMENT).legal_basis = None;
}

pub const CASES: &[Case] = &[
    Case {
        code: Code::ProviderCountryMissing,
        severity: Severity::Warning,
        wrong: provider_unknown,
        says: "保管場所「受注クラウド」（台帳の1件に記載）の提供事業者「丁クラウド」の国が記載されていません。",
        cells: &["保管場所!A2"],
        mend: |made| place(made, CLOUD).provider_country = known(&["US"]),
        in_order: &[
            ("the organization itself", |made| {
                provider_unknown(made);
                place(made, CLOUD).provider = some("自社");
            }),
            ("the organization by its name", |made| {
                provider_unknown(made);
                place(made, CLOUD).provider = some("甲(株)");
            }),
            ("a company of Japanese law", |made| {
                provider_unknown(made);
                place(made, CLOUD).provider = some("丁クラウド株式会社");
            }),
            ("nobody provides it", |made| {
                provider_unknown(made);
                place(made, CLOUD).provider = None;
            }),
            ("only cookies are kept there", |made| {
                provider_unknown(made);
                row(made).nature = Nature::PersonallyReferable;
            }),
        ],
    },
    Case {
        code: Code::ServerCountryMissing,
        severity: Severity::Warning,
        wrong: server_unknown,
        says: "保管場所「受注クラウド」（台帳の1件に記載）がどの国にあるか記載されていません。",
        cells: &["保管場所!A2"],
        mend: |made| place(made, CLOUD).server_country = known(&["SG"]),
        in_order: &[
            ("the reason is given", |made| {
                server_unknown(made);
                place(made, CLOUD).server_country.reason = some("提供事業者が公表していないため");
            }),
            ("the company names the countries", |made| {
                server_unknown(made);
                made.organization.storage = known(&["JP", "SG"]);
            }),
            ("each row names the country", |made| {
                server_unknown(made);
                row(made).storage = known(&["SG"]);
            }),
            ("a cabinet is where the organization works", |made| row(made).places = words(&["営業部キャビネット"])),
            ("only paper is kept there", |made| {
                server_unknown(made);
                row(made).media = vec![Medium::Paper];
            }),
        ],
    },
    Case {
        code: Code::PartyCountryMissing,
        severity: Severity::Warning,
        wrong: somewhere,
        says: "委託先「乙運輸」（台帳の1件に記載）の国が記載されていません。",
        cells: &["委託先!A2"],
        mend: |made| entrustee(made, CARRIER).country = known(&["JP"]),
        in_order: &[
            ("its basis says that it is domestic", |made| entrustee(made, CARRIER).country = Whereabouts::default()),
            ("the reason is given", |made| {
                somewhere(made);
                entrustee(made, CARRIER).country.reason = some("再編中のため");
            }),
            ("consent-information-missing asks", |made| {
                somewhere(made);
                entrustee(made, CARRIER).transfer = TransferBasis::Consent;
            }),
            ("a recipient that collects from the person itself", |made| {
                let tag = recipient(made, PAYMENT);
                tag.country = Whereabouts::default();
                tag.transfer = TransferBasis::NotStated;
                tag.collected_directly = Stated::Yes;
            }),
            ("a public body", |made| row(made).recipients = words(&["川崎市役所"])),
            ("a company of Japanese law", |made| row(made).recipients = words(&["丙決済株式会社"])),
        ],
    },
    Case {
        code: Code::EntrustmentContractMissing,
        severity: Severity::Warning,
        wrong: without_contract,
        says: "委託先「乙運輸」（台帳の1件に記載）との契約日が記載されていません。",
        cells: &["委託先!A2"],
        mend: |made| entrustee(made, CARRIER).contracted_on = Some(day(2026, 4, 1)),
        in_order: &[
            ("terms of service", |made| {
                without_contract(made);
                entrustee(made, CARRIER).notes = some("利用規約（2024年版）による");
            }),
            ("it does not handle the data", |made| {
                without_contract(made);
                entrustee(made, CARRIER).transfer = TransferBasis::NotAProvision;
            }),
            ("only cookies are entrusted", |made| {
                without_contract(made);
                row(made).nature = Nature::PersonallyReferable;
            }),
        ],
    },
    Case {
        code: Code::EntrustmentContractMissing,
        severity: Severity::Warning,
        wrong: |made| {
            without_contract(made);
            entrustee(made, CARRIER).notes = some("契約書未締結");
        },
        says: "委託先「乙運輸」（台帳の1件に記載）との契約日が記載されていません。",
        cells: &["委託先!A2"],
        mend: |made| entrustee(made, CARRIER).contracted_on = Some(day(2026, 4, 1)),
        in_order: &[],
    },
    Case {
        code: Code::SubcontractingUnknown,
        severity: Severity::Note,
        wrong: |made| entrustee(made, CARRIER).subcontracting = Stated::NotStated,
        says: "委託先「乙運輸」（台帳の1件に記載）が再委託をするかどうか記載されていません。",
        cells: &["委託先!A2"],
        mend: |made| entrustee(made, CARRIER).subcontracting = Stated::No,
        in_order: &[("it is foreseen", |made| entrustee(made, CARRIER).subcontracting = Stated::Possible)],
    },
    Case {
        code: Code::ProvisionGroundMissing,
        severity: Severity::Warning,
        wrong: without_ground,
        says: "提供先「丙決済」（台帳の1件に記載）への第三者提供の根拠が記載されていません。",
        cells: &["提供先!A2"],
        mend: |made| recipient(made, PAYMENT).legal_basis = some("本人の同意"),
        in_order: &[
            ("consent to a transfer abroad is a ground", |made| {
                without_ground(made);
                recipient(made, PAYMENT).transfer = TransferBasis::Consent;
            }),
            ("a public body", |made| row(made).recipients = words(&["所轄税務署"])),
            ("the recipient collects from the person itself", |made| {
                without_ground(made);
                recipient(made, PAYMENT).collected_directly = Stated::Yes;
            }),
        ],
    },
    Case {
        code: Code::JointUseIncomplete,
        severity: Severity::Warning,
        wrong: |made| {
            joint_use(made).scope = None;
            joint_use(made).responsible_representative = None;
        },
        says: "共同利用「甲グループの販売促進」（台帳の1件に記載）について、本人に知らせるべき事項（共同して利用する者の範囲、管理責任者の代表者）が記載されていません。",
        cells: &["共同利用!A2"],
        mend: |made| {
            joint_use(made).scope = some("甲株式会社及び戊株式会社");
            joint_use(made).responsible_representative = some("代表取締役社長");
        },
        in_order: &[("the organization is responsible, and says of itself what is asked", |made| {
            joint_use(made).responsible = some("当社");
            joint_use(made).responsible_address = None;
            joint_use(made).responsible_representative = None;
        })],
    },
    Case {
        code: Code::JointUseResponsibleUnfit,
        severity: Severity::Warning,
        wrong: |made| joint_use(made).responsible = some("データを取得した会社の個人情報管理責任者"),
        says: "共同利用「甲グループの販売促進」（台帳の1件に記載）の管理責任者「データを取得した会社の個人情報管理責任者」は、一つの事業者を特定していません。",
        cells: &["共同利用!A2"],
        mend: |made| joint_use(made).responsible = some("戊株式会社"),
        in_order: &[
            ("a company with its post", |made| joint_use(made).responsible = some("戊株式会社 個人情報保護管理者")),
            ("a company with its former name", |made| joint_use(made).responsible = some("戊株式会社（旧己株式会社）")),
            ("the organization", |made| joint_use(made).responsible = some("当社")),
        ],
    },
    Case {
        code: Code::JointUseResponsibleUnfit,
        severity: Severity::Warning,
        wrong: |made| joint_use(made).responsible = some("人事部長"),
        says: "共同利用「甲グループの販売促進」（台帳の1件に記載）の管理責任者「人事部長」は、事業者ではなく、その内部の役職・部署です。",
        cells: &["共同利用!A2"],
        mend: |made| joint_use(made).responsible = some("甲株式会社 人事部長"),
        in_order: &[],
    },
];

#[test]
fn parties_are_known() {
    show(CASES);
}

/// A row that names parties which no sheet has.
fn strangers() -> Made {
    ledger().but(|made| {
        let row = row(made);
        row.places = words(&["庚システム"]);
        row.entrustees = words(&["辛印刷"]);
        row.recipients = words(&["壬商店"]);
        row.joint_uses = words(&["癸会"]);
        let mut second = row.clone();
        second.control_no = "K-2".into();
        second.sources = vec![source(Field::Entrustments, "台帳", "U3", "辛印刷")];
        made.entries.push(second);
    })
}

#[test]
fn a_party_of_which_nothing_is_said_is_found_once_where_rows_name_it() {
    let made = strangers();
    let cells = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
    let country = made.found(Code::PartyCountryMissing);
    assert_eq!(
        country,
        [
            ("委託先「辛印刷」（台帳の2件に記載）の国が記載されていません。".to_owned(), cells(&["台帳!U2", "台帳!U3"])),
            ("提供先「壬商店」（台帳の2件に記載）の国が記載されていません。".to_owned(), cells(&["台帳!W2"])),
        ]
    );
    assert_eq!(made.about(Code::ServerCountryMissing), ["庚システム"]);
    assert_eq!(made.about(Code::EntrustmentContractMissing), ["辛印刷"]);
    assert_eq!(made.about(Code::SubcontractingUnknown), ["辛印刷"]);
    assert_eq!(made.about(Code::ProvisionGroundMissing), ["壬商店"]);
    assert_eq!(made.about(Code::JointUseIncomplete), ["癸会"]);
    let mended = made.but(|made| {
        let of = &mut made.organization;
        of.places.insert("庚システム".into(), Place { name: "庚システム".into(), server_country: known(&["JP"]), ..Place::default() });
        let printer = Entrustment { entrustee: "辛印刷".into(), ..of.entrustees[CARRIER].clone() };
        of.entrustees.insert("辛印刷".into(), printer);
        let shop = Provision { recipient: "壬商店".into(), ..of.recipients[PAYMENT].clone() };
        of.recipients.insert("壬商店".into(), shop);
        let joint = JointUse { name: "癸会".into(), ..of.joint_uses["甲グループの販売促進"].clone() };
        of.joint_uses.insert("癸会".into(), joint);
    });
    assert_eq!(at_entries_and_parties(&mended), Vec::<String>::new());
}

#[test]
fn one_name_in_two_parts_is_two_findings() {
    let both = strangers().but(|made| row(made).recipients = words(&["辛印刷"]));
    assert_eq!(both.about(Code::PartyCountryMissing), ["委託先「辛印刷」", "提供先「壬商店」", "提供先「辛印刷」"]);
}

#[test]
fn a_row_of_a_sheet_that_no_entry_names_is_looked_at_too() {
    let made = ledger().but(|made| {
        row(made).entrustees.clear();
        row(made).entrusted = Stated::No;
        entrustee(made, CARRIER).contracted_on = None;
    });
    let says = "委託先「乙運輸」（台帳の0件に記載）との契約日が記載されていません。";
    assert_eq!(made.found(Code::EntrustmentContractMissing), [(says.to_owned(), vec!["委託先!A2".to_owned()])]);
}
