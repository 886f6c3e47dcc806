//! Rules that look at the places, parties and joint uses that an organization's entries name.

use super::Rule;

/// The rules, in the order of their kinds.
pub(super) const RULES: &[&Rule] = &[];
