//! Ledgers of any size, always the same: rows as companies write them, with their cells.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use daicho::declare::{Declared, Part};
use daicho::ledger::{
    Capacity, Country, Entrustment, Entry, Field, Medium, Organization, Retention, RetentionKind, SheetName, Source, Stated, Text,
    Whereabouts,
};
use daicho::plan::plan;
use daicho::store::{Applied, At, Store};

/// The organization whose ledger it is.
pub const ORGANIZATION: &str = "bench";

/// The category of person that a requester asks about.
pub const REQUESTER: &str = "退職者";

/// How many entries are about it, however many there are.
const ABOUT_REQUESTER: usize = 40;

/// A store with a ledger of this many entries, in a database of its own.
pub async fn store(database: &std::path::Path, entries: usize) -> Store {
    let store = Store::open(&format!("sqlite:{}", database.display())).await.expect("a database");
    let snapshot = store.snapshot(At::Head).await.expect("an empty ledger");
    let declared = Declared {
        organization: organization(),
        entries: rows(entries),
        parts: BTreeSet::from([Part::Organization, Part::Ledger, Part::Entrustees]),
    };
    let plan = plan(&snapshot.ledger, vec![declared], false);
    let applied = store.apply(&plan, &[], "bench", &["台帳.xlsx".into()]).await.expect("an outcome");
    assert!(matches!(applied, Applied::Applied(_)), "{applied:?}");
    store
}

fn country(code: &str) -> Country {
    Country::from_code(code).expect("a country")
}

fn organization() -> Organization {
    let party = |(name, code): (&str, &str)| {
        let country = Whereabouts::known(vec![country(code)], Country::JAPAN, Some(code.into()));
        (Text::from(name), Entrustment { entrustee: name.into(), country, ..Entrustment::default() })
    };
    let entrustees: BTreeMap<Text, Entrustment> =
        [("東都データ", "JP"), ("Island Cloud", "IE"), ("Bay Hosting", "US")].into_iter().map(party).collect();
    Organization { name: "比較株式会社".into(), entrustees, ..Organization::new(ORGANIZATION.into()) }
}

/// The words of a list, sharing the same text, as a store that was read shares it.
struct Vocabulary(BTreeMap<String, Text>);

impl Vocabulary {
    fn text(&mut self, words: &str) -> Text {
        Arc::clone(self.0.entry(words.to_owned()).or_insert_with(|| words.into()))
    }

    fn texts(&mut self, words: &[&str]) -> Vec<Text> {
        words.iter().map(|word| self.text(word)).collect()
    }
}

fn rows(count: usize) -> Vec<Entry> {
    let mut words = Vocabulary(BTreeMap::new());
    let sheet = Arc::new(SheetName { workbook: "台帳.xlsx".into(), sheet: "台帳".into() });
    (0..count).map(|at| row(at, count, &mut words, &sheet)).collect()
}

fn row(at: usize, count: usize, words: &mut Vocabulary, sheet: &Arc<SheetName>) -> Entry {
    const SUBJECTS: [&str; 5] = ["お客様", "取引先", "従業員", "採用応募者", "株主"];
    const DEPARTMENTS: [&str; 6] = ["総務部", "人事部", "営業部", "情報システム部", "経理部", "広報室"];
    let subject = if at.is_multiple_of((count / ABOUT_REQUESTER).max(1)) { REQUESTER } else { SUBJECTS[at % SUBJECTS.len()] };
    let storage = match at % 6 {
        0 | 1 => Whereabouts::known(vec![Country::JAPAN], Country::JAPAN, Some(words.text("国内"))),
        2 => Whereabouts::known(vec![country("SG")], Country::JAPAN, Some(words.text("シンガポール"))),
        3 => Whereabouts::candidates(vec![country("SG"), country("US")], Country::JAPAN, Some(words.text("シンガポールまたはアメリカ"))),
        4 => Whereabouts::candidates(vec![Country::JAPAN, country("US")], Country::JAPAN, Some(words.text("日本またはアメリカ"))),
        _ => Whereabouts::default(),
    };
    let entrustees = match at % 4 {
        0 => words.texts(&["東都データ"]),
        1 => words.texts(&["Island Cloud"]),
        _ => Vec::new(),
    };
    let retention = match at % 3 {
        0 => Retention {
            kind: RetentionKind::Period,
            period: Some("P5Y".parse().expect("a period")),
            text: Some(words.text("5年")),
            ..Retention::default()
        },
        1 => Retention { kind: RetentionKind::Permanent, text: Some(words.text("永年")), ..Retention::default() },
        _ => Retention::default(),
    };
    let row = at + 2;
    let columns = [
        (Field::ControlNo, 'A'),
        (Field::Name, 'B'),
        (Field::Subjects, 'C'),
        (Field::Items, 'D'),
        (Field::Purposes, 'E'),
        (Field::Acquisition, 'F'),
        (Field::Capacity, 'G'),
        (Field::Department, 'H'),
        (Field::Count, 'I'),
        (Field::Media, 'J'),
        (Field::Storage, 'K'),
        (Field::Retention, 'L'),
        (Field::Entrustments, 'M'),
        (Field::SpecialCare, 'N'),
    ];
    let department = words.text(DEPARTMENTS[at % DEPARTMENTS.len()]);
    let sources = columns.into_iter().map(|(field, column)| {
        let cell = format!("{column}{row}").as_str().into();
        Source { field, sheet: Arc::clone(sheet), cell, text: Arc::clone(&department) }
    });
    let sources = sources.collect();
    Entry {
        control_no: format!("B-{at:06}").into(),
        occurrence: 1,
        name: format!("{subject}に関する名簿（{at}）").into(),
        subjects: words.texts(&[subject]),
        items: words.texts(&["氏名", "住所", "電話番号", "メールアドレス", "生年月日"]),
        purposes: words.texts(&["ご本人への連絡のため", "法令に定める義務の履行のため"]),
        acquisition: words.texts(&["書面による直接取得"]),
        capacity: if at.is_multiple_of(7) { Capacity::EntrustedToUs } else { Capacity::Own },
        department: Some(department),
        count: u32::try_from(at % 5_000).ok(),
        media: vec![if at.is_multiple_of(2) { Medium::Paper } else { Medium::Electronic }],
        storage,
        retention,
        entrusted: if entrustees.is_empty() { Stated::No } else { Stated::Yes },
        entrustees,
        provided: Stated::No,
        jointly_used: Stated::No,
        special_care: Stated::No,
        sources,
        ..Entry::default()
    }
}
