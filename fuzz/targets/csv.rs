//! `.csv` through the reading process: tables or a named refusal, the same as without a process between.
#![no_main]

use daicho::sheet::here::read_here;
use daicho_fuzz::child;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let through = child::read("台帳.csv", data, None).map_err(|refusal| refusal.reason);
    // A package is not looked into here; `xlsx` and its kin do that.
    if !data.starts_with(b"PK") && !data.starts_with(&[0xD0, 0xCF]) {
        let here = read_here(data, false).map_err(|reason| reason);
        assert_eq!(through.map(|workbook| (workbook.tables, workbook.remarks)), here.map(|workbook| (workbook.tables, workbook.remarks)));
    }
});
