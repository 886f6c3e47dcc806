//! The letters that the desk sends, for each of the five companies: what they say, that no way of writing them down loses a word, and
//! that they print.

mod lossless;
mod made;
mod printed;
mod register;

use daicho::export::letter::text;
use daicho::ledger::Ledger;
use daicho::request::letter::Letter;

use crate::check::five;
pub use lossless::text_of_docx;
use made::{Made, answered, cases, guided};

/// Every letter by a name: the answer and the guidance of each case.
pub fn letters(ledger: &Ledger) -> Vec<(String, Letter)> {
    let both = |made: &Made| {
        [(format!("{}-answer", made.name), answered(ledger, made)), (format!("{}-guidance", made.name), guided(ledger, made))]
    };
    cases().iter().flat_map(both).collect()
}

/// A letter as it is read, and below it what the desk has to settle before.
fn whole(letter: &Letter) -> String {
    let open: String = letter.open.iter().map(|point| format!("- {point}\n")).collect();
    format!("{}\n[open]\n{open}", text(letter))
}

#[test]
fn the_letters_of_the_five_say_what_their_ledgers_and_procedures_say() {
    for (name, letter) in letters(&five()) {
        insta::assert_snapshot!(name, whole(&letter));
    }
}

#[test]
fn nothing_is_told_to_one_who_may_not_be_the_person() {
    let ledger = five();
    let cases = cases();
    let unverified = cases.iter().find(|made| made.name == "rocketworks").unwrap();
    let told = text(&answered(&ledger, unverified));
    for entry in ledger.entries_of("rocketworks") {
        let name = &ledger.held(entry).entry.name;
        assert!(!told.contains(name.as_ref()), "{name}");
    }
}

#[test]
fn an_entry_whose_existence_must_not_become_known_is_in_no_letter() {
    let hidden = made::with_hidden_entry();
    let cases = cases();
    let case = cases.iter().find(|made| made.name == "arrow-trust").unwrap();
    let letter = answered(&hidden, case);
    assert!(!text(&letter).contains(made::HIDDEN), "{}", text(&letter));
    assert!(letter.open.iter().any(|point| point.contains(made::HIDDEN) && point.contains("施行令第5条")), "{:?}", letter.open);
}

#[test]
fn a_suit_is_spoken_of_where_something_that_can_be_claimed_is_refused() {
    let ledger = five();
    for made in cases() {
        let told = text(&answered(&ledger, &made));
        let refused = made.decision.grant != daicho::request::Grant::Whole;
        assert_eq!(told.contains("訴えを提起"), refused && !made.only_notice(), "{}", made.name);
    }
}

#[test]
fn as_long_as_nothing_is_decided_there_is_no_answer() {
    let ledger = five();
    for made in cases() {
        let mut case = made::case(&ledger, &made);
        case.events.retain(|event| !matches!(event.what, daicho::request::Happening::Decided(_)));
        assert_eq!(made::answer_to(&ledger, &made, &case), None, "{}", made.name);
    }
}
