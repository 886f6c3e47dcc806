//! Joint use: the fact, the items, the users, their purposes, and who answers for the management (APPI 27(5)(iii), 27(6)).

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::block::{Item, Term};
use super::entry::Sorted;
use super::gap::{About, Gap};
use super::matter::Matter;
use super::operator::is_post;
use super::section::Section;
use super::words::{all, numbered, said, stated};
use crate::law::phrases;
use crate::ledger::{JointUse, Organization, Stated, Text};

const WHY: &str =
    "共同して利用する場合は、あらかじめ、本人に通知し、又は本人が容易に知り得る状態に置く必要があります（法第27条第5項第3号）";

const ONLY_A_POST: &str =
    "台帳には職名だけが記載されています。管理について責任を有する者が法人であれば、代表者の氏名が要ります（法第27条第5項第3号）";

const UNFIT: &str = "管理について責任を有する者は、共同して利用する者のうちの一の事業者であり、その名称、住所及び代表者の氏名が要ります。\
    複数の者や、事業者の内部の部署・役職は当たりません（法第27条第5項第3号、ガイドライン（通則編）3-6-3）";

pub(super) fn section(of: &Organization, entries: &Sorted<'_>) -> Section {
    let mut section = Section::of(Matter::JointUse);
    let mut uses: BTreeMap<Text, Cow<'_, JointUse>> =
        of.joint_uses.iter().map(|(name, joint)| (name.clone(), Cow::Borrowed(joint))).collect();
    for held in &entries.published {
        uses.extend(held.joint_uses().into_iter().map(|joint| (joint.name.clone(), joint)));
    }
    uses.retain(|name, _| entries.may_name(name, |entry| &entry.joint_uses));
    for (name, joint) in &uses {
        let about = entries.published.iter().filter(|held| held.entry.joint_uses.contains(name)).map(|held| held.entry.name.to_string());
        describe(&mut section, of, joint, about.collect());
    }
    if uses.is_empty() {
        whole_company(&mut section, of.jointly_used);
    }
    let nameless = entries.published.iter().filter(|held| held.entry.joint_uses.is_empty() && held.entry.jointly_used == Stated::Yes);
    for entry in nameless.map(|held| held.entry) {
        let about = About::Entry(entry.control_no.clone(), entry.occurrence);
        section.lacks(Gap::required("共同利用に関する事項", WHY).of(about, numbered(entry)));
    }
    for entry in entries.published.iter().map(|held| held.entry) {
        section.speaks_of(About::Entry(entry.control_no.clone(), entry.occurrence));
    }
    section
}

fn whole_company(section: &mut Section, jointly_used: Stated) {
    let matters = "共同して利用する個人データの項目、利用する者の範囲、利用目的並びに管理について責任を有する者の名称、住所及び代表者";
    match jointly_used {
        Stated::Yes => section.paragraph("個人データを特定の者との間で共同して利用します。"),
        Stated::Possible => section.paragraph("個人データを特定の者との間で共同して利用することがあります。"),
        Stated::No => section.paragraph("個人データを特定の者との間で共同して利用することはありません。"),
        Stated::NotStated => section.lacks(Gap::optional("共同利用の有無", WHY)),
    }
    if matches!(jointly_used, Stated::Yes | Stated::Possible) {
        section.lacks(Gap::required(matters, WHY));
    }
}

fn describe(section: &mut Section, of: &Organization, joint: &JointUse, entries: Vec<String>) {
    section.heading(said(&joint.name).unwrap_or_else(|| "共同利用".to_owned()));
    section.paragraph("次のとおり、個人データを特定の者との間で共同して利用します。");
    // Of the organization itself, the ledger has both on its first sheet.
    let itself = joint.responsible.as_ref().is_some_and(|party| phrases::is_organization_itself(party, &of.name));
    let address = joint.responsible_address.as_ref().or(of.address.as_ref().filter(|_| itself));
    let representative = joint.responsible_representative.as_ref().or(of.representative.as_ref().filter(|_| itself));
    let mut rows: Vec<(&'static str, Vec<Item>)> = vec![
        ("共同して利用する個人データの項目", items(all(&joint.items))),
        ("共同して利用する者の範囲", items(stated(joint.scope.as_ref()))),
        ("利用する者の利用目的", purposes(joint)),
        ("管理について責任を有する者の氏名又は名称", items(stated(joint.responsible.as_ref()))),
        ("管理について責任を有する者の住所", items(stated(address))),
        ("管理について責任を有する者の代表者", items(stated(representative))),
    ];
    let about = About::JointUse(joint.name.clone());
    section.speaks_of(about.clone());
    for (lacks, said) in &rows {
        if said.is_empty() {
            section.lacks(Gap::required(lacks, WHY).of(about.clone(), format!("共同利用「{}」", joint.name)));
        }
    }
    if stated(representative).is_some_and(|words| is_post(&words)) {
        let gap = Gap::required("管理について責任を有する者の代表者の氏名", ONLY_A_POST);
        section.lacks(gap.of(about.clone(), format!("共同利用「{}」", joint.name)));
    }
    if joint.responsible.as_ref().is_some_and(|party| phrases::unfit_as_responsible(party, &of.name).is_some()) {
        section.lacks(Gap::required("管理について責任を有する一の事業者", UNFIT).of(about.clone(), format!("共同利用「{}」", joint.name)));
    }
    rows.push(("取得の方法", items(all(&joint.acquisition))));
    rows.push(("外国にある者", items(foreign(joint.includes_foreign).map(str::to_owned))));
    rows.push(("対象となる個人情報", items(entries)));
    if joint.includes_foreign == Stated::Yes {
        let why = "外国にある第三者への提供には、共同利用の場合も法第28条が適用されます";
        section.lacks(Gap::required("外国にある共同利用者の所在国", why).of(about, format!("共同利用「{}」", joint.name)));
    }
    let terms = rows.into_iter().filter(|(_, said)| !said.is_empty());
    section.terms(terms.map(|(name, said)| Term { name: name.to_owned(), said }).collect());
}

fn items(lines: impl IntoIterator<Item = String>) -> Vec<Item> {
    lines.into_iter().map(Item::from).collect()
}

fn foreign(included: Stated) -> Option<&'static str> {
    match included {
        Stated::Yes => Some("共同して利用する者に、外国にある者を含みます。"),
        Stated::No => Some("共同して利用する者に、外国にある者を含みません。"),
        Stated::Possible => Some("共同して利用する者に、外国にある者を含むことがあります。"),
        Stated::NotStated => None,
    }
}

/// The purposes, those of one category of person below it.
fn purposes(joint: &JointUse) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for purpose in &joint.purposes {
        let Some(text) = said(&purpose.text) else { continue };
        match stated(purpose.subject.as_ref()) {
            None => items.push(text.into()),
            Some(subject) => match items.iter_mut().find(|item| item.text == subject && !item.below.is_empty()) {
                Some(item) => item.below.push(text),
                None => items.push(Item { text: subject, below: vec![text] }),
            },
        }
    }
    items
}
