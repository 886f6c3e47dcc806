//! Provisions and their titles.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use crate::language::Language;
use crate::ledger::{Law, LawReference};

#[derive(Deserialize)]
struct Data {
    law: Vec<LawRow>,
}

#[derive(Deserialize)]
struct LawRow {
    law: String,
    #[serde(flatten)]
    title: Title,
    #[serde(default)]
    article: Vec<ArticleRow>,
}

#[derive(Deserialize)]
struct ArticleRow {
    no: String,
    #[serde(flatten)]
    title: Title,
}

#[derive(Deserialize)]
struct Title {
    ja: String,
    en: String,
}

/// A law's own title, and the titles of its articles by number.
type Titles = (Title, BTreeMap<String, Title>);

static TITLES: LazyLock<BTreeMap<Law, Titles>> = LazyLock::new(|| {
    let data: Data = toml::from_str(include_str!("provisions.toml")).expect("provisions.toml holds laws and articles");
    let rows = data.law.into_iter().map(|row| {
        let law = Law::from_str(&row.law).expect("provisions.toml names laws that the ledger knows");
        (law, (row.title, row.article.into_iter().map(|article| (article.no, article.title)).collect()))
    });
    rows.collect()
});

/// A provision of the law, e.g. `cite(Law::Appi, "33(2)(i)")`.
#[must_use]
pub fn cite(law: Law, article: &str) -> LawReference {
    LawReference { law, article: article.into() }
}

impl LawReference {
    /// The title of its article, or of its law where the article has none here.
    #[must_use]
    pub fn title(&self, language: Language) -> &'static str {
        let (of_law, of_articles) = &TITLES[&self.law];
        let number = self.article.split('(').next().unwrap_or_default();
        let title = of_articles.get(number).unwrap_or(of_law);
        language.pick(&title.ja, &title.en)
    }
}

impl Serialize for LawReference {
    /// The law, the article, and its Japanese title.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut reference = serializer.serialize_struct("LawReference", 3)?;
        reference.serialize_field("law", &self.law)?;
        reference.serialize_field("article", &self.article)?;
        reference.serialize_field("title", self.title(Language::Ja))?;
        reference.end()
    }
}
