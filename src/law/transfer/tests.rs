use super::*;

/// What must hold of every case, said without looking at the table.
fn broken(case: Case) -> Vec<&'static str> {
    if case.data != Data::PersonalData {
        return broken_of_other_data(case);
    }
    let verdict = case.verdict();
    let duties: Vec<Duty> = case.duties().collect();
    let owes = |duty: Duty| duties.contains(&duty);
    let home = case.destination == Destination::Home;
    let kept = case.way == Way::Server;
    let needs_basis = case.destination == Destination::NotDesignated && !kept;
    let silent = case.basis == TransferBasis::NotStated;
    let consent_tells = [Duty::TellCountry, Duty::TellSystem, Duty::TellMeasures].into_iter().all(owes);
    let system_keeps = [Duty::CheckYearly, Duty::ActAndStop, Duty::InformOnRequest].into_iter().all(owes);
    let unknown_place = matches!(case.destination, Destination::NotStated | Destination::PerhapsHome);
    let rules = [
        (!case.basis().is_empty(), "every verdict rests on a provision"),
        (duties.iter().all(|duty| !duty.basis().is_empty()), "every duty rests on a provision"),
        (!(needs_basis && silent && verdict == Verdict::Domestic), "abroad without a basis is never domestic"),
        (!(case.destination.is_abroad() && verdict == Verdict::Domestic), "what is abroad is never domestic"),
        (!(home && matches!(verdict, Verdict::BasisMissing | Verdict::BasisFails | Verdict::CannotTell)), "home needs no basis"),
        (!(home && (owes(Duty::KnowSystem) || owes(Duty::StateCountry))), "home is no foreign country"),
        (
            !(unknown_place && verdict == Verdict::Domestic && case.basis != TransferBasis::Domestic),
            "a place that is not stated is domestic only where the ledger says so",
        ),
        (verdict != Verdict::Consent || consent_tells, "consent has three matters to tell"),
        ((verdict == Verdict::Consent) == owes(Duty::TellCountry), "only consent has them"),
        ((verdict == Verdict::EquivalentSystem) == system_keeps, "an equivalent system is kept up"),
        (verdict != Verdict::Consent || case.basis == TransferBasis::Consent, "no consent that the ledger does not state"),
        (verdict != Verdict::EquivalentSystem || case.basis == TransferBasis::EquivalentSystem, "no system that it does not state"),
        (verdict != Verdict::LegalException || case.basis == TransferBasis::LegalException, "no exception that it does not state"),
        (verdict != Verdict::DesignatedCountry || case.destination == Destination::Designated, "only designated countries are"),
        (verdict != Verdict::BasisMissing || silent, "a basis that is stated is not missing"),
        (verdict != Verdict::BasisFails || !silent, "a basis that is not stated cannot fail"),
        (
            !(needs_basis && silent) || matches!(verdict, Verdict::BasisMissing | Verdict::CannotTell | Verdict::NotAProvision),
            "abroad, not designated and silent rests on nothing",
        ),
        (
            !matches!(case.way, Way::Entrustee | Way::SubEntrustee | Way::JointUser)
                || case.handles == Stated::No
                || !(needs_basis && silent)
                || verdict == Verdict::BasisMissing,
            "entrustment and joint use are no exemption abroad",
        ),
        (!kept || !duties.iter().any(|duty| duty.basis().iter().any(|law| law.article.starts_with("28"))), "a server is no recipient"),
        (
            case.handles != Stated::No || !matches!(case.way, Way::Provider | Way::Entrustee) || verdict == Verdict::NotAProvision,
            "a party that does not handle the data gets none",
        ),
        (
            !(kept || case.way == Way::Provider) || !case.destination.is_abroad() || (owes(Duty::KnowSystem) && owes(Duty::StateCountry)),
            "what is kept abroad has that country's system to be known",
        ),
        (!(case.way == Way::Entrustee && home && case.handles != Stated::No && !denies(case)) || owes(Duty::Supervise), "25 at home"),
        (verdict != Verdict::LegalException || !owes(Duty::KeepRecord), "27(1) spares the record"),
        (verdict != Verdict::Consent || owes(Duty::KeepRecord), "what 28(1) governs is recorded"),
    ];
    rules.into_iter().filter(|(holds, _)| !holds).map(|(_, rule)| rule).collect()
}

/// The same of what is no personal data.
fn broken_of_other_data(case: Case) -> Vec<&'static str> {
    let duties: Vec<Duty> = case.duties().collect();
    let laws = case.basis();
    let collects = case.way == Way::Recipient && case.collected == Stated::Yes && case.data == Data::PersonallyReferable;
    let expected = if collects { Verdict::NotAProvision } else { Verdict::NotPersonalData };
    let rules = [
        (case.verdict() == expected, "Article 28 is about personal data"),
        (!laws.is_empty() && laws.iter().all(|law| !law.article.starts_with("28")), "it rests on another provision than Article 28"),
        (duties.iter().all(|duty| *duty == Duty::ConfirmConsent), "no duty of personal data"),
        (duties.is_empty() || case.data == Data::PersonallyReferable, "Article 31 is about personally referable information"),
        (duties.is_empty() || matches!(case.way, Way::Recipient | Way::JointUser), "and about providing it"),
    ];
    rules.into_iter().filter(|(holds, _)| !holds).map(|(_, rule)| rule).collect()
}

fn denies(case: Case) -> bool {
    case.basis == TransferBasis::NotAProvision
}

#[test]
fn every_case_falls_under_one_row_and_every_row_has_a_case() {
    let mut reached = vec![0_usize; TABLE.len()];
    let mut count = 0;
    for (number, case) in Case::all().enumerate() {
        assert_eq!(case.number(), number, "{case:?}");
        let rows: Vec<&str> = TABLE.iter().filter(|row| row.covers(case)).map(|row| row.id).collect();
        assert_eq!(rows.len(), 1, "{case:?} falls under {rows:?}");
        let at = TABLE.iter().position(|row| row.id == decide(case).id).unwrap();
        assert!(TABLE[at].covers(case), "{case:?} is decided by {}", TABLE[at].id);
        reached[at] += 1;
        count += 1;
    }
    assert_eq!(count, 3 * 6 * 4 * 4 * 6 * 7);
    let idle: Vec<&str> = TABLE.iter().zip(&reached).filter(|(_, cases)| **cases == 0).map(|(row, _)| row.id).collect();
    assert_eq!(idle, Vec::<&str>::new(), "a row without a case");
}

#[test]
fn what_the_law_says_holds_of_every_case() {
    for case in Case::all() {
        assert_eq!(broken(case), Vec::<&str>::new(), "{case:?}: {:?} by {}", case.verdict(), decide(case).id);
    }
}

#[test]
fn every_verdict_and_every_duty_comes_up() {
    let verdicts: Vec<Verdict> = Case::all().map(Case::verdict).collect();
    assert!(Verdict::VARIANTS.iter().all(|verdict| verdicts.contains(verdict)));
    for duty in Duty::VARIANTS {
        assert!(Case::all().any(|case| case.duties().any(|owed| owed == *duty)), "{duty:?} is never owed");
    }
}

#[test]
fn cases_from_practice() {
    let data = Data::PersonalData;
    let case = |way, handles, destination, basis| Case { data, way, handles, collected: Stated::NotStated, destination, basis };
    let silent = TransferBasis::NotStated;
    for (case, verdict) in [
        (case(Way::Server, Stated::NotStated, Destination::NotDesignated, silent), Verdict::NotAProvision),
        (case(Way::Provider, Stated::No, Destination::NotDesignated, silent), Verdict::NotAProvision),
        (case(Way::Provider, Stated::Yes, Destination::NotDesignated, silent), Verdict::BasisMissing),
        (case(Way::Provider, Stated::NotStated, Destination::NotDesignated, silent), Verdict::CannotTell),
        (case(Way::Entrustee, Stated::NotStated, Destination::Designated, silent), Verdict::DesignatedCountry),
        (case(Way::Entrustee, Stated::NotStated, Destination::NotDesignated, TransferBasis::DesignatedCountry), Verdict::BasisFails),
        (case(Way::Entrustee, Stated::NotStated, Destination::NotDesignated, TransferBasis::EquivalentSystem), Verdict::EquivalentSystem),
        (case(Way::JointUser, Stated::NotStated, Destination::Unnamed, silent), Verdict::CannotTell),
        (case(Way::Recipient, Stated::NotStated, Destination::NotDesignated, TransferBasis::Domestic), Verdict::BasisFails),
        (case(Way::Recipient, Stated::NotStated, Destination::NotStated, TransferBasis::Domestic), Verdict::Domestic),
        (case(Way::SubEntrustee, Stated::NotStated, Destination::NotStated, silent), Verdict::CannotTell),
    ] {
        assert_eq!(case.verdict(), verdict, "{case:?}");
    }
    let tags = Case { collected: Stated::Yes, ..case(Way::Recipient, Stated::NotStated, Destination::NotDesignated, silent) };
    assert_eq!((tags.verdict(), tags.duties().count()), (Verdict::NotAProvision, 0));
    let cookies = Case { data: Data::PersonallyReferable, collected: Stated::No, ..tags };
    assert_eq!((cookies.verdict(), cookies.duties().collect::<Vec<_>>()), (Verdict::NotPersonalData, vec![Duty::ConfirmConsent]));
    let anonymized = Case { data: Data::NotPersonalData, ..cookies };
    assert_eq!((anonymized.verdict(), anonymized.duties().count()), (Verdict::NotPersonalData, 0));
}
