//! How a person reads what a field states, in Japanese: the words that the workbook uses.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::language::Language;
use crate::ledger::{Certainty, Country, Disclosure, Law, LawReference, Period, Retention, Stated, Text, Whereabouts};

/// What stands for a value that states nothing, where two values must be told apart.
const NOTHING: &str = "記載なし";

/// A value that a person can read.
pub(super) trait Worded {
    /// What it states, briefly; none where it states nothing.
    fn brief(&self) -> Option<String>;

    /// All that it states, so that two values that differ read differently.
    fn whole(&self) -> String {
        self.brief().unwrap_or_else(|| NOTHING.to_owned())
    }
}

/// A value that is one word.
pub(super) trait Word {
    /// The word; none where it states nothing.
    fn word(&self) -> Option<Cow<'_, str>>;
}

/// The words of a list; none where it is empty.
pub(super) fn joined<T: Word>(words: &[T]) -> Option<String> {
    let words: Vec<Cow<'_, str>> = words.iter().filter_map(Word::word).collect();
    (!words.is_empty()).then(|| words.join("、"))
}

impl<T: Word> Worded for T {
    fn brief(&self) -> Option<String> {
        self.word().map(Cow::into_owned)
    }
}

impl<T: Word> Worded for Option<T> {
    fn brief(&self) -> Option<String> {
        self.as_ref().and_then(Word::word).map(Cow::into_owned)
    }
}

impl<T: Word> Worded for Vec<T> {
    fn brief(&self) -> Option<String> {
        joined(self)
    }

    fn whole(&self) -> String {
        let words: Vec<Cow<'_, str>> = self.iter().filter_map(Word::word).collect();
        if words.is_empty() { NOTHING.to_owned() } else { format!("「{}」", words.join("」「")) }
    }
}

impl Worded for Whereabouts {
    fn brief(&self) -> Option<String> {
        self.text.as_ref().map(ToString::to_string).or_else(|| self.countries_named()).or_else(|| Worded::brief(&self.reason))
    }

    fn whole(&self) -> String {
        let read = self.countries_named().unwrap_or_else(|| NOTHING.to_owned());
        let abroad = self.abroad.whole();
        format!("{}（国: {read}、国外: {abroad}、特定できない理由: {}）", self.text.whole(), self.reason.whole())
    }
}

impl Whereabouts {
    fn countries_named(&self) -> Option<String> {
        let names: Vec<&str> = self.countries.iter().map(|country| country.name(Language::Ja)).collect();
        match self.certainty {
            Certainty::Known if !names.is_empty() => Some(names.join("、")),
            Certainty::Candidates if !names.is_empty() => Some(names.join(" または ")),
            _ => (self.abroad == Stated::Yes).then(|| "国外".to_owned()),
        }
    }
}

impl Worded for Retention {
    fn brief(&self) -> Option<String> {
        let read = || self.kind.word().map(|kind| format!("{kind}{}", self.parts()));
        let stated = self.text.as_ref().map(ToString::to_string).or_else(read);
        match joined(&self.exceptions) {
            Some(exceptions) => Some(format!("{}（例外: {exceptions}）", stated.unwrap_or_default())),
            None => stated,
        }
    }

    fn whole(&self) -> String {
        let kind = self.kind.word().unwrap_or(NOTHING.into());
        format!("{}（{kind}{}、例外: {}）", self.text.whole(), self.parts(), self.exceptions.whole())
    }
}

impl Retention {
    fn parts(&self) -> String {
        let period = self.period.map(|period| format!("、期間 {period}"));
        let after = self.after.as_ref().map(|after| format!("、起算 {after}"));
        let due = self.due_on.map(|due| format!("、期限 {due}"));
        [period, after, due].into_iter().flatten().collect()
    }
}

impl Worded for Disclosure {
    fn brief(&self) -> Option<String> {
        let eligible = match self.eligible {
            Stated::Yes => Some("対象".to_owned()),
            Stated::No => Some("対象外".to_owned()),
            Stated::Possible => Some("一部対象".to_owned()),
            Stated::NotStated => Worded::brief(&self.text),
        };
        match joined(&self.reasons) {
            Some(reasons) => Some(format!("{}（{reasons}）", eligible.unwrap_or_default())),
            None => eligible,
        }
    }

    fn whole(&self) -> String {
        format!("{}（原文: {}、理由: {}）", self.brief().unwrap_or_else(|| NOTHING.to_owned()), self.text.whole(), self.reasons.whole())
    }
}

impl Word for Text {
    fn word(&self) -> Option<Cow<'_, str>> {
        Some(self.as_ref().into())
    }
}

impl Word for u32 {
    fn word(&self) -> Option<Cow<'_, str>> {
        Some(self.to_string().into())
    }
}

impl Word for NaiveDate {
    fn word(&self) -> Option<Cow<'_, str>> {
        Some(self.to_string().into())
    }
}

impl Word for Period {
    fn word(&self) -> Option<Cow<'_, str>> {
        Some(self.to_string().into())
    }
}

impl Word for Country {
    fn word(&self) -> Option<Cow<'_, str>> {
        Some(self.name(Language::Ja).into())
    }
}

impl Word for LawReference {
    fn word(&self) -> Option<Cow<'_, str>> {
        let law = match self.law {
            Law::Appi => "個人情報保護法",
            Law::AppiOrder => "個人情報保護法施行令",
            Law::AppiRules => "個人情報保護法施行規則",
            Law::NumberAct => "番号法",
            Law::Guideline => "個人情報保護法ガイドライン（通則編）",
            Law::JisQ15001 => "JIS Q 15001",
            Law::TelecommunicationsBusinessAct => "電気通信事業法",
            Law::Other => return Some(self.article.as_ref().into()),
        };
        Some(format!("{law} {}", self.article).into())
    }
}
