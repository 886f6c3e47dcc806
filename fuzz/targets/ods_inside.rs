//! `.ods` without a process between, guided by what is covered.
#![no_main]

use daicho::sheet::here::read_here;
use daicho_fuzz::{child, package, seed, sound};
use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target};

fuzz_target!(|data: &[u8]| -> Corpus {
    if !package::names(data, b"content.xml") {
        return Corpus::Reject;
    }
    if let Ok(workbook) = read_here(data, false) {
        sound::workbook(&workbook);
        child::understand(&workbook);
    }
    Corpus::Keep
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { package::mutate(data, size, max_size, seed, seed::ods) });
