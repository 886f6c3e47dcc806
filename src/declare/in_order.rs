//! Work on all processors whose results are taken one after the other, in the order of the work.

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver};

/// How many works are begun before the first of them is taken: more would take more memory.
const AT_ONCE: usize = 8;

/// Works on things, several at once, and takes what comes of each; while one is taken others are worked on.
pub(super) fn in_order<T: Send, R: Send>(things: impl Iterator<Item = T>, work: impl Fn(T) -> R + Sync, mut take: impl FnMut(R)) {
    let work = &work;
    rayon::in_place_scope_fifo(|scope| {
        let mut begun: VecDeque<Receiver<R>> = VecDeque::with_capacity(AT_ONCE);
        for thing in things {
            if begun.len() == AT_ONCE
                && let Some(first) = begun.pop_front()
            {
                result(&first).map(&mut take);
            }
            let (done, result) = mpsc::sync_channel(1);
            begun.push_back(result);
            scope.spawn_fifo(move |_| {
                // Nobody waits any more where another work has panicked.
                let _ = done.send(work(thing));
            });
        }
        for next in begun {
            result(&next).map(&mut take);
        }
    });
}

/// What comes of a work; nothing where it panicked, which the scope hands on.
fn result<R>(of: &Receiver<R>) -> Option<R> {
    // Who waits as one of the workers works meanwhile, or nobody might be left to.
    while rayon::yield_now() == Some(rayon::Yield::Executed) {}
    of.recv().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_taken_in_the_order_of_the_work_inside_a_pool_of_one_and_outside() {
        let squares = || {
            let mut taken = Vec::new();
            in_order(0..100_u32, |number| number * number, |square| taken.push(square));
            taken
        };
        let expected: Vec<u32> = (0..100).map(|number| number * number).collect();
        assert_eq!(squares(), expected);
        let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        assert_eq!(one.install(squares), expected);
    }

    #[test]
    #[should_panic(expected = "seven")]
    fn a_panic_is_handed_on() {
        in_order(0..100_u32, |number| assert!(number != 7, "seven"), |()| {});
    }
}
