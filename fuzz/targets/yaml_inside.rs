//! `.yml` without a process between, and the manifest that it is made into a ledger.
#![no_main]

use daicho::sheet::here::read_yaml_here;
use daicho_fuzz::{child, sound};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(workbook) = read_yaml_here(data) {
        assert!(workbook.tables.iter().all(|table| table.tree), "a document is a tree");
        sound::workbook(&workbook);
        child::understand(&workbook);
    }
});
