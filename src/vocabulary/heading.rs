//! What a heading and a sheet's name mean.
//!
//! A heading is known, in this order:
//! 1. as a whole, folded; footnote marks (`※1`, `*`), marks of requirement (`【必須】`) and numbers before it (`①`, `3.`) are not compared;
//! 2. without its brackets: `利用目的（具体的に）`, `保存期間（年）`; where only a bracket stands, by the words in it: `【利用目的】`;
//! 3. without the words of `[heading-frames]` before or after it: `個人情報の利用目的`, `保管場所の詳細`;
//! 4. by its parts at `・／/\n`, where those that are known all mean the same: `保存場所・システム`.
//!
//! Nothing else is taken: a heading that merely contains a known one (`委託先の管理責任者`) is not known.

use strum::EnumString;

use super::{Concept, Lexicon, Sheet, SheetUse, Vocabulary};
use crate::ledger::{Text, fold};

/// What a heading under a group of parties says beside the group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum UnderGroup {
    /// 有無: whether there are any.
    Presence,
    /// 名称: who they are.
    Party,
}

/// On which side words stand that do not change what a heading is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Frame {
    /// 個人情報の….
    Before,
    /// …の内容.
    After,
}

/// Signs that part two names of one column.
const PARTS: [char; 7] = ['・', '/', '、', ',', '&', '|', '\n'];

impl Vocabulary {
    /// What a heading of a sheet means, if it is known.
    #[must_use]
    pub fn heading(&self, sheet: Sheet, text: &str) -> Option<Concept> {
        let bare = strip_marks(text);
        let outside = strip_brackets(&bare);
        let spellings = [bare.as_str(), outside.as_str()];
        let known = spellings.iter().find_map(|spelling| self.named(sheet, &fold(spelling)));
        known
            .or_else(|| fold(&outside).is_empty().then(|| self.heading_in_bracket(sheet, &bare)).flatten())
            .or_else(|| self.framed(sheet, &fold(&outside)))
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
        let group = groups.iter().rev().find_map(|group| parties_of(self.heading(sheet, group)?));
        let Some((presence, parties)) = group else {
            return self.heading(sheet, last).or_else(|| self.heading(sheet, &whole));
        };
        match self.under_group.whole(&fold(&strip_brackets(&strip_marks(last)))) {
            Some(UnderGroup::Presence) => Some(presence),
            Some(UnderGroup::Party) => Some(parties),
            None => self.heading(sheet, last).filter(|concept| parties_of(*concept).is_some() || *concept == Concept::Unrelated),
        }
    }

    /// Headings of a sheet that a text may be a slip for.
    #[must_use]
    pub fn headings_near(&self, sheet: Sheet, text: &str) -> Vec<(Text, Concept)> {
        let folded = fold(&strip_brackets(&strip_marks(text)));
        self.headings.get(&sheet).map(|words| words.near(&folded)).unwrap_or_default()
    }

    /// What a sheet of this name is, if its name tells: as a whole, without brackets, numbers and years, or by its parts at `_` and `-`.
    #[must_use]
    pub fn sheet(&self, name: &str) -> Option<SheetUse> {
        let outside = strip_brackets(&strip_marks(name));
        let unnumbered = |text: &str| fold(text.trim_matches(|letter: char| !letter.is_alphabetic())).to_owned();
        self.sheets.whole(&fold(name)).or_else(|| self.sheets.whole(&fold(&outside))).or_else(|| {
            let parts = outside.split(['_', '＿', '-', '－', ' ', '　', '.', '．']).map(unnumbered);
            std::iter::once(unnumbered(&outside)).chain(parts).find_map(|part| self.sheets.whole(&part))
        })
    }

    /// What a folded heading means as a whole.
    fn named(&self, sheet: Sheet, folded: &str) -> Option<Concept> {
        let whole = |words: &std::collections::BTreeMap<Sheet, Lexicon<Concept>>| words.get(&sheet)?.whole(folded);
        whole(&self.headings).or_else(|| whole(&self.makeshift))
    }

    fn heading_in_bracket(&self, sheet: Sheet, text: &str) -> Option<Concept> {
        let inside: String = text.chars().filter(|letter| bracket(*letter) == Bracket::None).collect();
        self.named(sheet, &fold(&inside))
    }

    /// What is left of a folded heading without the words around it, one on each side.
    fn framed(&self, sheet: Sheet, folded: &str) -> Option<Concept> {
        let before: Vec<String> = self.frames.words_for(Frame::Before).map(|word| fold(word)).collect();
        let after: Vec<String> = self.frames.words_for(Frame::After).map(|word| fold(word)).collect();
        let without_before: Vec<&str> = before.iter().filter_map(|word| folded.strip_prefix(word.as_str())).collect();
        let without_after = |text: &str| after.iter().find_map(|word| self.named(sheet, text.strip_suffix(word.as_str())?));
        let starts = || std::iter::once(folded).chain(without_before.iter().copied());
        starts().find_map(|text| self.named(sheet, text)).or_else(|| starts().find_map(without_after))
    }

    /// What all known parts of a heading mean, where they mean the same.
    fn of_parts(&self, sheet: Sheet, text: &str) -> Option<Concept> {
        let parts = text.split(|letter| PARTS.contains(&letter) || letter == '／' || letter == '，').map(fold);
        let mut known = parts.filter_map(|part| self.named(sheet, &part).or_else(|| self.framed(sheet, &part)));
        let first = known.next()?;
        known.all(|other| other == first).then_some(first)
    }
}

/// The concepts of 有無 and of names, where a concept is about parties.
fn parties_of(concept: Concept) -> Option<(Concept, Concept)> {
    match concept {
        Concept::Entrusted | Concept::Entrustees => Some((Concept::Entrusted, Concept::Entrustees)),
        Concept::Provided | Concept::Recipients => Some((Concept::Provided, Concept::Recipients)),
        Concept::JointlyUsed | Concept::JointUses => Some((Concept::JointlyUsed, Concept::JointUses)),
        _ => None,
    }
}

/// A heading without footnote marks, marks of requirement, and the number before it.
fn strip_marks(text: &str) -> String {
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
    strip_number(bare).trim().to_owned()
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

#[derive(PartialEq, Eq)]
enum Bracket {
    Open,
    Close,
    None,
}

fn bracket(letter: char) -> Bracket {
    match letter {
        '(' | '（' | '[' | '［' | '【' | '〔' | '「' | '『' | '<' | '＜' | '〈' | '《' | '{' | '｛' => Bracket::Open,
        ')' | '）' | ']' | '］' | '】' | '〕' | '」' | '』' | '>' | '＞' | '〉' | '》' | '}' | '｝' => Bracket::Close,
        _ => Bracket::None,
    }
}

/// A text without its brackets and what stands in them. An open bracket that is never closed reaches to the end.
fn strip_brackets(text: &str) -> String {
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
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::vocabulary::PassedOver;

    #[test]
    fn ledger_headings_are_known_by_their_documented_rules() {
        let words = Vocabulary::built_in();
        for (heading, concept) in [
            ("管理番号", Some(Concept::ControlNo)),
            ("№", Some(Concept::ControlNo)),
            ("個人情報の名称", Some(Concept::Name)),
            ("利 用 目 的", Some(Concept::Purposes)),
            ("利用目的（具体的に）", Some(Concept::Purposes)),
            ("個人情報の利用目的", Some(Concept::Purposes)),
            ("【利用目的】", Some(Concept::Purposes)),
            ("利用目的 ※1", Some(Concept::Purposes)),
            ("利用目的【必須】", Some(Concept::Purposes)),
            ("*利用目的", Some(Concept::Purposes)),
            ("⑤利用目的", Some(Concept::Purposes)),
            ("5. 利用目的", Some(Concept::Purposes)),
            ("保存期間（年）", Some(Concept::Retention)),
            ("件　数\n（概数）", Some(Concept::Count)),
            ("保管国\n（ｻｰﾊﾞｰ所在国）", Some(Concept::Storage)),
            ("サーバ所在国・\nリージョン", Some(Concept::Storage)),
            ("ｱｸｾｽ権者", Some(Concept::Accessors)),
            ("委託先名称", Some(Concept::Entrustees)),
            ("委託先の管理責任者", None),
            ("件数・媒体", None),
            ("個人情報ファイルが利用に供される事務をつかさどる組織の名称", Some(Concept::Department)),
            ("要配慮個人情報が含まれるときは、その旨", Some(Concept::SpecialCare)),
            ("記録情報の経常的提供先", Some(Concept::Recipients)),
            ("Categories of individuals", Some(Concept::Subjects)),
            ("事故時の\n重大性", Some(Concept::Unrelated)),
            ("氏名", None),
            ("", None),
        ] {
            assert_eq!(words.heading(Sheet::Ledger, heading), concept, "{heading}");
        }
        assert!(words.headings_near(Sheet::Ledger, "利用目敵").iter().any(|(_, concept)| *concept == Concept::Purposes));
        assert!(words.is_makeshift(Sheet::Ledger, "保管方法") && !words.is_makeshift(Sheet::Ledger, "保管場所"));
    }

    #[test]
    fn a_group_tells_what_a_short_heading_is_about() {
        let words = Vocabulary::built_in();
        for (path, concept) in [
            (&["委　託", "有無"][..], Some(Concept::Entrusted)),
            (&["委　託", "委託先名"], Some(Concept::Entrustees)),
            (&["第三者提供", "有無"], Some(Concept::Provided)),
            (&["第三者提供", "提供先"], Some(Concept::Recipients)),
            (&["共同利用", "相手先"], Some(Concept::JointUses)),
            (&["共同利用", "管理責任者"], None),
            (&["委託先", "名称"], Some(Concept::Entrustees)),
            (&["委託先", "国"], None),
            (&["取　得", "利 用 目 的"], Some(Concept::Purposes)),
            (&["取得", "方法"], Some(Concept::Acquisition)),
            (&["保管", "場所"], Some(Concept::Places)),
            (&["保管", "国"], Some(Concept::Storage)),
            (&["媒　体", "紙"], Some(Concept::MediumPaper)),
            (&["外　部", "第三者\n提供先"], Some(Concept::Recipients)),
            (&["責　任", "管理責任者名"], Some(Concept::Manager)),
            (&["備考"], Some(Concept::Notes)),
            (&[], None),
        ] {
            assert_eq!(words.heading_under(Sheet::Ledger, path), concept, "{path:?}");
        }
    }

    #[test]
    fn every_heading_of_the_template_is_known() {
        let template = [
            (Sheet::Organization, "事業者コード 名称 住所 代表者 所在国 事業内容 個人情報保護管理者 準拠規格 認証 制定日 改定日 保管国 委託 第三者提供 共同利用"),
            (Sheet::Policies, "名称 制定日 改定日 引用 本文"),
            (Sheet::Ledger, "管理番号 個人情報の名称 本人の区分 情報の性質 項目 利用目的 取得方法 取得元 自社・受託の別 管理部門 管理責任者 アクセス権者 件数 媒体 保管場所 保管国 保存期間 保存の例外 廃棄方法 委託の有無 委託先 第三者提供の有無 第三者提供先 共同利用の有無 共同利用 要配慮個人情報 特定個人情報 開示対象 非開示の理由 見直し日 備考"),
            (Sheet::Places, "名称 提供事業者 提供事業者の国 保管国 国を特定できない理由 個人データの取扱い 備考"),
            (Sheet::Entrustees, "名称 国 委託業務 契約日 再委託 越境移転の根拠 確認日 備考"),
            (Sheet::Recipients, "名称 国 提供の根拠 越境移転の根拠 本人からの直接収集 停止の方法 備考"),
            (Sheet::ProvisionConditions, "条件 条文"),
            (Sheet::JointUses, "名称 項目 範囲 本人の区分 利用目的 管理責任者 管理責任者の住所 管理責任者の代表者 取得方法 外国の利用者"),
            (Sheet::Regimes, "国 制度の概要 権利利益に影響する制度 講ずる措置 確認日 出典"),
            (Sheet::Procedures, "請求の種類 請求できる者 本人の区分 受付方法 書式 回答方法 手数料 税 単位 支払方法 返還 見積り 備考"),
            (Sheet::Documents, "請求者 書類 組 必要数 発行期限 条件 請求の種類"),
            (Sheet::RefusalGrounds, "請求の種類 事由 条文"),
            (Sheet::Contacts, "種別 名称 住所 電話 メール 受付時間 備考"),
            (Sheet::SafetyMeasures, "区分 措置"),
        ];
        for (sheet, headings) in template {
            let mut seen = Vec::new();
            for heading in headings.split(' ') {
                let concept = Vocabulary::built_in().heading(sheet, heading);
                assert!(concept.is_some() && !seen.contains(&concept), "{sheet:?} {heading}: {concept:?}");
                assert!(!Vocabulary::built_in().is_makeshift(sheet, heading), "{heading}");
                seen.push(concept);
            }
        }
    }

    #[test]
    fn sheets_are_known_by_their_names() {
        for (name, of) in [
            ("台帳", Some(SheetUse::Read(Sheet::Ledger))),
            ("個人情報管理台帳（人事部）", Some(SheetUse::Read(Sheet::Ledger))),
            ("台帳_2024", Some(SheetUse::Read(Sheet::Ledger))),
            ("01_台帳", Some(SheetUse::Read(Sheet::Ledger))),
            ("Sheet1", None),
            ("人事総務部", None),
            ("表　紙", Some(SheetUse::Pass(PassedOver::Cover))),
            ("改訂履歴", Some(SheetUse::Pass(PassedOver::History))),
            ("リスト", Some(SheetUse::Pass(PassedOver::Choices))),
            ("記入例", Some(SheetUse::Pass(PassedOver::Example))),
            ("窓口", Some(SheetUse::Read(Sheet::Contacts))),
        ] {
            assert_eq!(Vocabulary::built_in().sheet(name), of, "{name}");
        }
    }

    #[test]
    fn no_heading_is_taught_with_two_meanings() {
        let mut twice = Vec::new();
        for text in [include_str!("../../imports/vocabulary/headings.toml"), include_str!("../../imports/vocabulary/catalogues.toml")] {
            let file: toml::Table = text.parse().unwrap();
            let tables = ["headings", "makeshift"].iter().filter_map(|name| file.get(*name)).flat_map(|table| table.as_table().unwrap());
            for (sheet, concepts) in tables {
                let mut seen: BTreeMap<String, &str> = BTreeMap::new();
                for (concept, words) in concepts.as_table().unwrap() {
                    for word in words.as_array().unwrap() {
                        let word = fold(word.as_str().unwrap());
                        if seen.insert(word.clone(), concept).is_some_and(|other| other != concept) {
                            twice.push(format!("{sheet} {concept}: {word}"));
                        }
                    }
                }
            }
        }
        assert!(twice.is_empty(), "{twice:#?}");
    }
}
