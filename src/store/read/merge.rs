//! Lists merged with the rows that they hang off, both in the order of the key.

use std::iter::Peekable;

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ExprTrait};

/// The keys of rows that were read: as a range where they are close together, else one by one.
pub(super) enum Span {
    /// Most of what lies between is among them.
    Range(i64, i64),
    /// These.
    Each(Vec<i64>),
}

impl Span {
    /// The span of these keys, in any order.
    pub(super) fn of(keys: impl Iterator<Item = i64>) -> Self {
        let mut keys: Vec<i64> = keys.collect();
        keys.sort_unstable();
        keys.dedup();
        match (keys.first(), keys.last()) {
            (Some(first), Some(last)) if usize::try_from(last - first).is_ok_and(|width| width < keys.len() * 2) => {
                Self::Range(*first, *last)
            }
            _ => Self::Each(keys),
        }
    }

    /// That a column is among these keys, or close to them.
    pub(super) fn holds(&self, column: impl ColumnTrait) -> Condition {
        let column: Expr = Expr::col(column.as_column_ref());
        Condition::all().add(match self {
            Self::Range(first, last) => column.between(*first, *last),
            Self::Each(keys) => column.is_in(keys.iter().copied()),
        })
    }
}

/// The next rows whose key this is; those of keys passed over are left out.
pub(super) fn these<'a, T, I: Iterator<Item = T>>(
    rows: &'a mut Peekable<I>,
    key: i64,
    key_of: impl Fn(&T) -> i64 + 'a,
) -> impl Iterator<Item = T> + 'a {
    while rows.next_if(|row| key_of(row) < key).is_some() {}
    std::iter::from_fn(move || rows.next_if(|row| key_of(row) == key))
}
