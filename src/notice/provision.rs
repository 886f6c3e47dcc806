//! Provision to third parties, its conditions, and who receives the data (APPI 27, 28).

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::block::Item;
use super::entry::Sorted;
use super::gap::{About, Gap};
use super::matter::Matter;
use super::section::Section;
use super::words::{all, said, stated, whereabouts};
use crate::law::cited_together;
use crate::law::transfer::{Case, Data, Destination, Verdict, Way};
use crate::ledger::{Country, LawReference, Organization, Provision, Stated, Text, TransferBasis};

pub(super) fn section(of: &Organization, entries: &Sorted<'_>) -> Section {
    let mut section = Section::of(Matter::Provision);
    match of.provided {
        Stated::Yes => section.paragraph("個人データを第三者に提供します。"),
        Stated::Possible => section.paragraph("個人データを第三者に提供することがあります。"),
        Stated::No => section.paragraph("個人データを第三者に提供することはありません。"),
        Stated::NotStated => {}
    }
    let conditions = of.provision_conditions.iter().filter_map(|condition| Some(said(&condition.text)? + &cited(&condition.basis)));
    let conditions: Vec<String> = conditions.collect();
    if !conditions.is_empty() {
        section.paragraph("個人データを第三者に提供する条件として定めているものは、次のとおりです。");
        section.list(conditions);
    }
    foreseen(&mut section, entries, Stated::Yes, "次の個人情報は、第三者に提供します。");
    foreseen(&mut section, entries, Stated::Possible, "次の個人情報は、第三者に提供することがあります。");
    recipients(&mut section, of, entries);
    if of.provided == Stated::NotStated {
        let why = "法第32条第1項の事項ではありませんが、提供の制限（法第27条）を守り、第三者提供記録の開示の請求（法第33条第5項）に応じるために要ります";
        section.lacks(Gap::optional("第三者提供の有無", why));
    }
    section
}

fn cited(basis: &[LawReference]) -> String {
    said(&cited_together(basis)).map(|cited| format!("（{cited}）")).unwrap_or_default()
}

/// Entries of which the ledger says that they are provided, without saying to whom.
fn foreseen(section: &mut Section, entries: &Sorted<'_>, stated: Stated, words: &str) {
    let of = entries.published.iter().map(|held| held.entry).filter(|entry| entry.provided == stated && entry.recipients.is_empty());
    let names: Vec<String> = of.map(|entry| entry.name.to_string()).collect();
    if !names.is_empty() {
        section.paragraph(words);
        section.list(names);
    }
}

fn recipients(section: &mut Section, of: &Organization, entries: &Sorted<'_>) {
    let known = of.recipients.iter().map(|(name, party)| (name.clone(), Cow::Borrowed(party)));
    let mut parties: BTreeMap<Text, Cow<'_, Provision>> = known.collect();
    for held in &entries.published {
        parties.extend(held.provisions().into_iter().map(|party| (party.recipient.clone(), party)));
    }
    parties.retain(|name, _| entries.may_name(name, |entry| &entry.recipients));
    if parties.is_empty() {
        return;
    }
    section.paragraph("提供先は、次のとおりです。");
    let line = |(name, party): (&Text, &Cow<'_, Provision>)| {
        let about = entries.published.iter().filter(|held| held.entry.recipients.contains(name)).map(|held| held.entry.name.clone());
        Item { text: name.to_string(), below: below(party, &about.collect::<Vec<_>>()) }
    };
    section.list(parties.iter().map(line).collect::<Vec<_>>());
    for (name, party) in &parties {
        // What is personal data in one entry needs a basis.
        let held = entries.published.iter().filter(|held| held.entry.recipients.contains(name));
        let data = held.map(|held| Data::of(held.entry)).min().unwrap_or(Data::PersonalData);
        gaps(section, name, party, of.home, data);
    }
}

fn below(party: &Provision, entries: &[Text]) -> Vec<String> {
    let line = |name: &str, said: Option<String>| said.map(|said| format!("{name}：{said}"));
    let entries = all(entries);
    let directly = match party.collected_directly {
        Stated::Yes => Some("提供先が、本人から直接に収集します。"),
        Stated::Possible => Some("提供先が、本人から直接に収集することがあります。"),
        Stated::No | Stated::NotStated => None,
    };
    let lines = [
        line("対象となる個人情報", (!entries.is_empty()).then(|| entries.join("、"))),
        line("所在国", whereabouts(&party.country)),
        line("提供の根拠", stated(party.legal_basis.as_ref())),
        line("外国にある第三者への提供の根拠", transfer(party.transfer).map(str::to_owned)),
        directly.map(str::to_owned),
        line("停止の方法", stated(party.opt_out.as_ref())),
    ];
    lines.into_iter().flatten().collect()
}

fn transfer(basis: TransferBasis) -> Option<&'static str> {
    match basis {
        TransferBasis::DesignatedCountry => Some("個人情報保護委員会が指定する国（法第28条第1項、施行規則第15条）"),
        TransferBasis::EquivalentSystem => Some("相当措置を継続的に講ずる体制の整備（法第28条第1項、施行規則第16条）"),
        TransferBasis::Consent => Some("本人の同意（法第28条第1項）"),
        TransferBasis::LegalException => Some("法第27条第1項各号に掲げる場合"),
        TransferBasis::NotAProvision => Some("提供に当たりません。"),
        TransferBasis::Domestic | TransferBasis::NotStated => None,
    }
}

fn gaps(section: &mut Section, name: &Text, party: &Provision, home: Country, data: Data) {
    let about = About::Recipient(name.clone());
    section.speaks_of(about.clone());
    if whereabouts(&party.country).is_none() && party.transfer != TransferBasis::Domestic {
        let why = "外国にある第三者であれば、法第28条により、国名等の情報を提供した上での同意などが要ります";
        section.lacks(Gap::optional("提供先の所在国", why).of(about.clone(), format!("提供先「{name}」")));
    }
    let case = Case {
        data,
        way: Way::Recipient,
        handles: Stated::NotStated,
        collected: party.collected_directly,
        destination: Destination::of(&party.country, home),
        basis: party.transfer,
    };
    if matches!(case.verdict(), Verdict::BasisMissing | Verdict::BasisFails) {
        let why = "外国にある第三者への提供は、指定国にある者への提供を除き、同意、基準に適合する体制又は法第27条第1項各号のいずれかによる必要があります（法第28条第1項）";
        section.lacks(Gap::required("外国にある第三者への提供の根拠", why).of(about, format!("提供先「{name}」")));
    }
}
