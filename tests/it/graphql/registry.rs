//! Small registries in a database of their own, asked in process.

use std::collections::BTreeSet;

use async_graphql::{Request, Variables};
use daicho::declare::{Declared, Part};
use daicho::graphql::{Caller, Schema, schema};
use daicho::ledger::{Country, Entry, Organization, Text, Whereabouts};
use daicho::plan::plan;
use daicho::store::{Applied, At, Store};
use serde_json::Value;
use tempfile::TempDir;

/// A registry with its schema.
pub struct Registry {
    pub schema: Schema,
    store: Store,
    _folder: TempDir,
}

impl Registry {
    /// An empty registry.
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = Store::open(&format!("sqlite:{}", folder.path().join("test.db").display())).await.expect("a database");
        Self { schema: schema(store.clone()), store, _folder: folder }
    }

    /// Applies what an organization declares; entries that it does not name are retired.
    pub async fn apply(&self, organization: Organization, entries: Vec<Entry>) {
        let parts = [
            Part::Organization,
            Part::Ledger,
            Part::Places,
            Part::Entrustees,
            Part::Recipients,
            Part::JointUses,
            Part::Regimes,
            Part::Procedures,
        ];
        let parts = BTreeSet::from(parts);
        let snapshot = self.store.snapshot(At::Head).await.expect("a ledger");
        let plan = plan(&snapshot.ledger, vec![Declared { organization, entries, parts }], true);
        let applied = self.store.apply(&plan, &[], "tester", &["台帳.xlsx".into()]).await.expect("an outcome");
        assert!(matches!(applied, Applied::Applied(_)), "{applied:?}");
    }

    /// Asks as someone who may read everything.
    pub async fn ask(&self, document: &str) -> Value {
        self.ask_as(Caller::everywhere("tester".to_owned()), document, Value::Null).await
    }

    /// Asks as a caller, and gives the whole response.
    pub async fn ask_as(&self, caller: Caller, document: &str, variables: Value) -> Value {
        let request = Request::new(document).variables(Variables::from_json(variables)).data(caller);
        serde_json::to_value(self.schema.execute(request).await).expect("a response is JSON")
    }
}

/// An entry about customers.
pub fn entry(control_no: &str, storage: Whereabouts) -> Entry {
    let subjects = vec![Text::from("お客様")];
    Entry {
        control_no: control_no.into(),
        occurrence: 1,
        name: format!("{control_no} の名簿").into(),
        subjects,
        storage,
        ..Entry::default()
    }
}

/// Kept in this country.
pub fn kept_in(code: &str) -> Whereabouts {
    Whereabouts::known(vec![Country::from_code(code).expect("a country")], Country::JAPAN, Some(code.into()))
}
