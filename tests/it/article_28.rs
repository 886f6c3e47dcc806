//! The pages on Article 28 show the decision table as the code has it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use daicho::language::Language;
use daicho::law::transfer::{Case, Duty, Row, TABLE, Way, Who};
use daicho::ledger::{LawReference, Stated};
use serde::Deserialize;
use strum::VariantArray;

/// The pages, each with its language.
const PAGES: [(&str, Language); 2] = [("docs/article-28.md", Language::En), ("docs/article-28.ja.md", Language::Ja)];

/// Between these lines stands what is rendered.
const MARKS: [&str; 2] = ["<!-- rendered from src/law/transfer: begin -->", "<!-- rendered from src/law/transfer: end -->"];

#[derive(Deserialize)]
struct Labels {
    values: BTreeMap<String, [String; 2]>,
}

/// What the product calls a value of the API on a terminal.
fn labels() -> BTreeMap<String, [String; 2]> {
    let text = fs::read_to_string(root().join("src/cli/answer/labels.toml")).unwrap();
    toml::from_str::<Labels>(&text).unwrap().values
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

struct Page {
    language: Language,
    labels: BTreeMap<String, [String; 2]>,
}

impl Page {
    fn word(&self, value: &str) -> String {
        let [ja, en] = self.labels.get(value).unwrap_or_else(|| panic!("labels.toml has no {value}"));
        self.language.pick(ja, en).clone()
    }

    fn words<'a>(&self, values: impl IntoIterator<Item = &'a str>) -> String {
        let words: Vec<String> = values.into_iter().map(|value| self.word(value)).collect();
        words.join(self.language.pick("、", ", "))
    }

    fn who(&self, who: &Who) -> String {
        let mut said = Vec::new();
        let everything = Stated::VARIANTS.len();
        if who.handles.len() < everything {
            let handles = self.words(who.handles.iter().map(AsRef::as_ref));
            said.push(self.language.pick(format!("取扱い：{handles}"), format!("handles it: {handles}")));
        }
        if who.collected.len() < everything {
            let collected = self.words(who.collected.iter().map(AsRef::as_ref));
            said.push(self.language.pick(format!("本人からの直接収集：{collected}"), format!("collects it itself: {collected}")));
        }
        let ways = self.words(who.ways.iter().map(AsRef::as_ref));
        match said.as_slice() {
            [] => ways,
            said => self.language.pick(format!("{ways}（{}）", said.join("、")), format!("{ways} ({})", said.join("; "))),
        }
    }

    fn all<T: AsRef<str> + VariantArray>(&self, some: &[T]) -> String {
        if some.len() == T::VARIANTS.len() {
            return self.language.pick("すべて", "any").to_owned();
        }
        self.words(some.iter().map(AsRef::as_ref))
    }

    fn row(&self, row: &Row) -> String {
        let who: Vec<String> = row.who.iter().map(|who| self.who(who)).collect();
        let law: Vec<String> =
            row.rests_on.iter().map(|(law, article)| provision(&daicho::law::cite(*law, article), self.language)).collect();
        format!(
            "| `{}` | {} | {} | {} | {} | {} | {} | {} |\n",
            row.id,
            self.all(row.data),
            who.join("<br>"),
            self.all(row.destinations),
            self.all(row.bases),
            self.word(row.verdict.as_ref()),
            law.join("<br>"),
            row.reason(self.language),
        )
    }

    fn duty(&self, duty: Duty) -> String {
        let owed: Vec<Case> = Case::all().filter(|case| case.duties().any(|other| other == duty)).collect();
        let ways: BTreeSet<Way> = owed.iter().map(|case| case.way).collect();
        let verdicts: BTreeSet<_> = owed.iter().map(|case| case.verdict()).collect();
        let destinations: BTreeSet<_> = owed.iter().map(|case| case.destination).collect();
        let law: Vec<String> = duty.basis().iter().map(|law| provision(law, self.language)).collect();
        format!(
            "| {} | {} | {} | {} | {} | {} |\n",
            self.word(duty.as_ref()),
            duty.text(self.language),
            self.all(&ways.into_iter().collect::<Vec<_>>()),
            self.all(&verdicts.into_iter().collect::<Vec<_>>()),
            self.all(&destinations.into_iter().collect::<Vec<_>>()),
            law.join("<br>"),
        )
    }

    fn render(&self) -> String {
        let [table, heads, duties, duty_heads] = self.language.pick(
            [
                "## 判定表",
                "| 行 | データ | 経路と相手 | 行き先 | 台帳にある根拠 | 判定 | 条項 | 理由 |",
                "## 残る義務",
                "| 義務 | 内容 | 経路 | 判定 | 行き先 | 条項 |",
            ],
            [
                "## Decisions",
                "| row | data | way and party | where it goes | basis stated | verdict | provisions | why |",
                "## Duties",
                "| duty | what must be done | ways | verdicts | where it goes | provisions |",
            ],
        );
        let rows: String = TABLE.iter().map(|row| self.row(row)).collect();
        let owed: String = Duty::VARIANTS.iter().map(|duty| self.duty(*duty)).collect();
        let line = |heads: &str| "| --- ".repeat(heads.matches('|').count() - 1) + "|";
        format!("{table}\n\n{heads}\n{}\n{rows}\n{duties}\n\n{duty_heads}\n{}\n{owed}", line(heads), line(duty_heads))
    }
}

/// A provision as people write it: 法28(1), Rules 17(2)(i).
fn provision(law: &LawReference, language: Language) -> String {
    let name = match law.law.as_ref() {
        "APPI" => ("法", "APPI"),
        "APPI_ORDER" => ("令", "Order"),
        "APPI_RULES" => ("規則", "Rules"),
        "GUIDELINE" => ("通則GL", "guideline"),
        other => panic!("the table cites {other}"),
    };
    format!("{} {}", language.pick(name.0, name.1), law.article)
}

/// The page with what is rendered in its place.
fn renewed(path: &Path, language: Language) -> (String, String) {
    let page = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let [begin, end] = MARKS;
    let (before, rest) = page.split_once(begin).unwrap_or_else(|| panic!("{} has no line {begin}", path.display()));
    let (_, after) = rest.split_once(end).unwrap_or_else(|| panic!("{} has no line {end}", path.display()));
    let rendered = Page { language, labels: labels() }.render();
    let renewed = format!("{before}{begin}\n\n{rendered}\n{end}{after}");
    (page, renewed)
}

fn pages() -> impl Iterator<Item = (PathBuf, Language)> {
    PAGES.into_iter().map(|(path, language)| (root().join(path), language))
}

#[test]
fn the_pages_show_the_table_as_the_code_has_it() {
    for (path, language) in pages() {
        let (page, renewed) = renewed(&path, language);
        assert!(
            page == renewed,
            "{} is not as the code has it. Renew it by `cargo test --test it article_28::renew -- --ignored`.",
            path.display()
        );
    }
}

#[test]
#[ignore = "writes docs/article-28.md and docs/article-28.ja.md anew"]
fn renew() {
    for (path, language) in pages() {
        let (_, renewed) = renewed(&path, language);
        fs::write(&path, renewed).unwrap();
    }
}
