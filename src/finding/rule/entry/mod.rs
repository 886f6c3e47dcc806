//! Rules that look at one entry.

mod purpose_missing;

use super::Rule;

/// The rules, in the order of their kinds.
pub(super) const RULES: &[&Rule] = &[&purpose_missing::RULE];
