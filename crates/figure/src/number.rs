//! A number in a picture.

use std::fmt::{self, Display, Write};

/// A number with at most two places after the point. It is written from whole hundredths: a wall of charts has thousands,
/// and the standard way looks for the shortest text of each.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number(pub(crate) f64);

/// Beyond it, hundredths are not told apart.
const EXACT: f64 = 9e15;

impl Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = (self.0 * 100.0).round();
        if hundredths.is_nan() || hundredths.abs() > EXACT {
            return write!(formatter, "{}", hundredths / 100.0);
        }
        if hundredths < 0.0 {
            formatter.write_char('-')?;
        }
        let size = hundredths.abs() as u64;
        match (size / 100, size % 100) {
            (whole, 0) => write!(formatter, "{whole}"),
            (whole, rest) if rest % 10 == 0 => write!(formatter, "{whole}.{}", rest / 10),
            (whole, rest) => write!(formatter, "{whole}.{rest:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l11_a_number_is_written_as_the_standard_way_does() {
        for value in
            [0.0, -0.0, -0.001, 0.005, 1.0, -1.5, 12.34, 12.345, 12.05, -0.07, 1e6, 99.999, 1e17, -1e300]
        {
            let rounded = (value * 100.0_f64).round() / 100.0 + 0.0;
            assert_eq!(Number(value).to_string(), rounded.to_string(), "{value}");
        }
        assert_eq!(Number(f64::NAN).to_string(), "NaN");
    }
}
