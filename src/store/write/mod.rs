//! From the ledger's values to rows.

pub(super) mod entries;
pub(super) mod findings;
pub(super) mod organizations;
mod procedures;
mod rows;
pub(super) mod sheets;

/// Values with their positions, from 0, as lists keep their order.
fn numbered<T>(values: impl IntoIterator<Item = T>) -> impl Iterator<Item = (i32, T)> {
    (0..).zip(values)
}

/// The words of an optional text, owned.
fn owned(text: Option<&crate::ledger::Text>) -> Option<String> {
    text.map(ToString::to_string)
}
