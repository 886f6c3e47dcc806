//! `.yml` through the reading process: trees or a named refusal, the same as without a process between.
#![no_main]

use daicho::sheet::here::read_yaml_here;
use daicho_fuzz::child;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let through = child::read("manifest.yml", data, None).map_err(|refusal| refusal.reason);
    // A package is looked into whatever it is called.
    if !data.starts_with(b"PK") && !data.starts_with(&[0xD0, 0xCF]) {
        let here = read_yaml_here(data);
        assert_eq!(through.map(|workbook| (workbook.tables, workbook.remarks)), here.map(|workbook| (workbook.tables, workbook.remarks)));
    }
});
