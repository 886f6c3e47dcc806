//! The store on both back ends: what is applied is read again as it was, and the past stays.

use std::collections::BTreeSet;
use std::sync::Arc;

use daicho::declare::{Declared, Part};
use daicho::finding::{Code, Finding};
use daicho::ledger::{Entry, Field, Ledger, Organization, SheetName, Source, Text};
use daicho::plan::{ChangeKind, Plan, plan};
use daicho::store::{Applied, At, Revision, Snapshot, Store, StoreError};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};
use sea_orm::ConnectionTrait;

use crate::any;
use crate::back_end::{BackEnd, on_both};

/// Every part of a workbook.
fn all_parts() -> BTreeSet<Part> {
    BTreeSet::from([
        Part::Organization,
        Part::Policies,
        Part::Ledger,
        Part::Places,
        Part::Entrustees,
        Part::Recipients,
        Part::ProvisionConditions,
        Part::JointUses,
        Part::Regimes,
        Part::Procedures,
        Part::Contacts,
        Part::SafetyMeasures,
    ])
}

fn declared(code: &str, rows: &[(&str, &str)]) -> Declared {
    let entry = |(control_no, name): &(&str, &str)| Entry {
        control_no: (*control_no).into(),
        occurrence: 1,
        name: (*name).into(),
        items: vec!["氏名".into(), "住所".into()],
        sources: vec![Source { field: Field::Name, sheet: sheet("台帳.xlsx"), cell: "B2".into(), text: (*name).into() }],
        ..Entry::default()
    };
    let entries = rows.iter().map(entry).collect();
    Declared { organization: Organization::new(code.into()), entries, parts: all_parts() }
}

fn sheet(workbook: &str) -> Arc<SheetName> {
    Arc::new(SheetName { workbook: workbook.into(), sheet: "台帳".into() })
}

async fn head(store: &Store) -> Arc<Snapshot> {
    store.snapshot(At::Head).await.expect("a ledger")
}

async fn apply(store: &Store, plan: &Plan) -> Vec<Revision> {
    match store.apply(plan, &[], "係", &["台帳.xlsx".into()]).await.expect("applied or not") {
        Applied::Applied(revisions) => revisions,
        other => panic!("{other:?}"),
    }
}

/// Plans against what stands, and applies.
async fn declare(store: &Store, declared: Declared, prune: bool) -> Vec<Revision> {
    let plan = plan(&head(store).await.ledger, vec![declared], prune);
    apply(store, &plan).await
}

/// Each entry as `number name`.
fn names(ledger: &Ledger) -> Vec<String> {
    ledger.entries().map(|no| ledger.held(no).entry).map(|entry| format!("{} {}", entry.control_no, entry.name)).collect()
}

type Contents = (Vec<Arc<Organization>>, Vec<(Text, Arc<Entry>)>);

/// All that a ledger holds.
fn contents(ledger: &Ledger) -> Contents {
    let entries = ledger.entries().map(|no| ledger.shared(no)).map(|(of, entry)| (of.code.clone(), entry.clone()));
    (ledger.organizations().to_vec(), entries.collect())
}

#[test]
fn what_is_applied_is_read_again_and_applying_it_again_is_nothing_to_do() {
    on_both(async |at: BackEnd| {
        let store = at.open().await;
        assert_eq!((store.head().await.expect("a number"), head(&store).await.ledger.len()), (0, 0));
        let revisions = declare(&store, declared("acme", &[("R-1", "顧客"), ("R-2", "従業員")]), false).await;
        let revision = &revisions[0];
        assert_eq!((revisions.len(), revision.number, revision.added, revision.amended, revision.retired), (1, 1, 2, 0, 0));
        assert_eq!((revision.applied_by.as_ref(), revision.workbooks.as_slice()), ("係", &["台帳.xlsx".into()][..]));
        let first = head(&store).await;
        assert_eq!((first.ledger.revision(), names(&first.ledger)), (1, vec!["R-1 顧客".to_owned(), "R-2 従業員".to_owned()]));
        assert!(Arc::ptr_eq(&first, &head(&store).await), "the newest is kept");
        let again = plan(&first.ledger, vec![declared("acme", &[("R-1", "顧客"), ("R-2", "従業員")])], true);
        assert_eq!(store.apply(&again, &[], "係", &[]).await.expect("applied or not"), Applied::NothingToDo);
        assert_eq!(store.head().await.expect("a number"), 1);
        let elsewhere = at.open().await;
        assert_eq!(contents(&head(&elsewhere).await.ledger), contents(&first.ledger), "another process reads the same");
    });
}

#[test]
fn the_past_stays_as_it_was() {
    on_both(async |at: BackEnd| {
        let store = at.open().await;
        declare(&store, declared("acme", &[("R-1", "顧客"), ("R-2", "従業員")]), false).await;
        let first = head(&store).await;
        let second = declare(&store, declared("acme", &[("R-1", "お客様")]), false).await;
        assert_eq!((second[0].amended, second[0].retired), (1, 0), "missing is not retired");
        let third = declare(&store, declared("acme", &[("R-1", "お客様")]), true).await;
        assert_eq!((third[0].amended, third[0].retired), (0, 1));
        declare(&store, declared("acme", &[("R-1", "お客様"), ("R-2", "社員")]), true).await;
        let expected: [(i32, &[&str]); 5] = [
            (0, &[]),
            (1, &["R-1 顧客", "R-2 従業員"]),
            (2, &["R-1 お客様", "R-2 従業員"]),
            (3, &["R-1 お客様"]),
            (4, &["R-1 お客様", "R-2 社員"]),
        ];
        // Once with what this store keeps in memory, once afresh, and once loaded by what came since.
        for store in [store.clone(), at.open().await] {
            for (revision, names_then) in expected {
                let then = store.snapshot(At::Revision(revision)).await.expect("a ledger");
                assert_eq!((then.ledger.revision(), names(&then.ledger)), (revision, names_then.iter().map(ToString::to_string).collect()));
            }
        }
        assert_eq!(contents(&at.open().await.snapshot(At::Revision(1)).await.expect("a ledger").ledger), contents(&first.ledger));
        let refused = store.snapshot(At::Revision(5)).await.expect_err("there is no fifth");
        assert!(matches!(refused, StoreError::NoSuchRevision { asked: 5, head: 4 }), "{refused}");
        let page = store.revisions(None, 10, None).await.expect("revisions");
        let applied_at = page.revisions[0].applied_at;
        assert_eq!(store.snapshot(At::Time(applied_at)).await.expect("a ledger").ledger.revision(), 4);
        let before = page.revisions[3].applied_at - chrono::TimeDelta::seconds(1);
        assert_eq!(store.snapshot(At::Time(before)).await.expect("a ledger").ledger.len(), 0);
    });
}

#[test]
fn history_and_changes_name_their_revisions() {
    on_both(async |at: BackEnd| {
        let store = at.open().await;
        declare(&store, declared("acme", &[("R-1", "顧客"), ("R-2", "従業員")]), false).await;
        declare(&store, declared("acme", &[("R-1", "お客様")]), true).await;
        declare(&store, declared("other", &[("R-1", "会員")]), false).await;
        declare(&store, declared("acme", &[("R-1", "顧客"), ("R-2", "社員")]), true).await;
        let told = |history: Vec<daicho::store::Dated>| -> Vec<(i32, ChangeKind, String)> {
            let name = |dated: &daicho::store::Dated| dated.change.fields().first().map(|field| field.field.clone()).unwrap_or_default();
            history.iter().map(|dated| (dated.revision, dated.change.kind, name(dated))).collect()
        };
        let history = told(store.history("acme", "R-2", 1, 4).await.expect("a history"));
        let expected = [(1, ChangeKind::Added), (2, ChangeKind::Retired), (4, ChangeKind::Added)];
        assert_eq!(history, expected.map(|(revision, kind)| (revision, kind, "name".to_owned())));
        assert_eq!(store.history("acme", "R-2", 1, 2).await.expect("a history").len(), 2);
        assert_eq!(store.history("acme", "R-2", 1, 1).await.expect("a history").len(), 1);
        assert!(store.history("acme", "R-9", 1, 4).await.expect("a history").is_empty());
        let now = head(&store).await;
        let changes = store.changes(1, &now.ledger).await.expect("changes");
        let short: Vec<_> =
            changes.iter().map(|dated| (dated.revision, dated.change.organization.to_string(), dated.change.kind)).collect();
        assert_eq!(short, [(4, "acme".to_owned(), ChangeKind::Amended), (3, "other".to_owned(), ChangeKind::Added)]);
        let acme = store.select(&now, &["acme".into()]).await;
        assert_eq!(store.changes(1, &acme.ledger).await.expect("changes").len(), 1, "only of the organizations in view");
        let whole = daicho::plan::changes(&store.snapshot(At::Revision(1)).await.expect("a ledger").ledger, &now.ledger);
        assert_eq!(changes.into_iter().map(|dated| dated.change).collect::<Vec<_>>(), whole, "the same as the two ledgers' difference");
    });
}

#[test]
fn revisions_come_newest_first_page_by_page() {
    on_both(async |at: BackEnd| {
        let store = at.open().await;
        let both = vec![declared("zeta", &[("1", "a")]), declared("acme", &[("1", "a")])];
        let plan = plan(&Ledger::default(), both, false);
        let applied = apply(&store, &plan).await;
        assert_eq!(applied.iter().map(|revision| revision.organization.as_ref()).collect::<Vec<_>>(), ["acme", "zeta"]);
        let mut renamed = declared("acme", &[("1", "a")]);
        renamed.organization.name = "アクメ".into();
        declare(&store, renamed, false).await;
        let page = store.revisions(None, 2, None).await.expect("revisions");
        let short = |page: &daicho::store::RevisionPage| -> Vec<(i32, String)> {
            page.revisions.iter().map(|revision| (revision.number, revision.organization_name.to_string())).collect()
        };
        assert_eq!((short(&page), page.total, page.has_next), (vec![(3, "アクメ".to_owned()), (2, "zeta".to_owned())], 3, true));
        let page = store.revisions(None, 2, Some(2)).await.expect("revisions");
        assert_eq!((short(&page), page.has_next), (vec![(1, "acme".to_owned())], false));
        assert_eq!(page.revisions[0], applied[0]);
        let page = store.revisions(Some(&["zeta".into()]), 2, None).await.expect("revisions");
        assert_eq!((short(&page), page.total), (vec![(2, "zeta".to_owned())], 1));
        assert_eq!(store.revisions(Some(&[]), 2, None).await.expect("revisions").total, 0);
    });
}

#[test]
fn of_many_writers_on_one_base_exactly_one_wins() {
    on_both(async |at: BackEnd| {
        // Some writers share a store, some have their own, as several processes would.
        let stores = [at.open().await, at.open().await, at.open().await];
        for round in 0..3 {
            let base = head(&stores[0]).await;
            let mut writers = tokio::task::JoinSet::new();
            for writer in 0..30 {
                let store = stores[writer % stores.len()].clone();
                let name = format!("{round}-{writer}");
                let plan = plan(&base.ledger, vec![declared("acme", &[("R-1", &name)])], false);
                writers.spawn(async move { (name, store.apply(&plan, &[], "係", &[]).await.expect("applied or not")) });
            }
            let mut winners = Vec::new();
            while let Some(outcome) = writers.join_next().await {
                match outcome.expect("no writer panics") {
                    (name, Applied::Applied(_)) => winners.push(name),
                    (_, Applied::Stale { head }) => assert_eq!(head, round + 1),
                    (_, Applied::NothingToDo) => panic!("there was something to do"),
                }
            }
            assert_eq!(winners.len(), 1, "{winners:?}");
            for store in &stores {
                assert_eq!(names(&head(store).await.ledger), [format!("R-1 {}", winners[0])], "nobody answers stale");
            }
        }
    });
}

#[test]
fn a_plan_that_fails_half_way_leaves_nothing() {
    on_both(async |at: BackEnd| {
        let store = at.open().await;
        declare(&store, declared("acme", &[("R-1", "顧客")]), false).await;
        let before = head(&store).await;
        // The second organization holds what no database takes, when the first is already written.
        let mut both = vec![declared("acme", &[("R-1", "お客様")]), declared("beta", &[("R-1", "顧客")])];
        both[1].entries[0].sources[0].cell = "system[\0].name".into();
        let refused = store.apply(&plan(&before.ledger, both, false), &[], "係", &[]).await.expect_err("NUL is refused");
        assert!(matches!(&refused, StoreError::Nul { table, column, .. } if table == "entry_sheet" && column == "cells"), "{refused}");
        assert_eq!(store.head().await.expect("a number"), 1);
        assert_eq!(contents(&head(&at.open().await).await.ledger), contents(&before.ledger));
        declare(&store, declared("acme", &[("R-1", "お客様")]), false).await;
        assert_eq!(store.head().await.expect("a number"), 2, "no number is lost");
    });
}

#[test]
fn an_organization_out_of_view_is_not_taken_for_new() {
    on_both(async |at: BackEnd| {
        let store = at.open().await;
        declare(&store, declared("acme", &[("R-1", "顧客")]), false).await;
        let nothing = store.select(&head(&store).await, &[]).await;
        let plan = plan(&nothing.ledger, vec![declared("acme", &[("R-2", "従業員")])], false);
        let refused = store.apply(&plan, &[], "係", &[]).await.expect_err("it is there");
        assert!(matches!(refused, StoreError::OrganizationExists { .. }), "{refused}");
    });
}

#[test]
fn the_database_itself_keeps_the_past_from_being_changed() {
    on_both(async |at: BackEnd| {
        let store = at.open().await;
        declare(&store, declared("acme", &[("R-1", "顧客"), ("R-2", "従業員")]), false).await;
        declare(&store, declared("acme", &[("R-1", "お客様")]), true).await;
        let hand = at.by_hand().await;
        let refused = [
            "UPDATE entry_version SET name = 'x' WHERE id = 1",
            "UPDATE entry_version SET until_revision = NULL WHERE id = 1",
            "UPDATE entry_version SET until_revision = 3 WHERE id = 1",
            "UPDATE organization_version SET name = 'x'",
            "UPDATE entry_list SET words = '{}'",
            "UPDATE revision SET applied_by = 'x'",
            "DELETE FROM entry_version",
            "DELETE FROM entry_sheet",
            "DELETE FROM revision",
            "INSERT INTO entry_list (version_id, words, other_columns) VALUES (99, '{}', '[]')",
            "INSERT INTO entry_sheet (version_id, position, sheet_id, cells) VALUES (1, 1, 99, '[]')",
            "INSERT INTO entry (id, organization_id, control_no, occurrence) VALUES (9, 1, 'R-1', 1)",
            "INSERT INTO entry (id, organization_id, control_no, occurrence) VALUES (9, 1, 'R-1', 0)",
            "INSERT INTO organization (id, code) VALUES (9, NULL)",
        ];
        for statement in refused {
            assert!(hand.execute_unprepared(statement).await.is_err(), "{statement}");
        }
        let now = head(&at.open().await).await;
        assert_eq!(names(&now.ledger), ["R-1 お客様"]);
    });
}

#[test]
fn a_row_that_cannot_be_read_is_named() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let at = BackEnd::sqlite();
        declare(&at.open().await, declared("acme", &[("R-1", "顧客")]), false).await;
        let hand = at.by_hand().await;
        hand.execute_unprepared("DROP TRIGGER entry_version_is_immutable").await.expect("the guard goes");
        hand.execute_unprepared("UPDATE entry_version SET retention_period = '5 years'").await.expect("a word that nobody reads");
        let refused = at.open().await.snapshot(At::Head).await.expect_err("it cannot be read").to_string();
        assert!(refused.contains("entry_version.retention_period") && refused.contains("5 years"), "{refused}");
    });
}

#[test]
fn findings_are_those_of_each_organizations_newest_revision() {
    on_both(async |at: BackEnd| {
        let store = at.open().await;
        let mut runner = TestRunner::deterministic();
        let mut made = |organization| {
            let findings = proptest::collection::vec(any::finding(organization), 1..40);
            findings.new_tree(&mut runner).expect("findings").current()
        };
        let (acme, zeta, later) = (made("acme"), made("zeta"), made("acme"));
        let both = vec![declared("acme", &[("1", "a")]), declared("zeta", &[("1", "a")])];
        let mixed: Vec<Finding> = acme.iter().chain(&zeta).cloned().collect();
        let first = plan(&Ledger::default(), both, false);
        store.apply(&first, &mixed, "係", &[]).await.expect("applied");
        assert_eq!(head(&store).await.findings, mixed);
        let second = plan(&head(&store).await.ledger, vec![declared("acme", &[("1", "b")])], false);
        store.apply(&second, &later, "係", &[]).await.expect("applied");
        let expected: Vec<Finding> = later.iter().chain(&zeta).cloned().collect();
        for store in [store.clone(), at.open().await] {
            assert_eq!(head(&store).await.findings, expected);
            assert_eq!(store.snapshot(At::Revision(2)).await.expect("a ledger").findings, mixed);
            let zeta_only = store.select(&head(&store).await, &["zeta".into(), "none".into()]).await;
            assert_eq!((&zeta_only.findings, zeta_only.ledger.len(), zeta_only.ledger.revision()), (&zeta, 1, 3));
        }
        assert!(acme.iter().all(|finding| finding.code.as_ref().parse() == Ok::<Code, strum::ParseError>(finding.code)));
    });
}

#[test]
fn any_ledger_is_read_as_it_was_written() {
    on_both(async |at: BackEnd| {
        let store = at.open().await;
        let mut runner = TestRunner::new(Config::default());
        for _ in 0..60 {
            let value = |code| (any::organization(code), any::entries(6)).prop_map(|(organization, entries)| (organization, entries));
            let both = (value("acme"), value("zeta")).prop_map(|(acme, zeta)| [acme, zeta]);
            let made = both.new_tree(&mut runner).expect("ledgers").current();
            let declare = |(organization, entries)| Declared { organization, entries, parts: all_parts() };
            let before = head(&store).await;
            let planned = plan(&before.ledger, made.map(declare).to_vec(), true);
            apply(&store, &planned).await;
            let (kept, afresh) = (head(&store).await, head(&at.open().await).await);
            assert_eq!(contents(&kept.ledger), contents(&afresh.ledger), "by what came since, and whole");
            for organization in &planned.organizations {
                let code = &organization.after.code;
                assert_eq!(afresh.ledger.organization(code), Some(&organization.after));
                for change in &organization.changes {
                    let found = afresh.ledger.find(code, &change.control_no, change.occurrence).map(|no| afresh.ledger.shared(no).1);
                    assert_eq!(found, change.after.as_ref(), "{change:?}");
                }
            }
            let differences = store.changes(before.ledger.revision(), &kept.ledger).await.expect("changes");
            assert_eq!(differences.len(), planned.changes().count());
        }
    });
}

#[test]
fn what_cannot_be_opened_is_said() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = |name: &str| folder.path().join(name).display().to_string();
        std::fs::write(path("text.db"), "これはデータベースではありません。".repeat(100)).expect("a file");
        let cases = [
            ("mysql://u:secret@h/d".to_owned(), "sqlite:"),
            (format!("sqlite:{}/none/daicho.db", folder.path().display()), "none"),
            (format!("sqlite:{}", path("text.db")), "no SQLite database"),
            (format!("sqlite:{}", folder.path().display()), "no SQLite database"),
            ("postgres://u:secret@127.0.0.1:1/d".to_owned(), "Cannot connect"),
        ];
        for (url, says) in cases {
            let refused = Store::open(&url).await.expect_err("it cannot be opened").to_string();
            assert!(refused.contains(says) && !refused.contains("secret"), "{url}: {refused}");
        }
    });
}

#[test]
fn a_database_of_a_newer_program_is_left_alone() {
    on_both(async |at: BackEnd| {
        at.open().await;
        let insert = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_future', 0)";
        at.by_hand().await.execute_unprepared(insert).await.expect("a migration of the future");
        let refused = Store::open(&at.url).await.expect_err("it is newer");
        assert!(matches!(&refused, StoreError::NewerSchema { migration, .. } if migration == "m9999_future"), "{refused}");
    });
}

#[test]
fn many_open_one_new_database_at_once() {
    on_both(async |at: BackEnd| {
        let mut opening = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let url = at.url.clone();
            opening.spawn(async move { Store::open(&url).await.map(drop).map_err(|error| error.to_string()) });
        }
        while let Some(opened) = opening.join_next().await {
            assert_eq!(opened.expect("no panic"), Ok(()));
        }
    });
}
