//! Rules at entries: special-care data, Individual Numbers, parties that are not named, and what is disclosed.

use daicho::finding::{Code, Severity};
use daicho::ledger::{
    AcquisitionSource, Capacity, Disclosure, ExclusionReason, Field, Nature, OtherColumn, RetentionKind, Stated, TransferBasis,
};

use super::case::{Case, blank, kept, recipient, row, show, some};
use super::made::{Made, day, words};

fn special_care_from(made: &mut Made, sources: &[AcquisitionSource], acquisition: &[&str]) {
    row(made).special_care = Stated::Yes;
    row(made).acquired_from = sources.to_vec();
    row(made).acquisition = words(acquisition);
}

fn from_agencies(made: &mut Made) {
    special_care_from(made, &[AcquisitionSource::ThirdParty], &["紹介会社から取得"]);
}

/// The row holds Individual Numbers, kept at home and used by nobody else.
fn numbers(made: &mut Made) {
    let row = row(made);
    row.individual_number = Stated::Yes;
    (row.provided, row.jointly_used) = (Stated::No, Stated::No);
    row.recipients.clear();
    row.joint_uses.clear();
}

fn numbers_provided_to(made: &mut Made, name: &str) {
    numbers(made);
    row(made).provided = Stated::Yes;
    row(made).recipients = words(&[name]);
}

fn numbers_kept(made: &mut Made, kind: RetentionKind, text: &str) {
    numbers(made);
    row(made).retention = kept(kind, text);
}

fn disclosed(made: &mut Made, eligible: Stated, reasons: &[ExclusionReason]) {
    row(made).disclosure = Disclosure { eligible, reasons: reasons.to_vec(), text: None };
}

fn without_entrustee(made: &mut Made) {
    row(made).entrustees.clear();
    blank(made, Field::Entrustments);
}

fn without_recipient(made: &mut Made) {
    row(made).recipients.clear();
    blank(made, Field::Provisions);
}

fn without_joint_use(made: &mut Made) {
    row(made).joint_uses.clear();
    blank(made, Field::JointUses);
}

pub const CASES: &[Case] = &[
    Case {
        code: Code::SpecialCareGroundMissing,
        severity: Severity::Warning,
        wrong: from_agencies,
        says: "要配慮個人情報を取得した根拠（本人の同意、法令など）が記載されていません。",
        cells: &["台帳!G2", "台帳!H2", "台帳!Z2"],
        mend: |made| row(made).acquisition = words(&["あらかじめ本人の同意を得て、紹介会社から取得"]),
        in_order: &[
            ("the person provides it", |made| special_care_from(made, &[AcquisitionSource::Principal], &["健康状態申告書"])),
            ("the words tell that the person provides it", |made| special_care_from(made, &[], &["本人から直接書面で取得"])),
            ("learned while the person is treated", |made| special_care_from(made, &[], &["診療時に医師が作成"])),
            ("a statute", |made| {
                special_care_from(made, &[AcquisitionSource::ThirdParty], &["健診機関から取得"]);
                row(made).notes = some("労働安全衛生法第66条に基づく健康診断");
            }),
            ("a column of consent", |made| {
                from_agencies(made);
                row(made).other_columns = vec![OtherColumn { heading: "本人の同意".into(), text: "有".into() }];
            }),
            ("entrusted", |made| {
                special_care_from(made, &[AcquisitionSource::Entrustor], &["データの受領"]);
                row(made).capacity = Capacity::EntrustedToUs;
            }),
            ("only foreseen", |made| {
                from_agencies(made);
                row(made).special_care = Stated::Possible;
            }),
        ],
    },
    Case {
        code: Code::IndividualNumberJointlyUsed,
        severity: Severity::Error,
        wrong: |made| {
            numbers(made);
            row(made).jointly_used = Stated::Yes;
            row(made).joint_uses = words(&["甲グループの販売促進"]);
        },
        says: "個人番号を含む情報を共同利用するとしていますが、特定個人情報の共同利用は認められません。",
        cells: &["台帳!X2", "台帳!Y2", "台帳!AA2"],
        mend: numbers,
        in_order: &[("the company at large uses data jointly", |made| {
            numbers(made);
            row(made).jointly_used = Stated::NotStated;
            made.organization.jointly_used = Stated::Yes;
        })],
    },
    Case {
        code: Code::IndividualNumberProvided,
        severity: Severity::Error,
        wrong: |made| numbers_provided_to(made, "丙決済"),
        says: "個人番号を含む情報を「丙決済」に提供するとしていますが、番号法第19条のどの場合に当たるのか分かりません。",
        cells: &["台帳!V2", "台帳!W2", "台帳!AA2"],
        mend: numbers,
        in_order: &[
            ("a tax office", |made| numbers_provided_to(made, "所轄税務署")),
            ("a health insurance society", |made| numbers_provided_to(made, "甲健康保険組合")),
            ("the ground is stated of the recipient", |made| {
                numbers_provided_to(made, "丙決済");
                recipient(made, "丙決済").legal_basis = some("番号法第19条第4号（出向、本人の同意）");
            }),
            ("an exception is stated of the recipient", |made| {
                numbers_provided_to(made, "丙決済");
                recipient(made, "丙決済").transfer = TransferBasis::LegalException;
            }),
            ("the ground is stated in the row", |made| {
                numbers_provided_to(made, "支払先");
                row(made).notes = some("法定調書の提出のため");
            }),
            ("the company at large provides data", |made| {
                numbers(made);
                row(made).provided = Stated::NotStated;
                made.organization.provided = Stated::Yes;
            }),
        ],
    },
    Case {
        code: Code::IndividualNumberKeptTooLong,
        severity: Severity::Error,
        wrong: |made| numbers_kept(made, RetentionKind::Permanent, "永年"),
        says: "個人番号を含む情報の保存期間が「永年」です。法定の事務に必要な期間を超えて保管することはできません。",
        cells: &["台帳!Q2", "台帳!AA2"],
        mend: |made| row(made).retention = kept(RetentionKind::AfterEvent, "退職後7年"),
        in_order: &[
            ("a statutory period", |made| numbers_kept(made, RetentionKind::Statutory, "法定保存期間")),
            ("the purpose can only be a statutory one", |made| numbers_kept(made, RetentionKind::WhileNeeded, "利用目的達成まで")),
            ("nothing is stated", |made| numbers_kept(made, RetentionKind::NotStated, "")),
            ("the numbers are masked", |made| {
                numbers_kept(made, RetentionKind::Permanent, "永年");
                row(made).notes = some("退職の7年後に個人番号部分をマスキングする。");
            }),
            ("its last day", |made| {
                numbers(made);
                row(made).retention.due_on = Some(day(2026, 11, 25));
            }),
        ],
    },
    Case {
        code: Code::IndividualNumberKeptTooLong,
        severity: Severity::Error,
        wrong: |made| {
            numbers(made);
            row(made).retention.due_on = Some(day(2026, 3, 31));
        },
        says: "個人番号を含む情報の保存期間が「2026-03-31まで」です。法定の事務に必要な期間を超えて保管することはできません。",
        cells: &["台帳!Q2", "台帳!AA2"],
        mend: |made| row(made).disposal = some("個人番号を削除し、残りを保存"),
        in_order: &[],
    },
    Case {
        code: Code::EntrusteeUnnamed,
        severity: Severity::Warning,
        wrong: without_entrustee,
        says: "委託するとしていますが、委託先が記載されていません。",
        cells: &["台帳!T2"],
        mend: |made| row(made).entrusted = Stated::No,
        in_order: &[
            ("only foreseen", |made| {
                without_entrustee(made);
                row(made).entrusted = Stated::Possible;
            }),
            ("the company entrusts, and others are named", |made| {
                without_entrustee(made);
                row(made).entrusted = Stated::NotStated;
                made.organization.entrusted = Stated::Yes;
            }),
        ],
    },
    Case {
        code: Code::EntrusteeUnnamed,
        severity: Severity::Warning,
        wrong: |made| {
            without_entrustee(made);
            row(made).entrusted = Stated::NotStated;
            blank(made, Field::Entrusted);
            made.organization.entrusted = Stated::Yes;
            made.organization.entrustees.clear();
        },
        says: "委託するとしていますが、委託先が記載されていません。",
        cells: &["台帳!B2"],
        mend: |made| row(made).entrusted = Stated::No,
        in_order: &[],
    },
    Case {
        code: Code::RecipientUnnamed,
        severity: Severity::Warning,
        wrong: without_recipient,
        says: "第三者に提供するとしていますが、提供先が記載されていません。",
        cells: &["台帳!V2"],
        mend: |made| row(made).provided = Stated::No,
        in_order: &[("no personal information", |made| {
            without_recipient(made);
            row(made).nature = Nature::PersonallyReferable;
        })],
    },
    Case {
        code: Code::JointUseUnnamed,
        severity: Severity::Warning,
        wrong: without_joint_use,
        says: "共同利用するとしていますが、どの共同利用なのかが記載されていません。",
        cells: &["台帳!X2"],
        mend: |made| row(made).joint_uses = words(&["甲グループの販売促進"]),
        in_order: &[("said of the company, and described", |made| {
            without_joint_use(made);
            row(made).jointly_used = Stated::NotStated;
            made.organization.jointly_used = Stated::Yes;
        })],
    },
    Case {
        code: Code::ExclusionReasonMissing,
        severity: Severity::Warning,
        wrong: |made| disclosed(made, Stated::No, &[ExclusionReason::NoReasonGiven]),
        says: "開示の対象外とされていますが、理由が記載されていません。",
        cells: &["台帳!AB2"],
        mend: |made| disclosed(made, Stated::No, &[ExclusionReason::LifeBodyProperty]),
        in_order: &[
            ("entrusted", |made| {
                disclosed(made, Stated::No, &[]);
                row(made).capacity = Capacity::EntrustedToUs;
            }),
            ("pseudonymized", |made| {
                disclosed(made, Stated::No, &[]);
                row(made).nature = Nature::Pseudonymized;
            }),
            ("nothing is said", |made| disclosed(made, Stated::NotStated, &[])),
        ],
    },
    Case {
        code: Code::EntrustedMarkedDisclosable,
        severity: Severity::Warning,
        wrong: |made| row(made).capacity = Capacity::EntrustedToUs,
        says: "受託した情報が開示の対象とされています。受託者には通常、開示等の権限がありません。",
        cells: &["台帳!I2", "台帳!AB2"],
        mend: |made| disclosed(made, Stated::No, &[ExclusionReason::EntrustedToUs]),
        in_order: &[("nothing is said of disclosure", |made| {
            row(made).capacity = Capacity::EntrustedToUs;
            disclosed(made, Stated::NotStated, &[]);
        })],
    },
    Case {
        code: Code::OwnMarkedEntrusted,
        severity: Severity::Error,
        wrong: |made| disclosed(made, Stated::No, &[ExclusionReason::EntrustedToUs]),
        says: "自社の情報が、「受託」を理由に開示の対象外とされています。",
        cells: &["台帳!I2", "台帳!AB2"],
        mend: |made| row(made).capacity = Capacity::EntrustedToUs,
        in_order: &[
            ("another reason beside", |made| {
                disclosed(made, Stated::No, &[ExclusionReason::EntrustedToUs, ExclusionReason::UnlawfulActs]);
            }),
            ("whose it is is not said", |made| {
                disclosed(made, Stated::No, &[ExclusionReason::EntrustedToUs]);
                row(made).capacity = Capacity::NotStated;
            }),
        ],
    },
];

#[test]
fn rows_keep_within_what_the_law_allows() {
    show(CASES);
}
