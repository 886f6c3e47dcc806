//! Line ends within a heading: between two names of its column, or within one that was too long for the cell.

use std::borrow::Cow;

/// A heading without the line ends that stand within a word or a phrase: 健康等の⏎情報 is 健康等の情報, while 保存場所⏎システム has two names.
#[must_use]
pub fn joined(heading: &str) -> Cow<'_, str> {
    if !heading.contains('\n') {
        return Cow::Borrowed(heading);
    }
    let mut whole = String::with_capacity(heading.len());
    for line in heading.split('\n') {
        let goes_on = whole.ends_with(|letter| "のへをにがでとやはも・".contains(letter));
        let continues = line.starts_with(|letter| "のへをにがでとやはもるくてたれらり".contains(letter));
        if !whole.is_empty() && !goes_on && !continues {
            whole.push('\n');
        }
        whole.push_str(line.trim_matches([' ', '\u{3000}', '\r']));
    }
    Cow::Owned(whole)
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_line_end_within_a_phrase_parts_nothing() {
        for (heading, whole) in [
            ("健康等の\n情報", "健康等の情報"),
            ("市・他機関\nへの提供", "市・他機関への提供"),
            ("データの\n入っている所", "データの入っている所"),
            ("保存場所\nシステム", "保存場所\nシステム"),
            ("Owner\nチーム", "Owner\nチーム"),
            ("廃棄方法", "廃棄方法"),
        ] {
            assert_eq!(joined(heading), whole, "{heading}");
        }
    }
}
