//! What a heading and a sheet's name mean.

use super::{Concept, Sheet, SheetUse, Vocabulary};
use crate::ledger::{Text, fold};

impl Vocabulary {
    /// What a heading of a sheet means, if it is known.
    #[must_use]
    pub fn heading(&self, sheet: Sheet, text: &str) -> Option<Concept> {
        self.headings.get(&sheet)?.whole(&fold(text))
    }

    /// What a heading under group headings means: `["委託", "有無"]` is the column 有無 under the group 委託.
    #[must_use]
    pub fn heading_under(&self, sheet: Sheet, path: &[&str]) -> Option<Concept> {
        self.heading(sheet, &path.concat()).or_else(|| self.heading(sheet, path.last()?))
    }

    /// Headings of a sheet that a text may be a slip for.
    #[must_use]
    pub fn headings_near(&self, sheet: Sheet, text: &str) -> Vec<(Text, Concept)> {
        self.headings.get(&sheet).map(|words| words.near(&fold(text))).unwrap_or_default()
    }

    /// What a sheet of this name is, if its name tells.
    #[must_use]
    pub fn sheet(&self, name: &str) -> Option<SheetUse> {
        self.sheets.whole(&fold(name))
    }
}
