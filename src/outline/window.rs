//! Which rows are in the page: all of them in most projects, in a large one those that may be seen.

use std::ops::Range;

/// Up to so many rows all are in the page, so that a browser's search and a reader's own list find them.
pub const ALL: usize = 500;
/// Rows kept above and below what is seen, in pixels.
const MARGIN: f64 = 800.0;

/// The rows in the page, and the room that the others take.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Window {
    /// The rows.
    pub rows: Range<usize>,
    /// Above them, in pixels.
    pub above: f64,
    /// Below them, in pixels.
    pub below: f64,
}

impl Window {
    /// All rows.
    pub fn all(count: usize) -> Self {
        Self { rows: 0..count, above: 0.0, below: 0.0 }
    }

    /// Of rows of those heights, those near what is seen: `top` to `top + height`, in pixels.
    pub fn near(heights: &[f64], top: f64, height: f64) -> Self {
        if heights.len() <= ALL {
            return Self::all(heights.len());
        }
        let (mut start, mut above, mut sum) = (0, 0.0, 0.0);
        let (mut end, mut below) = (heights.len(), 0.0);
        for (at, row) in heights.iter().enumerate() {
            let bottom = sum + row;
            if bottom < top - MARGIN {
                (start, above) = (at + 1, bottom);
            } else if sum > top + height + MARGIN {
                end = end.min(at);
                below += row;
            }
            sum = bottom;
        }
        Self { rows: start.min(end)..end, above, below }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn k8_of_many_rows_those_near_the_screen_are_in_the_page() {
        assert_eq!(Window::near(&[40.0; 500], 4000.0, 600.0), Window::all(500));
        let many = Window::near(&[40.0; 2000], 40_000.0, 600.0);
        assert_eq!(many, Window { rows: 979..1036, above: 39_160.0, below: 38_560.0 });
        assert_eq!(many.above + many.below + 40.0 * many.rows.len() as f64, 80_000.0);
        assert_eq!(Window::near(&[40.0; 2000], 0.0, 600.0).rows.start, 0);
        assert_eq!(Window::near(&[40.0; 2000], 79_400.0, 600.0).rows.end, 2000);
    }
}
