//! 開示等請求管理簿: the register of requests, a row a case, without who the person is.
//!
//! What the person was told as the reason stays in the case: it is written to the person, and may speak of it.

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, XlsxError};

use crate::language::Language;
use crate::ledger::LawReference;
use crate::question::Label;
use crate::request::{Case, Grant, Missing, Target};

use super::sheets::{Sheet, Written};
use super::xlsx::{LINE, Looks, MOST_LINES, finish_table, lines, new_workbook, write};

/// The headings and how wide each column is, in letters.
const COLUMNS: [(&str, f64); 20] = [
    ("受付番号", 24.0),
    ("事業者コード", 15.0),
    ("受付日", 12.0),
    ("回答期限", 12.0),
    ("残り日数", 10.0),
    ("超過日数", 10.0),
    ("状態", 12.0),
    ("請求の種類", 20.0),
    ("請求者", 16.0),
    ("本人の区分", 16.0),
    ("不足しているもの", 36.0),
    ("手数料（円）", 12.0),
    ("受領額（円）", 12.0),
    ("決定", 12.0),
    ("応じない事由", 36.0),
    ("根拠条文", 28.0),
    ("決定日", 12.0),
    ("回答日", 12.0),
    ("取下げ日", 12.0),
    ("台帳の版", 10.0),
];

/// The column of the days by which a case is late.
const LATE: u16 = 5;

/// The register as a sheet, in the order of the cases.
#[must_use]
pub fn register(cases: &[Case], today: NaiveDate) -> Sheet {
    Sheet {
        name: "開示等請求管理簿",
        headings: COLUMNS.iter().map(|(heading, _)| (*heading).to_owned()).collect(),
        rows: cases.iter().map(|case| row(case, today)).collect(),
    }
}

/// The register as the bytes of an `.xlsx` file. No cell of it is a formula; the days of a late case are marked.
///
/// # Errors
/// Where there are more cases than a sheet has rows, 1,048,575.
pub fn register_workbook(cases: &[Case], today: NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let sheet = register(cases, today);
    let looks = Looks::new();
    let late: Format = looks.words.clone().set_background_color("#F8B4B4");
    let mut workbook = new_workbook();
    let page = workbook.add_worksheet().set_name(sheet.name)?;
    for (at, (heading, width)) in (0..).zip(COLUMNS) {
        page.set_column_width(at, width)?.write_with_format(0, at, heading, &looks.heading)?;
    }
    for (at, row) in (1..).zip(&sheet.rows) {
        let tallest = row.iter().zip(COLUMNS).map(|(cell, (_, width))| lines(&cell.to_string(), width)).fold(1.0, f64::max);
        page.set_row_height(at, LINE * tallest.min(MOST_LINES))?;
        for (column, cell) in (0..).zip(row) {
            match cell {
                Written::Number(days) if column == LATE => page.write_number_with_format(at, column, *days, &late).map(|_| ())?,
                _ => write(page, at, column, cell, &looks, false)?,
            }
        }
    }
    let last_row = u32::try_from(sheet.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    finish_table(page, sheet.headings.len(), last_row)?;
    workbook.save_to_buffer()
}

fn row(case: &Case, today: NaiveDate) -> Vec<Written> {
    let receipt = &case.receipt;
    let progress = case.progress();
    let state = case.state();
    let target = Target::of(case, state, today);
    let joined = |words: Vec<String>| Written::Words(words.join("\n"));
    let decision = progress.decision.as_ref();
    let grounds = decision.map(|decision| decision.grounds.as_slice()).unwrap_or_default();
    let words = grounds.iter().map(|ground| ground.label(Language::Ja).to_owned()).collect();
    let basis = grounds.iter().flat_map(|ground| receipt.rights.iter().filter_map(|right| ground.basis(*right)));
    vec![
        (&receipt.number).into(),
        (&receipt.organization).into(),
        Written::Day(receipt.received_on),
        Written::Day(target.due_on),
        days(target.days_left),
        days(target.days_left.filter(|left| *left < 0).map(|left| -left)),
        state.name(Language::Ja).into(),
        joined(receipt.rights.iter().map(|right| right.name(Language::Ja).to_owned()).collect()),
        receipt.requester.label(Language::Ja).into(),
        joined(receipt.subjects.iter().map(ToString::to_string).collect()),
        joined(case.missing().iter().map(|missing: &Missing| missing.name(Language::Ja)).collect()),
        number(case.owed.fee.total(progress.estimate)),
        Written::Number(progress.paid),
        decision.map_or("", |decision| granted(decision.grant)).into(),
        joined(words),
        joined(once(basis)),
        day(case.decided_on()),
        day(case.replied_on()),
        day(case.withdrawn_on()),
        number(u32::try_from(receipt.revision).ok()),
    ]
}

fn granted(grant: Grant) -> &'static str {
    match grant {
        Grant::Whole => "全部に応じる",
        Grant::Part => "一部に応じる",
        Grant::None => "応じない",
    }
}

fn once(references: impl Iterator<Item = LawReference>) -> Vec<String> {
    let mut cited: Vec<String> = Vec::new();
    for reference in references.map(|reference| reference.in_japanese()) {
        if !cited.contains(&reference) {
            cited.push(reference);
        }
    }
    cited
}

fn day(day: Option<NaiveDate>) -> Written {
    day.map_or_else(|| "".into(), Written::Day)
}

fn number(number: Option<u32>) -> Written {
    number.map_or_else(|| "".into(), Written::Number)
}

/// Days that are not past, as a number; a blank for those that are, and where there are none.
fn days(days: Option<i64>) -> Written {
    number(days.and_then(|days| u32::try_from(days).ok()))
}
