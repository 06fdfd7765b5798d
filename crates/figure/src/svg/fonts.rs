//! How an SVG comes by its letters: by the font's name, or with the font inside.

use std::fmt::{self, Display, Write};

use crate::text::{FAMILY, Weight};

/// Where the letters come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fonts<'a> {
    /// From the page or the system, which may have the font or a similar one.
    Named,
    /// From the picture itself: the two files as WOFF2.
    Embedded {
        /// The letters of weight 400.
        regular: &'a [u8],
        /// The letters of weight 600.
        semibold: &'a [u8],
    },
}

/// Writes what makes embedded fonts known; nothing for named ones.
pub(super) fn write(fonts: Fonts<'_>, out: &mut String) -> fmt::Result {
    let Fonts::Embedded { regular, semibold } = fonts else { return Ok(()) };
    out.write_str("<style>")?;
    for (weight, face) in [(Weight::Regular, regular), (Weight::Semibold, semibold)] {
        write!(
            out,
            "@font-face{{font-family:'{FAMILY}';font-weight:{};src:url(data:font/woff2;base64,{}) format('woff2')}}",
            weight.number(),
            Base64(face)
        )?;
    }
    out.write_str("</style>\n")
}

/// Bytes as the letters of a data address.
struct Base64<'a>(&'a [u8]);

impl Display for Base64<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for three in self.0.chunks(3) {
            let byte = |place: usize| u32::from(three.get(place).copied().unwrap_or_default());
            let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
            for place in 0..4 {
                let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
                // Three bytes are four letters; for each byte that is missing stands a sign.
                formatter.write_char(if place > three.len() { '=' } else { char::from(letter) })?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l11_a_picture_carries_its_fonts() {
        let faces = Fonts::Embedded { regular: b"one", semibold: b"four" };
        let mut text = String::new();
        write(faces, &mut text).unwrap();
        assert!(text.contains("font-weight:400;src:url(data:font/woff2;base64,b25l)"), "{text}");
        assert!(text.contains("font-weight:600;src:url(data:font/woff2;base64,Zm91cg==)"), "{text}");
        text.clear();
        write(Fonts::Named, &mut text).unwrap();
        assert_eq!(text, "");
    }

    #[test]
    fn l11_bytes_become_the_letters_of_a_data_address() {
        for (bytes, letters) in [
            (&b""[..], ""),
            (b"f", "Zg=="),
            (b"fo", "Zm8="),
            (b"foo", "Zm9v"),
            (b"\xff\xfe\xfd\x00", "//79AA=="),
        ] {
            assert_eq!(Base64(bytes).to_string(), letters);
        }
    }
}
