//! Papers and grounds for refusal, which procedures share: each written once, with the rights by which the procedures take it up again.

use crate::ledger::{Procedure, Right, Stated};

/// A line of a sheet that procedures take up, and for which rights it is.
pub(super) struct Shared<'a, T> {
    /// The line.
    pub line: &'a T,
    /// The rights; none where it is for every procedure.
    pub rights: Vec<Right>,
}

/// The lines of all procedures, each once, in an order in which each procedure finds its own. `may_have` tells whether a procedure
/// takes up a line that is for one of its rights.
pub(super) fn shared<'a, T: PartialEq>(
    procedures: &'a [Procedure],
    lines_of: impl Fn(&'a Procedure) -> &'a [T],
    may_have: impl Fn(&T, &Procedure) -> bool,
) -> Vec<Shared<'a, T>> {
    let procedures: Vec<&Procedure> = procedures.iter().filter(|procedure| procedure.accepted != Stated::No).collect();
    // A procedure that has a line twice has two lines.
    let mut lines: Vec<(&T, usize)> = Vec::new();
    let lists: Vec<Vec<usize>> = procedures
        .iter()
        .map(|procedure| {
            let own = lines_of(procedure);
            let numbered = own.iter().enumerate().map(|(at, line)| (line, own[..at].iter().filter(|other| *other == line).count()));
            let place = |line: (&'a T, usize)| {
                lines.iter().position(|known| *known == line).unwrap_or_else(|| {
                    lines.push(line);
                    lines.len() - 1
                })
            };
            numbered.map(place).collect()
        })
        .collect();
    let shared = in_order(&lists, lines.len()).into_iter().map(|at| {
        let line = lines[at].0;
        let rights = rights(&procedures, |procedure, nth| may_have(line, procedure).then(|| lists[nth].contains(&at)));
        Shared { line, rights }
    });
    shared.collect()
}

/// The rights by which those procedures take up a line that have it, and no other.
fn rights(procedures: &[&Procedure], has: impl Fn(&Procedure, usize) -> Option<bool>) -> Vec<Right> {
    let those = |that: bool| {
        procedures.iter().enumerate().filter(|(nth, procedure)| has(procedure, *nth) == Some(that)).map(|(_, of)| of).collect::<Vec<_>>()
    };
    let (having, lacking) = (those(true), those(false));
    if having.iter().any(|procedure| procedure.rights.is_empty()) {
        return Vec::new();
    }
    let mut rights: Vec<Right> = Vec::new();
    for right in having.iter().flat_map(|procedure| &procedure.rights) {
        if !rights.contains(right) && !lacking.iter().any(|procedure| procedure.rights.contains(right)) {
            rights.push(*right);
        }
    }
    rights
}

/// An order of so many things that agrees with each list; of several that agree, the one that is nearest to their numbers.
fn in_order(lists: &[Vec<usize>], many: usize) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(many);
    while order.len() < many {
        let waits = |at: usize| {
            let in_list = |list: &Vec<usize>| list.iter().take_while(|other| **other != at).any(|other| !order.contains(other));
            lists.iter().any(|list| list.contains(&at) && in_list(list))
        };
        let left = || (0..many).filter(|at| !order.contains(at));
        // Lists that disagree have no such order; the first in number goes on.
        let Some(next) = left().find(|at| !waits(*at)).or_else(|| left().next()) else { break };
        order.push(next);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_agrees_with_every_list() {
        assert_eq!(in_order(&[vec![0], vec![1, 0], vec![1, 2]], 3), [1, 0, 2]);
        assert_eq!(in_order(&[vec![0, 1], vec![1, 0]], 2), [0, 1]);
    }

    #[test]
    fn a_line_is_for_the_rights_that_its_procedures_alone_have() {
        let procedure = |rights: &[Right]| Procedure { rights: rights.to_vec(), accepted: Stated::Yes, ..Procedure::default() };
        let procedures = [procedure(&[Right::Disclosure, Right::Correction]), procedure(&[Right::Correction])];
        let procedures: Vec<&Procedure> = procedures.iter().collect();
        assert_eq!(rights(&procedures, |_, nth| Some(nth == 0)), [Right::Disclosure]);
        assert_eq!(rights(&procedures, |_, _| Some(true)), [Right::Disclosure, Right::Correction]);
    }
}
