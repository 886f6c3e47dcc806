//! What this program itself looks at in `.xlsx`, `.xlsb`, `.xls` and encrypted files, without a process between, guided by what is
//! covered: no panic, which the child would hide behind "damaged".
#![no_main]

use daicho::sheet::here::outline_here;
use daicho_fuzz::{compound, encrypted, package, seed};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_target!(|data: &[u8]| drop(outline_here(data, Some(encrypted::PASSWORD))));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    if compound::is_one(&data[..size]) {
        return compound::mutate(data, size, max_size, seed, seed::xls);
    }
    package::mutate(data, size, max_size, seed, || match seed % 4 {
        0 => seed::xlsx(),
        1 => seed::xlsb(),
        2 => seed::xls(),
        _ => encrypted::make(&seed::xlsb()),
    })
});
