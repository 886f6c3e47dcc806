//! Countries, and what is said of them without naming one.

mod letters;
mod token;

use self::token::{Token, tokens};
use super::{Aside, Doubt, Reading, is_nothing};
use crate::finding::Code;
use crate::ledger::{Certainty, Country, Stated, Text, Whereabouts, fold};
use crate::vocabulary::{Area, Sign, Vocabulary};

/// Where a cell of a country column says that something is, for an organization of this home.
///
/// Several names are all meant; または among them makes them candidates. A part of the world names no country. Words that are not known
/// are doubted where they stand alone, and passed over beside a country: 米国（カリフォルニア州）.
#[must_use]
pub fn whereabouts(text: &str, home: Country, vocabulary: &Vocabulary) -> Reading<Whereabouts> {
    if let Some(aside) = Aside::of(text) {
        let reading = whereabouts(aside.words, home, vocabulary);
        return reading.map(|read| Whereabouts { reason: aside.reason.or(read.reason), text: aside.text, ..read });
    }
    let kept = || (!text.trim().is_empty()).then(|| Text::from(text));
    if is_nothing(text, vocabulary) || is_nothing_beside(text, vocabulary) {
        return Reading::sure(Whereabouts { text: kept(), ..Whereabouts::default() });
    }
    // 確認中（問い合わせ中） is not settled, whatever the bracket says.
    let before = text.split(['（', '(']).next().unwrap_or_default();
    if [text, before].iter().any(|words| vocabulary.signs.meaning(words) == Some(Sign::Unsettled)) {
        let unsettled = Whereabouts { text: kept(), ..Whereabouts::default() };
        return Reading::doubtful(unsettled, Doubt::new(Code::NotYetAscertained, &[text]));
    }
    let tokens_of = tokens(text, vocabulary);
    let open = tokens_of.contains(&Token::Area(Area::Open));
    let elements = elements(&tokens_of, home);
    let said = said(&elements, home);
    // 東京又は大阪 is Japan, whichever it is.
    let same = said.countries.len() > 1 && said.countries.iter().all(|country| *country == said.countries[0]);
    let or = said.or && (!same || said.abroad || said.anywhere);
    let mut value =
        if or { Whereabouts::candidates(said.countries, home, kept()) } else { Whereabouts::known(said.countries, home, kept()) };
    let mut doubts = Vec::new();
    if said.abroad && !or {
        value.abroad = Stated::Yes;
    } else if said.abroad || said.anywhere {
        // One of those named may be it, or a country that is not named.
        value.abroad = if value.countries.contains(&home) || said.anywhere { Stated::NotStated } else { Stated::Yes };
        if value.certainty == Certainty::Known && value.countries.iter().any(|country| *country != home) {
            value.abroad = Stated::Yes;
        }
    }
    if value.certainty == Certainty::NotStated {
        let says_nothing = |token: &Token| matches!(token, Token::Area(Area::Beside | Area::Open));
        let names = |token: &Token| matches!(token, Token::Country(_) | Token::Area(_)) && !says_nothing(token);
        value.reason = bracket(text).filter(|reason| !tokens(reason, vocabulary).iter().any(names)).map(Text::from);
    }
    if open && value.abroad == Stated::No {
        // 主に国内: the rest may be abroad.
        value.abroad = Stated::NotStated;
    }
    if said.abroad || said.anywhere || open {
        doubts.push(Doubt::new(Code::CountryUnnamed, &[text]));
    }
    let named = value.is_stated() || said.anywhere || open;
    for word in elements.iter().filter(|element| element.says_nothing()).filter_map(|element| element.unknown.first()) {
        doubts.extend(unknown(text, word, vocabulary));
        if value.abroad == Stated::No {
            // 日本、他: what is not known may be abroad.
            value.abroad = Stated::NotStated;
        }
    }
    if !named && doubts.is_empty() {
        doubts.push(Doubt::new(Code::CountryUnknown, &[text, text.trim()]));
    }
    Reading { value, doubts }
}

/// Whether nothing is said before a bracket that names no country either: 該当なし（紙）.
fn is_nothing_beside(text: &str, vocabulary: &Vocabulary) -> bool {
    let (before, within) = (text.split(['（', '(']).next().unwrap_or_default(), bracket(text));
    let is_other = |token: &Token| matches!(token, Token::Unknown(_) | Token::Open | Token::Close);
    !before.trim().is_empty()
        && is_nothing(before, vocabulary)
        && within.is_some_and(|within| tokens(within, vocabulary).iter().all(is_other))
}

/// One element of the list.
#[derive(Debug, Default)]
struct Element {
    countries: Vec<Country>,
    /// Abroad, in no country that is named.
    abroad: bool,
    /// Perhaps abroad, in no country that is named: アジア, 米国以外.
    anywhere: bool,
    /// One of those named.
    or: bool,
    /// Words that are not known, outside a remark (ただし…).
    unknown: Vec<String>,
}

impl Element {
    /// Whether nothing of it is known.
    fn says_nothing(&self) -> bool {
        self.countries.is_empty() && !self.abroad && !self.anywhere
    }
}

/// The elements of a cell. What stands in a bracket belongs to the element before it.
fn elements(tokens: &[Token], home: Country) -> Vec<Element> {
    let mut all = vec![Element::default()];
    let (mut depth, mut group, mut except_next, mut aside) = (0_usize, 0, false, false);
    for token in tokens {
        let divides = depth == 0 && matches!(token, Token::Divide | Token::Area(Area::Or));
        if divides {
            all.push(Element::default());
            group = 0;
        }
        let Some(element) = all.last_mut() else { break };
        match token {
            Token::Country(country) if std::mem::take(&mut except_next) => except(element, &[*country], home),
            Token::Country(country) => element.countries.push(*country),
            Token::ExceptNext => except_next = true,
            Token::Area(Area::Home) => element.countries.push(home),
            Token::Area(Area::Abroad) => element.abroad = true,
            Token::Area(Area::WithoutJapan) if home == Country::JAPAN => element.abroad = true,
            Token::Area(Area::WithoutJapan | Area::WithJapan) => element.anywhere = true,
            Token::Area(Area::Or) => element.or = true,
            Token::Area(Area::Except) => {
                let excepted = element.countries.split_off(group.min(element.countries.len()));
                if excepted.is_empty() && std::mem::take(&mut element.abroad) {
                    // 海外なし is at home.
                    element.countries.push(home);
                } else {
                    except(element, &excepted, home);
                }
            }
            Token::Open => {
                depth += 1;
                group = element.countries.len();
            }
            Token::Close => depth = depth.saturating_sub(1),
            Token::Unknown(word) => {
                aside |= ["ただし", "但し", "なお", "※"].iter().any(|aside| word.contains(aside));
                if !aside {
                    element.unknown.push(word.clone());
                }
            }
            Token::Divide | Token::Area(Area::Beside | Area::Open) => {}
        }
    }
    all
}

/// These countries are excepted: outside the home, where that is one of them.
fn except(element: &mut Element, countries: &[Country], home: Country) {
    if countries.contains(&home) {
        element.abroad = true;
    } else {
        element.anywhere |= element.countries.is_empty();
    }
}

/// What all elements say together. A part of the world with its countries named (欧州（アイルランド）) is those countries.
fn said(elements: &[Element], home: Country) -> Element {
    let mut all = Element::default();
    for element in elements {
        all.countries.extend(&element.countries);
        let named = element.countries.iter().any(|country| *country != home);
        all.abroad |= element.abroad && !named;
        all.anywhere |= element.anywhere && element.countries.is_empty();
        all.or |= element.or;
    }
    all
}

/// What the outermost bracket holds, as written.
fn bracket(text: &str) -> Option<&str> {
    let (_, within) = text.split_once(['（', '('])?;
    let within = within.rsplit_once(['）', ')']).map_or(within, |(within, _)| within).trim();
    (!within.is_empty()).then_some(within)
}

/// The doubts about a word that names no country. What it may be a slip for is offered, never taken.
fn unknown(text: &str, word: &str, vocabulary: &Vocabulary) -> Vec<Doubt> {
    if vocabulary.signs.meaning(word) == Some(Sign::Unsettled) {
        return vec![Doubt::new(Code::NotYetAscertained, &[text])];
    }
    let near = vocabulary.countries.near(&fold(word));
    let meant = near.first().map(|(meant, _)| Doubt::new(Code::DidYouMean, &[word, meant]));
    std::iter::once(Doubt::new(Code::CountryUnknown, &[text, word])).chain(meant).collect()
}

#[cfg(test)]
mod tests;
