//! The parent's side of marking: how much may be asked for, and how much comes back.

use std::io::Read;
use std::path::Path;

use super::{Answer, Mark, Marked, Order, SUBCOMMAND, Unmarkable};
use crate::sheet::assemble::Outcome;
use crate::sheet::frame::{self, Source};
use crate::sheet::limits;
use crate::sheet::reader::{Options, run};
use crate::sheet::refusal::Reason;

/// Gives a workbook back with marks on its cells; `macros` says that the copy's name ends with `.xlsm`. The earlier marks are the
/// more important ones: where there are more than a workbook can take, the later are left out. Of one cell only one mark counts.
///
/// # Errors
///
/// [`Unmarkable`] where the workbook cannot take marks without losing something else, or cannot be read.
pub fn mark(path: &Path, marks: &[Mark], macros: bool, options: &Options) -> Result<Marked, Unmarkable> {
    let mut room = limits::MARK_BYTES;
    let fitting = marks.iter().take(limits::MARKS).take_while(|mark| {
        // Beside its words a mark has its sheet, its place and its colour.
        let size = mark.note.len() + mark.sheet.len() + 32;
        let fits = size <= room;
        room = room.saturating_sub(size);
        fits
    });
    let fitting: Vec<Mark> = fitting.cloned().collect();
    let left_out = marks.len() - fitting.len();
    let order = Order { source: Source::path(path.to_owned()), macros, marks: fitting };
    let marked = run(SUBCOMMAND, &order, &[], options, |answers| take(answers, left_out));
    marked.map_err(|(_, reason)| Unmarkable::from(reason))?
}

/// Takes in the copy. How large it grows is not left to the child.
fn take(mut answers: impl Read, left_out: usize) -> Outcome<Result<Marked, Unmarkable>> {
    let mut copy = Vec::new();
    let mut buffer = Vec::new();
    while let Ok(true) = frame::read(&mut answers, limits::FRAME_BYTES, &mut buffer) {
        match postcard::from_bytes::<Answer<'_>>(&buffer) {
            Ok(Answer::More { bytes }) => {
                copy.extend_from_slice(bytes);
                if copy.len() as u64 > limits::MARKED_BYTES {
                    return Outcome::Refused(None, Reason::TooLarge { bytes: copy.len() as u64, limit: limits::MARKED_BYTES });
                }
            }
            Ok(Answer::Done { unnoted }) => return Outcome::Whole(Ok(Marked { bytes: copy, left_out, unnoted })),
            Ok(Answer::Refused(reason)) => return Outcome::Whole(Err(reason)),
            Err(_) => break,
        }
    }
    Outcome::BrokeOff
}
