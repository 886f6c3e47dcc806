//! The papers that a procedure asks for, and whether one that came in will do (APPI 37(2), Order 12(iii)).

use chrono::{Months, NaiveDate};

use crate::language::Language;
use crate::law::documents::{Document, wholly_expired};
use crate::ledger::{Period, RequesterKind, RequiredDocument, Text};

/// Lines of a list of documents that belong together: alternatives, or a single line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperGroup {
    /// Who must show them.
    pub requester: RequesterKind,
    /// What the alternatives are called; none for a single line without a group.
    pub name: Option<Text>,
    /// How many of them must be shown.
    pub choose: usize,
    /// The lines.
    pub lines: Vec<RequiredDocument>,
}

/// The groups of a list of documents, in the list's order. A group that does not say how many must be shown asks for one.
#[must_use]
pub fn groups(lines: &[RequiredDocument]) -> Vec<PaperGroup> {
    let mut groups: Vec<PaperGroup> = Vec::new();
    for line in lines {
        let same = |group: &&mut PaperGroup| line.group.is_some() && group.name == line.group && group.requester == line.requester;
        if let Some(group) = groups.iter_mut().find(same) {
            group.choose = group.choose.max(chosen(line));
            group.lines.push(line.clone());
        } else {
            groups.push(PaperGroup {
                requester: line.requester,
                name: line.group.clone(),
                choose: chosen(line),
                lines: vec![line.clone()],
            });
        }
    }
    // A group that asks for more than it lists could never be complete.
    for group in &mut groups {
        group.choose = group.choose.min(group.lines.len());
    }
    groups
}

fn chosen(line: &RequiredDocument) -> usize {
    line.choose.filter(|choose| *choose > 0 && line.group.is_some()).map_or(1, |choose| choose as usize)
}

/// Why a paper will not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperFault {
    /// The procedure limits how old it may be, and its day of issue is not given.
    IssueDayNeeded {
        /// How old it may be.
        limit: Period,
    },
    /// It was issued too long ago.
    TooOld {
        /// The day of issue.
        issued_on: NaiveDate,
        /// How old it may be.
        limit: Period,
        /// The last day on which it would have done.
        last_day: NaiveDate,
    },
    /// It was issued after the day on which it came in.
    IssuedLater {
        /// The day of issue.
        issued_on: NaiveDate,
        /// The day on which it came in.
        received_on: NaiveDate,
    },
    /// No paper of this kind can be valid any more.
    Abolished {
        /// Its name.
        document: &'static Document,
        /// The last day on which one could be valid.
        last_valid: NaiveDate,
    },
}

/// Whether a paper for a line will do: issued within the limit, counted in calendar months to the day on which it came in, and of a
/// kind that can still be valid on that day.
///
/// # Errors
/// Where it will not.
pub fn judge(line: &RequiredDocument, issued_on: Option<NaiveDate>, received_on: NaiveDate) -> Result<(), PaperFault> {
    if let Some(document) = wholly_expired(&line.name, received_on)
        && let Some(last_valid) = document.last_valid
    {
        return Err(PaperFault::Abolished { document, last_valid });
    }
    if let Some(issued_on) = issued_on.filter(|issued_on| *issued_on > received_on) {
        return Err(PaperFault::IssuedLater { issued_on, received_on });
    }
    let Some(limit) = line.issued_within else { return Ok(()) };
    let Some(issued_on) = issued_on else { return Err(PaperFault::IssueDayNeeded { limit }) };
    match after(issued_on, limit) {
        Some(last_day) if received_on > last_day => Err(PaperFault::TooOld { issued_on, limit, last_day }),
        _ => Ok(()),
    }
}

/// The day so much later; none where the calendar ends before.
pub(super) fn after(day: NaiveDate, period: Period) -> Option<NaiveDate> {
    let months = period.years.checked_mul(12)?.checked_add(period.months)?;
    let days = u64::from(period.weeks) * 7 + u64::from(period.days);
    day.checked_add_months(Months::new(months))?.checked_add_days(chrono::Days::new(days))
}

impl PaperFault {
    /// What is wrong, and the way out.
    #[must_use]
    pub fn message(&self, paper: &str, language: Language) -> String {
        let [ja, en] = match self {
            Self::IssueDayNeeded { limit } => [
                format!("「{paper}」は発行後{}以内のものに限られます。発行日も記録してください。", limit.in_japanese()),
                format!("`{paper}` must have been issued within {limit}. Record its day of issue as well."),
            ],
            Self::TooOld { issued_on, limit, last_day } => [
                format!(
                    "「{paper}」は発行日が{issued_on}で、発行後{}以内({last_day}まで)のものではありません。新しく発行されたものを求めてください。",
                    limit.in_japanese()
                ),
                format!(
                    "`{paper}` was issued on {issued_on}; within {limit} it would have done until {last_day}. Ask for one issued since."
                ),
            ],
            Self::IssuedLater { issued_on, received_on } => [
                format!("「{paper}」の発行日{issued_on}が受領日{received_on}より後です。日付を確かめてください。"),
                format!("`{paper}` is said to be issued on {issued_on}, after it came in on {received_on}. Check the days."),
            ],
            Self::Abolished { document, last_valid } => {
                let now = document.now.join("、");
                [
                    format!(
                        "「{paper}」のうち{}は{last_valid}を最後に有効なものがありません。{now}を求め、手続の必要書類も改めてください。",
                        document.name.text(Language::Ja)
                    ),
                    format!(
                        "No {} has been valid since {last_valid}. Ask for {now} instead, and amend the procedure's list of documents.",
                        document.name.text(Language::En)
                    ),
                ]
            }
        };
        language.pick(ja, en)
    }
}
