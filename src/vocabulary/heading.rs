//! What a heading and a sheet's name mean.
//!
//! A heading is known, in this order:
//! 1. as a whole, folded; footnote marks (`※1`, `*`), marks of requirement (`【必須】`) and numbers before it (`①`, `3.`) are not compared;
//! 2. without its brackets: `利用目的（具体的に）`, `保存期間（年）`; where only a bracket stands, by the words in it: `【利用目的】`;
//!    A bracket that tells which of two neighbours is meant decides: `媒体（紙）`, `委託（委託先名）`, `渡し先（委託）`;
//! 3. without the words of `[heading-frames]` before or after it: `個人情報の利用目的`, `要配慮個人情報の該当有無`; without those before it also
//!    in other words;
//! 4. in other words for the same, see `[same-words]`: `削除の方式` is `削除方法`;
//! 5. in two languages, by the line that names its matter more firmly: `委託⏎Outsourced to`, `内容／Data fields`;
//! 6. where what ends its last part is said of each: `文書・データの名称`, `簿冊・システムの名称`;
//! 7. by its parts at `・／/\n`, where those that are known all mean the same: `保存場所・システム`.
//!
//! Nothing else is taken: a heading that merely contains a known one (`委託先の管理責任者`) is not known. What its last word makes likely is
//! told apart from that, see [`Vocabulary::by_main_word`].

use std::collections::BTreeMap;

use strum::EnumString;

use super::{Concept, Lexicon, Sheet, Vocabulary, joined};
use crate::ledger::{Medium, Text, fold};

/// What a heading under a group of parties says beside the group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum UnderGroup {
    /// 有無: whether there are any.
    Presence,
    /// 名称: who they are.
    Party,
}

/// Of which groups a heading below them says something about their matter, and is no choice of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Aspect {
    /// 頻度: of every matter but the persons and the items concerned.
    Any,
    /// 施錠: of what is no person.
    Things,
    /// 権限: of who may do something.
    Persons,
    /// 部署: of parties, disposal and acquisition.
    Dealings,
    /// 契約書: of parties and disposal.
    Contracts,
}

/// What a group heading is about under which a place, a country or a medium is not where, or on what, the records are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ForeignGroup {
    /// 第三者への提供: whoever is given the data has a place and a country too.
    Giving,
    /// 安全管理措置: what is done for paper, and for data.
    Measures,
}

impl Aspect {
    /// Whether it is said about this matter.
    fn is_of(self, matter: Concept) -> bool {
        use Concept::{Accessors, AcquiredFrom, Acquisition, Department, Disposal, Manager};
        let of_persons = matches!(matter, Accessors | Department | Manager);
        let of_contracts = matter == Disposal || parties_of(matter).is_some();
        match self {
            Self::Any => true,
            Self::Things => !of_persons && matter != AcquiredFrom,
            Self::Persons => of_persons,
            Self::Dealings => of_contracts || matter == Acquisition,
            Self::Contracts => of_contracts,
        }
    }
}

/// On which side words stand that do not change what a heading is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Frame {
    /// 個人情報の….
    Before,
    /// …の内容.
    After,
    /// …の有無: the heading asks yes or no.
    Asked,
}

/// Signs that part two names of one column.
const PARTS: [char; 7] = ['・', '/', '、', ',', '&', '|', '\n'];

impl Vocabulary {
    /// What a heading of a sheet means, if it is known.
    #[must_use]
    pub fn heading(&self, sheet: Sheet, text: &str) -> Option<Concept> {
        let bare = strip_marks(text);
        // 誰の情報ですか？（選択）: a form that asks.
        let outside = strip_brackets(&bare).trim_end_matches(['?', '？', '。', '\n', ' ', '　']).to_owned();
        if let Some(concept) = self.named(sheet, &fold(&bare)) {
            return Some(concept);
        }
        self.named(sheet, &fold(&outside))
            .map(|concept| self.narrowed(sheet, concept, &bare))
            .or_else(|| fold(&outside).is_empty().then(|| self.heading_in_bracket(sheet, &bare)).flatten())
            .or_else(|| self.framed(sheet, &fold(&outside)))
            .or_else(|| self.said_otherwise(sheet, &fold(&outside)))
            .or_else(|| self.in_two_languages(sheet, &bare))
            .or_else(|| self.of_shared_end(sheet, &outside))
            .or_else(|| self.of_parts(sheet, &outside))
    }

    /// Whether a heading is known but names its matter so loosely that another column of the same concept goes before it:
    /// `保管方法` beside `保管場所`, `業務名` beside `個人情報の名称`.
    #[must_use]
    pub fn is_makeshift(&self, sheet: Sheet, text: &str) -> bool {
        let folded = fold(&strip_brackets(&strip_marks(text)));
        let strong = self.headings.get(&sheet).and_then(|words| words.whole(&folded));
        strong.is_none() && self.makeshift.get(&sheet).and_then(|words| words.whole(&folded)).is_some()
    }

    /// What a heading that names the record says of it where another column names it: `内容`, `Personal data`.
    #[must_use]
    pub fn beside_name(&self, sheet: Sheet, text: &str) -> Option<Concept> {
        self.beside_name.get(&sheet)?.whole(&fold(&strip_brackets(&strip_marks(text))))
    }

    /// What a heading under group headings means: `["委託", "有無"]` is the column 有無 under the group 委託.
    ///
    /// Under a group of parties only what tells of parties is known: `["共同利用", "管理責任者"]` is not the record's manager.
    #[must_use]
    pub fn heading_under(&self, sheet: Sheet, path: &[&str]) -> Option<Concept> {
        let (last, groups) = path.split_last()?;
        if groups.is_empty() {
            return self.heading(sheet, last);
        }
        let whole = path.concat();
        if let Some(concept) = self.named(sheet, &fold(&strip_brackets(&strip_marks(&whole)))) {
            return Some(concept);
        }
        let known: Vec<Concept> = groups.iter().rev().filter_map(|group| self.heading(sheet, group)).collect();
        let under = self.under_group.whole(&fold(&strip_brackets(&strip_marks(last))));
        let own = self.heading(sheet, last);
        let Some((presence, parties)) = known.iter().find_map(|group| parties_of(*group)) else {
            let of_unrelated = known.contains(&Concept::Unrelated) && (under.is_some() || own == Some(Concept::Storage));
            return if of_unrelated { Some(Concept::Unrelated) } else { own.or_else(|| self.heading(sheet, &whole)) };
        };
        match under {
            Some(UnderGroup::Presence) => Some(presence),
            Some(UnderGroup::Party) => Some(parties),
            None => {
                own.filter(|concept| parties_of(*concept).is_some()).or_else(|| self.tells_of_parties(last).then_some(Concept::Unrelated))
            }
        }
    }

    /// Whether a heading is what a cell may say: 米国, 紙, 委託元.
    #[must_use]
    pub fn is_value(&self, text: &str) -> bool {
        let folded = fold(&strip_brackets(&strip_marks(text)));
        let is_known = self.countries.whole(&folded).is_some() || self.areas.whole(&folded).is_some();
        is_known || self.media.whole(&folded).is_some() || self.acquired_from.whole(&folded).is_some()
    }

    /// Whether a heading under a group of this matter says something about it, and is no choice of it: 記録の作成 under 第三者提供.
    #[must_use]
    pub fn is_aspect(&self, matter: Concept, text: &str) -> bool {
        use Concept::{Accessors, AcquiredFrom, Capacity, Department, Items, Manager, Subjects};
        if matches!(matter, Items | Subjects) || self.is_value(text) {
            return false;
        }
        let folded = fold(&strip_brackets(&strip_marks(text)));
        let is_other = || {
            let of_persons = matches!(matter, Accessors | AcquiredFrom | Capacity | Department | Manager);
            !of_persons && self.heading(Sheet::Ledger, text) == Some(Concept::Unrelated)
        };
        self.aspects.ending(&folded).is_some_and(|aspect| aspect.is_of(matter)) || is_other()
    }

    /// Whether a matter under a group heading is not the records': 国 under 第三者への提供, 紙 under 安全管理措置. Where the group names the keeping
    /// beside what is done for it (保管・バックアップ), its medium is the records'.
    #[must_use]
    pub fn is_foreign(&self, matter: Concept, group: &str) -> bool {
        use Concept::{Country, Media, MediumElectronic, MediumOther, MediumPaper, Places, Storage};
        let foreign = match matter {
            Places | Storage | Country => ForeignGroup::Giving,
            Media | MediumElectronic | MediumOther | MediumPaper => ForeignGroup::Measures,
            _ => return false,
        };
        let is_of_keeping = |part: &str| matches!(self.named(Sheet::Ledger, &fold(part)), Some(Places | Concept::Retention));
        let beside_keeping = foreign == ForeignGroup::Measures && group.contains(parts_here) && group.split(parts_here).any(is_of_keeping);
        !beside_keeping && self.foreign_groups.within(&fold(group)).iter().any(|(.., of)| *of == foreign)
    }

    /// Whether a heading is one of the catalogues of parties: 契約日, 所在国.
    fn tells_of_parties(&self, text: &str) -> bool {
        let catalogues = [Sheet::Entrustees, Sheet::Recipients, Sheet::JointUses];
        catalogues.iter().any(|sheet| self.heading(*sheet, text).is_some()) || self.heading(Sheet::Ledger, text) == Some(Concept::Unrelated)
    }

    /// What a heading with a bracket means, where the bracket says which of two neighbours it is: `媒体（紙）`, `委託（委託先名）`; or of which
    /// parties a general word speaks: `渡し先（委託）`.
    fn narrowed(&self, sheet: Sheet, concept: Concept, text: &str) -> Concept {
        let inside: String = text.chars().skip_while(|letter| bracket(*letter) != Bracket::Open).skip(1).collect();
        let inside: String = inside.chars().take_while(|letter| bracket(*letter) == Bracket::None).collect();
        let said = self.named(sheet, &fold(&inside));
        let of_parties = || {
            let (presence, parties) = parties_of(concept)?;
            match self.under_group.whole(&fold(&inside)) {
                Some(UnderGroup::Presence) => Some(presence),
                Some(UnderGroup::Party) => Some(parties),
                None => said.filter(|said| [presence, parties].contains(said)),
            }
        };
        let media = [Concept::MediumPaper, Concept::MediumElectronic, Concept::MediumOther];
        let of_media = said.filter(|said| concept == Concept::Media && media.contains(said));
        // A general word takes its parties from the bracket, and stays a name where it is one.
        let of_general = || {
            let ((_, own), (stated, names)) = (parties_of(concept)?, parties_of(said?)?);
            let is_general = !["委託", "提供", "共同"].iter().any(|word| strip_brackets(text).contains(word));
            let is_name = concept == own || said == Some(names);
            is_general.then_some(if is_name { names } else { stated })
        };
        of_media.or_else(of_general).or_else(of_parties).unwrap_or(concept)
    }

    /// Headings of a sheet that a text may be a slip for.
    #[must_use]
    pub fn headings_near(&self, sheet: Sheet, text: &str) -> Vec<(Text, Concept)> {
        let folded = fold(&strip_brackets(&strip_marks(text)));
        self.headings.get(&sheet).map(|words| words.near(&folded)).unwrap_or_default()
    }

    /// What a folded heading means as a whole.
    pub(super) fn named(&self, sheet: Sheet, folded: &str) -> Option<Concept> {
        let whole = |words: &BTreeMap<Sheet, Lexicon<Concept>>| words.get(&sheet)?.whole(folded);
        whole(&self.headings).or_else(|| whole(&self.makeshift))
    }

    fn heading_in_bracket(&self, sheet: Sheet, text: &str) -> Option<Concept> {
        let inside: String = text.chars().filter(|letter| bracket(*letter) == Bracket::None).collect();
        self.named(sheet, &fold(&inside))
    }

    /// Whether a heading is known only without the words around it: データの保管先.
    #[must_use]
    pub fn is_framed(&self, sheet: Sheet, text: &str) -> bool {
        self.named(sheet, &fold(text)).is_none() && self.framed(sheet, &fold(text)).is_some()
    }

    /// What is left of a folded heading without the words around it, one on each side.
    pub(super) fn framed(&self, sheet: Sheet, folded: &str) -> Option<Concept> {
        let without_before: Vec<&str> = self.frames.without_beginning(folded, Frame::Before).collect();
        let starts = || std::iter::once(folded).chain(without_before.iter().copied());
        let without_after = |text| self.frames.without_ending(text, Frame::After).find_map(|rest| self.named(sheet, rest));
        let without_asked = |text| self.frames.without_ending(text, Frame::Asked).find_map(|rest| asks(self.named(sheet, rest)?));
        let known = starts().find_map(|text| self.named(sheet, text));
        let known = known.or_else(|| without_before.iter().find_map(|text| self.said_otherwise(sheet, text)));
        known.or_else(|| starts().find_map(without_asked)).or_else(|| starts().find_map(without_after))
    }

    /// What a heading means whose parts are one matter with what ends the last of them.
    fn of_shared_end(&self, sheet: Sheet, text: &str) -> Option<Concept> {
        let parts: Vec<String> = text.split(parts_here).map(fold).filter(|part| !part.is_empty()).collect();
        let (last, others) = parts.split_last()?;
        let of = |part: &str| self.named(sheet, part).or_else(|| self.framed(sheet, part));
        let meaning = of(last).filter(|_| !others.is_empty())?;
        let meanings = |end: &str| others.iter().map(|part| of(&format!("{part}{end}"))).collect::<Option<Vec<Concept>>>();
        last.char_indices().skip(1).filter_map(|(at, _)| meanings(&last[at..])).find_map(|all| {
            // A book and a system hold records alike: 簿冊・システムの名称 names them.
            let holds = |of: &Concept| matches!(of, Concept::Name | Concept::Places);
            let names = || all.iter().chain([&meaning]).all(holds).then_some(Concept::Name);
            if all.iter().all(|of| *of == meaning) { Some(meaning) } else { names() }
        })
    }

    /// Whether a heading asks which medium it is, and names paper among others: 紙・パソコン is not asked of paper alone. 文書・データ may also
    /// name a record.
    fn names_media(&self, text: &str) -> bool {
        let parts: Vec<String> = text.split(parts_here).map(fold).collect();
        let media: Option<Vec<Medium>> = parts.iter().map(|part| self.media.whole(part)).collect();
        let names_paper = || parts.iter().any(|part| part.starts_with('紙') || part == "paper");
        media.is_some_and(|media| media.iter().any(|medium| *medium != media[0])) && names_paper()
    }

    /// What all known parts of a heading mean, where they mean the same. 削除・廃棄の記録 is the record of both.
    pub(super) fn of_parts(&self, sheet: Sheet, text: &str) -> Option<Concept> {
        let of = |part: &str| self.named(sheet, part).or_else(|| self.framed(sheet, part));
        let last = fold(text.rsplit(parts_here).next().unwrap_or_default());
        if of(&last).is_none() && self.aspects.ending(&last).is_some() {
            return None;
        }
        if self.names_media(text) {
            return Some(Concept::Media);
        }
        let parts = text.split(parts_here).map(fold);
        let mut known = parts.filter_map(|part| of(&part));
        let first = known.next()?;
        // オーナー・官公署への提出先 asks to whom it is given, whoever stands first, and 本人・保護者への開示 whether it is disclosed.
        let asks = |told| parties_of(told).is_some() || told == Concept::Disclosure;
        let tells_other = || of(&last).is_none() && self.by_telling_words(sheet, &last).is_some_and(|(_, told)| asks(told));
        (known.all(|other| other == first) && (parties_of(first).is_some() || !tells_other())).then_some(first)
    }
}

/// Whether a sign parts two names of one column.
fn parts_here(letter: char) -> bool {
    PARTS.contains(&letter) || letter == '／' || letter == '，'
}

/// The concept that a heading of this concept asks yes or no about, if that can be asked.
fn asks(concept: Concept) -> Option<Concept> {
    let alone =
        matches!(concept, Concept::SpecialCare | Concept::IndividualNumber | Concept::Disclosure | Concept::Capacity | Concept::Unrelated);
    parties_of(concept).map(|(presence, _)| presence).or(alone.then_some(concept))
}

/// The concepts of 有無 and of names, where a concept is about parties.
#[must_use]
pub fn parties_of(concept: Concept) -> Option<(Concept, Concept)> {
    match concept {
        Concept::Entrusted | Concept::Entrustees => Some((Concept::Entrusted, Concept::Entrustees)),
        Concept::Provided | Concept::Recipients => Some((Concept::Provided, Concept::Recipients)),
        Concept::JointlyUsed | Concept::JointUses => Some((Concept::JointlyUsed, Concept::JointUses)),
        _ => None,
    }
}

/// A heading without footnote marks, marks of requirement, and the number before it.
pub(super) fn strip_marks(text: &str) -> String {
    let mut bare = text.trim();
    while let Some(at) = bare.rfind(['※', '*', '＊', '†', '★', '☆', '●', '■', '◆', '◎', '▼', '▲']) {
        let rest = bare[at..].chars().skip(1).collect::<String>();
        if at > 0 && rest.trim().chars().all(|letter| fold(&letter.to_string()).chars().all(|digit| digit.is_ascii_digit())) {
            bare = bare[..at].trim_end();
        } else {
            break;
        }
    }
    let bare = bare.trim_start_matches(|letter: char| "※*＊†★☆●■◆◎▼▲・".contains(letter) || ('①'..='⑳').contains(&letter));
    joined(strip_number(bare).trim()).into_owned()
}

/// A heading without `1.`, `(1)`, `１）`, `3-2.` before it. A number alone stays.
fn strip_number(text: &str) -> &str {
    let opened = text.trim_start_matches(['(', '（']);
    let is_number = |letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter) || letter == '-' || letter == '－';
    let rest = opened.trim_start_matches(is_number);
    let closed = rest.strip_prefix(['.', '．', ')', '）', '、', ':', '：']);
    match closed {
        Some(closed) if rest.len() < opened.len() && !closed.trim().is_empty() => closed,
        _ => text,
    }
}

/// Whether a letter opens or closes a bracket.
#[derive(PartialEq, Eq)]
pub(super) enum Bracket {
    Open,
    Close,
    None,
}

pub(super) fn bracket(letter: char) -> Bracket {
    match letter {
        '(' | '（' | '[' | '［' | '【' | '〔' | '「' | '『' | '<' | '＜' | '〈' | '《' | '{' | '｛' => Bracket::Open,
        ')' | '）' | ']' | '］' | '】' | '〕' | '」' | '』' | '>' | '＞' | '〉' | '》' | '}' | '｝' => Bracket::Close,
        _ => Bracket::None,
    }
}

/// A text without its brackets and what stands in them. An open bracket that is never closed reaches to the end.
pub(super) fn strip_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut outside = String::new();
    for letter in text.chars() {
        match bracket(letter) {
            Bracket::Open => depth += 1,
            Bracket::Close => depth = depth.saturating_sub(1),
            Bracket::None if depth == 0 => outside.push(letter),
            Bracket::None => {}
        }
    }
    outside
}

#[cfg(test)]
mod tests;
