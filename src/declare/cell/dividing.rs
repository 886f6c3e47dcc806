//! Which signs divide a list, and which belong to a number, a date, an address or a proper name.

use crate::ledger::fold;
use crate::vocabulary::Vocabulary;

/// Where the names of a list stand.
pub(super) struct Names<'a> {
    pub(super) letters: &'a [char],
    pub(super) vocabulary: &'a Vocabulary,
}

impl Names<'_> {
    /// Whether the letter at a place divides the list.
    pub(super) fn divides(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|at| self.letters[at]);
        let after = self.letters.get(at + 1).copied();
        let both = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
        match self.letters[at] {
            '、' | '；' | ';' | '\n' | '\r' => true,
            ',' | '，' => !(both(is_digit) && self.is_thousand(at) || self.is_before_form(at)),
            '/' | '／' => !(both(is_digit) || self.is_letter_pair(at) || self.is_address(at) || self.is_and_or(at)),
            '・' | '･' => !(both(is_digit) || self.is_within_name(at)),
            _ => false,
        }
    }

    /// Whether exactly three digits follow a comma.
    fn is_thousand(&self, at: usize) -> bool {
        self.letters[at + 1..].iter().take_while(|letter| is_digit(**letter)).count() == 3
    }

    /// `Stripe, Inc.`: the form of a company follows its name.
    fn is_before_form(&self, at: usize) -> bool {
        let rest = &self.letters[at + 1..];
        let word: String =
            rest.iter().skip_while(|letter| **letter == ' ').take_while(|letter| letter.is_ascii_alphabetic() || **letter == '.').collect();
        let named = at.checked_sub(1).is_some_and(|at| self.letters[at].is_alphanumeric() || matches!(self.letters[at], ')' | '.'));
        named && FORMS.contains(&word.trim_end_matches('.').to_ascii_lowercase().as_str())
    }

    /// `A/B`, `I/O`: one Latin letter on each side.
    fn is_letter_pair(&self, at: usize) -> bool {
        let latin = |letter: Option<&char>| letter.is_some_and(char::is_ascii_alphabetic);
        let before = |back: usize| at.checked_sub(back).and_then(|at| self.letters.get(at));
        latin(before(1)) && !latin(before(2)) && latin(self.letters.get(at + 1)) && !latin(self.letters.get(at + 2))
    }

    /// `https://a.example/b`: within a word that has `://` or begins with `www.`.
    fn is_address(&self, at: usize) -> bool {
        let is_end = |letter: &char| letter.is_whitespace() || !letter.is_ascii();
        let start = self.letters[..at].iter().rposition(is_end).map_or(0, |end| end + 1);
        let end = self.letters[at..].iter().position(is_end).map_or(self.letters.len(), |length| at + length);
        let word: String = self.letters[start..end].iter().collect();
        word.contains("://") || word.starts_with("www.")
    }

    /// `及び/又は`, `and/or`.
    fn is_and_or(&self, at: usize) -> bool {
        let before: String = self.letters[at.saturating_sub(3)..at].iter().collect();
        let after: String = self.letters[at + 1..].iter().take(3).collect();
        let ends = ["及び", "および", "and", "又は", "または"].iter().any(|word| before.ends_with(word));
        ends && ["又は", "または", "or", "及び", "および"].iter().any(|word| after.starts_with(word))
    }

    fn is_within_name(&self, at: usize) -> bool {
        let is_edge = |letter: &char| "、，,／/；;\n\r".contains(*letter);
        let start = self.letters[..at].iter().rposition(is_edge).map_or(0, |edge| edge + 1);
        let end = self.letters[at..].iter().position(is_edge).map_or(self.letters.len(), |length| at + length);
        let left: String = self.letters[start..at].iter().rev().take_while(|letter| is_katakana(**letter)).collect();
        let right: String = self.letters[at + 1..end].iter().take_while(|letter| is_katakana(**letter)).collect();
        if left.is_empty() || right.is_empty() {
            return false;
        }
        let element = self.letters[start..end].iter().collect::<String>();
        if COMPANIES.iter().any(|form| element.contains(form)) {
            return true;
        }
        let parts: Vec<String> = element.trim().split(['・', '･']).map(fold).collect();
        // パリ・ランド社: 社 ends the name of one company, not the last of two.
        let element = element.trim().strip_suffix('社').unwrap_or(&element);
        let katakana_only = element.trim().chars().all(|letter| is_katakana(letter) || letter == '・' || letter == '･');
        katakana_only && parts.iter().all(|part| self.vocabulary.list_words.whole(part).is_none())
    }
}

/// Forms of companies that stand after a comma.
const FORMS: [&str; 18] =
    ["inc", "ltd", "llc", "llp", "corp", "co", "plc", "pte", "gmbh", "ag", "bv", "b.v", "nv", "n.v", "sa", "s.a", "k.k", "limited"];

/// Words by which a company or another body is told.
const COMPANIES: [&str; 18] = [
    "株式会社",
    "合同会社",
    "有限会社",
    "合名会社",
    "合資会社",
    "㈱",
    "㈲",
    "(株)",
    "（株）",
    "(有)",
    "（有）",
    "法人",
    "事務所",
    "組合",
    "協会",
    "財団",
    "銀行",
    "Inc",
];

pub(super) fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit() || ('０'..='９').contains(&letter)
}

fn is_katakana(letter: char) -> bool {
    ('ァ'..='ヺ').contains(&letter) || letter == 'ー' || ('ｦ'..='ﾟ').contains(&letter)
}
