//! Numbers, bytes and texts as lib0 writes them: read without ever trusting a length, written in the shortest form.

use thiserror::Error;

/// Why bytes could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WireError {
    /// A value, or what its length announces, goes beyond the last byte.
    #[error("the bytes end too early")]
    End,
    /// A number is larger than its field, or not in its shortest form.
    #[error("a number is too large or written too long")]
    Number,
    /// A text is not UTF-8.
    #[error("a text is not UTF-8")]
    Text,
    /// A byte that says whether an optional field follows is neither 0 nor 1.
    #[error("a choice is neither absent nor present")]
    Choice,
}

/// A place in some bytes. Every length is compared with what is left before anything is taken.
#[derive(Debug, Clone)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Reader { bytes, at: 0 }
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn left(&self) -> usize {
        self.bytes.len() - self.at
    }

    pub(crate) fn byte(&mut self) -> Result<u8, WireError> {
        let byte = *self.bytes.get(self.at).ok_or(WireError::End)?;
        self.at += 1;
        Ok(byte)
    }

    pub(crate) fn take(&mut self, length: u64) -> Result<&'a [u8], WireError> {
        let length = usize::try_from(length).map_err(|_| WireError::End)?;
        let rest = &self.bytes[self.at..];
        let taken = rest.get(..length).ok_or(WireError::End)?;
        self.at += length;
        Ok(taken)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], WireError> {
        let taken = self.take(N as u64)?;
        taken.try_into().map_err(|_| WireError::End)
    }

    /// A number of up to 64 bits. A longer form than needed is refused, so that equal values have equal bytes.
    pub(crate) fn varuint(&mut self) -> Result<u64, WireError> {
        let mut number = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let part = u64::from(byte & 0x7f);
            if part << shift >> shift != part {
                return Err(WireError::Number);
            }
            number |= part << shift;
            if byte < 0x80 {
                return if byte == 0 && shift > 0 { Err(WireError::Number) } else { Ok(number) };
            }
        }
        Err(WireError::Number)
    }

    pub(crate) fn varuint32(&mut self) -> Result<u32, WireError> {
        u32::try_from(self.varuint()?).map_err(|_| WireError::Number)
    }

    /// Passes over a signed number that JavaScript holds exactly, in its shortest form.
    pub(crate) fn skip_varint(&mut self) -> Result<(), WireError> {
        let first = self.byte()?;
        if first < 0x80 {
            return Ok(());
        }
        let rest = self.varuint()?;
        // the first byte holds the sign and six bits, so 47 are left of 53
        if rest == 0 || rest >> 47 != 0 { Err(WireError::Number) } else { Ok(()) }
    }

    pub(crate) fn buffer(&mut self) -> Result<&'a [u8], WireError> {
        let length = self.varuint()?;
        self.take(length)
    }

    pub(crate) fn text(&mut self) -> Result<&'a str, WireError> {
        std::str::from_utf8(self.buffer()?).map_err(|_| WireError::Text)
    }

    /// One byte that says whether the field follows, and the field.
    pub(crate) fn optional<T, E: From<WireError>>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<Option<T>, E> {
        match self.byte()? {
            0 => Ok(None),
            1 => read(self).map(Some),
            _ => Err(WireError::Choice.into()),
        }
    }
}

pub(crate) fn put_varuint(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

pub(crate) fn put_buffer(out: &mut Vec<u8>, bytes: &[u8]) {
    put_varuint(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

pub(crate) fn put_optional<T>(out: &mut Vec<u8>, field: Option<&T>, put: impl FnOnce(&mut Vec<u8>, &T)) {
    out.push(u8::from(field.is_some()));
    if let Some(field) = field {
        put(out, field);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r12_a_number_is_read_back_in_its_shortest_form_only() {
        for number in [0, 1, 127, 128, 16_383, 16_384, u64::from(u32::MAX), (1 << 53) - 1, u64::MAX] {
            let mut out = Vec::new();
            put_varuint(&mut out, number);
            assert_eq!(Reader::new(&out).varuint(), Ok(number));
        }
        for (bytes, error) in [
            (&[][..], WireError::End),
            (&[0x80], WireError::End),
            (&[0x80, 0x00], WireError::Number),
            (&[0xff, 0x80, 0x00], WireError::Number),
            (&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02], WireError::Number),
            (&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x81, 0x00], WireError::Number),
        ] {
            assert_eq!(Reader::new(bytes).varuint(), Err(error), "{bytes:?}");
        }
    }

    #[test]
    fn r12_a_length_beyond_the_end_takes_nothing() {
        let mut reader = Reader::new(&[0xff, 0xff, 0xff, 0xff, 0x0f, 1, 2]);
        assert_eq!(reader.buffer(), Err(WireError::End));
        assert_eq!(Reader::new(&[1, 0xff]).text(), Err(WireError::Text));
        assert_eq!(Reader::new(&[2, 1]).optional(|reader| reader.byte()), Err(WireError::Choice));
    }
}
