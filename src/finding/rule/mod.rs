//! The rules of law: what the Act, its rules and the standards find missing or wrong in a ledger. One rule a file.
//!
//! A rule says what it finds, how it weighs, what it rests on and what to do, in both languages; the docstring of its file is its
//! manual, which `daicho explain` prints: English first, then Japanese below the heading `# 日本語`.

mod entry;
mod organization;
mod party;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::company::{Company, FoundOfCompany};
use super::row::{FoundOfRow, Row};
use super::{Code, Severity};
use crate::language::Language;
use crate::law;
use crate::ledger::{Law, LawReference};

/// A rule of law.
#[derive(Debug)]
pub struct Rule {
    /// The kind of finding that it makes.
    pub code: Code,
    /// How much its findings weigh, by what may follow.
    pub severity: Severity,
    /// What is the matter, in Japanese and English, with `{0}`, `{1}` … for the words that are handed to `say`. Where one
    /// organization or entry may have several findings of the rule, the first word tells them apart. A word that is not the
    /// ledger's own is handed over in either language, each sentence taking its own.
    pub message: [&'static str; 2],
    /// What to do about it, likewise.
    pub advice: [&'static str; 2],
    /// The provisions that it rests on.
    pub basis: &'static [(Law, &'static str)],
    /// What it looks at.
    pub look: Look,
    /// Its file, of which the docstring is the manual.
    pub file: &'static str,
}

/// What a rule looks at. It looks at one thing and says all that it finds there.
#[derive(Debug, Clone, Copy)]
pub enum Look {
    /// At each entry. Such a rule runs a hundred thousand times: it decides by fields and remembers what it makes of texts.
    Entry(fn(&Row<'_>, &mut FoundOfRow<'_>)),
    /// At each organization, its parties and all its entries together.
    Organization(fn(&Company<'_>, &mut FoundOfCompany<'_>)),
}

/// Every rule, in the order of the kinds.
pub static RULES: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let mut rules: Vec<_> = [entry::RULES, party::RULES, organization::RULES].concat();
    rules.sort_by_key(|rule| rule.code);
    rules
});

static BY_CODE: LazyLock<BTreeMap<Code, &'static Rule>> = LazyLock::new(|| RULES.iter().map(|rule| (rule.code, *rule)).collect());

/// The rule that makes findings of a kind; none where reading a workbook makes them.
#[must_use]
pub fn of(code: Code) -> Option<&'static Rule> {
    BY_CODE.get(&code).copied()
}

impl Rule {
    /// The provisions that it rests on.
    #[must_use]
    pub fn provisions(&self) -> Vec<LawReference> {
        self.basis.iter().map(|(law, article)| law::cite(*law, article)).collect()
    }

    /// Its manual.
    #[must_use]
    pub fn manual(&self, language: Language) -> String {
        let lines = self.file.lines().take_while(|line| line.starts_with("//!"));
        let text: Vec<&str> = lines.map(|line| line.trim_start_matches("//!").strip_prefix(' ').unwrap_or_default()).collect();
        let text = text.join("\n");
        let (english, japanese) = text.split_once("# 日本語").unwrap_or((&text, &text));
        language.pick(japanese, english).trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;
    use crate::finding::reading;

    #[test]
    fn each_kind_is_of_one_rule_or_of_reading() {
        for code in Code::VARIANTS {
            let of_rules = RULES.iter().filter(|rule| rule.code == *code).count();
            let of_reading = usize::from(!reading::wording(*code)[0][0].is_empty());
            assert_eq!(of_rules + of_reading, 1, "{}", code.as_ref());
        }
    }

    #[test]
    fn each_rule_says_all_of_itself_in_both_languages() {
        for rule in RULES.iter() {
            let code = rule.code.as_ref();
            assert!(!rule.basis.is_empty(), "{code} rests on nothing");
            for part in [rule.message, rule.advice] {
                assert!(part.iter().all(|sentence| sentence.len() > 10), "{code} lacks words");
            }
            let [japanese, english] = [Language::Ja, Language::En].map(|language| rule.manual(language));
            assert!(japanese.chars().any(|letter| ('ぁ'..='ん').contains(&letter)), "{code} has no manual in Japanese");
            // Names of sheets and columns, and words of cells, stay as the workbook has them; sentences do not.
            let plain =
                |letter: char| letter.is_ascii() || matches!(letter, '\u{3000}'..='\u{30ff}' | '一'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
            assert!(
                english.len() > 80 && !english.contains('。') && english.chars().all(plain),
                "{code} has no manual in plain English:\n{english}"
            );
            for (law, article) in rule.basis {
                assert!(!law::cite(*law, article).title(Language::Ja).is_empty(), "{code} cites {article}");
            }
        }
    }
}
