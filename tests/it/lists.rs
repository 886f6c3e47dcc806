//! The lists of entries and the cells that they were read from: what older databases hold as a row for each, and rows that nobody reads.

use std::sync::Arc;

use daicho::ledger::{
    AcquisitionSource, Country, Disclosure, Entry, ExclusionReason, Field, Ledger, Medium, OtherColumn, Retention, SheetName, Source,
    Whereabouts,
};
use daicho::store::{At, Store};
use migration::Migrator;
use sea_orm::{ConnectionTrait as _, DatabaseConnection, Statement};
use sea_orm_migration::MigratorTrait as _;

use crate::back_end::{BackEnd, on_both};

/// How many migrations there were when each word and each cell was a row.
const BEFORE: u32 = 4;

/// Two revisions of one organization: the second amends R-1 and leaves R-2.
const ROWS: &str = r#"
INSERT INTO organization VALUES (1, 'acme');
INSERT INTO revision VALUES (1, 1, '2026-04-01 00:00:00+00:00', '係', 2, 0, 0), (2, 1, '2026-05-01 00:00:00+00:00', '係', 0, 1, 0);
INSERT INTO organization_version (id, organization_id, since_revision, name, home, storage_certainty, storage_abroad, entrusted, provided,
    jointly_used) VALUES (1, 1, 1, '', 'JP', 'NOT_STATED', 'NOT_STATED', 'NOT_STATED', 'NOT_STATED', 'NOT_STATED');
INSERT INTO entry VALUES (1, 1, 'R-1', 1), (2, 1, 'R-2', 1);
INSERT INTO entry_version (id, entry_id, since_revision, until_revision, name, nature, capacity, storage_certainty, storage_abroad,
    retention_kind, entrusted, provided, jointly_used, special_care, individual_number, disclosure_eligible)
SELECT column1, column2, column3, column4, column5, 'NOT_STATED', 'NOT_STATED', 'NOT_STATED', 'NOT_STATED', 'NOT_STATED', 'NOT_STATED',
    'NOT_STATED', 'NOT_STATED', 'NOT_STATED', 'NOT_STATED', 'NOT_STATED'
FROM (VALUES (1, 1, 1, 2, '顧客'), (2, 2, 1, NULL, '従業員'), (3, 1, 2, NULL, 'お客様')) AS version;
INSERT INTO sheet VALUES (1, '台帳.xlsx', '台帳'), (2, '委託先.csv', '');
INSERT INTO entry_word VALUES
    (1, 'subjects', 0, '顧客'), (1, 'items', 1, '住"所"'), (1, 'items', 0, '氏\名'), (1, 'items', 2, ''), (1, 'purposes', 0, '販売'),
    (1, 'acquisition', 0, '書面'), (1, 'acquiredFrom', 0, 'PRINCIPAL'), (1, 'accessors', 0, '営業部'), (1, 'media', 0, 'PAPER'),
    (1, 'media', 1, 'ELECTRONIC'), (1, 'places', 0, '書庫'), (1, 'storage', 0, 'JP'), (1, 'storage', 1, 'DE'),
    (1, 'retention', 0, '契約書は10年'), (1, 'entrustments', 0, '甲社'), (1, 'provisions', 0, '乙社'), (1, 'jointUses', 0, 'グループ'),
    (1, 'disclosure', 0, 'CRIME_PREVENTION'), (3, 'items', 0, '氏名');
INSERT INTO entry_other_column VALUES (1, 1, '備考"2"', 'あ
い'), (1, 0, '色', '\n'), (3, 0, '色', '赤');
INSERT INTO entry_source VALUES
    (1, 0, 'name', 1, 'B2', '顧客'), (1, 1, 'items', 1, 'C2', '氏\名、住"所"'), (1, 2, 'entrustments', 2, 'system[0].name', '甲	社'),
    (1, 3, 'items', 1, 'AA10', '{"𠮷": []}'), (1, 4, 'controlNo', 1, '', ''), (3, 0, 'name', 1, 'B2', 'お客様');
"#;

fn source(field: Field, of: (&str, &str), cell: &str, text: &str) -> Source {
    Source { field, sheet: Arc::new(SheetName { workbook: of.0.into(), sheet: of.1.into() }), cell: cell.into(), text: text.into() }
}

fn column(heading: &str, text: &str) -> OtherColumn {
    OtherColumn { heading: heading.into(), text: text.into() }
}

fn entry(control_no: &str, name: &str) -> Entry {
    Entry { control_no: control_no.into(), occurrence: 1, name: name.into(), ..Entry::default() }
}

const LEDGER: (&str, &str) = ("台帳.xlsx", "台帳");

/// What the rows of the first revision's R-1 say.
fn before() -> Entry {
    let countries = ["JP", "DE"].map(|code| Country::from_code(code).unwrap()).to_vec();
    Entry {
        subjects: vec!["顧客".into()],
        items: vec!["氏\\名".into(), "住\"所\"".into(), "".into()],
        purposes: vec!["販売".into()],
        acquisition: vec!["書面".into()],
        acquired_from: vec![AcquisitionSource::Principal],
        accessors: vec!["営業部".into()],
        media: vec![Medium::Paper, Medium::Electronic],
        places: vec!["書庫".into()],
        storage: Whereabouts { countries, ..Whereabouts::default() },
        retention: Retention { exceptions: vec!["契約書は10年".into()], ..Retention::default() },
        entrustees: vec!["甲社".into()],
        recipients: vec!["乙社".into()],
        joint_uses: vec!["グループ".into()],
        disclosure: Disclosure { reasons: vec![ExclusionReason::CrimePrevention], ..Disclosure::default() },
        other_columns: vec![column("色", "\\n"), column("備考\"2\"", "あ\nい")],
        sources: vec![
            source(Field::Name, LEDGER, "B2", "顧客"),
            source(Field::Items, LEDGER, "C2", "氏\\名、住\"所\""),
            source(Field::Entrustments, ("委託先.csv", ""), "system[0].name", "甲\t社"),
            source(Field::Items, LEDGER, "AA10", "{\"𠮷\": []}"),
            source(Field::ControlNo, LEDGER, "", ""),
        ],
        ..entry("R-1", "顧客")
    }
}

/// What the rows of the second revision's R-1 say.
fn after() -> Entry {
    Entry {
        items: vec!["氏名".into()],
        other_columns: vec![column("色", "赤")],
        sources: vec![source(Field::Name, LEDGER, "B2", "お客様")],
        ..entry("R-1", "お客様")
    }
}

/// A database as it was before, with the rows.
async fn older(at: &BackEnd) {
    if let Some(file) = at.url.strip_prefix("sqlite:") {
        std::fs::File::create(file).unwrap();
    }
    let hand = at.by_hand().await;
    Migrator::up(&hand, Some(BEFORE)).await.unwrap();
    hand.execute_unprepared(ROWS).await.unwrap();
}

async fn entries(store: &Store, revision: i32) -> Vec<Entry> {
    let of = |ledger: &Ledger| ledger.entries().map(|no| Entry::clone(ledger.shared(no).1)).collect();
    of(&store.snapshot(At::Revision(revision)).await.unwrap().ledger)
}

#[test]
fn a_database_that_held_a_row_for_each_word_and_each_cell_says_the_same() {
    on_both(async |at: BackEnd| {
        older(&at).await;
        let store = at.open().await;
        assert_eq!(entries(&store, 1).await, [before(), entry("R-2", "従業員")]);
        assert_eq!(entries(&store, 2).await, [after(), entry("R-2", "従業員")]);
    });
}

/// Rows as text, in order, from a query of one text a row.
async fn rows(hand: &DatabaseConnection, query: &str) -> Vec<String> {
    let rows = hand.query_all_raw(Statement::from_string(hand.get_database_backend(), query)).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

#[test]
fn whoever_reads_the_database_with_plain_sql_finds_a_row_for_each_word_and_each_cell() {
    const VIEWS: [(&str, &str); 3] = [
        ("entry_word", "version_id || ' ' || field || ' ' || position || ' ' || word"),
        ("entry_other_column", "version_id || ' ' || position || ' ' || heading || ' ' || text"),
        ("entry_source", "version_id || ' ' || position || ' ' || field || ' ' || sheet_id || ' ' || cell || ' ' || text"),
    ];
    on_both(async |at: BackEnd| {
        older(&at).await;
        let hand = at.by_hand().await;
        let all = async || {
            let mut all = Vec::new();
            for (view, row) in VIEWS {
                all.push(rows(&hand, &format!("SELECT {row} FROM {view} ORDER BY 1")).await);
            }
            all
        };
        let before = all().await;
        assert_eq!(before.iter().map(Vec::len).collect::<Vec<_>>(), [19, 3, 6]);
        at.open().await;
        assert_eq!(all().await, before);
        let joined = "SELECT entry.control_no || ' ' || word FROM entry_word JOIN entry_version ON entry_version.id = version_id
            JOIN entry ON entry.id = entry_id WHERE until_revision IS NULL AND field = 'items'";
        assert_eq!(rows(&hand, joined).await, ["R-1 氏名"]);
    });
}

#[test]
fn a_list_that_cannot_be_read_is_named() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let cases = [
        ("entry_sheet SET cells = '[[\"colour\",\"B2\",\"赤\"]]' WHERE version_id = 3", "entry_sheet.cells、3, 0、値「colour」"),
        ("entry_sheet SET cells = '[[\"name\",\"B2\"' WHERE version_id = 3", "entry_sheet.cells、3, 0"),
        ("entry_sheet SET cells = '[[\"name\",\"B2\",5]]' WHERE version_id = 3", "entry_sheet.cells、3, 0"),
        ("entry_list SET words = '{\"colours\":[\"赤\"]}' WHERE version_id = 2", "entry_list.words、2、値「colours」"),
        ("entry_list SET words = '{\"media\":[\"STONE\"]}' WHERE version_id = 2", "entry_list.words、2、値「STONE」"),
        ("entry_list SET words = '{\"storage\":[\"Japan\"]}' WHERE version_id = 2", "entry_list.words、2、値「Japan」"),
        ("entry_list SET other_columns = '[[\"色\"]]' WHERE version_id = 2", "entry_list.other_columns、2"),
        ("entry_list SET version_id = 9 WHERE version_id = 2", "entry_list.version_id、2"),
    ];
    runtime.block_on(async {
        for (change, says) in cases {
            let at = BackEnd::sqlite();
            older(&at).await;
            at.open().await;
            let hand = at.by_hand().await;
            let guards = "DROP TRIGGER entry_list_refuses_UPDATE; DROP TRIGGER entry_sheet_refuses_UPDATE; PRAGMA foreign_keys = OFF";
            hand.execute_unprepared(&format!("{guards}; UPDATE {change}")).await.unwrap();
            let refused = at.open().await.snapshot(At::Revision(2)).await.expect_err("it cannot be read").to_string();
            assert!(refused.contains(says), "{change}: {refused}");
        }
    });
}
