//! Compound files (`.xls`, encrypted packages): made from streams, and changed without shifting what follows.

use libfuzzer_sys::fuzzer_mutate;

use crate::xml::Random;

const SECTOR: usize = 512;
/// Below this length a stream would stand in the mini stream, which is not made here.
const CUTOFF: usize = 4096;
const END: u32 = 0xFFFF_FFFE;
/// The most bytes that are changed at once.
const WINDOW: usize = 64;

/// Changes a compound file of `size` bytes in place, as libFuzzer asks of a mutator; what is none becomes `seed`. Most changes keep
/// every byte's place, since a file whose sectors have moved is told to be broken and no more.
pub fn mutate(data: &mut [u8], size: usize, most: usize, random: u32, seed: impl FnOnce() -> Vec<u8>) -> usize {
    if !is_one(&data[..size]) {
        let seed = seed();
        if seed.len() > most {
            return size;
        }
        data[..seed.len()].copy_from_slice(&seed);
        return seed.len();
    }
    let mut numbers = Random::new(random);
    if numbers.one_in(16) {
        return fuzzer_mutate(data, size, most);
    }
    for _ in 0..=numbers.below(3) {
        let from = numbers.below(size);
        let length = (1 + numbers.below(WINDOW)).min(size - from);
        let mut window = data[from..from + length].to_vec();
        let changed = fuzzer_mutate(&mut window, length, length);
        data[from..from + changed].copy_from_slice(&window[..changed]);
    }
    size
}

/// Whether bytes are a compound file, as far as its beginning says.
pub fn is_one(bytes: &[u8]) -> bool {
    bytes.len() >= SECTOR && bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0])
}

/// A compound file of those streams, each at least as long as the shortest that is not a mini stream.
///
/// # Panics
///
/// Where all of it needs more than one sector of allocation table for every 109, or more than four streams.
pub fn make(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut table = Vec::new();
    let mut content: Vec<u8> = Vec::new();
    let mut places = Vec::new();
    // The directory is the first sector.
    table.push(END);
    for (_, stream) in streams {
        let first = u32::try_from(table.len()).expect("few sectors");
        places.push((first, u32::try_from(stream.len().max(CUTOFF)).expect("a short stream")));
        let mut stream = stream.clone();
        stream.resize(stream.len().max(CUTOFF).next_multiple_of(SECTOR), 0);
        let sectors = u32::try_from(stream.len() / SECTOR).expect("few sectors");
        table.extend((first + 1..first + sectors).chain([END]));
        content.extend(stream);
    }
    let table_from = table.len();
    // The tables list themselves too.
    let tables = (table.len() + 2).div_ceil(SECTOR / 4 - 1);
    table.extend(std::iter::repeat_n(0xFFFF_FFFD, tables));
    table.resize(tables * SECTOR / 4, u32::MAX);
    let mut header = vec![0_u8; SECTOR];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    put(24, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    put(44, &u32::try_from(tables).expect("few tables").to_le_bytes());
    put(48, &0_u32.to_le_bytes());
    put(56, &u32::try_from(CUTOFF).expect("a small number").to_le_bytes());
    put(60, &END.to_le_bytes());
    put(68, &END.to_le_bytes());
    for place in 0..109 {
        let sector = if place < tables { u32::try_from(table_from + place).expect("few sectors") } else { u32::MAX };
        put(76 + 4 * place, &sector.to_le_bytes());
    }
    let mut directory = vec![0_u8; SECTOR];
    let mut entry = |place: usize, name: &str, kind: u8, start: u32, size: u32| {
        let entry = &mut directory[place * 128..(place + 1) * 128];
        let units: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        entry[..units.len()].copy_from_slice(&units);
        entry[64] = u8::try_from(units.len()).expect("a short name");
        entry[66] = kind;
        entry[68..80].fill(0xFF);
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&size.to_le_bytes());
    };
    entry(0, "Root Entry", 5, END, 0);
    for (place, ((name, _), (start, size))) in streams.iter().zip(places).enumerate() {
        entry(place + 1, name, 2, start, size);
    }
    let table: Vec<u8> = table.iter().flat_map(|next| next.to_le_bytes()).collect();
    [header, directory, content, table].concat()
}
