//! What is told of an entry's transfers, on ledgers small enough to see through.

use std::sync::Arc;

use super::*;
use crate::ledger::{
    CountryRegime, Entrustment, Entry, JointUse, Nature, Organization, Place, Provision, SafetyMeasure, SafetyMeasureKind, TransferBasis,
    Whereabouts,
};

fn country(code: &str) -> Country {
    Country::from_code(code).unwrap()
}

fn known(codes: &[&str]) -> Whereabouts {
    Whereabouts::known(codes.iter().map(|code| country(code)).collect(), Country::JAPAN, None)
}

fn candidates(codes: &[&str]) -> Whereabouts {
    Whereabouts::candidates(codes.iter().map(|code| country(code)).collect(), Country::JAPAN, None)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const TODAY: &str = "2025-10-01";

fn entry(control_no: &str, storage: Whereabouts) -> Entry {
    Entry { control_no: control_no.into(), occurrence: 1, name: "名簿".into(), storage, ..Entry::default() }
}

/// Each transfer as way, counterpart, through, countries, verdict.
fn told(organization: &Organization, entry: &Entry) -> Vec<String> {
    let transfers = transfers(Held { organization, entry }, day(TODAY));
    let line = |transfer: &Transfer| {
        let countries: Vec<&str> = transfer.countries.iter().map(Country::code).collect();
        let through = transfer.through.as_ref().map(|through| format!(" ({through})")).unwrap_or_default();
        let (way, verdict) = (transfer.case.way, transfer.verdict());
        format!(
            "{} {}{through} [{}] {} {}",
            way.as_ref(),
            transfer.counterpart,
            countries.join(" "),
            transfer.stated.as_ref(),
            verdict.as_ref()
        )
    };
    transfers.iter().map(line).collect()
}

fn duty(organization: &Organization, entry: &Entry, way: Way, duty: Duty) -> Option<Stated> {
    let transfers = transfers(Held { organization, entry }, day(TODAY));
    let of_way = transfers.iter().find(|transfer| transfer.case.way == way).expect("the way is taken");
    of_way.duties.iter().find(|(other, _)| *other == duty).map(|(_, met)| *met)
}

#[test]
fn a_server_and_its_provider_are_told_apart() {
    let mut organization = Organization::new("kou".into());
    let cloud = |handles_data| Place {
        name: "クラウドA".into(),
        provider: Some("A Inc.".into()),
        provider_country: known(&["US"]),
        server_country: known(&["JP"]),
        handles_data,
        ..Place::default()
    };
    let entry = Entry { places: vec!["クラウドA".into()], ..entry("K-1", Whereabouts::default()) };
    for (handles, verdict) in [(Stated::No, "NOT_A_PROVISION"), (Stated::Yes, "BASIS_MISSING"), (Stated::NotStated, "CANNOT_TELL")] {
        organization.places.insert("クラウドA".into(), cloud(handles));
        let provider = format!("PROVIDER A Inc. (クラウドA) [US] YES {verdict}");
        assert_eq!(told(&organization, &entry), ["SERVER クラウドA [JP] YES DOMESTIC".to_owned(), provider]);
    }
    organization.places.insert("クラウドA".into(), cloud(Stated::Yes));
    let entrustee = Entrustment { entrustee: "A Inc.".into(), transfer: TransferBasis::EquivalentSystem, ..Entrustment::default() };
    organization.entrustees.insert("A Inc.".into(), entrustee);
    assert_eq!(told(&organization, &entry)[1], "PROVIDER A Inc. (クラウドA) [US] YES EQUIVALENT_SYSTEM", "by the row of its name");
    let named = Entry { entrustees: vec!["A Inc.".into()], ..entry };
    assert_eq!(told(&organization, &named)[1..], ["ENTRUSTEE A Inc. [US] YES EQUIVALENT_SYSTEM"], "a party is told once");
}

#[test]
fn each_known_country_is_a_transfer_and_candidates_are_one() {
    let organization = Organization::new("kou".into());
    assert_eq!(told(&organization, &entry("K-1", known(&["JP", "SG"]))), ["SERVER  [JP] YES DOMESTIC", "SERVER  [SG] YES NOT_A_PROVISION"]);
    assert_eq!(told(&organization, &entry("K-2", candidates(&["JP", "SG"]))), ["SERVER  [JP SG] YES CANNOT_TELL"]);
    assert_eq!(told(&organization, &entry("K-3", Whereabouts::default())), ["SERVER  [] YES CANNOT_TELL"]);
}

#[test]
fn parties_named_foreseen_and_nameless() {
    let mut organization = Organization::new("kou".into());
    let party = |name: &str, country, transfer| Entrustment { entrustee: name.into(), country, transfer, ..Entrustment::default() };
    let silent = TransferBasis::NotStated;
    let mut further = party("印社", known(&["IN"]), TransferBasis::EquivalentSystem);
    further.subcontracting = Stated::Possible;
    organization.entrustees.insert("印社".into(), further);
    organization.entrustees.insert("仏社".into(), party("仏社", known(&["FR"]), silent));
    organization.recipients.insert(
        "広告社".into(),
        Provision { recipient: "広告社".into(), country: known(&["US"]), collected_directly: Stated::Yes, ..Provision::default() },
    );
    organization
        .joint_uses
        .insert("海外グループ".into(), JointUse { name: "海外グループ".into(), includes_foreign: Stated::Yes, ..JointUse::default() });
    let home = known(&["JP"]);
    let named = Entry {
        entrustees: vec!["印社".into(), "仏社".into(), "不明社".into()],
        recipients: vec!["広告社".into()],
        joint_uses: vec!["海外グループ".into()],
        ..entry("K-1", home.clone())
    };
    assert_eq!(
        told(&organization, &named)[1..],
        [
            "ENTRUSTEE 印社 [IN] YES EQUIVALENT_SYSTEM",
            "SUB_ENTRUSTEE  (印社) [] POSSIBLE CANNOT_TELL",
            "ENTRUSTEE 仏社 [FR] YES DESIGNATED_COUNTRY",
            "ENTRUSTEE 不明社 [] YES CANNOT_TELL",
            "RECIPIENT 広告社 [US] YES NOT_A_PROVISION",
            "JOINT_USER 海外グループ [] YES CANNOT_TELL",
        ]
    );
    let foreseen = Entry { entrusted: Stated::Possible, provided: Stated::No, ..entry("K-2", home.clone()) };
    assert_eq!(told(&organization, &foreseen)[1..], ["ENTRUSTEE  [] POSSIBLE CANNOT_TELL"]);
    let denied = Entry { entrusted: Stated::No, provided: Stated::No, jointly_used: Stated::No, ..entry("K-3", home) };
    assert_eq!(told(&organization, &denied).len(), 1, "what is denied is no way, nor what is not mentioned");
}

#[test]
fn a_duty_is_met_as_far_as_the_ledger_shows() {
    let mut organization = Organization::new("kou".into());
    let entrusted = |checked_on| Entrustment {
        entrustee: "印社".into(),
        country: known(&["IN"]),
        transfer: TransferBasis::EquivalentSystem,
        checked_on,
        ..Entrustment::default()
    };
    let regime = |summary: Option<&str>, measures: Option<&str>, checked_on| CountryRegime {
        country: country("IN"),
        summary: summary.map(Text::from),
        concerns: None,
        measures: measures.map(Text::from),
        checked_on,
        source: None,
    };
    let entry = Entry { entrustees: vec!["印社".into()], ..entry("K-1", known(&["IN"])) };
    organization.entrustees.insert("印社".into(), entrusted(None));
    for way in [Way::Server, Way::Entrustee] {
        assert_eq!(duty(&organization, &entry, way, Duty::KnowSystem), Some(Stated::NotStated));
        assert_eq!(duty(&organization, &entry, way, Duty::StateCountry), Some(Stated::NotStated));
    }
    assert_eq!(duty(&organization, &entry, Way::Server, Duty::CheckYearly), None);
    assert_eq!(duty(&organization, &entry, Way::Entrustee, Duty::CheckYearly), Some(Stated::NotStated));
    organization.regimes = vec![regime(Some("包括的な法律がある"), None, None)];
    assert_eq!(duty(&organization, &entry, Way::Server, Duty::KnowSystem), Some(Stated::NotStated), "measures are part of it");
    organization.regimes = vec![regime(Some("包括的な法律がある"), Some("暗号化"), Some(day("2024-10-01")))];
    assert_eq!(duty(&organization, &entry, Way::Server, Duty::KnowSystem), Some(Stated::Yes));
    for (checked, met) in [
        (Some("2024-10-01"), Stated::Yes),
        (Some("2024-09-30"), Stated::No),
        (Some("2025-10-02"), Stated::NotStated),
        (None, Stated::NotStated),
    ] {
        organization.entrustees.insert("印社".into(), entrusted(checked.map(day)));
        assert_eq!(duty(&organization, &entry, Way::Entrustee, Duty::CheckYearly), Some(met), "{checked:?}");
        let supervised = if met == Stated::Yes { Stated::Yes } else { Stated::NotStated };
        assert_eq!(duty(&organization, &entry, Way::Entrustee, Duty::Supervise), Some(supervised), "{checked:?}");
    }
    let measure = |text: &str| SafetyMeasure { kind: SafetyMeasureKind::ExternalEnvironment, text: text.into() };
    organization.safety_measures = vec![measure("当社はシンガポールの制度を把握しています。")];
    assert_eq!(duty(&organization, &entry, Way::Server, Duty::StateCountry), Some(Stated::NotStated), "another country");
    organization.safety_measures.push(measure("保有個人データの保管国：インド"));
    assert_eq!(duty(&organization, &entry, Way::Server, Duty::StateCountry), Some(Stated::Yes));
}

#[test]
fn what_is_told_before_consent_is_at_hand_or_not() {
    let mut organization = Organization::new("kou".into());
    let entry = Entry { recipients: vec!["米社".into()], ..entry("K-1", known(&["JP"])) };
    let recipient = |country| Provision { recipient: "米社".into(), country, transfer: TransferBasis::Consent, ..Provision::default() };
    organization.recipients.insert("米社".into(), recipient(known(&["US"])));
    assert_eq!(duty(&organization, &entry, Way::Recipient, Duty::TellCountry), Some(Stated::Yes));
    assert_eq!(duty(&organization, &entry, Way::Recipient, Duty::TellSystem), Some(Stated::NotStated));
    assert_eq!(duty(&organization, &entry, Way::Recipient, Duty::TellWhyNoCountry), None);
    let nowhere = Whereabouts { reason: Some("提供時には未定のため".into()), ..Whereabouts::somewhere_abroad(None) };
    organization.recipients.insert("米社".into(), recipient(nowhere));
    for told in [Duty::TellCountry, Duty::TellSystem, Duty::TellWhyNoCountry] {
        assert_eq!(duty(&organization, &entry, Way::Recipient, told), Some(Stated::Yes), "the reason stands in the place of both");
    }
    assert_eq!(duty(&organization, &entry, Way::Recipient, Duty::TellMeasures), Some(Stated::NotStated));
    organization.recipients.get_mut("米社").unwrap().notes = Some("契約で安全管理を求める。".into());
    assert_eq!(duty(&organization, &entry, Way::Recipient, Duty::TellMeasures), Some(Stated::Yes));
    organization.recipients.get_mut("米社").unwrap().country = candidates(&["SG", "US"]);
    assert_eq!(duty(&organization, &entry, Way::Recipient, Duty::TellCountry), Some(Stated::NotStated), "candidates are no country told");
}

#[test]
fn pages_of_transfers_follow_each_other_and_filters_hold() {
    let organization = Arc::new(Organization::new("kou".into()));
    let storages = [known(&["JP"]), known(&["JP", "SG"]), candidates(&["SG", "US"]), Whereabouts::default()];
    let entries = storages.into_iter().enumerate().map(|(at, storage)| Arc::new(entry(&format!("K-{at}"), storage))).collect();
    let ledger = Ledger::new(1, vec![(organization, entries)]);
    let ask = |question: &Question, first, after: Option<String>| {
        let window = Window::new(Some(first), after.as_deref()).unwrap();
        list(&ledger, question, day(TODAY), &window).unwrap()
    };
    let all = Question::default();
    let whole = ask(&all, 500, None);
    assert_eq!((whole.total, whole.lines.len(), whole.has_next, whole.has_previous), (5, 5, false, false));
    let (mut after, mut seen) = (None, Vec::new());
    loop {
        let page = ask(&all, 2, after);
        assert_eq!((page.total, page.has_previous), (5, !seen.is_empty()));
        after = page.lines.last().map(|(cursor, _)| cursor.encode());
        seen.extend(page.lines);
        if !page.has_next {
            break;
        }
    }
    assert_eq!(seen, whole.lines);
    let to_singapore = Question { countries: vec![country("SG")], ..Question::default() };
    assert_eq!(ask(&to_singapore, 500, None).total, 2, "a candidate counts");
    let open = Question { verdicts: vec![Verdict::CannotTell], ..Question::default() };
    assert_eq!(ask(&open, 500, None).total, 1);
    let entrusted = Question { ways: vec![Way::Entrustee], ..Question::default() };
    assert_eq!(ask(&entrusted, 500, None).total, 0);
    let of_another = Window { first: 1, after: Some(Cursor::of_entry(&ledger, EntryNo::FIRST)) };
    assert_eq!(list(&ledger, &all, day(TODAY), &of_another), Err(Refusal::BadCursor));
}

#[test]
fn a_recipient_is_checked_by_the_day_of_its_country() {
    let mut organization = Organization::new("kou".into());
    let party =
        Provision {
            recipient: "星社".into(), country: known(&["SG"]), transfer: TransferBasis::EquivalentSystem, ..Provision::default()
        };
    organization.recipients.insert("星社".into(), party);
    let entry = Entry { recipients: vec!["星社".into()], ..entry("K-1", known(&["JP"])) };
    let regime =
        |checked_on| CountryRegime { country: country("SG"), summary: None, concerns: None, measures: None, checked_on, source: None };
    for (checked, met) in [(Some("2025-09-30"), Stated::Yes), (Some("2024-09-30"), Stated::No), (None, Stated::NotStated)] {
        organization.regimes = vec![regime(checked.map(day))];
        assert_eq!(duty(&organization, &entry, Way::Recipient, Duty::CheckYearly), Some(met), "{checked:?}");
    }
}

#[test]
fn what_is_no_personal_data_is_told_as_such() {
    let mut organization = Organization::new("kou".into());
    organization
        .recipients
        .insert("広告社".into(), Provision { recipient: "広告社".into(), country: known(&["US"]), ..Provision::default() });
    let cookies = |nature| Entry { nature, recipients: vec!["広告社".into()], ..entry("K-1", known(&["US"])) };
    for (nature, verdict, duties) in [
        (Nature::PersonallyReferable, "NOT_PERSONAL_DATA", vec![Duty::ConfirmConsent]),
        (Nature::Anonymized, "NOT_PERSONAL_DATA", vec![]),
        (Nature::NotStated, "BASIS_MISSING", vec![Duty::SettleBasis]),
    ] {
        let told = transfers(Held { organization: &organization, entry: &cookies(nature) }, day(TODAY));
        let of_recipient = told.iter().find(|transfer| transfer.case.way == Way::Recipient).unwrap();
        assert_eq!((of_recipient.verdict().as_ref(), of_recipient.remaining().collect()), (verdict, duties), "{nature:?}");
    }
}

#[test]
fn transfers_are_counted_by_country_and_verdict() {
    let mut organization = Organization::new("kou".into());
    let party = |name: &str| Entrustment { entrustee: name.into(), country: known(&["IN"]), ..Entrustment::default() };
    for name in ["印社", "度社"] {
        organization.entrustees.insert(name.into(), party(name));
    }
    let both = Entry { entrustees: vec!["印社".into(), "度社".into()], ..entry("K-1", known(&["JP"])) };
    let one = Entry { entrustees: vec!["印社".into()], ..entry("K-2", known(&["FR"])) };
    let ledger = Ledger::new(1, vec![(Arc::new(organization), vec![Arc::new(both), Arc::new(one)])]);
    let groups = |question: &Question| -> Vec<String> {
        let line = |group: &Group| {
            let countries: Vec<&str> = group.countries.iter().map(Country::code).collect();
            let settle = group.duties.get(&Duty::SettleBasis).copied().unwrap_or_default();
            let (transfers, entries, DutyCount { owed, unmet }) = (group.transfers, group.entries, settle);
            format!("{} {} {transfers}/{entries} {unmet}/{owed}", countries.join(" "), group.verdict.as_ref())
        };
        tally(&ledger, question, day(TODAY)).iter().map(line).collect()
    };
    assert_eq!(groups(&Question::default()), ["FR NOT_A_PROVISION 1/1 0/0", "IN BASIS_MISSING 3/2 3/3", "JP DOMESTIC 1/1 0/0"]);
    let abroad = Question { destinations: vec![Destination::NotDesignated], ..Question::default() };
    assert_eq!(groups(&abroad), ["IN BASIS_MISSING 3/2 3/3"]);
}
