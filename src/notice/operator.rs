//! Who the operator is: name, address, representative (APPI 32(1)(i)).

use super::block::Term;
use super::gap::Gap;
use super::matter::Matter;
use super::section::Section;
use super::words::{said, stated};
use crate::ledger::Organization;

const WHY: &str = "法第32条第1項第1号により、本人の知り得る状態に置く必要があります";

/// Words of a post; a representative of whom nothing else is said has no name.
const POSTS: [&str; 24] = [
    "代表取締役",
    "代表執行役",
    "代表理事",
    "代表社員",
    "代表者",
    "代表",
    "最高経営責任者",
    "取締役",
    "執行役員",
    "執行役",
    "理事長",
    "理事",
    "会長",
    "社長",
    "頭取",
    "総裁",
    "学長",
    "校長",
    "院長",
    "園長",
    "所長",
    "市長",
    "兼",
    "CEO",
];

pub(super) fn section(of: &Organization) -> Section {
    let mut section = Section::of(Matter::Operator);
    let name = said(&of.name).filter(|_| of.name != of.code);
    let representative = stated(of.representative.as_ref());
    let rows = [
        ("名称", name.clone()),
        ("住所", stated(of.address.as_ref())),
        ("代表者", representative.clone()),
        ("事業の内容", stated(of.business.as_ref())),
    ];
    for (lacks, said) in &rows[..3] {
        if said.is_none() {
            section.lacks(Gap::required(lacks, WHY));
        }
    }
    if representative.is_some_and(|words| is_post(&words)) {
        section.lacks(Gap::required(
            "代表者の氏名",
            "台帳には職名だけが記載されています。法人は、代表者の氏名を本人の知り得る状態に置く必要があります（法第32条第1項第1号）",
        ));
    }
    section.terms(rows.into_iter().filter_map(|(name, said)| Some(Term::new(name, said?))).collect());
    section
}

/// Whether the words name a post and no person.
pub(super) fn is_post(words: &str) -> bool {
    let mut rest = words.to_owned();
    for post in POSTS {
        rest = rest.replace(post, "");
    }
    rest.chars().all(|letter| letter.is_whitespace() || letter.is_ascii_punctuation() || matches!(letter, '・' | '、' | '（' | '）'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_is_no_name() {
        for (words, post) in [
            ("代表取締役社長", true),
            ("代表取締役会長 兼 CEO", true),
            ("理事長", true),
            ("代表取締役社長 某", false),
            ("甲株式会社", false),
        ] {
            assert_eq!(is_post(words), post, "{words}");
        }
    }
}
