//! The long lists of versions, each list as one JSON text: taking a row for each of its words costs more than reading it.

use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, IdenStatic, Iterable, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;

use super::super::StoreError;
use super::merge::Span;

/// A list of a version.
pub(super) struct List {
    /// The version's id.
    pub(super) of: i64,
    json: String,
}

/// A row of a list that knows its place.
pub(super) trait Listed {
    /// Its position, within its field where the table has several lists.
    fn position(&self) -> i32;
}

impl List {
    /// The rows in the order of their positions: tuples of the table's columns but for the version.
    pub(super) fn rows<'a, T: Deserialize<'a> + Listed>(&'a self, table: &'static str) -> Result<Vec<T>, StoreError> {
        let rows: Result<Vec<T>, _> = serde_json::from_str(&self.json);
        let mut rows = rows.map_err(|error| StoreError::row(table, "*", self.of, error))?;
        if !rows.is_sorted_by_key(Listed::position) {
            rows.sort_by_key(Listed::position);
        }
        Ok(rows)
    }
}

/// The lists of a table whose first column is the version, of these versions, in the order of their ids.
pub(super) async fn lists<E: EntityTrait>(connection: &impl ConnectionTrait, versions: &Span) -> Result<Vec<List>, StoreError> {
    let mut columns = E::Column::iter();
    let version = columns.next().ok_or_else(|| StoreError::row("", "version_id", "", "a table without columns"))?;
    let names: Vec<String> = columns.map(|column| format!("\"{}\"", column.as_str())).collect();
    let (gather, array) = match connection.get_database_backend() {
        DbBackend::Postgres => ("json_agg", "json_build_array"),
        _ => ("json_group_array", "json_array"),
    };
    let json = format!("CAST({gather}({array}({})) AS TEXT)", names.join(", "));
    let select = E::find().filter(versions.holds(version)).select_only().column(version);
    let select = select.column_as(sea_orm::sea_query::Expr::cust(json), "list").group_by(version).order_by_asc(version);
    let rows: Vec<(i64, String)> = select.into_tuple().all(connection).await?;
    Ok(rows.into_iter().map(|(of, json)| List { of, json }).collect())
}
