//! `.xlsb` through the reading process: tables or a named refusal, whatever the file.
#![no_main]

use daicho_fuzz::{child, package, seed};
use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target};

fuzz_target!(|data: &[u8]| -> Corpus {
    if !package::names(data, b"xl/workbook.bin") {
        return Corpus::Reject;
    }
    drop(child::read("台帳.xlsb", data, None));
    Corpus::Keep
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { package::mutate(data, size, max_size, seed, seed::xlsb) });
