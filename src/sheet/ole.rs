//! Compound files, the container of `.xls` and of encrypted workbooks: the streams by name.
//!
//! Read here and not left to the reading library, because a chain of sectors may run in a circle: every chain is followed for no
//! more steps than the file has sectors. Source: MS-CFB.

use std::collections::BTreeMap;

use super::refusal::Reason;

/// How a compound file begins.
pub(super) const MAGIC: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const LARGEST_SECTOR: u32 = 0xFFFF_FFFA;
const DIRECTORY_ENTRY: usize = 128;
const MINI_SECTOR: usize = 64;
const BROKEN: Reason = Reason::Broken(None);

/// A compound file's streams.
pub(super) struct Ole<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini_cutoff: usize,
    mini: Vec<u8>,
    streams: BTreeMap<String, (u32, usize)>,
}

impl<'a> Ole<'a> {
    /// Reads the allocation tables and the directory.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Reason> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return Err(BROKEN),
        };
        let mut ole = Self {
            bytes,
            sector,
            table: Vec::new(),
            mini_table: Vec::new(),
            mini_cutoff: u32_at(bytes, 56)? as usize,
            mini: Vec::new(),
            streams: BTreeMap::new(),
        };
        ole.read_table()?;
        let directory = ole.chain(u32_at(bytes, 48)?, usize::MAX)?;
        let mut mini_start = (END_OF_CHAIN, 0);
        for entry in directory.chunks_exact(DIRECTORY_ENTRY) {
            let length = usize::from(u16_at(entry, 64)?).min(64).saturating_sub(2);
            let units: Vec<u16> = entry[..length].chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
            let place = (u32_at(entry, 116)?, u32_at(entry, 120)? as usize);
            match entry[66] {
                2 => drop(ole.streams.entry(String::from_utf16_lossy(&units)).or_insert(place)),
                5 => mini_start = place,
                _ => {}
            }
        }
        let mini_table = ole.chain(u32_at(bytes, 60)?, usize::MAX)?;
        ole.mini_table = numbers(&mini_table);
        ole.mini = ole.chain(mini_start.0, mini_start.1)?;
        Ok(ole)
    }

    /// Whether there is a stream of that name, in any storage.
    pub(super) fn has(&self, name: &str) -> bool {
        self.streams.contains_key(name)
    }

    /// A stream's content.
    pub(super) fn stream(&self, name: &str) -> Result<Vec<u8>, Reason> {
        let &(start, size) = self.streams.get(name).ok_or(BROKEN)?;
        if size >= self.mini_cutoff {
            return self.chain(start, size);
        }
        let mut content = Vec::with_capacity(size.min(self.mini.len()));
        let mut next = start;
        for _ in 0..=self.mini_table.len() {
            if next > LARGEST_SECTOR || content.len() >= size {
                content.truncate(size);
                return Ok(content);
            }
            let from = next as usize * MINI_SECTOR;
            content.extend_from_slice(self.mini.get(from..(from + MINI_SECTOR).min(self.mini.len())).ok_or(BROKEN)?);
            next = *self.mini_table.get(next as usize).ok_or(BROKEN)?;
        }
        Err(BROKEN)
    }

    /// The allocation table: its sectors are listed in the header and, beyond 109, in a chain of their own.
    fn read_table(&mut self) -> Result<(), Reason> {
        let sectors = self.bytes.len() / self.sector;
        let mut places: Vec<u32> = self.bytes.get(76..512).map(numbers).ok_or(BROKEN)?;
        let mut next = u32_at(self.bytes, 68)?;
        let mut steps = 0;
        while next <= LARGEST_SECTOR {
            let mut listed = numbers(self.sector_at(next)?);
            next = listed.pop().unwrap_or(END_OF_CHAIN);
            places.append(&mut listed);
            steps += 1;
            if steps > sectors {
                return Err(BROKEN);
            }
        }
        for place in places.into_iter().filter(|place| *place <= LARGEST_SECTOR).take(sectors) {
            let listed = numbers(self.sector_at(place)?);
            self.table.extend(listed);
        }
        Ok(())
    }

    fn chain(&self, start: u32, size: usize) -> Result<Vec<u8>, Reason> {
        let mut content = Vec::new();
        let mut next = start;
        for _ in 0..=self.bytes.len() / self.sector {
            if next > LARGEST_SECTOR || content.len() >= size {
                content.truncate(size);
                return Ok(content);
            }
            content.extend_from_slice(self.sector_at(next)?);
            next = *self.table.get(next as usize).ok_or(BROKEN)?;
        }
        Err(BROKEN)
    }

    /// A sector's bytes; the last one of a file may be cut short.
    fn sector_at(&self, number: u32) -> Result<&'a [u8], Reason> {
        let from = (number as usize + 1) * self.sector;
        let to = (from + self.sector).min(self.bytes.len());
        self.bytes.get(from..to).filter(|sector| !sector.is_empty()).ok_or(BROKEN)
    }
}

/// A little-endian number of 16 bits.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Result<u16, Reason> {
    bytes.get(at..at + 2).map(|two| u16::from_le_bytes([two[0], two[1]])).ok_or(BROKEN)
}

/// A little-endian number of 32 bits.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Result<u32, Reason> {
    bytes.get(at..at + 4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).ok_or(BROKEN)
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect()
}
