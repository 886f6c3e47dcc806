//! A plan as a person reads it on a terminal.

use std::fmt;

use super::{Change, ChangeKind, FieldChange, OrganizationPlan, Plan};
use crate::ledger::Text;

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for organization in &self.organizations {
            write!(f, "{organization}")?;
        }
        if self.is_empty() { writeln!(f, "変更はありません。") } else { Ok(()) }
    }
}

impl fmt::Display for OrganizationPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} {}: 追加 {}、変更 {}、廃止 {}、変更なし {}、記載なし {}",
            self.after.code,
            self.after.name,
            self.count(ChangeKind::Added),
            self.count(ChangeKind::Amended),
            self.count(ChangeKind::Retired),
            self.unchanged,
            self.missing.len(),
        )?;
        if self.before.is_none() {
            writeln!(f, "  + 事業者")?;
        } else if !self.organization_fields.is_empty() {
            writeln!(f, "  ~ 事業者")?;
            for field in &self.organization_fields {
                writeln!(f, "      {field}")?;
            }
        }
        for change in &self.changes {
            write!(f, "{change}")?;
        }
        let retired = self.count(ChangeKind::Retired) > 0;
        for entry in self.missing.iter().filter(|_| !retired) {
            writeln!(f, "  ? {} {}（ワークブックに記載がありません）", number(&entry.control_no, entry.occurrence), entry.name)?;
        }
        Ok(())
    }
}

impl fmt::Display for Change {
    /// One line; below it, where the entry is amended, a line a field.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.kind {
            ChangeKind::Added => '+',
            ChangeKind::Amended => '~',
            ChangeKind::Retired => '-',
        };
        let name = self.after.as_ref().or(self.before.as_ref()).map(|entry| entry.name.as_ref()).unwrap_or_default();
        writeln!(f, "  {sign} {} {name}", number(&self.control_no, self.occurrence))?;
        if self.kind == ChangeKind::Amended {
            for field in self.fields() {
                writeln!(f, "      {field}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for FieldChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |value: &Option<Text>| value.as_ref().map_or_else(|| "（記載なし）".to_owned(), |text| on_one_line(text));
        write!(f, "{}: {} → {}", self.label(), shown(&self.before), shown(&self.after))
    }
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
