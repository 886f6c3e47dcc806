//! XML changed by its own pieces: what stands in quotation marks, what stands between tags, and elements as a whole.

/// Numbers that follow from one that the fuzzer drew, so that a change can be made again (xorshift of 64 bits).
pub struct Random(u64);

impl Random {
    /// Numbers that follow from that one.
    pub fn new(drawn: u32) -> Self {
        Self(u64::from(drawn) << 32 | u64::from(!drawn) | 1)
    }

    /// A number below another, which is not zero.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or_default() % most
    }

    /// Whether the next of so many draws is the one.
    pub fn one_in(&mut self, many: u32) -> bool {
        self.below(many as usize) == 0
    }
}

/// What an attribute or a cell may hold and a reader may fall over.
const ODD: [&str; 44] = [
    "", " ", "0", "1", "-1", "2", "255", "256", "16384", "16385", "32767", "1048576", "1048577", "2147483647", "2147483648",
    "4294967295", "4294967296", "18446744073709551616", "1e308", "-0.0", "NaN", "inf", "1.5", "A1", "XFD1048576", "XFE1", "A0",
    "A1:XFD1048576", "B2:A1", "$A$1", "s", "str", "inlineStr", "b", "e", "d", "n", "shared", "true", "2024-07-01", "9999-12-31T23:59:59",
    "PT36H0M0S", "&#x110000;", "\u{3042}\u{FFFF}",
];

/// Changes a piece of some XML.
pub fn change(xml: &mut Vec<u8>, numbers: &mut Random) {
    match numbers.below(4) {
        0 => between(xml, b'"', b'"', numbers),
        1 => between(xml, b'>', b'<', numbers),
        2 => repeat(xml, numbers),
        _ => remove(xml, numbers),
    }
}

/// Puts something odd, or the same from another place, between two signs.
fn between(xml: &mut Vec<u8>, open: u8, close: u8, numbers: &mut Random) {
    let Some(piece) = piece(xml, open, close, numbers) else { return };
    let odd = if numbers.one_in(3) {
        self::piece(xml, open, close, numbers).map(|other| xml[other].to_vec()).unwrap_or_default()
    } else {
        ODD[numbers.below(ODD.len())].as_bytes().to_vec()
    };
    xml.splice(piece, odd);
}

/// Makes an element two, or many.
fn repeat(xml: &mut Vec<u8>, numbers: &mut Random) {
    let Some(piece) = element(xml, numbers) else { return };
    let times = if numbers.one_in(8) { 200 } else { 1 };
    let again = xml[piece.clone()].repeat(times.min(1 + (64 << 10) / piece.len().max(1)));
    xml.splice(piece.end..piece.end, again);
}

/// Takes a tag away, or an element from its tag to the next of the same kind.
fn remove(xml: &mut Vec<u8>, numbers: &mut Random) {
    if let Some(piece) = element(xml, numbers) {
        xml.drain(piece);
    }
}

/// From a sign to the next closing one, both left out.
fn piece(xml: &[u8], open: u8, close: u8, numbers: &mut Random) -> Option<std::ops::Range<usize>> {
    let from = find(xml, open, numbers)? + 1;
    let length = xml[from..].iter().position(|byte| *byte == close)?;
    Some(from..from + length)
}

/// A tag, or up to eight tags and what stands between them.
fn element(xml: &[u8], numbers: &mut Random) -> Option<std::ops::Range<usize>> {
    let from = find(xml, b'<', numbers)?;
    let mut to = from;
    for _ in 0..=numbers.below(8) {
        let Some(length) = xml[to..].iter().position(|byte| *byte == b'>') else { break };
        to += length + 1;
    }
    (to > from).then_some(from..to)
}

/// A sign somewhere: the first from a place drawn, else the first of all.
fn find(xml: &[u8], sign: u8, numbers: &mut Random) -> Option<usize> {
    if xml.is_empty() {
        return None;
    }
    let from = numbers.below(xml.len());
    let here = |byte: &u8| *byte == sign;
    xml[from..].iter().position(here).map(|at| from + at).or_else(|| xml.iter().position(here))
}
