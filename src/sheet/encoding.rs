//! Which encoding a text file is in, and its text.
//!
//! A mark at the beginning decides; then what is valid UTF-8 is UTF-8; then the zero bytes of UTF-16 are looked for; and what is left
//! is, in this country, CP932 or EUC-JP unless it plainly is something else. A guess is never allowed to lose what another reads.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

/// How many bytes are looked at to tell UTF-16.
const SAMPLE: usize = 64 << 10;

/// A file's text without its mark; bytes that stand for no character are U+FFFD. Nothing where it is no text at all.
pub(super) fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Some(encoding.decode_without_bom_handling(&bytes[mark..]).0);
    }
    if let Some(encoding) = wide(bytes) {
        return Some(encoding.decode_without_bom_handling(bytes).0);
    }
    // A text has no zero byte unless every character has two.
    if bytes.contains(&0) {
        return None;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        // ISO-2022-JP is written in ASCII characters, and told by how it switches alphabets.
        let is_switching = bytes.windows(3).any(|three| matches!(three, b"\x1B$B" | b"\x1B$@"));
        return Some(if is_switching { ISO_2022_JP.decode_without_bom_handling(bytes).0 } else { Cow::Borrowed(text) });
    }
    Some(guess(bytes).decode_without_bom_handling(bytes).0)
}

/// UTF-16 without a mark: its line ends and separators have zero bytes, all on the same side.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if !bytes.len().is_multiple_of(2) || sample.len() < 2 {
        return None;
    }
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // Ideographs have no zero bytes, so a few are enough, but nearly all on one side.
    let is_side = |here: usize, there: usize| here * 100 >= sample.len() && there * 20 <= here;
    let encoding = match (is_side(odd, even), is_side(even, odd)) {
        (true, false) => UTF_16LE,
        (false, true) => UTF_16BE,
        _ => return None,
    };
    (!encoding.decode_without_bom_handling(sample).1).then_some(encoding)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(Some(b"jp"), Utf8Detection::Allow);
    // The one with the least that it cannot read; among equals the guess, then the country's habit.
    let candidates = [guessed, SHIFT_JIS, EUC_JP, UTF_8];
    candidates.into_iter().min_by_key(|encoding| losses(encoding, bytes)).unwrap_or(guessed)
}

/// How many characters are lost under an encoding.
fn losses(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    match encoding.decode_without_bom_handling(bytes) {
        (_, false) => 0,
        (text, true) => text.matches('\u{FFFD}').count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "№,個人情報の名称,部門\r\n①,顧客名簿（㈱髙島）,総務～人事\r\n";

    #[test]
    fn every_encoding_of_the_same_text() {
        let wide = |to_bytes: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(to_bytes).collect::<Vec<u8>>();
        let marked = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
        for (name, bytes) in [
            ("UTF-8", TEXT.as_bytes().to_vec()),
            ("UTF-8 with a mark", marked(b"\xEF\xBB\xBF", TEXT.as_bytes())),
            ("UTF-16LE", wide(u16::to_le_bytes)),
            ("UTF-16LE with a mark", marked(b"\xFF\xFE", &wide(u16::to_le_bytes))),
            ("UTF-16BE", wide(u16::to_be_bytes)),
            ("UTF-16BE with a mark", marked(b"\xFE\xFF", &wide(u16::to_be_bytes))),
            ("CP932", SHIFT_JIS.encode(TEXT).0.into_owned()),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Some(TEXT), "{name}");
        }
        let plain = "番号,個人情報の名称,部門\n1,顧客名簿,総務部\n";
        assert_eq!(decode(&EUC_JP.encode(plain).0).as_deref(), Some(plain));
        assert_eq!(decode(&ISO_2022_JP.encode(plain).0).as_deref(), Some(plain));
    }

    #[test]
    fn damage_does_not_change_the_encoding() {
        let mut damaged = TEXT.as_bytes().to_vec();
        damaged.truncate(damaged.len() - 4);
        assert!(decode(&damaged).is_some_and(|text| text.starts_with("№,個人情報の名称") && text.ends_with('\u{FFFD}')));
        let mut damaged = SHIFT_JIS.encode(TEXT).0.into_owned();
        damaged[20] = 0xFF;
        assert!(decode(&damaged).is_some_and(|text| text.contains("顧客名簿（㈱髙島）")));
    }

    #[test]
    fn what_is_no_text() {
        assert_eq!(decode(b"\x00\x01\x02\x03\x04\x05\x06"), None);
    }
}
