//! What a section says, as a small structure: paragraphs, lists, tables and rows of a term with its words.

/// One part of a section's text. Words are plain; line breaks in them are kept as breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// What the parts up to the next heading are about.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A list.
    List(Vec<Item>),
    /// A table.
    Table(Table),
    /// Terms, each with what is said of it.
    Terms(Vec<Term>),
}

/// One line of a list, with the lines that belong to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// The line.
    pub text: String,
    /// The lines below it.
    pub below: Vec<String>,
}

/// A table. A cell holds words of its own, each on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub headings: Vec<&'static str>,
    /// The rows, a cell for each column.
    pub rows: Vec<Vec<Vec<String>>>,
}

/// A term with what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The term.
    pub name: String,
    /// What is said: one line, or several.
    pub said: Vec<Item>,
}

impl From<String> for Item {
    fn from(text: String) -> Self {
        Self { text, below: Vec::new() }
    }
}

impl Term {
    /// A term of which one thing is said.
    #[must_use]
    pub fn new(name: impl Into<String>, said: impl Into<String>) -> Self {
        Self { name: name.into(), said: vec![Item::from(said.into())] }
    }

    /// A term of which several things are said.
    #[must_use]
    pub fn list(name: impl Into<String>, said: impl IntoIterator<Item = String>) -> Self {
        Self { name: name.into(), said: said.into_iter().map(Item::from).collect() }
    }
}

/// The least that can be true or untrue of a text: a paragraph, a line of a list, or a line of a table's last cell, with all that leads to
/// it (heading, term, the line above, the row's other cells), the outermost first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Statement(pub Vec<String>);

impl std::fmt::Display for Statement {
    /// On one line: `手数料 › 1件につき800円（税込）`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            let step = step.split_whitespace().collect::<Vec<_>>().join(" ");
            f.write_str(if at == 0 { "" } else { " › " })?;
            f.write_str(&step)?;
        }
        Ok(())
    }
}

/// The statements of some blocks, in order.
pub(super) fn statements(blocks: &[Block]) -> Vec<Statement> {
    let mut under: Option<&String> = None;
    let mut found = Vec::new();
    for block in blocks {
        let mut say = |path: Vec<&str>| {
            let path = under.map(String::as_str).into_iter().chain(path);
            found.push(Statement(path.map(str::to_owned).collect()));
        };
        match block {
            Block::Heading(words) => under = Some(words),
            Block::Paragraph(words) => say(vec![words]),
            Block::List(items) => of_items(&[], items, &mut say),
            Block::Terms(terms) => terms.iter().for_each(|term| of_items(&[&term.name], &term.said, &mut say)),
            Block::Table(table) => table.rows.iter().for_each(|row| of_row(row, &mut say)),
        }
    }
    found
}

fn of_items(above: &[&str], items: &[Item], say: &mut impl FnMut(Vec<&str>)) {
    for item in items {
        let path = [above, &[item.text.as_str()]].concat();
        if item.below.is_empty() {
            say(path);
        } else {
            item.below.iter().for_each(|line| say([path.as_slice(), &[line]].concat()));
        }
    }
}

fn of_row(row: &[Vec<String>], say: &mut impl FnMut(Vec<&str>)) {
    let Some((last, others)) = row.split_last() else { return };
    let others: Vec<String> = others.iter().map(|cell| cell.join("、")).filter(|cell| !cell.is_empty()).collect();
    let path: Vec<&str> = others.iter().map(String::as_str).collect();
    if last.is_empty() {
        say(path);
    } else {
        for line in last {
            say([path.as_slice(), &[line]].concat());
        }
    }
}
