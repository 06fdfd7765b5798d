//! Updates that are well formed and make no sense: random blocks at random places among those that exist.

use document::scan::StateVector;

use crate::random::Random;

/// One to three sections of random blocks, and some deletions.
pub(crate) fn forge(held: &StateVector, random: &mut Random) -> Vec<u8> {
    let mut clocks: Vec<(u64, u32)> = held.iter().collect();
    let mut out = Vec::new();
    let new = usize::from(random.one_in(4) || clocks.is_empty());
    clocks.extend((0..new).map(|_| (random.number() >> 11, 0)));
    random.shuffle(&mut clocks);
    let sections = (1 + random.below(6) / 4).min(clocks.len());
    put(&mut out, sections as u64);
    for section in 0..sections {
        put_section(&mut out, section, &mut clocks, random);
    }
    let deletions = random.below(2).min(clocks.len());
    put(&mut out, deletions as u64);
    for (client, clock) in clocks.iter().take(deletions) {
        let start = random.below((*clock).max(1) as usize) as u64;
        [*client, 1, start, 1].into_iter().for_each(|number| put(&mut out, number));
    }
    out
}

fn put_section(out: &mut Vec<u8>, section: usize, clocks: &mut [(u64, u32)], random: &mut Random) {
    let blocks = 1 + random.below(6) / 3;
    let (client, start) = clocks[section];
    put(out, blocks as u64);
    put(out, client);
    put(out, u64::from(start));
    for _ in 0..blocks {
        let length = put_block(out, clocks, random);
        clocks[section].1 += length;
    }
}

fn put_block(out: &mut Vec<u8>, clocks: &[(u64, u32)], random: &mut Random) -> u32 {
    if random.one_in(12) {
        out.extend([0, 2]);
        return 2;
    }
    let content = *random.pick(&[1u8, 4, 4, 7, 7, 7, 8, 8]);
    let flags = *random.pick(&[0x00u8, 0x20, 0x20, 0x40, 0x80, 0xa0, 0xc0, 0xe0]);
    out.push(content | flags);
    if flags & 0xc0 != 0 {
        put_neighbours(out, flags, clocks, random);
    }
    if flags & 0xc0 == 0 {
        put_parent(out, flags, clocks, random);
    }
    put_content(out, content, random)
}

/// The second is often close to the first, so that both are in the same Text.
fn put_neighbours(out: &mut Vec<u8>, flags: u8, clocks: &[(u64, u32)], random: &mut Random) {
    let (client, clock) = *random.pick(clocks);
    let first = random.below(clock.max(1) as usize) as u64;
    put(out, client);
    put(out, first);
    if flags & 0xc0 != 0xc0 {
        return;
    }
    if random.one_in(3) {
        return put_id(out, clocks, random);
    }
    put(out, client);
    put(out, (first + random.below(3) as u64).saturating_sub(random.below(3) as u64));
}

fn put_parent(out: &mut Vec<u8>, flags: u8, clocks: &[(u64, u32)], random: &mut Random) {
    if random.one_in(2) {
        put(out, 1);
        put_text(out, random.pick::<&str>(&["title", "cards", "links", "other"]));
    } else {
        put(out, 0);
        put_id(out, clocks, random);
    }
    if flags & 0x20 != 0 {
        put_text(out, random.pick::<&str>(&["level", "status", "text", "x"]));
    }
}

fn put_content(out: &mut Vec<u8>, content: u8, random: &mut Random) -> u32 {
    let length = 1 + random.below(3) as u32;
    match content {
        1 => put(out, u64::from(length)),
        4 => put_text(out, &"words"[..length as usize]),
        7 => {
            out.push(1 + random.below(2) as u8);
            return 1;
        }
        _ => {
            put(out, u64::from(length));
            (0..length).for_each(|_| out.push(120 + random.below(2) as u8));
        }
    }
    length
}

/// An id that exists, or nearly.
fn put_id(out: &mut Vec<u8>, clocks: &[(u64, u32)], random: &mut Random) {
    let (client, clock) = *random.pick(clocks);
    put(out, client);
    put(out, random.below(clock.max(1) as usize) as u64);
}

fn put_text(out: &mut Vec<u8>, text: &str) {
    put(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

fn put(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}
