//! What a ledger's own legend says of its signs. It goes before every convention.

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::{Text, fold, is_same_word};
use crate::vocabulary::Vocabulary;

/// Signs and what the ledger says that they mean.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Legend {
    meanings: BTreeMap<String, Vec<Text>>,
}

/// Words for a cell that is left blank.
const BLANKS: [&str; 8] = ["空欄", "空らん", "何もなし", "空白", "ブランク", "無印", "未記入", "blank"];

/// Signs between a sign and its meaning.
const EQUALS: [char; 9] = ['=', '＝', ':', '：', '…', '‥', '→', '⇒', 'は'];

/// Those that may be left before a meaning.
const EQUALS_BEFORE: [char; 4] = ['=', '＝', ':', '：'];

impl Legend {
    /// Takes in a sign and its meaning, as a legend's two cells have them; several signs may share a meaning (×・－). 空欄 is the blank.
    pub fn explain(&mut self, sign: &str, meaning: &str) {
        let meaning = meaning.trim().trim_start_matches(EQUALS_BEFORE).trim_start();
        if meaning.is_empty() {
            return;
        }
        let whole = fold(sign);
        let parts: Vec<String> = whole.split(['・', '、', ',', '/', '･']).map(str::to_owned).collect();
        let several = parts.len() > 1 && parts.iter().all(|part| part.chars().count() == 1);
        for part in if several { parts } else { vec![whole] } {
            let part = if BLANKS.iter().any(|blank| is_same_word(blank, &part)) { String::new() } else { part };
            let meanings = self.meanings.entry(part).or_default();
            if meanings.iter().all(|known| known.as_ref() != meaning) {
                meanings.push(meaning.into());
            }
        }
    }

    /// Takes in the explanations that a line of words holds: `※○＝該当する　×・－＝該当しない`, `◎：全件　△：一部`, `A=社内`,
    /// `○は該当`. Whether it held any.
    ///
    /// A sign is one letter that is neither a digit nor part of a word, or a word for the blank; a Latin letter stands free.
    pub fn explain_line(&mut self, line: &str) -> bool {
        let mut held = false;
        for line in line.lines() {
            let letters: Vec<char> = line.chars().collect();
            let found: Vec<Explained> = (0..letters.len()).filter_map(|at| explained_at(&letters, at)).collect();
            for (place, explained) in found.iter().enumerate() {
                let end = found.get(place + 1).map_or(letters.len(), |next| next.start);
                let Some(said) = letters.get(explained.end..end) else { continue };
                let said: String = said.iter().collect();
                let said = said.split('。').next().unwrap_or_default();
                let said = said.trim_matches(|letter: char| letter.is_whitespace() || "、，,；;／/・…‥（(「『".contains(letter));
                let said = if said.contains(['（', '(']) { said } else { said.trim_end_matches(['）', ')']) };
                let said = said.trim_end_matches(['」', '』']);
                for sign in explained.signs.iter().filter(|_| !said.is_empty()) {
                    self.explain(sign, said);
                    held = true;
                }
            }
        }
        held
    }

    /// Takes in what a line says of numbers that serve as signs: `1：口座開設　2：本人確認`. Whether it held any: two at least,
    /// counting up, or 1 and 0.
    pub fn explain_numbers(&mut self, line: &str) -> bool {
        let letters: Vec<char> = line.chars().collect();
        let is_digit = |letter: &char| letter.is_ascii_digit() || ('０'..='９').contains(letter);
        let mut found: Vec<(usize, usize, String)> = Vec::new();
        for (at, _) in letters.iter().enumerate().filter(|(_, letter)| matches!(letter, '：' | ':' | '＝' | '=' | '…')) {
            let start = letters[..at].iter().rposition(|letter| !is_digit(letter)).map_or(0, |before| before + 1);
            let stands_free = start == 0 || !letters[start - 1].is_alphanumeric();
            let number: String = letters[start..at].iter().collect();
            if start < at && at - start <= 2 && stands_free && letters.get(at + 1).is_some_and(|next| !is_digit(next)) {
                found.push((start, at + 1, fold(&number)));
            }
        }
        let numbers: Vec<u32> = found.iter().filter_map(|(.., number)| number.parse().ok()).collect();
        let are_switch = numbers == [1, 0];
        if numbers.len() < 2 || !numbers.is_sorted() && !are_switch {
            return false;
        }
        for (place, (_, from, number)) in found.iter().enumerate() {
            let to = found.get(place + 1).map_or(letters.len(), |(next, ..)| *next);
            let said: String = letters[*from..to].iter().collect();
            self.explain(number, said.trim_matches(|letter: char| letter.is_whitespace() || "、，,；;／/・。".contains(letter)));
        }
        true
    }

    /// Takes in what a line says of the codes of one column, which may be words or numbers: `永：永年　随：都度廃棄`, `１＝紙　２＝電子`. Whether it
    /// held any: two at least, none of them twice. Codes of a letter may stand behind their words. What stands before a sign and is longer
    /// than a code ends what is said before it.
    pub fn explain_codes(&mut self, line: &str) -> bool {
        const LONGEST_CODE: usize = 4;
        let letters: Vec<char> = line.chars().collect();
        let parts = |letter: &char| letter.is_whitespace() || "、，,；;／/（(「。＝=：:…".contains(*letter);
        let mut found: Vec<(usize, usize, String)> = Vec::new();
        for (at, _) in letters.iter().enumerate().filter(|(_, letter)| matches!(letter, '：' | ':' | '＝' | '=' | '…')) {
            let end = skip_spaces_back(&letters, at);
            let start = letters[..end].iter().rposition(parts).map_or(0, |before| before + 1);
            let code: String = letters[start..end].iter().collect();
            let code = code.trim_end_matches(['」', '』', '印']);
            if !code.is_empty() {
                found.push((start, at + 1, code.to_owned()));
            }
        }
        let said = |place: usize| {
            let to = found.get(place + 1).map_or(letters.len(), |(next, ..)| *next);
            let said: String = letters[found[place].1..to].iter().collect();
            said.trim_matches(|letter: char| letter.is_whitespace() || "、，,；;／/・。".contains(letter)).to_owned()
        };
        // 紙＝P　電子＝D: the codes may stand behind.
        let is_plain = |text: &str| text.chars().count() == 1 && fold(text).chars().all(|letter| letter.is_ascii_alphanumeric());
        let turned = found.iter().enumerate().all(|(place, (.., code))| is_plain(&said(place)) && !is_plain(code));
        let pairs = found.iter().enumerate().map(|(place, (.., code))| (code.clone(), said(place)));
        let pairs = pairs.map(|(code, said)| if turned { (said, code) } else { (code, said) });
        let pairs: Vec<(String, String)> = pairs.filter(|(code, said)| code.chars().count() <= LONGEST_CODE && !said.is_empty()).collect();
        let distinct: BTreeSet<String> = pairs.iter().map(|(code, _)| fold(code)).collect();
        if pairs.len() < 2 || distinct.len() < pairs.len() {
            return false;
        }
        for (code, said) in &pairs {
            self.explain(code, said);
        }
        true
    }

    /// Takes in signs that stand directly before their meanings: `○あり　×なし　▲検討中`. Whether it held any: two at least, one of which
    /// says yes or no. A box is ticked, and explains nothing.
    pub fn explain_joined(&mut self, line: &str, vocabulary: &Vocabulary) -> bool {
        let parts = |letter: char| letter.is_whitespace() || "、，,；;。／/：:".contains(letter);
        let divided = |part| {
            let part = str::trim_start_matches(part, ['（', '(', '※', '「', '・']);
            let sign = part.chars().next().filter(|sign| is_symbol(*sign) && !"□■☐☑☒✓✔".contains(*sign))?;
            let said = &part[sign.len_utf8()..];
            let said = if said.contains(['（', '(']) { said } else { said.trim_end_matches(['）', ')', '」']) };
            said.starts_with(char::is_alphabetic).then(|| (sign.to_string(), said))
        };
        let pairs: Vec<(String, &str)> = line.split(parts).filter_map(divided).collect();
        let signs: BTreeSet<&str> = pairs.iter().map(|(sign, _)| sign.as_str()).collect();
        let is_mark = |said: &str| vocabulary.marks.whole(&fold(said)).is_some();
        if signs.len() < 2 || signs.len() < pairs.len() || !pairs.iter().any(|(_, said)| is_mark(said)) {
            return false;
        }
        for (sign, said) in &pairs {
            self.explain(sign, said);
        }
        true
    }

    /// Takes in when a line wants a sign to be set: `要配慮個人情報を含むものは☆を付けてください`. Whether it wants any.
    pub fn explain_wishes(&mut self, line: &str) -> bool {
        const SET: [&str; 6] = ["を付", "をつけ", "を記入", "を記載", "を入れ", "を入力"];
        let mut held = false;
        for clause in line.split(['。', '\n', '（', '(', '）', ')']) {
            let at = SET.iter().filter_map(|set| clause.find(set)).min();
            let Some(before) = at.map(|at| clause[..at].trim_end_matches(['印', '」', '』'])) else { continue };
            let Some(sign) = before.chars().next_back().filter(|sign| is_symbol(*sign)) else { continue };
            let when = before[..before.len() - sign.len_utf8()].trim_end_matches(['「', '『', '、']);
            let when = ["には", "は", "に"].iter().find_map(|end| when.strip_suffix(end));
            let is_mark = |letter: char| letter.is_numeric() || letter.is_whitespace() || "※*＊・．.)）、-".contains(letter);
            if let Some(when) = when.map(|when| when.trim_start_matches(is_mark)).filter(|when| when.chars().count() > 1) {
                self.explain(&sign.to_string(), when);
                held = true;
            }
        }
        held
    }

    /// Takes over what another legend says.
    pub fn add(&mut self, other: &Self) {
        for (sign, meanings) in &other.meanings {
            self.meanings.entry(sign.clone()).or_default().extend(meanings.iter().cloned());
        }
    }

    /// What the ledger says that a sign means, in the order said.
    #[must_use]
    pub fn meanings(&self, sign: &str) -> &[Text] {
        self.meanings.get(&fold(sign)).map_or(&[], Vec::as_slice)
    }

    /// All that it says that signs mean.
    pub fn all_meanings(&self) -> impl Iterator<Item = &Text> {
        self.meanings.values().flatten()
    }

    /// Whether it explains nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.meanings.is_empty()
    }
}

/// Signs that a line explains: where the first begins, where their meaning begins, and they themselves.
struct Explained {
    start: usize,
    end: usize,
    signs: Vec<String>,
}

/// The signs that stand before an equals sign at a place of a line, if they do.
fn explained_at(letters: &[char], at: usize) -> Option<Explained> {
    let equals = letters[at];
    if !EQUALS.contains(&equals) {
        return None;
    }
    let mut left = skip_spaces_back(letters, at);
    if letters[..left].last().is_some_and(|letter| *letter == '印') {
        left -= 1;
    }
    if letters[..left].last().is_some_and(|letter| matches!(letter, '」' | '』')) {
        left -= 1;
    }
    let words: String = letters[..left].iter().collect();
    if let Some(blank) = BLANKS.iter().find(|blank| words.ends_with(**blank)) {
        let start = left - blank.chars().count();
        return Some(Explained { start, end: at + 1, signs: vec![(*blank).to_owned()] });
    }
    let mut start = left;
    let mut signs = Vec::new();
    while let Some(sign) = start.checked_sub(1).map(|at| letters[at]).filter(|sign| is_sign(*sign)) {
        let before = start.checked_sub(2).map(|at| letters[at]);
        if sign.is_alphanumeric() && before.is_some_and(|before| before.is_alphanumeric() || before == 'ー') {
            return None;
        }
        signs.insert(0, sign.to_string());
        start -= 1;
        match before {
            Some('・' | '、' | ',' | '，' | '/' | '／') if start > 1 && is_symbol(letters[start - 2]) => start -= 1,
            _ => break,
        }
    }
    // 「は」 is a particle: only after a sign that is no letter of a word does it explain anything.
    let is_particle = equals == 'は' && signs.iter().any(|sign| sign.chars().all(char::is_alphanumeric));
    (!signs.is_empty() && !is_particle).then_some(Explained { start, end: at + 1, signs })
}

fn skip_spaces_back(letters: &[char], at: usize) -> usize {
    letters[..at].iter().rposition(|letter| !letter.is_whitespace()).map_or(0, |last| last + 1)
}

/// Whether a letter may be a sign by itself.
fn is_sign(letter: char) -> bool {
    let is_kana = ('ぁ'..='ヿ').contains(&letter);
    let is_part_of_text = "、。，．,.；;：:＝=　…‥→⇒・･（）()「」『』【】[]※*＊/／'\"!?！".contains(letter);
    let latin = letter.is_ascii_alphabetic() || ('Ａ'..='Ｚ').contains(&letter);
    !letter.is_whitespace()
        && !letter.is_numeric()
        && !is_kana
        && !is_part_of_text
        && (latin || !letter.is_alphabetic() || is_mark_word(letter))
}

/// Whether a letter is a sign and no part of a word.
fn is_symbol(letter: char) -> bool {
    is_sign(letter) && !letter.is_alphanumeric()
}

/// Words of one letter that are marks.
fn is_mark_word(letter: char) -> bool {
    matches!(letter, '有' | '無' | '済' | '要' | '否' | '可' | '極' | '秘' | '紙' | '電')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_explains_its_signs() {
        for (line, explained) in [
            ("※○＝該当する　×・－＝該当しない", &[("〇", "該当する"), ("×", "該当しない"), ("―", "該当しない")][..]),
            ("◎：全件　△：一部", &[("◎", "全件"), ("△", "一部")]),
            ("A=社内", &[("Ａ", "社内")]),
            ("※機密区分　A：極秘　B：社外秘　C：一般", &[("A", "極秘"), ("B", "社外秘"), ("C", "一般")]),
            ("（○：有、×：無）", &[("○", "有"), ("×", "無")]),
            ("凡例：○…該当、×…非該当", &[("○", "該当"), ("×", "非該当")]),
            ("○は該当、×は非該当を示す。空欄は未確認。", &[("○", "該当"), ("×", "非該当を示す")]),
            ("「△」＝一部が該当する（該当として扱う）", &[("△", "一部が該当する（該当として扱う）")]),
            ("空欄＝該当なし", &[("", "該当なし")]),
            ("○印は要配慮個人情報を含むもの", &[("○", "要配慮個人情報を含むもの")]),
        ] {
            let mut legend = Legend::default();
            assert!(legend.explain_line(line), "{line}");
            for (sign, meaning) in explained {
                assert_eq!(legend.meanings(sign).first().map(AsRef::as_ref), Some(*meaning), "{line} {sign}");
            }
        }
    }

    #[test]
    fn other_lines_explain_nothing() {
        for line in [
            "※ 件数は令和6年3月31日現在の概数です。",
            "受付時間：9:00",
            "作成日：2024/6/3",
            "TEL：03-0000-0000",
            "部署は総務部",
            "",
            "＝＝＝",
        ] {
            assert!(!Legend::default().explain_line(line), "{line}");
        }
    }

    #[test]
    fn numbers_that_count_up_are_signs() {
        let mut legend = Legend::default();
        assert!(legend.explain_numbers("1：口座開設　２＝本人確認、10…防犯"));
        let said: Vec<&str> = ["1", "2", "10"].iter().flat_map(|sign| legend.meanings(sign)).map(AsRef::as_ref).collect();
        assert_eq!(said, ["口座開設", "本人確認", "防犯"]);
        let mut switch = Legend::default();
        assert!(switch.explain_numbers("1：有　0：無") && switch.meanings("0").len() == 1);
        for line in ["受付時間 9:00～17:00", "1：紙", "令和5：あ　令和6：い", "2：あ　1：い"] {
            assert!(!Legend::default().explain_numbers(line), "{line}");
        }
    }

    #[test]
    fn the_codes_of_one_column_may_be_words() {
        let mut legend = Legend::default();
        assert!(legend.explain_codes("数字は年数　永：永年　随：利用の都度廃棄　解約後10・完済後10：解約から10年　甲分＝預かったもの"));
        let said: Vec<&str> = ["永", "随", "甲分", "解約後10"].iter().flat_map(|sign| legend.meanings(sign)).map(AsRef::as_ref).collect();
        assert_eq!(said, ["永年", "利用の都度廃棄", "預かったもの"]);
        let mut numbers = Legend::default();
        let mut turned = Legend::default();
        assert!(turned.explain_codes("紙…P、電子データ…D") && turned.meanings("D").first().is_some_and(|said| &**said == "電子データ"));
        assert!(numbers.explain_codes("１＝紙　２＝電子　３＝その他") && numbers.meanings("2").len() == 1);
        for line in ["担当：総務課", "○：含む　×：含まない　／　番号　○：含む　×：含まない", "永年", ""]
        {
            assert!(!Legend::default().explain_codes(line), "{line}");
        }
    }

    #[test]
    fn a_line_may_want_a_sign_to_be_set() {
        for (line, sign, said) in [
            (
                "４．病歴などの要配慮個人情報を含むものは☆を付けてください（含まないものは「－」）。",
                "☆",
                Some("病歴などの要配慮個人情報を含むもの"),
            ),
            ("※委託しているものには「◆」印をつけること", "◆", Some("委託しているもの")),
            ("管理番号を付けてください", "号", None),
            ("☆を付ける", "☆", None),
        ] {
            let mut legend = Legend::default();
            assert_eq!(legend.explain_wishes(line), said.is_some(), "{line}");
            assert_eq!(legend.meanings(sign).first().map(AsRef::as_ref), said, "{line}");
        }
    }

    #[test]
    fn signs_may_stand_directly_before_their_meanings() {
        for (line, sign, said) in [
            ("委＝委託　／　○あり　×なし　▲検討中（本部に確認すること）", "▲", Some("検討中（本部に確認すること）")),
            ("（○含む、×含まない）", "×", Some("含まない")),
            ("※○該当／△一部該当／－非該当", "△", Some("一部該当")),
            ("□有　■無", "■", None),
            ("●本社　▲支社", "▲", None),
            ("○○株式会社　●●部", "●", None),
        ] {
            let mut legend = Legend::default();
            assert_eq!(legend.explain_joined(line, Vocabulary::built_in()), said.is_some(), "{line}");
            assert_eq!(legend.meanings(sign).first().map(AsRef::as_ref), said, "{line}");
        }
    }

    #[test]
    fn several_signs_of_one_cell_share_a_meaning() {
        let mut legend = Legend::default();
        legend.explain("×・－", "該当しない");
        assert_eq!(legend.meanings("-").len(), 1);
    }
}
