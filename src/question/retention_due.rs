//! What falls due for disposal by a day (APPI 22), and of which that cannot be told.

use chrono::NaiveDate;

use super::page;
use super::{Page, Refusal, Window};
use crate::ledger::{EntryNo, Ledger, RetentionKind};

/// The entries that fall due by a day, that day included; the earliest first.
///
/// # Errors
/// Where the cursor is of another list, or its entry is no longer in the ledger.
pub fn due(ledger: &Ledger, by: NaiveDate, window: &Window) -> Result<Page<EntryNo>, Refusal> {
    let due_on = |no: EntryNo| ledger.held(no).entry.retention.due_on;
    let mut due: Vec<EntryNo> = ledger.entries().filter(|no| due_on(*no).is_some_and(|day| day <= by)).collect();
    due.sort_by_key(|no| (due_on(*no), *no));
    page::of_list(ledger, &due, window, |a, b| (due_on(a), a).cmp(&(due_on(b), b)))
}

/// The entries of which the ledger does not give enough to tell the day: an event of which it does not say when it happens, "as
/// long as needed", nothing at all, or something that could not be read. What is kept for ever is told, and never falls due.
///
/// # Errors
/// Where the cursor is of another list.
pub fn undetermined(ledger: &Ledger, window: &Window) -> Result<Page<EntryNo>, Refusal> {
    let open = |no: EntryNo| {
        let retention = &ledger.held(no).entry.retention;
        retention.due_on.is_none() && retention.kind != RetentionKind::Permanent
    };
    page::of_ledger(ledger, ledger.entries().filter(|no| open(*no)).count(), window, open)
}
