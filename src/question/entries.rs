//! Entries that meet a filter, in an order, a page at a time.

use super::page::{self, Page, Window};
use super::{EntryFilter, EntryOrder, Refusal, compare, select, sort};
use crate::ledger::{EntryNo, Ledger};
use crate::vocabulary::Vocabulary;

/// A page of the entries that meet a filter (all without one), in an order (the ledger's without one).
///
/// # Errors
/// Where the filter or the cursor is refused.
pub fn entries(
    ledger: &Ledger,
    filter: Option<&EntryFilter>,
    order: Option<EntryOrder>,
    window: &Window,
    vocabulary: &Vocabulary,
) -> Result<Page<EntryNo>, Refusal> {
    if filter.is_none() && order.is_none() {
        return page::of_ledger(ledger, ledger.len(), window, |_| true);
    }
    let mut selected = match filter {
        Some(filter) => select(ledger, filter, vocabulary)?,
        None => ledger.entries().collect(),
    };
    match order {
        Some(order) => {
            sort(ledger, &mut selected, order);
            page::of_list(ledger, &selected, window, |a, b| compare(ledger, order, a, b))
        }
        None => page::of_ascending(ledger, &selected, window),
    }
}
