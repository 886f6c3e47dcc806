//! The purposes of all retained personal data, by category of person (APPI 32(1)(ii)), and what is no retained personal data, apart.

use super::entry::As;
use super::gap::{About, Gap};
use super::matter::Matter;
use super::section::Section;
use super::words::{all, numbered};
use crate::ledger::{Capacity, Entry, ExclusionReason, Held, Stated};

const HEADINGS: [&str; 3] = ["本人の区分", "個人情報の名称", "利用目的"];

const WITHOUT_PURPOSE: &str = "全ての保有個人データの利用目的を本人の知り得る状態に置く必要があります（法第32条第1項第2号）。\
    法第21条第4項第1号から第3号までに当たる場合に限り、置かないことができます";

const WITHOUT_CAPACITY: &str =
    "自ら保有するものか、委託を受けて取り扱うものかの記載がなく、保有個人データに当たるかを台帳から判断できません（法第16条第4項）";

const WITHOUT_REASON: &str =
    "開示の対象外とされていますが、その理由がなく、保有個人データに当たるかを台帳から判断できません（法第16条第4項、施行令第5条）";

pub(super) fn section(published: &[Held<'_>]) -> Section {
    let mut section = Section::of(Matter::Purposes);
    let as_what = |what: As| published.iter().map(|held| held.entry).filter(move |entry| As::of(entry) == what).collect::<Vec<_>>();
    let own = as_what(As::Own);
    let rows = rows(&own, |entry| !all(&entry.purposes).is_empty());
    if !rows.is_empty() {
        section.paragraph("個人情報の利用目的は、次のとおりです。");
        section.table(&HEADINGS, rows);
    }
    apart(
        &mut section,
        "委託を受けて取り扱う個人情報",
        "次の個人情報は、取扱いの委託を受けたものであり、保有個人データに当たりません。",
        &as_what(As::Entrusted),
    );
    apart(&mut section, "個人関連情報", "次の情報は、個人関連情報です。", &as_what(As::PersonallyReferable));
    apart(
        &mut section,
        "仮名加工情報",
        "次の情報は、仮名加工情報であり、法第32条から第39条までの規定は適用されません。",
        &as_what(As::Pseudonymized),
    );
    apart(&mut section, "匿名加工情報", "次の情報は、匿名加工情報です。", &as_what(As::Anonymized));
    apart(&mut section, "個人データに当たらない個人情報", "次の情報は、個人データに当たりません。", &as_what(As::NotPersonalData));
    gaps(&mut section, published, &own);
    section
}

/// A table of its own for what is no retained personal data.
fn apart(section: &mut Section, heading: &str, words: &str, entries: &[&Entry]) {
    if !entries.is_empty() {
        section.heading(heading);
        section.paragraph(words);
        section.table(&HEADINGS, rows(entries, |_| true));
    }
}

/// A row an entry, those about the same categories of person together, in the order in which the categories first come.
fn rows(entries: &[&Entry], shown: impl Fn(&Entry) -> bool) -> Vec<Vec<Vec<String>>> {
    let mut groups: Vec<(Vec<String>, Vec<&Entry>)> = Vec::new();
    for entry in entries.iter().filter(|entry| shown(entry)) {
        let subjects = all(&entry.subjects);
        match groups.iter_mut().find(|(of, _)| *of == subjects) {
            Some((_, group)) => group.push(entry),
            None => groups.push((subjects, vec![entry])),
        }
    }
    let row = |subjects: &Vec<String>, entry: &Entry| vec![subjects.clone(), vec![entry.name.to_string()], all(&entry.purposes)];
    groups.iter().flat_map(|(subjects, group)| group.iter().map(move |entry| row(subjects, entry))).collect()
}

fn gaps(section: &mut Section, published: &[Held<'_>], own: &[&Entry]) {
    if published.is_empty() {
        section.lacks(Gap::required("保有個人データとその利用目的", WITHOUT_PURPOSE));
    }
    let of = |gap: Gap, entry: &Entry| gap.of(About::Entry(entry.control_no.clone(), entry.occurrence), numbered(entry));
    for entry in own.iter().filter(|entry| all(&entry.purposes).is_empty()) {
        section.lacks(of(Gap::required("利用目的", WITHOUT_PURPOSE), entry));
    }
    for Held { entry, .. } in published {
        let stated = !all(&entry.purposes).is_empty();
        if !stated && As::of(entry) != As::Own {
            let why = "保有個人データに当たらないため、法第32条第1項第2号による公表は要りません。取得に際しての通知又は公表（法第21条第1項）は、別に要ることがあります";
            section.lacks(of(Gap::optional("保有個人データに当たらないものの利用目的", why), entry));
        }
    }
    for entry in own.iter().filter(|entry| entry.capacity == Capacity::NotStated) {
        section.lacks(of(Gap::optional("自社・受託の別", WITHOUT_CAPACITY), entry));
    }
    let silent = |entry: &Entry| entry.disclosure.reasons.iter().all(|reason| *reason == ExclusionReason::NoReasonGiven);
    for entry in own.iter().filter(|entry| entry.disclosure.eligible == Stated::No && silent(entry)) {
        section.lacks(of(Gap::optional("開示の対象外とする理由", WITHOUT_REASON), entry));
    }
    for Held { entry, .. } in published {
        section.speaks_of(About::Entry(entry.control_no.clone(), entry.occurrence));
    }
}
