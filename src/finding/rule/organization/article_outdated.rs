//! An article of the Act is cited by the number that it bore before it was renumbered.
//!
//! The Act was renumbered in 2017 and again in April 2022. Until then the publication of purposes stood at 18(1), where the limits of use
//! stand now; it is 21(1) today. Who cites the old number refers the person to another matter, and shows that the text was not looked
//! at since. A number is taken as old only where the words around it tell the old matter. Policies, security measures, conditions of
//! provision, grounds of refusal and the notes of procedures are read.
//!
//! To mend it, cite the number of today.
//!
//! # 日本語
//!
//! 個人情報保護法の条文を、改正前の条番号で引用しています。
//!
//! 個人情報保護法の条番号は、平成29年5月と令和4年4月の改正で変わりました。たとえば利用目的の通知・公表は、令和4年3月まで第18条第1項、現在は第21条
//! 第1項で、現在の第18条は利用目的による制限です。古い条番号の引用は、本人に別の条文を示すことになり、改正後に見直していないことも表します。
//! 条番号の前後の言葉から以前の内容を指すと分かるときだけ指摘します。方針、安全管理措置、提供の条件、不開示事由、手続の備考を調べます。
//!
//! 直すには、現在の条番号に改めてください。

use std::collections::BTreeMap;

use super::super::{Look, Rule};
use super::named;
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::law::old_articles::{Outdated, outdated, outdated_about};
use crate::ledger::{Field, Law, LawReference, Source};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::ArticleOutdated,
    severity: Severity::Warning,
    message: [
        "個人情報保護法{0}を「{1}」の条文として引用していますが、現在の条番号は{2}です（{3}まで{0}）。",
        "APPI {4} is cited for {5}, which stands at {6} today (at {4} until {7}).",
    ],
    advice: [
        "方針などの引用を、現在の{2}に改めてください。現在の{0}は別の事項の条文です。",
        "Cite {6} instead; {4} is about another matter today.",
    ],
    basis: &[(Law::Appi, "32(1)")],
    look: Look::Organization(look),
    file: include_str!("article_outdated.rs"),
};

/// The old citations by old number, with the cells where they stand.
#[derive(Default)]
struct Cited(BTreeMap<LawReference, (Option<Outdated>, Vec<Source>)>);

impl Cited {
    fn take(&mut self, found: Vec<Outdated>, cells: impl Fn() -> Vec<Source>) {
        for one in found {
            let (outdated, all) = self.0.entry(one.was.clone()).or_default();
            outdated.get_or_insert(one);
            let new: Vec<_> = cells().into_iter().filter(|cell| !all.contains(cell)).collect();
            all.extend(new);
        }
    }
}

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    let cited = cited(company);
    for (was, (outdated, cells)) in cited.0 {
        let Some(outdated) = outdated else { continue };
        let plain = |reference: &LawReference| reference.in_japanese().replace("個人情報保護法", "");
        let matter = [&outdated.matter.ja, &outdated.matter.en];
        let until = (outdated.until.format("%Y年%-m月%-d日").to_string(), outdated.until.to_string());
        let now = outdated.now.article.as_ref();
        let words = [&plain(&was), matter[0], &plain(&outdated.now), &until.0, was.article.as_ref(), matter[1], now, &until.1];
        found.say_by(&words, cells, &[(Law::Appi, now)]);
    }
}

fn cited(company: &Company<'_>) -> Cited {
    let organization = company.organization;
    let mut cited = Cited::default();
    for (row, policy) in organization.policies.iter().enumerate() {
        let cell = || company.cell_at(Field::Policies, row);
        for citation in &policy.citations {
            cited.take(outdated(citation), cell);
            cited.take(outdated_about(citation, &policy.name), cell);
        }
        if let Some(text) = &policy.text {
            cited.take(outdated(text), cell);
        }
    }
    for measure in &organization.safety_measures {
        let is_its = |cell: &Source| cell.text.contains(measure.text.as_ref());
        cited.take(outdated(&measure.text), || company.cells(Field::SafetyMeasures).into_iter().filter(is_its).collect());
    }
    for (row, condition) in organization.provision_conditions.iter().enumerate() {
        let cell = || company.cell_at(Field::ProvisionConditions, row);
        cited.take(outdated(&condition.text), cell);
        for reference in condition.basis.iter().filter(|reference| reference.law == Law::Appi) {
            cited.take(outdated_about(&reference.in_japanese(), "第三者提供の制限"), cell);
        }
    }
    for (row, procedure) in organization.procedures.iter().enumerate() {
        let cell = || company.cell_at(Field::Procedures, row);
        for text in procedure.notes.iter().chain(&procedure.application).chain(&procedure.reply) {
            cited.take(outdated(text), cell);
        }
        for ground in &procedure.refusal_grounds {
            let [rights, _] = named(&procedure.rights);
            for reference in ground.basis.iter().filter(|reference| reference.law == Law::Appi) {
                cited.take(outdated_about(&reference.in_japanese(), &rights), cell);
            }
        }
    }
    cited
}
