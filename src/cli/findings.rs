//! Findings on a terminal: what has to be done, where, and why, with the row shown and the cell marked.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};

use unicode_width::UnicodeWidthStr;

use super::Surroundings;
use super::cited::Cited;
use super::excerpt::{excerpt, one_line};
use super::output;
use crate::finding::{Code, Finding, Severity};
use crate::language::Language;
use crate::ledger::{LawReference, Source};

/// Findings of one kind that are told one by one, unless all are asked for; more are counted.
const MOST_TOLD: usize = 10;
/// Further cells of which the same is said that are named; more are counted.
const MOST_PLACES: usize = 8;
/// How wide a line is where there is no terminal.
const PLAIN_WIDTH: usize = 100;

/// How findings are told.
pub(super) struct Telling {
    /// In which language.
    pub language: Language,
    /// Whether all are told, however many there are.
    pub all: bool,
    /// How wide a line may be.
    pub width: usize,
    /// Whether colours are wanted.
    pub colours: bool,
}

/// Cells of which the same is said.
struct Told<'a> {
    message: String,
    advice: Option<String>,
    sources: Vec<&'a Source>,
}

impl Telling {
    /// As standard error shows it.
    pub(super) fn new(surroundings: &Surroundings, all: bool) -> Self {
        let width = terminal_size::terminal_size_of(io::stderr()).map_or(PLAIN_WIDTH, |(width, _)| usize::from(width.0));
        let colours = !surroundings.environment.no_color && io::stderr().is_terminal();
        Self { language: surroundings.language, all, width, colours }
    }

    /// As standard output shows it.
    pub(super) fn of_answers(surroundings: &Surroundings, all: bool) -> Self {
        let width = output::width().map_or(PLAIN_WIDTH, usize::from);
        let colours = !surroundings.environment.no_color && output::is_terminal();
        Self { language: surroundings.language, all, width, colours }
    }

    /// Writes findings grouped by what has to be done, the gravest first, and how many there are.
    pub(super) fn tell(&self, findings: &[Finding], cited: &Cited, out: &mut impl Write) -> io::Result<()> {
        let mut groups: BTreeMap<(Severity, Code), Vec<&Finding>> = BTreeMap::new();
        for finding in findings {
            groups.entry((finding.code.severity(), finding.code)).or_default().push(finding);
        }
        for ((severity, code), group) in groups {
            self.group(severity, code, &group, cited, out)?;
        }
        writeln!(out, "\n{}", self.summary(findings))
    }

    fn group(&self, severity: Severity, code: Code, findings: &[&Finding], cited: &Cited, out: &mut impl Write) -> io::Result<()> {
        let mut told: Vec<Told<'_>> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for finding in findings {
            let message = finding.message(self.language);
            let place = *places.entry(message.clone()).or_insert(told.len());
            if place == told.len() {
                told.push(Told { message, advice: finding.advice(self.language), sources: Vec::new() });
            }
            told[place].sources.extend(&finding.sources);
        }
        let shared = told.first().map(|first| first.advice.clone()).filter(|advice| told.iter().all(|one| one.advice == *advice));
        let todo = match &shared {
            Some(Some(advice)) => one_line(advice),
            Some(None) => self.language.pick("ご確認ください。", "Please note.").to_owned(),
            None => self.language.pick("それぞれ次のように直してください。", "Mend each as it says.").to_owned(),
        };
        let word = self.paint(severity, self.word(severity));
        let count = findings.len();
        let count = self.language.pick(format!("（{count}件）"), format!(" ({count})"));
        writeln!(out, "\n{word}{}{todo}{count} [{}]", self.language.pick("：", ": "), code.as_ref())?;
        if let Some(basis) = self.basis(findings) {
            writeln!(out, "  {basis}")?;
        }
        let most = if self.all { told.len() } else { MOST_TOLD };
        for one in told.iter().take(most) {
            self.one(severity, one, shared.is_none(), cited, out)?;
        }
        if told.len() > most {
            let more: usize = told[most..].iter().map(|one| one.sources.len().max(1)).sum();
            let sentence = self.language.pick(
                format!("  … ほか{more}件（--all-findings ですべて表示します）"),
                format!("  … and {more} more (--all-findings shows them all)"),
            );
            writeln!(out, "{sentence}")?;
        }
        Ok(())
    }

    /// What the findings of a group rest on, each provision once.
    fn basis(&self, findings: &[&Finding]) -> Option<String> {
        let mut basis: Vec<&LawReference> = Vec::new();
        for provision in findings.iter().flat_map(|finding| &finding.basis) {
            if !basis.contains(&provision) {
                basis.push(provision);
            }
        }
        let cited = |provision: &&LawReference| {
            self.language.pick(provision.in_japanese(), format!("{} {}", provision.law.as_ref(), provision.article))
        };
        let basis = basis.iter().map(cited).collect::<Vec<_>>();
        let basis = basis.join(self.language.pick("、", ", "));
        (!basis.is_empty()).then(|| self.language.pick(format!("根拠：{basis}"), format!("Rests on: {basis}")))
    }

    fn one(&self, severity: Severity, told: &Told<'_>, advised: bool, cited: &Cited, out: &mut impl Write) -> io::Result<()> {
        if let Some((first, others)) = told.sources.split_first() {
            writeln!(out, "  {}{}", place(first), self.others(first, others))?;
        }
        writeln!(out, "    {}", one_line(&told.message))?;
        if let Some(advice) = told.advice.as_ref().filter(|_| advised) {
            writeln!(out, "    → {}", one_line(advice))?;
        }
        let Some(first) = told.sources.first() else { return Ok(()) };
        let (Some(row), Some(at)) = (cited.row(first), cited.cell(first)) else { return Ok(()) };
        let number = format!("{:>7} │ ", row.number);
        let shown = excerpt(row, at.column, self.language.pick("（空欄）", "(blank)"), self.width.saturating_sub(number.width()));
        writeln!(out, "{number}{}{}{}", shown.before, self.paint(severity, &shown.marked), shown.after)?;
        let before = " ".repeat(shown.before.width());
        writeln!(out, "{:>7} │ {before}{}", "", self.paint(severity, &"^".repeat(shown.marked.width().max(1))))
    }

    /// Further cells of which the same is said.
    fn others(&self, first: &Source, others: &[&Source]) -> String {
        if others.is_empty() {
            return String::new();
        }
        let (mut last, mut cells) = (&first.sheet, Vec::new());
        for other in others.iter().take(MOST_PLACES) {
            let is_of_last = other.sheet == *last;
            let is_of_workbook = other.sheet.workbook == last.workbook;
            cells.push(match (is_of_last, is_of_workbook) {
                (true, _) => one_line(&other.cell.to_string()),
                (false, true) => format!("{} › {}", one_line(&other.sheet.sheet), one_line(&other.cell.to_string())),
                (false, false) => place(other),
            });
            last = &other.sheet;
        }
        let more = if others.len() > MOST_PLACES { " …" } else { "" };
        let (count, cells) = (others.len(), cells.join(", "));
        self.language.pick(format!("（ほか{count}か所：{cells}{more}）"), format!(" (and {count} more: {cells}{more})"))
    }

    fn summary(&self, findings: &[Finding]) -> String {
        if findings.is_empty() {
            return self.language.pick("指摘はありません。", "No findings.").to_owned();
        }
        let count = |severity| findings.iter().filter(|finding| finding.code.severity() == severity).count();
        let counts = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| (severity, count(severity)));
        let counts = counts.map(|(severity, count)| {
            let plural = if count == 1 { "" } else { "s" };
            let said = self.language.pick(format!("{} {count}件", self.word(severity)), format!("{count} {}{plural}", self.word(severity)));
            if count > 0 { self.paint(severity, &said) } else { said }
        });
        counts.join(self.language.pick("、", ", "))
    }

    fn word(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Error => self.language.pick("誤り", "error"),
            Severity::Warning => self.language.pick("注意", "warning"),
            Severity::Note => self.language.pick("参考", "note"),
        }
    }

    fn paint(&self, severity: Severity, text: &str) -> String {
        let colour = match severity {
            Severity::Error => 31,
            Severity::Warning => 33,
            Severity::Note => 36,
        };
        if self.colours { format!("\u{1b}[1;{colour}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// `台帳.xlsx › 台帳 › F12`.
fn place(source: &Source) -> String {
    let cell = source.cell.to_string();
    let steps = [source.sheet.workbook.as_ref(), source.sheet.sheet.as_ref(), cell.as_str()];
    let steps: Vec<String> = steps.into_iter().filter(|step| !step.is_empty()).map(one_line).collect();
    steps.join(" › ")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::ledger::{Field, SheetName};
    use crate::sheet::table::{Cell, Row, Table, Value, Workbook};

    fn finding(code: Code, words: &[&str], cells: &[&str]) -> Finding {
        let sheet = Arc::new(SheetName { workbook: "甲.xlsx".into(), sheet: "台帳".into() });
        let source = |cell: &&str| Source { field: Field::Count, sheet: Arc::clone(&sheet), cell: (*cell).into(), text: "".into() };
        let words = words.iter().map(|word| (*word).into()).collect();
        Finding { code, organization: "kou".into(), entry: None, words, sources: cells.iter().map(source).collect(), basis: Vec::new() }
    }

    fn told(findings: &[Finding], telling: &Telling) -> String {
        let row = |number| Row {
            number,
            hidden: false,
            cells: (0..).zip(["K-1", "名簿", "多数"]).map(|(column, text)| Cell { column, value: Value::Text(text.into()) }).collect(),
        };
        let table = Table { name: "台帳".into(), rows: (1..50).map(row).collect(), ..Table::default() };
        let workbook = Workbook { name: "甲.xlsx".into(), tables: vec![table], remarks: Vec::new() };
        let mut out = Vec::new();
        telling.tell(findings, &Cited::new(&[workbook], findings), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    const PLAIN: Telling = Telling { language: Language::Ja, all: false, width: 60, colours: false };

    #[test]
    fn the_row_is_shown_and_the_cell_marked() {
        let findings = [finding(Code::CountUnreadable, &["多数"], &["C3"]), finding(Code::CountUnreadable, &["多数"], &["C4"])];
        let text = told(&findings, &PLAIN);
        let expected = [
            "  甲.xlsx › 台帳 › C3（ほか1か所：C4）",
            "    「多数」から件数を読み取れません。",
            "      3 │ K-1 │ 名簿 │ 多数",
            "        │              ^^^^",
        ];
        assert!(text.contains(&expected.join("\n")), "{text}");
        assert!(text.starts_with("\n注意：「1200」") && text.contains("（2件） [count-unreadable]"), "{text}");
        assert!(text.ends_with("\n誤り 0件、注意 2件、参考 0件\n"), "{text}");
    }

    #[test]
    fn the_gravest_come_first_and_a_long_group_is_cut_until_all_is_asked_for() {
        let mut findings = vec![finding(Code::HiddenSheet, &["x"], &["A1"]), finding(Code::NoLedgerHere, &[], &[])];
        findings.extend((1..40).map(|row| finding(Code::CountUnreadable, &[&format!("多数{row}")], &[&format!("C{row}")])));
        let english = Telling { language: Language::En, ..PLAIN };
        let text = told(&findings, &english);
        let at = |word: &str| text.find(word).unwrap_or_else(|| panic!("{word} in {text}"));
        assert!(at("[no-ledger-here]") < at("[count-unreadable]") && at("[count-unreadable]") < at("[hidden-sheet]"));
        assert!(text.contains("… and 29 more (--all-findings") && text.ends_with("1 error, 39 warnings, 1 note\n"), "{text}");
        let all = told(&findings, &Telling { all: true, ..english });
        assert!(all.contains("› C39\n") && !all.contains("more ("), "{all}");
    }

    #[test]
    fn colours_are_only_there_where_they_are_wanted() {
        let findings = [finding(Code::CountUnreadable, &["多\u{1b}[2J数"], &["C3"])];
        assert!(!told(&findings, &PLAIN).contains('\u{1b}'));
        let coloured = told(&findings, &Telling { colours: true, ..PLAIN });
        assert!(coloured.contains("\u{1b}[1;33m多数\u{1b}[0m") && !coloured.contains("[2J数\u{1b}"), "{coloured}");
        assert_eq!(told(&[], &PLAIN), "\n指摘はありません。\n");
    }
}
