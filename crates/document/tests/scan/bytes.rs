//! Updates written by hand, byte for byte: what is refused, what is cut, what is nothing new.

use document::protocol::WireError;
use document::scan::{Admitted, Committed, Refusal, ScanError, TYPE_DEPTH, scan};

/// A Map under key `a` of root `c`; in it under `t` a Text; in that two letters. Client 1, clocks 0 to 3.
const BASE: [u8; 26] =
    [1, 3, 1, 0, 0x27, 1, 1, b'c', 1, b'a', 1, 0x27, 0, 1, 0, 1, b't', 2, 0x04, 0, 1, 1, 2, b'h', b'i', 0];

/// 2^53, one more than the largest client id.
const TOO_LARGE: [u8; 8] = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10];

fn base() -> Committed {
    let mut committed = Committed::default();
    assert_eq!(committed.admit(&BASE), Ok(Admitted::Store(BASE.to_vec())));
    committed
}

/// An update of one section, client 2 from clock 0, with these blocks; no deletions.
fn blocks(blocks: &[&[u8]]) -> Vec<u8> {
    [&[1, blocks.len() as u8, 2, 0], blocks.concat().as_slice(), &[0]].concat()
}

fn check(update: &[u8], expected: Result<Admitted, Refusal>) {
    let mut committed = base();
    assert_eq!(committed.admit(update), expected, "{update:?}");
    if expected.is_err() {
        assert_eq!(committed.state_vector_v1(), [1, 1, 4], "a refused update changes nothing");
    }
}

fn check_invalid(update: &[u8], error: ScanError) {
    check(update, Err(Refusal::Invalid(error)));
}

fn stored(update: &[u8]) -> Result<Admitted, Refusal> {
    Ok(Admitted::Store(update.to_vec()))
}

#[test]
fn r12_blocks_that_our_documents_do_not_have_are_invalid() {
    let in_root = [1, 1, b'c'];
    for kind in [0x02, 0x03, 0x05, 0x06, 0x09, 0x0b, 0x14, 0x10, 0x1f] {
        check_invalid(&blocks(&[&[kind], &in_root, &[1, 1, 1]]), ScanError::Block(kind));
    }
    for kind in [0x80, 0x8a] {
        check_invalid(&blocks(&[&[kind, 1, 3, 1]]), ScanError::Block(kind));
    }
    for kind in [0, 3, 4, 5, 6, 7, 9, 15] {
        check_invalid(&blocks(&[&[0x27, 1, 1, b'c', 1, b'k', kind]]), ScanError::Type(kind));
    }
    for kind in [0, 115, 128] {
        check_invalid(&blocks(&[&[0x28, 1, 1, b'c', 1, b'k', 1, kind]]), ScanError::Value(kind));
    }
}

#[test]
fn r12_values_are_shallow_and_numbers_fit() {
    let value = |value: &[u8]| blocks(&[&[&[0x28, 1, 1, b'c', 1, b'k', 1], value].concat()]);
    let table: [(&[u8], Option<ScanError>); 9] = [
        (&[117, 1, 118, 1, 1, b'k', 120], None),
        (&[117, 1, 117, 1, 117, 0], Some(ScanError::ValueDepth)),
        (&[118, 1, 1, b'k', 118, 1, 1, b'k', 117, 0], Some(ScanError::ValueDepth)),
        (&[117, 0xff, 0xff, 0xff, 0xff, 0x0f, 120], Some(ScanError::Value(0))),
        (&[116, 5, 1], Some(WireError::End.into())),
        (&[119, 1, 0xff], Some(WireError::Text.into())),
        (&[125, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x3f], Some(WireError::Number.into())),
        (&[125, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x1f], None),
        (&[125, 0x80, 0x00], Some(WireError::Number.into())),
    ];
    for (bytes, error) in table {
        let update = value(bytes);
        match error {
            None => check(&update, stored(&update)),
            Some(error) => assert_eq!(scan(&update).map(drop), Err(error), "{bytes:?}"),
        }
    }
}

#[test]
fn r12_clients_and_clocks_are_in_order() {
    let gc = [0x00, 1];
    let far = [1, 1, 2, 0xff, 0xff, 0xff, 0xff, 0x0f];
    check_invalid(&[&[1, 1], &TOO_LARGE[..], &[0], &gc, &[0]].concat(), ScanError::Client);
    check_invalid(&[&[0, 1], &TOO_LARGE[..], &[0]].concat(), ScanError::Client);
    check_invalid(&[2, 1, 2, 0, 0, 1, 1, 2, 1, 0, 1, 0], ScanError::ClientTwice);
    check_invalid(&[0, 2, 1, 1, 0, 1, 1, 1, 1, 1], ScanError::ClientTwice);
    check_invalid(&[&far[..], &gc, &[0]].concat(), ScanError::Clock);
    check_invalid(&[0, 1, 1, 1, 0xff, 0xff, 0xff, 0xff, 0x0f, 1], ScanError::Clock);
    check_invalid(&[0, 1, 1, 2, 1, 2, 2, 1], ScanError::RangeOrder);
    check_invalid(&[0, 1, 1, 2, 2, 1, 0, 1], ScanError::RangeOrder);
    check_invalid(&[0, 0, 0], ScanError::Trailing(1));
}

#[test]
fn r12_nothing_is_empty() {
    check_invalid(&[1, 0, 2, 0, 0], ScanError::Empty);
    check_invalid(&[0, 1, 1, 1, 0, 0], ScanError::Empty);
    for block in
        [&[0x00, 0][..], &[0x0a, 0], &[0x84, 1, 3, 0], &[0x81, 1, 3, 0], &[0x28, 1, 1, b'c', 1, b'k', 0]]
    {
        check_invalid(&blocks(&[block]), ScanError::Empty);
    }
}

#[test]
fn r12_a_block_stands_where_such_a_block_can_be() {
    let other_text = [0x04, 1, 1, b'o', 1, b'x'];
    let table: [(&[&[u8]], Option<ScanError>); 12] = [
        (&[&[0x04, 1, 1, b'o', 1, b'x']], None),
        (&[&[0x28, 0, 1, 0, 1, b'k', 1, 120]], None),
        (&[&[0xc4, 1, 2, 1, 3, 1, b'x']], None),
        (&[&[0x24, 1, 1, b'c', 1, b'k', 1, b'x']], Some(ScanError::Misplaced)),
        (&[&[0x08, 1, 1, b'c', 1, 120]], Some(ScanError::Misplaced)),
        (&[&[0x88, 1, 3, 1, 120]], Some(ScanError::Misplaced)),
        (&[&[0x04, 0, 1, 0, 1, b'x']], Some(ScanError::Misplaced)),
        (&[&[0x28, 0, 1, 1, 1, b'k', 1, 120]], Some(ScanError::Misplaced)),
        (&[&[0x04, 0, 1, 2, 1, b'x']], Some(ScanError::Misplaced)),
        (&[&other_text, &[0xc4, 1, 2, 2, 0, 1, b'x']], Some(ScanError::Neighbours)),
        (&[&[0x67, 1, 0, 1]], Some(ScanError::Neighbours)),
        (&[&[0x04, 2, 1, b'o', 1, b'x']], Some(ScanError::ParentKind)),
    ];
    for (list, error) in table {
        let update = blocks(list);
        match error {
            None => check(&update, stored(&update)),
            Some(error) => check_invalid(&update, error),
        }
    }
}

#[test]
fn r12_types_are_nested_with_a_bound() {
    let first: Vec<u8> = vec![0x27, 1, 1, b'c', 1, b'k', 1];
    let nested = |depth: u8| {
        let inner = (1..depth).map(|level| vec![0x27, 0, 2, level - 1, 1, b'k', 1]);
        let all: Vec<Vec<u8>> = std::iter::once(first.clone()).chain(inner).collect();
        blocks(&all.iter().map(Vec::as_slice).collect::<Vec<_>>())
    };
    check(&nested(TYPE_DEPTH), stored(&nested(TYPE_DEPTH)));
    check_invalid(&nested(TYPE_DEPTH + 1), ScanError::TypeDepth);
}

#[test]
fn r12_blocks_that_build_on_each_other_are_invalid() {
    check_invalid(&blocks(&[&[0x84, 2, 0, 1, b'x']]), ScanError::Circle);
    check_invalid(&blocks(&[&[0x84, 2, 5, 1, b'x']]), ScanError::Circle);
    let across = [2, 1, 2, 0, 0x84, 3, 0, 1, b'x', 1, 3, 0, 0x84, 2, 0, 1, b'x', 0];
    check_invalid(&across, ScanError::Circle);
    let in_turn = [
        2, 2, 2, 0, 0x84, 3, 0, 1, b'x', 0x84, 3, 1, 1, b'x', 2, 3, 0, 0x84, 1, 2, 1, b'x', 0x84, 2, 0, 1,
        b'x', 0,
    ];
    check(&in_turn, stored(&in_turn));
}

#[test]
fn r3_what_does_not_fit_is_a_gap() {
    let table: [&[u8]; 8] = [
        &[1, 1, 2, 1, 0x04, 1, 1, b'o', 1, b'x', 0],
        &[1, 2, 1, 2, 0x04, 0, 1, 1, 2, b'h', b'i', 0x84, 1, 3, 1, b'x', 0],
        &[1, 1, 2, 0, 0x84, 1, 4, 1, b'x', 0],
        &[1, 1, 2, 0, 0x84, 7, 0, 1, b'x', 0],
        &[1, 1, 2, 0, 0x28, 0, 7, 0, 1, b'k', 1, 120, 0],
        &[1, 2, 1, 4, 0x0a, 1, 0x84, 1, 3, 1, b'x', 0],
        &[0, 1, 1, 1, 3, 2],
        &[0, 1, 7, 1, 0, 1],
    ];
    for update in table {
        check(update, Err(Refusal::Gap));
    }
}

#[test]
fn r3_what_is_known_is_cut() {
    let letter = [1, 2, 0, 0x84, 1, 3, 1, b'x'];
    let known_and_new = [&[2], &letter[..], &BASE[1..25], &[0]].concat();
    check(&known_and_new, stored(&[&[1], &letter[..], &[0]].concat()));
    check(&BASE, Ok(Admitted::Nothing));
    check(&[0, 0], Ok(Admitted::Nothing));
    let mut committed = base();
    assert_eq!(
        committed.admit(&[0, 1, 1, 1, 2, 1]),
        stored(&[0, 1, 1, 1, 2, 1]),
        "a backspace is only a deleted range"
    );
    assert_eq!(committed.admit(&[0, 1, 1, 1, 2, 1]), Ok(Admitted::Nothing));
    assert_eq!(committed.admit(&[0, 1, 1, 1, 0, 4]), stored(&[0, 1, 1, 2, 0, 2, 3, 1]));
    assert_eq!(committed.admit(&[0, 1, 1, 2, 0, 2, 3, 1]), Ok(Admitted::Nothing));
}

#[test]
fn r3_clocks_count_utf_16_units() {
    for (text, units) in [("abc", 3), ("é", 1), ("\u{ffff}", 1), ("𝒳", 2), ("👩‍⚕️", 5)] {
        let block = [&[0x04, 1, 1, b'o', text.len() as u8], text.as_bytes()].concat();
        let update = blocks(&[&block]);
        let brought: Vec<_> = scan(&update).unwrap().brought().collect();
        assert_eq!(brought, [(2, 0..units)], "{text}");
    }
}
