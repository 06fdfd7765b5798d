//! What is no workbook, or would take more than may be.

use std::collections::BTreeSet;

use model::measure::Value;
use publish::xlsx::{LARGEST, MOST_SHEETS, Refusal, is_workbook, read, write};
use words::{Language, Words};

use crate::made::{ENGLISH, changed, measure, packed, parts};

const SHEET: &str = "xl/worksheets/sheet2.xml";

fn workbook() -> Vec<u8> {
    let values = vec![("2026-05-04", Value::Number(1.0), "x", false)];
    write([&measure("Waits", values)], ENGLISH).unwrap()
}

/// The sheet with this in the place of its rows.
fn with_rows(rows: &str) -> Vec<u8> {
    changed(&workbook(), SHEET, |text| {
        let (before, rest) = text.split_once("<sheetData>").unwrap();
        let (_, behind) = rest.split_once("</sheetData>").unwrap();
        format!("{before}<sheetData>{rows}</sheetData>{behind}")
    })
}

fn emptied() -> Vec<u8> {
    let empty = |text: String| {
        let (before, rest) = text.split_once("<sheetData>").unwrap();
        format!("{before}<sheetData>{}", &rest[rest.find("</sheetData>").unwrap()..])
    };
    changed(&changed(&workbook(), SHEET, empty), "xl/worksheets/sheet1.xml", empty)
}

fn without(name: &str) -> Vec<u8> {
    let parts = parts(&workbook());
    let others = parts.iter().filter(|(own, _)| own != name);
    packed(others.map(|(name, content)| (name.as_str(), &content[..])))
}

fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0];
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

/// A workbook that needs a password in the way of zip.
fn locked() -> Vec<u8> {
    let mut workbook = workbook();
    for (mark, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let place = workbook.windows(4).position(|window| window == mark).unwrap();
        workbook[place + flags] |= 1;
    }
    workbook
}

#[test]
fn x43_each_refusal_has_its_reason() {
    let sound = workbook();
    let counted = |count: &str| {
        changed(&sound, "xl/sharedStrings.xml", |text| {
            let (before, rest) = text.split_once("uniqueCount=\"").unwrap();
            let (_, behind) = rest.split_once('"').unwrap();
            format!("{before}uniqueCount=\"{count}\"{behind}")
        })
    };
    let zeros = vec![0; 50_000_000];
    for (what, bytes, expected) in [
        ("nothing", vec![], Refusal::NotAWorkbook),
        ("a text", b"date,value\n2026-05-04,1\n".to_vec(), Refusal::NotAWorkbook),
        ("any package", packed([("a.txt", &b"x"[..])]), Refusal::NotAWorkbook),
        ("a document", packed([("[Content_Types].xml", &b"<Types/>"[..])]), Refusal::NotAWorkbook),
        ("an old workbook", compound("Workbook"), Refusal::Old),
        ("a protected workbook", compound("EncryptedPackage"), Refusal::Encrypted),
        ("a locked package", locked(), Refusal::Encrypted),
        ("half a workbook", sound[..sound.len() / 2].to_vec(), Refusal::Damaged),
        ("a workbook without a sheet it names", without(SHEET), Refusal::Damaged),
        ("a sheet that breaks off", changed(&sound, SHEET, |text| text[..300].to_owned()), Refusal::Damaged),
        ("a list of texts that promises too much", counted("99999999999999999"), Refusal::Damaged),
        (
            "many sheets",
            changed(&sound, "xl/workbook.xml", |text| {
                let more = "<sheet name=\"x\" sheetId=\"1\" r:id=\"rId1\"/>".repeat(MOST_SHEETS);
                text.replace("</sheets>", &format!("{more}</sheets>"))
            }),
            Refusal::TooManySheets,
        ),
        ("empty sheets", emptied(), Refusal::Empty),
        (
            "a bomb of parts",
            packed([("a", &zeros[..]), ("b", &zeros), ("c", &zeros)]),
            Refusal::UnpacksTooLarge,
        ),
        (
            "a sheet that is too high",
            with_rows("<row r=\"1048576\"><c t=\"n\"><v>1</v></c></row>"),
            Refusal::TooLong,
        ),
        (
            "a sheet of blanks that is too wide",
            with_rows(
                &(1..100).map(|row| format!("<row><c r=\"XFD{row}\"><v>1</v></c></row>")).collect::<String>(),
            ),
            Refusal::TooLong,
        ),
    ] {
        assert_eq!(read(&bytes).err(), Some(expected), "{what}");
    }
    assert!(LARGEST < 150_000_000 && read(&sound).is_ok());
}

#[test]
fn x43_a_cell_with_an_error_of_a_later_excel_has_no_value() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#SPILL!</v></c><c r=\"B1\"><v>2</v></c></row>";
    assert_eq!(read(&with_rows(rows)).unwrap()[1].text, "\t2");
}

#[test]
fn x43_places_that_no_sheet_has_are_refused() {
    for place in
        ["99999999999", "4294967295", "0", "-1", "A", "A99999999999", "ZZZZZZZZZ1", "FXSHRXX1", "1:1"]
    {
        for row in [
            format!("<row r=\"{place}\"><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
            format!("<row><c r=\"{place}\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
        ] {
            let refusal = read(&with_rows(&row)).err();
            assert!(
                matches!(refusal, None | Some(Refusal::Damaged | Refusal::TooLong)),
                "{row}: {refusal:?}"
            );
        }
    }
    for row in ["<row r=\"4294967295\"><c><v>1</v></c></row>", "<row r=\"0\"><c><v>1</v></c></row>"] {
        assert!(read(&with_rows(row)).is_err(), "{row}");
    }
}

#[test]
fn x43_cells_in_any_order_stand_where_they_say() {
    let rows = "<row r=\"2\"><c r=\"B2\"><v>4</v></c><c r=\"A2\"><v>3</v></c></row>\
        <row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>9</v></c><c><v>2</v></c></row>";
    assert_eq!(read(&with_rows(rows)).unwrap()[1].text, "1\t2\n3\t4");
}

#[test]
fn x43_every_refusal_has_a_sentence_of_its_own() {
    for words in Language::ALL.map(Words::new) {
        let sentences: BTreeSet<String> =
            Refusal::ALL.iter().map(|refusal| words.workbook_refusal(refusal.name()).to_string()).collect();
        assert_eq!(sentences.len(), Refusal::ALL.len(), "{sentences:#?}");
    }
    for refusal in Refusal::ALL {
        assert_eq!(Refusal::named(refusal.name()), Some(refusal));
    }
}

#[test]
fn x43_a_workbook_is_known_by_its_first_bytes() {
    for (bytes, expected) in [
        (&workbook()[..], true),
        (&compound("Workbook"), true),
        (b"PK in a table,2\n", false),
        (b"date,value\n", false),
        (b"", false),
    ] {
        assert_eq!(is_workbook(bytes), expected);
    }
}
