//! Values made up by the thousand: any organization and any entry that the types allow.
//!
//! What the product can never say is left out: NUL in a text, a carriage return (every end of a line is read as `\n`), days outside the
//! years that the reader takes for a ledger's, a country twice in one place, a party filed under another name than its own.

mod requests;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use daicho::finding::{Code, Finding};
use daicho::ledger::{
    AcquisitionSource, Capacity, CellName, Certainty, Country, CountryRegime, Disclosure, Entrustment, Entry, ExclusionReason, Field,
    JointPurpose, JointUse, Law, LawReference, Medium, Nature, Organization, OtherColumn, Period, Place, Policy, Provision,
    ProvisionCondition, Retention, RetentionKind, SafetyMeasure, SafetyMeasureKind, SheetName, Source, Stated, Text, TransferBasis,
    Whereabouts,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use strum::VariantArray;

use requests::{contact, procedure};
pub(crate) use requests::{document, ground};

/// How long a made-up list is at most.
const LONG: usize = 3;

/// Words that something on the way may take for something else.
const TRYING: &[&str] = &[
    "同上",
    "〃",
    "々",
    "同左",
    "なし",
    "－",
    "-",
    "無",
    "○",
    "有（甲社）",
    "対象外",
    "未定",
    "？",
    "合計",
    "小計",
    "計",
    "※1",
    "注）",
    "例",
    "記入例：顧客",
    "以上",
    "以下余白",
    "凡例",
    "改訂履歴",
    "管理番号",
    "個人情報の名称",
    "利用目的",
    "1",
    "2",
    "3",
    "①",
    "1.",
    "1. 氏名",
    "①氏名②住所",
    "(1) 甲",
    "ア．甲",
    "・氏名",
    "氏名\n住所",
    "氏名、住所",
    "スタッフ・アルバイト",
    "ジョブ・カード",
    "A/B",
    "2024/7/1",
    "令和6年7月1日",
    "20240701",
    "R6.7.1",
    "12月",
    "5年",
    "退職後5年",
    "永年",
    "日本",
    "米国または日本",
    "海外",
    "ap-northeast-1",
    "1,000",
    "３万",
    "1e5",
    "0012",
    "TRUE",
    "#REF!",
    "=1+1",
    "+81-3",
    "-5",
    "@甲",
    "'",
    "'=1",
    "\"",
    "\"甲\"",
    "\"甲\"\n\"乙\"",
    "原文：\"甲\"",
    "甲\n原文：なし",
    "「甲」",
    "（",
    "甲）",
    "【人事部】",
    "管理部門：総務部",
    "ｻｰﾊﾞｰ",
    "サーバー",
    "ＡＷＳ",
    "か\u{3099}",
    "が",
    " 甲",
    "甲 ",
    "　甲　",
    "甲\n",
    "\n甲",
    "\t甲",
    "👩‍👩‍👧‍👦",
    "𠮷",
    "_x0041_",
    "&amp;",
    "<甲>",
    "\u{feff}甲",
    "\u{200b}",
    "\u{1}",
    "\u{fffd}",
    "3/5",
    "- 3 -",
    "sep=;",
    "a;b\tc",
];

/// One of an enum's variants.
fn one_of<T: VariantArray + Clone + std::fmt::Debug + 'static>() -> impl Strategy<Value = T> + Clone {
    select(T::VARIANTS)
}

/// A word as ledgers have them: Japanese, Latin, empty, with quotes, line breaks and letters that take two code units.
pub(crate) fn text() -> BoxedStrategy<Text> {
    prop_oneof![
        4 => "[ぁ-んァ-ヶ一-龥a-zA-Z0-9 ・、（）]{1,12}",
        1 => "[^\\x00\\r]{0,8}",
        1 => Just(String::new()),
        2 => select(TRYING).prop_map(str::to_owned),
        2 => (select(TRYING), select(vec!["、", "・", ",", "／", "；", "\n", " ", "　", "（", ""]), select(TRYING))
            .prop_map(|(one, between, other)| format!("{one}{between}{other}")),
        1 => Just("'; DROP TABLE entry; -- \"%_\\ \u{200b}𠮷\n〇".to_owned()),
    ]
    .prop_map(Text::from)
    .boxed()
}

fn maybe() -> impl Strategy<Value = Option<Text>> + Clone {
    option::of(text())
}

fn list() -> impl Strategy<Value = Vec<Text>> + Clone {
    vec(text(), 0..=LONG)
}

/// A day of the years that the reader takes for a ledger's; of any other it makes a finding, and no date.
pub(crate) fn date() -> impl Strategy<Value = NaiveDate> + Clone {
    (1868..=2199_i32, 1..=366_u32).prop_filter_map("a day of the calendar", |(year, day)| NaiveDate::from_yo_opt(year, day))
}

fn country() -> impl Strategy<Value = Country> + Clone {
    select(Country::all())
}

pub(crate) fn period() -> impl Strategy<Value = Period> + Clone {
    (0..=100_u32, 0..=20_u32, 0..=60_u32, 0..=400_u32).prop_map(|(years, months, weeks, days)| Period { years, months, weeks, days })
}

fn whereabouts() -> BoxedStrategy<Whereabouts> {
    let countries = vec(country(), 0..=LONG).prop_map(|mut countries| {
        countries.dedup();
        countries
    });
    let parts = (one_of::<Certainty>(), one_of::<Stated>(), countries, maybe(), maybe());
    parts.prop_map(|(certainty, abroad, countries, reason, text)| Whereabouts { certainty, abroad, countries, reason, text }).boxed()
}

fn basis() -> BoxedStrategy<Vec<LawReference>> {
    vec((one_of::<Law>(), text()).prop_map(|(law, article)| LawReference { law, article }), 0..=LONG).boxed()
}

fn sources() -> BoxedStrategy<Vec<Source>> {
    let sheet = (select(vec!["台帳.xlsx", "book.ods"]), select(vec!["台帳", "事業者", ""]));
    let sheet = sheet.prop_map(|(workbook, sheet)| Arc::new(SheetName { workbook: workbook.into(), sheet: sheet.into() }));
    let in_sheet = (1..=1_048_576_u32, 0..16_384_u32).prop_map(|(row, column)| CellName::at(row, column));
    let cell = prop_oneof![in_sheet, text().prop_map(|path| path.as_ref().into()), Just(CellName::NONE)];
    let source = (one_of::<Field>(), sheet, cell, text());
    vec(source.prop_map(|(field, sheet, cell, text)| Source { field, sheet, cell, text }), 0..=LONG).boxed()
}

fn retention() -> BoxedStrategy<Retention> {
    let parts = (one_of::<RetentionKind>(), option::of(period()), maybe(), option::of(date()), list(), maybe());
    parts.prop_map(|(kind, period, after, due_on, exceptions, text)| Retention { kind, period, after, due_on, exceptions, text }).boxed()
}

fn disclosure() -> BoxedStrategy<Disclosure> {
    let parts = (one_of::<Stated>(), vec(one_of::<ExclusionReason>(), 0..=LONG), maybe());
    parts.prop_map(|(eligible, reasons, text)| Disclosure { eligible, reasons, text }).boxed()
}

prop_compose! {
    fn words()(
        subjects in list(), items in list(), purposes in list(), acquisition in list(), accessors in list(), places in list(),
        entrustees in list(), recipients in list(), joint_uses in list(), acquired_from in vec(one_of::<AcquisitionSource>(), 0..=LONG),
        media in vec(one_of::<Medium>(), 0..=LONG),
    ) -> Entry {
        Entry {
            subjects, items, purposes, acquisition, accessors, places, entrustees, recipients, joint_uses, acquired_from, media,
            ..Entry::default()
        }
    }
}

prop_compose! {
    /// Any entry, of a control number that is used often.
    pub(crate) fn entry()(
        control_no in prop_oneof![select(vec!["R-1", "R-2", "R-10", "ﾃ-１"]).prop_map(Text::from), text()],
        words in words().boxed(), name in text(), department in maybe(), manager in maybe(), disposal in maybe(), notes in maybe(),
        (nature, capacity) in (one_of::<Nature>(), one_of::<Capacity>()),
        count in option::of(any::<u32>()), storage in whereabouts(), retention in retention(), disclosure in disclosure(),
        [entrusted, provided, jointly_used, special_care, individual_number] in [(); 5].map(|()| one_of::<Stated>()),
        reviewed_on in option::of(date()),
        (other_columns, sources) in (vec((text(), text()), 0..=LONG), sources()),
    ) -> Entry {
        let other_columns = other_columns.into_iter().map(|(heading, text)| OtherColumn { heading, text }).collect();
        Entry {
            control_no, occurrence: 1, name, nature, capacity, department, manager, count, storage, retention, disposal, entrusted,
            provided, jointly_used, special_care, individual_number, disclosure, reviewed_on, notes, other_columns, sources, ..words
        }
    }
}

/// Entries of one organization, those of one number numbered in order.
pub(crate) fn entries(most: usize) -> impl Strategy<Value = Vec<Entry>> {
    vec(entry().boxed(), 0..=most).prop_map(|mut entries| {
        let mut seen: BTreeMap<Text, u32> = BTreeMap::new();
        for entry in &mut entries {
            let occurrence = seen.entry(entry.control_no.clone()).or_default();
            *occurrence += 1;
            entry.occurrence = *occurrence;
        }
        entries
    })
}

fn place() -> BoxedStrategy<Place> {
    let parts = (maybe(), whereabouts(), whereabouts(), one_of::<Stated>(), maybe());
    parts
        .prop_map(|(provider, provider_country, server_country, handles_data, notes)| Place {
            name: Text::default(),
            provider,
            provider_country,
            server_country,
            handles_data,
            notes,
        })
        .boxed()
}

fn entrustment() -> BoxedStrategy<Entrustment> {
    let parts = (whereabouts(), maybe(), option::of(date()), one_of::<Stated>(), one_of::<TransferBasis>(), option::of(date()), maybe());
    parts
        .prop_map(|(country, work, contracted_on, subcontracting, transfer, checked_on, notes)| Entrustment {
            entrustee: Text::default(),
            country,
            work,
            contracted_on,
            subcontracting,
            transfer,
            checked_on,
            notes,
        })
        .boxed()
}

fn provision() -> BoxedStrategy<Provision> {
    let parts = (whereabouts(), maybe(), one_of::<TransferBasis>(), one_of::<Stated>(), maybe(), maybe());
    parts
        .prop_map(|(country, legal_basis, transfer, collected_directly, opt_out, notes)| Provision {
            recipient: Text::default(),
            country,
            legal_basis,
            transfer,
            collected_directly,
            opt_out,
            notes,
        })
        .boxed()
}

fn joint_use() -> BoxedStrategy<JointUse> {
    let purposes = vec((maybe(), text()).prop_map(|(subject, text)| JointPurpose { subject, text }), 0..=LONG);
    let parts = (list(), maybe(), purposes, maybe(), maybe(), maybe(), list(), one_of::<Stated>());
    parts
        .prop_map(
            |(items, scope, purposes, responsible, responsible_address, responsible_representative, acquisition, includes_foreign)| {
                let name = Text::default();
                JointUse {
                    name,
                    items,
                    scope,
                    purposes,
                    responsible,
                    responsible_address,
                    responsible_representative,
                    acquisition,
                    includes_foreign,
                }
            },
        )
        .boxed()
}

fn policy() -> BoxedStrategy<Policy> {
    let parts = (text(), option::of(date()), option::of(date()), list(), maybe());
    parts.prop_map(|(name, established, revised, citations, text)| Policy { name, established, revised, citations, text }).boxed()
}

fn regime() -> BoxedStrategy<CountryRegime> {
    let parts = (country(), maybe(), maybe(), maybe(), option::of(date()), maybe());
    parts
        .prop_map(|(country, summary, concerns, measures, checked_on, source)| CountryRegime {
            country,
            summary,
            concerns,
            measures,
            checked_on,
            source,
        })
        .boxed()
}

prop_compose! {
    fn lists()(
        policies in vec(policy(), 0..=LONG), contacts in vec(contact(), 0..=LONG), regimes in vec(regime(), 0..=LONG),
        procedures in vec(procedure(), 0..=LONG),
        safety_measures in vec((one_of::<SafetyMeasureKind>(), text()).prop_map(|(kind, text)| SafetyMeasure { kind, text }), 0..=LONG),
        provision_conditions in vec((text(), basis()).prop_map(|(text, basis)| ProvisionCondition { text, basis }), 0..=LONG),
    ) -> Organization {
        Organization {
            policies, contacts, regimes, procedures, safety_measures, provision_conditions, ..Organization::new(Text::default())
        }
    }
}

prop_compose! {
    fn catalogues()(
        lists in lists().boxed(), places in btree_map(text(), place(), 0..=LONG), entrustees in btree_map(text(), entrustment(), 0..=LONG),
        recipients in btree_map(text(), provision(), 0..=LONG), joint_uses in btree_map(text(), joint_use(), 0..=LONG),
    ) -> Organization {
        let places = places.into_iter().map(|(name, place)| (name.clone(), Place { name, ..place })).collect();
        let entrustees = entrustees.into_iter().map(|(name, party)| (name.clone(), Entrustment { entrustee: name, ..party })).collect();
        let recipients = recipients.into_iter().map(|(name, party)| (name.clone(), Provision { recipient: name, ..party })).collect();
        let joint_uses = joint_uses.into_iter().map(|(name, joint)| (name.clone(), JointUse { name, ..joint })).collect();
        Organization { places, entrustees, recipients, joint_uses, ..lists }
    }
}

prop_compose! {
    /// Any organization of a code.
    pub(crate) fn organization(code: &'static str)(
        catalogues in catalogues().boxed(), name in text(), home in country(), [address, representative, business, manager, standard] in
        [(); 5].map(|()| maybe()), certifications in list(), established in option::of(date()), revised in option::of(date()),
        storage in whereabouts(), [entrusted, provided, jointly_used] in [(); 3].map(|()| one_of::<Stated>()), sources in sources(),
    ) -> Organization {
        Organization {
            code: code.into(), name, home, address, representative, business, manager, standard, certifications, established, revised,
            storage, entrusted, provided, jointly_used, sources, ..catalogues
        }
    }
}

/// Any finding of an organization.
pub(crate) fn finding(organization: &'static str) -> impl Strategy<Value = Finding> + Clone {
    let parts = (one_of::<Code>(), option::of((text(), 1..=u32::MAX)), list(), sources(), basis());
    parts.prop_map(move |(code, entry, words, sources, basis)| Finding {
        code,
        organization: organization.into(),
        entry,
        words,
        sources,
        basis,
    })
}
