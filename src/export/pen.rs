//! How a value is written into a cell so that the reader takes it back as itself: in plain words where those come back, else in
//! quotation marks or with what it cannot tell under its meaning (原文, 起算, 理由).

use crate::declare::cell::{self, Aside, Legend};
use crate::language::Language;
use crate::ledger::{
    Certainty, Country, Disclosure, Fee, FeeKind, FeePer, Law, LawReference, Retention, RetentionKind, Tax, Text, Whereabouts, is_same_word,
};
use crate::sheet::table::Value;
use crate::vocabulary::Vocabulary;

use super::sheets::{Written, blank};
use super::words::{Word, citation, eligibility};

/// How much care a cell is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Care {
    /// In plain words, unread.
    Plain,
    /// Read back, cell by cell.
    EachCell,
    /// The same, and the row's first word in quotation marks, so that it is an entry whatever its words are.
    WholeRow,
}

/// What writes the cells of an organization's workbook.
#[derive(Clone, Copy)]
pub(super) struct Pen<'v> {
    /// The words that the reader knows.
    pub vocabulary: &'v Vocabulary,
    /// Where the organization is at home.
    pub home: Country,
    /// With how much care it writes.
    pub care: Care,
}

impl Pen<'static> {
    /// A pen with the built-in words, for a format of other readers.
    pub(super) fn with(home: Country, care: Care) -> Self {
        Self { vocabulary: Vocabulary::built_in(), home, care }
    }
}

impl Pen<'_> {
    /// Where something is, as words.
    pub(super) fn place(&self, of: &Whereabouts) -> String {
        self.whereabouts(of, false).to_string()
    }

    /// The plain words, where they come back; else others.
    fn write(&self, plain: String, comes_back: impl FnOnce(&str) -> bool, else_write: impl FnOnce() -> String) -> Written {
        let ditto = |text: &str| cell::is_ditto(text, self.vocabulary) || cell::is_ditto_left(text, self.vocabulary);
        // A CSV file's own apostrophe before a sign of formulas is none of the words.
        let is_plain = |text: &str| !text.trim().is_empty() && !text.starts_with('\'') && !ditto(text) && comes_back(text);
        if self.care == Care::Plain || is_plain(&plain) { plain.into() } else { else_write().into() }
    }

    /// A number or a name, of which a footnote's mark would be cut off.
    pub(super) fn name(&self, name: &Text) -> Written {
        self.write(name.to_string(), |text| cell::name(text, self.vocabulary).as_ref() == Some(name), || cell::in_marks(name))
    }

    /// The first word of an entry's row.
    pub(super) fn number(&self, number: &Text) -> Written {
        if self.care == Care::WholeRow { cell::in_marks(number).into() } else { self.name(number) }
    }

    /// The name of a row of a catalogue, which must not look like a note or an example.
    pub(super) fn first(&self, name: &Text) -> Written {
        let comes_back = |text: &str| cell::whole(text) == *name && !crate::declare::is_remark(text, self.vocabulary);
        self.write(name.to_string(), comes_back, || cell::in_marks(name))
    }

    /// Words as they are.
    pub(super) fn note(&self, words: Option<&Text>) -> Written {
        let Some(words) = words else { return blank() };
        let says_nothing = |text: &str| cell::is_bare_mark(text, self.vocabulary) || cell::is_none(text, self.vocabulary);
        let comes_back = |text: &str| cell::note(text).as_ref() == Some(words) && !says_nothing(text);
        self.write(words.to_string(), comes_back, || cell::in_marks(words))
    }

    /// How to apply; `refused` says that no request is accepted.
    pub(super) fn application(&self, words: Option<&Text>, refused: &str) -> Written {
        match words {
            Some(words) if is_same_word(words, refused) => cell::in_marks(words).into(),
            words => self.note(words),
        }
    }

    /// What stands under a heading that no field takes.
    pub(super) fn other(&self, words: &Text) -> Written {
        let comes_back = |text: &str| !cell::is_nothing(text, self.vocabulary) && cell::literal(text).is_none();
        self.write(words.to_string(), comes_back, || cell::in_marks(words))
    }

    /// Words of a list, one a line.
    pub(super) fn list(&self, words: &[Text]) -> Written {
        self.lines(words, |text| cell::list(text, self.vocabulary))
    }

    /// Sentences, one a line.
    pub(super) fn sentences(&self, words: &[Text]) -> Written {
        self.lines(words, |text| cell::sentences(text, self.vocabulary))
    }

    /// Names of parties, one a line.
    pub(super) fn parties(&self, names: &[Text]) -> Written {
        self.lines(names, |text| cell::parties(text, self.vocabulary, &Legend::default()).value.names)
    }

    fn lines(&self, words: &[Text], read: impl FnOnce(&str) -> Vec<Text>) -> Written {
        if words.is_empty() {
            return blank();
        }
        let in_marks = || words.iter().map(|word| cell::in_marks(word)).collect::<Vec<_>>().join("\n");
        // 同上 among others would be filled in from above.
        let fills_in = words.iter().any(|word| cell::is_ditto(word, self.vocabulary));
        let comes_back = |text: &str| !fills_in && !cell::is_bare_mark(text, self.vocabulary) && read(text) == words;
        self.write(words.join("\n"), comes_back, in_marks)
    }

    /// Where something is, and why no country is named unless another column says that.
    pub(super) fn whereabouts(&self, of: &Whereabouts, has_reason_beside: bool) -> Written {
        let said = if has_reason_beside { Whereabouts { reason: None, ..of.clone() } } else { of.clone() };
        if said == Whereabouts::default() {
            return blank();
        }
        let reads = |cell: &str| {
            let read = cell::whereabouts(cell, self.home, self.vocabulary).value;
            if has_reason_beside { Whereabouts { reason: None, ..read } == said } else { read == said }
        };
        let names: Vec<_> = of.countries.iter().map(|country| country.name(Language::Ja)).collect();
        let joint = if of.certainty == Certainty::Candidates { " または " } else { "\n" };
        // The countries alone, with one that is not named, with one that is perhaps abroad; and a country that it may be.
        let with = |more: &str| names.iter().copied().chain([more]).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(joint);
        let meanings = [with(""), with("海外"), with("アジア"), format!("{}？", with(""))];
        let asides = meanings.iter().map(|words| Aside { words, text: said.text.clone(), event: None, reason: said.reason.clone() });
        let plain = said.text.as_deref().unwrap_or(&meanings[0]).to_owned();
        self.write(plain.clone(), reads, || asides.map(|aside| aside.written()).find(|cell| reads(cell)).unwrap_or(plain))
    }

    /// How long an entry is kept, apart from exceptions, which have a column of their own.
    pub(super) fn retention(&self, of: &Retention) -> Written {
        let said = Retention { exceptions: Vec::new(), ..of.clone() };
        if said == Retention::default() {
            return blank();
        }
        let reads = |cell: &str| cell::retention(cell, None, self.vocabulary).value == said;
        let own = duration(&said, said.after.as_deref());
        let general = duration(&said, Some("退職"));
        let aside = |words: &str, event: Option<Text>| Aside { words, text: said.text.clone(), event, reason: None }.written();
        let asides = [aside(&own, None), aside(&general, said.after.clone())];
        let plain = said.text.as_deref().unwrap_or(&own).to_owned();
        self.write(plain.clone(), reads, || asides.into_iter().find(|cell| reads(cell)).unwrap_or(plain))
    }

    /// Whether an entry is disclosed; its reasons have a column of their own.
    pub(super) fn disclosure(&self, of: &Disclosure) -> Written {
        let reads = |cell: &str| {
            let read = cell::disclosure(cell, self.vocabulary, &Legend::default()).value;
            read.eligible == of.eligible && read.text == of.text && of.reasons.starts_with(&read.reasons)
        };
        let word = eligibility(of.eligible);
        let plain = of.text.as_deref().unwrap_or(word).to_owned();
        if plain.is_empty() && of.text.is_none() {
            return blank();
        }
        let aside = || Aside { words: word, text: of.text.clone(), ..Aside::default() }.written();
        self.write(plain, reads, aside)
    }

    /// What a request costs, apart from what has a column of its own.
    pub(super) fn fee(&self, of: &Fee) -> Written {
        let word = match (of.kind, of.amount) {
            (FeeKind::Fixed, Some(amount)) => format!("{amount}円"),
            (kind, _) => kind.word().to_owned(),
        };
        let plain = of.text.as_deref().unwrap_or(&word).to_owned();
        if plain.is_empty() && of.text.is_none() {
            return blank();
        }
        let reads = |cell: &str| {
            let read = cell::fee(&Value::Text(cell.into()), self.vocabulary).value;
            let tax = if of.tax == Tax::NotStated { read.tax } else { of.tax };
            let per = if of.per == FeePer::NotStated { read.per } else { of.per };
            (read.kind, read.amount, &read.text) == (of.kind, of.amount, &of.text) && (tax, per) == (of.tax, of.per)
        };
        let aside = || Aside { words: &word, text: of.text.clone(), ..Aside::default() }.written();
        self.write(plain, reads, aside)
    }

    /// Provisions, one a line.
    pub(super) fn citations(&self, of: &[LawReference]) -> Written {
        if of.is_empty() {
            return blank();
        }
        let reads = |cell: &str, references: &[LawReference]| cell::citations(cell, self.vocabulary) == references;
        let line = |reference: &LawReference| {
            if reference.law == Law::Other { cell::in_marks(&reference.article) } else { citation(reference) }
        };
        let plain = of.iter().map(citation).collect::<Vec<_>>().join("\n");
        self.write(plain, |cell| reads(cell, of), || of.iter().map(line).collect::<Vec<_>>().join("\n"))
    }
}

/// A retention in words that the reader takes back to the same, with this event.
fn duration(of: &Retention, event: Option<&str>) -> String {
    let period = of.period.map(|period| period.in_japanese()).unwrap_or_default();
    let event = event.unwrap_or_default();
    match of.kind {
        RetentionKind::Period => period,
        RetentionKind::AfterEvent => format!("{event}後{period}"),
        RetentionKind::UntilEvent => of.due_on.map_or_else(|| format!("{event}まで"), |day| format!("{day}まで")),
        RetentionKind::Statutory if period.is_empty() => "法定保存期間".to_owned(),
        RetentionKind::Statutory => format!("法定保存期間（{period}）"),
        RetentionKind::Permanent => "永年".to_owned(),
        RetentionKind::WhileNeeded => "利用目的に必要な範囲内".to_owned(),
        RetentionKind::NotStated => String::new(),
        RetentionKind::Unreadable => "判読できない".to_owned(),
    }
}
