//! Which columns of a table speak of what, taken together: whether they are a ledger's, and which of several for one matter holds.

use std::collections::BTreeSet;

use crate::ledger::{Text, fold};
use crate::vocabulary::Concept;

use super::column::{About, Column, bare};
use super::grouped::under;
use super::header::Headings;

/// Of several columns for what an entry has only one of, one holds: the rest are kept beside.
pub(super) fn settle(mut columns: Vec<Column>, headings: &Headings<'_>) -> Vec<Column> {
    let makeshift = |column: &Column| {
        let last = column.heading.rsplit('／').next().unwrap_or_default();
        // 期間 under 保管 is 保管期間, which needs no other to name it better.
        let grouped = || under(&column.group, last, headings.sheet, headings.vocabulary);
        // 媒体 under 取得 is 取得媒体, which gives way to the medium that it is kept on.
        let joined = || format!("{}{last}", column.group.rsplit('／').next().unwrap_or_default());
        headings.vocabulary.is_makeshift(headings.sheet, last) && (column.group.is_empty() || grouped() != column.only())
            || !column.group.is_empty() && headings.vocabulary.is_makeshift(headings.sheet, &joined())
    };
    let firm: BTreeSet<Concept> = columns.iter().filter(|column| !makeshift(column)).filter_map(Column::only).collect();
    let mut yielded = Vec::new();
    for column in &mut columns {
        if makeshift(column) && column.only().is_some_and(|concept| firm.contains(&concept)) {
            yielded.extend((column.only() == Some(Concept::Name)).then_some(column.index));
            column.about = About::Beside;
        }
    }
    for concept in [Concept::ControlNo, Concept::Name] {
        let of: Vec<usize> = (0..columns.len()).filter(|at| columns[*at].about == About::One(concept)).collect();
        if of.len() < 2 {
            continue;
        }
        let kept = match concept {
            Concept::Name => of.iter().min_by_key(|at| distance_from_name(&columns[**at].heading)),
            _ => of.iter().find(|at| ["管理", "台帳"].iter().any(|word| fold(&columns[**at].heading).contains(word))),
        };
        let kept = kept.copied().unwrap_or(of[0]);
        for at in of.into_iter().filter(|at| *at != kept) {
            yielded.extend((concept == Concept::Name).then_some(columns[at].index));
            columns[at].about = About::Beside;
        }
    }
    say_beside_name(&mut columns, &yielded, headings);
    give_way(&mut columns, Concept::Disclosure, headings);
    for concept in [Concept::Department, Concept::Manager, Concept::Count, Concept::ReviewedOn, Concept::Retention, Concept::Capacity] {
        if concept == Concept::Retention {
            prefer_lengths(&mut columns);
        }
        give_way(&mut columns, concept, headings);
        let mut kept: Option<(usize, bool)> = None;
        for at in 0..columns.len() {
            if columns[at].about != About::One(concept) {
                continue;
            }
            let grouped = !columns[at].group.is_empty();
            match kept {
                None => kept = Some((at, grouped)),
                Some((last, _)) if concept == Concept::Department && are_levels(&columns[last], &columns[at]) => {
                    kept = Some((at, grouped));
                }
                Some((first, true)) if grouped && columns[first].group == columns[at].group && concept != Concept::Count => {}
                Some((first, _)) if columns[first].heading == columns[at].heading => {}
                // 保存期間 under 紙媒体 and under 電子媒体.
                Some((first, true)) if concept == Concept::Retention && are_media(&columns[first], &columns[at], headings) => {}
                Some(_) => columns[at].about = About::Beside,
            }
        }
    }
    columns
}

/// Whether two columns stand under groups that are media.
fn are_media(one: &Column, other: &Column, headings: &Headings<'_>) -> bool {
    [one, other].iter().all(|column| column.group.split('／').any(|group| headings.vocabulary.media.whole(&fold(group)).is_some()))
}

/// How far a heading is from saying that the records' names stand below it: 個人情報の名称 and ファイル, then 帳票名 and 資産名称, then 個人情報
/// and 個人情報の種類, which beside these tell what is held or whether anything is, then 帳票 and the like, which still name a record better
/// than 業務 does.
fn distance_from_name(heading: &str) -> u8 {
    let heading = fold(heading);
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(&fold(word)));
    let ends = |words: &[&str]| words.iter().any(|word| heading.trim_end_matches([')', '?']).ends_with(&fold(word)));
    let is_kind = ends(&["個人情報", "個人データ", "種類", "種別", "分類", "Personal data", "Personal information"]);
    if has(&["個人情報", "個人データ", "情報名", "ファイル"]) && !is_kind {
        0
    } else if has(&["情報", "データ", "帳票", "書類", "名簿", "資産", "文書", "資料", "台帳", "事務", "処理"])
        && !is_kind
        && ends(&["名", "名称", "名前", "活動", "Activity"])
    {
        1
    } else if has(&["個人情報", "個人データ"]) {
        2
    } else if has(&["情報", "データ", "帳票", "書類", "名簿"]) {
        3
    } else {
        4
    }
}

/// A column that says a matter from further off is kept beside one that says it closely: 拠点 beside 部門. In one group both hold.
fn give_way(columns: &mut [Column], concept: Concept, headings: &Headings<'_>) {
    let says = |column: &Column| column.about == About::One(concept);
    let gives_way = |column: &Column| {
        let last = column.heading.rsplit('／').next().unwrap_or_default();
        headings.vocabulary.gives_way(headings.sheet, last)
    };
    let close: BTreeSet<Text> =
        columns.iter().filter(|column| says(column) && !gives_way(column)).map(|column| column.group.clone()).collect();
    for column in columns.iter_mut().filter(|column| says(column) && gives_way(column)) {
        let is_joined = !column.group.is_empty() && close.contains(&column.group);
        if !close.is_empty() && !is_joined {
            column.about = About::Beside;
        }
    }
}

/// Whether two neighbours name one department together, each at its own level: 部 and 課, 所管部 and 所管課.
fn are_levels(above: &Column, below: &Column) -> bool {
    const LEVELS: [&str; 14] =
        ["事業部", "学部", "学科", "本部", "局", "部", "課", "室", "係", "科", "班", "チーム", "グループ", "ユニット"];
    let level = |column: &Column| {
        let heading = bare(&column.heading);
        let heading = heading.trim_end_matches('名');
        LEVELS.iter().find_map(|level| Some((heading.strip_suffix(level)?.to_owned(), *level)))
    };
    let neighbours = above.index + 1 == below.index && above.group.is_empty() && below.group.is_empty();
    let levels = level(above).zip(level(below));
    neighbours && levels.is_some_and(|((of, one), (same, other))| of == same && one != other)
}

/// 内容 beside the name of the record is what it holds, where no other column says that.
fn say_beside_name(columns: &mut [Column], yielded: &[u32], headings: &Headings<'_>) {
    for at in 0..columns.len() {
        let last = columns[at].heading.rsplit('／').next().unwrap_or_default();
        if yielded.contains(&columns[at].index)
            && let Some(concept) = languages(last).iter().find_map(|part| headings.vocabulary.beside_name(headings.sheet, part.trim()))
            && !columns.iter().any(|column| column.concerns(concept))
        {
            columns[at].about = About::One(concept);
        }
    }
}

/// A heading, and what of it is Japanese and what is not: Personal data / 個人データ.
fn languages(heading: &str) -> [String; 3] {
    let (latin, japanese): (String, String) = heading.chars().filter(|letter| *letter != '/').partition(char::is_ascii);
    [heading.to_owned(), latin, japanese]
}

/// Where one column says how long a record is kept and another when it is disposed of (保管期間 and 廃棄時期), the first is the retention.
fn prefer_lengths(columns: &mut [Column]) {
    let is_retention = |column: &Column| column.about == About::One(Concept::Retention);
    let tells = |column: &Column| ["期間", "年限", "年数"].iter().any(|word| fold(&column.heading).ends_with(&fold(word)));
    if columns.iter().any(|column| is_retention(column) && tells(column)) {
        for column in columns.iter_mut().filter(|column| is_retention(column) && fold(&column.heading).ends_with(&fold("時期"))) {
            column.about = About::Beside;
        }
    }
}

/// What columns are about.
pub(super) fn concepts<'a>(columns: impl IntoIterator<Item = &'a Column>) -> BTreeSet<Concept> {
    let mut concepts = BTreeSet::new();
    for column in columns {
        match &column.about {
            About::One(concept) | About::Choice(concept, _) => {
                concepts.insert(*concept);
            }
            About::Two(one, other) => concepts.extend([*one, *other]),
            About::Beside => {}
        }
    }
    concepts
}

/// A ledger names its records and says what they are for, of whom, of what, how long or where they are kept; one without names says more.
pub(super) fn is_of_ledger(concepts: &BTreeSet<Concept>) -> bool {
    use Concept::{Acquisition, Items, Places, Purposes, Retention, Subjects};
    let core = [Items, Purposes, Subjects, Retention, Places, Acquisition].iter().filter(|concept| concepts.contains(concept)).count();
    if concepts.contains(&Concept::Name) {
        core >= 1 && concepts.len() >= 3
    } else {
        core >= 3 && (concepts.contains(&Purposes) || concepts.contains(&Items))
    }
}
