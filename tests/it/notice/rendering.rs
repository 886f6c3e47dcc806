//! Notices of nothing and of anything: nothing is invented, nothing dropped, and no word becomes markup.

use std::sync::Arc;

use daicho::ledger::{
    Capacity, Country, Entry, ExclusionReason, JointPurpose, JointUse, Ledger, Nature, Organization, Provision, Stated, TransferBasis,
    Whereabouts,
};
use daicho::notice::{Matter, Notice, compare, notice};
use proptest::prelude::*;
use strum::VariantArray;

use super::{read, read_html, tight};
use crate::any;

fn of(organization: Organization, entries: Vec<Entry>) -> Notice {
    let ledger = Ledger::new(1, vec![(Arc::new(organization), entries.into_iter().map(Arc::new).collect())]);
    notice(&ledger, "kou").expect("the organization is there")
}

#[test]
fn of_an_empty_organization_every_matter_is_missing() {
    let notice = of(Organization::new("kou".into()), Vec::new());
    assert_eq!(notice.sections.iter().map(|section| section.matter).collect::<Vec<_>>(), Matter::VARIANTS);
    for section in &notice.sections {
        assert!(section.missing() && section.markdown().is_none() && section.statements().is_empty(), "{section:?}");
        assert!(!section.basis.is_empty());
    }
    let required: Vec<Matter> =
        notice.sections.iter().filter(|section| section.gaps.iter().any(|gap| gap.required)).map(|section| section.matter).collect();
    let by_law = [Matter::Operator, Matter::Purposes, Matter::Measures, Matter::Procedures, Matter::Requests, Matter::Complaints];
    assert_eq!(required, by_law, "APPI 32(1)(i) to (iv), Order 10(i) and (ii)");
    assert_eq!(notice.sections[9].gaps.iter().filter(|gap| gap.required).count(), 9, "a procedure for each right");
    insta::assert_snapshot!("empty", notice.markdown());
}

#[test]
fn what_must_not_become_known_is_in_no_text_and_named_to_the_one_who_publishes() {
    let mut secret = Entry { control_no: "S-1".into(), occurrence: 1, name: "調査対象".into(), ..Entry::default() };
    secret.purposes = vec!["不正の調査".into()];
    secret.joint_uses = vec!["調査の共同".into()];
    secret.disclosure.eligible = Stated::No;
    secret.disclosure.reasons = vec![ExclusionReason::CrimePrevention];
    let open = Entry { control_no: "S-2".into(), occurrence: 1, name: "名簿".into(), ..Entry::default() };
    let mut organization = Organization::new("kou".into());
    organization.joint_uses.insert("調査の共同".into(), JointUse { name: "調査の共同".into(), ..JointUse::default() });
    let notice = of(organization, vec![secret, open]);
    for word in ["S-1", "調査"] {
        assert!(!notice.markdown().contains(word) && !notice.html().contains(word), "{word}");
    }
    assert!(notice.markdown().contains("S-2「名簿」"));
    assert_eq!(notice.withheld.iter().map(|entry| entry.control_no.as_ref()).collect::<Vec<_>>(), ["S-1"]);
    assert_eq!(notice.withheld[0].basis[0].article.as_ref(), "5(iv)");
}

#[test]
fn an_entrustees_entries_stand_apart_and_an_entry_without_capacity_is_not_dropped() {
    let entry = |number: &str, capacity| Entry {
        control_no: number.into(),
        occurrence: 1,
        name: format!("{number}の名簿").into(),
        purposes: vec![format!("{number}の目的").into()],
        capacity,
        ..Entry::default()
    };
    let entries = vec![entry("K-1", Capacity::Own), entry("K-2", Capacity::EntrustedToUs), entry("K-3", Capacity::NotStated)];
    let notice = of(Organization::new("kou".into()), entries);
    let purposes = &notice.sections[2];
    let statements: Vec<String> = purposes.statements().iter().map(ToString::to_string).collect();
    assert!(statements.contains(&"K-1の名簿 › K-1の目的".to_owned()), "{statements:?}");
    assert!(statements.contains(&"K-3の名簿 › K-3の目的".to_owned()), "{statements:?}");
    assert!(statements.contains(&"委託を受けて取り扱う個人情報 › K-2の名簿 › K-2の目的".to_owned()), "{statements:?}");
    assert_eq!(
        purposes.gaps.iter().map(|gap| (gap.lacks, gap.name.as_str())).collect::<Vec<_>>(),
        [("自社・受託の別", "K-3「K-3の名簿」")]
    );
}

/// What a section leaves out, each with whether the law asks for it.
fn lacks(notice: &Notice, matter: Matter) -> Vec<(&str, bool)> {
    let section = notice.sections.iter().find(|section| section.matter == matter).expect("each matter has a section");
    section.gaps.iter().map(|gap| (gap.lacks, gap.required)).collect()
}

#[test]
fn who_answers_for_a_joint_use_is_one_operator_whose_address_the_ledger_may_have_elsewhere() {
    let named = |responsible: &str| {
        let joint = JointUse {
            name: "販売促進".into(),
            items: vec!["氏名".into()],
            scope: Some("甲株式会社及びその子会社".into()),
            purposes: vec![JointPurpose { subject: None, text: "案内の送付".into() }],
            responsible: Some(responsible.into()),
            ..JointUse::default()
        };
        let name = "甲株式会社".into();
        let (address, representative) = (Some("東京都千代田区".into()), Some("代表取締役".into()));
        let mut organization = Organization { name, address, representative, ..Organization::new("kou".into()) };
        organization.joint_uses.insert("販売促進".into(), joint);
        of(organization, Vec::new())
    };
    let (address, representative) = ("管理について責任を有する者の住所", "管理について責任を有する者の代表者");
    let own = named("当社");
    assert_eq!(lacks(&own, Matter::JointUse), [("管理について責任を有する者の代表者の氏名", true)], "a post is no name");
    assert!(own.sections[4].statements().iter().any(|said| said.to_string().ends_with(&format!("{address} › 東京都千代田区"))));
    assert_eq!(lacks(&named("乙株式会社"), Matter::JointUse), [(address, true), (representative, true)], "another's is not made up");
    let several = named("取得した各社の管理責任者");
    assert_eq!(lacks(&several, Matter::JointUse)[2], ("管理について責任を有する一の事業者", true));
}

#[test]
fn a_recipient_abroad_lacks_a_basis_where_article_28_asks_for_one() {
    let to = |code: &str, transfer, nature| {
        let country = Whereabouts::known(vec![Country::from_code(code).expect("a country")], Country::JAPAN, None);
        let mut organization = Organization::new("kou".into());
        organization.recipients.insert("丙".into(), Provision { recipient: "丙".into(), country, transfer, ..Provision::default() });
        let entry = Entry { control_no: "K-1".into(), occurrence: 1, recipients: vec!["丙".into()], nature, ..Entry::default() };
        lacks(&of(organization, vec![entry]), Matter::Provision).contains(&("外国にある第三者への提供の根拠", true))
    };
    let personal = Nature::PersonalInformation;
    for (code, transfer, nature, lacking) in [
        ("SG", TransferBasis::NotStated, personal, true),
        ("SG", TransferBasis::DesignatedCountry, personal, true),
        ("SG", TransferBasis::Consent, personal, false),
        ("FR", TransferBasis::NotStated, personal, false),
        ("JP", TransferBasis::NotStated, personal, false),
        ("SG", TransferBasis::NotStated, Nature::Anonymized, false),
    ] {
        assert_eq!(to(code, transfer, nature), lacking, "{code} {transfer:?} {nature:?}");
    }
}

/// Letters that end a line.
const BREAKS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

fn is_secret(entry: &Entry) -> bool {
    use ExclusionReason::{CrimePrevention, LifeBodyProperty, NationalSecurity, UnlawfulActs};
    let harms = [LifeBodyProperty, UnlawfulActs, NationalSecurity, CrimePrevention];
    entry.disclosure.eligible == Stated::No && entry.disclosure.reasons.iter().any(|reason| harms.contains(reason))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_word_becomes_markup_and_none_is_lost(organization in any::organization("kou"), entries in any::entries(4)) {
        let own: Vec<Entry> = entries.iter().filter(|entry| entry.capacity == Capacity::Own && !is_secret(entry)).cloned().collect();
        let secret = entries.iter().filter(|entry| is_secret(entry)).count();
        let notice = of(organization, entries);
        prop_assert_eq!(notice.withheld.len(), secret);
        let (markdown, html) = (read(&notice.markdown()), read_html(&notice.html()));
        let said = |words: &str| {
            let words = tight(words);
            // A line on which nothing can be seen is left out.
            let seen = words.chars().any(|letter| !matches!(letter, char::REPLACEMENT_CHARACTER | '\u{200b}'..='\u{200f}' | '\u{feff}'));
            !seen || (markdown.contains(&words) && html.contains(&words))
        };
        for section in &notice.sections {
            prop_assert!(!section.text.is_empty() || section.missing(), "{:?} says nothing", section.matter);
            for step in section.statements().iter().flat_map(|statement| &statement.0) {
                // The words of a cell stand on lines of their own, and are told with a comma between them.
                prop_assert!(step.split('、').flat_map(|words| words.split(BREAKS)).all(said), "{step:?}");
            }
            for gap in &section.gaps {
                prop_assert!(said(gap.lacks) && said(gap.why), "{gap:?}");
            }
        }
        for entry in &own {
            prop_assert!(entry.purposes.iter().flat_map(|purpose| purpose.split(BREAKS)).all(said), "{:?}", entry.purposes);
            let retained = matches!(entry.nature, Nature::PersonalInformation | Nature::NotStated);
            let by_number = notice.sections[2].gaps.iter().any(|gap| gap.lacks == "利用目的" && gap.name.starts_with(entry.control_no.as_ref()));
            let excluded = entry.disclosure.eligible == Stated::No;
            prop_assert!(by_number || !entry.purposes.is_empty() || !retained || excluded, "{entry:?}");
        }
        prop_assert!(compare(&notice, &notice).is_empty());
        read(&compare(&Notice::silent("kou".into()), &notice).to_string());
        read(&compare(&notice, &Notice::silent("kou".into())).to_string());
    }
}
