//! Sets of clocks as sorted ranges that do not touch. Everything is linear, so that hostile sets cost no more than their size.

use std::ops::Range;

/// What one client's deleted clocks are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ranges(Vec<Range<u32>>);

impl Ranges {
    /// The parts of sorted ranges that are not in this set.
    pub(super) fn lacking(&self, ranges: &[Range<u32>]) -> Vec<Range<u32>> {
        let mut lacking = Vec::new();
        for range in ranges {
            let mut start = range.start;
            let first = self.0.partition_point(|known| known.end <= start);
            for known in self.0[first..].iter().take_while(|known| known.start < range.end) {
                if start < known.start {
                    lacking.push(start..known.start);
                }
                start = known.end;
            }
            if start < range.end {
                lacking.push(start..range.end);
            }
        }
        lacking
    }

    /// Whether a clock is in this set.
    pub(super) fn has(&self, clock: u32) -> bool {
        let first = self.0.partition_point(|range| range.end <= clock);
        self.0.get(first).is_some_and(|range| range.start <= clock)
    }

    /// Adds sorted ranges.
    pub(super) fn add(&mut self, ranges: &[Range<u32>]) {
        let Some(first) = ranges.first() else { return };
        let kept = self.0.partition_point(|known| known.end < first.start);
        let mut old = self.0.split_off(kept).into_iter().peekable();
        let mut new = ranges.iter().cloned().peekable();
        loop {
            let next = match (old.peek(), new.peek()) {
                (Some(left), Some(right)) if left.start <= right.start => old.next(),
                (_, Some(_)) => new.next(),
                _ => old.next(),
            };
            match next {
                Some(range) => self.push(range),
                None => return,
            }
        }
    }

    fn push(&mut self, range: Range<u32>) {
        match self.0.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => self.0.push(range),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::single_range_in_vec_init)]
    fn r3_a_set_of_clocks_knows_what_it_lacks() {
        let mut set = Ranges::default();
        set.add(&[2..4, 6..8]);
        set.add(&[10..12]);
        assert_eq!(set.lacking(&[0..20]), [0..2, 4..6, 8..10, 12..20]);
        assert_eq!(set.lacking(&[2..3, 7..8]), []);
        let had: Vec<u32> = (0..14).filter(|clock| set.has(*clock)).collect();
        assert_eq!(had, [2, 3, 6, 7, 10, 11]);
        assert_eq!(set.lacking(&[3..7, 11..13]), [4..6, 12..13]);
        set.add(&[0..1, 3..7, 12..13]);
        assert_eq!(set, Ranges(vec![0..1, 2..8, 10..13]));
        set.add(&[0..20]);
        assert_eq!(set, Ranges(vec![0..20]));
        set.add(&[]);
        assert_eq!(set.lacking(&[5..21]), [20..21]);
    }
}
