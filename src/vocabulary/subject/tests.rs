//! Words for categories of person, as desks and ledgers write them.

use std::collections::BTreeMap;

use super::*;

fn likeness(asked: &str, written: &str) -> Option<Likeness> {
    let subjects = &Vocabulary::built_in().subjects;
    subjects.likeness(&subjects.read(asked), &subjects.read(written))
}

#[test]
fn words_for_one_category_match_and_it_is_told_why() {
    use Likeness::{OneOfSeveral, SameWord, Synonym, Variant};
    for (asked, written, why) in [
        ("退職者", "退職者", SameWord),
        ("Former  Employee", "former employee", SameWord),
        ("宇宙人", "宇宙人", SameWord),
        ("元社員", "退職者", Synonym),
        ("退職社員", "退職者", Synonym),
        ("former employee", "退職者", Synonym),
        ("Former Employees", "当社退職者", Synonym),
        ("our former employees", "退職者", Synonym),
        ("当社退職者", "退職者", Variant),
        ("退職者", "弊社退職者等", Variant),
        ("退職者", "退職者の方", Variant),
        ("従業員", "自社の従業員ら", Variant),
        ("従業員", "社員", Synonym),
        ("採用応募者", "応募者", Synonym),
        ("job applicant", "当社求人への応募者", Synonym),
        ("お客様", "顧客", Synonym),
        ("お客様", "お客様（法人）", Variant),
        ("取引先", "お取引先・役職者様、ご担当者様", OneOfSeveral),
        ("取引先", "取引先担当者", Synonym),
        ("従業員", "従業員(共同利用する当グループの従業員を含む)及びその家族・保証人", OneOfSeveral),
        ("家族", "従業員(共同利用する当グループの従業員を含む)及びその家族・保証人", OneOfSeveral),
        ("採用候補者", "当社求人への応募者・採用候補者", OneOfSeveral),
        ("アルバイト", "従業員（パート・アルバイトを含む）", OneOfSeveral),
        ("employee", "Customers and employees", OneOfSeveral),
        ("退職者、会員", "会員", Variant),
        ("弊社宇宙人様", "宇宙人等", Variant),
    ] {
        assert_eq!(likeness(asked, written), Some(why), "{asked} {written}");
        assert!(why.is_match());
    }
}

#[test]
fn what_may_be_meant_is_offered_and_no_match() {
    use Likeness::{SpelledAlike, Within};
    for (asked, written, why) in [
        ("会員", "法人会員", Within),
        ("法人のお客様", "お客様", Within),
        ("派遣社員", "社員（派遣社員）", Within),
        ("社員", "社員（派遣社員）", Within),
        ("社員（派遣社員）", "従業員", Within),
        ("身元保証人", "従業員及びその家族・保証人", Within),
        ("formr employee", "退職者", SpelledAlike),
        ("採用応慕者", "採用応募者", SpelledAlike),
    ] {
        assert_eq!(likeness(asked, written), Some(why), "{asked} {written}");
        assert!(!why.is_match());
    }
}

#[test]
fn other_categories_do_not_match() {
    for (asked, written) in [
        ("従業員", "退職者"),
        ("退職者", "在職者"),
        ("退職社員", "社員"),
        ("社員", "派遣社員"),
        ("退職者", "従業員（退職者を除く）"),
        ("お客様", "会員"),
        ("宇宙人", "お客様"),
        ("former employee", "従業員"),
        ("candidate", "customers and users"),
        ("", "お客様"),
        ("者", "退職者"),
        ("us", "customers"),
    ] {
        assert_eq!(likeness(asked, written), None, "{asked} {written}");
    }
}

#[test]
fn a_word_made_of_additions_alone_is_read_in_bounds() {
    let long = "当社".repeat(5_000) + &"様".repeat(5_000);
    assert_eq!(likeness(&long, "お客様"), None);
    assert_eq!(likeness("(((((", ")))"), None);
}

#[test]
fn all_words_of_a_category_are_told_the_word_itself_first() {
    let words = Vocabulary::built_in();
    assert_eq!(words.subjects_like("元社員")[0], "元社員");
    assert!(words.subjects_like("元社員").contains(&"退職者".to_owned()));
}

#[test]
fn no_word_stands_for_two_categories() {
    let file: toml::Table = include_str!("../../../imports/vocabulary/subjects.toml").parse().unwrap();
    let mut seen = BTreeMap::new();
    for (common, words) in file["subjects"].as_table().unwrap() {
        let words = words.as_array().unwrap().iter().map(|word| word.as_str().unwrap());
        for word in words.chain([common.as_str()]) {
            assert_eq!(seen.insert(fold(word), common), None, "{word}");
        }
    }
}
