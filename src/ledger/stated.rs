//! Yes, no, foreseen, or not said.

use std::sync::Arc;

use serde::Serialize;
use strum::{AsRefStr, EnumString, VariantArray};

/// Words of the ledger. Shared, since ledgers say the same words thousands of times.
pub type Text = Arc<str>;

/// What a ledger says of a yes-or-no matter.
#[derive(Default, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsRefStr, EnumString, VariantArray)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Stated {
    /// It says yes.
    Yes,
    /// It says no.
    No,
    /// It foresees it without saying that it happens (「…することがあります」).
    Possible,
    /// It says nothing, which is not no.
    #[default]
    NotStated,
}

impl Stated {
    /// What `self` says or, where it says nothing, what `other` says.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self == Self::NotStated { other } else { self }
    }
}
