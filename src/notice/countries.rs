//! In which countries data is kept or handled, and what is known of their systems (APPI 23, 28, Order 10(i), guideline 10-7).

use super::block::Item;
use super::gap::{About, Gap};
use super::matter::Matter;
use super::section::Section;
use super::words::{day, numbered, stated};
use crate::language::Language;
use crate::ledger::{Certainty, Country, CountryRegime, Held, Organization, Stated, Whereabouts};

const WHY: &str = "外国において個人データを取り扱う場合は、その国の制度を把握した上で安全管理措置を講じ、国名とともに本人の知り得る状態に置く必要があります\
    （法第23条、施行令第10条第1号、ガイドライン（通則編）10-7）";

/// What happens in a country, in the order in which it is told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Storage,
    Provider,
    Entrustee,
    Recipient,
}

impl What {
    fn words(self) -> &'static str {
        match self {
            Self::Storage => "個人データの保管",
            Self::Provider => "個人データの保管先を提供する事業者の所在",
            Self::Entrustee => "委託先の所在",
            Self::Recipient => "第三者提供先の所在",
        }
    }
}

/// What the ledger says of countries, in the order in which they come.
#[derive(Default)]
struct Said {
    countries: Vec<(Country, Vec<(What, bool)>)>,
    unnamed: Vec<What>,
    reasons: Vec<String>,
}

impl Said {
    fn take_in(&mut self, what: What, of: &Whereabouts, home: Country) {
        let at_home = of.countries.is_empty() && of.abroad == Stated::No;
        let certain = at_home || of.certainty == Certainty::Known;
        for country in of.countries.iter().chain(at_home.then_some(&home)) {
            let at = self.countries.iter().position(|(known, _)| known == country).unwrap_or_else(|| {
                self.countries.push((*country, Vec::new()));
                self.countries.len() - 1
            });
            let here = &mut self.countries[at].1;
            match here.iter_mut().find(|(known, _)| *known == what) {
                Some((_, sure)) => *sure |= certain,
                None => here.push((what, certain)),
            }
        }
        if of.countries.is_empty() && of.abroad == Stated::Yes && !self.unnamed.contains(&what) {
            self.unnamed.push(what);
        }
        self.reasons.extend(stated(of.reason.as_ref()).filter(|reason| !self.reasons.contains(reason)));
    }
}

pub(super) fn section(of: &Organization, published: &[Held<'_>]) -> Section {
    let mut section = Section::of(Matter::Countries);
    let said = said(of, published);
    if !said.countries.is_empty() {
        section.paragraph("個人データを保管し、又は取り扱う国は、次のとおりです。");
        section.table(&["国", "取扱い"], said.countries.iter().map(row).collect());
    }
    if !said.unnamed.is_empty() {
        section.paragraph("次については、外国であることのほか、国名の記載がありません。");
        section.list(said.unnamed.iter().map(|what| what.words().to_owned()));
        section.lacks(Gap::required("国名", WHY));
    }
    if !said.reasons.is_empty() {
        section.paragraph("国を特定できない理由は、次のとおりです。");
        section.list(said.reasons.clone());
    }
    regimes(&mut section, of, &said);
    unknown_storage(&mut section, of, published);
    section
}

fn said(of: &Organization, published: &[Held<'_>]) -> Said {
    let mut said = Said::default();
    let home = of.home;
    said.take_in(What::Storage, &of.storage, home);
    for held in published {
        said.take_in(What::Storage, &held.entry.storage, home);
        for place in held.places() {
            said.take_in(What::Storage, &place.server_country, home);
            said.take_in(What::Provider, &place.provider_country, home);
        }
        for party in held.entrustments() {
            said.take_in(What::Entrustee, &party.country, home);
        }
        for party in held.provisions() {
            said.take_in(What::Recipient, &party.country, home);
        }
    }
    said.countries.iter_mut().for_each(|(_, here)| here.sort_unstable());
    said
}

fn row((country, here): &(Country, Vec<(What, bool)>)) -> Vec<Vec<String>> {
    let words = |(what, sure): &(What, bool)| format!("{}{}", what.words(), if *sure { "" } else { "（候補であり、特定されていません）" });
    vec![vec![country.name(Language::Ja).to_owned()], here.iter().map(words).collect()]
}

/// What is known of the systems of foreign countries, and of which of those that data reaches nothing is.
fn regimes(section: &mut Section, of: &Organization, said: &Said) {
    let foreign = of.regimes.iter().filter(|regime| regime.country != of.home);
    let known: Vec<(&CountryRegime, Vec<String>)> =
        foreign.map(|regime| (regime, below(regime))).filter(|(_, below)| !below.is_empty()).collect();
    if !known.is_empty() {
        section.paragraph("外国における個人情報の保護に関する制度及び講ずる措置は、次のとおりです。");
        section.list(known.iter().map(|(regime, below)| Item { text: regime.country.name(Language::Ja).to_owned(), below: below.clone() }));
    }
    for (country, _) in said.countries.iter().filter(|(country, _)| *country != of.home) {
        let of_country = |has: fn(&CountryRegime) -> bool| of.regimes.iter().any(|regime| regime.country == *country && has(regime));
        let about = About::Country(*country);
        section.speaks_of(about.clone());
        if !of_country(|regime| stated(regime.measures.as_ref()).is_some()) {
            section.lacks(Gap::required("制度を把握した上で講ずる措置", WHY).of(about.clone(), country.name(Language::Ja)));
        }
        if !of_country(|regime| stated(regime.summary.as_ref()).is_some()) {
            let why = "制度の名称や概要を示すことは義務ではありませんが、本人の求めに応じて答えられるようにしておくことが望まれます（ガイドライン（通則編）10-7）";
            section.lacks(Gap::optional("個人情報の保護に関する制度の概要", why).of(about, country.name(Language::Ja)));
        }
    }
}

fn below(regime: &CountryRegime) -> Vec<String> {
    let lines = [
        ("制度の概要", stated(regime.summary.as_ref())),
        ("本人の権利利益に重大な影響を及ぼす可能性のある制度", stated(regime.concerns.as_ref())),
        ("講ずる措置", stated(regime.measures.as_ref())),
        ("確認した日", regime.checked_on.map(day)),
        ("出典", stated(regime.source.as_ref())),
    ];
    lines.into_iter().filter_map(|(name, said)| Some(format!("{name}：{}", said?))).collect()
}

/// Whether it can be told where something is, be it only that it is abroad.
fn is_told(of: &Whereabouts) -> bool {
    !of.countries.is_empty() || matches!(of.abroad, Stated::Yes | Stated::No)
}

/// Entries of which neither the row nor the company says where they are kept; the company alone where none of them does.
fn unknown_storage(section: &mut Section, of: &Organization, published: &[Held<'_>]) {
    let gap = Gap::optional("個人データを保管する国", WHY);
    if !is_told(&of.storage) && published.iter().all(|held| !is_told(&held.storage())) {
        section.lacks(gap);
        return;
    }
    for held in published {
        let about = About::Entry(held.entry.control_no.clone(), held.entry.occurrence);
        section.speaks_of(about.clone());
        if !is_told(&held.storage()) {
            section.lacks(gap.clone().of(about, numbered(held.entry)));
        }
    }
}
