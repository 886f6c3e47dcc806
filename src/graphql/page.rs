//! Pages of lists, as Relay has them.

use std::sync::Arc;

use async_graphql::{Context, Object, Result, SimpleObject};

use super::acceptance::Acceptance;
use super::entry::LedgerEntry;
use super::finding::Finding;
use super::flow::Flow;
use super::request::Request;
use super::revision::Revision;
use super::snapshot::{Found, Snapshot};
use super::transfer::Transfer;
use crate::ledger::EntryNo;
use crate::question::Page;

/// Where a page stands in its list.
#[derive(SimpleObject)]
pub struct PageInfo {
    /// Whether lines follow after this page.
    has_next_page: bool,
    /// Whether lines stand before this page.
    has_previous_page: bool,
    /// The cursor of the first line of this page; none where the page is empty.
    start_cursor: Option<String>,
    /// The cursor of the last line of this page, to be passed on as `after`; none where the page is empty.
    end_cursor: Option<String>,
}

impl PageInfo {
    fn of<T>(page: &Page<T>) -> Self {
        let cursor = |line: Option<&(crate::question::page::Cursor, T)>| line.map(|(cursor, _)| cursor.encode());
        Self {
            has_next_page: page.has_next,
            has_previous_page: page.has_previous,
            start_cursor: cursor(page.lines.first()),
            end_cursor: cursor(page.lines.last()),
        }
    }
}

/// A page of entries.
pub struct EntryConnection(Page<LedgerEntry>);

impl EntryConnection {
    /// A page of the entries of a ledger.
    pub fn new(snapshot: &Arc<Snapshot>, page: Page<EntryNo>) -> Self {
        Self(page.map(|no| LedgerEntry { snapshot: Arc::clone(snapshot), no }))
    }
}

/// A page of entries.
#[Object]
impl EntryConnection {
    /// How many entries the whole list has.
    async fn total_count(&self) -> usize {
        self.0.total
    }

    /// The entries of this page.
    async fn nodes(&self) -> Vec<LedgerEntry> {
        self.0.lines.iter().map(|(_, entry)| entry.clone()).collect()
    }

    /// The entries of this page, each with its cursor.
    async fn edges(&self) -> Vec<EntryEdge> {
        self.0.lines.iter().map(|(cursor, entry)| EntryEdge { cursor: cursor.encode(), node: entry.clone() }).collect()
    }

    /// Where this page stands in the list.
    async fn page_info(&self) -> PageInfo {
        PageInfo::of(&self.0)
    }
}

/// An entry in a page.
#[derive(SimpleObject)]
pub struct EntryEdge {
    /// The cursor of the entry, to be passed on as `after`.
    cursor: String,
    /// The entry.
    node: LedgerEntry,
}

/// A page of flows.
pub struct FlowConnection(pub Page<Flow>);

/// A page of flows.
#[Object]
impl FlowConnection {
    /// How many flows the whole list has.
    async fn total_count(&self) -> usize {
        self.0.total
    }

    /// The flows of this page.
    async fn nodes(&self) -> Vec<&Flow> {
        self.0.lines.iter().map(|(_, flow)| flow).collect()
    }

    /// Where this page stands in the list.
    async fn page_info(&self) -> PageInfo {
        PageInfo::of(&self.0)
    }
}

/// A page of transfers.
pub struct TransferConnection(pub Page<Transfer>);

/// A page of transfers.
#[Object]
impl TransferConnection {
    /// How many transfers the whole list has.
    async fn total_count(&self) -> usize {
        self.0.total
    }

    /// The transfers of this page.
    async fn nodes(&self) -> Vec<&Transfer> {
        self.0.lines.iter().map(|(_, transfer)| transfer).collect()
    }

    /// Where this page stands in the list.
    async fn page_info(&self) -> PageInfo {
        PageInfo::of(&self.0)
    }
}

/// A page of findings.
pub struct FindingConnection(pub Page<Finding>);

impl FindingConnection {
    /// A page of a snapshot's findings.
    ///
    /// # Errors
    /// Where the registry cannot be read.
    pub async fn new(ctx: &Context<'_>, snapshot: &Arc<Snapshot>, page: Page<Found<'_>>) -> Result<Self> {
        let mut lines = Vec::with_capacity(page.lines.len());
        for (cursor, found) in page.lines {
            lines.push((cursor, snapshot.found(ctx, found).await?));
        }
        Ok(Self(Page { total: page.total, lines, has_next: page.has_next, has_previous: page.has_previous }))
    }
}

/// A page of findings.
#[Object]
impl FindingConnection {
    /// How many findings the whole list has.
    async fn total_count(&self) -> usize {
        self.0.total
    }

    /// The findings of this page.
    async fn nodes(&self) -> Vec<&Finding> {
        self.0.lines.iter().map(|(_, finding)| finding).collect()
    }

    /// Where this page stands in the list.
    async fn page_info(&self) -> PageInfo {
        PageInfo::of(&self.0)
    }
}

/// A page of acceptances.
pub struct AcceptanceConnection(pub Page<Acceptance>);

/// A page of acceptances.
#[Object]
impl AcceptanceConnection {
    /// How many acceptances the whole list has.
    async fn total_count(&self) -> usize {
        self.0.total
    }

    /// The acceptances of this page.
    async fn nodes(&self) -> Vec<&Acceptance> {
        self.0.lines.iter().map(|(_, acceptance)| acceptance).collect()
    }

    /// Where this page stands in the list.
    async fn page_info(&self) -> PageInfo {
        PageInfo::of(&self.0)
    }
}

/// A page of requests.
pub struct RequestConnection(pub Page<Request>);

/// A page of requests.
#[Object]
impl RequestConnection {
    /// How many requests the whole list has.
    async fn total_count(&self) -> usize {
        self.0.total
    }

    /// The requests of this page.
    async fn nodes(&self) -> Vec<&Request> {
        self.0.lines.iter().map(|(_, request)| request).collect()
    }

    /// Where this page stands in the list.
    async fn page_info(&self) -> PageInfo {
        PageInfo::of(&self.0)
    }
}

/// A page of revisions.
pub struct RevisionConnection(pub Page<Revision>);

/// A page of revisions.
#[Object]
impl RevisionConnection {
    /// How many revisions the whole list has.
    async fn total_count(&self) -> usize {
        self.0.total
    }

    /// The revisions of this page.
    async fn nodes(&self) -> Vec<&Revision> {
        self.0.lines.iter().map(|(_, revision)| revision).collect()
    }

    /// Where this page stands in the list.
    async fn page_info(&self) -> PageInfo {
        PageInfo::of(&self.0)
    }
}
