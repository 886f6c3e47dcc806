//! A package encrypted with a password, through the reading process: tables or a named refusal, whatever the container says.
#![no_main]

use daicho_fuzz::{child, compound, encrypted, seed};
use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target};

fuzz_target!(|data: &[u8]| -> Corpus {
    if !compound::is_one(data) {
        return Corpus::Reject;
    }
    drop(child::read("台帳.xlsx", data, Some(encrypted::PASSWORD)));
    Corpus::Keep
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    compound::mutate(data, size, max_size, seed, || encrypted::make(&seed::xlsx()))
});
