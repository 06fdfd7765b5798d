//! What a file is before anything in it is understood: a package of parts that unpack to no more than may be.

use std::io::{Cursor, Read, copy, sink};

use zip::{ZipArchive, result::ZipError};

use super::{LARGEST, Refusal};

/// How a package of Office begins.
const PACKAGE: &[u8] = b"PK";
/// How what Office 97 to 2003 wrote begins; packages that a password protects stand in such a one.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// The stream that holds a protected package.
const PROTECTED: &str = "EncryptedPackage";

/// The part that every package has.
const TYPES: &str = "[content_types].xml";
/// The part with the texts of all cells, and the attribute that counts them.
const STRINGS: &str = "sharedstrings.xml";
const COUNT: &[u8] = b"uniqueCount";

/// The most parts of a package: some for each sheet, and pictures.
const MOST_PARTS: usize = 10_000;

/// Whether a file wants to be a workbook, of whatever age, rather than a text.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(COMPOUND)
}

/// Whether it is a package with a workbook in it, all of whose parts together may be unpacked. What a package says of
/// its own sizes is not believed: every part is unpacked once, and nothing of it is kept.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.starts_with(COMPOUND) {
        let protected: Vec<u8> = PROTECTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_protected = bytes.windows(protected.len()).any(|window| window == protected);
        return Err(if is_protected { Refusal::Encrypted } else { Refusal::Old });
    }
    if !bytes.starts_with(PACKAGE) {
        return Err(Refusal::NotAWorkbook);
    }
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(refusal)?;
    if package.len() > MOST_PARTS {
        return Err(Refusal::UnpacksTooLarge);
    }
    let mut left = LARGEST;
    let mut has_types = false;
    for place in 0..package.len() {
        let part = package.by_index(place).map_err(refusal)?;
        let name = part.name().map_err(refusal)?.to_lowercase();
        has_types |= name == TYPES;
        let mut part = part.take(left + 1);
        let mut text = Vec::new();
        let unpacked = match name.ends_with(STRINGS) {
            true => part.read_to_end(&mut text).map(|length| length as u64),
            false => copy(&mut part, &mut sink()),
        };
        left = left.checked_sub(unpacked.map_err(|_| Refusal::Damaged)?).ok_or(Refusal::UnpacksTooLarge)?;
        if !counts_truly(&text) {
            return Err(Refusal::Damaged);
        }
    }
    if has_types { Ok(()) } else { Err(Refusal::NotAWorkbook) }
}

/// Whether the list of texts says no more of its length than may be true: room for so many is made before the first is
/// read.
fn counts_truly(text: &[u8]) -> bool {
    // in a text in which neither stands, letters of this name stand beside each other in every encoding
    if text.iter().any(|byte| matches!(byte, 0 | 0x1b)) {
        return false;
    }
    let said = text.windows(COUNT.len()).enumerate().filter(|(_, window)| *window == COUNT);
    said.map(|(place, _)| &text[place + COUNT.len()..]).all(|behind| {
        let is_sign = |byte: &&u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'"' | b'\'' | b'+');
        let digits = behind.iter().skip_while(is_sign).take_while(|byte| byte.is_ascii_digit());
        let count = digits
            .fold(0_usize, |count, digit| count.saturating_mul(10).saturating_add(usize::from(digit - b'0')));
        // `<si/>` is the shortest of them
        count <= text.len() / 5
    })
}

fn refusal(error: ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Refusal::Encrypted
        }
        _ => Refusal::Damaged,
    }
}
