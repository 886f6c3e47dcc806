//! Whether a published statement names a country.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::language::Language;
use crate::ledger::Country;

#[derive(Deserialize)]
struct Data {
    names: BTreeMap<String, Vec<String>>,
}

static MORE_NAMES: LazyLock<BTreeMap<Country, Vec<String>>> = LazyLock::new(|| {
    let data: Data = toml::from_str(include_str!("country_names.toml")).expect("country_names.toml holds names");
    let country = |code: &str| Country::from_code(code).expect("country_names.toml names countries of ISO 3166-1");
    data.names.iter().map(|(code, names)| (country(code), names.iter().map(|name| plain(name)).collect())).collect()
});

impl Country {
    /// Whether a text names it, by its name in Japanese or English or by another in general use.
    #[must_use]
    pub fn is_named_in(self, text: &str) -> bool {
        let text = plain(text);
        let own = [Language::Ja, Language::En].map(|language| plain(self.name(language)));
        let more = MORE_NAMES.get(&self).into_iter().flatten();
        own.iter().chain(more).any(|name| stands_in(name, &text))
    }
}

fn plain(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}

/// Whether a name stands in a text as a word of its own: タイ does not in リアルタイム, nor `us` in `customer`.
fn stands_in(name: &str, text: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + name.len()..].chars().next());
        let first_ends = before.is_none_or(|before| name.chars().next().is_none_or(|first| !runs_on(before, first)));
        first_ends && after.is_none_or(|after| name.chars().next_back().is_none_or(|last| !runs_on(last, after)))
    })
}

/// Whether two letters beside each other belong to one word: both Latin or both katakana.
fn runs_on(one: char, next: char) -> bool {
    let katakana = |letter: char| matches!(letter, 'ァ'..='ヺ' | 'ー');
    one.is_ascii_alphanumeric() && next.is_ascii_alphanumeric() || katakana(one) && katakana(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_named_by_any_of_its_names_and_only_as_a_word() {
        let named = |code: &str, text: &str| Country::from_code(code).unwrap().is_named_in(text);
        for (code, text) in [
            ("US", "個人データを米国で保管しています。"),
            ("US", "アメリカ合衆国のサーバー"),
            ("US", "ｱﾒﾘｶ"),
            ("US", "servers in the US"),
            ("US", "United States of America"),
            ("GB", "イギリス及びドイツ"),
            ("DE", "イギリス及びドイツ"),
            ("TH", "タイ、ベトナム"),
            ("SG", "保管国(シンガポール、アメリカ)"),
            ("KR", "大韓民国"),
        ] {
            assert!(named(code, text), "{code} in {text}");
        }
        for (code, text) in [
            ("TH", "リアルタイムに監視します。"),
            ("IN", "インドネシアのサーバー"),
            ("US", "customer data"),
            ("US", "外国の制度を把握したうえで、安全管理措置を実施します。"),
            ("AT", "オーストラリア"),
            ("US", ""),
        ] {
            assert!(!named(code, text), "{code} in {text}");
        }
    }
}
