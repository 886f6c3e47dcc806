//! What the workbook says of each of its columns: width, note, choices, example.

use std::sync::LazyLock;

use serde::Deserialize;

/// A sheet of the workbook, in the workbook's order.
#[derive(Debug, Deserialize)]
pub(super) struct SheetGuide {
    /// Its name.
    pub(super) name: String,
    /// What it is for, in a sentence.
    pub(super) about: String,
    /// Its columns; of 事業者, its lines.
    pub(super) column: Vec<ColumnGuide>,
}

/// A column of a sheet.
#[derive(Debug, Deserialize)]
pub(super) struct ColumnGuide {
    /// The heading.
    pub(super) heading: String,
    /// How wide it is, in letters.
    #[serde(default = "ordinary_width")]
    pub(super) width: f64,
    /// What to write.
    pub(super) note: String,
    /// The choices of its drop-down; empty where any words may stand there.
    #[serde(default)]
    pub(super) choices: Vec<String>,
    /// An example.
    pub(super) example: Option<String>,
}

fn ordinary_width() -> f64 {
    24.0
}

#[derive(Deserialize)]
struct Guide {
    sheet: Vec<SheetGuide>,
}

static GUIDE: LazyLock<Guide> =
    LazyLock::new(|| toml::from_str(include_str!("template.toml")).expect("template.toml holds sheets and columns"));

/// Every sheet.
pub(super) fn guide() -> &'static [SheetGuide] {
    &GUIDE.sheet
}

/// What is said of one column, if the template has it.
pub(super) fn column(sheet: &str, heading: &str) -> Option<&'static ColumnGuide> {
    let sheet = guide().iter().find(|guide| guide.name == sheet)?;
    sheet.column.iter().find(|column| column.heading == heading)
}
