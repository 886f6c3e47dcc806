//! Entries' versions from their rows: ordered scans of the tables, merged in order, a few thousand versions at a time.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;

use super::super::StoreError;
use super::merge::{Span, these};
use super::words::{Key, Row, Words};
use crate::ledger::{Disclosure, Entry, OtherColumn, Retention, Source};

/// How many versions are read at a time.
const AT_A_TIME: u64 = 4_096;

/// A version of an entry, as read.
pub(in super::super) struct Version {
    /// The organization's row.
    pub(in super::super) organization_id: i64,
    /// The revision that brought it.
    pub(in super::super) since: i32,
    /// The revision that ended it.
    pub(in super::super) until: Option<i32>,
    /// What it states.
    pub(in super::super) entry: Arc<Entry>,
}

/// The versions for which a condition holds, in the order in which they were written.
pub(in super::super) async fn versions(
    connection: &impl ConnectionTrait,
    condition: Condition,
    words: &mut Words,
) -> Result<Vec<Version>, StoreError> {
    let mut versions = Vec::new();
    let mut last = 0;
    loop {
        let select = entity::entry_version::Entity::find().filter(condition.clone()).filter(entity::entry_version::Column::Id.gt(last));
        let rows = select.order_by_asc(entity::entry_version::Column::Id).limit(AT_A_TIME).all(connection).await?;
        let Some(final_row) = rows.last() else { return Ok(versions) };
        last = final_row.id;
        read(connection, rows, words, &mut versions).await?;
    }
}

/// The rows of entries by their ids.
pub(in super::super) async fn entry_rows(
    connection: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<BTreeMap<i64, entity::entry::Model>, StoreError> {
    let mut entries = BTreeMap::new();
    for ids in ids.chunks(4_096) {
        let among = Span::of(ids.iter().copied()).holds(entity::entry::Column::Id);
        let rows = entity::entry::Entity::find().filter(among).all(connection).await?;
        entries.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(entries)
}

async fn read(
    connection: &impl ConnectionTrait,
    rows: Vec<entity::entry_version::Model>,
    words: &mut Words,
    versions: &mut Vec<Version>,
) -> Result<(), StoreError> {
    use entity::{entry_list as list, entry_sheet as sheet};
    let ids = Span::of(rows.iter().map(|row| row.id));
    let entry_ids: Vec<i64> = rows.iter().map(|row| row.entry_id).collect();
    let entries = entry_rows(connection, &entry_ids).await?;
    let select = list::Entity::find().filter(ids.holds(list::Column::VersionId)).order_by_asc(list::Column::VersionId);
    let mut listed = select.all(connection).await?.into_iter().peekable();
    let select = sheet::Entity::find().filter(ids.holds(sheet::Column::VersionId)).order_by_asc(sheet::Column::VersionId);
    let mut sheets = select.order_by_asc(sheet::Column::Position).all(connection).await?.into_iter().peekable();
    for row in rows {
        let id = row.id;
        let of = entries.get(&row.entry_id).ok_or_else(|| StoreError::row("entry_version", "entry_id", id, row.entry_id))?;
        let mut entry = entry_of(&row, of, words)?;
        let lists = these(&mut listed, id, |list| list.version_id).next();
        take_lists(&mut entry, &lists.ok_or_else(|| StoreError::row("entry_list", "version_id", id, "-"))?, words)?;
        for sheet in these(&mut sheets, id, |sheet| sheet.version_id) {
            take_sources(&mut entry, &sheet, words)?;
        }
        let entry = Arc::new(trimmed(entry));
        versions.push(Version { organization_id: of.organization_id, since: row.since_revision, until: row.until_revision, entry });
    }
    Ok(())
}

/// A text of a list, copied only where JSON does not have it as it is.
#[derive(Deserialize)]
struct Item<'a>(#[serde(borrow)] Cow<'a, str>);

fn entry_of(row: &entity::entry_version::Model, of: &entity::entry::Model, words: &mut Words) -> Result<Entry, StoreError> {
    let at = Row { table: "entry_version", key: &row.id };
    let storage = [("storage_certainty", row.storage_certainty.as_str()), ("storage_abroad", row.storage_abroad.as_str())];
    Ok(Entry {
        control_no: words.text(&of.control_no),
        occurrence: Row { table: "entry", key: &of.id }.number("occurrence", of.occurrence)?,
        name: words.text(&row.name),
        nature: at.word("nature", &row.nature)?,
        capacity: at.word("capacity", &row.capacity)?,
        department: words.optional(row.department.as_ref()),
        manager: words.optional(row.manager.as_ref()),
        count: at.optional_number("count", row.count)?,
        storage: words.whereabouts(at, storage, [row.storage_reason.as_ref(), row.storage_text.as_ref()])?,
        retention: Retention {
            kind: at.word("retention_kind", &row.retention_kind)?,
            period: at.optional("retention_period", row.retention_period.as_ref())?,
            after: words.optional(row.retention_after.as_ref()),
            due_on: row.retention_due_on,
            exceptions: Vec::new(),
            text: words.optional(row.retention_text.as_ref()),
        },
        disposal: words.optional(row.disposal.as_ref()),
        entrusted: at.word("entrusted", &row.entrusted)?,
        provided: at.word("provided", &row.provided)?,
        jointly_used: at.word("jointly_used", &row.jointly_used)?,
        special_care: at.word("special_care", &row.special_care)?,
        individual_number: at.word("individual_number", &row.individual_number)?,
        disclosure: Disclosure {
            eligible: at.word("disclosure_eligible", &row.disclosure_eligible)?,
            reasons: Vec::new(),
            text: words.optional(row.disclosure_text.as_ref()),
        },
        reviewed_on: row.reviewed_on,
        notes: words.optional(row.notes.as_ref()),
        ..Entry::default()
    })
}

/// Adds what the lists of an entry hold.
fn take_lists(entry: &mut Entry, row: &entity::entry_list::Model, words: &mut Words) -> Result<(), StoreError> {
    let at = Row { table: "entry_list", key: &row.version_id };
    let lists: BTreeMap<&str, Vec<Item<'_>>> = at.json("words", &row.words)?;
    for (field, list) in lists {
        for Item(word) in list {
            take_word(entry, at, field, &word, words)?;
        }
    }
    let columns: Vec<(Item<'_>, Item<'_>)> = at.json("other_columns", &row.other_columns)?;
    for (Item(heading), Item(text)) in columns {
        entry.other_columns.push(OtherColumn { heading: words.text(&heading), text: words.text(&text) });
    }
    Ok(())
}

/// Adds what was read from a sheet.
fn take_sources(entry: &mut Entry, row: &entity::entry_sheet::Model, words: &mut Words) -> Result<(), StoreError> {
    let key = Key(&[&row.version_id, &row.position]);
    let at = Row { table: "entry_sheet", key: &key };
    let sheet = words.sheet(at, row.sheet_id)?;
    let cells: Vec<(Item<'_>, Item<'_>, Item<'_>)> = at.json("cells", &row.cells)?;
    entry.sources.reserve_exact(cells.len());
    for (Item(field), Item(cell), Item(text)) in cells {
        let (field, cell) = (at.word("cells", &field)?, cell.as_ref().into());
        entry.sources.push(Source { field, sheet: sheet.clone(), cell, text: words.text(&text) });
    }
    Ok(())
}

/// Adds a word to the list of its field.
fn take_word(entry: &mut Entry, at: Row<'_>, field: &str, word: &str, words: &mut Words) -> Result<(), StoreError> {
    match field {
        "subjects" => entry.subjects.push(words.text(word)),
        "items" => entry.items.push(words.text(word)),
        "purposes" => entry.purposes.push(words.text(word)),
        "acquisition" => entry.acquisition.push(words.text(word)),
        "acquiredFrom" => entry.acquired_from.push(at.word("words", word)?),
        "accessors" => entry.accessors.push(words.text(word)),
        "media" => entry.media.push(at.word("words", word)?),
        "places" => entry.places.push(words.text(word)),
        "storage" => entry.storage.countries.push(at.country("words", word)?),
        "retention" => entry.retention.exceptions.push(words.text(word)),
        "entrustments" => entry.entrustees.push(words.text(word)),
        "provisions" => entry.recipients.push(words.text(word)),
        "jointUses" => entry.joint_uses.push(words.text(word)),
        "disclosure" => entry.disclosure.reasons.push(at.word("words", word)?),
        other => return Err(at.refuse("words", other)),
    }
    Ok(())
}

/// The entry with lists no longer than what they hold, since a ledger holds many.
fn trimmed(mut entry: Entry) -> Entry {
    for list in [
        &mut entry.subjects,
        &mut entry.items,
        &mut entry.purposes,
        &mut entry.acquisition,
        &mut entry.accessors,
        &mut entry.places,
        &mut entry.retention.exceptions,
        &mut entry.entrustees,
        &mut entry.recipients,
        &mut entry.joint_uses,
    ] {
        list.shrink_to_fit();
    }
    entry.acquired_from.shrink_to_fit();
    entry.media.shrink_to_fit();
    entry.storage.countries.shrink_to_fit();
    entry.disclosure.reasons.shrink_to_fit();
    entry.other_columns.shrink_to_fit();
    entry.sources.shrink_to_fit();
    entry
}
