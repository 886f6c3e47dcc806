//! How much memory this process holds, as the kernel counts it.

use std::fs;

/// Begins a new count of the most that was held.
pub fn begin() -> u64 {
    fs::write("/proc/self/clear_refs", "5").expect("Linux counts memory anew when asked");
    bytes("VmRSS:")
}

/// The most that was held since the count began, in bytes.
pub fn most() -> u64 {
    bytes("VmHWM:")
}

fn bytes(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux tells of a process");
    let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("Linux tells of a process's memory");
    let kibibytes: u64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
    kibibytes << 10
}
