//! How alike two words are, for "did you mean".

/// Whether two words differ so little that one may be a slip for the other: one letter in three, four at the most.
#[must_use]
pub fn is_near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let allowed = (a.len().max(b.len()) / 3).min(4);
    allowed > 0 && a.len().abs_diff(b.len()) <= allowed && distance(&a, &b) <= allowed
}

/// Whether one of two folded words can hardly be but a slip of the pen for the other: of four letters or more, one differs.
#[must_use]
pub fn is_slip(a: &str, b: &str) -> bool {
    const FEWEST_LETTERS: usize = 4;
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    a.len().min(b.len()) >= FEWEST_LETTERS && a.len().abs_diff(b.len()) <= 1 && distance(&a, &b) <= 1
}

/// The least number of letters to add, drop, change or swap with their neighbour.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let mut fewest = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                fewest = fewest.min(before[j - 1] + 1);
            }
            row.push(fewest);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_near_and_other_words_are_not() {
        for (a, b, near) in [
            ("しんがぽ-る", "しんがぽる", true),
            ("あいるらんど", "あいらるんど", true),
            ("保存期間", "保存期限", true),
            ("米国", "英国", false),
            ("氏名", "住所", false),
            ("", "日本", false),
        ] {
            assert_eq!(is_near(a, b), near, "{a} {b}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_one_letter_of_several() {
        for (a, b, slip) in
            [("利用目敵", "利用目的", true), ("委託先の評価", "委託先の会社", false), ("取得日", "取得元", false), ("", "", false)]
        {
            assert_eq!(is_slip(a, b), slip, "{a} {b}");
        }
    }
}
