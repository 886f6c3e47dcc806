//! How much of everything a workbook may have, in one place: the numbers, and the child's own confinement.
//!
//! The numbers are generous to any ledger that people keep (100,000 rows of 30 columns pass several times over) and small beside
//! what a file of a few kilobytes can declare.

use std::io;
use std::time::Duration;

use rlimit::Resource;

/// The largest file that is packed, in bytes.
pub const FILE_BYTES: u64 = 64 << 20;
/// The largest text file, which is not packed, in bytes; also the largest sum of a folder of CSV files.
pub const TEXT_FILE_BYTES: u64 = 256 << 20;
/// The largest part of a packaged workbook once unpacked, in bytes.
pub const PART_BYTES: u64 = 512 << 20;
/// The largest sum of all parts once unpacked, in bytes.
pub const PACKAGE_BYTES: u64 = 1 << 30;
/// The most parts of a packaged workbook.
pub const PARTS: usize = 10_000;
/// How many times its packed size a part may unpack to; looked at only above [`RATIO_FLOOR_BYTES`].
pub const RATIO: u64 = 200;
/// The unpacked size, in bytes, below which no ratio is suspect.
pub const RATIO_FLOOR_BYTES: u64 = 16 << 20;
/// The most sheets of a workbook, and the most CSV files of a folder.
pub const SHEETS: usize = 512;
/// The most filled cells of a workbook.
pub const CELLS: u64 = 20_000_000;
/// The most characters of a cell; the rest is cut off, with a remark. It is the most that Excel itself keeps.
pub const CELL_CHARACTERS: usize = 32_767;
/// The most nodes (values, lists and mappings) of a YAML document, those that aliases repeat counted again.
pub const NODES: usize = 1_000_000;
/// How deep lists and mappings of a YAML document may lie in one another.
pub const DEPTH: usize = 64;
/// The most merged areas of a sheet.
pub const MERGES: usize = 500_000;
/// The last row that a spreadsheet can have.
pub const ROWS: u32 = 1_048_576;
/// One more than the last column, counted from 0, that a spreadsheet can have.
pub const COLUMNS: u32 = 16_384;
/// The most remarks on a workbook; further ones are counted.
pub const REMARKS: u32 = 1_000;
/// The most that the child may send, in bytes.
pub const OUTPUT_BYTES: u64 = 1 << 30;
/// The most distinct text that the parent keeps of a workbook, in bytes.
pub const TEXT_BYTES: u64 = 256 << 20;
/// The largest single message from the child, in bytes.
pub const FRAME_BYTES: u32 = 32 << 20;
/// The most cells that are marked in a workbook that is given back.
pub const MARKS: usize = 20_000;
/// The most that marks may say, in bytes.
pub const MARK_BYTES: usize = 16 << 20;
/// The largest workbook that is given back with marks, in bytes.
pub const MARKED_BYTES: u64 = 2 * FILE_BYTES;
/// How long a workbook may take in all.
pub const WALL: Duration = Duration::from_secs(30);
/// How deep a folder of workbooks is searched.
pub const FOLDER_DEPTH: usize = 8;

/// The child's address space, in bytes.
pub const MEMORY_BYTES: u64 = 1 << 30;
/// The child's processor time, in seconds.
pub const PROCESSOR_SECONDS: u64 = 20;
/// The child's open files: the standard three, the workbook, and room for the runtime.
const OPEN_FILES: u64 = 16;

/// Confines the calling process for good: memory, processor time, open files, no core dump, no file written.
pub(super) fn confine() -> io::Result<()> {
    for (resource, soft, hard) in [
        (Resource::AS, MEMORY_BYTES, MEMORY_BYTES),
        // One second between them: at the soft limit the signal says what happened, at the hard one it does not.
        (Resource::CPU, PROCESSOR_SECONDS, PROCESSOR_SECONDS + 1),
        (Resource::NOFILE, OPEN_FILES, OPEN_FILES),
        (Resource::CORE, 0, 0),
        (Resource::FSIZE, 0, 0),
    ] {
        // A parent that is itself confined more tightly has the last word: a limit can only be lowered.
        let most = resource.get_hard()?;
        resource.set(soft.min(most), hard.min(most))?;
    }
    Ok(())
}
