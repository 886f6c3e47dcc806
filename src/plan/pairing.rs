//! Which of two lists' values stand for each other.

use std::collections::{BTreeMap, VecDeque};

/// Two values of which either may be absent.
pub(super) type Pair<T> = (Option<T>, Option<T>);

/// Pairs values that are alike: round by round, those for which a round's likeness is the same, in order. No value is paired twice.
///
/// The pairs stand in the order of `after`; those of `before` that stand for none come last.
pub(super) fn pair<T: Copy>(before: &[T], after: &[T], rounds: &[fn(&T) -> String]) -> Vec<Pair<T>> {
    if let ([before], [after]) = (before, after) {
        return vec![(Some(*before), Some(*after))];
    }
    let mut partner: Vec<Option<usize>> = vec![None; after.len()];
    let mut left: Vec<usize> = (0..before.len()).collect();
    for likeness in rounds {
        if left.is_empty() || partner.iter().all(Option::is_some) {
            break;
        }
        let mut alike: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for &at in &left {
            alike.entry(likeness(&before[at])).or_default().push_back(at);
        }
        for (value, partner) in after.iter().zip(&mut partner).filter(|(_, partner)| partner.is_none()) {
            *partner = alike.get_mut(&likeness(value)).and_then(VecDeque::pop_front);
        }
        left = alike.into_values().flatten().collect();
        left.sort_unstable();
    }
    let paired = after.iter().zip(partner).map(|(value, partner)| (partner.map(|at| before[at]), Some(*value)));
    paired.chain(left.into_iter().map(|at| (Some(before[at]), None))).collect()
}

#[cfg(test)]
mod tests {
    use super::pair;

    fn pairs<'a>(before: &[&'a str], after: &[&'a str]) -> Vec<(Option<&'a str>, Option<&'a str>)> {
        pair(before, after, &[|value| (*value).to_owned(), |value| value[..1].to_owned(), |_| String::new()])
    }

    #[test]
    fn equals_stand_for_each_other_before_neighbours_do() {
        assert_eq!(pairs(&["a1", "b1"], &["b1"]), [(Some("b1"), Some("b1")), (Some("a1"), None)]);
        let expected = [(Some("b1"), Some("b2")), (Some("a1"), Some("a1")), (None, Some("c1"))];
        assert_eq!(pairs(&["a1", "b1"], &["b2", "a1", "c1"]), expected);
        assert_eq!(pairs(&["a1"], &["z1"]), [(Some("a1"), Some("z1"))]);
        assert_eq!(pairs(&[], &["z1"]), [(None, Some("z1"))]);
    }
}
