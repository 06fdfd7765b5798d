use super::*;

const CARD: Font = Font { weight: Weight::Regular, size: 16.0 };
const AIM: Font = Font { weight: Weight::Semibold, size: 18.0 };

/// Wraps and shows the lines, each between bars.
fn check(text: &str, width: f64, expect: &str) {
    let lines: Vec<&str> = wrap(text, CARD, width).iter().map(|line| &text[line.range.clone()]).collect();
    assert_eq!(lines.join("|"), expect, "{text} in {width}");
}

/// Texts that are hard to measure and to break.
const ODD: [&str; 12] = [
    "",
    " ",
    "   leading and trailing   ",
    "שלום עולם, זה טקסט מימין לשמאל",
    "مرحبا بالعالم هذا نص من اليمين إلى اليسار",
    "👩🏽‍⚕️👨‍👩‍👧‍👦 family 🇬🇧🇫🇷 1️⃣",
    "zero\u{200b}width\u{200d}joiners\u{feff} and \u{202e}overrides\u{202c}",
    "e\u{301}\u{301}\u{301}\u{301} combining",
    "中文没有空格也要换行因为它可以在任何地方断开",
    "two\nlines\r\nand\u{2028}three\n",
    "\u{0}control\u{7}",
    "\u{10ffff}\u{e000}𒐫﷽",
];

#[test]
fn l1_widths_are_the_sums_of_the_fonts_advances() {
    let table = [("Driver", CARD, 41.888), ("ŵŷ", CARD, 18.128), ("≥ 95 %", AIM, 59.868), ("", CARD, 0.0)];
    for (text, font, expect) in table {
        assert!((measure(text, font) - expect).abs() < 1e-9, "{text} {}", measure(text, font));
    }
}

#[test]
fn l1_an_emoji_counts_once_and_joiners_not_at_all() {
    let one = measure("🙂", CARD);
    for same in ["👨‍👩‍👧‍👦", "👩🏽‍⚕️", "🇬🇧", "1️⃣"] {
        assert_eq!(measure(same, CARD), one, "{same}");
    }
    assert_eq!(measure("a\u{200b}b\u{200d}\u{feff}", CARD), measure("ab", CARD));
    assert_eq!(measure("ŵ", CARD), measure("w\u{302}", CARD));
}

#[test]
fn l2_lines_break_where_unicode_allows_and_spaces_vanish() {
    check("Both teams know who is waiting and why", 190.0, "Both teams know who is|waiting and why");
    check("red-amber-green prompt", 100.0, "red-amber-|green prompt");
    check("one   two", 30.0, "one|two");
    check("one\u{a0}two", 60.0, "one\u{a0}two");
    check("first\nsecond", 500.0, "first|second");
    check("", 100.0, "");
    check("   ", 100.0, "");
}

#[test]
fn l2_a_word_longer_than_a_line_breaks_between_graphemes() {
    check("abcdefghij", 40.0, "abcd|efghij");
    check("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 50.0, "👨‍👩‍👧‍👦👨‍👩‍👧‍👦|👨‍👩‍👧‍👦");
    check("w\u{302}w\u{302}", 1.0, "w\u{302}|w\u{302}");
    check("a abcdefghij b", 40.0, "a|abcd|efghij|b");
}

#[test]
fn l2_lines_cover_the_text_in_order_and_fit() {
    let long = "x".repeat(10_000);
    for text in ODD.into_iter().chain([long.as_str()]) {
        for width in [1.0, 37.5, 120.0, 1e6] {
            let lines = wrap(text, CARD, width);
            assert!(!lines.is_empty(), "{text}");
            let mut end = 0;
            for line in &lines {
                assert!(text[end..line.range.start].chars().all(breaking_space), "{text} {lines:?}");
                let shown = &text[line.range.clone()];
                assert!(line.width <= width || shown.graphemes(true).count() == 1, "{shown} {width}");
                assert!((line.width - measure(shown, CARD)).abs() < 1e-6, "{shown}");
                end = line.range.end;
            }
            assert!(text[end..].chars().all(breaking_space), "{text}");
        }
    }
}
