//! What a row below a heading is: an entry, or one of the many things that stand between entries.

use crate::ledger::fold;
use crate::sheet::table::{Address, Row, Value};
use crate::vocabulary::{Concept, Hint, Lexicon, NotEntry, Vocabulary};

use super::cell::{is_nothing, literal};
use super::column::Column;
use super::department::department;
use super::example::{is_example, is_short_for_example, says_example};
use super::grid::{Grid, words};
use super::header::{Header, Headings};
use super::no_record::{holds_none, is_vacant, is_vacant_number};
use super::spoken::in_words;

/// The most letters of a number that has no digit: A, B-b.
const LONGEST_CODE: usize = 3;

/// The most cells of a row of totals.
const MOST_CELLS_OF_TOTAL: usize = 6;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// It has nothing in the table's columns.
    Blank,
    /// An entry.
    Entry,
    /// More of the entry above: no number and no name of its own.
    Continues,
    /// Words over a group of rows, such as 【人事部】.
    Group,
    /// A label and its value that hold for the rows below.
    Label,
    /// No entry, for this reason.
    Passed(Reason),
}

/// Why a row is no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// The heading once more, as at a page break.
    Heading,
    /// A total or a subtotal.
    Total,
    /// A note.
    Note,
    /// An example of how to fill it in.
    Example,
    /// A page's number.
    PageNumber,
    /// 以上, 以下余白.
    End,
    /// A number written in advance, and nothing else.
    NumberOnly,
    /// It says of itself that it holds no personal information.
    NoPersonalInformation,
    /// The numbers or letters of the columns.
    ColumnNumbers,
    /// How to fill in the columns.
    FillIn,
    /// Boxes for stamps and signatures.
    Signature,
    /// Words over the rows below.
    GroupLine,
    /// Words over the rows below of which nothing is known to hold for them.
    GroupUnknown,
    /// Words over the rows below that are taken for a department since other lines that are written alike are.
    GroupLikely,
    /// A statement that holds for the rows below.
    Label,
    /// Words beside the table, in a row in which the table has nothing.
    Beside,
    /// Part of a legend, a history or another table of something else.
    OtherTable,
}

impl Reason {
    /// The reason in Japanese and English.
    pub(super) fn words(self) -> [&'static str; 2] {
        match self {
            Self::Heading => ["見出しの繰り返し", "the heading repeated"],
            Self::Total => ["合計・小計", "totals"],
            Self::Note => ["注記", "notes"],
            Self::Example => ["記入例", "examples"],
            Self::PageNumber => ["ページ番号", "page numbers"],
            Self::End => ["表の終わりの印", "the mark of the end"],
            Self::NumberOnly => ["番号だけの行", "a number and nothing else"],
            Self::NoPersonalInformation => ["個人情報を含まないとある行", "rows that say they hold no personal information"],
            Self::ColumnNumbers => ["列の番号", "numbers of the columns"],
            Self::FillIn => ["記入のしかた", "how to fill in the columns"],
            Self::Signature => ["承認・作成の欄", "boxes for signatures"],
            Self::GroupLine => ["見出しの行・表題", "titles and lines over a group of rows"],
            Self::GroupUnknown => {
                ["行をまとめる見出しで、下の行に当てはまる項目が分からないもの", "lines over a group of rows that say nothing known of it"]
            }
            Self::GroupLikely => [
                "行をまとめる見出しで、同じ書き方の行にならって部署とみたもの",
                "lines over a group of rows taken for departments, as others that are written alike are",
            ],
            Self::Label => ["全体についての記載", "a statement for all rows"],
            Self::Beside => ["表の外の記載", "words beside the table"],
            Self::OtherTable => ["凡例・履歴などの別の表", "another table, such as a legend or a history"],
        }
    }
}

/// Whether a row begins with a word in quotation marks: whoever wrote it so says that it is what it is, and no heading, total or note.
pub(super) fn is_literal(row: &Row) -> bool {
    row.cells.first().and_then(|cell| words(&cell.value)).is_some_and(|text| literal(text).is_some())
}

/// What a row is within a table.
pub(super) fn line<'a>(grid: &Grid<'a>, row: &'a Row, header: &Header, headings: &mut Headings<'a>) -> Line {
    let vocabulary = headings.vocabulary;
    let (Some(first), Some(last)) = (header.columns.first(), header.columns.last()) else {
        return Line::Blank;
    };
    let up_to = |column: u32| row.cells.partition_point(|cell| cell.column < column);
    let own = &row.cells[up_to(first.index)..up_to(last.index.saturating_add(1))];
    let Some(lead) = own.first() else {
        return if row.cells.is_empty() || row.cells.iter().all(|cell| !is_remark(&cell.value, vocabulary)) {
            Line::Blank
        } else {
            Line::Passed(Reason::Note)
        };
    };
    if is_literal(row) {
        return Line::Entry;
    }
    let outside = row.cells.first().filter(|cell| cell.column < first.index).map(|cell| &cell.value);
    if let Some(reason) = by_first_words(outside.unwrap_or(&lead.value), own.len(), vocabulary) {
        return Line::Passed(reason);
    }
    if let [title, page] = own
        && words(&title.value).is_some()
        && is_page_of_many(&page.value.text())
    {
        return Line::Passed(Reason::PageNumber);
    }
    if own.len() >= 2 && repeats(grid, row, header) {
        return Line::Passed(Reason::Heading);
    }
    if own.len() >= 3 && asks_for_others(row, header, headings) {
        return Line::Passed(Reason::Heading);
    }
    if own.len() >= 3 && counts_columns(row) {
        return Line::Passed(Reason::ColumnNumbers);
    }
    let name = header.column(Concept::Name).map(|column| column.index);
    let number = header.column(Concept::ControlNo).map(|column| column.index);
    if says_example(row, header, vocabulary) || is_short_for_example(&lead.value) {
        return Line::Passed(Reason::Example);
    }
    if number.and_then(|number| row.value(number)).is_some_and(is_vacant_number) && own.len() <= 2 {
        return Line::Passed(Reason::NumberOnly);
    }
    let states = |column: u32| grid.at(row, column).is_some_and(|cell| !is_nothing(&cell.value.text(), vocabulary));
    let filled = || header.columns.iter().filter(|column| grid.at(row, column.index).is_some()).count();
    let has_number = number.is_some_and(states);
    let has_name = name.is_some_and(states);
    if own.len() == 1 {
        let wide = grid.last_column(Address { row: row.number, column: lead.column }) > lead.column;
        if wide || filled() == 1 {
            return alone(&lead.value, lead.column, number, vocabulary);
        }
    }
    // 電子 under 媒体 is no label but a further medium of the record above.
    let is_medium = header.columns.iter().any(|column| column.index == lead.column && column.concerns(Concept::Media));
    if own.len() <= 4 && !is_medium && is_label(own.iter().map(|cell| &cell.value), headings) {
        return Line::Label;
    }
    let speaks = |value: &Value| words(value).is_some_and(|text| !in_words(text, None, headings).is_empty());
    if (2..=3).contains(&own.len()) && words(&lead.value).is_some() && own[1..].iter().map(|cell| &cell.value).all(speaks) {
        return Line::Group;
    }
    if own.len() == 2 && total_behind(&own.iter().map(|cell| &cell.value).collect::<Vec<_>>(), vocabulary) {
        return Line::Passed(Reason::Total);
    }
    if name.is_none() {
        return if filled() >= 2 { Line::Entry } else { Line::Passed(Reason::NumberOnly) };
    }
    let says_more = || header.columns.iter().any(|column| Some(column.index) != number && states(column.index));
    if holds_none(row, header, vocabulary) {
        return Line::Passed(Reason::NoPersonalInformation);
    }
    // 欠番｜令和6年に1番へ統合: a remark, or who says it, makes it no record.
    let says_name_alone = || {
        use Concept::{Count, Department, Manager, Notes, ReviewedOn};
        let beside = |column: &Column| matches!(column.only(), Some(Count | Department | Manager | Notes | ReviewedOn));
        let is_own = |column: &&Column| Some(column.index) != number && Some(column.index) != name && !beside(column);
        !header.columns.iter().filter(is_own).any(|column| states(column.index))
    };
    if has_number && name.and_then(|name| row.value(name)).is_some_and(is_vacant) && says_name_alone() {
        return Line::Passed(Reason::NumberOnly);
    }
    match (has_number, has_name) {
        (true, false) if !says_more() => Line::Passed(Reason::NumberOnly),
        (false, false) if own.len() * 5 <= header.columns.len() * 2 => Line::Continues,
        _ => Line::Entry,
    }
}

/// What the only cell of a row is.
fn alone(value: &Value, column: u32, number: Option<u32>, vocabulary: &Vocabulary) -> Line {
    let text = value.text();
    if is_page_number(&text) {
        return if number == Some(column) { Line::Passed(Reason::NumberOnly) } else { Line::Passed(Reason::PageNumber) };
    }
    if words(value).is_none() || is_nothing(&text, vocabulary) {
        return Line::Passed(Reason::NumberOnly);
    }
    let is_code = || {
        let folded = fold(&text);
        let letters = folded.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        let is_short = folded.chars().count() <= LONGEST_CODE && department(&text, vocabulary).is_none();
        letters && (is_short || folded.contains(|letter: char| letter.is_ascii_digit()))
    };
    if number == Some(column) && is_code() {
        return Line::Passed(Reason::NumberOnly);
    }
    Line::Group
}

/// What the first words of a row tell.
fn by_first_words(value: &Value, cells: usize, vocabulary: &Vocabulary) -> Option<Reason> {
    let text = words(value)?;
    if text.chars().count() > 30 && cells > 2 {
        return None;
    }
    let folded = fold(text);
    let may_be_total = cells <= MOST_CELLS_OF_TOTAL;
    if may_be_total && ends_in_total(text, &folded, vocabulary) {
        return Some(Reason::Total);
    }
    if is_example(&folded, vocabulary) {
        return Some(Reason::Example);
    }
    match beginning(&folded, &vocabulary.not_entries).filter(|_| may_be_total)? {
        NotEntry::Note if cells <= 2 => Some(Reason::Note),
        // 以上｜17件 ends the table too.
        NotEntry::End if cells == 1 || cells == 2 && vocabulary.not_entries.whole(&folded) == Some(NotEntry::End) => Some(Reason::End),
        NotEntry::Total => Some(Reason::Total),
        _ => None,
    }
}

/// Whether the last word of a text is 合計, 小計 or the like: 派遣事業　小計.
fn ends_in_total(text: &str, folded: &str, vocabulary: &Vocabulary) -> bool {
    let is_total = |word: &str| vocabulary.not_entries.whole(word) == Some(NotEntry::Total);
    if is_total(folded) {
        return true;
    }
    let last = text.split_whitespace().next_back().map(fold);
    let trimmed = folded.trim_end_matches([')', ']', '】', ':', '>']);
    let tail = trimmed.rsplit(['(', '[', '【', '<']).next().unwrap_or_default();
    last.is_some_and(|last| is_total(&last)) || is_total(tail) || ["小計", "合計", "総計"].iter().any(|word| folded.ends_with(word))
}

/// Whether a total stands in the second of two cells: a label in a merged column, 計 and the sum.
fn total_behind(values: &[&Value], vocabulary: &Vocabulary) -> bool {
    values.first().and_then(|value| words(value)).is_some_and(|text| ends_in_total(text, &fold(text), vocabulary))
}

/// Whether a cell says what to write below it: 正式名称で, ○×を選択, （人）.
pub(super) fn is_hint(text: &str, vocabulary: &Vocabulary) -> bool {
    let folded = fold(text.trim_start().trim_start_matches(['※', '*', '＊']));
    let hints = &vocabulary.hints;
    text.chars().count() <= 30 && (hints.whole(&folded) == Some(Hint::Whole) || hints.ending(&folded) == Some(Hint::Ending))
}

/// Whether a row above the first entry says how to fill in the columns: 正式名称で｜漏れなく｜（人）.
pub(super) fn says_how_to_fill_in<'a>(row: &'a Row, header: &Header, headings: &mut Headings<'a>) -> bool {
    let number = header.column(Concept::ControlNo).and_then(|column| row.value(column.index));
    if number.is_some_and(|number| number.text().contains(char::is_numeric)) {
        return false;
    }
    let vocabulary = headings.vocabulary;
    // ※選択…, where most of the cells begin so.
    let hints = |text: &&str| is_hint(text, vocabulary) || text.starts_with(['※', '＊']);
    let hinted = row.cells.iter().filter_map(|cell| words(&cell.value)).filter(hints).count();
    let known = row.cells.iter().filter(|cell| headings.of(&cell.value).is_some()).count();
    hinted >= 2 && (hinted + known) * 2 >= row.cells.len()
}

/// The word that a folded text begins with, where it is a word by itself: 例 in `例1` and `例：顧客名簿`, not in 例規集.
pub(super) fn beginning<T: Copy + PartialEq>(folded: &str, lexicon: &Lexicon<T>) -> Option<T> {
    let marks = ['【', '[', '<', '《', '〔', '■', '●', '◆'];
    let within = folded.trim_start_matches(marks);
    let (length, meaning) = lexicon.beginning(within)?;
    let (word, rest) = within.split_at(length);
    let ends = word.chars().next_back().is_some_and(|letter| !letter.is_alphanumeric());
    let parts = rest.chars().next().is_none_or(|letter| !letter.is_alphanumeric() || letter.is_ascii_digit());
    (ends || parts).then_some(meaning)
}

/// Whether a cell beside the table is a remark.
fn is_remark(value: &Value, vocabulary: &Vocabulary) -> bool {
    words(value).is_some_and(|text| beginning(&fold(text), &vocabulary.not_entries).is_some())
}

/// Whether a row says the heading once more.
fn repeats(grid: &Grid<'_>, row: &Row, header: &Header) -> bool {
    let rows = &grid.rows()[header.rows.0..=header.rows.1];
    let mut same = 0;
    for cell in &row.cells {
        let Some(text) = words(&cell.value) else {
            return false;
        };
        let of_heading = |above: &Row| above.value(cell.column).and_then(words).is_some_and(|other| other == text);
        if !rows.iter().any(of_heading) {
            return false;
        }
        same += 1;
    }
    same >= 2
}

/// Whether a row is nothing but headings, and two of them at least are of another matter than the column that they stand in: labels of
/// whatever stands below or beside, and no record.
fn asks_for_others<'a>(row: &'a Row, header: &Header, headings: &mut Headings<'a>) -> bool {
    let mut others = 0;
    for cell in &row.cells {
        // Numbers of records have digits, and headings hardly: each of them is one more word to look up.
        let text = words(&cell.value).filter(|text| !text.contains(|letter: char| letter.is_ascii_digit()));
        let Some(concept) = text.and_then(|_| headings.of(&cell.value)) else { return false };
        let own = header.columns.iter().find(|column| column.index == cell.column);
        others += usize::from(concept != Concept::Unrelated && own.is_some_and(|own| !own.concerns(concept)));
    }
    others >= 2
}

/// Whether the cells of a row are 1, 2, 3 … or ①, ②, ③ …: the numbers of the columns.
fn counts_columns(row: &Row) -> bool {
    let number = |value: &Value| {
        let text = value.text();
        // Most rows begin with a letter.
        let folded = (!text.starts_with(char::is_alphabetic)).then(|| fold(&text));
        folded.and_then(|folded| folded.trim_matches(['(', ')']).parse::<u32>().ok())
    };
    let numbers: Option<Vec<u32>> = row.cells.iter().map(|cell| number(&cell.value)).collect();
    numbers.is_some_and(|numbers| numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]))
}

/// Whether cells are a label of a matter and its value.
fn is_label<'a>(mut values: impl Iterator<Item = &'a Value>, headings: &mut Headings<'a>) -> bool {
    let (Some(label), Some(value)) = (values.next(), values.next()) else {
        return false;
    };
    let about = headings.of(label);
    let rest: Vec<_> = values.collect();
    let of_value = headings.of(value);
    about.is_some_and(|concept| {
        !matches!(concept, Concept::Name | Concept::Unrelated) && (of_value.is_none() || is_value_of((concept, label), (of_value, value)))
    }) && (rest.is_empty() || rest.len() == 2 && headings.of(rest[0]).is_some())
}

/// Whether what stands beside a label is a heading too, and yet its value: the name of a medium, 媒体｜紙媒体, or a post that is called as
/// labels are, 管理責任者｜管理者.
pub(super) fn is_value_of((concept, label): (Concept, &Value), (of_value, value): (Option<Concept>, &Value)) -> bool {
    const POSTS: [&str; 3] = ["管理者", "責任者", "統括責任者"];
    let is_medium = matches!(of_value, Some(Concept::MediumPaper | Concept::MediumElectronic | Concept::MediumOther));
    let is_post = || {
        let says_more = |post: &str| words(label).is_some_and(|label| label.trim().chars().count() > post.chars().count());
        words(value).map(str::trim).is_some_and(|post| POSTS.contains(&post) && says_more(post))
    };
    concept == Concept::Media && is_medium || concept == Concept::Manager && of_value == Some(Concept::Manager) && is_post()
}

/// Whether a text says which of how many pages this is, by the word for pages: （2/3頁）, Page 2 of 3. Behind the title alone it is at the
/// head of a page.
pub(super) fn is_page_of_many(text: &str) -> bool {
    let folded = fold(text);
    let says_page = [fold("ページ"), fold("頁"), "page".to_owned()].iter().any(|word| folded.contains(word.as_str()));
    says_page && ["/", "of", "中"].iter().any(|of| folded.contains(of)) && is_page_number(text)
}

/// Whether a text is a page's number: 3, - 3 -, 1/3ページ, Page 1 of 3.
pub(super) fn is_page_number(text: &str) -> bool {
    let folded = fold(text);
    let mut rest = folded.clone();
    for word in ["ぺ-じ", "頁", "page", "of", "中", "p."] {
        rest = rest.replace(word, "");
    }
    let letters = |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '/' | '(' | ')' | '.' | ':');
    folded.contains(|letter: char| letter.is_ascii_digit()) && rest.chars().all(letters)
}
