//! What a column is about, told by its heading and the group headings above it.

use crate::ledger::{Text, fold, is_same_word};
use crate::vocabulary::{Concept, Sheet, Vocabulary, joined, parties_of};

use super::cell::{Asked, Unit, asked, literal, scale_of, unit_of};
use super::grouped::{group, has_choices, under, under_group};
use super::in_bracket::{asks_capacity, said_in_bracket};

/// A column of a table, or a label of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    /// The column, from 0.
    pub index: u32,
    /// Its heading with its groups, as written.
    pub heading: Text,
    /// What it is about.
    pub about: About,
    /// How many one of its numbers counts for: 1000 under 件数（千件）.
    pub scale: u32,
    /// The unit of its bare numbers: years under 保存期間（年）.
    pub unit: Option<Unit>,
    /// What its marks answer, where it is about whose data it is.
    pub asked: Asked,
    /// The group headings above it, as written; columns of one group belong together.
    pub group: Text,
    /// The matter of its group, where the group may have a column for each choice.
    pub chosen_of: Option<Concept>,
    /// What it is like, where its heading is not known.
    pub likeness: Option<Likeness>,
}

/// What a column is like whose heading is not known: the word of a heading that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Likeness {
    /// It is read as that.
    Taken(Text),
    /// It is kept beside, and a person is asked.
    Offered(Text),
}

/// What a column is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum About {
    /// One matter.
    One(Concept),
    /// Two matters in each cell, such as 保存期間・廃棄方法.
    Two(Concept, Concept),
    /// One of several choices, marked where it holds: 窓口 under the group 取得方法.
    Choice(Concept, Text),
    /// Nothing that an entry has a field for.
    Beside,
}

impl Column {
    /// The column of a path of headings, the outermost group first.
    pub(super) fn new(index: u32, path: &[&str], sheet: Sheet, vocabulary: &Vocabulary) -> Self {
        if let [only] = path
            && let Some(heading) = literal(only)
        {
            return Self { index, ..Self::beside(heading) };
        }
        let about = about(path, sheet, vocabulary);
        let leaf = path.last().copied().unwrap_or_default();
        let chosen_of = path.split_last().and_then(|(_, groups)| group(groups, sheet, vocabulary));
        // 再委託 under 委託 is known to be something else, and no choice of its group.
        let chosen_of = chosen_of.filter(|group| has_choices(*group) && !is_aspect(*group, leaf, sheet, vocabulary));
        let heading = path.join("／").replace('\n', "");
        let group = path[..path.len().saturating_sub(1)].join("／");
        Self {
            index,
            scale: scale_of(&heading),
            unit: unit_of(leaf).or_else(|| unit_of(&heading)),
            asked: asked(path, vocabulary),
            heading: heading.into(),
            about,
            group: group.into(),
            chosen_of,
            likeness: None,
        }
    }

    /// The same under the heading that the sheet has, of which this one is the full spelling.
    pub(super) fn written_as(self, path: &[&str]) -> Self {
        let group = path[..path.len().saturating_sub(1)].join("／");
        Self { heading: path.join("／").replace('\n', "").into(), group: group.into(), ..self }
    }

    /// What a place outside a table says of one matter.
    pub(super) fn once(concept: Concept, heading: &str) -> Self {
        Self { about: About::One(concept), scale: scale_of(heading), unit: unit_of(heading), ..Self::beside(heading.into()) }
    }

    /// The same, of which a mark answers what the words ask of whose data it is.
    pub(super) fn asking(self, words: &str, vocabulary: &Vocabulary) -> Self {
        Self { asked: asked(&[words], vocabulary), ..self }
    }

    /// A column of words that no field takes.
    pub(super) fn beside(heading: Text) -> Self {
        Self {
            index: 0,
            heading,
            about: About::Beside,
            scale: 1,
            unit: None,
            asked: Asked::Which,
            group: "".into(),
            chosen_of: None,
            likeness: None,
        }
    }

    /// Takes the column for one choice of its group's matter, as marks in it show.
    pub(super) fn choose(&mut self) {
        use Concept::{
            Disclosure, Entrusted, IndividualNumber, JointlyUsed, MediumElectronic, MediumOther, MediumPaper, Provided, SpecialCare,
        };
        let Some(group) = self.chosen_of else {
            return;
        };
        let takes_marks =
            [Disclosure, Entrusted, IndividualNumber, JointlyUsed, MediumElectronic, MediumOther, MediumPaper, Provided, SpecialCare];
        let is_chosen = matches!(self.about, About::Choice(Concept::Capacity, _));
        // 共同利用 under 外部への提供等 is a matter of its own.
        let is_party = parties_of(group).is_some() && self.only().and_then(parties_of).is_some();
        if is_chosen || is_party || self.only().is_some_and(|concept| concept == group || takes_marks.contains(&concept)) {
            return;
        }
        let option = self.heading.rsplit('／').next().unwrap_or_default().into();
        self.about = About::Choice(group, option);
    }

    /// The matter that it is about, where it is one.
    pub(super) fn only(&self) -> Option<Concept> {
        if let About::One(concept) = self.about { Some(concept) } else { None }
    }

    /// Whether it is about a matter, alone or among others.
    pub(super) fn concerns(&self, concept: Concept) -> bool {
        match &self.about {
            About::One(one) | About::Choice(one, _) => *one == concept,
            About::Two(one, other) => *one == concept || *other == concept,
            About::Beside => false,
        }
    }
}

/// What a heading alone is about, also where it is numbered, has a footnote mark or a bracket behind it.
pub(super) fn heading(text: &str, sheet: Sheet, vocabulary: &Vocabulary) -> Option<Concept> {
    if text.chars().count() > 150 {
        return None;
    }
    if sheet == Sheet::Ledger && asks_capacity(text, vocabulary) {
        return Some(Concept::Capacity);
    }
    let known = vocabulary.heading(sheet, text).or_else(|| {
        let bare = bare(text);
        let (before, within) = bracket(&bare);
        // 渡し方（番号）: what the cells hold is a number, and not of the record.
        let within = Some(within).filter(|within| before.is_empty() || vocabulary.heading(sheet, within) != Some(Concept::ControlNo));
        let words = [bare.as_str(), before, within.unwrap_or_default()];
        words.into_iter().filter(|word| !word.is_empty()).find_map(|word| vocabulary.heading(sheet, word))
    });
    // 保存（年）: no place is so many years.
    let counts_time = || vocabulary.is_makeshift(sheet, text) && unit_of(text).is_some();
    match known {
        // 業務内容（利用目的）: the bracket says which of several matters is meant.
        Some(_) if let Some(meant) = said_in_bracket(text, sheet, vocabulary) => Some(meant),
        // 患者・その他の別: no remark stands below it.
        Some(Concept::Notes) if bare(text).ends_with("の別") => None,
        Some(Concept::Places) if counts_time() => Some(Concept::Retention),
        // 削除・廃棄の記録: that it was done.
        Some(Concept::Disposal) if bare(text).ends_with("記録") => Some(Concept::Unrelated),
        _ => known,
    }
}

/// Signs that join two matters in one heading.
pub(super) const JOINTS: [char; 10] = ['・', '／', '/', '\n', '&', '＆', '及', '、', '，', ','];

/// What a path of headings is about.
fn about(path: &[&str], sheet: Sheet, vocabulary: &Vocabulary) -> About {
    let path: Vec<&str> = path.iter().copied().filter(|part| !part.trim().is_empty()).collect();
    let Some((leaf, groups)) = path.split_last() else {
        return About::Beside;
    };
    let alone = heading(leaf, sheet, vocabulary);
    let is_firm = alone.is_some_and(|concept| concept != Concept::Unrelated) && !vocabulary.is_makeshift(sheet, leaf);
    for start in 0..groups.len() {
        let whole = path[start..].concat().replace('\n', "");
        // 個人情報名 under 特定 is the name of what was identified, and no 特定個人情報.
        let is_other = whole.contains(JOINTS) || is_firm && vocabulary.is_framed(sheet, &whole);
        if !is_other && let Some(concept) = heading(&whole, sheet, vocabulary) {
            return of(concept);
        }
    }
    if sheet == Sheet::Ledger && is_of_risks(groups, leaf) {
        return About::Beside;
    }
    if sheet == Sheet::Ledger && is_of_other_body(groups, leaf, vocabulary) {
        return About::Beside;
    }
    let is_foreign = |concept| sheet == Sheet::Ledger && groups.iter().any(|group| vocabulary.is_foreign(concept, group));
    if let Some(concept) = groups.last().filter(|group| group.contains(JOINTS)).and_then(|group| under(group, leaf, sheet, vocabulary)) {
        return if is_foreign(concept) { About::Beside } else { of(concept) };
    }
    if is_capacity(groups, leaf, sheet, vocabulary) {
        return About::Choice(Concept::Capacity, leaf.replace('\n', "").as_str().into());
    }
    let group = group(groups, sheet, vocabulary);
    if let Some(group) = group.filter(|group| has_choices(*group) && alone != Some(*group))
        && (vocabulary.is_makeshift(sheet, leaf)
            && alone != Some(Concept::Media)
            && !(alone == Some(Concept::Name) && parties_of(group).is_some())
            || is_same_word(&bare(leaf), "その他"))
    {
        return About::Choice(group, leaf.replace('\n', "").as_str().into());
    }
    if let (Some(group), true) = (group, sheet == Sheet::Ledger)
        && let Some(about) = under_group(group, leaf, alone)
    {
        return about;
    }
    let both = place_and_country(leaf, sheet, vocabulary)
        .or_else(|| medium_and_place(leaf, sheet, vocabulary))
        .or_else(|| department_and_place(leaf, sheet, vocabulary));
    if let Some(both) = both {
        return both;
    }
    if let Some(concept) = alone {
        return if is_foreign(concept) { About::Beside } else { of(concept) };
    }
    if let Some(both) = two(leaf, sheet, vocabulary) {
        return both;
    }
    match group.filter(|group| has_choices(*group) && !is_aspect(*group, leaf, sheet, vocabulary)) {
        Some(group) => About::Choice(group, leaf.replace('\n', "").as_str().into()),
        None => About::Beside,
    }
}

/// Whether a heading is of what may go wrong, or of what is done against it, in a phase that it or its group names: 保管・バックアップのリスク,
/// 廃棄 under 安全管理措置.
fn is_of_risks(groups: &[&str], leaf: &str) -> bool {
    const FIELDS: [&str; 11] = ["場所", "方法", "期間", "先", "者", "オーナー", "部署", "部門", "媒体", "国", "日"];
    let is_field = FIELDS.iter().any(|end| bare(leaf).ends_with(end));
    let is_against = |group: &&str| ["措置", "対策"].iter().any(|word| group.contains(word));
    let is_of_risk = leaf.contains("リスク") || groups.iter().any(|group| group.contains("リスク"));
    (is_of_risk || groups.iter().any(is_against)) && !is_field
}

/// Whether a heading asks for the name of a body that is no matter of an entry's, or where it is: 名称 under 開示請求を受理する組織.
fn is_of_other_body(groups: &[&str], leaf: &str, vocabulary: &Vocabulary) -> bool {
    const OF_BODY: [&str; 10] = ["名称", "名", "組織名", "部署名", "課名", "窓口名", "所在地", "住所", "電話", "連絡先"];
    let group = groups.last().map(|group| bare(group)).unwrap_or_default();
    ["組織", "窓口", "機関", "受付先", "請求先", "相談先"].iter().any(|end| group.ends_with(end))
        && OF_BODY.iter().any(|word| is_same_word(word, &bare(leaf)))
        && matches!(heading(&group, Sheet::Ledger, vocabulary), None | Some(Concept::Unrelated))
}

/// Whether a column stands for own or entrusted data: 自社 or 受託 under a group that only says 区分.
fn is_capacity(groups: &[&str], leaf: &str, sheet: Sheet, vocabulary: &Vocabulary) -> bool {
    let loose = |group: &&str| match heading(group, sheet, vocabulary) {
        Some(Concept::Capacity) => true,
        _ => ["区分", "情報区分", "個人情報区分", "個人情報の区分", "データ区分", "保有区分"]
            .iter()
            .any(|word| is_same_word(word, &bare(group))),
    };
    sheet == Sheet::Ledger && groups.last().is_some_and(loose) && vocabulary.capacity.whole(&fold(&bare(leaf))).is_some()
}

/// Whether a heading of a ledger says something about the matter of its group, and is no choice of it.
fn is_aspect(group: Concept, leaf: &str, sheet: Sheet, vocabulary: &Vocabulary) -> bool {
    sheet == Sheet::Ledger && vocabulary.is_aspect(group, leaf)
}

fn of(concept: Concept) -> About {
    if concept == Concept::Unrelated { About::Beside } else { About::One(concept) }
}

/// A heading of a place that asks for its country: 保管場所（国）.
fn place_and_country(leaf: &str, sheet: Sheet, vocabulary: &Vocabulary) -> Option<About> {
    let leaf = bare(leaf);
    let (before, within) = bracket(&leaf);
    let asks = ["country", "国", "国名", "国・地域", "国内／国外", "国内/国外", "国内・国外", "国内外", "所在国"]
        .iter()
        .any(|word| is_same_word(word, within));
    (asks && heading(before, sheet, vocabulary) == Some(Concept::Places)).then_some(About::Two(Concept::Places, Concept::Storage))
}

/// A heading of media that asks for their places, or of places that asks for their media: 媒体（保管場所）, 保管場所（媒体）.
fn medium_and_place(leaf: &str, sheet: Sheet, vocabulary: &Vocabulary) -> Option<About> {
    let leaf = bare(leaf);
    let (before, within) = bracket(&leaf);
    let both = [heading(before, sheet, vocabulary)?, heading(within, sheet, vocabulary)?];
    match both {
        [Concept::Media, Concept::Places] => Some(About::Two(Concept::Media, Concept::Places)),
        [Concept::Places, Concept::Media] if fold(within).contains("媒体") => Some(About::Two(Concept::Places, Concept::Media)),
        _ => None,
    }
}

/// A heading that asks for who keeps it, and where: 保管部署・場所. 場所 alone says of no matter where it is.
fn department_and_place(leaf: &str, sheet: Sheet, vocabulary: &Vocabulary) -> Option<About> {
    let leaf = bare(leaf);
    let parts: Vec<&str> = leaf.split(JOINTS).map(|part| part.trim_start_matches('び').trim()).collect();
    let [first, second] = parts.as_slice() else { return None };
    let is_place = |part: &str| is_same_word(part, "場所");
    let is_department = |part: &str| sheet == Sheet::Ledger && heading(part, sheet, vocabulary) == Some(Concept::Department);
    if is_department(first) && is_place(second) {
        return Some(About::Two(Concept::Department, Concept::Places));
    }
    (is_place(first) && is_department(second)).then_some(About::Two(Concept::Places, Concept::Department))
}

/// A heading that joins two matters: 保存期間・廃棄方法.
fn two(leaf: &str, sheet: Sheet, vocabulary: &Vocabulary) -> Option<About> {
    let leaf = bare(leaf);
    let parts: Vec<&str> = leaf.split(JOINTS).map(|part| part.trim_start_matches('び').trim()).collect();
    let [first, second] = parts.as_slice() else {
        return None;
    };
    let (one, other) = (heading(first, sheet, vocabulary)?, heading(second, sheet, vocabulary)?);
    // 保存⏎種別 is one word in two lines, and names no record.
    if leaf.contains('\n')
        && [one, other].contains(&Concept::Name)
        && [first, second].iter().all(|part| vocabulary.is_makeshift(sheet, part))
    {
        return None;
    }
    let stated = |concept| parties_of(concept).map(|(stated, _)| stated);
    let is_medium = matches!(one, Concept::MediumPaper | Concept::MediumElectronic | Concept::MediumOther);
    if is_medium && other == Concept::Places {
        // 紙・データの保管先 says of both where they are.
        let of_both = vocabulary.is_framed(sheet, second);
        return Some(if of_both { of(other) } else { About::Two(other, Concept::Media) });
    }
    // 保管・バックアップ, 取得・入力: the cell is of what is known, all of it.
    let is_list =
        |concept| matches!(concept, Concept::Acquisition | Concept::Items | Concept::Places | Concept::Purposes | Concept::Subjects);
    // 委託先・再委託先: so it is of those who are entrusted.
    let are_entrustees = first.contains("委託") && second.contains("委託");
    if let (known, Concept::Unrelated) | (Concept::Unrelated, known) = (one, other)
        && (is_list(known) || known == Concept::Entrustees && are_entrustees)
    {
        return Some(of(known));
    }
    Some(if one == other {
        of(one)
    } else if let Some(stated) = stated(one).filter(|_| stated(one) == stated(other)) {
        // 委託・委託先: whether, and to whom, is one matter, and no cell is divided for it.
        of(stated)
    } else {
        About::Two(one, other)
    })
}

/// A heading without the number before it and the footnote mark or number behind it.
pub(super) fn bare(text: &str) -> String {
    let text = text.trim();
    // （項目）, as a second line within a heading is written.
    let within = text.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    let text = within.filter(|within| !within.contains(['（', '(', '）', ')'])).unwrap_or(text).trim();
    let text = text.trim_end_matches(|letter: char| matches!(letter, '*' | '＊' | '※' | ':' | '：' | '?' | '？') || is_number(letter));
    let text = text.trim_end_matches(['※', '*', '＊', '注', ' ', '\u{3000}', '\n']);
    let rest = text.trim_start_matches(['【', '■', '●', '◆', '○', '□', '・', '(', '（']).trim_start_matches(is_number);
    let numbered = rest.len() < text.len();
    let rest =
        rest.trim_start_matches(|letter: char| numbered && matches!(letter, '.' | '．' | ')' | '）' | '、' | ' ' | '\u{3000}' | '-'));
    joined(rest.trim_end_matches('】').trim()).into_owned()
}

fn is_number(letter: char) -> bool {
    letter.is_ascii_digit() || ('０'..='９').contains(&letter) || ('①'..='⑳').contains(&letter)
}

/// What stands before the last bracket of a heading, and what within it.
pub(super) fn bracket(text: &str) -> (&str, &str) {
    let Some(rest) = text.strip_suffix([')', '）', '】', ']', '］']) else {
        return ("", "");
    };
    match rest.rfind(['(', '（', '【', '[', '［']) {
        Some(open) => {
            let within = rest[open..].trim_start_matches(['(', '（', '【', '[', '［']);
            (rest[..open].trim(), within.trim())
        }
        None => ("", ""),
    }
}
