//! Pages of a list: so many lines after a cursor.
//!
//! A cursor names the line that it stands at (an entry by its organization, number and occurrence), not how far down it stands: when
//! the ledger moves between two pages, nothing is shown twice or passed over.

use std::cmp::Ordering;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::ledger::{EntryNo, Ledger};

/// The most lines of a page.
pub const MOST_LINES: usize = 500;

/// The lines of a page where the question does not say.
pub const USUAL_LINES: usize = 50;

/// Which lines are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Window {
    /// How many.
    pub first: usize,
    /// After which line.
    pub after: Option<Cursor>,
}

impl Window {
    /// The window of a question's `first` and `after`.
    ///
    /// # Errors
    /// Where `first` is below 0 or above [`MOST_LINES`], or `after` is no cursor.
    pub fn new(first: Option<i64>, after: Option<&str>) -> Result<Self, Refusal> {
        let first = match first {
            None => USUAL_LINES,
            Some(asked) => {
                let first = usize::try_from(asked).ok().filter(|first| *first <= MOST_LINES);
                first.ok_or(Refusal::PageSize { first: asked, limit: MOST_LINES })?
            }
        };
        Ok(Self { first, after: after.map(Cursor::decode).transpose()? })
    }
}

/// The line at which a page ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cursor {
    /// An entry: organization, control number, occurrence.
    Entry(String, String, u32),
    /// A flow of an entry: the same, and which of its flows.
    Flow(String, String, u32, usize),
    /// A transfer of an entry: the same, and which of its transfers.
    Transfer(String, String, u32, usize),
    /// A line of a list that only one revision has: the revision and the line.
    Line(i64, usize),
    /// A revision.
    Revision(i64),
}

impl Cursor {
    /// The cursor of an entry.
    #[must_use]
    pub fn of_entry(ledger: &Ledger, no: EntryNo) -> Self {
        let held = ledger.held(no);
        Self::Entry(held.organization.code.to_string(), held.entry.control_no.to_string(), held.entry.occurrence)
    }

    /// The cursor of one of an entry's flows.
    #[must_use]
    pub fn of_flow(ledger: &Ledger, no: EntryNo, flow: usize) -> Self {
        let held = ledger.held(no);
        Self::Flow(held.organization.code.to_string(), held.entry.control_no.to_string(), held.entry.occurrence, flow)
    }

    /// The cursor of one of an entry's transfers.
    #[must_use]
    pub fn of_transfer(ledger: &Ledger, no: EntryNo, transfer: usize) -> Self {
        let held = ledger.held(no);
        Self::Transfer(held.organization.code.to_string(), held.entry.control_no.to_string(), held.entry.occurrence, transfer)
    }

    /// As it is handed out: opaque letters, safe in a URL.
    #[must_use]
    pub fn encode(&self) -> String {
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default())
    }

    fn decode(text: &str) -> Result<Self, Refusal> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| Refusal::BadCursor)?;
        serde_json::from_slice(&bytes).map_err(|_| Refusal::BadCursor)
    }
}

/// Some lines of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// How many lines the whole list has.
    pub total: usize,
    /// The lines, each with its cursor.
    pub lines: Vec<(Cursor, T)>,
    /// Whether lines follow.
    pub has_next: bool,
    /// Whether lines stand before.
    pub has_previous: bool,
}

impl<T> Page<T> {
    /// The page of the lines that follow a window's cursor. Only as many are taken as are shown.
    #[must_use]
    pub fn of(total: usize, window: &Window, has_previous: bool, following: impl Iterator<Item = (Cursor, T)>) -> Self {
        let mut lines: Vec<_> = following.take(window.first + 1).collect();
        let has_next = lines.len() > window.first;
        lines.truncate(window.first);
        Self { total, lines, has_next, has_previous }
    }

    /// The same page of other nodes.
    pub fn map<U>(self, mut to: impl FnMut(T) -> U) -> Page<U> {
        let lines = self.lines.into_iter().map(|(cursor, node)| (cursor, to(node))).collect();
        Page { total: self.total, lines, has_next: self.has_next, has_previous: self.has_previous }
    }
}

/// A page of the entries for which something `is` so, in the ledger's order, of which there are `total`. Entries after the page are
/// not looked at.
///
/// # Errors
/// Where the cursor is of another list.
pub fn of_ledger(ledger: &Ledger, total: usize, window: &Window, is: impl Fn(EntryNo) -> bool) -> Result<Page<EntryNo>, Refusal> {
    let from = match &window.after {
        None => EntryNo::FIRST,
        Some(Cursor::Entry(organization, control_no, occurrence)) => after(ledger, organization, control_no, *occurrence),
        Some(_) => return Err(Refusal::BadCursor),
    };
    let has_previous = ledger.entries_before(from).any(&is);
    let following = ledger.entries_from(from).filter(|no| is(*no)).map(|no| (Cursor::of_entry(ledger, no), no));
    Ok(Page::of(total, window, has_previous, following))
}

/// A page of a list of entries that stands in the ledger's order.
///
/// # Errors
/// Where the cursor is of another list.
pub fn of_ascending(ledger: &Ledger, list: &[EntryNo], window: &Window) -> Result<Page<EntryNo>, Refusal> {
    let from = match &window.after {
        None => 0,
        Some(Cursor::Entry(organization, control_no, occurrence)) => {
            let from = after(ledger, organization, control_no, *occurrence);
            list.partition_point(|no| *no < from)
        }
        Some(_) => return Err(Refusal::BadCursor),
    };
    Ok(list_from(ledger, list, from, window))
}

/// A page of a list of entries that stands in the order of `compare`.
///
/// # Errors
/// Where the cursor is of another list, or its entry is no longer in the ledger.
pub fn of_list(
    ledger: &Ledger,
    list: &[EntryNo],
    window: &Window,
    compare: impl Fn(EntryNo, EntryNo) -> Ordering,
) -> Result<Page<EntryNo>, Refusal> {
    let from = match &window.after {
        None => 0,
        Some(Cursor::Entry(organization, control_no, occurrence)) => {
            let stands = ledger.find(organization, control_no, *occurrence).ok_or(Refusal::CursorGone)?;
            list.partition_point(|no| compare(*no, stands) != Ordering::Greater)
        }
        Some(_) => return Err(Refusal::BadCursor),
    };
    Ok(list_from(ledger, list, from, window))
}

fn list_from(ledger: &Ledger, list: &[EntryNo], from: usize, window: &Window) -> Page<EntryNo> {
    let following = list[from..].iter().map(|no| (Cursor::of_entry(ledger, *no), *no));
    Page::of(list.len(), window, from > 0, following)
}

/// A page of lines that only one revision has, such as the findings of reading it.
///
/// # Errors
/// Where the cursor is of another list or of another revision.
pub fn of_lines<T>(revision: i64, lines: impl ExactSizeIterator<Item = T>, window: &Window) -> Result<Page<T>, Refusal> {
    let from = match &window.after {
        None => 0,
        Some(Cursor::Line(of, line)) if *of == revision => line + 1,
        Some(Cursor::Line(..)) => return Err(Refusal::CursorGone),
        Some(_) => return Err(Refusal::BadCursor),
    };
    let total = lines.len();
    let following = lines.enumerate().skip(from).map(|(line, node)| (Cursor::Line(revision, line), node));
    Ok(Page::of(total, window, from > 0 && total > 0, following))
}

/// The place after an entry, or after where it stood.
fn after(ledger: &Ledger, organization: &str, control_no: &str, occurrence: u32) -> EntryNo {
    ledger.seat(organization, control_no, occurrence).map_or_else(|place| place, EntryNo::next)
}
