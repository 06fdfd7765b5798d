//! Whether a text looks as if it held an NHS number: ten digits whose last one checks the others (modulus 11).

/// Digits of an NHS number.
const DIGITS: usize = 10;

/// Whether a text holds ten digits, together or parted by single spaces, points or dashes, that check out as an NHS
/// number. Longer rows of digits are other numbers.
pub fn looks_like_nhs_number(text: &str) -> bool {
    rows(text).iter().any(|row| row.len() == DIGITS && checks_out(row))
}

/// Rows of digits, single separators between them left out.
fn rows(text: &str) -> Vec<Vec<u32>> {
    let (mut rows, mut parted) = (vec![Vec::new()], true);
    for letter in text.chars() {
        if let Some(digit) = letter.to_digit(10) {
            if let Some(row) = rows.last_mut() {
                row.push(digit);
            }
            parted = false;
        } else if parted || !is_separator(letter) {
            rows.push(Vec::new());
            parted = true;
        } else {
            parted = true;
        }
    }
    rows
}

fn is_separator(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '.' | '-' | '\u{2010}'..='\u{2014}')
}

fn checks_out(digits: &[u32]) -> bool {
    let weighted: u32 =
        digits[..DIGITS - 1].iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    match 11 - weighted % 11 {
        11 => digits[DIGITS - 1] == 0,
        // there is no such number
        10 => false,
        check => digits[DIGITS - 1] == check,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c4_ten_digits_that_check_out_look_like_an_nhs_number() {
        for (text, expected) in [
            ("9434765919", true),
            ("Please see 943 476 5919 about it", true),
            ("943-476-5919.", true),
            ("(943–476–5919)", true),
            ("9434765918", false),
            ("94347659190", false),
            ("943  476  5919", false),
            ("943476591", false),
            ("9000000009", true),
            ("1234567890", false),
            ("9434765919\n", true),
            ("", false),
            ("02920 123 456 and 9434765919", true),
        ] {
            assert_eq!(looks_like_nhs_number(text), expected, "{text:?}");
        }
    }
}
