//! Where a text cites the APPI, and the words around each citation that tell what it is cited for.

/// A citation of an article of the APPI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Citation<'a> {
    /// The article's number: `18`, `26-2`.
    pub(super) article: String,
    /// The paragraph's.
    pub(super) paragraph: Option<String>,
    /// The citation without the law's name, as written.
    pub(super) written: &'a str,
    /// From the sentence's start, or the citation before, to the citation.
    before: &'a str,
    /// From the citation to the sentence's end, or the citation that follows.
    after: &'a str,
}

/// The citations of the APPI in a text, in the order in which they stand.
pub(super) fn citations(text: &str) -> Vec<Citation<'_>> {
    let places = places(text);
    let mut found = Vec::new();
    let mut end_of_cited = None;
    for (at, place) in places.iter().enumerate() {
        let before = &text[..place.from];
        let is_of_the_act = cites_the_act(before) || goes_on(before, end_of_cited) || (is_bare(before) && speaks_of_no_other(text));
        if !is_of_the_act {
            continue;
        }
        end_of_cited = Some(place.to);
        let from = at.checked_sub(1).map_or(0, |before| places[before].to).max(sentence_start(before));
        let next = places.get(at + 1).map_or(text.len(), |next| next.from);
        let until = text[place.to..next].find(SENTENCE_ENDS).map_or(next, |end| place.to + end);
        found.push(Citation {
            article: place.article.clone(),
            paragraph: place.paragraph.clone(),
            written: &text[place.from..place.to],
            before: &text[from..place.from],
            after: &text[place.to..until],
        });
    }
    found
}

impl<'a> Citation<'a> {
    /// Its paragraph as in `18(1)`.
    pub(super) fn paragraph_in_brackets(&self) -> String {
        self.paragraph.as_ref().map(|paragraph| format!("({paragraph})")).unwrap_or_default()
    }

    /// The words around it, the nearest to its matter first: what its own brackets say, what it stands in brackets behind, what rests
    /// on it, what stands before it.
    pub(super) fn neighbourhoods(&self) -> Vec<&'a str> {
        let after = self.after.trim_start_matches([' ', '\u{3000}']);
        let clause = self.before.rsplit(['、', '，', '\t']).next().unwrap_or_default();
        if let Some(inside) = after.strip_prefix(['（', '(']) {
            let (inside, behind) = inside.split_once(['）', ')']).unwrap_or((inside, ""));
            return vec![inside, behind, clause];
        }
        if let Some(behind) = after.strip_prefix(['）', ')', '】', ']', '］']) {
            let behind = behind.split(['、', '，', '（', '(']).next().unwrap_or_default();
            return vec![clause, behind];
        }
        let rests = after.split(['、', '，']).next().unwrap_or_default();
        let is_basis = ["基づ", "により", "によって", "従", "則", "準じ", "定める", "もとづ"].iter().any(|words| rests.contains(words));
        vec![if is_basis { after } else { rests }, clause]
    }
}

const SENTENCE_ENDS: [char; 3] = ['。', '\n', '\r'];

fn sentence_start(before: &str) -> usize {
    before.rfind(SENTENCE_ENDS).map_or(0, |end| end + before[end..].chars().next().map_or(0, char::len_utf8))
}

/// Names of the Act.
const NAMES: [&str; 2] = ["個人情報保護法", "個人情報の保護に関する法律"];

/// What may stand joined to the Act's name before it. 旧 may not: a text that says it knows.
const JOINED: [&str; 3] = ["改正", "現行", "日本"];

/// Whether what stands before a place ends in the Act's name, with or without brackets behind it.
fn cites_the_act(before: &str) -> bool {
    let bare = without_brackets(before);
    if let Some(earlier) = bare.strip_suffix("同法") {
        return last_law(earlier).is_some_and(is_the_act);
    }
    is_the_act(bare)
}

fn is_the_act(text: &str) -> bool {
    NAMES.iter().filter_map(|name| text.strip_suffix(name)).any(|earlier| {
        let joined = JOINED.iter().any(|word| earlier.ends_with(word));
        !earlier.ends_with("保有する") && (joined || !earlier.chars().next_back().is_some_and(is_of_a_name))
    })
}

/// Whether it ends in 法 alone.
fn is_bare(before: &str) -> bool {
    let bare = without_brackets(before).strip_suffix('法');
    bare.is_some_and(|earlier| !earlier.chars().next_back().is_some_and(is_of_a_name))
}

/// Whether a letter before a law's name is part of that name: another law's.
fn is_of_a_name(letter: char) -> bool {
    matches!(letter, '一'..='\u{9fff}' | 'ァ'..='ヺ' | 'ー' | '々') || letter.is_ascii_alphanumeric()
}

/// Whether 法 alone can be the Act in a text: it names the Act, or no law at all.
fn speaks_of_no_other(text: &str) -> bool {
    NAMES.iter().any(|name| text.contains(name)) || last_law(text).is_none()
}

/// The text up to the end of the last law that it names.
fn last_law(text: &str) -> Option<&str> {
    const NO_LAW: [&str; 10] = ["方法", "手法", "合法", "違法", "適法", "不法", "司法", "立法", "用法", "製法"];
    text.rmatch_indices('法').map(|(at, law)| (&text[..at + law.len()], &text[at + law.len()..])).find_map(|(up_to, behind)| {
        let names = up_to.strip_suffix('法').is_some_and(|earlier| earlier.chars().next_back().is_some_and(is_of_a_name));
        if let Some(rest) = behind.strip_prefix('律') {
            return text.strip_suffix(rest);
        }
        let is_word = behind.starts_with(['人', '令', '務', '定', '的', '制']);
        (names && !is_word && !NO_LAW.iter().any(|word| up_to.ends_with(word))).then_some(up_to)
    })
}

/// Whether a place goes on from a citation that ended there, in the same sentence and with no other text named between:
/// 「個人情報保護法第23条、第24条及び第25条」.
fn goes_on(before: &str, end_of_cited: Option<usize>) -> bool {
    const JOINTS: [&str; 12] = ["、", "，", ",", "・", "及び", "および", "並びに", "又は", "または", "から", "〜", "～"];
    const OTHERS: [&str; 6] = ["規程", "規則", "条例", "約款", "施行令", "契約"];
    let between = end_of_cited.map(|end| before[end..].trim_end());
    between.is_some_and(|between| {
        let joined = JOINTS.iter().any(|joint| between.ends_with(joint));
        joined && !between.contains(SENTENCE_ENDS) && last_law(between).is_none() && !OTHERS.iter().any(|other| between.contains(other))
    })
}

/// Without white space, closed brackets, quotation marks and の at the end.
fn without_brackets(text: &str) -> &str {
    let mut bare = text.trim_end();
    loop {
        let shorter = bare.trim_end_matches(['」', '』', '"', '”']).trim_end();
        let shorter = shorter.strip_suffix('の').unwrap_or(shorter);
        let shorter = match shorter.strip_suffix(['）', ')']) {
            Some(inside) => opening(inside).map_or(shorter, |at| shorter[..at].trim_end()),
            None => shorter,
        };
        if shorter == bare {
            return bare;
        }
        bare = shorter;
    }
}

/// Where the bracket opens that closes behind a text.
fn opening(inside: &str) -> Option<usize> {
    let mut depth = 1_u32;
    for (at, letter) in inside.char_indices().rev() {
        match letter {
            '）' | ')' => depth += 1,
            '（' | '(' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// A place in some law: 第18条第1項, 18条の2.
struct Place {
    from: usize,
    to: usize,
    article: String,
    paragraph: Option<String>,
}

fn places(text: &str) -> Vec<Place> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        // 条 is rare, and a number in front of it rarer: a place is tried wherever one may begin.
        if (letter == '第' || digit(letter).is_some())
            && let Some((article, paragraph, length)) = place(&text[at..])
        {
            found.push(Place { from: at, to: at + length, article, paragraph });
            at += length;
        } else if digit(letter).is_some() {
            at += text[at..].find(|letter| digit(letter).is_none()).unwrap_or(text.len() - at);
        } else {
            at += letter.len_utf8();
        }
    }
    found
}

/// The article, the paragraph and the length of a place at the start of a text.
fn place(text: &str) -> Option<(String, Option<String>, usize)> {
    let (article, mut rest) = counted(text, '条')?;
    let mut article = article.to_string();
    while let Some((branch, behind)) = rest.strip_prefix('の').and_then(number) {
        article.push_str(&format!("-{branch}"));
        rest = behind;
    }
    let mut paragraph = None;
    if let Some((count, behind)) = counted(rest, '項') {
        paragraph = Some(count.to_string());
        rest = behind;
    }
    if let Some((_, behind)) = counted(rest, '号') {
        rest = behind;
    }
    Some((article, paragraph, text.len() - rest.len()))
}

/// A number with its unit: 第18条, 十八条.
fn counted(text: &str, unit: char) -> Option<(u32, &str)> {
    let spaces = [' ', '\u{3000}'];
    let bare = text.trim_start_matches(spaces);
    let bare = bare.strip_prefix('第').unwrap_or(bare).trim_start_matches(spaces);
    let (count, rest) = number(bare)?;
    Some((count, rest.trim_start_matches(spaces).strip_prefix(unit)?))
}

/// A number below ten thousand in Arabic digits of either width or in kanji, and what follows it.
fn number(text: &str) -> Option<(u32, &str)> {
    let length = text.find(|letter| digit(letter).is_none()).unwrap_or(text.len());
    let (mut whole, mut part) = (0_u32, None);
    for letter in text[..length].chars() {
        match digit(letter)? {
            ten @ (10 | 100) => whole += ten * part.take().unwrap_or(1),
            unit => part = Some(part.unwrap_or(0).checked_mul(10)?.checked_add(unit).filter(|number| *number < 10_000)?),
        }
        whole = Some(whole).filter(|number| *number < 10_000)?;
    }
    (length > 0).then(|| (whole + part.unwrap_or(0), &text[length..]))
}

fn digit(letter: char) -> Option<u32> {
    let kanji = "〇一二三四五六七八九".chars().position(|kanji| kanji == letter).and_then(|digit| u32::try_from(digit).ok());
    kanji.or(match letter {
        '0'..='9' => letter.to_digit(10),
        '０'..='９' => Some(u32::from(letter) - u32::from('０')),
        '十' => Some(10),
        '百' => Some(100),
        _ => None,
    })
}
