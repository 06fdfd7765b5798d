//! Every language says the same things, with the same values (rule W9).

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::{fs, path::Path};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use model::Level;
use words::{Day, Language, Words};

type Said = BTreeMap<String, BTreeSet<String>>;

/// The messages of a language, each with the values it names.
fn said(language: &str) -> Said {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("messages").join(language);
    let mut said = Said::new();
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        for entry in parser::parse(text).unwrap().body {
            if let Entry::Message(message) = entry {
                let mut values = BTreeSet::new();
                gather(&message.value.unwrap(), &mut values);
                said.insert(message.id.name, values);
            }
        }
    }
    said
}

fn gather(pattern: &Pattern<String>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (inline, variants) = match expression {
            Expression::Inline(inline) => (inline, None),
            Expression::Select { selector, variants } => (selector, Some(variants)),
        };
        if let InlineExpression::VariableReference { id } = inline {
            values.insert(id.name.clone());
        }
        variants.into_iter().flatten().for_each(|variant| gather(&variant.value, values));
    }
}

#[test]
fn w9_every_language_has_the_same_messages_with_the_same_values() {
    let [english, welsh] = ["en", "cy"].map(said);
    let only = |a: &Said, b: &Said| a.keys().filter(|id| !b.contains_key(*id)).cloned().collect::<Vec<_>>();
    assert_eq!(only(&english, &welsh), Vec::<String>::new(), "not said in Welsh");
    assert_eq!(only(&welsh, &english), Vec::<String>::new(), "said in Welsh alone");
    for (id, values) in &english {
        assert_eq!(&welsh[id], values, "{id}");
    }
}

#[test]
fn w9_dates_and_numbers_are_those_of_the_language() {
    let day = Day { year: 2026, month: 11, day: 22 };
    for (language, long, short) in
        [(Language::English, "22 November 2026", "22 Nov"), (Language::Welsh, "22 Tachwedd 2026", "22 Tach")]
    {
        let words = Words::new(language);
        assert_eq!((words.date(day).as_str(), words.date_short(day).as_str()), (long, short));
        assert_eq!(words.number(-12345.5), "−12,345.5");
    }
}

#[test]
fn w9_a_language_is_known_by_its_tag() {
    for (tag, language) in [
        ("cy", Some(Language::Welsh)),
        ("cy-GB", Some(Language::Welsh)),
        ("EN_us", Some(Language::English)),
        ("de", None),
        ("", None),
    ] {
        assert_eq!(Language::of_tag(tag), language, "{tag}");
    }
}

#[test]
fn w9_a_page_of_the_relay_speaks_as_its_browser_likes_best() {
    for (header, language) in [
        ("", Language::English),
        ("de", Language::English),
        ("cy-GB,cy;q=0.9,en;q=0.8", Language::Welsh),
        ("en-GB,en;q=0.9,cy;q=0.8", Language::English),
        ("en;q=0.1, cy;q=0.7", Language::Welsh),
        ("de, cy;q=0.5", Language::Welsh),
        ("cy;q=0", Language::English),
        ("cy;q=much, *", Language::English),
    ] {
        assert_eq!(Language::accepted(header), language, "{header}");
    }
}

#[test]
fn w9_an_outline_says_what_it_brings() {
    let columns = [(Level::Aim, 1), (Level::Primary, 2), (Level::Secondary, 3), (Level::Idea, 6)];
    for (language, shared, unlinked, expected) in [
        (Language::English, 0, 0, "1 aim, 2 primary drivers, 3 secondary drivers, 6 change ideas"),
        (
            Language::English,
            1,
            2,
            "1 aim, 2 primary drivers, 3 secondary drivers, 6 change ideas; 1 under more than one; 2 not linked yet",
        ),
        (Language::Welsh, 0, 0, "1 nod, 2 brif yrrwr, 3 gyrrwr eilaidd, 6 syniad am newid"),
    ] {
        assert_eq!(Words::new(language).outline_brings(&columns, shared, unlinked), expected);
    }
}

#[test]
fn w9_counts_take_the_form_that_the_number_asks_for() {
    let [english, welsh] = Language::ALL.map(Words::new);
    for (level, count, in_english, in_welsh) in [
        ("aim", 1, "1 aim", "1 nod"),
        ("primary", 1, "1 primary driver", "1 prif yrrwr"),
        ("primary", 2, "2 primary drivers", "2 brif yrrwr"),
        ("primary", 3, "3 primary drivers", "3 phrif yrrwr"),
        ("secondary", 2, "2 secondary drivers", "2 yrrwr eilaidd"),
        ("tertiary", 6, "6 tertiary drivers", "6 gyrrwr trydyddol"),
        ("idea", 12, "12 change ideas", "12 syniad am newid"),
    ] {
        let said = (english.level_count(level, count), welsh.level_count(level, count));
        assert_eq!(said, (in_english.to_owned(), in_welsh.to_owned()));
    }
    for (under, count, in_english, in_welsh) in [
        (0, 2, "Deleted 2 cards.", "Dilëwyd 2 gerdyn."),
        (
            1,
            3,
            "Deleted 3 cards and 1 card under them.",
            "Dilëwyd 3 cherdyn. Dilëwyd 1 cerdyn oddi tanynt hefyd.",
        ),
        (
            6,
            4,
            "Deleted 4 cards and 6 cards under them.",
            "Dilëwyd 4 cerdyn. Dilëwyd 6 cherdyn oddi tanynt hefyd.",
        ),
    ] {
        let said = (english.cards_deleted(under, count), welsh.cards_deleted(under, count));
        assert_eq!(said, (in_english.to_owned(), in_welsh.to_owned()));
    }
    for (count, in_english, in_welsh) in [
        (
            1,
            ["1 comment", "1 measure", "1 test", "1 resolved – show"],
            ["1 sylw", "1 mesur", "1 prawf", "1 wedi’i ddatrys – dangos"],
        ),
        (
            2,
            ["2 comments", "2 measures", "2 tests", "2 resolved – show"],
            ["2 sylw", "2 fesur", "2 brawf", "2 wedi’u datrys – dangos"],
        ),
        (
            3,
            ["3 comments", "3 measures", "3 tests", "3 resolved – show"],
            ["3 sylw", "3 mesur", "3 phrawf", "3 wedi’u datrys – dangos"],
        ),
    ] {
        let said = [english, welsh].map(|words| {
            [
                words.count_comments(count),
                words.count_measures(count),
                words.count_tests(count),
                words.comments_resolved(count),
            ]
        });
        assert_eq!(said, [in_english.map(str::to_owned), in_welsh.map(str::to_owned)]);
    }
    assert_eq!(english.card_text_under("idea", "Flow"), "Text of change idea, under Flow");
    assert_eq!(welsh.card_text_under("idea", "Llif"), "Testun y syniad am newid, o dan Llif");
}
