//! Editions of standards: which one a text cites, and which has taken its place.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::value::Datetime;

use crate::ledger::fold;

/// An edition of a standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The year by which it is cited.
    pub year: u16,
    /// The day from which it stands.
    pub in_force: NaiveDate,
    /// Where this is stated.
    pub source: String,
    /// Whether the source is a page about the standard rather than the standard.
    pub secondary: bool,
}

/// A standard and its editions, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standard {
    /// How it is cited, without an edition: `JIS Q 15001`.
    pub name: String,
    /// Its editions, the oldest first.
    pub editions: Vec<Edition>,
    aliases: Vec<String>,
}

/// A citation of an edition that another has taken the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Superseded {
    /// The standard.
    pub standard: &'static Standard,
    /// The edition cited.
    pub cited: &'static Edition,
    /// The newest edition.
    pub newest: &'static Edition,
}

impl Superseded {
    /// The citation as it should be written: `JIS Q 15001:2006`.
    #[must_use]
    pub fn as_cited(&self) -> String {
        format!("{}:{}", self.standard.name, self.cited.year)
    }

    /// The newest edition's citation: `JIS Q 15001:2023`.
    #[must_use]
    pub fn as_newest(&self) -> String {
        format!("{}:{}", self.standard.name, self.newest.year)
    }
}

/// The first citation in a text of an edition that is no longer the newest. A citation without an edition is none.
#[must_use]
pub fn superseded(text: &str) -> Option<Superseded> {
    all_superseded(text).into_iter().next()
}

/// Every edition that a text cites though it is no longer the newest, each once, in the order in which the text cites them.
#[must_use]
pub fn all_superseded(text: &str) -> Vec<Superseded> {
    let folded = fold(text);
    let mut found: Vec<(usize, Superseded)> = Vec::new();
    for standard in STANDARDS.iter() {
        let Some(newest) = standard.editions.last() else { continue };
        for (at, year) in standard.cited_in(&folded) {
            let older = standard.editions.iter().find(|edition| edition.year == year && edition.year != newest.year);
            if let Some(cited) = older
                && !found.iter().any(|(_, before)| before.standard == standard && before.cited == cited)
            {
                found.push((at, Superseded { standard, cited, newest }));
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, superseded)| superseded).collect()
}

impl Standard {
    /// Where a folded text cites an edition of it, and which year: `jisq15001:2006`, `jisq15001-2006`, `jisq15001(2006年版)`.
    fn cited_in(&self, folded: &str) -> Vec<(usize, u16)> {
        let mut cited = Vec::new();
        for alias in &self.aliases {
            for (at, _) in folded.match_indices(alias.as_str()) {
                let rest = folded[at + alias.len()..].trim_start_matches([':', '-', '(', '/', '[']);
                let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
                // 「JIS Q 15001（2006年5月取得）」 tells a day, not an edition.
                let is_day = rest[digits..].starts_with('年') && !["年版", "年度版"].iter().any(|words| rest[digits..].starts_with(words));
                let year = rest.get(..4).filter(|_| digits == 4 && !is_day).and_then(|year| year.parse().ok());
                cited.extend(year.map(|year| (at, year)));
            }
        }
        cited
    }
}

#[derive(Deserialize)]
struct Data {
    standard: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    name: String,
    aliases: Vec<String>,
    edition: Vec<EditionRow>,
}

#[derive(Deserialize)]
struct EditionRow {
    year: u16,
    in_force: Datetime,
    source: String,
    #[serde(default)]
    secondary: bool,
}

static STANDARDS: LazyLock<Vec<Standard>> = LazyLock::new(|| {
    let data: Data = toml::from_str(include_str!("standards.toml")).expect("standards.toml holds standards");
    data.standard.into_iter().map(Standard::from).collect()
});

impl From<Row> for Standard {
    fn from(row: Row) -> Self {
        let edition = |row: EditionRow| Edition {
            year: row.year,
            in_force: super::provisions::day(row.in_force),
            source: row.source,
            secondary: row.secondary,
        };
        let mut editions: Vec<Edition> = row.edition.into_iter().map(edition).collect();
        editions.sort_by_key(|edition| edition.in_force);
        Self { name: row.name, editions, aliases: row.aliases.iter().map(|alias| fold(alias)).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        all_superseded(text).iter().map(|superseded| format!("{} -> {}", superseded.as_cited(), superseded.as_newest())).collect()
    }

    #[test]
    fn an_older_edition_is_known_however_it_is_written() {
        for text in [
            "日本工業規格JISQ15001-2006に準拠しております。",
            "(JISQ15001:2006に準拠しています)",
            "JIS Q 15001：2006",
            "ＪＩＳ　Ｑ　１５００１：２００６",
            "JIS Q 15001（2006年版）",
            "JIS Q 15001 2006",
            "JIS Q 15001―2006",
        ] {
            assert_eq!(read(text), ["JIS Q 15001:2006 -> JIS Q 15001:2023"], "{text}");
        }
        assert_eq!(
            read("JIS Q 15001:2017 及び ISO/IEC 27001:2013（JIS Q 27001:2014）"),
            ["JIS Q 15001:2017 -> JIS Q 15001:2023", "ISO/IEC 27001:2013 -> ISO/IEC 27001:2022", "JIS Q 27001:2014 -> JIS Q 27001:2023"]
        );
    }

    #[test]
    fn the_newest_edition_and_a_citation_without_one_are_no_matter() {
        for text in [
            "PMSのJIS Q 15001への適合状況",
            "及びJISQ15001に規定されている、開示対象個人情報の開示",
            "JIS Q 15001:2023",
            "JIS Q 15001:2024",
            "JIS Q 15001-20061",
            "ISO/IEC 27001:2022",
            "ISO/IEC 27017:2015",
            "2006年に取得",
            "JIS Q 15001（2006年5月取得）",
            "",
        ] {
            assert_eq!(read(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn editions_stand_in_order() {
        for standard in STANDARDS.iter() {
            assert!(standard.editions.is_sorted_by(|a, b| a.year < b.year && a.in_force < b.in_force), "{}", standard.name);
        }
    }
}
