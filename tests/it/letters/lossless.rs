//! Whatever a letter says, every way of writing it down says it too, and what is open to the desk none but the screen.

use std::io::{Cursor, Read};

use daicho::export::letter::{csv, docx, html, json, text};
use daicho::request::letter::{Block, Fact, Facts, Letter, Section, Table};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use quick_xml::escape::unescape;
use serde_json::Value;
use zip::ZipArchive;

use super::letters;
use crate::check::five;

/// The text of a document's body, without what separates its paragraphs.
pub fn text_of_docx(bytes: &[u8]) -> String {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut document = String::new();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut document).unwrap();
    let said: String = document.split('<').filter_map(|part| Some(part.split_once('>')?.1)).collect();
    unescape(&said).expect("the document is escaped").into_owned()
}

fn strings<'a>(value: &'a Value, into: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => into.push(text),
        Value::Array(values) => values.iter().for_each(|value| strings(value, into)),
        Value::Object(values) => values.values().for_each(|value| strings(value, into)),
        _ => {}
    }
}

fn loses_nothing(letter: &Letter) {
    let page = html(letter).unwrap();
    let page = unescape(&page).expect("the page is escaped").into_owned();
    let json: Value = serde_json::from_str(&json(letter).unwrap()).unwrap();
    let mut of_json = Vec::new();
    strings(&json, &mut of_json);
    let csv = csv(letter).unwrap();
    let mut records = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_slice());
    let cells: Vec<String> = records.records().flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect();
    let plain = text(letter);
    let document = text_of_docx(&docx(letter).unwrap());
    for said in letter.texts() {
        assert!(page.contains(said), "HTML lacks {said:?}");
        assert!(of_json.contains(&said), "JSON lacks {said:?}");
        assert!(cells.iter().any(|cell| cell.contains(said)), "CSV lacks {said:?}");
        for line in said.lines() {
            assert!(plain.contains(line.trim_end()), "the plain text lacks {line:?}");
            assert!(document.contains(line), "the document lacks {line:?} in {document:?}");
        }
    }
    for open in &letter.open {
        assert!(page.contains(open.as_str()) && !plain.contains(open.as_str()) && !document.contains(open.as_str()), "{open:?}");
        assert!(!cells.contains(open) && !of_json.contains(&open.as_str()), "{open:?}");
    }
    for cell in &cells {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "a formula: {cell:?}");
    }
}

#[test]
fn no_word_of_the_five_companies_letters_is_lost() {
    for (_, letter) in letters(&five()) {
        loses_nothing(&letter);
    }
}

/// Texts with all that XML, HTML, CSV and spreadsheets take for something else.
fn words() -> impl Strategy<Value = String> {
    "[=+@&<>'\"/%{}#;,「・あ請亜𠮟A-]{1,12}(\n[=<&]?[あ-ん]{1,3})?"
}

fn block() -> impl Strategy<Value = Block> {
    let fact = || (words(), vec(words(), 1..3)).prop_map(|(label, lines)| Fact { label, lines });
    let cell = || vec(words(), 1..3);
    prop_oneof![
        words().prop_map(Block::Paragraph),
        vec(words(), 1..3).prop_map(Block::List),
        (option::of(words()), vec(fact(), 1..3)).prop_map(|(caption, rows)| Block::Facts(Facts { caption, rows })),
        (vec(words(), 3..=3), vec(vec(cell(), 3..=3), 1..3)).prop_map(|(headings, rows)| Block::Table(Table { headings, rows })),
    ]
}

fn letter() -> impl Strategy<Value = Letter> {
    let section = (words(), vec(block(), 1..4)).prop_map(|(heading, blocks)| Section { heading, blocks });
    let fact = (words(), vec(words(), 1..2)).prop_map(|(label, lines)| Fact { label, lines });
    let head = (words(), option::of(words()), vec(words(), 1..3), vec(words(), 1..3), vec(words(), 1..2));
    (head, vec(section, 1..4), vec(fact, 0..3)).prop_map(|((title, number, addressee, sender, opening), sections, contact)| Letter {
        title,
        number,
        date: super::made::today(),
        addressee,
        sender,
        opening,
        sections,
        contact,
        open: vec!["送付の前に確かめること、ひとつ".to_owned()],
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_word_of_any_letter_is_lost(letter in letter()) {
        loses_nothing(&letter);
    }
}
