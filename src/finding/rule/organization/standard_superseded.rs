//! A standard is cited in an edition that another replaced.
//!
//! A statement that the operator conforms to a standard names the edition in force; JIS Q 15001 stands in the edition of 2023, which took
//! the place of that of 2017, and that of 2006 before. Whoever reads that an operator conforms to an edition of 2006 must think that it
//! knows neither the amendments of the Act since nor the measures that the newer editions ask for. The edition is read where the ledger
//! cites it: in 準拠規格 and 認証 of the sheet 事業者, in the citations and the text of policies, and in security measures. A standard cited
//! without an edition is not found. One finding tells of each edition, wherever it is cited.
//!
//! To mend it, conform to the newest edition, and cite that one, or cite the standard without an edition.
//!
//! # 日本語
//!
//! 新しい版に置き換えられた規格の版を引用しています。
//!
//! 規格への準拠を示すときは、現行の版を引用します。JIS Q 15001は、2006年版、2017年版を経て、現在は2023年版です（2019年7月から「日本工業規格」は
//! 「日本産業規格」に改称）。古い版への準拠を公表していると、その後の法改正と新しい版の要求事項に対応していないと受け取られます。
//! シート「事業者」の「準拠規格」「認証」、方針の引用と本文、安全管理措置を調べ、版ごとに1件にまとめて指摘します。版を書いていない引用は対象外です。
//!
//! 直すには、現行の版に対応した上で引用を改めるか、版を書かずに引用してください。

use std::collections::BTreeMap;

use super::super::{Look, Rule};
use crate::finding::{Code, Company, FoundOfCompany, Severity};
use crate::law::standards::all_superseded;
use crate::ledger::{Field, Law, Source};

pub(in super::super) const RULE: Rule = Rule {
    code: Code::StandardSuperseded,
    severity: Severity::Warning,
    message: ["{0}を引用していますが、現行の版は{1}です。", "{0} is cited; the edition in force is {1}."],
    advice: [
        "{1}の要求事項に対応しているかを確かめ、準拠規格、方針などの引用を改めてください。規格名は「日本産業規格」です。",
        "Check what {1} asks for, and cite it in 準拠規格, the policies and wherever the old edition stands.",
    ],
    basis: &[(Law::Guideline, "10-1")],
    look: Look::Organization(look),
    file: include_str!("standard_superseded.rs"),
};

fn look(company: &Company<'_>, found: &mut FoundOfCompany<'_>) {
    let organization = company.organization;
    let mut cited: BTreeMap<String, (String, Vec<Source>)> = BTreeMap::new();
    let mut take = |text: &str, cells: &dyn Fn() -> Vec<Source>| {
        for superseded in all_superseded(text) {
            let (_, all) = cited.entry(superseded.as_cited()).or_insert_with(|| (superseded.as_newest(), Vec::new()));
            let new: Vec<_> = cells().into_iter().filter(|cell| !all.contains(cell)).collect();
            all.extend(new);
        }
    };
    if let Some(standard) = &organization.standard {
        take(standard, &|| company.cells(Field::Standard));
    }
    for certification in &organization.certifications {
        take(certification, &|| company.cells(Field::Certifications));
    }
    for (row, policy) in organization.policies.iter().enumerate() {
        for text in policy.citations.iter().chain(&policy.text).chain([&policy.name]) {
            take(text, &|| company.cell_at(Field::Policies, row));
        }
    }
    for measure in &organization.safety_measures {
        let cells = || company.cells(Field::SafetyMeasures).into_iter().filter(|cell| cell.text.contains(measure.text.as_ref())).collect();
        take(&measure.text, &cells);
    }
    for (edition, (newest, cells)) in cited {
        found.say(&[&edition, &newest], cells);
    }
}
