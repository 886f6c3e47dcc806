//! Words that are taken as they stand, where a reader of ordinary cells would understand something else.
//!
//! A cell in quotation marks is read as what stands between them: `"東京、大阪"` is one word and not two, `"同上"` is no ditto. A cell of
//! several words has one a line, each in marks; a mark within is doubled, as in a CSV file. Nothing may stand outside the marks, so that
//! a cell that only quotes something is as it was.
//!
//! A cell that is understood (保管国, 保存期間, 開示対象, 手数料) may say under its meaning what is not to be told from it: how it was first
//! written, from when a period counts, why no country is named: `5年⏎原文："△"⏎起算："退職、転籍"`.

use crate::ledger::Text;

/// The word of a cell that is one word in quotation marks.
#[must_use]
pub fn literal(text: &str) -> Option<Text> {
    literals(text).filter(|words| words.len() == 1).and_then(|mut words| words.pop())
}

/// The words of a cell that is nothing but words in quotation marks, one a line.
#[must_use]
pub fn literals(text: &str) -> Option<Vec<Text>> {
    let mut words = Vec::new();
    let mut rest = text;
    loop {
        let (word, after) = first(rest)?;
        words.push(word);
        if after.is_empty() {
            return Some(words);
        }
        rest = after.strip_prefix('\n')?;
    }
}

/// A line of a cell, or a word in quotation marks that may go over several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// A line as any other.
    Plain(&'a str),
    /// A word in quotation marks, taken as it stands.
    Literal(Text),
}

/// The lines of a cell of which some may be words in quotation marks.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut rest = Some(text);
    while let Some(text) = rest {
        let word = first(text).filter(|(_, after)| after.is_empty() || after.starts_with('\n'));
        let (line, after) = word.map_or_else(
            || {
                let end = text.find('\n').unwrap_or(text.len());
                (Line::Plain(&text[..end]), &text[end..])
            },
            |(word, after)| (Line::Literal(word), after),
        );
        lines.push(line);
        rest = after.strip_prefix('\n');
    }
    lines
}

/// A word in quotation marks, to be taken as it stands.
#[must_use]
pub fn in_marks(word: &str) -> String {
    format!("\"{}\"", word.replace('"', "\"\""))
}

/// The word in quotation marks that a text begins with, and what follows it.
fn first(text: &str) -> Option<(Text, &str)> {
    let inside = text.strip_prefix('"')?;
    let mut word = String::new();
    let mut from = 0;
    loop {
        let mark = from + inside[from..].find('"')?;
        word.push_str(&inside[from..mark]);
        let after = &inside[mark + 1..];
        if !after.starts_with('"') {
            return Some((word.into(), after));
        }
        word.push('"');
        from = mark + 2;
    }
}

/// What a cell says under its meaning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aside<'a> {
    /// The words that mean something.
    pub words: &'a str,
    /// How the cell was first written; none where no cell said it.
    pub text: Option<Text>,
    /// From when a period counts, or until when something is kept.
    pub event: Option<Text>,
    /// Why no country is named.
    pub reason: Option<Text>,
}

const TEXT: &str = "原文：";
const NO_TEXT: &str = "なし";
const EVENT: &str = "起算：";
const REASON: &str = "理由：";

impl<'a> Aside<'a> {
    /// The meaning of a cell and what stands under it; none where the cell does not say how it was first written.
    #[must_use]
    pub fn of(text: &'a str) -> Option<Self> {
        let starts = text.match_indices(TEXT).map(|(at, _)| at).filter(|at| *at == 0 || text[..*at].ends_with('\n'));
        starts.into_iter().find_map(|at| Self::under(text[..at].trim_end_matches('\n'), &text[at + TEXT.len()..]))
    }

    fn under(words: &'a str, rest: &str) -> Option<Self> {
        let mut aside = Self { words, ..Self::default() };
        let mut rest = if let Some(after) = rest.strip_prefix(NO_TEXT) {
            after
        } else {
            let (text, after) = first(rest)?;
            aside.text = Some(text);
            after
        };
        for (label, said) in [(EVENT, &mut aside.event), (REASON, &mut aside.reason)] {
            if let Some(labelled) = rest.strip_prefix('\n').and_then(|rest| rest.strip_prefix(label)) {
                let (text, after) = first(labelled)?;
                *said = Some(text);
                rest = after;
            }
        }
        rest.is_empty().then_some(aside)
    }

    /// As a cell says it.
    #[must_use]
    pub fn written(&self) -> String {
        let mut lines = vec![format!("{TEXT}{}", self.text.as_deref().map_or_else(|| NO_TEXT.to_owned(), in_marks))];
        if !self.words.is_empty() {
            lines.insert(0, self.words.to_owned());
        }
        lines.extend(self.event.as_deref().map(|event| format!("{EVENT}{}", in_marks(event))));
        lines.extend(self.reason.as_deref().map(|reason| format!("{REASON}{}", in_marks(reason))));
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_a_cell_that_is_all_in_marks_is_taken_as_it_stands() {
        let words = |text| literals(text).map(|words| words.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(words("\"東京、大阪\""), Some(vec!["東京、大阪".to_owned()]));
        assert_eq!(words("\"a\"\n\"b\nc\"\"d\"\"\""), Some(vec!["a".to_owned(), "b\nc\"d\"".to_owned()]));
        assert_eq!(words("\"\""), Some(vec![String::new()]));
        for text in ["", "\"", "甲", "\"甲\"ほか", "甲\"乙\"", "\"甲\" \"乙\"", "\"甲\"\n", "\"甲\"\n乙", "\"甲"] {
            assert_eq!(words(text), None, "{text}");
        }
    }

    #[test]
    fn what_stands_under_a_meaning_is_told_from_it() {
        let aside = Aside::of("5年\n原文：\"△\"\n起算：\"退職、転籍\"").unwrap();
        assert_eq!((aside.words, aside.text.as_deref(), aside.event.as_deref()), ("5年", Some("△"), Some("退職、転籍")));
        assert_eq!(Aside::of("原文：なし"), Some(Aside::default()));
        for text in ["5年", "5年\n原文：△", "5年 原文：\"△\"", "5年\n原文：\"△\"ほか"] {
            assert_eq!(Aside::of(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_word_comes_back(words in proptest::collection::vec("[\"\nあ、 原文：なし]{0,8}", 1..4)) {
            let cell = words.iter().map(|word| in_marks(word)).collect::<Vec<_>>().join("\n");
            let read = literals(&cell).unwrap();
            prop_assert_eq!(read.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), words.iter().map(String::as_str).collect::<Vec<_>>());
            let aside = Aside { words: "5年", text: Some(words[0].as_str().into()), event: words.get(1).map(|word| word.as_str().into()), reason: None };
            let written = aside.written();
            prop_assert_eq!(Aside::of(&written), Some(aside.clone()));
        }
    }
}
