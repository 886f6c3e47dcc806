//! Rules at entries: what a row leaves out or keeps too long.

use daicho::finding::{Code, Severity};
use daicho::ledger::{Capacity, Disclosure, ExclusionReason, Field, Medium, Nature, OtherColumn, RetentionKind, Stated, Whereabouts};

use super::case::{Case, blank, kept, place, row, show, some};
use super::made::{Made, day, known, none, words};

/// The row holds 個人関連情報, which is no personal information.
fn is_referable(made: &mut Made) {
    row(made).nature = Nature::PersonallyReferable;
}

fn is_entrusted_to_us(made: &mut Made) {
    row(made).capacity = Capacity::EntrustedToUs;
    row(made).disclosure = Disclosure { eligible: Stated::No, reasons: vec![ExclusionReason::EntrustedToUs], text: None };
}

/// Personal information that is not arranged to be searched is no personal data.
fn is_unsorted(made: &mut Made) {
    row(made).disclosure = Disclosure { eligible: Stated::No, reasons: vec![ExclusionReason::NotPersonalData], text: None };
}

fn purposes(made: &mut Made, list: &[&str]) {
    row(made).purposes = words(list);
}

fn without_items(made: &mut Made) {
    row(made).items.clear();
    blank(made, Field::Items);
}

fn without_subjects(made: &mut Made) {
    row(made).subjects.clear();
    blank(made, Field::Subjects);
}

fn without_department(made: &mut Made) {
    row(made).department = None;
    blank(made, Field::Department);
}

fn without_manager(made: &mut Made) {
    row(made).manager = None;
    blank(made, Field::Manager);
}

fn without_place(made: &mut Made) {
    row(made).places.clear();
    row(made).storage = known(&["JP"]);
    blank(made, Field::Places);
}

fn without_country(made: &mut Made) {
    row(made).places.clear();
    blank(made, Field::Storage);
}

fn without_retention(made: &mut Made) {
    row(made).retention = kept(RetentionKind::NotStated, "");
    blank(made, Field::Retention);
}

fn until_yesterday(made: &mut Made) {
    row(made).retention.due_on = Some(day(2026, 11, 24));
}

fn for_ever(made: &mut Made, text: &str) {
    row(made).retention = kept(RetentionKind::Permanent, text);
}

pub const CASES: &[Case] = &[
    Case {
        code: Code::PurposeMissing,
        severity: Severity::Error,
        wrong: |made| {
            purposes(made, &[]);
            blank(made, Field::Purposes);
        },
        says: "利用目的が記載されていません。",
        cells: &["台帳!B2"],
        mend: |made| purposes(made, &["注文された商品を発送するため"]),
        in_order: &[("no personal information", |made| {
            purposes(made, &[]);
            is_referable(made);
        })],
    },
    Case {
        code: Code::PurposeVague,
        severity: Severity::Warning,
        wrong: |made| purposes(made, &["業務のため", "マーケティング活動に用いるため"]),
        says: "利用目的「業務のため、マーケティング活動に用いるため」は抽象的で、利用目的を特定したことになりません。",
        cells: &["台帳!F2"],
        mend: |made| purposes(made, &["通信販売事業における商品の発送のため"]),
        in_order: &[
            ("beside a specific purpose", |made| purposes(made, &["サービス向上のため", "お問い合わせに回答するため"])),
            ("a business is named", |made| purposes(made, &["採用業務のため"])),
            ("the entrusted work is the purpose", |made| {
                purposes(made, &["業務の遂行"]);
                is_entrusted_to_us(made);
            }),
            ("no personal information", |made| {
                purposes(made, &["マーケティング"]);
                is_referable(made);
            }),
        ],
    },
    Case {
        code: Code::SubjectsMissing,
        severity: Severity::Note,
        wrong: without_subjects,
        says: "本人の区分が記載されていません。",
        cells: &["台帳!B2"],
        mend: |made| row(made).subjects = words(&["お客様"]),
        in_order: &[("the entrustor knows whose it is", |made| {
            without_subjects(made);
            is_entrusted_to_us(made);
        })],
    },
    Case {
        code: Code::ItemsMissing,
        severity: Severity::Warning,
        wrong: without_items,
        says: "個人データの項目が記載されていません。",
        cells: &["台帳!B2"],
        mend: |made| row(made).items = words(&["氏名"]),
        in_order: &[("no personal data", |made| {
            without_items(made);
            is_unsorted(made);
        })],
    },
    Case {
        code: Code::DepartmentMissing,
        severity: Severity::Warning,
        wrong: |made| {
            without_department(made);
            without_manager(made);
        },
        says: "管理部門が記載されていません。",
        cells: &["台帳!B2"],
        mend: |made| {
            row(made).department = some("営業部");
            row(made).manager = some("営業部長");
        },
        in_order: &[("the post tells the department", without_department)],
    },
    Case {
        code: Code::ManagerMissing,
        severity: Severity::Note,
        wrong: without_manager,
        says: "管理責任者が記載されていません。",
        cells: &["台帳!B2"],
        mend: |made| row(made).manager = some("営業部長"),
        in_order: &[("no personal data", |made| {
            without_manager(made);
            is_unsorted(made);
        })],
    },
    Case {
        code: Code::StoragePlaceMissing,
        severity: Severity::Warning,
        wrong: without_place,
        says: "保管場所が記載されていません。",
        cells: &["台帳!B2"],
        mend: |made| row(made).places = words(&["受注クラウド"]),
        in_order: &[("anonymized information", |made| {
            without_place(made);
            row(made).nature = Nature::Anonymized;
        })],
    },
    Case {
        code: Code::StorageCountryMissing,
        severity: Severity::Warning,
        wrong: without_country,
        says: "保管国の国名が記載されていません。",
        cells: &["台帳!B2"],
        mend: |made| {
            row(made).places = words(&["受注クラウド"]);
            row(made).storage = known(&["JP"]);
        },
        in_order: &[
            ("the company names the countries", |made| {
                without_country(made);
                made.organization.storage = known(&["JP", "SG"]);
            }),
            ("the reason is given", |made| {
                without_country(made);
                row(made).storage.reason = some("提供事業者が公表していないため");
            }),
            ("on paper alone", |made| {
                without_country(made);
                row(made).media = vec![Medium::Paper];
            }),
            ("the place is asked instead", |made| place(made, "受注クラウド").server_country = Whereabouts::default()),
            ("no personal information", |made| {
                without_country(made);
                is_referable(made);
            }),
        ],
    },
    Case {
        code: Code::RetentionMissing,
        severity: Severity::Warning,
        wrong: without_retention,
        says: "保存期間が記載されていません。",
        cells: &["台帳!B2"],
        mend: |made| row(made).retention = kept(RetentionKind::Period, "5年"),
        in_order: &[
            ("stated in words that are not understood", |made| row(made).retention = kept(RetentionKind::Unreadable, "5~7年")),
            ("no personal data", |made| {
                without_retention(made);
                is_unsorted(made);
            }),
        ],
    },
    Case {
        code: Code::RetentionLapsed,
        severity: Severity::Warning,
        wrong: until_yesterday,
        says: "保存期間は2026-11-24に満了しています。",
        cells: &["台帳!Q2"],
        mend: |made| row(made).retention.due_on = Some(day(2027, 3, 31)),
        in_order: &[
            ("the last day is within the period", |made| row(made).retention.due_on = Some(day(2026, 11, 25))),
            ("anonymized information", |made| {
                until_yesterday(made);
                row(made).nature = Nature::Anonymized;
            }),
        ],
    },
    Case {
        code: Code::RetentionPermanent,
        severity: Severity::Warning,
        wrong: |made| for_ever(made, "永年保存"),
        says: "保存期間が「永年保存」で、その理由が記載されていません。",
        cells: &["台帳!Q2"],
        mend: |made| row(made).notes = some("社史の編纂に用いる歴史資料のため。"),
        in_order: &[
            ("a statute in the cell", |made| for_ever(made, "永年（会社法による株主名簿）")),
            ("an end that the person sets", |made| for_ever(made, "永続(お客様削除依頼まで)")),
            ("exceptions tell", |made| {
                for_ever(made, "永年");
                row(made).retention.exceptions = words(&["退会した会員は5年"]);
            }),
            ("the purpose tells", |made| {
                for_ever(made, "永年");
                purposes(made, &["卒業証明書の発行のため"]);
            }),
            ("another column tells", |made| {
                for_ever(made, "永年");
                row(made).other_columns =
                    vec![OtherColumn { heading: "保存の根拠".into(), text: "学校教育法施行規則第28条".into() }];
            }),
        ],
    },
];

#[test]
fn rows_say_what_the_law_asks_of_a_ledger() {
    show(CASES);
}

#[test]
fn abroad_without_a_country_is_asked_of_the_row_that_says_it() {
    let made = super::case::ledger().but(|made| row(made).storage = Whereabouts::somewhere_abroad(some("海外")));
    assert_eq!(made.found(Code::StorageCountryMissing), [("保管国の国名が記載されていません。".to_owned(), vec!["台帳!P2".to_owned()])]);
    none(&made.but(|made| row(made).storage.reason = some("非公開")), Code::StorageCountryMissing);
}
