//! What each right rests on, what it may cost, and who may ask.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Wording, cite};
use crate::language::Language;
use crate::ledger::{Law, LawReference, RequesterKind, Right};

#[derive(Deserialize)]
struct Data {
    requesters: Vec<String>,
    right: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    right: String,
    name: Wording,
    basis: String,
    fee: bool,
}

struct Rights {
    requesters: Vec<RequesterKind>,
    rows: BTreeMap<Right, Row>,
}

static RIGHTS: LazyLock<Rights> = LazyLock::new(|| {
    let data: Data = toml::from_str(include_str!("rights.toml")).expect("rights.toml holds rights");
    let right = |row: Row| (Right::from_str(&row.right).expect("rights.toml names rights of the ledger"), row);
    let requester = |name: &String| RequesterKind::from_str(name).expect("rights.toml names requesters of the ledger");
    Rights { requesters: data.requesters.iter().map(requester).collect(), rows: data.right.into_iter().map(right).collect() }
});

impl Right {
    /// What the right is called.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        RIGHTS.rows[&self].name.text(language)
    }

    /// The provision that gives the right.
    #[must_use]
    pub fn basis(self) -> LawReference {
        cite(Law::Appi, &RIGHTS.rows[&self].basis)
    }

    /// Whether a fee may be asked for it (APPI 38(1): notice of purpose, disclosure, disclosure of provision records).
    #[must_use]
    pub fn may_cost(self) -> bool {
        RIGHTS.rows[&self].fee
    }

    /// Who may ask for it: the person and its agents (APPI 37(3), Order 13).
    #[must_use]
    pub fn requesters(self) -> &'static [RequesterKind] {
        &RIGHTS.requesters
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    #[test]
    fn every_right_has_a_basis_and_only_what_article_38_names_may_cost() {
        for right in Right::VARIANTS {
            let article = right.basis().article;
            let named_by_38 = article.starts_with("32(2)") || article.starts_with("33(");
            assert_eq!(right.may_cost(), named_by_38, "{right:?} rests on {article}");
            assert_eq!(right.requesters().len(), RequesterKind::VARIANTS.len(), "{right:?}");
        }
    }
}
