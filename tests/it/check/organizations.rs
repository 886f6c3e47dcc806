//! Rules at organizations: who it is, where data is abroad, what is reviewed and entrusted. Each is shown on a ledger that it finds
//! something in, on the same ledger mended, and on such as only look like it.

use daicho::finding::{Code, Severity};
use daicho::ledger::{
    Capacity, Contact, ContactRole, Country, CountryRegime, Entrustment, Entry, ExclusionReason, Field, Nature, OtherColumn, Place,
    Retention, SafetyMeasureKind, Stated, TransferBasis, Whereabouts,
};
use strum::VariantArray;

use super::made::{Made, day, known, none, one, source};

#[test]
fn nothing_is_found_where_all_is_in_order() {
    let made = Made::in_order();
    for code in Code::VARIANTS.iter().filter(|code| **code >= Code::AbroadRegimeMissing) {
        assert!(code.rule().is_some(), "{}", code.as_ref());
        none(&made, *code);
    }
}

#[test]
fn an_operator_states_its_address_and_its_representative() {
    let message = "事業者の住所が記載されていません。";
    one(&Made::in_order().but(|made| made.organization.address = None), Code::AddressMissing, Severity::Warning, message, &["事業者!B2"]);
    let nobody = || Made::in_order().but(|made| made.organization.representative = None);
    let message = "代表者が記載されていません。";
    one(&nobody(), Code::RepresentativeMissing, Severity::Warning, message, &["事業者!B2"]);
    none(&nobody().but(|made| made.organization.representative = Some("個人事業主".into())), Code::RepresentativeMissing);
    let only_entrusted = nobody().but(|made| {
        made.organization.address = None;
        made.entries[0].capacity = Capacity::EntrustedToUs;
        made.entries[1].capacity = Capacity::NotStated;
        made.entries[1].disclosure.reasons = vec![ExclusionReason::EntrustedToUs];
    });
    none(&only_entrusted, Code::AddressMissing);
    none(&only_entrusted, Code::RepresentativeMissing);
}

#[test]
fn complaints_have_a_window_that_can_be_reached() {
    let message = "苦情の申出先（連絡方法のあるもの）が記載されていません。";
    let code = Code::ComplaintsContactMissing;
    let for_requests = || Made::in_order().but(|made| made.organization.contacts[0].roles = vec![ContactRole::Requests]);
    one(&for_requests(), code, Severity::Warning, message, &["窓口!B2"]);
    none(&for_requests().but(|made| made.contact("苦情相談係", &["03-0000-0002"], None)), code);
    one(&Made::in_order().but(|made| made.organization.contacts.clear()), code, Severity::Warning, message, &[]);
    let silent = || Made::in_order().but(|made| made.organization.contacts[0].phones.clear());
    one(&silent(), code, Severity::Warning, message, &["窓口!B2"]);
    for reach in [
        (|contact: &mut Contact| contact.email = Some("privacy@example.jp".into())) as fn(&mut Contact),
        |contact| contact.address = Some("東京都千代田区甲町1-1".into()),
        |contact| contact.notes = Some("当社ホームページの問合せフォームによる".into()),
    ] {
        none(&silent().but(|made| reach(&mut made.organization.contacts[0])), code);
    }
}

#[test]
fn security_measures_are_stated() {
    let code = Code::SafetyMeasuresMissing;
    let bare = || Made::in_order().but(|made| made.organization.safety_measures.clear());
    one(&bare(), code, Severity::Warning, "安全管理措置が記載されていません。", &["事業者!B2"]);
    none(&bare().but(|made| made.measure(SafetyMeasureKind::Physical, "入退室を管理しています。")), code);
}

/// Entries in a cloud of a provider in the United States with its server in Singapore.
fn in_the_cloud() -> Made {
    Made::in_order().but(|made| {
        let cloud =
            Place {
                name: "顧客管理クラウド".into(), provider_country: known(&["US"]), server_country: known(&["SG"]), ..Place::default()
            };
        made.organization.places.insert(cloud.name.clone(), cloud);
        made.organization.sources.push(source(Field::Places, "保管場所", "A2", "顧客管理クラウド"));
        made.entries[0].places = vec!["顧客管理クラウド".into()];
    })
}

fn regime(code: &str, summary: Option<&str>) -> CountryRegime {
    let country = Country::from_code(code).unwrap();
    CountryRegime {
        country,
        summary: summary.map(Into::into),
        concerns: None,
        measures: Some("契約で定める".into()),
        checked_on: None,
        source: None,
    }
}

#[test]
fn what_was_ascertained_of_a_country_is_stated() {
    let code = Code::AbroadRegimeMissing;
    let message = |country: &str, is: &str| {
        format!("{country}で個人データを保管し、又は取り扱って{is}が、その個人情報の保護に関する制度の内容が記載されていません。")
    };
    let cell = || vec!["保管場所!A2".to_owned()];
    assert_eq!(code.severity(), Severity::Warning);
    assert_eq!(in_the_cloud().found(code), [(message("シンガポール", "います"), cell()), (message("アメリカ", "います"), cell())]);
    let half = in_the_cloud()
        .but(|made| made.organization.regimes = vec![regime("SG", Some("個人情報保護法（PDPA）がある。")), regime("US", None)]);
    assert_eq!(half.about(code), ["アメリカ"], "a row that says nothing of the system does not count");
    none(&half.but(|made| made.organization.regimes[1].concerns = Some("政府による情報収集の制度がある。".into())), code);

    let candidates = Made::in_order().but(|made| {
        let countries = ["JP", "TH"].into_iter().filter_map(Country::from_code).collect();
        made.entries[1].storage = Whereabouts::candidates(countries, Country::JAPAN, None);
    });
    one(&candidates, code, Severity::Warning, &message("タイ", "いる可能性があります"), &["台帳!P3"]);
    let by_entrustee = |transfer| {
        Made::in_order().but(|made| {
            let party = Entrustment { entrustee: "乙社".into(), country: known(&["VN"]), transfer, ..Entrustment::default() };
            made.organization.entrustees.insert("乙社".into(), party);
        })
    };
    assert_eq!(by_entrustee(TransferBasis::EquivalentSystem).about(code), ["ベトナム"]);
    none(&by_entrustee(TransferBasis::Consent), code);
}

#[test]
fn data_that_is_not_personal_or_not_abroad_needs_no_regime() {
    for code in [Code::AbroadRegimeMissing, Code::StorageCountryUnpublished] {
        none(&in_the_cloud().but(|made| made.entries[0].nature = Nature::PersonallyReferable), code);
        none(&Made::in_order().but(|made| made.organization.storage = known(&["JP"])), code);
        none(&Made::in_order().but(|made| made.entries[0].storage = Whereabouts::somewhere_abroad(None)), code);
    }
}

#[test]
fn a_claim_to_have_ascertained_is_held_against_what_is_stated() {
    let code = Code::AbroadRegimeMissing;
    let claiming = |text: &str| in_the_cloud().but(|made| made.measure(SafetyMeasureKind::ExternalEnvironment, text));
    let claimed = claiming("外国の制度を把握した上で、安全管理措置を実施しています。")
        .but(|made| made.organization.regimes = vec![regime("SG", Some("PDPA"))]);
    one(
        &claimed,
        code,
        Severity::Warning,
        "アメリカで個人データを保管し、又は取り扱っていますが、その個人情報の保護に関する制度の内容が記載されていません（安全管理措置には、制度を把握したとあります）。",
        &["保管場所!A2", "安全管理措置!B3"],
    );
    let nowhere = |text: &str| Made::in_order().but(|made| made.measure(SafetyMeasureKind::ExternalEnvironment, text));
    assert_eq!(nowhere("外国の制度を把握した上で、安全管理措置を実施しています。").about(code), ["外国（国名の記載なし）"]);
    none(&nowhere("外国で取り扱う場合は、制度を把握した上で措置を講じます。"), code);
    none(&nowhere("外国では取り扱っていません。"), code);
}

#[test]
fn the_measures_name_the_countries() {
    let code = Code::StorageCountryUnpublished;
    let message = "個人データを取り扱う（可能性のある）外国の名称が安全管理措置に記載されていません：シンガポール、アメリカ。";
    one(&in_the_cloud(), code, Severity::Warning, message, &["保管場所!A2"]);
    let telling = |text: &str| in_the_cloud().but(|made| made.measure(SafetyMeasureKind::ExternalEnvironment, text));
    none(&telling("米国及びシンガポールの制度を把握した上で、安全管理措置を実施しています。"), code);
    assert_eq!(telling("シンガポールの制度を把握しています。").about(code), ["アメリカ"]);
    assert_eq!(telling("外国の制度を把握しています。").about(code), ["シンガポール、アメリカ"]);
}

#[test]
fn entries_are_reviewed_within_a_year() {
    let code = Code::ReviewOverdue;
    let late = Made::in_order().but(|made| made.entries[1].reviewed_on = Some(day(2025, 11, 24)));
    one(
        &late,
        code,
        Severity::Warning,
        "2件中1件に、1年以内の「見直し日」の記載がありません（最も古いものは2025年11月24日）。",
        &["台帳!AD3"],
    );
    let never = late.but(|made| made.entries[0].reviewed_on = None);
    let message = "2件中2件に、1年以内の「見直し日」の記載がありません（空欄1件、最も古いものは2025年11月24日）。";
    one(&never, code, Severity::Warning, message, &["台帳!AD3", "台帳!B2"]);
    none(&Made::in_order().but(|made| made.entries[1].reviewed_on = Some(day(2025, 11, 25))), code);
    let cookies = |entry: &mut Entry| (entry.nature, entry.reviewed_on) = (Nature::PersonallyReferable, None);
    none(&Made::in_order().but(|made| cookies(&mut made.entries[0])), code);
    none(&Made::in_order().but(|made| made.entries.clear()), code);
}

#[test]
fn a_ledger_has_the_columns_of_the_standard() {
    let code = Code::JisColumnsMissing;
    let without = |clear: fn(&mut Entry)| Made::in_order().but(|made| made.entries.iter_mut().for_each(clear));
    let message = |columns: &str| format!("JIS Q 15001が台帳に求める項目のうち、全ての行で空欄のものがあります：{columns}。");
    let two = without(|entry| {
        entry.accessors.clear();
        entry.media.clear();
    });
    one(&two, code, Severity::Warning, &message("保管方法（媒体）、アクセス権を有する者"), &["事業者!B2"]);
    let one_row =
        two.but(|made| (made.entries[0].accessors, made.entries[0].media) = (vec!["人事部".into()], made.entries[1].media.clone()));
    assert_eq!(one_row.about(code), ["保管方法（媒体）"], "a single row that says something is enough");
    let no_end = || without(|entry| entry.retention = Retention::default());
    one(&no_end(), code, Severity::Warning, &message("利用期限・保管期限（保存期間）"), &["事業者!B2"]);
    let of_its_own =
        |made: &mut Made| made.entries[0].other_columns = vec![OtherColumn { heading: "利用期限".into(), text: "解約まで".into() }];
    none(&no_end().but(of_its_own), code);
    none(&Made::in_order().but(|made| made.entries.clear()), code);
}

#[test]
fn entrustment_is_not_denied_and_foreseen() {
    let code = Code::EntrustmentContradicts;
    let rule = "個人情報の取扱いを委託する場合は、契約により監督します。";
    let ruled = || Made::in_order().but(|made| made.measure(SafetyMeasureKind::EntrusteeSupervision, rule));
    let message = "委託は全社で「無」とされていますが、「個人情報の取扱いを委託する場合は、契約により監督します」という定めがあります。";
    one(&ruled(), code, Severity::Warning, message, &["事業者!B13", "安全管理措置!B3"]);
    for stated in [Stated::Yes, Stated::Possible, Stated::NotStated] {
        none(&ruled().but(|made| made.organization.entrusted = stated), code);
    }
    let entrusting = Made::in_order().but(|made| {
        made.entries[1].entrusted = Stated::Yes;
        made.organization.entrustees.insert("乙社".into(), Entrustment { entrustee: "乙社".into(), ..Entrustment::default() });
    });
    let message = "委託は全社で「無」とされていますが、台帳の1件が委託を「有」又は「可能性あり」としています。また、シート「委託先」に「乙社」など1件の記載があります。";
    one(&entrusting, code, Severity::Warning, message, &["事業者!B13", "台帳!T3"]);
    for text in [
        "個人データの取扱いを含む業務の外部委託を行っていません。",
        "個人情報の取扱いを委託することはありません。",
        "委託元との契約に従って取り扱います。",
        "お取引様が当社へ委託された業務を遂行します。",
    ] {
        none(&Made::in_order().but(|made| made.measure(SafetyMeasureKind::EntrusteeSupervision, text)), code);
    }
}
