//! In which order entries stand.

use std::cmp::Ordering;

use crate::ledger::{EntryNo, Ledger, compare_naturally};

/// What entries are ordered by. Entries that are alike in it, and those that do not state it (which stand last either way), keep
/// the ledger's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryOrder {
    /// By what.
    pub field: EntryOrderField,
    /// Which way.
    pub direction: Direction,
}

/// What entries can be ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryOrderField {
    /// 管理番号, as a person lists numbers: R-2 before R-10.
    ControlNo,
    /// 個人情報の名称.
    Name,
    /// 管理部門.
    Department,
    /// 見直し日.
    ReviewedOn,
    /// 件数.
    Count,
}

/// Which way an order goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Direction {
    /// The least first.
    #[default]
    Asc,
    /// The greatest first.
    Desc,
}

/// Puts entries in an order.
pub fn sort(ledger: &Ledger, entries: &mut [EntryNo], order: EntryOrder) {
    entries.sort_by(|a, b| compare(ledger, order, *a, *b));
}

/// How two entries stand to each other in an order.
#[must_use]
pub fn compare(ledger: &Ledger, order: EntryOrder, a: EntryNo, b: EntryNo) -> Ordering {
    let (left, right) = (ledger.held(a).entry, ledger.held(b).entry);
    let turn = |ordering: Ordering| if order.direction == Direction::Desc { ordering.reverse() } else { ordering };
    let by_field = match order.field {
        EntryOrderField::ControlNo => turn(compare_naturally(&left.control_no, &right.control_no)),
        EntryOrderField::Name => turn(compare_naturally(&left.name, &right.name)),
        EntryOrderField::Department => {
            stated_first(left.department.as_ref(), right.department.as_ref(), |x, y| turn(compare_naturally(x, y)))
        }
        EntryOrderField::ReviewedOn => stated_first(left.reviewed_on, right.reviewed_on, |x, y| turn(x.cmp(&y))),
        EntryOrderField::Count => stated_first(left.count, right.count, |x, y| turn(x.cmp(&y))),
    };
    by_field.then(a.cmp(&b))
}

fn stated_first<T>(left: Option<T>, right: Option<T>, compare: impl Fn(T, T) -> Ordering) -> Ordering {
    match (left, right) {
        (Some(x), Some(y)) => compare(x, y),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}
