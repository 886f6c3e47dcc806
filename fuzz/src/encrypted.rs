//! A package encrypted with a password in the agile way of Office, so that the fuzzer starts from one that opens.
//! Source: MS-OFFCRYPTO 2.3.4.10 to 2.3.4.15.

use aes::Aes128;
use aes::cipher::{Array, BlockCipherEncrypt, KeyInit};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha1::{Digest, Sha1};

use crate::compound;

/// The password of every encrypted workbook here.
pub const PASSWORD: &str = "password";
const BLOCK: usize = 16;
const PIECE: usize = 4096;
const SALT: [u8; BLOCK] = *b"daichodaichodaic";
const KEY: [u8; BLOCK] = *b"a key that is no";

/// A compound file with that package, encrypted.
pub fn make(package: &[u8]) -> Vec<u8> {
    // One round of hashing is as good as a hundred thousand to a fuzzer, and faster.
    let hashed = sha1(&[&SALT, &PASSWORD.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()]);
    let hashed = sha1(&[&0_u32.to_le_bytes(), &hashed]);
    let sealed = |purpose: [u8; 8], content: &[u8]| {
        let key: [u8; BLOCK] = sha1(&[&hashed, &purpose])[..BLOCK].try_into().expect("a hash is longer than a key");
        STANDARD.encode(encrypt(&key, &SALT, content))
    };
    let proof = *b"sixteen letters.";
    let proof_hash = [sha1(&[&proof]), vec![0; 12]].concat();
    let salt = STANDARD.encode(SALT);
    let algorithm = r#"saltSize="16" blockSize="16" keyBits="128" hashSize="20" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA1""#;
    let input = sealed([0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79], &proof);
    let value = sealed([0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E], &proof_hash);
    let key = sealed([0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6], &KEY);
    let xml = format!(
        r#"<?xml version="1.0"?><encryption xmlns="e" xmlns:p="p"><keyData {algorithm} saltValue="{salt}"/><keyEncryptors><keyEncryptor uri="p"><p:encryptedKey spinCount="1" {algorithm} saltValue="{salt}" encryptedVerifierHashInput="{input}" encryptedVerifierHashValue="{value}" encryptedKeyValue="{key}"/></keyEncryptor></keyEncryptors></encryption>"#
    );
    let mut info = vec![4, 0, 4, 0, 0x40, 0, 0, 0];
    info.extend(xml.as_bytes());
    // What follows the XML in its stream must not be taken for more of it.
    info.resize(info.len().max(4096), b' ');
    let mut content = u64::try_from(package.len()).expect("a short package").to_le_bytes().to_vec();
    for (place, piece) in (0_u32..).zip(package.chunks(PIECE)) {
        let start: [u8; BLOCK] = sha1(&[&SALT, &place.to_le_bytes()])[..BLOCK].try_into().expect("a hash is longer than a block");
        content.extend(encrypt(&KEY, &start, piece));
    }
    compound::make(&[("EncryptionInfo", info), ("EncryptedPackage", content)])
}

fn sha1(pieces: &[&[u8]]) -> Vec<u8> {
    let mut digest = Sha1::new();
    pieces.iter().for_each(|piece| digest.update(piece));
    digest.finalize().to_vec()
}

/// Blocks chained one to the other, the last one filled up with zeros.
fn encrypt(key: &[u8; BLOCK], start: &[u8; BLOCK], content: &[u8]) -> Vec<u8> {
    let cipher = Aes128::new_from_slice(key).expect("a key of that cipher");
    let mut content = content.to_vec();
    content.resize(content.len().next_multiple_of(BLOCK), 0);
    let mut before = *start;
    for block in content.chunks_exact_mut(BLOCK) {
        for (byte, before) in block.iter_mut().zip(before) {
            *byte ^= before;
        }
        cipher.encrypt_block(<&mut Array<u8, _>>::try_from(&mut *block).expect("a whole block"));
        before.copy_from_slice(block);
    }
    content
}
