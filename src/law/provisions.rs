//! Provisions and their titles.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};
use toml::value::Datetime;

use super::Wording;

use crate::language::Language;
use crate::ledger::{Law, LawReference};

#[derive(Deserialize)]
struct Data {
    as_of: Datetime,
    law: Vec<LawRow>,
}

#[derive(Deserialize)]
struct LawRow {
    law: String,
    #[serde(flatten)]
    title: Wording,
    #[serde(default)]
    article: Vec<ArticleRow>,
}

#[derive(Deserialize)]
struct ArticleRow {
    no: String,
    #[serde(flatten)]
    title: Wording,
}

/// A law's own title, and the titles of its articles by number.
type Titles = (Wording, BTreeMap<String, Wording>);

static DATA: LazyLock<(NaiveDate, BTreeMap<Law, Titles>)> = LazyLock::new(|| {
    let data: Data = toml::from_str(include_str!("provisions.toml")).expect("provisions.toml holds a day, laws and articles");
    let rows = data.law.into_iter().map(|row| {
        let law = Law::from_str(&row.law).expect("provisions.toml names laws that the ledger knows");
        (law, (row.title, row.article.into_iter().map(|article| (article.no, article.title)).collect()))
    });
    (day(data.as_of), rows.collect())
});

/// A day of the law's data.
pub(super) fn day(written: Datetime) -> NaiveDate {
    let day = written.date.and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()));
    day.expect("the law's data holds calendar dates")
}

/// The day as of which the law is stated here: the articles are those in force on it.
#[must_use]
pub fn law_date() -> NaiveDate {
    DATA.0
}

/// A provision of the law, e.g. `cite(Law::Appi, "33(2)(i)")`.
#[must_use]
pub fn cite(law: Law, article: &str) -> LawReference {
    LawReference { law, article: article.into() }
}

impl LawReference {
    /// The title of its article, or of its law where the article has none here.
    #[must_use]
    pub fn title(&self, language: Language) -> &'static str {
        let (of_law, of_articles) = &DATA.1[&self.law];
        let number = self.article.split('(').next().unwrap_or_default();
        of_articles.get(number).unwrap_or(of_law).text(language)
    }

    /// As a Japanese text cites it, e.g. `個人情報保護法第33条第2項第1号`; the words as cited where the text is another one.
    #[must_use]
    pub fn in_japanese(&self) -> String {
        let Some(law) = self.law.in_japanese() else {
            return match self.law {
                Law::Guideline => format!("個人情報保護法ガイドライン（通則編）{}", self.article),
                Law::JisQ15001 => format!("JIS Q 15001 {}", self.article).trim_end().to_owned(),
                _ => self.article.to_string(),
            };
        };
        let mut parts = self.article.split('(').map(|part| part.trim_end_matches(')'));
        let mut article = parts.next().unwrap_or_default().split('-');
        let mut cited = format!("{law}第{}条", article.next().unwrap_or_default());
        cited.extend(article.map(|branch| format!("の{branch}")));
        for part in parts {
            match item(part) {
                Some(item) => cited.push_str(&format!("第{item}号")),
                None => cited.push_str(&format!("第{part}項")),
            }
        }
        cited
    }
}

/// Provisions as a Japanese text cites several: a law is named once for those that follow each other.
#[must_use]
pub fn cited_together(references: &[LawReference]) -> String {
    let mut named = None;
    let mut cite = |reference: &LawReference| {
        let words = reference.in_japanese();
        let law = reference.law.in_japanese();
        let again = law.is_some() && named == law;
        named = law;
        law.filter(|_| again).and_then(|law| words.strip_prefix(law)).map_or_else(|| words.clone(), str::to_owned)
    };
    references.iter().map(&mut cite).collect::<Vec<_>>().join("、")
}

impl Law {
    /// What a law whose articles are numbered is called for short.
    fn in_japanese(self) -> Option<&'static str> {
        Some(match self {
            Self::Appi => "個人情報保護法",
            Self::AppiOrder => "個人情報保護法施行令",
            Self::AppiRules => "個人情報保護法施行規則",
            Self::NumberAct => "番号法",
            Self::TelecommunicationsBusinessAct => "電気通信事業法",
            Self::Guideline | Self::JisQ15001 | Self::Other => return None,
        })
    }
}

/// The number that small Roman numerals write, as items of a paragraph are numbered.
fn item(numeral: &str) -> Option<u32> {
    let worth = |sign: char| {
        [('i', 1), ('v', 5), ('x', 10), ('l', 50), ('c', 100)].into_iter().find_map(|(of, worth)| (of == sign).then_some(worth))
    };
    let worths: Vec<i64> = numeral.chars().map(worth).collect::<Option<_>>()?;
    let signed =
        worths.iter().enumerate().map(|(at, worth)| if worths.get(at + 1).is_some_and(|next| next > worth) { -worth } else { *worth });
    u32::try_from(signed.sum::<i64>()).ok().filter(|number| *number > 0)
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

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    #[test]
    fn every_law_has_a_title_and_no_article_two() {
        let data: Data = toml::from_str(include_str!("provisions.toml")).unwrap();
        let articles: usize = data.law.iter().map(|law| law.article.len()).sum();
        assert_eq!(Law::VARIANTS.iter().filter(|law| DATA.1.contains_key(law)).count(), Law::VARIANTS.len());
        assert_eq!(DATA.1.values().map(|(_, articles)| articles.len()).sum::<usize>(), articles, "an article stands once");
    }

    #[test]
    fn titles_are_those_of_the_article_cited() {
        for (law, article, ja) in [
            (Law::Appi, "28(1)", "外国にある第三者への提供の制限"),
            (Law::Appi, "19", "不適正な利用の禁止"),
            (Law::Appi, "75(1)", "個人情報ファイル簿の作成及び公表"),
            (Law::AppiOrder, "10(i)", "保有個人データの適正な取扱いの確保に関し必要な事項"),
            (Law::AppiRules, "17(2)", "外国にある第三者への提供に係る同意取得時の情報提供"),
            (Law::Guideline, "10-7", "外的環境の把握"),
            (Law::Guideline, "10-3(3)", "組織的安全管理措置"),
            (Law::Guideline, "3-6-3", "第三者に該当しない場合"),
            (Law::NumberAct, "19", "特定個人情報の提供の制限"),
            (Law::JisQ15001, "A.3.3.1", "個人情報の特定"),
            (Law::Appi, "199", "個人情報の保護に関する法律"),
        ] {
            assert_eq!(cite(law, article).title(Language::Ja), ja, "{law:?} {article}");
        }
    }
}
