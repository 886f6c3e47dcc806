//! Any organization and any entries that workbooks can state: the made-up values of [`any`], without what no sheet can say.
//!
//! Left out, each with its reason:
//! - an entry without a number, for one is made where none is written;
//! - names of parties under a matter that is said to be unstated, for naming one says yes;
//! - a medium, a source, a right, a role, a reason twice in one cell, and media out of their order: there they are a set;
//! - the reason that no reason is given, which an answer says and no ledger;
//! - countries, certainty and abroad that do not belong together, for all three are told from one cell;
//! - a part of a retention that its kind has not: only a day or an event ends a keeping, only 法定 goes with and without a period; and
//!   words that cannot be read where there are no words;
//! - an amount of a fee of another kind than a fixed one, and 0 yen, which is no fee;
//! - a provision that no law has: articles, paragraphs and items are numbers, and the place in a guideline or a standard begins with
//!   its name;
//! - a kind of ground that the words do not tell, since there is no column for it;
//! - a procedure for no right; what one that is not accepted asks for; and papers that do not go with their rights and requesters, for
//!   one list of papers serves all procedures.

use daicho::declare::cell;
use daicho::ledger::{
    Certainty, Country, Disclosure, Entry, ExclusionReason, Fee, FeeKind, Law, LawReference, Organization, Procedure, RefusalGround,
    RequiredDocument, Retention, RetentionKind, Right, Stated, Text, Whereabouts,
};
use daicho::vocabulary::Vocabulary;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use strum::VariantArray;

use crate::any;

/// An organization and its entries.
pub(crate) type Ledger = (Organization, Vec<Entry>);

/// Any of them, of a code.
pub(crate) fn ledger(code: &'static str) -> BoxedStrategy<Ledger> {
    let parts = (any::organization(code), any::entries(6), papers(), vec(place_and_time(), 32), any::text());
    parts.prop_map(|(organization, entries, papers, said, other)| said_by_sheets(organization, entries, papers, said, &other)).boxed()
}

/// What a cell of 保管国 and one of 保存期間 say, and a provision.
type Said = (PlaceSaid, Retention, LawReference);

fn place_and_time() -> BoxedStrategy<Said> {
    (place_said(), retention(), provision()).boxed()
}

/// Words for a place, how they are said to have been written, and another reason.
#[derive(Debug, Clone)]
struct PlaceSaid {
    words: String,
    text: Wording,
    reason: Option<Text>,
}

/// How a place is said to have been written.
#[derive(Debug, Clone)]
enum Wording {
    AsRead,
    None,
    Other(Text),
}

fn wording() -> BoxedStrategy<Wording> {
    prop_oneof![Just(Wording::AsRead), Just(Wording::None), any::text().prop_map(Wording::Other)].boxed()
}

fn place_said() -> BoxedStrategy<PlaceSaid> {
    let names = vec(
        select(vec!["日本", "シンガポール", "米国", "アメリカ合衆国（カリフォルニア州）", "国内", "独", "AWS 東京リージョン", "ケニア"]),
        0..4,
    );
    let ends = select(vec!["", "海外", "アジア", "欧州（国名は非公開）", "不明", "未定", "海外（非公開のため）"]);
    let words = (names, select(vec!["、", " または ", "\n"]), ends)
        .prop_map(|(names, joint, end)| names.into_iter().chain([end]).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(joint));
    (words, wording(), option::of(any::text())).prop_map(|(words, text, reason)| PlaceSaid { words, text, reason }).boxed()
}

impl PlaceSaid {
    fn of(&self, home: Country) -> Whereabouts {
        let read = cell::whereabouts(&self.words, home, Vocabulary::built_in()).value;
        let text = match &self.text {
            Wording::AsRead => read.text.clone(),
            Wording::None => None,
            Wording::Other(text) => Some(text.clone()),
        };
        let reason = if read.certainty == Certainty::NotStated { self.reason.clone().or(read.reason) } else { read.reason };
        Whereabouts { text, reason, ..read }
    }
}

fn retention() -> BoxedStrategy<Retention> {
    let parts = (select(RetentionKind::VARIANTS), any::period(), option::of(any::period()), any::text(), any::date(), proptest::bool::ANY);
    let texts = (option::of(any::text()), vec(any::text(), 0..=3));
    (parts, texts)
        .prop_map(|((kind, period, maybe, after, day, is_day), (text, exceptions))| {
            let after = Some(after).filter(|after| !after.is_empty());
            let of = Retention { kind, text, exceptions, ..Retention::default() };
            match kind {
                RetentionKind::Period => Retention { period: Some(period), ..of },
                RetentionKind::AfterEvent => Retention { period: Some(period), after: after.or_else(|| Some("退職".into())), ..of },
                RetentionKind::UntilEvent if is_day => Retention { due_on: Some(day), ..of },
                RetentionKind::UntilEvent => Retention { after: after.or_else(|| Some("退職".into())), ..of },
                RetentionKind::Statutory => Retention { period: maybe, ..of },
                RetentionKind::Unreadable => Retention { text: of.text.or_else(|| Some("さまざま".into())), ..of },
                RetentionKind::Permanent | RetentionKind::WhileNeeded | RetentionKind::NotStated => of,
            }
        })
        .boxed()
}

fn provision() -> BoxedStrategy<LawReference> {
    let article = (1..200_u32, option::of(1..40_u32), option::of((1..12_u32, select(vec!["i", "ii", "iii", "iv", "ix", "xiv", "xxi"]))));
    let article = article.prop_map(|(article, branch, within)| {
        let branch = branch.map(|branch| format!("-{branch}")).unwrap_or_default();
        let within = within.map(|(paragraph, item)| format!("({paragraph})({item})")).unwrap_or_default();
        format!("{article}{branch}{within}")
    });
    (select(Law::VARIANTS), article, any::text())
        .prop_map(|(law, article, words)| {
            let article: Text = match law {
                Law::Guideline => "ガイドライン（通則編）3-8-1".into(),
                Law::JisQ15001 => "JIS Q 15001:2017".into(),
                Law::Other => words,
                _ => article.into(),
            };
            LawReference { law, article }
        })
        .boxed()
}

/// Papers and grounds, each with the rights that it is for.
type Papers = (Vec<(Vec<Right>, RequiredDocument)>, Vec<(Vec<Right>, RefusalGround)>);

fn papers() -> BoxedStrategy<Papers> {
    let rights = || subsequence(Right::VARIANTS, 0..4);
    (vec((rights(), any::document()), 0..5), vec((rights(), any::ground()), 0..5)).boxed()
}

fn said_by_sheets(mut of: Organization, entries: Vec<Entry>, papers: Papers, said: Vec<Said>, other: &Text) -> Ledger {
    let mut said = said.into_iter().cycle();
    let mut next = || said.next().expect("more than none");
    let home = of.home;
    of.storage = next().0.of(home);
    for place in of.places.values_mut() {
        let reason = place.server_country.reason.take();
        place.server_country = Whereabouts { reason, ..next().0.of(home) };
        place.provider_country = next().0.of(home);
    }
    of.entrustees.values_mut().for_each(|party| party.country = next().0.of(home));
    of.recipients.values_mut().for_each(|party| party.country = next().0.of(home));
    for condition in &mut of.provision_conditions {
        condition.basis = condition.basis.iter().map(|_| next().2).collect();
    }
    of.contacts.iter_mut().for_each(|contact| once(&mut contact.roles));
    let grounds = papers.1.into_iter().map(|(rights, ground)| {
        let text = ground.text;
        let kind = cell::ground(&text, Vocabulary::built_in());
        (rights, RefusalGround { kind, text, basis: ground.basis.iter().map(|_| next().2).collect() })
    });
    let grounds: Vec<_> = grounds.collect();
    of.procedures.iter_mut().for_each(|procedure| asked(procedure, &papers.0, &grounds));
    let entries = entries.into_iter().map(|entry| sayable(entry, home, next(), other)).collect();
    (of, number(entries))
}

fn sayable(mut entry: Entry, home: Country, (place, retention, _): Said, other: &Text) -> Entry {
    if entry.control_no.is_empty() {
        entry.control_no = "0".into();
    }
    entry.media.sort_unstable();
    once(&mut entry.media);
    once(&mut entry.acquired_from);
    for (stated, names) in
        [(&mut entry.entrusted, &entry.entrustees), (&mut entry.provided, &entry.recipients), (&mut entry.jointly_used, &entry.joint_uses)]
    {
        if *stated == Stated::NotStated && !names.is_empty() {
            *stated = Stated::Yes;
        }
    }
    entry.storage = place.of(home);
    entry.retention = retention;
    let Disclosure { eligible, mut reasons, text } = entry.disclosure;
    reasons.retain(|reason| *reason != ExclusionReason::NoReasonGiven);
    once(&mut reasons);
    entry.disclosure = Disclosure { eligible, reasons, text };
    if let [first, ..] = entry.other_columns.as_mut_slice() {
        first.text = if other.is_empty() { first.text.clone() } else { other.clone() };
    }
    entry
}

/// Entries of one number numbered in the order in which a ledger has them.
fn number(mut entries: Vec<Entry>) -> Vec<Entry> {
    let mut seen = std::collections::BTreeMap::<Text, u32>::new();
    for entry in &mut entries {
        let occurrence = seen.entry(entry.control_no.clone()).or_default();
        *occurrence += 1;
        entry.occurrence = *occurrence;
    }
    entries
}

fn asked(procedure: &mut Procedure, documents: &[(Vec<Right>, RequiredDocument)], grounds: &[(Vec<Right>, RefusalGround)]) {
    once(&mut procedure.rights);
    once(&mut procedure.requesters);
    if procedure.rights.is_empty() {
        procedure.rights.push(Right::Disclosure);
    }
    let is_refused = procedure.accepted == Stated::No;
    procedure.accepted = if is_refused { Stated::No } else { Stated::Yes };
    let concerns = |rights: &[Right]| !is_refused && (rights.is_empty() || rights.iter().any(|right| procedure.rights.contains(right)));
    let by = |document: &RequiredDocument| procedure.requesters.is_empty() || procedure.requesters.contains(&document.requester);
    let documents = documents.iter().filter(|(rights, document)| concerns(rights) && by(document)).map(|(_, document)| document);
    procedure.documents = documents.cloned().collect();
    procedure.refusal_grounds = grounds.iter().filter(|(rights, _)| concerns(rights)).map(|(_, ground)| ground.clone()).collect();
    if is_refused {
        procedure.application = None;
    }
    let Fee { kind, amount, .. } = procedure.fee;
    procedure.fee.amount = (kind == FeeKind::Fixed).then(|| amount.unwrap_or(800).max(1));
}

fn once<T: PartialEq>(values: &mut Vec<T>) {
    let all = std::mem::take(values);
    for value in all {
        if !values.contains(&value) {
            values.push(value);
        }
    }
}
