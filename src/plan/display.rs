//! A plan as a person reads it on a terminal. What fields state is told in the words of the workbook, which are Japanese.

use std::fmt;

use super::{Change, ChangeKind, FieldChange, OrganizationPlan, Plan};
use crate::language::Language;
use crate::ledger::Text;

/// A plan to be told in a language.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    plan: &'a Plan,
    language: Language,
}

impl Plan {
    /// The plan as it is told in a language.
    #[must_use]
    pub fn told(&self, language: Language) -> Told<'_> {
        Told { plan: self, language }
    }
}

impl fmt::Display for Plan {
    /// In Japanese.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.told(Language::Ja).fmt(f)
    }
}

impl fmt::Display for Told<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for organization in &self.plan.organizations {
            tell_organization(organization, self.language, f)?;
        }
        if self.plan.is_empty() {
            writeln!(f, "{}", self.language.pick("変更はありません。", "Nothing to change."))
        } else {
            Ok(())
        }
    }
}

fn tell_organization(of: &OrganizationPlan, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let [added, amended, retired] = [ChangeKind::Added, ChangeKind::Amended, ChangeKind::Retired].map(|kind| of.count(kind));
    let (unchanged, missing) = (of.unchanged, of.missing.len());
    let counts = language.pick(
        format!("追加 {added}、変更 {amended}、廃止 {retired}、変更なし {unchanged}、記載なし {missing}"),
        format!("{added} added, {amended} amended, {retired} retired, {unchanged} unchanged, {missing} not named"),
    );
    writeln!(f, "{} {}: {counts}", of.after.code, of.after.name)?;
    let organization = language.pick("事業者", "organization");
    if of.before.is_none() {
        writeln!(f, "  + {organization}")?;
    } else if !of.organization_fields.is_empty() {
        writeln!(f, "  ~ {organization}")?;
        tell_fields(&of.organization_fields, language, f)?;
    }
    for change in &of.changes {
        tell_change(change, language, f)?;
    }
    for entry in of.missing.iter().filter(|_| retired == 0) {
        let missing = language.pick("（ワークブックに記載がありません）", " (the workbooks do not name it)");
        writeln!(f, "  ? {} {}{missing}", number(&entry.control_no, entry.occurrence), entry.name)?;
    }
    Ok(())
}

/// One line; below it, where the entry is amended, a line a field.
fn tell_change(change: &Change, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let sign = match change.kind {
        ChangeKind::Added => '+',
        ChangeKind::Amended => '~',
        ChangeKind::Retired => '-',
    };
    let name = change.after.as_ref().or(change.before.as_ref()).map(|entry| entry.name.as_ref()).unwrap_or_default();
    writeln!(f, "  {sign} {} {name}", number(&change.control_no, change.occurrence))?;
    if change.kind == ChangeKind::Amended { tell_fields(&change.fields(), language, f) } else { Ok(()) }
}

fn tell_fields(fields: &[FieldChange], language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let nothing = language.pick("（記載なし）", "(not stated)");
    let shown = |value: &Option<Text>| value.as_ref().map_or_else(|| nothing.to_owned(), |text| on_one_line(text));
    for field in fields {
        writeln!(f, "      {}: {} → {}", field.label(language), shown(&field.before), shown(&field.after))?;
    }
    Ok(())
}

/// The control number, with the occurrence where it is not the first.
fn number(control_no: &str, occurrence: u32) -> String {
    if occurrence == 1 { control_no.to_owned() } else { format!("{control_no} ({occurrence})") }
}

/// Words with their line breaks and control letters shown, so that a cell cannot move a terminal's cursor.
fn on_one_line(text: &str) -> String {
    let shown = |letter: char| match letter {
        '\n' => '⏎',
        letter if letter.is_control() => '\u{fffd}',
        letter => letter,
    };
    text.chars().filter(|letter| *letter != '\r').map(shown).collect()
}
