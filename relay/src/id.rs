//! Names of projects, links and sessions, and the randomness they are made of.

use std::{fmt, sync::Arc};

use document::protocol::{Key, Resume};

/// A project's name in addresses: 26 characters of `a–z 2–7`, 128 random bits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProjectId(Arc<str>);

/// A link row's name in the links API: like a project's.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LinkId(Arc<str>);

/// A session's number on this relay, from 1 since its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionId(pub u64);

/// The longest name that is looked up at all.
const LONGEST: usize = 64;

macro_rules! name {
    ($name:ident) => {
        impl $name {
            /// A new random name.
            pub fn random() -> Self {
                Self(base32(&random::<16>()).into())
            }

            /// Reads a name: 1 to 64 characters of `a–z 0–9 _ -` in any case.
            pub fn parse(text: &str) -> Option<Self> {
                let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
                let sound = (1..=LONGEST).contains(&text.len()) && text.bytes().all(allowed);
                sound.then(|| Self(text.into()))
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

name!(ProjectId);
name!(LinkId);

/// A new key of 160 random bits: 32 characters of `a–z 2–7`. No sign that a chat program would cut from the end
/// of an address, no letter that a person confuses with a digit.
pub fn new_key() -> Key {
    Key(base32(&random::<20>()))
}

/// A new secret by which a page takes its client id back.
pub fn new_resume() -> Resume {
    Resume(random())
}

/// A new epoch of 53 random bits, which JavaScript and SQLite hold exactly.
pub fn new_epoch() -> u64 {
    u64::from_le_bytes(random()) >> 11
}

/// A new client id for a Doc of the relay's own: like an epoch, 53 random bits.
pub fn new_client_id() -> u64 {
    new_epoch()
}

/// Random bytes from the operating system.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

fn base32(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let bit = |place: usize| bytes.get(place / 8).map_or(0, |byte| byte >> (7 - place % 8) & 1);
    let digit = |place: usize| (0..5).fold(0, |digit, step| digit << 1 | bit(place * 5 + step));
    (0..(bytes.len() * 8).div_ceil(5)).map(|place| ALPHABET[usize::from(digit(place))] as char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r7_a_key_has_160_bits_of_letters_that_survive_a_chat() {
        assert_eq!(base32(b"foobar"), "mzxw6ytboi");
        assert_eq!(new_key().0.len(), 32);
        assert_ne!(new_key(), new_key());
        assert_eq!(ProjectId::random().as_str().len(), 26);
    }

    #[test]
    fn r12_only_short_plain_names_are_looked_up() {
        for bad in ["", "a/b", "a b", "é", "..", &"x".repeat(65)] {
            assert_eq!(ProjectId::parse(bad), None, "{bad}");
        }
        assert!(ProjectId::parse(ProjectId::random().as_str()).is_some());
    }
}
