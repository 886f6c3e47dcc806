//! Workbooks that are encrypted with a password: the agile and the standard way of Office. Source: MS-OFFCRYPTO 2.3.4.
//!
//! The crates that do this either know one hash of the agile way or are written in C++, so it stands here, on the primitives of
//! the `RustCrypto` project. Whether the password is right is told by the file's own verifier, before anything else is decrypted.

use aes::cipher::{Array, BlockCipherDecrypt, KeyInit};
use aes::{Aes128, Aes192, Aes256};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::ole::{Ole, u16_at, u32_at};
use super::package::attribute;
use super::refusal::Reason;

/// The password that Excel itself uses for a workbook that is encrypted and yet opens for everyone.
const OPEN_TO_ALL: &str = "VelvetSweatshop";
/// The most rounds of hashing that the standard allows.
const MOST_ROUNDS: u32 = 10_000_000;
/// Rounds of hashing of the standard way.
const ROUNDS: u32 = 50_000;
/// The agile way encrypts the package in pieces of so many bytes.
const PIECE: usize = 4096;
const BLOCK: usize = 16;

/// Decrypts the package in a compound file. Without a password, one that opens for everyone is opened.
pub(super) fn open(ole: &Ole<'_>, password: Option<&str>) -> Result<Vec<u8>, Reason> {
    if !ole.has("EncryptionInfo") {
        return Err(Reason::UnknownProtection);
    }
    let info = ole.stream("EncryptionInfo")?;
    let wide: Vec<u8> = password.unwrap_or(OPEN_TO_ALL).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let opened = match (u16_at(&info, 0)?, u16_at(&info, 2)?) {
        (4, 4) => Agile::read(info.get(8..).unwrap_or_default())?.open(ole, &wide),
        (2..=4, 2) => standard(&info, ole, &wide),
        _ => Err(Reason::UnknownProtection),
    };
    match opened {
        Err(Reason::WrongPassword) if password.is_none() => Err(Reason::Protected),
        other => other,
    }
}

fn standard(info: &[u8], ole: &Ole<'_>, password: &[u8]) -> Result<Vec<u8>, Reason> {
    const AES: std::ops::RangeInclusive<u32> = 0x660E..=0x6610;
    const BROKEN: Reason = Reason::Broken(None);
    let header_size = u32_at(info, 8)? as usize;
    let header = info.get(12..).and_then(|rest| rest.get(..header_size)).ok_or(BROKEN)?;
    let verifier = &info[12 + header_size..];
    let key_bits = u32_at(header, 16)?;
    if !AES.contains(&u32_at(header, 8)?) || !matches!(key_bits, 128 | 192 | 256) {
        return Err(Reason::UnknownProtection);
    }
    let salt = verifier.get(4..20).ok_or(BROKEN)?;
    let mut proof = verifier.get(20..36).ok_or(BROKEN)?.to_vec();
    let mut proof_hash = verifier.get(40..72).ok_or(BROKEN)?.to_vec();

    let hashed = rounds(Hash::Sha1, salt, password, ROUNDS);
    let hashed = Hash::Sha1.of(&[&hashed, &[0; 4]]);
    let half = |pad: u8| {
        let mut block = [pad; 64];
        for (byte, hashed) in block.iter_mut().zip(&hashed) {
            *byte ^= hashed;
        }
        Hash::Sha1.of(&[&block])
    };
    let mut key = half(0x36);
    key.extend(half(0x5C));
    key.truncate(key_bits as usize / 8);

    let cipher = Cipher::new(&key).ok_or(Reason::UnknownProtection)?;
    cipher.decrypt(&mut proof, None);
    cipher.decrypt(&mut proof_hash, None);
    if !proof_hash.starts_with(&Hash::Sha1.of(&[&proof])) {
        return Err(Reason::WrongPassword);
    }
    package(ole, |content| cipher.decrypt(content, None))
}

/// What the agile way says of itself.
#[derive(Default)]
struct Agile {
    package: Keyed,
    password: Keyed,
    rounds: u32,
    proof: Vec<u8>,
    proof_hash: Vec<u8>,
    key: Vec<u8>,
}

/// A salt, a hash and the length of a key.
#[derive(Default)]
struct Keyed {
    salt: Vec<u8>,
    hash: Hash,
    key_bytes: usize,
}

impl Agile {
    fn read(xml: &[u8]) -> Result<Self, Reason> {
        let mut agile = Self::default();
        let mut reader = Reader::from_reader(xml);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).map_err(|_| Reason::Broken(None))? {
                Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                    "keyData" => agile.package = Keyed::read(&element)?,
                    // Of several keys the first is that of the password; the others are of certificates.
                    "encryptedKey" if agile.key.is_empty() => {
                        agile.password = Keyed::read(&element)?;
                        agile.rounds = number(&element, "spinCount")?;
                        agile.proof = bytes(&element, "encryptedVerifierHashInput")?;
                        agile.proof_hash = bytes(&element, "encryptedVerifierHashValue")?;
                        agile.key = bytes(&element, "encryptedKeyValue")?;
                    }
                    _ => {}
                },
                Event::DocType(_) => return Err(Reason::Entities),
                Event::Eof => break,
                _ => {}
            }
        }
        if agile.rounds > MOST_ROUNDS { Err(Reason::UnknownProtection) } else { Ok(agile) }
    }

    fn open(mut self, ole: &Ole<'_>, password: &[u8]) -> Result<Vec<u8>, Reason> {
        const PROOF: [u8; 8] = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];
        const PROOF_HASH: [u8; 8] = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];
        const KEY: [u8; 8] = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];
        let hash = self.password.hash;
        let hashed = rounds(hash, &self.password.salt, password, self.rounds);
        let start = start_of(&self.password.salt);
        for (purpose, content) in [(PROOF, &mut self.proof), (PROOF_HASH, &mut self.proof_hash), (KEY, &mut self.key)] {
            let key = fitted(hash.of(&[&hashed, &purpose]), self.password.key_bytes);
            Cipher::new(&key).ok_or(Reason::UnknownProtection)?.decrypt(content, Some(&start));
        }
        let expected = hash.of(&[&self.proof]);
        if !self.proof_hash.starts_with(&expected) {
            return Err(Reason::WrongPassword);
        }
        self.key.truncate(self.package.key_bytes);
        let cipher = Cipher::new(&self.key).ok_or(Reason::Broken(None))?;
        package(ole, |content| {
            for (place, piece) in (0_u32..).zip(content.chunks_mut(PIECE)) {
                let start = self.package.hash.of(&[&self.package.salt, &place.to_le_bytes()]);
                cipher.decrypt(piece, Some(&start_of(&start)));
            }
        })
    }
}

impl Keyed {
    fn read(element: &BytesStart<'_>) -> Result<Self, Reason> {
        let is = |name, expected: &str| attribute(element, name).map(|value| value.as_deref() == Some(expected));
        if !is("cipherAlgorithm", "AES")? || !is("cipherChaining", "ChainingModeCBC")? {
            return Err(Reason::UnknownProtection);
        }
        let hash = match attribute(element, "hashAlgorithm")?.as_deref() {
            Some("SHA1" | "SHA-1") => Hash::Sha1,
            Some("SHA256" | "SHA-256") => Hash::Sha256,
            Some("SHA384" | "SHA-384") => Hash::Sha384,
            Some("SHA512" | "SHA-512") => Hash::Sha512,
            _ => return Err(Reason::UnknownProtection),
        };
        Ok(Self { salt: bytes(element, "saltValue")?, hash, key_bytes: number(element, "keyBits")? as usize / 8 })
    }
}

/// The package after its length, decrypted and cut to it.
fn package(ole: &Ole<'_>, decrypt: impl FnOnce(&mut [u8])) -> Result<Vec<u8>, Reason> {
    let mut content = ole.stream("EncryptedPackage")?;
    let length = u32_at(&content, 0)? as usize;
    content.drain(..8.min(content.len()));
    decrypt(&mut content);
    content.truncate(length);
    Ok(content)
}

/// The hash of salt and password, hashed again and again.
fn rounds(hash: Hash, salt: &[u8], password: &[u8], rounds: u32) -> Vec<u8> {
    let mut hashed = hash.of(&[salt, password]);
    for round in 0..rounds {
        hashed = hash.of(&[&round.to_le_bytes(), &hashed]);
    }
    hashed
}

/// As many bytes as asked for, filled up as the standard says.
fn fitted(mut bytes: Vec<u8>, length: usize) -> Vec<u8> {
    bytes.resize(length, 0x36);
    bytes
}

/// The block to which the first one is chained.
fn start_of(bytes: &[u8]) -> [u8; BLOCK] {
    let mut start = [0x36; BLOCK];
    let length = bytes.len().min(BLOCK);
    start[..length].copy_from_slice(&bytes[..length]);
    start
}

fn number(element: &BytesStart<'_>, name: &str) -> Result<u32, Reason> {
    attribute(element, name)?.and_then(|number| number.parse().ok()).ok_or(Reason::Broken(None))
}

fn bytes(element: &BytesStart<'_>, name: &str) -> Result<Vec<u8>, Reason> {
    attribute(element, name)?.and_then(|text| STANDARD.decode(text).ok()).ok_or(Reason::Broken(None))
}

#[derive(Clone, Copy, Default)]
enum Hash {
    #[default]
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    fn of(self, pieces: &[&[u8]]) -> Vec<u8> {
        fn digest<D: Digest>(pieces: &[&[u8]]) -> Vec<u8> {
            let mut digest = D::new();
            for piece in pieces {
                digest.update(piece);
            }
            digest.finalize().to_vec()
        }
        match self {
            Self::Sha1 => digest::<Sha1>(pieces),
            Self::Sha256 => digest::<Sha256>(pieces),
            Self::Sha384 => digest::<Sha384>(pieces),
            Self::Sha512 => digest::<Sha512>(pieces),
        }
    }
}

enum Cipher {
    Aes128(Aes128),
    Aes192(Aes192),
    Aes256(Aes256),
}

impl Cipher {
    /// The cipher of a key, by its length; nothing where there is none of that length.
    fn new(key: &[u8]) -> Option<Self> {
        match key.len() {
            16 => Aes128::new_from_slice(key).ok().map(Self::Aes128),
            24 => Aes192::new_from_slice(key).ok().map(Self::Aes192),
            32 => Aes256::new_from_slice(key).ok().map(Self::Aes256),
            _ => None,
        }
    }

    /// Decrypts whole blocks in place; with a start, every block is chained to the one before. What is left over stays as it is.
    fn decrypt(&self, content: &mut [u8], start: Option<&[u8; BLOCK]>) {
        let mut previous = start.copied().unwrap_or_default();
        for block in content.chunks_exact_mut(BLOCK) {
            let mut encrypted = [0; BLOCK];
            encrypted.copy_from_slice(block);
            if let Ok(block) = <&mut Array<u8, _>>::try_from(&mut *block) {
                match self {
                    Self::Aes128(cipher) => cipher.decrypt_block(block),
                    Self::Aes192(cipher) => cipher.decrypt_block(block),
                    Self::Aes256(cipher) => cipher.decrypt_block(block),
                }
            }
            if start.is_some() {
                for (byte, before) in block.iter_mut().zip(&previous) {
                    *byte ^= before;
                }
                previous = encrypted;
            }
        }
    }
}
