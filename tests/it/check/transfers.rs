//! Rules at parties abroad: on what their getting data rests (APPI 28).

use daicho::finding::{Code, Severity};
use daicho::ledger::{Country, CountryRegime, Stated, TransferBasis, Whereabouts};

use super::case::{Case, entrustee, joint_use, ledger, place, recipient, show, some};
use super::made::{Made, day, known};

const CLOUD: &str = "受注クラウド";
const CARRIER: &str = "乙運輸";
const PAYMENT: &str = "丙決済";

fn entrusted_to(made: &mut Made, country: &str, basis: TransferBasis) {
    let party = entrustee(made, CARRIER);
    party.country = known(&[country]);
    party.transfer = basis;
}

fn provided_to(made: &mut Made, country: &str, basis: TransferBasis) {
    let party = recipient(made, PAYMENT);
    party.country = known(&[country]);
    party.transfer = basis;
}

fn kept_with_american_provider(made: &mut Made, handles: Stated) {
    place(made, CLOUD).provider_country = known(&["US"]);
    place(made, CLOUD).handles_data = handles;
}

fn with_foreign_users(made: &mut Made) {
    joint_use(made).includes_foreign = Stated::Yes;
}

/// What is known of Singapore's system.
fn regime(made: &mut Made) -> &mut CountryRegime {
    let regimes = &mut made.organization.regimes;
    regimes.push(CountryRegime {
        country: Country::from_code("SG").unwrap(),
        summary: some("民間部門を対象とする個人情報保護法がある。"),
        concerns: None,
        measures: some("契約による目的外利用の禁止"),
        checked_on: Some(day(2026, 9, 1)),
        source: None,
    });
    regimes.last_mut().unwrap()
}

pub const CASES: &[Case] = &[
    Case {
        code: Code::TransferBasisMissing,
        severity: Severity::Warning,
        wrong: |made| entrusted_to(made, "SG", TransferBasis::NotStated),
        says: "委託先「乙運輸」（台帳の1件に記載）は外国にあり、個人データを提供する根拠が記載されていません。",
        cells: &["委託先!A2"],
        mend: |made| entrusted_to(made, "SG", TransferBasis::EquivalentSystem),
        in_order: &[
            ("a designated country", |made| entrusted_to(made, "FR", TransferBasis::NotStated)),
            ("an exception of the law", |made| provided_to(made, "SG", TransferBasis::LegalException)),
            ("it does not handle the data", |made| entrusted_to(made, "SG", TransferBasis::NotAProvision)),
            ("the recipient collects from the person itself", |made| {
                provided_to(made, "SG", TransferBasis::NotStated);
                recipient(made, PAYMENT).collected_directly = Stated::Yes;
            }),
            ("the server is abroad, but nobody there gets data", |made| place(made, CLOUD).server_country = known(&["SG"])),
            ("the provider abroad does not handle the data", |made| kept_with_american_provider(made, Stated::No)),
            ("the country is asked first", |made| {
                entrusted_to(made, "SG", TransferBasis::NotStated);
                entrustee(made, CARRIER).country = Whereabouts::somewhere_abroad(None);
            }),
        ],
    },
    Case {
        code: Code::TransferBasisMissing,
        severity: Severity::Warning,
        wrong: |made| kept_with_american_provider(made, Stated::Yes),
        says: "保管場所「受注クラウド」（台帳の1件に記載）は外国にあり、個人データを提供する根拠が記載されていません。",
        cells: &["保管場所!A2"],
        mend: |made| {
            let mut provider = entrustee(made, CARRIER).clone();
            provider.entrustee = "丁クラウド".into();
            provider.country = known(&["US"]);
            provider.transfer = TransferBasis::EquivalentSystem;
            made.organization.entrustees.insert(provider.entrustee.clone(), provider);
        },
        in_order: &[],
    },
    Case {
        code: Code::TransferBasisMissing,
        severity: Severity::Warning,
        wrong: with_foreign_users,
        says: "共同利用「甲グループの販売促進」の利用者（台帳の1件に記載）は外国にあり、個人データを提供する根拠が記載されていません。",
        cells: &["共同利用!A2"],
        mend: |made| joint_use(made).scope = some("甲株式会社及びその子会社（シンガポールの子会社については本人の同意による）"),
        in_order: &[("only foreseen", |made| joint_use(made).includes_foreign = Stated::Possible)],
    },
    Case {
        code: Code::TransferBasisFails,
        severity: Severity::Error,
        wrong: |made| entrusted_to(made, "SG", TransferBasis::DesignatedCountry),
        says: "委託先「乙運輸」（台帳の1件に記載）の越境移転の根拠が成り立ちません。「指定国」とありますが、指定された国ではない国が含まれています。",
        cells: &["委託先!A2"],
        mend: |made| entrusted_to(made, "SG", TransferBasis::EquivalentSystem),
        in_order: &[
            ("it is designated", |made| entrusted_to(made, "GB", TransferBasis::DesignatedCountry)),
            ("it is at home", |made| entrusted_to(made, "JP", TransferBasis::DesignatedCountry)),
        ],
    },
    Case {
        code: Code::TransferBasisFails,
        severity: Severity::Error,
        wrong: |made| provided_to(made, "US", TransferBasis::Domestic),
        says: "提供先「丙決済」（台帳の1件に記載）の越境移転の根拠が成り立ちません。「国内」とありますが、相手の国は外国です。",
        cells: &["提供先!A2"],
        mend: |made| recipient(made, PAYMENT).country = known(&["JP"]),
        in_order: &[],
    },
    Case {
        code: Code::ConsentInformationMissing,
        severity: Severity::Warning,
        wrong: |made| provided_to(made, "SG", TransferBasis::Consent),
        says: "提供先「丙決済」（台帳の1件に記載）への提供は本人の同意によるとされていますが、同意に先立って知らせる情報（その国の個人情報の保護に関する制度、相手が講ずる措置）が台帳にありません。",
        cells: &["提供先!A2"],
        mend: |made| {
            regime(made);
        },
        in_order: &[
            ("the party's measures stand beside it", |made| {
                provided_to(made, "SG", TransferBasis::Consent);
                recipient(made, PAYMENT).notes = some("OECD8原則に対応する措置を講じている。");
                regime(made).measures = None;
            }),
            ("a designated country needs none of it", |made| provided_to(made, "DE", TransferBasis::Consent)),
            ("at home", |made| provided_to(made, "JP", TransferBasis::Consent)),
            ("the country cannot be told, and why is told", |made| {
                provided_to(made, "SG", TransferBasis::Consent);
                let party = recipient(made, PAYMENT);
                party.country =
                    Whereabouts { reason: some("提供の時点で相手が定まらないため"), ..Whereabouts::somewhere_abroad(None) };
                party.notes = some("契約で安全管理を求める。");
            }),
        ],
    },
    Case {
        code: Code::ConsentInformationMissing,
        severity: Severity::Warning,
        wrong: |made| {
            provided_to(made, "SG", TransferBasis::Consent);
            recipient(made, PAYMENT).country = Whereabouts::somewhere_abroad(None);
            recipient(made, PAYMENT).notes = some("契約で安全管理を求める。");
        },
        says: "提供先「丙決済」（台帳の1件に記載）への提供は本人の同意によるとされていますが、同意に先立って知らせる情報（国の名称又は特定できない理由、その国の個人情報の保護に関する制度）が台帳にありません。",
        cells: &["提供先!A2"],
        mend: |made| {
            recipient(made, PAYMENT).country = known(&["SG"]);
            regime(made);
        },
        in_order: &[],
    },
    Case {
        code: Code::EquivalentSystemUnchecked,
        severity: Severity::Warning,
        wrong: |made| {
            entrusted_to(made, "SG", TransferBasis::EquivalentSystem);
            entrustee(made, CARRIER).checked_on = Some(day(2025, 11, 24));
        },
        says: "委託先「乙運輸」（台帳の1件に記載）への提供は相当措置の体制によるとされていますが、1年以内の確認の記録がありません（最後の確認日は2025-11-24）。",
        cells: &["委託先!A2"],
        mend: |made| entrustee(made, CARRIER).checked_on = Some(day(2026, 11, 25)),
        in_order: &[
            ("a year ago to the day", |made| {
                entrusted_to(made, "SG", TransferBasis::EquivalentSystem);
                entrustee(made, CARRIER).checked_on = Some(day(2025, 11, 25));
            }),
            ("a designated country needs no such system", |made| {
                entrusted_to(made, "FR", TransferBasis::EquivalentSystem);
                entrustee(made, CARRIER).checked_on = None;
            }),
        ],
    },
    Case {
        code: Code::EquivalentSystemUnchecked,
        severity: Severity::Warning,
        wrong: |made| provided_to(made, "SG", TransferBasis::EquivalentSystem),
        says: "提供先「丙決済」（台帳の1件に記載）への提供は相当措置の体制によるとされていますが、1年以内の確認の記録がありません（確認日の記載なし）。",
        cells: &["提供先!A2"],
        mend: |made| {
            regime(made);
        },
        in_order: &[],
    },
];

#[test]
fn data_goes_abroad_on_a_basis_that_holds() {
    show(CASES);
}

#[test]
fn a_basis_that_fails_cites_what_it_fails_by() {
    let made = ledger().but(|made| entrusted_to(made, "SG", TransferBasis::DesignatedCountry));
    let found = made.findings(Code::TransferBasisFails);
    let basis: Vec<_> = found[0].basis.iter().map(|reference| format!("{} {}", reference.law.as_ref(), reference.article)).collect();
    assert_eq!(basis, ["APPI 28(1)", "APPI_RULES 15"]);
}
