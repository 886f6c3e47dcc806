//! Rules that look at what an organization states for the whole company.

mod fee_not_allowed;

use super::Rule;

/// The rules, in the order of their kinds.
pub(super) const RULES: &[&Rule] = &[&fee_not_allowed::RULE];
